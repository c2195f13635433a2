#include "core/wmi/wsman/Conversation.h"

#include "core/wmi/wsman/FaultCodes.h"
#include "core/wmi/wsman/HttpStatus.h"

#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace hvgpu::wsman {
namespace {

// The host lowers anything above its MaxTimeoutms to that, 60 s by default.
constexpr milliseconds LongestOperationTimeout{60'000};

// The host's own word about a timeout is worth more than ours, so it must come before our deadline.
constexpr milliseconds ReplyTime{2'000};
constexpr milliseconds ShortestOperationTimeout{500};
constexpr std::uint32_t EnvelopeGrowth = 4;

milliseconds operationTimeout(milliseconds timeLeft)
{
    return std::clamp(timeLeft - ReplyTime, ShortestOperationTimeout, LongestOperationTimeout);
}

QString newId()
{
    return u"uuid:"_s + QUuid::createUuid().toString(QUuid::WithoutBraces).toUpper();
}

bool wasRefused(const base::Error& error)
{
    return isBusyStatus(error.httpStatus.value_or(0)) ||
           (error.faultCode && isPassingQuota(*error.faultCode)) || error.soapSubcode == "QuotaLimit"_L1;
}

bool brokeOff(const base::Error& error)
{
    return error.layer == base::Layer::Soap && error.code == base::ErrorCode::ProtocolViolation &&
           error.retryable;
}

} // namespace

Conversation::Conversation(wmi::ConnectionSettings settings, base::Clock& clock, const Tuning& tuning)
    : m_settings(std::move(settings))
    , m_clock(clock)
    , m_tuning(tuning)
    , m_channel(m_settings)
    , m_sessionId(newId())
    , m_maxEnvelopeSize(m_settings.maxEnvelopeSize)
{}

Deadline Conversation::deadlineFor(const wmi::CallOptions& options) const
{
    return {m_clock.steadyNow() + options.deadline, options.stop};
}

base::Error Conversation::describe(base::Error error, const SoapCall& call) const
{
    error.operation = call.operation;
    error.target = call.target;
    error.host = m_settings.host;
    return error;
}

base::Result<Answer> Conversation::call(const SoapCall& call, const Deadline& deadline)
{
    if (base::Result<void> alive = probe(call, deadline); !alive)
        return base::fail(alive.error());
    bool broken = false;
    for (int attemptNumber = 1;; ++attemptNumber) {
        const bool wasConnected = statistics().connectionsOpened > 0;
        std::uint64_t rows = 0;
        const base::Result<void> done = attempt(call, deadline, rows);
        if (done)
            return m_lastAnswer;
        base::Error error = describe(done.error(), call);
        const bool brokenAgain =
            brokeOff(error) && std::exchange(broken, true); // whatever cuts it will do so
        const bool again = attemptNumber < m_tuning.maxAttempts && rows == 0 && !brokenAgain &&
                           mayRetry(call, error, wasConnected);
        if (again && backOff(attemptNumber, deadline))
            continue;
        if (again && deadline.stop.stop_requested()) {
            error.layer = base::Layer::Local;
            error.code = base::ErrorCode::Cancelled;
            error.retryable = false;
        }
        if (call.repeat == Repeat::Never)
            markIndeterminate(error);
        return base::fail(std::move(error));
    }
}

// A connection that has rested may be dead, and the host may have forgotten who we are. A question that may
// be repeated finds out, so that a change does not end without an answer for that.
base::Result<void> Conversation::probe(const SoapCall& call, const Deadline& deadline)
{
    const AnswerKind kind = call.expectation.kind;
    const bool changes =
        call.repeat == Repeat::Never && (kind == AnswerKind::Put || kind == AnswerKind::Invoke);
    const auto idle = m_channel.idleFor();
    if (!changes || !idle || *idle < m_tuning.probeAfter)
        return {};
    SoapCall identify;
    identify.operation = call.operation;
    identify.target = call.target;
    identify.repeat = Repeat::Always;
    identify.expectation.kind = AnswerKind::Identify;
    identify.write = [](const RequestWriter&) { return RequestWriter::identify(); };
    const base::Result<Answer> answer = this->call(identify, deadline);
    return answer ? base::Result<void>() : base::fail(answer.error());
}

base::Result<void> Conversation::attempt(const SoapCall& call, const Deadline& deadline, std::uint64_t& rows)
{
    const TransferLimit limit{std::chrono::duration_cast<milliseconds>(deadline.end - m_clock.steadyNow()),
                              deadline.stop};
    Expectation expectation = call.expectation;
    if (expectation.kind != AnswerKind::Identify)
        expectation.messageId = newId();
    const RequestWriter writer({.to = m_settings.url(),
                                .messageId = expectation.messageId,
                                .sessionId = m_sessionId,
                                .maxEnvelopeSize = m_maxEnvelopeSize,
                                .timeout = operationTimeout(limit.timeLeft)});
    m_lastAnswer = {};
    m_sent = false;
    m_answerCounts = true;
    const base::Result<QByteArray> request = call.write(writer);
    if (!request)
        return base::fail(request.error());
    const auto countRows = [&call, &rows](cim::Instance&& row) {
        ++rows;
        if (call.rows)
            call.rows(std::move(row));
    };
    EnvelopeReader reader(std::move(expectation), m_names, countRows, m_tuning.limits);
    base::Result<void> result = m_channel.exchange(*request, call.repeat == Repeat::Always, reader, limit);
    m_sent = m_channel.requestWasSent();
    m_answerCounts = m_channel.answerCounts();
    m_lastAnswer = std::move(reader.answer());
    return result;
}

bool Conversation::mayRetry(const SoapCall& call, const base::Error& error, bool wasConnected) const
{
    if (call.repeat == Repeat::Never)
        return false;
    if (wasRefused(error) && (call.repeat == Repeat::Always || m_answerCounts))
        return true;
    // A host that never answered is reported at once; one that did has probably dropped an idle connection.
    const bool unanswered =
        error.layer == base::Layer::Connect || (error.layer == base::Layer::Http && !error.httpStatus);
    if (call.repeat != Repeat::Always)
        return false;
    return brokeOff(error) || (wasConnected && unanswered && error.code == base::ErrorCode::Unreachable);
}

bool Conversation::growEnvelope(const base::Error& error)
{
    const std::uint32_t cap = m_tuning.maxEnvelopeSizeCap;
    if (!isAnswerTooLarge(error) || error.faultCode == fault::AnswerAboveServerLimit ||
        m_maxEnvelopeSize >= cap)
        return false;
    m_maxEnvelopeSize = std::min(m_maxEnvelopeSize, cap / EnvelopeGrowth) * EnvelopeGrowth;
    return true;
}

bool Conversation::backOff(int attempt, const Deadline& deadline)
{
    const milliseconds window =
        std::min(m_tuning.firstRetryWindow * (1 << std::min(attempt - 1, 8)), m_tuning.lastRetryWindow);
    const milliseconds spread = std::max(window - m_tuning.minimumRetryDelay, milliseconds(1));
    const milliseconds delay =
        m_tuning.minimumRetryDelay +
        milliseconds(QRandomGenerator::global()->bounded(static_cast<qint64>(spread.count())));
    if (m_clock.steadyNow() + delay >= deadline.end)
        return false;
    return m_clock.sleepFor(delay, deadline.stop);
}

// A write whose request left and whose answer did not come may have happened. A fault or a refusal by status
// is an answer, except that the host ran out of time while doing it, and that a status without encryption in
// place of an encrypted answer can be anybody's.
void Conversation::markIndeterminate(base::Error& error) const
{
    const int status = error.httpStatus.value_or(0);
    const bool refused = (status >= 400 && status < 500) || isBusyStatus(status);
    const bool answered = m_lastAnswer.fault || (refused && m_answerCounts);
    const bool timedOutThere = m_lastAnswer.fault && error.code == base::ErrorCode::TimedOut;
    if (!m_sent || (answered && !timedOutThere))
        return;
    error.detail = u"sent, but without a usable answer (%1): %2"_s.arg(base::name(error.code), error.detail);
    error.code = base::ErrorCode::Indeterminate;
    error.retryable = false;
}

} // namespace hvgpu::wsman
