#include "core/wmi/wsman/CertificateSummaries.h"

#include "core/wmi/wsman/CertificateFacts.h"
#include "core/wmi/wsman/Der.h"

#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

using der::Element;
using der::take;

struct AttributeName
{
    QByteArrayView oid;
    QLatin1String name;
};

// The parts of a distinguished name that people know (RFC 4514).
constexpr std::array AttributeNames{
    AttributeName{QByteArrayView("\x55\x04\x03", 3), "CN"_L1},
    AttributeName{QByteArrayView("\x55\x04\x06", 3), "C"_L1},
    AttributeName{QByteArrayView("\x55\x04\x07", 3), "L"_L1},
    AttributeName{QByteArrayView("\x55\x04\x08", 3), "ST"_L1},
    AttributeName{QByteArrayView("\x55\x04\x0A", 3), "O"_L1},
    AttributeName{QByteArrayView("\x55\x04\x0B", 3), "OU"_L1},
    AttributeName{QByteArrayView("\x09\x92\x26\x89\x93\xF2\x2C\x64\x01\x19", 10), "DC"_L1},
};
constexpr QByteArrayView CommonName("\x55\x04\x03", 3);
constexpr QByteArrayView SubjectAltName("\x55\x1D\x11", 3);

QString textOf(const Element& value)
{
    if (value.tag == der::BmpString) {
        QString text;
        for (qsizetype i = 0; i + 1 < value.content.size(); i += 2)
            text += QChar(static_cast<uchar>(value.content[i + 1]), static_cast<uchar>(value.content[i]));
        return text;
    }
    return value.tag == der::Utf8String ? QString::fromUtf8(value.content)
                                        : QString::fromLatin1(value.content);
}

/// A name as people write it, and its common name.
struct DistinguishedName
{
    QStringList parts;
    QString common;
};

DistinguishedName nameOf(QByteArrayView sets)
{
    DistinguishedName name;
    while (const auto set = take(sets)) {
        QByteArrayView attributes = set->content;
        while (const auto attribute = take(attributes, der::Sequence)) {
            QByteArrayView pair = attribute->content;
            const auto oid = take(pair, der::ObjectId);
            const auto value = oid ? take(pair) : std::nullopt;
            if (!value)
                continue;
            const auto known = std::ranges::find(AttributeNames, oid->content, &AttributeName::oid);
            if (known != AttributeNames.end())
                name.parts << QString(known->name) + u'=' + textOf(*value);
            if (oid->content == CommonName)
                name.common = textOf(*value);
        }
    }
    return name;
}

/// UTCTime with years from 1950 to 2049, or GeneralizedTime; always in UTC.
QDateTime timeOf(const Element& element)
{
    QString text = QString::fromLatin1(element.content);
    if (element.tag == der::UtcTime)
        text.prepend(text.left(2).toInt() < 50 ? u"20"_s : u"19"_s);
    QDateTime time = QDateTime::fromString(text, u"yyyyMMddHHmmss'Z'"_s);
    time.setTimeSpec(Qt::UTC);
    return time;
}

QString addressOf(QByteArrayView bytes)
{
    QStringList parts;
    if (bytes.size() == 4) {
        for (const char byte : bytes)
            parts << QString::number(static_cast<uchar>(byte));
        return parts.join(u'.');
    }
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
        parts << QString::number(static_cast<uchar>(bytes[i]) * 256 + static_cast<uchar>(bytes[i + 1]), 16);
    const QString text = parts.join(u':');
    return text == u"0:0:0:0:0:0:0:1"_s ? u"::1"_s : text;
}

QStringList alternativeNames(QByteArrayView value)
{
    QStringList names;
    const auto list = take(value, der::Sequence);
    QByteArrayView entries = list ? list->content : QByteArrayView();
    while (const auto entry = take(entries)) {
        if (entry->tag == der::DnsName)
            names << QString::fromLatin1(entry->content);
        else if (entry->tag == der::IpAddress)
            names << addressOf(entry->content);
    }
    return names;
}

QStringList namesInExtensions(QByteArrayView tagged)
{
    const auto list = take(tagged, der::Sequence);
    QByteArrayView extensions = list ? list->content : QByteArrayView();
    while (const auto extension = take(extensions, der::Sequence)) {
        QByteArrayView parts = extension->content;
        const auto oid = take(parts, der::ObjectId);
        if (!oid || oid->content != SubjectAltName)
            continue;
        auto value = take(parts);
        if (value && value->tag == der::Boolean) // critical
            value = take(parts);
        return value ? alternativeNames(value->content) : QStringList();
    }
    return {};
}

void read(QByteArrayView fields, base::CertificateSummary& summary)
{
    if (!fields.isEmpty() && static_cast<unsigned char>(fields.front()) == der::Context0)
        (void)take(fields);
    (void)take(fields); // serial
    (void)take(fields); // algorithm
    const auto issuer = take(fields, der::Sequence);
    const auto validity = issuer ? take(fields, der::Sequence) : std::nullopt;
    const auto subject = validity ? take(fields, der::Sequence) : std::nullopt;
    if (!subject)
        return;
    QByteArrayView times = validity->content;
    if (const auto from = take(times))
        summary.validFrom = timeOf(*from);
    if (const auto until = take(times))
        summary.validUntil = timeOf(*until);
    const DistinguishedName name = nameOf(subject->content);
    summary.issuer = nameOf(issuer->content).parts.join(u", "_s);
    summary.subject = name.parts.join(u", "_s);
    while (const auto field = take(fields)) {
        if (field->tag == der::Context3)
            summary.names = namesInExtensions(field->content);
    }
    if (summary.names.isEmpty() && !name.common.isEmpty()) // as before there were alternative names
        summary.names = {name.common};
}

} // namespace

base::CertificateSummary summaryOf(const QByteArray& der)
{
    base::CertificateSummary summary;
    summary.fingerprint = certificateFingerprint(der);
    QByteArrayView rest(der);
    const auto certificate = take(rest, der::Sequence);
    QByteArrayView inside = certificate ? certificate->content : QByteArrayView();
    if (const auto toBeSigned = take(inside, der::Sequence))
        read(toBeSigned->content, summary);
    return summary;
}

} // namespace hvgpu::wsman
