#pragma once

#include "core/base/Secret.h"

#include <QString>

#include <cstdint>

namespace hvgpu::wmi {

/// How to sign in. Negotiate takes Kerberos, and NTLM where Kerberos cannot be used; it, Kerberos and NTLM
/// encrypt every message themselves when there is no TLS. Certificate is a client certificate that the host
/// maps to an account, over TLS only.
enum class Authentication { None, Basic, Negotiate, Kerberos, Ntlm, Certificate };

/// How to trust the host's TLS certificate. There is no "do not verify".
struct TlsSettings
{
    QString caFile; ///< PEM file used instead of the system's store; empty = system
    /// SHA-256 fingerprint ("3F:A0:…", colons optional, several with commas) of the certificate to accept,
    /// whoever issued it;
    /// empty = the authorities decide
    QString pinnedCertificate;
    /// For Authentication::Certificate: file with certificate and private key, PEM or PKCS #12 (.p12, .pfx).
    /// The connection's password opens the key.
    QString clientCertificate;
};

/// Where a host is and how to talk to it.
struct ConnectionSettings
{
    QString host; ///< name or address as given, IPv6 without brackets
    std::uint16_t port = 5985;
    bool https = false;
    QString path = QStringLiteral("/wsman");
    Authentication authentication = Authentication::None;
    QString user; ///< "DOMAIN\user", "user@domain" or a local name; empty: the ticket of the current user
    base::Secret password;
    /// First part of the service principal name that Kerberos asks for: "HTTP", "WSMAN" or "host".
    QString serviceClass = QStringLiteral("HTTP");
    bool allowInsecureBasic = false; ///< the user's explicit choice to send Basic over plain HTTP
    TlsSettings tls;
    QString proxy; ///< "http://proxy:3128"; empty: none, whatever the environment says
    std::uint32_t connectTimeoutMs = 5'000;
    std::uint32_t maxEnvelopeSize = 512'000; ///< bytes; the default of Server 2012 and later

    /// "https://host:5986/wsman", IPv6 in brackets.
    [[nodiscard]] QString url() const;
};

} // namespace hvgpu::wmi
