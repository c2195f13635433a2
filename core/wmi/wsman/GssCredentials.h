#pragma once

#include "core/base/Result.h"
#include "core/wmi/ConnectionSettings.h"
#include "core/wmi/wsman/GssHandles.h"
#include "core/wmi/wsman/KerberosTickets.h"

namespace hvgpu::wsman::gss {

enum class Package { Kerberos, Ntlm };

[[nodiscard]] QString packageName(Package package);

/// Finds what proves who the caller is: a user and password, or what the current user's session holds.
/// Passwords go no further than the security libraries; nothing is written to disk.
class Credentials
{
public:
    explicit Credentials(const wmi::ConnectionSettings& settings);

    /// A credential of @p package only, for contexts of SPNEGO, or for plain Kerberos when @p raw. For
    /// Kerberos with a password this asks the domain controllers unless the tickets are still good.
    [[nodiscard]] base::Result<Credential> acquire(Package package, bool raw);

private:
    [[nodiscard]] base::Result<void> refreshTickets();
    [[nodiscard]] base::Result<Credential> kerberosCredential(gss_OID mechanism);
    [[nodiscard]] base::Result<Credential> ntlmCredential(gss_OID mechanism);

    QString m_user;
    base::Secret m_password;
    std::shared_ptr<const KerberosTickets> m_tickets;
};

} // namespace hvgpu::wsman::gss
