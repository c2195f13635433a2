#pragma once

#ifndef SECURITY_WIN32
#define SECURITY_WIN32
#endif
#include <qt_windows.h>

#include <security.h>

#include <QByteArray>

#include <array>
#include <cstddef>

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

/// SSPI takes everything without const; it writes only to what it says.
[[nodiscard]] inline SecBuffer buffer(unsigned long type, const QByteArray& bytes)
{
    return {static_cast<unsigned long>(bytes.size()), type, const_cast<char*>(bytes.constData())};
}

template <std::size_t N>
[[nodiscard]] SecBufferDesc list(std::array<SecBuffer, N>& buffers, std::size_t used = N)
{
    return {SECBUFFER_VERSION, static_cast<unsigned long>(used), buffers.data()};
}

using Credential = Handle<&Functions::FreeCredentialsHandle>;
using Context = Handle<&Functions::DeleteSecurityContext>;

} // namespace hvgpu::wsman::sspi
