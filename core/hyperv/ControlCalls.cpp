#include "core/hyperv/ControlCalls.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {
namespace {

using base::ErrorCode;

constexpr std::uint32_t jobStarted = 4096;
constexpr std::uint64_t jobCompleted = 7;
constexpr std::uint64_t jobException = 10;
constexpr std::uint64_t jobCompletedWithWarnings = 32768;
constexpr std::chrono::milliseconds callDeadline{60'000};
constexpr std::chrono::milliseconds firstPoll{200};
constexpr std::chrono::milliseconds slowestPoll{1'000};

ErrorCode codeOfReturnValue(std::uint32_t value)
{
    switch (value) {
    case 1:
    case 32770:
        return ErrorCode::Unsupported;
    case 3:
    case 32772:
        return ErrorCode::TimedOut;
    case 4:
    case 6:
    case 32773:
    case 32776:
        return ErrorCode::InvalidArgument;
    case 5:
    case 32775:
        return ErrorCode::InvalidState;
    case 32769:
        return ErrorCode::AccessDenied;
    case 32774:
        return ErrorCode::InUse;
    case 32777:
        return ErrorCode::ShuttingDown;
    default:
        return ErrorCode::JobFailed;
    }
}

bool losesConnection(const base::Error& error)
{
    return error.code == ErrorCode::Unreachable || error.code == ErrorCode::TimedOut ||
           error.code == ErrorCode::Cancelled || error.code == ErrorCode::Indeterminate ||
           error.code == ErrorCode::ProtocolViolation || error.code == ErrorCode::ShuttingDown;
}

/// What is waited for goes on although this one look at it failed.
bool isWorthWaitingOn(const base::Error& error, const ActionContext& context)
{
    return losesConnection(error) && !context.stop.stop_requested();
}

base::Error cancelled(const QString& what)
{
    base::Error error;
    error.code = ErrorCode::Cancelled;
    error.operation = what;
    error.detail = u"stopped waiting; what the host has begun goes on"_s;
    return error;
}

base::Error jobError(const cim::Instance& job, const cim::ObjectPath& path)
{
    const auto number = job.value(u"ErrorCode").toUInt64();
    base::Error error =
        returnValueError(u"Job"_s, path.relativePath(), static_cast<std::uint32_t>(number.value_or(2)));
    error.layer = base::Layer::Job;
    error.hostText = job.value(u"ErrorDescription").toString().value_or(QString());
    if (error.hostText.isEmpty())
        error.hostText = job.value(u"ErrorSummaryDescription").toString().value_or(QString());
    return error;
}

base::Error jobGone(const cim::ObjectPath& path)
{
    base::Error error;
    error.layer = base::Layer::Job;
    error.code = ErrorCode::Indeterminate;
    error.operation = u"Job"_s;
    error.target = path.relativePath();
    error.detail = u"the job was gone before its result could be read"_s;
    return error;
}

} // namespace

base::Error returnValueError(const QString& operation, const QString& target, std::uint32_t value)
{
    base::Error error;
    error.layer = base::Layer::Wmi;
    error.code = codeOfReturnValue(value);
    error.operation = operation;
    error.target = target;
    error.nativeCode = value;
    error.detail = u"ReturnValue %1"_s.arg(value);
    return error;
}

ControlCalls::ControlCalls(SessionMaker maker, base::Clock& clock)
    : m_maker(std::move(maker))
    , m_clock(clock)
{}

template <class Answer, class Call>
base::Result<Answer> ControlCalls::recorded(const QString& operation, const QString& target,
                                            const ActionContext& context, const Call& call)
{
    const auto started = m_clock.steadyNow();
    const auto run = [&]() -> base::Result<Answer> {
        if (!m_session) {
            auto made = m_maker();
            if (!made)
                return base::fail(made.error());
            m_session = std::move(*made);
        }
        wmi::CallOptions options;
        options.stop = context.stop;
        options.deadline = std::min(callDeadline, context.deadline);
        return call(options);
    };
    base::Result<Answer> answer = run();
    if (!answer && losesConnection(answer.error()))
        m_session.reset();
    if (context.record) {
        const auto duration =
            std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.steadyNow() - started);
        context.record({operation, target, duration, answer ? u"ok"_s : base::describe(answer.error())});
    }
    return answer;
}

base::Result<std::vector<cim::Instance>> ControlCalls::rows(const QString& nameSpace, const QString& wql,
                                                            const ActionContext& context)
{
    using Rows = std::vector<cim::Instance>;
    return recorded<Rows>(u"Query"_s, wql, context, [&](const wmi::CallOptions& options) {
        return wmi::queryAll(*m_session, nameSpace, wql, options);
    });
}

base::Result<cim::Instance> ControlCalls::get(const cim::ObjectPath& path, const ActionContext& context)
{
    return recorded<cim::Instance>(
        u"Get"_s, path.relativePath(), context,
        [&](const wmi::CallOptions& options) { return m_session->get(path, options); });
}

base::Result<cim::Instance> ControlCalls::put(const cim::ObjectPath& path,
                                              const std::vector<cim::Property>& changes,
                                              const ActionContext& context)
{
    return recorded<cim::Instance>(
        u"Put"_s, path.relativePath(), context,
        [&](const wmi::CallOptions& options) { return m_session->put(path, changes, options); });
}

base::Result<wmi::InvokeResult> ControlCalls::invoke(const cim::ObjectPath& target, const QString& method,
                                                     const std::vector<cim::Property>& parameters,
                                                     const ActionContext& context)
{
    return recorded<wmi::InvokeResult>(u"Invoke "_s + method, target.relativePath(), context,
                                       [&](const wmi::CallOptions& options) {
                                           return m_session->invoke(target, method, parameters, options);
                                       });
}

base::Result<wmi::InvokeResult> ControlCalls::invokeAndWait(const cim::ObjectPath& target,
                                                            const QString& method,
                                                            const std::vector<cim::Property>& parameters,
                                                            const ActionContext& context)
{
    auto result = invoke(target, method, parameters, context);
    if (!result || result->returnValue == 0)
        return result;
    if (result->returnValue != jobStarted)
        return base::fail(
            returnValueError(u"Invoke "_s + method, target.relativePath(), result->returnValue));
    const auto job = result->parameter(u"Job").toReference();
    if (!job) {
        base::Error error = returnValueError(u"Invoke "_s + method, target.relativePath(), jobStarted);
        error.code = ErrorCode::ProtocolViolation;
        error.detail = u"a job was started, but its reference is missing"_s;
        return base::fail(error);
    }
    if (auto done = awaitJob(*job, context); !done)
        return base::fail(done.error());
    return result;
}

base::Result<void> ControlCalls::awaitJob(const cim::ObjectPath& job, const ActionContext& context)
{
    const auto deadline = m_clock.steadyNow() + context.deadline;
    std::chrono::milliseconds pause = firstPoll;
    for (bool seen = false;;) {
        const auto state = get(job, context);
        if (!state) {
            if (isWorthWaitingOn(state.error(), context) && m_clock.steadyNow() < deadline &&
                m_clock.sleepFor(slowestPoll, context.stop))
                continue;
            // Finished jobs disappear after some minutes; what it did is read back by the caller.
            if (state.error().code != ErrorCode::NotFound)
                return base::fail(state.error());
            return seen ? base::Result<void>() : base::fail(jobGone(job));
        }
        seen = true;
        const std::uint64_t jobState = state->value(u"JobState").toUInt64().value_or(0);
        if (context.progress)
            context.progress(static_cast<int>(state->value(u"PercentComplete").toUInt64().value_or(0)));
        if (jobState == jobCompleted || jobState == jobCompletedWithWarnings)
            return {};
        if (jobState > jobCompleted && jobState <= jobException)
            return base::fail(jobError(*state, job));
        if (m_clock.steadyNow() >= deadline) {
            base::Error error = jobError(*state, job);
            error.code = ErrorCode::TimedOut;
            error.detail = u"the job goes on"_s;
            return base::fail(error);
        }
        if (!m_clock.sleepFor(pause, context.stop))
            return base::fail(cancelled(u"Job"_s));
        pause = std::min(pause * 2, slowestPoll);
    }
}

base::Result<void> ControlCalls::waitUntil(const std::function<base::Result<bool>()>& settled,
                                           std::chrono::milliseconds timeout, const QString& what,
                                           const ActionContext& context)
{
    const auto deadline = m_clock.steadyNow() + timeout;
    std::chrono::milliseconds pause = firstPoll;
    for (;;) {
        const auto done = settled();
        const bool late = m_clock.steadyNow() >= deadline;
        if (!done && (late || !isWorthWaitingOn(done.error(), context)))
            return base::fail(done.error());
        if (done && *done)
            return {};
        if (late) {
            base::Error error;
            error.layer = base::Layer::Wmi;
            error.code = ErrorCode::TimedOut;
            error.operation = what;
            error.detail = u"not done after %1 s"_s.arg(timeout.count() / 1000);
            return base::fail(error);
        }
        if (!m_clock.sleepFor(pause, context.stop))
            return base::fail(cancelled(what));
        pause = std::min(pause * 2, slowestPoll);
    }
}

} // namespace hvgpu::hyperv
