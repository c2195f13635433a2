#include "core/fleet/LiveFleet.h"

#include "core/fleet/ConnectionTester.h"
#include "core/fleet/EntryPassword.h"
#include "core/fleet/HostPort.h"
#include "core/fleet/MakeFleet.h"
#include "core/fleet/NodeAddress.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace hvgpu::fleet {

namespace {

constexpr int failuresBeforeBackOff = 2;

/// The target that lists a cluster's nodes is named like the entry; its hosts are "entry/node".
model::HostId nodeListId(const model::EntryId& entry)
{
    return model::HostId(entry.text());
}

} // namespace

LiveFleet::LiveFleet(ChannelFactory channels, SessionFactory sessions, base::Clock& clock,
                     const FleetOptions& options, std::shared_ptr<ConnectionDirectory> connections)
    : m_sessions(std::move(sessions))
    , m_clock(clock)
    , m_options(options)
    , m_connections(std::move(connections))
    , m_firstLooks(options.firstLookWait)
{
    m_lookTimer.setSingleShot(true);
    connect(&m_lookTimer, &QTimer::timeout, this, &LiveFleet::showFirstLooks);
    m_flushTimer.setSingleShot(true);
    m_flushTimer.setTimerType(Qt::PreciseTimer);
    m_pollTimer.setSingleShot(true);
    connect(&m_flushTimer, &QTimer::timeout, this, &LiveFleet::flush);
    connect(&m_pollTimer, &QTimer::timeout, this, &LiveFleet::poll);
    const auto sink = [this](ReadOutcome&& outcome) {
        if (m_inbox.put(std::move(outcome)))
            QMetaObject::invokeMethod(
                this, [this] { handleOutcomes(); }, Qt::QueuedConnection);
    };
    m_refresher = std::make_unique<Refresher>(std::move(channels), clock, options.refresher, sink);
    m_testWorkers = std::make_unique<base::ThreadPool>(options.testsAtOnce);
}

LiveFleet::~LiveFleet()
{
    m_stopTests.request_stop();
    m_testWorkers.reset();
    m_refresher.reset();
}

std::shared_ptr<const FleetSnapshot> LiveFleet::snapshot() const
{
    return m_state.published();
}

std::vector<ServerEntry> LiveFleet::servers() const
{
    return m_state.entries();
}

bool LiveFleet::isRefreshing() const
{
    return m_refreshAnnounced;
}

void LiveFleet::setHostTarget(const model::HostId& id)
{
    const std::shared_ptr<const HostRecord> record = m_state.host(id);
    const ServerEntry* entry = record ? m_state.entry(record->entry) : nullptr;
    if (entry == nullptr)
        return;
    Target target;
    target.id = id;
    target.entry = *entry;
    target.address = record->inCluster ? nodeAddress(*entry, record->displayName)
                                       : HostPort{entry->name, entry->port}.toString();
    target.password = m_passwords[entry->id];
    if (m_connections)
        m_connections->set(id, {target.entry, target.address, target.password});
    m_refresher->setTarget(std::move(target));
}

void LiveFleet::setClusterTarget(const ServerEntry& entry)
{
    Target target;
    target.id = nodeListId(entry.id);
    target.purpose = Target::Purpose::ClusterNodes;
    target.entry = entry;
    target.address = HostPort{entry.name, entry.port}.toString();
    target.password = m_passwords[entry.id];
    m_refresher->setTarget(std::move(target));
}

void LiveFleet::startHost(const model::HostId& id, Asked asked)
{
    const std::shared_ptr<const HostRecord> record = m_state.host(id);
    if (!record)
        return;
    const bool down = record->nodeState == model::NodeState::Down;
    hyperv::ReadOptions limits;
    limits.callDeadline = m_options.callDeadline;
    if (asked == Asked::ByTimer)
        limits.propertiesMayBe = m_options.polledPropertiesMayBe;
    if (down) {
        limits.callDeadline = m_options.downNodeDeadline;
        limits.totalDeadline = m_options.downNodeDeadline;
    }
    const Lane lane =
        down || record->consecutiveFailures >= failuresBeforeBackOff ? Lane::Slow : Lane::Normal;
    if (!m_refresher->request(id, lane, limits))
        return;
    m_pending.insert(id);
    ++m_total;
    m_refreshAnnounced = true;
    m_state.beginReading(id);
    scheduleFlush();
}

void LiveFleet::startNodes(const model::EntryId& id)
{
    hyperv::ReadOptions limits;
    limits.callDeadline = m_options.callDeadline;
    if (!m_refresher->request(nodeListId(id), Lane::Normal, limits))
        return;
    m_pending.insert(nodeListId(id));
    m_refreshAnnounced = true;
    scheduleFlush();
}

void LiveFleet::forget(const model::HostId& id)
{
    m_readAgain.erase(id);
    m_firstLooks.drop(id);
    m_refresher->remove(id);
    if (m_pending.erase(id) > 0)
        ++m_done;
}

void LiveFleet::take(const FleetState::HostChanges& changes)
{
    for (const model::HostId& id : changes.removed) {
        if (m_connections)
            m_connections->forget(id);
        forget(id);
    }
    for (const model::HostId& id : changes.added) {
        setHostTarget(id);
        startHost(id);
    }
    scheduleFlush();
}

void LiveFleet::addServer(const ServerEntry& entry, const base::Secret& password)
{
    const ServerEntry* known = m_state.entry(entry.id);
    if (known != nullptr && known->kind != entry.kind)
        removeServer(entry.id);
    // Outcomes in the inbox were read with the old settings: they end here, and none can follow them.
    for (const model::HostId& id : m_state.hosts(entry.id))
        m_refresher->remove(id);
    m_refresher->remove(nodeListId(entry.id));
    handleOutcomes();

    m_passwords[entry.id] = password;
    const std::vector<model::HostId> before = m_state.hosts(entry.id);
    const FleetState::HostChanges changes = m_state.putEntry(entry);
    for (const model::HostId& id : before) {
        forget(id); // a read with the old address or password is worth nothing
        setHostTarget(id);
        startHost(id);
    }
    take(changes);
    if (entry.kind == ServerEntry::Kind::Cluster) {
        m_pending.erase(nodeListId(entry.id));
        setClusterTarget(entry);
        startNodes(entry.id);
    }
}

void LiveFleet::changeServer(const ServerEntry& entry)
{
    addServer(entry, knownPassword(entry));
}

/// What is known of the account of @p entry; nothing once it is another one, elsewhere or shown more openly.
base::Secret LiveFleet::knownPassword(const ServerEntry& entry) const
{
    const ServerEntry* before = m_state.entry(entry.id);
    const auto known = m_passwords.find(entry.id);
    const bool keeps = before != nullptr && known != m_passwords.end() && mayKeepPassword(*before, entry);
    return keeps ? known->second : base::Secret();
}

void LiveFleet::notePasswordSaved(const model::EntryId& id, bool saved)
{
    m_state.setPasswordSaved(id, saved);
}

void LiveFleet::removeServer(const model::EntryId& id)
{
    m_refresher->remove(nodeListId(id));
    m_pending.erase(nodeListId(id));
    take(m_state.removeEntry(id));
    m_passwords.erase(id);
}

void LiveFleet::refreshAll()
{
    for (const ServerEntry& entry : m_state.entries())
        if (entry.kind == ServerEntry::Kind::Cluster)
            startNodes(entry.id);
    refresh(m_state.hosts());
}

void LiveFleet::refresh(const std::vector<model::HostId>& hosts)
{
    for (const model::HostId& id : hosts)
        startHost(id);
}

void LiveFleet::refreshChanged(const std::vector<model::HostId>& hosts)
{
    for (const model::HostId& id : hosts) {
        if (m_pending.contains(id))
            m_readAgain.insert(id);
        else
            startHost(id);
    }
}

void LiveFleet::cancelRefresh()
{
    m_readAgain.clear();
    m_refresher->cancelAll();
}

void LiveFleet::handleOutcomes()
{
    for (const ReadOutcome& outcome : m_inbox.takeAll()) {
        if (outcome.firstLook) {
            handleFirstLook(outcome);
            continue;
        }
        m_firstLooks.drop(outcome.id);
        if (m_pending.erase(outcome.id) == 0)
            continue; // of a target that was removed or replaced meanwhile
        if (outcome.purpose == Target::Purpose::ClusterNodes)
            handleNodes(outcome);
        else
            handleHost(outcome);
        if (m_readAgain.erase(outcome.id) > 0)
            startHost(outcome.id);
    }
    scheduleFlush();
}

/// Into an empty window at once; beside other rows only when the host keeps its reader waiting.
void LiveFleet::handleFirstLook(const ReadOutcome& outcome)
{
    if (!m_pending.contains(outcome.id))
        return;
    if (m_state.hasData()) {
        m_firstLooks.add({outcome.id, outcome.firstLook}, m_clock.steadyNow());
    } else {
        m_state.setFirstLook({outcome.id, outcome.firstLook});
        if (!std::exchange(m_hasShownRows, true))
            m_flushTimer.start(0);
    }
    showFirstLooks();
}

void LiveFleet::showFirstLooks()
{
    const FirstLooks::Time now = m_clock.steadyNow();
    for (const FirstLookAt& look : m_firstLooks.takeDue(now))
        m_state.setFirstLook(look);
    if (const auto wait = m_firstLooks.nextIn(now))
        m_lookTimer.start(*wait);
    if (m_state.hasChanges())
        scheduleFlush();
}

void LiveFleet::handleHost(const ReadOutcome& outcome)
{
    ++m_done;
    m_state.apply(outcome);
    const std::shared_ptr<const HostRecord> record = m_state.host(outcome.id);
    if (!record || !record->inCluster || !outcome.snapshot || !outcome.snapshot->cluster)
        return;
    // Any member knows its cluster: good for states that are newer, and for the list when it could not be
    // had.
    const bool listMissing = m_state.hasExpansionError(record->entry);
    const FleetState::HostChanges changes =
        m_state.setNodes(record->entry, *outcome.snapshot->cluster, false);
    if (listMissing)
        m_state.setExpansionError(record->entry, std::nullopt);
    take(changes);
}

void LiveFleet::handleNodes(const ReadOutcome& outcome)
{
    const model::EntryId id(outcome.id.text());
    const ServerEntry* entry = m_state.entry(id);
    if (entry == nullptr)
        return;
    if (outcome.cluster) {
        m_state.setExpansionError(id, std::nullopt);
        return take(m_state.setNodes(id, *outcome.cluster, true));
    }
    if (outcome.error->code == base::ErrorCode::Cancelled)
        return;
    m_state.setExpansionError(id, outcome.error);
    if (!m_state.hosts(id).empty())
        return;
    // The addresses the user gave name nodes too: one of them may know the rest.
    model::ClusterFacts known;
    for (const auto& [node, address] : entry->nodeAddresses)
        known.nodes.push_back({.name = node});
    take(m_state.setNodes(id, known, false));
}

void LiveFleet::scheduleFlush()
{
    if (m_flushTimer.isActive())
        return;
    const auto interval = m_options.coalescing.count();
    const qint64 elapsed = m_sinceFlush.isValid() ? m_sinceFlush.elapsed() : interval;
    m_flushTimer.start(static_cast<int>(std::max<qint64>(0, interval - elapsed)));
}

void LiveFleet::flush()
{
    m_sinceFlush.start();
    if (m_state.hasChanges()) {
        const FleetDelta delta = m_state.takeDelta(m_options.hostsPerSignal);
        if (m_state.hasChanges())
            m_flushTimer.start(0); // the event loop gets its turn between two slices
        if (!delta.isEmpty())
            Q_EMIT changed(delta);
    }
    if (m_done != m_reportedDone || m_total != m_reportedTotal) {
        m_reportedDone = m_done;
        m_reportedTotal = m_total;
        Q_EMIT refreshProgress(m_done, m_total);
    }
    if (m_refreshAnnounced && m_pending.empty() && !m_state.hasChanges()) {
        m_refreshAnnounced = false;
        m_done = m_total = m_reportedDone = m_reportedTotal = 0;
        Q_EMIT refreshFinished();
    }
}

void LiveFleet::setPollInterval(std::chrono::seconds interval)
{
    m_pollInterval = interval;
    m_pollTimer.stop();
    schedulePoll();
}

void LiveFleet::schedulePoll()
{
    if (m_pollInterval.count() <= 0)
        return;
    // Up to a tenth earlier or later, so that many consoles do not ask the same hosts at the same moment.
    const double jitter = 0.9 + 0.2 * QRandomGenerator::global()->generateDouble();
    const std::chrono::duration<double, std::milli> wait = m_pollInterval * jitter;
    m_pollTimer.start(std::chrono::duration_cast<std::chrono::milliseconds>(wait));
}

void LiveFleet::poll()
{
    ++m_polls;
    for (const ServerEntry& entry : m_state.entries())
        if (entry.kind == ServerEntry::Kind::Cluster)
            startNodes(entry.id);
    for (const model::HostId& id : m_state.hosts()) {
        // A host that keeps failing is polled every 2nd, 4th, then 8th time.
        const int failures = m_state.host(id)->consecutiveFailures;
        const unsigned every = 1U << std::clamp(failures - 1, 0, 3);
        if (m_polls % every == 0)
            startHost(id, Asked::ByTimer);
    }
    schedulePoll();
}

void LiveFleet::testConnection(const ServerEntry& entry, const base::Secret& password, QObject* context,
                               std::function<void(const ConnectionTestReport&)> done)
{
    const int number = m_nextTest++;
    m_tests[number] = {context, context != nullptr, std::move(done)};
    const base::Secret used = password.isEmpty() ? knownPassword(entry) : password;
    m_testWorkers->post([this, number, entry, used, stop = m_stopTests.get_token()] {
        const QString address = HostPort{entry.name, entry.port}.toString();
        const std::unique_ptr<wmi::Session> session = m_sessions(entry, address, used);
        ConnectionTestReport report;
        if (session)
            report = runConnectionTest(*session, entry, m_clock, m_options.testDeadline, stop);
        QMetaObject::invokeMethod(
            this, [this, number, report] { finishTest(number, report); }, Qt::QueuedConnection);
    });
}

void LiveFleet::finishTest(int number, const ConnectionTestReport& report)
{
    const auto place = m_tests.find(number);
    if (place == m_tests.end())
        return;
    const RunningTest test = std::move(place->second);
    m_tests.erase(place);
    if (!test.hasContext || test.context)
        test.done(report);
}

std::unique_ptr<Fleet> makeFleet(SessionFactory sessions, base::Clock& clock, const FleetOptions& options,
                                 std::shared_ptr<ConnectionDirectory> connections)
{
    ChannelFactory channels = wmiChannels(sessions, clock);
    return std::make_unique<LiveFleet>(std::move(channels), std::move(sessions), clock, options,
                                       std::move(connections));
}

} // namespace hvgpu::fleet
