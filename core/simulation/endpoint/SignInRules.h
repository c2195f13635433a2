#pragma once

#include "core/base/Secret.h"

#include <QByteArray>
#include <QString>

namespace hvgpu::simulation {

/// Who may talk to a host and how, as WinRM's service/auth settings say it. Without a user, a keytab, an
/// NTLM file and a client certificate everybody is let in.
struct SignInRules
{
    QString user; ///< for Basic; empty: not offered
    base::Secret password;
    QByteArray clientCertificate{}; ///< DER of the one that is mapped to an account
    QString keytabFile{};           ///< Negotiate and Kerberos with the service keys in it
    QString ntlmUserFile{};         ///< Negotiate with NTLM: lines DOMAIN:user:password
    bool allowUnencrypted = true;   ///< false: without TLS every message must be encrypted, as Windows wants
    bool strictBinding = false; ///< CbtHardeningLevel Strict: over TLS only with the right channel binding
    bool tls = false;
    QByteArray channelBinding{}; ///< tls-server-end-point of the certificate in use

    [[nodiscard]] bool negotiates() const { return !keytabFile.isEmpty() || !ntlmUserFile.isEmpty(); }
    [[nodiscard]] bool isOpen() const
    {
        return user.isEmpty() && !negotiates() && clientCertificate.isEmpty();
    }
};

} // namespace hvgpu::simulation
