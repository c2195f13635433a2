#include "core/wmi/GatedSession.h"

#include <utility>

namespace hvgpu::wmi {

GatedSession::GatedSession(std::unique_ptr<Session> session, std::shared_ptr<HostGate> gate, QString host)
    : m_session(std::move(session))
    , m_gate(std::move(gate))
    , m_host(std::move(host))
{}

template <class Call>
auto GatedSession::through(const CallOptions& options, const Call& call)
{
    using Answer = decltype(call(options));
    base::Result<HostGate::Pass> pass = m_gate->enter(options);
    if (pass)
        return call(pass->options());
    pass.error().host = m_host;
    return Answer(base::fail(std::move(pass.error())));
}

base::Result<void> GatedSession::query(const QString& nameSpace, const QString& wql, const RowSink& sink,
                                       const CallOptions& options)
{
    return through(options,
                   [&](const CallOptions& left) { return m_session->query(nameSpace, wql, sink, left); });
}

base::Result<cim::Instance> GatedSession::get(const cim::ObjectPath& path, const CallOptions& options)
{
    return through(options, [&](const CallOptions& left) { return m_session->get(path, left); });
}

base::Result<cim::Instance> GatedSession::put(const cim::ObjectPath& path,
                                              const std::vector<cim::Property>& changes,
                                              const CallOptions& options)
{
    return through(options, [&](const CallOptions& left) { return m_session->put(path, changes, left); });
}

base::Result<InvokeResult> GatedSession::invoke(const cim::ObjectPath& target, const QString& method,
                                                const std::vector<cim::Property>& parameters,
                                                const CallOptions& options)
{
    return through(options, [&](const CallOptions& left) {
        return m_session->invoke(target, method, parameters, left);
    });
}

base::Result<Identity> GatedSession::identify(const CallOptions& options)
{
    return through(options, [&](const CallOptions& left) { return m_session->identify(left); });
}

base::Result<Reached> GatedSession::reach(const CallOptions& options)
{
    return through(options, [&](const CallOptions& left) { return m_session->reach(left); });
}

} // namespace hvgpu::wmi
