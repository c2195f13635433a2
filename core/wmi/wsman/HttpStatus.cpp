#include "core/wmi/wsman/HttpStatus.h"

#include "core/wmi/wsman/MakeError.h"
#include <QStringList>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

using base::ErrorCode;
using base::Layer;

constexpr qsizetype QuotedCharacters = 200;

QString printable(QByteArrayView body)
{
    QString text;
    const QString decoded = QString::fromUtf8(body);
    for (const QChar c : decoded) {
        if (text.size() == QuotedCharacters)
            break;
        text += c.isPrint() ? c : QChar(u' ');
    }
    return text.simplified();
}

// "Negotiate, Basic realm=…" comes as one header each or as a list; only the names are worth showing.
QStringList schemes(const QList<QByteArray>& challenges)
{
    QStringList names;
    for (const QByteArray& challenge : challenges) {
        const QList<QByteArray> parts = challenge.split(',');
        for (const QByteArray& part : parts) {
            const QString name = QString::fromUtf8(part.trimmed().split(' ').first());
            if (!name.isEmpty() && !name.contains(u'=') && !names.contains(name))
                names += name;
        }
    }
    return names;
}

QString listed(const QStringList& names)
{
    return names.isEmpty() ? u"none"_s : names.join(", "_L1);
}

base::Error withoutStatus(const HttpHead& head, bool credentialsSent, QByteArrayView body)
{
    switch (head.status) {
    case 401: // Layer::Auth is about what was tried; without credentials nothing was
        return makeError(credentialsSent ? Layer::Auth : Layer::Http,
                         credentialsSent ? ErrorCode::CredentialsRejected : ErrorCode::CredentialsMissing,
                         u"HTTP 401; the host offers: %1"_s.arg(listed(schemes(head.challenges))));
    case 403:
        return makeError(Layer::Auth, ErrorCode::AccessDenied,
                         u"HTTP 403: the web server refuses the request"_s);
    case 404:
        return makeError(Layer::Http, ErrorCode::Unsupported,
                         u"HTTP 404: there is no WS-Management at this path"_s);
    case 413:
        return makeError(Layer::Http, ErrorCode::LimitExceeded,
                         u"HTTP 413: above the host's MaxEnvelopeSizekb"_s);
    case 425:
    case 429:
        return makeError(Layer::Http, ErrorCode::QuotaExceeded,
                         u"HTTP %1: too many requests"_s.arg(head.status), true);
    case 503:
        return makeError(Layer::Http, ErrorCode::Unreachable,
                         u"HTTP 503: WinRM is stopped or has too many connections"_s, true);
    default:
        break;
    }
    const QString type = QString::fromUtf8(head.contentType.left(100));
    return makeError(Layer::Http, ErrorCode::ProtocolViolation,
                     u"HTTP %1 without SOAP (Content-Type \"%2\"): %3"_s.arg(QString::number(head.status),
                                                                             type, printable(body)));
}

} // namespace

bool isSoap(const QByteArray& contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    return type == "application/soap+xml" || type == "text/xml" || type == "application/xml";
}

base::Error errorFromStatus(const HttpHead& head, bool credentialsSent, QByteArrayView body)
{
    base::Error error = withoutStatus(head, credentialsSent, body);
    error.httpStatus = head.status;
    return error;
}

bool offers(const HttpHead& head, const QByteArray& scheme)
{
    return schemes(head.challenges).contains(QString::fromLatin1(scheme), Qt::CaseInsensitive);
}

bool isBusyStatus(int status)
{
    return status == 503 || status == 429 || status == 425;
}

} // namespace hvgpu::wsman
