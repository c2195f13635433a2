#include "core/wmi/wsman/WsmanSession.h"

#include "core/wmi/wsman/MakeError.h"
#include "core/wmi/wsman/ServerCertificate.h"

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

base::Error unusable(const QString& detail)
{
    return makeError(base::Layer::Soap, base::ErrorCode::ProtocolViolation, detail);
}

// Methods of root\\MSCluster are void (wmi.md 4.3): they fail with a fault or have done their work.
std::optional<std::uint64_t> returnValue(const cim::Instance& output)
{
    return output.contains(u"ReturnValue") ? output.value(u"ReturnValue").toUInt64() : 0;
}

cim::Instance withPath(cim::Instance instance, const cim::ObjectPath& path)
{
    instance.setPath(path);
    return instance;
}

} // namespace

WsmanSession::WsmanSession(wmi::ConnectionSettings settings, base::Clock& clock, const Tuning& tuning)
    : m_settings(settings)
    , m_conversation(std::move(settings), clock, tuning)
{
    m_settings.password = {};
}

base::Result<void> WsmanSession::query(const QString& nameSpace, const QString& wql, const wmi::RowSink& sink,
                                       const wmi::CallOptions& options)
{
    return Enumeration(m_conversation, m_namespaces, nameSpace, wql, sink, options).run();
}

base::Result<cim::Instance> WsmanSession::get(const cim::ObjectPath& path, const wmi::CallOptions& options)
{
    return getUntil(path, m_conversation.deadlineFor(options));
}

base::Result<cim::Instance> WsmanSession::getUntil(const cim::ObjectPath& path, const Deadline& deadline)
{
    SoapCall call;
    call.operation = u"Get"_s;
    call.target = path.toString();
    call.repeat = Repeat::Always;
    call.expectation = {.kind = AnswerKind::Get,
                        .messageId = {},
                        .method = {},
                        .className = path.className(),
                        .nameSpace = path.nameSpace()};
    call.write = [&path](const RequestWriter& writer) { return writer.get(path); };
    base::Result<Answer> answer = m_conversation.call(call, deadline);
    if (!answer)
        return base::fail(answer.error());
    if (!answer->instance)
        return base::fail(m_conversation.describe(unusable(u"the answer holds no instance"_s), call));
    return withPath(std::move(*answer->instance), path);
}

base::Result<cim::Instance> WsmanSession::put(const cim::ObjectPath& path,
                                              const std::vector<cim::Property>& changes,
                                              const wmi::CallOptions& options)
{
    const Deadline deadline = m_conversation.deadlineFor(options);
    base::Result<cim::Instance> instance = getUntil(path, deadline);
    if (!instance)
        return instance;
    for (const cim::Property& change : changes)
        instance->set(change.name, change.value);
    SoapCall call;
    call.operation = u"Put"_s;
    call.target = path.toString();
    call.expectation = {.kind = AnswerKind::Put,
                        .messageId = {},
                        .method = {},
                        .className = path.className(),
                        .nameSpace = path.nameSpace()};
    call.write = [&](const RequestWriter& writer) { return writer.put(path, *instance); };
    base::Result<Answer> answer = m_conversation.call(call, deadline);
    if (!answer)
        return base::fail(answer.error());
    if (!answer->instance) { // allowed: the host stored it as it was sent
        auto stored = getUntil(path, deadline);
        if (!stored)
            return base::fail(m_conversation.describe(wmi::storedUnread(std::move(stored.error())), call));
        return stored;
    }
    return withPath(std::move(*answer->instance), path);
}

base::Result<wmi::InvokeResult> WsmanSession::invoke(const cim::ObjectPath& target, const QString& method,
                                                     const std::vector<cim::Property>& parameters,
                                                     const wmi::CallOptions& options)
{
    SoapCall call;
    call.operation = u"Invoke "_s + method;
    call.target = target.toString();
    call.expectation = {.kind = AnswerKind::Invoke,
                        .messageId = {},
                        .method = method,
                        .className = target.className(),
                        .nameSpace = target.nameSpace()};
    call.write = [&](const RequestWriter& writer) { return writer.invoke(target, method, parameters); };
    call.repeat = options.readsOnly ? Repeat::Always : Repeat::Never;
    const Deadline deadline = m_conversation.deadlineFor(options);
    base::Result<Answer> answer = m_conversation.call(call, deadline);
    while (!answer && options.readsOnly && m_conversation.growEnvelope(answer.error()))
        answer = m_conversation.call(call, deadline);
    if (!answer)
        return base::fail(answer.error());
    wmi::InvokeResult result;
    const std::optional<std::uint64_t> value =
        answer->instance ? returnValue(*answer->instance) : std::nullopt;
    if (!value || *value > 0xFFFFFFFFU) {
        base::Error error =
            m_conversation.describe(unusable(u"the answer has no usable ReturnValue"_s), call);
        error.code = base::ErrorCode::Indeterminate;
        return base::fail(std::move(error));
    }
    result.returnValue = static_cast<std::uint32_t>(*value);
    for (const cim::Property& property : answer->instance->properties()) {
        if (property.name.compare("ReturnValue"_L1, Qt::CaseInsensitive) != 0)
            result.outParameters.push_back(property);
    }
    return result;
}

base::Result<wmi::Identity> WsmanSession::identify(const wmi::CallOptions& options)
{
    SoapCall call;
    call.operation = u"Identify"_s;
    call.repeat = Repeat::Always;
    call.expectation.kind = AnswerKind::Identify;
    call.write = [](const RequestWriter&) { return RequestWriter::identify(); };
    base::Result<Answer> answer = m_conversation.call(call, m_conversation.deadlineFor(options));
    if (!answer)
        return base::fail(answer.error());
    if (!answer->identity)
        return base::fail(m_conversation.describe(unusable(u"the answer holds no identity"_s), call));
    return std::move(*answer->identity);
}

base::Result<wmi::Reached> WsmanSession::reach(const wmi::CallOptions& options)
{
    base::Result<wmi::Reached> reached = reachHost(m_settings, {options.deadline, options.stop});
    if (reached)
        return reached;
    SoapCall call;
    call.operation = u"Connect"_s;
    return base::fail(m_conversation.describe(std::move(reached.error()), call));
}

std::unique_ptr<wmi::Session> makeSession(wmi::ConnectionSettings settings)
{
    static base::SystemClock clock;
    return makeSession(std::move(settings), clock);
}

std::unique_ptr<wmi::Session> makeSession(wmi::ConnectionSettings settings, base::Clock& clock,
                                          const Tuning& tuning)
{
    return std::make_unique<WsmanSession>(std::move(settings), clock, tuning);
}

} // namespace hvgpu::wsman
