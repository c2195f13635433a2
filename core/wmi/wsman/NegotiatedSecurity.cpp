#include "core/wmi/wsman/NegotiatedSecurity.h"

#include "core/wmi/wsman/CertificateFacts.h"
#include "core/wmi/wsman/EncryptedBody.h"
#include "core/wmi/wsman/HttpConnection.h"
#include "core/wmi/wsman/HttpStatus.h"
#include "core/wmi/wsman/MakeError.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;
using base_clock = std::chrono::steady_clock;

namespace hvgpu::wsman {
namespace {

constexpr int MostLegs = 8;
constexpr qsizetype LargestToken = 128 * 1024;
constexpr qsizetype LargestLegBody = 256 * 1024;
constexpr qsizetype KeptOfLegBody = 1'024;
constexpr std::array SaysNothingYet{200, 400, 411, 500}; // to a request that is empty
constexpr qsizetype LargestPadding = 16; // Kerberos with old ciphers counts it in the announced length

/// What a WWW-Authenticate header says about one scheme.
struct Challenge
{
    bool offered = false;
    QByteArray token;
};

// "Negotiate", "Negotiate <token>" or "Negotiate, Basic realm=…".
Challenge challengeOf(const HttpHead& head, const QByteArray& scheme)
{
    Challenge found;
    for (const QByteArray& header : head.challenges) {
        const QList<QByteArray> parts = header.split(',');
        for (const QByteArray& part : parts) {
            const QByteArray text = part.trimmed();
            const qsizetype space = text.indexOf(' ');
            const QByteArray name = space < 0 ? text : text.left(space);
            if (name.compare(scheme, Qt::CaseInsensitive) != 0)
                continue;
            found.offered = true;
            if (space >= 0 && text.size() <= LargestToken)
                found.token = QByteArray::fromBase64(text.mid(space + 1).trimmed());
        }
    }
    return found;
}

base::Error violated(const QString& detail)
{
    return makeError(base::Layer::Auth, base::ErrorCode::ProtocolViolation, detail);
}

} // namespace

/// The exchange of tokens on one new connection.
class NegotiatedSecurity::Legs
{
public:
    Legs(AuthMechanism& mechanism, const wmi::SignInGate& gate, HttpConnection& connection,
         const TransferLimit& limit, bool https)
        : m_mechanism(mechanism)
        , m_gate(gate)
        , m_connection(connection)
        , m_https(https)
        , m_stop(limit.stop)
        , m_end(base_clock::now() + limit.timeLeft)
    {}

    base::Result<void> run()
    {
        m_connection.renew();
        if (base::Result<void> open = knock(); !open)
            return open;
        if (!m_https)
            m_opened = 0; // it may have hung up after that; the exchange of tokens is on one connection
        const QByteArray binding = m_https ? channelBindingFor(m_connection.certificate()) : QByteArray();
        auto step = begin(binding);
        for (int i = 0; i < MostLegs && step && !m_done; ++i)
            step = i == 0 || proved() ? exchange(*step, i == 0) : exchangeInTurn(*step);
        if (!step)
            return base::fail(step.error());
        if (!m_done)
            return base::fail(violated(u"the host goes on asking for tokens"_s));
        m_gate.accepted();
        return {};
    }

private:
    // Name, port and service are judged before anything is made of a ticket or a password: a host that is not
    // there must not be told as a missing ticket. Over TLS the first token names the certificate besides.
    base::Result<void> knock()
    {
        const auto head = leg({});
        if (!head)
            return base::fail(head.error());
        if (head->status == 401) {
            return challengeOf(*head, m_mechanism.scheme()).offered ? base::Result<void>()
                                                                    : base::fail(notOffered(*head));
        }
        if (std::ranges::find(SaysNothingYet, head->status) != SaysNothingYet.end())
            return {};
        return base::fail(errorFromStatus(*head, false, m_body));
    }

    /// Whether the domain has vouched for the user already, so that the host gets no word about the password.
    [[nodiscard]] bool proved() const { return m_mechanism.package() == "Kerberos"_L1; }

    // Kerberos shows the password to the domain here, or what is made of it.
    base::Result<AuthStep> begin(const QByteArray& binding)
    {
        const auto turn = m_gate.enter(m_stop, m_end);
        if (!turn)
            return base::fail(turn.error());
        auto step = m_mechanism.begin(binding, left());
        if (step && proved())
            m_gate.acceptedByDomain();
        if (!step && step.error().code == base::ErrorCode::CredentialsRejected)
            m_gate.refusedByDomain(step.error());
        return step;
    }

    // NTLM shows it to the host, in the answer to the host's first token.
    base::Result<AuthStep> exchangeInTurn(const AuthStep& step)
    {
        const auto turn = m_gate.enter(m_stop, m_end);
        if (!turn)
            return base::fail(turn.error());
        auto next = exchange(step, false);
        if (m_done)
            m_gate.accepted();
        if (!next && next.error().code == base::ErrorCode::CredentialsRejected)
            m_gate.refused(next.error());
        return next;
    }

    /// Sends the token of @p step; the next step is what the host's answer leads to.
    base::Result<AuthStep> exchange(const AuthStep& step, bool first)
    {
        const auto head = leg(step.token);
        if (!head)
            return base::fail(head.error());
        const bool last = head->status == 200;
        if (!last && head->status != 401)
            return base::fail(errorFromStatus(*head, true, m_body));
        const Challenge challenge = challengeOf(*head, m_mechanism.scheme());
        if (last && step.complete) {
            m_done = true;
            return step;
        }
        if (challenge.token.isEmpty())
            return base::fail(last ? violated(u"the host let us in without proving who it is"_s)
                                   : refused(errorFromStatus(*head, true, m_body), first));
        auto next = m_mechanism.proceed(challenge.token);
        if (last)
            return finish(std::move(next));
        // Some hosts say no in a token; not every library has a word for that.
        if (!next && next.error().code == base::ErrorCode::Internal) {
            next.error().code = base::ErrorCode::CredentialsRejected;
            return base::fail(refused(std::move(next.error()), first));
        }
        return next;
    }

    base::Result<AuthStep> finish(base::Result<AuthStep> step)
    {
        if (step && !step->complete)
            return base::fail(violated(u"the host ended the exchange of tokens too early"_s));
        m_done = step.has_value();
        return step;
    }

    // What the host says no to. The first token of NTLM holds nothing of the password, and over TLS the host
    // also refuses who does not name its certificate, because somebody else's was shown to us.
    [[nodiscard]] base::Error refused(base::Error error, bool first) const
    {
        const QString package = m_mechanism.package();
        const QString remark = m_mechanism.remark();
        if (first && package == "NTLM"_L1) {
            error.code = base::ErrorCode::Unsupported;
            error.detail =
                u"NTLM is not allowed there: it was refused before a password was shown (%1)"_s.arg(
                    error.detail);
            error.httpStatus.reset(); // Negotiate is offered, so that is nothing to switch on
        } else {
            error.detail += u"; signed in with "_s + package;
            if (m_https)
                error.layer = base::Layer::Tls;
            else if (proved()) // the domain has accepted the account: it is the ticket that the host refused
                error.layer = base::Layer::Http;
        }
        if (!remark.isEmpty())
            error.detail += u", because Kerberos was not possible: "_s + remark;
        return error;
    }

    [[nodiscard]] base::Error notOffered(const HttpHead& head) const
    {
        base::Error error = errorFromStatus(head, true, m_body);
        error.code = base::ErrorCode::Unsupported;
        return error;
    }

    [[nodiscard]] TransferLimit left() const
    {
        return {std::chrono::duration_cast<std::chrono::milliseconds>(m_end - base_clock::now()), m_stop};
    }

    base::Result<HttpHead> leg(const QByteArray& token)
    {
        HttpRequest request{.contentType = "application/soap+xml;charset=UTF-8",
                            .body = {},
                            .authorization = {},
                            .headers = {},
                            .mayRepeat = false};
        if (!token.isEmpty())
            request.authorization = base::Secret(m_mechanism.scheme() + ' ' + token.toBase64());
        m_body.clear();
        qsizetype size = 0;
        const auto sink = [&](const HttpHead& head, QByteArrayView piece) -> base::Result<void> {
            m_body += piece.first(std::min(piece.size(), KeptOfLegBody - m_body.size()));
            size += piece.size();
            if (size <= LargestLegBody)
                return {};
            return base::fail(errorFromStatus(head, true, m_body));
        };
        const bool first = m_opened == 0;
        base::Result<HttpHead> head = m_connection.post(request, sink, left());
        if (!head)
            return head;
        if (first)
            m_opened = m_connection.connectionNumber();
        if (m_opened != m_connection.connectionNumber()) {
            return base::fail(makeError(base::Layer::Http, base::ErrorCode::Unreachable,
                                        u"the host closed the connection while signing in"_s, true));
        }
        return head;
    }

    AuthMechanism& m_mechanism;
    const wmi::SignInGate& m_gate;
    HttpConnection& m_connection;
    bool m_https;
    std::stop_token m_stop;
    base_clock::time_point m_end;
    QByteArray m_body;
    std::uint64_t m_opened = 0;
    bool m_done = false;
};

NegotiatedSecurity::NegotiatedSecurity(std::unique_ptr<AuthMechanism> mechanism, bool https,
                                       wmi::SignInGate gate)
    : m_mechanism(std::move(mechanism))
    , m_gate(std::move(gate))
    , m_https(https)
{}

base::Result<void> NegotiatedSecurity::prepare(HttpConnection& connection, const TransferLimit& limit)
{
    if (!m_mechanism) {
        return base::fail(makeError(base::Layer::Auth, base::ErrorCode::Unsupported,
                                    u"this program was built without Kerberos and NTLM"_s));
    }
    if (m_signedIn && m_connection == connection.connectionNumber() && !connection.isIdleTooLong() &&
        !m_mechanism->hasExpired())
        return {};
    m_signedIn = false;
    if (base::Result<void> done = Legs(*m_mechanism, m_gate, connection, limit, m_https).run(); !done)
        return done;
    m_signedIn = true;
    m_connection = connection.connectionNumber();
    return {};
}

base::Result<void> NegotiatedSecurity::protect(HttpRequest& request)
{
    if (m_https)
        return {};
    const auto sealed = m_mechanism->seal(request.body);
    if (!sealed)
        return base::fail(sealed.error());
    const QByteArray protocol = encryptionProtocol(m_mechanism->scheme());
    request.body = encryptedBody(*sealed, protocol);
    request.contentType = encryptedContentType(protocol);
    // libcurl must not send it again by itself: the host refuses a message that it has seen before.
    request.mayRepeat = false;
    return {};
}

base::Result<QByteArray> NegotiatedSecurity::open(const QByteArray& body)
{
    const auto parts = readEncryptedBody(body);
    if (!parts)
        return base::fail(parts.error());
    auto plain = m_mechanism->unseal(parts->signature, parts->data);
    if (!plain)
        return plain;
    const qsizetype surplus = parts->plainLength - plain->size();
    if (surplus < 0 || surplus > LargestPadding)
        return base::fail(violated(u"an encrypted message is not as long as it says"_s));
    if (!isSoap(parts->contentType))
        return base::fail(violated(u"an encrypted message holds no SOAP"_s));
    return plain;
}

} // namespace hvgpu::wsman
