#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

namespace hvgpu::simulation {

/// A certificate and its private key, both PEM.
struct CertificatePair
{
    QByteArray certificate;
    QByteArray privateKey;
};

/// Makes a certificate for localhost, 127.0.0.1, ::1 and @p address, valid for 30 days. It is its own
/// authority, so that a client can trust it by a CA file.
[[nodiscard]] base::Result<CertificatePair> makeSelfSignedCertificate(const QString& address);

/// "tls-server-end-point:" and the hash of the first certificate in @p pem (RFC 5929); empty without one.
[[nodiscard]] QByteArray channelBindingOf(const QByteArray& pem);

/// The first certificate in @p pem as DER; empty without one.
[[nodiscard]] QByteArray certificateDer(const QByteArray& pem);

} // namespace hvgpu::simulation
