#pragma once

#include <QByteArray>

namespace hvgpu::test {

/// A server certificate and its key, made when asked for. Empty when OpenSSL fails.
struct TestCertificate
{
    /// What it is to be like; as it is: self-signed, for localhost, valid for a day.
    struct Wish
    {
        QByteArray commonName = "hvgpu test host";
        QByteArray names = "DNS:localhost,IP:127.0.0.1,IP:::1";
        int validFromHours = -1; ///< counted from now
        int validUntilHours = 24;
        bool isAuthority = true;
        QByteArray usage{};                      ///< "clientAuth"; empty: not restricted
        const TestCertificate* issuer = nullptr; ///< null: vouches for itself
    };

    QByteArray certificatePem;
    QByteArray privateKeyPem;

    [[nodiscard]] static TestCertificate make();
    [[nodiscard]] static TestCertificate make(const Wish& wish);
};

} // namespace hvgpu::test
