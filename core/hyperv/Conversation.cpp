#include "core/hyperv/Conversation.h"

#include "core/cim/Wql.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {

namespace {

using base::ErrorCode;
using base::Layer;

constexpr int maximumRestartsAwaited = 3;
constexpr std::chrono::milliseconds restartWait{1'000};
constexpr std::chrono::milliseconds restartWaitStep{500};

base::Error localError(ErrorCode code, const QString& detail)
{
    base::Error error;
    error.layer = Layer::Local;
    error.code = code;
    error.operation = u"Read host"_s;
    error.detail = detail;
    return error;
}

} // namespace

Conversation::Conversation(wmi::Session& session, base::Clock& clock, ReadOptions options)
    : m_session(session)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_started(clock.steadyNow())
{}

std::optional<base::Error> Conversation::expired() const
{
    if (m_options.stop.stop_requested())
        return localError(ErrorCode::Cancelled, u"stopped by the caller"_s);
    if (m_clock.steadyNow() - m_started >= m_options.totalDeadline)
        return localError(ErrorCode::TimedOut, u"the whole read took too long"_s);
    return std::nullopt;
}

bool Conversation::isFatal(const base::Error& error) const
{
    switch (error.code) {
    case ErrorCode::Cancelled:
    case ErrorCode::CredentialsRejected:
    case ErrorCode::CredentialsMissing:
    case ErrorCode::Untrusted:
    case ErrorCode::CertificateChanged:
    case ErrorCode::EncryptionRequired:
        return true;
    case ErrorCode::Unreachable:
        // One answer that never came costs its part; a host that is gone does not answer the next call
        // either.
        return !m_answered || m_lostInARow > 1 || error.layer == Layer::Name || error.layer == Layer::Proxy ||
               error.layer == Layer::Tls || error.layer == Layer::Auth;
    case ErrorCode::TimedOut:
        // One slow class costs that part; a host that times out twice is not going to answer the rest.
        if (!m_answered || m_timeouts > 1)
            return true;
        break;
    default:
        break;
    }
    if (error.layer == Layer::Name || error.layer == Layer::Connect || error.layer == Layer::Proxy ||
        error.layer == Layer::Tls || error.layer == Layer::Auth)
        return true;
    // Something that never spoke WMI to us is not a host with a missing part.
    return !m_answered && (error.layer == Layer::Http || m_damaged > 1);
}

void Conversation::remember(const base::Error& error)
{
    if (error.code == ErrorCode::TimedOut)
        ++m_timeouts;
    if (error.code == ErrorCode::ProtocolViolation)
        ++m_damaged;
    m_lostInARow = error.code == ErrorCode::Unreachable ? m_lostInARow + 1 : 0;
    if (!m_firstError)
        m_firstError = error;
    if (isFatal(error))
        m_fatal = error;
}

base::Error Conversation::tooLong(const QString& list)
{
    base::Error error;
    error.layer = Layer::Wmi;
    error.code = ErrorCode::LimitExceeded;
    error.operation = u"Query"_s;
    error.target = list;
    error.detail = u"more than %1 rows"_s.arg(maximumRows);
    return error;
}

template <class Answer, class Call>
base::Result<Answer> Conversation::attempt(const Call& call)
{
    while (true) {
        if (m_fatal)
            return base::fail(*m_fatal);
        if (const std::optional<base::Error> error = expired()) {
            m_fatal = error;
            return base::fail(*m_fatal);
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            m_started + m_options.totalDeadline - m_clock.steadyNow());
        wmi::CallOptions options;
        options.deadline = std::min(m_options.callDeadline, left);
        options.stop = m_options.stop;
        base::Result<Answer> answer = call(options);
        if (answer) {
            m_answered = true;
            m_lostInARow = 0;
            return answer;
        }
        const bool restarting = answer.error().code == ErrorCode::ShuttingDown;
        if (!restarting || m_restartsAwaited >= maximumRestartsAwaited) {
            remember(answer.error());
            return answer;
        }
        // vmms restarts within seconds; the answer is worth that wait.
        m_clock.sleepFor(restartWait + m_restartsAwaited * restartWaitStep, m_options.stop);
        ++m_restartsAwaited;
    }
}

base::Result<Conversation::Rows> Conversation::runQuery(const ClassQuery& query, const QStringList& columns)
{
    return runText(query.nameSpace, cim::wql::select(query.className, columns, query.condition));
}

base::Result<Conversation::Rows> Conversation::runText(const QString& nameSpace, const QString& wql)
{
    return attempt<Rows>([&](const wmi::CallOptions& options) -> base::Result<Rows> {
        Rows rows;
        const base::Result<void> result = m_session.query(
            nameSpace, wql,
            [&rows](cim::Instance&& row) {
                rows.push_back(std::move(row));
                return rows.size() <= maximumRows;
            },
            options);
        if (rows.size() > maximumRows)
            return base::fail(tooLong(nameSpace + u':' + wql.section(u" FROM "_s, 1).section(u' ', 0, 0)));
        if (!result)
            return base::fail(result.error());
        return rows;
    });
}

base::Result<Conversation::Rows> Conversation::tryRows(const ClassQuery& query)
{
    base::Result<Rows> rows = runQuery(query, query.columns);
    if (!rows && rows.error().code == ErrorCode::InvalidQuery && !query.columns.isEmpty())
        rows = runQuery(query, {});
    if (!rows && rows.error().code == ErrorCode::InvalidClass && query.classMayBeAbsent)
        return Rows{};
    return rows;
}

base::Result<Conversation::Rows> Conversation::tryRelated(const cim::ObjectPath& object,
                                                          const QString& association,
                                                          const QString& resultClass)
{
    return runText(object.nameSpace(),
                   cim::wql::associators(object.relativePath(), association, resultClass));
}

base::Result<wmi::InvokeResult> Conversation::tryInvoke(const cim::ObjectPath& target, const QString& method,
                                                        const std::vector<cim::Property>& parameters)
{
    return attempt<wmi::InvokeResult>([&](const wmi::CallOptions& options) {
        wmi::CallOptions reading = options;
        reading.readsOnly = true;
        return m_session.invoke(target, method, parameters, reading);
    });
}

} // namespace hvgpu::hyperv
