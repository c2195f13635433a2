#pragma once

#include "core/simulation/endpoint/SecurityAcceptor.h"

#include <QByteArray>

#include <optional>

/// multipart/encrypted, the form of encrypted messages on plain HTTP (wsman.md 4.3).
namespace hvgpu::simulation {

/// A message taken out of its multipart body.
struct EncryptedMessage
{
    SecurityAcceptor::Sealed sealed;
    QByteArray protocol;  ///< "application/HTTP-SPNEGO-session-encrypted" …
    qsizetype length = 0; ///< of the plain message, as announced
};

[[nodiscard]] bool isEncryptedType(const QByteArray& contentType);
[[nodiscard]] std::optional<EncryptedMessage> readEncrypted(const QByteArray& contentType,
                                                            const QByteArray& body);

[[nodiscard]] QByteArray encryptedType(const QByteArray& protocol);
/// @p originalType: Content-Type of the plain message.
[[nodiscard]] QByteArray writeEncrypted(const EncryptedMessage& message, const QByteArray& originalType);

} // namespace hvgpu::simulation
