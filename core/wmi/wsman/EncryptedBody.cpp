#include "core/wmi/wsman/EncryptedBody.h"

#include "core/wmi/wsman/MakeError.h"

#include <QList>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

constexpr QByteArrayView OriginalType = "application/soap+xml;charset=UTF-8";
constexpr qsizetype LongestSignature = 64 * 1024;
constexpr qsizetype LongestHeaderPart = 4 * 1024;

tl::unexpected<base::Error> unreadable(const QString& detail)
{
    return base::fail(makeError(base::Layer::Auth, base::ErrorCode::ProtocolViolation,
                                u"not a readable encrypted message: "_s + detail));
}

/// Reads the lines before the binary part, whose end no length announces.
class PartReader
{
public:
    explicit PartReader(const QByteArray& body)
        : m_body(body)
    {}

    /// The next line without its end and the white space around it; null at the end.
    std::optional<QByteArrayView> line()
    {
        const qsizetype end = m_body.indexOf('\n', m_at);
        if (end < 0 || end - m_at > LongestHeaderPart)
            return std::nullopt;
        const QByteArrayView text = QByteArrayView(m_body).sliced(m_at, end - m_at).trimmed();
        m_at = end + 1;
        return text;
    }
    [[nodiscard]] qsizetype position() const { return m_at; }

private:
    const QByteArray& m_body;
    qsizetype m_at = 0;
};

// "--Encrypted Boundary", and "-- Encrypted Boundary" of some peers.
bool isBoundary(QByteArrayView line)
{
    return line.startsWith("--") &&
           line.sliced(2).trimmed().compare("Encrypted Boundary", Qt::CaseInsensitive) == 0;
}

std::optional<QByteArrayView> valueOf(QByteArrayView line, QByteArrayView name)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || line.first(colon).trimmed().compare(name, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    return line.sliced(colon + 1).trimmed();
}

// "type=application/soap+xml;charset=UTF-8;Length=1234"
bool readOriginalContent(QByteArrayView value, EncryptedParts& parts)
{
    const QByteArray text = value.toByteArray();
    const qsizetype length = text.toLower().lastIndexOf("length=");
    if (length < 0 || !text.toLower().startsWith("type="))
        return false;
    bool isNumber = false;
    parts.plainLength = text.mid(length + 7).split(';').first().trimmed().toLongLong(&isNumber);
    parts.contentType = text.mid(5, length - 5).trimmed();
    while (parts.contentType.endsWith(';') || parts.contentType.endsWith(' '))
        parts.contentType.chop(1);
    return isNumber && parts.plainLength >= 0;
}

/// Where the binary part ends: searched from the end of the body, as ciphertext may look like anything.
qsizetype endOfData(const QByteArray& body, qsizetype from)
{
    qsizetype end =
        std::max(body.lastIndexOf("--Encrypted Boundary--"), body.lastIndexOf("-- Encrypted Boundary--"));
    if (end < from)
        return -1;
    const QByteArray tail = body.mid(end + 2).trimmed();
    return tail == "Encrypted Boundary--" ? end : -1;
}

} // namespace

QByteArray encryptionProtocol(const QByteArray& scheme)
{
    return scheme.compare("Kerberos", Qt::CaseInsensitive) == 0
               ? QByteArray("application/HTTP-Kerberos-session-encrypted")
               : QByteArray("application/HTTP-SPNEGO-session-encrypted");
}

QByteArray encryptedContentType(const QByteArray& protocol)
{
    return "multipart/encrypted;protocol=\"" + protocol + "\";boundary=\"Encrypted Boundary\"";
}

QByteArray encryptedBody(const SealedMessage& message, const QByteArray& protocol)
{
    QByteArray body;
    body.reserve(message.signature.size() + message.data.size() + 512);
    body.append("--Encrypted Boundary\r\n\tContent-Type: ").append(protocol);
    body.append("\r\n\tOriginalContent: type=").append(OriginalType);
    body.append(";Length=").append(QByteArray::number(message.plainLength));
    body.append("\r\n--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n");
    QByteArray length(4, '\0');
    qToLittleEndian(static_cast<quint32>(message.signature.size()), length.data());
    body.append(length).append(message.signature).append(message.data);
    body.append("--Encrypted Boundary--\r\n");
    return body;
}

bool isEncrypted(const QByteArray& contentType)
{
    return contentType.split(';').first().trimmed().toLower() == "multipart/encrypted";
}

base::Result<EncryptedParts> readEncryptedBody(const QByteArray& body)
{
    PartReader reader(body);
    EncryptedParts parts;
    bool described = false;
    bool binaryFollows = false;
    for (int boundaries = 0; !binaryFollows;) {
        const auto line = reader.line();
        if (!line)
            return unreadable(u"its parts end too early"_s);
        if (isBoundary(*line)) {
            if (++boundaries > 2)
                return unreadable(u"too many parts"_s);
        } else if (const auto original = valueOf(*line, "OriginalContent")) {
            if (!readOriginalContent(*original, parts))
                return unreadable(u"its length is missing"_s);
            described = true;
        } else if (const auto type = valueOf(*line, "Content-Type")) {
            binaryFollows =
                boundaries == 2 && type->compare("application/octet-stream", Qt::CaseInsensitive) == 0;
        }
    }
    const qsizetype start = reader.position();
    const qsizetype end = endOfData(body, start);
    if (!described || end < 0 || end - start < 4)
        return unreadable(u"a part is missing"_s);
    const QByteArrayView binary = QByteArrayView(body).sliced(start, end - start);
    const auto signatureSize = static_cast<qsizetype>(qFromLittleEndian<quint32>(binary.data()));
    if (signatureSize > LongestSignature || signatureSize > binary.size() - 4)
        return unreadable(u"its signature is longer than the message"_s);
    parts.signature = binary.sliced(4, signatureSize);
    parts.data = binary.sliced(4 + signatureSize);
    return parts;
}

} // namespace hvgpu::wsman
