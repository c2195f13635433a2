#include "core/wmi/com/ComSession.h"

#include "core/wmi/com/Client.h"
#include "core/wmi/com/LocatorConnector.h"
#include "core/wmi/com/Probe.h"
#include "core/wmi/com/Transport.h"
#include "core/wmi/com/Watch.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

namespace hvgpu::com {
namespace {

constexpr milliseconds CloseTime{400};

// For errors only.
QString targetOf(const QString& nameSpace, const QString& wql)
{
    static const QRegularExpression pattern(u"^\\s*select\\s.*?\\sfrom\\s+([A-Za-z_][A-Za-z0-9_]*)"_s,
                                            QRegularExpression::CaseInsensitiveOption |
                                                QRegularExpression::DotMatchesEverythingOption);
    const QString className = pattern.match(wql).captured(1);
    return className.isEmpty() ? wql : cim::canonicalNamespace(nameSpace) + u':' + className;
}

/// "Nothing" for calls that return nothing, as a value that a Result can hold in an optional.
struct Nothing
{};

} // namespace

/// What errors say about a call, and until when it may run.
struct ComSession::Call
{
    QString operation;
    QString target;
    Deadline deadline;
};

ComSession::ComSession(QString host, ConnectorFactory connectors, wmi::SignInGate gate)
    : m_host(std::move(host))
    , m_connectors(std::move(connectors))
    , m_gate(std::move(gate))
    , m_progress(std::make_shared<Progress>())
{}

ComSession::~ComSession() = default;

base::Error ComSession::describe(base::Error error, const Call& call) const
{
    error.operation = call.operation;
    error.target = call.target;
    error.host = m_host;
    return error;
}

void ComSession::leaveLane()
{
    m_lane.reset();
    m_finished.roundTrips += m_progress->roundTrips;
    m_finished.connectionsOpened += m_progress->connections;
    m_progress = std::make_shared<Progress>();
}

wmi::SessionStatistics ComSession::statistics() const
{
    wmi::SessionStatistics statistics = m_finished;
    statistics.roundTrips += m_progress->roundTrips;
    statistics.connectionsOpened += m_progress->connections;
    return statistics;
}

template <class T>
base::Result<T> ComSession::run(const Call& call, std::function<base::Result<T>(Client&)> work)
{
    const auto turn = m_gate.enter(call.deadline.stop, call.deadline.end);
    if (!turn)
        return base::fail(describe(turn.error(), call));
    if (!m_lane) {
        m_lane = std::make_unique<Lane>([connectors = m_connectors, progress = m_progress] {
            return std::make_unique<Client>(connectors(), progress);
        });
    }
    m_progress->change = Change::None;
    m_progress->deadline = call.deadline;
    const auto started = SteadyClock::now();
    const auto answer = std::make_shared<std::optional<base::Result<T>>>();
    const Lane::End end = m_lane->run(
        [answer, work = std::move(work)](Client& client) { answer->emplace(work(client)); }, *m_progress);
    m_finished.timeInTransfer += SteadyClock::now() - started;
    if (end != Lane::End::Done) {
        const Change change = m_progress->change;
        if (m_lane->isAbandoned()) {
            m_progress->abandoned = true;
            leaveLane();
        }
        return base::fail(describe(noAnswer(end == Lane::End::Stopped, change), call));
    }
    if (!**answer) {
        if ((*answer)->error().code == base::ErrorCode::CredentialsRejected)
            m_gate.refused((*answer)->error());
        return base::fail(describe((*answer)->error(), call));
    }
    m_gate.accepted();
    return std::move(**answer);
}

base::Result<void> ComSession::query(const QString& nameSpace, const QString& wql, const wmi::RowSink& sink,
                                     const wmi::CallOptions& options)
{
    const Call call{
        u"Query"_s, targetOf(nameSpace, wql), {SteadyClock::now() + options.deadline, options.stop}};
    const auto opened = run<Nothing>(
        call, [nameSpace, wql, withPaths = options.withPaths](Client& client) -> base::Result<Nothing> {
            if (auto result = client.open(nameSpace, wql, withPaths); !result)
                return base::fail(result.error());
            return Nothing{};
        });
    if (!opened)
        return base::fail(opened.error());
    while (true) {
        auto page = run<Page>(call, [](Client& client) { return client.nextPage(); });
        if (!page) {
            closeRows(call);
            return base::fail(page.error());
        }
        const bool wantsMore = std::ranges::all_of(
            page->rows, [&sink](cim::Instance& row) { return !sink || sink(std::move(row)); });
        if (page->finished)
            return {};
        if (!wantsMore)
            break;
    }
    closeRows(call);
    return {};
}

// On their own thread, where those not read are given up; also when the time of the call is over.
void ComSession::closeRows(const Call& call)
{
    if (!m_lane)
        return;
    Call closing = call;
    closing.deadline = {SteadyClock::now() + CloseTime, {}};
    [[maybe_unused]] const auto closed = run<Nothing>(closing, [](Client& client) -> base::Result<Nothing> {
        client.close();
        return Nothing{};
    });
}

base::Result<cim::Instance> ComSession::get(const cim::ObjectPath& path, const wmi::CallOptions& options)
{
    const Call call{u"Get"_s, path.toString(), {SteadyClock::now() + options.deadline, options.stop}};
    return run<cim::Instance>(call, [path](Client& client) { return client.get(path); });
}

base::Result<cim::Instance> ComSession::put(const cim::ObjectPath& path,
                                            const std::vector<cim::Property>& changes,
                                            const wmi::CallOptions& options)
{
    const Call call{u"Put"_s, path.toString(), {SteadyClock::now() + options.deadline, options.stop}};
    return run<cim::Instance>(call, [path, changes](Client& client) { return client.put(path, changes); });
}

base::Result<wmi::InvokeResult> ComSession::invoke(const cim::ObjectPath& target, const QString& method,
                                                   const std::vector<cim::Property>& parameters,
                                                   const wmi::CallOptions& options)
{
    const Call call{
        u"Invoke "_s + method, target.toString(), {SteadyClock::now() + options.deadline, options.stop}};
    return run<wmi::InvokeResult>(
        call, [target, method, parameters, readsOnly = options.readsOnly](Client& client) {
            return client.invoke(target, method, parameters, readsOnly);
        });
}

base::Result<wmi::Identity> ComSession::identify(const wmi::CallOptions& options)
{
    const Call call{u"Identify"_s, {}, {SteadyClock::now() + options.deadline, options.stop}};
    return run<wmi::Identity>(call, [](Client& client) { return client.identify(); });
}

base::Result<wmi::Reached> ComSession::reach(const wmi::CallOptions& options)
{
    if (m_host.isEmpty())
        return wmi::Reached();
    const Call call{u"Connect"_s, {}, {SteadyClock::now() + options.deadline, options.stop}};
    return run<wmi::Reached>(call,
                             [host = m_host, end = call.deadline.end](Client&) -> base::Result<wmi::Reached> {
                                 const base::Result<QString> address = probe(host, endpointMapperPort, end);
                                 if (!address)
                                     return base::fail(address.error());
                                 return wmi::Reached{*address, endpointMapperPort, {}};
                             });
}

bool isAvailable()
{
    return true;
}

std::unique_ptr<wmi::Session> makeSession(const wmi::ConnectionSettings& settings)
{
    return std::make_unique<ComSession>(
        settings.host, [settings] { return std::make_unique<LocatorConnector>(settings); },
        wmi::SignInGate(settings));
}

} // namespace hvgpu::com
