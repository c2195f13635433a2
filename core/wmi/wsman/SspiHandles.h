#pragma once

#ifndef SECURITY_WIN32
#define SECURITY_WIN32
#endif
#include <qt_windows.h>

#include <security.h>

namespace hvgpu::wsman::sspi {

using Functions = SecurityFunctionTableW;

/// Owns a handle of SSPI, a credential or a context, and gives it back by the table it came from.
template <auto Release>
class Handle
{
public:
    explicit Handle(const Functions& functions)
        : m_functions(functions)
    {
        SecInvalidateHandle(&m_handle);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() { reset(); }

    void reset()
    {
        if (isValid())
            (m_functions.*Release)(&m_handle);
        SecInvalidateHandle(&m_handle);
    }
    [[nodiscard]] bool isValid() const { return SecIsValidHandle(&m_handle); }
    [[nodiscard]] SecHandle* get() { return &m_handle; }

private:
    const Functions& m_functions;
    SecHandle m_handle{};
};

using Credential = Handle<&Functions::FreeCredentialsHandle>;
using Context = Handle<&Functions::DeleteSecurityContext>;

} // namespace hvgpu::wsman::sspi
