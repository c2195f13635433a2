#include "core/wmi/wsman/Enumeration.h"

#include "core/wmi/wsman/FaultCodes.h"
#include "core/wmi/wsman/MakeError.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

constexpr std::uint32_t ShrinkFactor = 16;

// Every namespace has this class, with one instance per namespace below it.
const QString NamespaceProbe = u"SELECT * FROM __NAMESPACE"_s;

// Rows of a projection come without their class.
QString classInQuery(const QString& wql)
{
    static const QRegularExpression pattern(u"^\\s*select\\s.*?\\sfrom\\s+([A-Za-z_][A-Za-z0-9_]*)"_s,
                                            QRegularExpression::CaseInsensitiveOption |
                                                QRegularExpression::DotMatchesEverythingOption);
    return pattern.match(wql).captured(1);
}

bool isTimeout(const base::Error& error)
{
    return error.faultCode == fault::OperationTimedOut ||
           (error.soapSubcode == "TimedOut"_L1 && error.code == base::ErrorCode::TimedOut);
}

} // namespace

Enumeration::Enumeration(Conversation& conversation, KnownNamespaces& namespaces, const QString& nameSpace,
                         const QString& wql, const wmi::RowSink& sink, const wmi::CallOptions& options)
    : m_conversation(conversation)
    , m_namespaces(namespaces)
    , m_enumerate{.nameSpace = cim::canonicalNamespace(nameSpace),
                  .wql = wql,
                  .maxElements = conversation.tuning().maxElements,
                  .withPaths = options.withPaths}
    , m_sink(sink)
    , m_deadline(conversation.deadlineFor(options))
    , m_className(classInQuery(wql))
{}

base::Result<void> Enumeration::run()
{
    const base::Result<void> result = runToEnd();
    if (result)
        m_namespaces[m_enumerate.nameSpace] = true;
    const bool inDoubt = !result && isUnexplainedBadFilter(result.error());
    if (!inDoubt || m_enumerate.wql == NamespaceProbe || !namespaceIsMissing())
        return result;
    base::Error error = result.error();
    error.layer = base::Layer::Wmi;
    error.code = base::ErrorCode::InvalidNamespace;
    return base::fail(std::move(error));
}

bool Enumeration::namespaceIsMissing()
{
    const auto known = m_namespaces.find(m_enumerate.nameSpace);
    if (known != m_namespaces.end())
        return !known->second;
    const auto left = m_deadline.end - m_conversation.clock().steadyNow();
    const wmi::RowSink firstRow = [](cim::Instance&&) { return false; };
    const base::Result<void> probe =
        Enumeration(m_conversation, m_namespaces, m_enumerate.nameSpace, NamespaceProbe, firstRow,
                    {std::chrono::duration_cast<std::chrono::milliseconds>(left), m_deadline.stop})
            .run();
    const bool missing = !probe && (isUnexplainedBadFilter(probe.error()) ||
                                    probe.error().code == base::ErrorCode::InvalidNamespace);
    if (missing)
        m_namespaces[m_enumerate.nameSpace] = false;
    return missing; // a probe that failed otherwise leaves the host's own words
}

base::Result<void> Enumeration::runToEnd()
{
    base::Result<void> result = stepAdapting(AnswerKind::Enumerate);
    while (result && !m_finished && !m_enough)
        result = stepAdapting(AnswerKind::Pull);
    if (isLive())
        release(!result);
    return result;
}

void Enumeration::take(cim::Instance&& row)
{
    if (!m_enough) // the rest of an answer is read and dropped, which keeps the connection
        m_enough = m_sink && !m_sink(std::move(row));
}

base::Result<void> Enumeration::step(AnswerKind kind)
{
    SoapCall call;
    call.operation = kind == AnswerKind::Pull ? u"Pull"_s : u"Enumerate"_s;
    call.target = m_className.isEmpty() ? m_enumerate.wql : m_enumerate.nameSpace + u':' + m_className;
    call.repeat = kind == AnswerKind::Pull ? Repeat::IfRefused : Repeat::Always;
    call.expectation = {.kind = kind,
                        .messageId = {},
                        .method = {},
                        .className = m_className,
                        .nameSpace = m_enumerate.nameSpace};
    call.write = [this, kind](const RequestWriter& writer) {
        return kind == AnswerKind::Pull ? writer.pull(m_enumerate, m_context) : writer.enumerate(m_enumerate);
    };
    call.rows = [this](cim::Instance&& row) { take(std::move(row)); };
    const base::Result<Answer> done = m_conversation.call(call, m_deadline);
    const Answer& answer = m_conversation.lastAnswer();
    if (answer.enumerationContext && !answer.enumerationContext->isEmpty())
        m_context = *answer.enumerationContext;
    if (!done)
        return base::fail(done.error());
    m_finished = answer.endOfSequence;
    if (!m_finished && m_context.isEmpty()) {
        return base::fail(
            m_conversation.describe(makeError(base::Layer::Soap, base::ErrorCode::ProtocolViolation,
                                              u"neither an end of the rows nor a way to more"_s),
                                    call));
    }
    return {};
}

base::Result<void> Enumeration::stepAdapting(AnswerKind kind)
{
    for (int waits = 1;; ++waits) {
        base::Result<void> result = step(kind);
        if (result)
            return result;
        const base::Error& error = result.error();
        if (error.faultCode == fault::InvalidEnumerationContext ||
            error.soapSubcode == "InvalidEnumerationContext"_L1)
            m_context.clear(); // nothing left to release
        const bool mayWait = kind == AnswerKind::Pull && isTimeout(error);
        if (mayWait && m_conversation.backOff(1, m_deadline))
            continue; // the rows are still being made
        if (!isAnswerTooLarge(error) || !adapt(error))
            return result;
    }
}

bool Enumeration::adapt(const base::Error& error)
{
    if (m_enumerate.maxElements > 1) {
        m_enumerate.maxElements = std::max(m_enumerate.maxElements / ShrinkFactor, 1U);
        return true;
    }
    return m_conversation.growEnvelope(error);
}

// A context that nobody lets go of counts against the host's quotas for minutes. After a failure there is
// little time for it: the caller waits.
void Enumeration::release(bool callFailed)
{
    SoapCall call;
    call.operation = u"Release"_s;
    call.expectation.kind = AnswerKind::Release;
    call.write = [this](const RequestWriter& writer) {
        return writer.release(m_enumerate.nameSpace, m_context);
    };
    Deadline deadline = m_deadline;
    if (callFailed || deadline.stop.stop_requested())
        deadline = {m_conversation.clock().steadyNow() + m_conversation.tuning().releaseTime, {}};
    [[maybe_unused]] const base::Result<Answer> ignored = m_conversation.call(call, deadline);
}

} // namespace hvgpu::wsman
