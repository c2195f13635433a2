#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

/// What this room needs to know of an X.509 certificate, read from its DER bytes. An empty answer means that
/// the bytes are no certificate.
namespace hvgpu::wsman {

/// The first certificate of a PEM text as DER.
[[nodiscard]] QByteArray derFromPem(const QByteArray& pem);
/// All of them, in their order; one that is cut off is left out.
[[nodiscard]] QList<QByteArray> allFromPem(const QByteArray& pem);

/// "3F:A0:…", SHA-256 of the whole certificate, as browsers and openssl show it.
[[nodiscard]] QString certificateFingerprint(const QByteArray& der);
/// Whether @p pinned is the fingerprint of @p der, with or without colons and in any case, or a list of
/// fingerprints with commas that has it.
[[nodiscard]] bool matchesPin(const QString& pinned, const QByteArray& der);

/// "sha256//…": libcurl's form of the certificate's public key, for CURLOPT_PINNEDPUBLICKEY.
[[nodiscard]] QByteArray publicKeyPin(const QByteArray& der);

/// "tls-server-end-point:" and the hash of the certificate by the hash function of its signature, of which
/// MD5 and SHA-1 are replaced by SHA-256 (RFC 5929).
[[nodiscard]] QByteArray channelBindingFor(const QByteArray& der);

} // namespace hvgpu::wsman
