#pragma once

#include <QByteArray>

namespace hvgpu::test {

/// A certificate and its key, made when asked for, without another program. Empty when OpenSSL fails.
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
        bool rsa = false; ///< instead of P-256: Wine imports no other key from a PKCS #12 file
    };

    QByteArray certificatePem;
    QByteArray privateKeyPem;

    [[nodiscard]] static TestCertificate make();
    [[nodiscard]] static TestCertificate make(const Wish& wish);

    /// The key as PEM that @p password opens.
    [[nodiscard]] QByteArray lockedKeyPem(const QByteArray& password) const;
    /// Both as a PKCS #12 file.
    [[nodiscard]] QByteArray pkcs12(const QByteArray& password) const;
};

} // namespace hvgpu::test
