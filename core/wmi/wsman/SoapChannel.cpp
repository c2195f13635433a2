#include "core/wmi/wsman/SoapChannel.h"

#include "core/wmi/wsman/EncryptedBody.h"
#include "core/wmi/wsman/HttpStatus.h"
#include "core/wmi/wsman/MakeError.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace hvgpu::wsman {
namespace {

constexpr qsizetype KeptOfOtherBodies = 1'024;
constexpr qsizetype MaxOtherBody = 1024 * 1024;
constexpr qsizetype MaxSealedBody =
    32 * 1024 * 1024; // it has to be whole before the first byte can be believed

// Anybody on the way can say 401 to a message that the host has carried out: for the outcome it is worth no
// more than a connection that was lost.
base::Error unansweredSealed()
{
    return makeError(base::Layer::Http, base::ErrorCode::Unreachable,
                     u"an encrypted request was answered by HTTP 401, which is not encrypted and may not be "
                     "the host's"_s,
                     true);
}

} // namespace

/// An answer as far as it is not SOAP that the reader takes while it comes in.
struct SoapChannel::Received
{
    QByteArray sealed;
    QByteArray other; ///< the beginning of anything else
    qsizetype otherSize = 0;
};

SoapChannel::SoapChannel(const wmi::ConnectionSettings& settings)
    : m_connection(settings)
    , m_security(makeSecurityContext(settings))
    , m_readable(!settings.https && !m_security->seals())
{}

base::Result<void> SoapChannel::exchange(const QByteArray& request, bool mayRepeat, EnvelopeReader& reader,
                                         const TransferLimit& limit)
{
    const auto end = steady_clock::now() + limit.timeLeft;
    for (bool mayAgain = m_security->belongsToConnection();; mayAgain = false) {
        m_sent = false;
        m_answerCounts = true;
        const auto left = [&]() -> TransferLimit {
            return {duration_cast<milliseconds>(end - steady_clock::now()), limit.stop};
        };
        if (base::Result<void> ready = m_security->prepare(m_connection, left()); !ready)
            return ready;
        Received received;
        const base::Result<HttpHead> head = send(request, mayRepeat, reader, received, left());
        const bool seals = m_security->seals();
        const bool unknown = head && head->status == 401; // the host does not know the connection any more …
        m_answerCounts = !seals || (head && isEncrypted(head->contentType));
        if (!head || unknown)
            m_security->forget();
        if (mayAgain && !head && m_connection.connectionWasGone())
            continue; // nothing has left
        if (!head)
            return base::fail(head.error());
        // … and has not carried the request out, if it was the host that said so.
        if (mayAgain && unknown && (mayRepeat || m_answerCounts))
            continue;
        if (unknown && seals && !mayRepeat)
            return base::fail(unansweredSealed());
        return seals ? concludeSealed(*head, reader, received)
                     : conclude(*head, isSoap(head->contentType), reader, received.other);
    }
}

std::optional<milliseconds> SoapChannel::idleFor() const
{
    return m_connection.connectionNumber() == 0 ? std::nullopt : std::optional(m_connection.idleFor());
}

base::Result<HttpHead> SoapChannel::send(const QByteArray& request, bool mayRepeat, EnvelopeReader& reader,
                                         Received& received, const TransferLimit& limit)
{
    HttpRequest http{.contentType = "application/soap+xml;charset=UTF-8",
                     .body = request,
                     .authorization = {},
                     .headers = {},
                     .mayRepeat = mayRepeat,
                     .sameConnection = m_security->belongsToConnection()};
    if (base::Result<void> allowed = m_security->protect(http); !allowed)
        return base::fail(allowed.error());
    const bool seals = m_security->seals();
    const auto sink = [&](const HttpHead& head, QByteArrayView piece) -> base::Result<void> {
        const bool readable = head.status != 401 || !m_security->belongsToConnection();
        if (!seals && readable && isSoap(head.contentType)) {
            base::Result<void> read = reader.feed(piece);
            if (!read)
                read.error().httpStatus = head.status;
            return read;
        }
        if (seals && isEncrypted(head.contentType) &&
            received.sealed.size() + piece.size() <= MaxSealedBody) {
            received.sealed += piece;
            return {};
        }
        received.otherSize += piece.size();
        received.other += piece.first(std::min(piece.size(), KeptOfOtherBodies - received.other.size()));
        if (received.otherSize <= MaxOtherBody)
            return {};
        return base::fail(errorFromStatus(head, m_security->sendsCredentials(), received.other));
    };
    base::Result<HttpHead> head = m_connection.post(http, sink, limit);
    m_sent = m_connection.requestWasSent();
    m_security->learn(head ? &*head : nullptr);
    return head;
}

// What comes unsealed was perhaps not said by the host: a status is taken as a hint why there is no answer,
// SOAP is never read.
base::Result<void> SoapChannel::concludeSealed(const HttpHead& head, EnvelopeReader& reader,
                                               const Received& received)
{
    if (!isEncrypted(head.contentType)) {
        m_security->forget(); // whoever spoke, the two sides count their messages differently now
        if (head.status != 200 && !isSoap(head.contentType))
            return base::fail(errorFromStatus(head, true, received.other));
        return base::fail(makeError(base::Layer::Auth, base::ErrorCode::ProtocolViolation,
                                    u"the answer is not encrypted, so it cannot be trusted"_s));
    }
    base::Result<QByteArray> plain = m_security->open(received.sealed);
    if (!plain) {
        m_security->forget();
        plain.error().httpStatus = head.status;
        return base::fail(plain.error());
    }
    if (base::Result<void> read = reader.feed(*plain); !read) {
        read.error().httpStatus = head.status;
        return read;
    }
    return conclude(head, true, reader, {});
}

base::Result<void> SoapChannel::conclude(const HttpHead& head, bool hasSoap, EnvelopeReader& reader,
                                         const QByteArray& other)
{
    base::Result<void> complete = hasSoap ? reader.finish() : base::Result<void>();
    if (hasSoap && complete && reader.answer().fault) {
        base::Error error = reader.answer().fault->toError();
        error.httpStatus = head.status;
        return base::fail(std::move(error));
    }
    const bool damaged = hasSoap && !complete && reader.hasBegun();
    if (!damaged && (head.status != 200 || !hasSoap)) {
        base::Error error = errorFromStatus(head, m_security->sendsCredentials(), other);
        const QByteArray scheme = m_security->scheme();
        if (head.status == 401 && !scheme.isEmpty() && !head.challenges.isEmpty() && !offers(head, scheme))
            error.code = base::ErrorCode::Unsupported; // whatever the password is
        // How Windows says that it takes encrypted messages only.
        if (head.status == 500 && head.contentType.isEmpty() && m_readable && !m_answered) {
            error.code = base::ErrorCode::EncryptionRequired;
            error.detail = u"HTTP 500 without a word, as a host answers that takes encrypted messages only"_s;
        }
        return base::fail(std::move(error));
    }
    if (!complete)
        complete.error().httpStatus = head.status;
    m_answered = m_answered || complete;
    return complete;
}

} // namespace hvgpu::wsman
