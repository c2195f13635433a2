#pragma once

#include "core/base/Secret.h"
#include "core/wmi/com/Bstr.h"

#include <objidl.h>

namespace hvgpu::com {

/// User and password in the form that COM wants: for connecting, and for every proxy. COM keeps pointers to
/// it, so it must outlive the proxies; the password is wiped when it goes.
class AuthIdentity
{
public:
    /// @p user: "DOMAIN\user", "user@domain" or a local name; empty for the current user.
    AuthIdentity(const QString& user, const base::Secret& password);
    AuthIdentity(const AuthIdentity&) = delete;
    AuthIdentity& operator=(const AuthIdentity&) = delete;
    ~AuthIdentity();

    /// For CoSetProxyBlanket; null for the current user.
    [[nodiscard]] COAUTHIDENTITY* identity() noexcept { return m_hasUser ? &m_identity : nullptr; }
    /// For ConnectServer; no BSTR for the current user.
    [[nodiscard]] BSTR user() const noexcept { return m_fullUser.get(); }
    [[nodiscard]] BSTR password() const noexcept { return m_password.get(); }

private:
    bool m_hasUser;
    Bstr m_fullUser;
    Bstr m_user;
    Bstr m_domain;
    Bstr m_password;
    COAUTHIDENTITY m_identity{};
};

} // namespace hvgpu::com
