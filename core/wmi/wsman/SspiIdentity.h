#pragma once

#include "core/base/Secret.h"
#include "core/wmi/wsman/SspiHandles.h"

#include <string>

namespace hvgpu::wsman::sspi {

/// User and password as SSPI takes them; wiped when it goes.
class Identity
{
public:
    /// @p user: "DOMAIN\user", "user@domain" or a local name; empty for the current user.
    Identity(const QString& user, const base::Secret& password);
    Identity(const Identity&) = delete;
    Identity& operator=(const Identity&) = delete;
    ~Identity();

    /// Null for the current user.
    [[nodiscard]] SEC_WINNT_AUTH_IDENTITY_W* get() { return m_user.empty() ? nullptr : &m_identity; }

private:
    std::wstring m_user;
    std::wstring m_domain;
    std::wstring m_password;
    SEC_WINNT_AUTH_IDENTITY_W m_identity{};
};

} // namespace hvgpu::wsman::sspi
