#include "core/wmi/wsman/CertificateFacts.h"

#include "core/wmi/wsman/Der.h"

#include <QByteArrayView>
#include <QCryptographicHash>

#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

using der::take;

/// The signed part and the signature algorithm of a certificate.
struct Parts
{
    QByteArrayView toBeSigned;
    QByteArrayView algorithm;
};

std::optional<Parts> partsOf(const QByteArray& der)
{
    QByteArrayView rest(der);
    const auto certificate = take(rest, der::Sequence);
    if (!certificate)
        return std::nullopt;
    QByteArrayView inside = certificate->content;
    const auto toBeSigned = take(inside, der::Sequence);
    const auto algorithm = toBeSigned ? take(inside, der::Sequence) : std::nullopt;
    if (!algorithm)
        return std::nullopt;
    return Parts{toBeSigned->content, algorithm->content};
}

struct HashRow
{
    QByteArrayView oid;
    QCryptographicHash::Algorithm hash;
};

// Signature algorithms, and hash functions as RSASSA-PSS names them, that are neither SHA-256 nor older.
constexpr std::array StrongerHashes{
    HashRow{QByteArrayView("\x2A\x86\x48\x86\xF7\x0D\x01\x01\x0C", 9), QCryptographicHash::Sha384}, // RSA
    HashRow{QByteArrayView("\x2A\x86\x48\x86\xF7\x0D\x01\x01\x0D", 9), QCryptographicHash::Sha512},
    HashRow{QByteArrayView("\x2A\x86\x48\xCE\x3D\x04\x03\x03", 8), QCryptographicHash::Sha384}, // ECDSA
    HashRow{QByteArrayView("\x2A\x86\x48\xCE\x3D\x04\x03\x04", 8), QCryptographicHash::Sha512},
    HashRow{QByteArrayView("\x60\x86\x48\x01\x65\x03\x04\x02\x02", 9), QCryptographicHash::Sha384},
    HashRow{QByteArrayView("\x60\x86\x48\x01\x65\x03\x04\x02\x03", 9), QCryptographicHash::Sha512},
};
constexpr QByteArrayView RsaPss("\x2A\x86\x48\x86\xF7\x0D\x01\x01\x0A", 9);

QCryptographicHash::Algorithm hashNamed(QByteArrayView oid)
{
    for (const HashRow& row : StrongerHashes) {
        if (row.oid == oid)
            return row.hash;
    }
    return QCryptographicHash::Sha256;
}

/// parameters SEQUENCE { [0] { SEQUENCE { hash OID … } } … }
QCryptographicHash::Algorithm hashOfPss(QByteArrayView parameters)
{
    const auto all = take(parameters, der::Sequence);
    QByteArrayView inside = all ? all->content : QByteArrayView();
    const auto tagged = take(inside, der::Context0);
    inside = tagged ? tagged->content : QByteArrayView();
    const auto algorithm = take(inside, der::Sequence);
    inside = algorithm ? algorithm->content : QByteArrayView();
    const auto oid = take(inside, der::ObjectId);
    return oid ? hashNamed(oid->content) : QCryptographicHash::Sha256;
}

QCryptographicHash::Algorithm hashOf(QByteArrayView algorithm)
{
    const auto oid = take(algorithm, der::ObjectId);
    if (!oid)
        return QCryptographicHash::Sha256;
    return oid->content == RsaPss ? hashOfPss(algorithm) : hashNamed(oid->content);
}

QString plainPin(const QString& text)
{
    QString digits = text;
    return digits.remove(u':').remove(u' ').toUpper();
}

} // namespace

QList<QByteArray> allFromPem(const QByteArray& pem)
{
    const QByteArray begin = "-----BEGIN CERTIFICATE-----";
    const QByteArray end = "-----END CERTIFICATE-----";
    QList<QByteArray> found;
    qsizetype from = pem.indexOf(begin);
    while (from >= 0) {
        const qsizetype to = pem.indexOf(end, from);
        if (to < 0)
            break;
        found += QByteArray::fromBase64(pem.mid(from + begin.size(), to - from - begin.size()));
        from = pem.indexOf(begin, to);
    }
    return found;
}

QByteArray derFromPem(const QByteArray& pem)
{
    return allFromPem(pem).value(0);
}

QString certificateFingerprint(const QByteArray& der)
{
    if (der.isEmpty())
        return {};
    return QString::fromLatin1(
        QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex(':').toUpper());
}

bool matchesPin(const QString& pinned, const QByteArray& der)
{
    if (der.isEmpty())
        return false;
    const QString shown = plainPin(certificateFingerprint(der));
    const QStringList pins = pinned.split(u',');
    return std::ranges::any_of(pins, [&shown](const QString& pin) { return plainPin(pin) == shown; });
}

QByteArray publicKeyPin(const QByteArray& der)
{
    const auto parts = partsOf(der);
    if (!parts)
        return {};
    QByteArrayView fields = parts->toBeSigned;
    if (!fields.isEmpty() && static_cast<unsigned char>(fields.front()) == der::Context0)
        (void)take(fields);
    for (int skipped = 0; skipped < 5; ++skipped) { // serial, algorithm, issuer, validity, subject
        if (!take(fields))
            return {};
    }
    const auto key = take(fields, der::Sequence);
    if (!key)
        return {};
    return "sha256//" +
           QCryptographicHash::hash(key->whole.toByteArray(), QCryptographicHash::Sha256).toBase64();
}

QByteArray channelBindingFor(const QByteArray& der)
{
    const auto parts = partsOf(der);
    if (!parts)
        return {};
    return "tls-server-end-point:" + QCryptographicHash::hash(der, hashOf(parts->algorithm));
}

} // namespace hvgpu::wsman
