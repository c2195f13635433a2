#pragma once

#include "core/base/Result.h"
#include "core/wmi/ConnectionSettings.h"
#include "core/wmi/wsman/GssHandles.h"
#include "core/wmi/wsman/HttpMessage.h"
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

    /// With a password: asks the domain controllers for Kerberos tickets, unless those there are still good.
    [[nodiscard]] base::Result<void> refreshTickets(const TransferLimit& limit);
    /// A credential of @p package only, for contexts of SPNEGO, or for plain Kerberos when @p raw, which
    /// needs refreshTickets() before.
    [[nodiscard]] base::Result<Credential> acquire(Package package, bool raw);

private:
    [[nodiscard]] base::Result<Credential> kerberosCredential(gss_OID mechanism);
    [[nodiscard]] base::Result<Credential> ntlmCredential(gss_OID mechanism);

    QString m_user;
    base::Secret m_password;
    std::shared_ptr<const KerberosTickets> m_tickets;
};

} // namespace hvgpu::wsman::gss
