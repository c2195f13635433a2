#pragma once

#include "core/base/Result.h"
#include "core/wmi/wsman/AuthMechanism.h"

/// The multipart/encrypted form in which sealed SOAP messages travel over HTTP (wsman.md 4.3).
namespace hvgpu::wsman {

/// The protocol parameter for an authentication scheme: "application/HTTP-SPNEGO-session-encrypted" …
[[nodiscard]] QByteArray encryptionProtocol(const QByteArray& scheme);
/// Content-Type of a request whose body encryptedBody() made.
[[nodiscard]] QByteArray encryptedContentType(const QByteArray& protocol);
[[nodiscard]] QByteArray encryptedBody(const SealedMessage& message, const QByteArray& protocol);

/// Whether an answer says that it is one of these.
[[nodiscard]] bool isEncrypted(const QByteArray& contentType);

/// A sealed message inside a body, without a copy of its bytes.
struct EncryptedParts
{
    QByteArrayView signature;
    QByteArrayView data;
    qsizetype plainLength = 0;
    QByteArray contentType; ///< of the plain message, for example "application/soap+xml;charset=UTF-8"
};

/// Takes a body apart; ProtocolViolation when it is not in this form. Views stay valid with @p body.
[[nodiscard]] base::Result<EncryptedParts> readEncryptedBody(const QByteArray& body);

} // namespace hvgpu::wsman
