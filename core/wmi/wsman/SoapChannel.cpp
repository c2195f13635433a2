#include "core/wmi/wsman/SoapChannel.h"

#include "core/wmi/wsman/HttpStatus.h"

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

constexpr qsizetype KeptOfOtherBodies = 1'024;
constexpr qsizetype MaxOtherBody = 1024 * 1024;

} // namespace

SoapChannel::SoapChannel(const wmi::ConnectionSettings& settings)
    : m_connection(settings)
    , m_security(makeSecurityContext(settings))
{}

base::Result<void> SoapChannel::exchange(QByteArray request, bool mayRepeat, EnvelopeReader& reader,
                                         const TransferLimit& limit)
{
    m_sent = false;
    HttpRequest http{.contentType = "application/soap+xml;charset=UTF-8",
                     .body = std::move(request),
                     .authorization = {},
                     .headers = {},
                     .mayRepeat = mayRepeat};
    if (base::Result<void> allowed = m_security->protect(http); !allowed)
        return allowed;
    QByteArray other;
    qsizetype otherSize = 0;
    const auto sink = [&](const HttpHead& head, QByteArrayView piece) -> base::Result<void> {
        if (isSoap(head.contentType)) {
            base::Result<void> read = reader.feed(piece);
            if (!read)
                read.error().httpStatus = head.status;
            return read;
        }
        otherSize += piece.size();
        other += piece.first(std::min(piece.size(), KeptOfOtherBodies - other.size()));
        if (otherSize <= MaxOtherBody)
            return {};
        return base::fail(errorFromStatus(head, m_security->sendsCredentials(), other));
    };
    const base::Result<HttpHead> head = m_connection.post(http, sink, limit);
    m_sent = m_connection.requestWasSent();
    if (!head)
        return base::fail(head.error());
    return conclude(*head, reader, other);
}

base::Result<void> SoapChannel::conclude(const HttpHead& head, EnvelopeReader& reader,
                                         const QByteArray& other)
{
    base::Result<void> complete = isSoap(head.contentType) ? reader.finish() : base::Result<void>();
    if (isSoap(head.contentType) && complete && reader.answer().fault) {
        base::Error error = reader.answer().fault->toError();
        error.httpStatus = head.status;
        return base::fail(std::move(error));
    }
    if (head.status != 200 || !isSoap(head.contentType))
        return base::fail(errorFromStatus(head, m_security->sendsCredentials(), other));
    if (!complete)
        complete.error().httpStatus = head.status;
    return complete;
}

} // namespace hvgpu::wsman
