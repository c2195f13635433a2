#pragma once

#include <QByteArray>

namespace hvgpu::test {

/// A self-signed server certificate for localhost, 127.0.0.1 and ::1, valid for a day, made when asked for.
struct TestCertificate
{
    QByteArray certificatePem;
    QByteArray privateKeyPem;

    /// Empty when OpenSSL fails.
    [[nodiscard]] static TestCertificate make();
};

} // namespace hvgpu::test
