#include "core/simulation/endpoint/EncryptedMessage.h"

#include <QList>
#include <QtEndian>

namespace hvgpu::simulation {

namespace {

constexpr qsizetype lengthBytes = 4;

/// The value of `name="value"` in a header; null when absent.
QByteArray parameter(const QByteArray& header, const QByteArray& name)
{
    const qsizetype at = header.toLower().indexOf(name.toLower() + '=');
    if (at < 0)
        return {};
    QByteArray value = header.mid(at + name.size() + 1);
    if (value.startsWith('"'))
        return value.mid(1, value.indexOf('"', 1) - 1);
    return value.left(value.indexOf(';') < 0 ? value.size() : value.indexOf(';')).trimmed();
}

} // namespace

bool isEncryptedType(const QByteArray& contentType)
{
    return contentType.trimmed().toLower().startsWith("multipart/encrypted");
}

std::optional<EncryptedMessage> readEncrypted(const QByteArray& contentType, const QByteArray& body)
{
    const QByteArray marker = "application/octet-stream\r\n";
    const qsizetype start = body.indexOf(marker);
    const qsizetype end = body.lastIndexOf("Encrypted Boundary--");
    if (start < 0 || end < start)
        return std::nullopt;
    EncryptedMessage message;
    message.protocol = parameter(contentType, "protocol");
    bool isNumber = false;
    message.length =
        parameter(body.left(start).simplified(), "Length").split(' ').first().toLongLong(&isNumber);
    QByteArray binary = body.mid(start + marker.size(), end - start - marker.size());
    const qsizetype dashes =
        binary.lastIndexOf("--"); // "--Encrypted Boundary--" or "-- Encrypted Boundary--"
    if (!isNumber || dashes < lengthBytes)
        return std::nullopt;
    binary.truncate(dashes);
    const auto signature = static_cast<qsizetype>(qFromLittleEndian<quint32>(binary.constData()));
    if (signature > binary.size() - lengthBytes)
        return std::nullopt;
    message.sealed.signature = binary.mid(lengthBytes, signature);
    message.sealed.data = binary.mid(lengthBytes + signature);
    return message;
}

QByteArray encryptedType(const QByteArray& protocol)
{
    return "multipart/encrypted;protocol=\"" + protocol + "\";boundary=\"Encrypted Boundary\"";
}

QByteArray writeEncrypted(const EncryptedMessage& message, const QByteArray& originalType)
{
    QByteArray length(lengthBytes, '\0');
    qToLittleEndian(static_cast<quint32>(message.sealed.signature.size()), length.data());
    return "--Encrypted Boundary\r\n\tContent-Type: " + message.protocol +
           "\r\n\tOriginalContent: type=" + originalType + ";Length=" + QByteArray::number(message.length) +
           "\r\n--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n" + length +
           message.sealed.signature + message.sealed.data + "--Encrypted Boundary--\r\n";
}

} // namespace hvgpu::simulation
