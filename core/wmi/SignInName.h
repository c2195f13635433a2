#pragma once

#include <QString>

namespace hvgpu::wmi {

/// A user name as people write it, taken apart: "DOMAIN\user", "user@domain" or "user".
struct SignInName
{
    QString user;
    QString domain;               ///< as given; empty when none was
    bool domainIsDnsName = false; ///< from "user@domain", or with a dot: can be a Kerberos realm

    [[nodiscard]] static SignInName parse(const QString& text);

    /// The Kerberos principal, "user@REALM", or without realm when the default one is to be taken; null when
    /// the domain cannot be a realm: a NetBIOS name, or the name of the host for its local accounts.
    [[nodiscard]] QString principal(const QString& defaultRealm) const;
    /// The name for NTLM: "DOMAIN\user", or "user@domain" as given.
    [[nodiscard]] QString ntlmName() const;
};

/// Whether @p host is an IP address, which has no service principal and so no Kerberos.
[[nodiscard]] bool isAddress(const QString& host);

} // namespace hvgpu::wmi
