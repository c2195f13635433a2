#include "core/fleet/EntryText.h"
#include "core/fleet/FleetState.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using fleet::FleetDelta;
using fleet::FleetState;
using fleet::HostDelta;
using fleet::HostPhase;
using fleet::ServerEntry;

namespace {

ServerEntry server(const QString& name)
{
    return fleet::entryFromText(name).value();
}

ServerEntry cluster(const QString& name)
{
    ServerEntry entry = server(name);
    entry.kind = ServerEntry::Kind::Cluster;
    entry.id = fleet::entryIdFor(entry);
    return entry;
}

model::ClusterFacts nodes(const std::vector<QString>& names)
{
    model::ClusterFacts facts;
    facts.name = u"CLU"_s;
    for (const QString& name : names)
        facts.nodes.push_back({name, model::NodeState::Up});
    return facts;
}

fleet::ReadOutcome success(const model::HostId& id, int vms,
                           const std::shared_ptr<const model::HostSnapshot>& previous = {})
{
    auto snapshot = std::make_shared<model::HostSnapshot>();
    snapshot->vms.resize(static_cast<std::size_t>(vms));
    snapshot->host.computerName = u"HV01"_s;
    fleet::ReadOutcome outcome;
    outcome.id = id;
    outcome.previous = previous;
    outcome.diff = fleet::diffSnapshots(previous.get(), snapshot.get());
    outcome.snapshot = snapshot;
    return outcome;
}

fleet::ReadOutcome failure(const model::HostId& id, base::ErrorCode code)
{
    fleet::ReadOutcome outcome;
    outcome.id = id;
    outcome.error.emplace().code = code;
    outcome.attempted = std::chrono::system_clock::time_point(std::chrono::hours(1));
    return outcome;
}

constexpr std::size_t everything = 1'000'000;

} // namespace

class tst_fleet_state : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failureKeepsLastKnownData();
    void cancelIsNeitherSuccessNorFailure();
    void slicesAreBoundedAndComplete();
    void removalsAreNotSliced();
    void cameAndWentIsSilent();
    void clusterNodes();
    void nodeAddresses();
    void expansionError();
    void namesOfServers();
    void twoResultsBetweenDeltas();
    void replayedDeltasGiveTheSnapshot();
    void firstLookEndsWithTheRead();
    void firstLookGoesBeforeEmptyHosts();
};

void tst_fleet_state::failureKeepsLastKnownData()
{
    FleetState state;
    const model::HostId id = state.putEntry(server(u"hv01"_s)).added.at(0);
    state.beginReading(id);
    QCOMPARE(state.host(id)->phase, HostPhase::Reading);
    state.apply(success(id, 3));
    state.beginReading(id);
    state.apply(failure(id, base::ErrorCode::Unreachable));
    state.apply(failure(id, base::ErrorCode::TimedOut));
    const auto record = state.host(id);
    QCOMPARE(record->phase, HostPhase::Failed);
    QVERIFY(record->isStale());
    QCOMPARE(record->snapshot->vms.size(), 3U);
    QCOMPARE(record->lastError->code, base::ErrorCode::TimedOut);
    QCOMPARE(record->consecutiveFailures, 2);
    QVERIFY(record->lastAttempt.isValid());
    state.apply(success(id, 4));
    QCOMPARE(state.host(id)->phase, HostPhase::Ready);
    QCOMPARE(state.host(id)->consecutiveFailures, 0);
    QVERIFY(!state.host(id)->lastError.has_value());
}

void tst_fleet_state::cancelIsNeitherSuccessNorFailure()
{
    FleetState state;
    const model::HostId id = state.putEntry(server(u"hv01"_s)).added.at(0);
    state.beginReading(id);
    state.apply(failure(id, base::ErrorCode::Cancelled));
    QCOMPARE(state.host(id)->phase, HostPhase::NeverRead);
    state.apply(failure(id, base::ErrorCode::Unreachable));
    state.beginReading(id);
    state.apply(failure(id, base::ErrorCode::Cancelled));
    QCOMPARE(state.host(id)->phase, HostPhase::Failed);
    QCOMPARE(state.host(id)->consecutiveFailures, 1);
    QCOMPARE(state.host(id)->lastError->code, base::ErrorCode::Unreachable);
}

void tst_fleet_state::slicesAreBoundedAndComplete()
{
    FleetState state;
    for (int i = 0; i < 150; ++i)
        state.putEntry(server(u"hv%1"_s.arg(i)));
    std::size_t seen = 0;
    std::uint64_t generation = state.published()->generation;
    for (const std::size_t expected : {64U, 64U, 22U}) {
        QVERIFY(state.hasChanges());
        const FleetDelta delta = state.takeDelta(64);
        QCOMPARE(delta.hosts.size(), expected);
        seen += expected;
        QCOMPARE(delta.snapshot->hosts.size(), seen);
        QCOMPARE(delta.snapshot->entries.size(), seen); // no entry without its host
        QVERIFY(delta.entriesChanged);
        QCOMPARE(delta.snapshot->generation, ++generation);
        QCOMPARE(state.published(), delta.snapshot);
    }
    QVERIFY(!state.hasChanges());
}

void tst_fleet_state::removalsAreNotSliced()
{
    FleetState state;
    for (int i = 0; i < 100; ++i)
        state.putEntry(server(u"hv%1"_s.arg(i)));
    static_cast<void>(state.takeDelta(everything));
    for (const ServerEntry& entry : state.entries())
        state.removeEntry(entry.id);
    const FleetDelta delta = state.takeDelta(10);
    QCOMPARE(delta.hosts.size(), 100U);
    QVERIFY(delta.snapshot->hosts.empty() && delta.snapshot->entries.empty());
    for (const HostDelta& host : delta.hosts)
        QCOMPARE(host.kind, HostDelta::Kind::Removed);
}

void tst_fleet_state::cameAndWentIsSilent()
{
    FleetState state;
    state.putEntry(server(u"hv01"_s));
    state.removeEntry(server(u"hv01"_s).id);
    QVERIFY(state.takeDelta(everything).isEmpty());
}

void tst_fleet_state::clusterNodes()
{
    FleetState state;
    const ServerEntry entry = cluster(u"clu.contoso.com"_s);
    QVERIFY(state.putEntry(entry).added.empty());
    QCOMPARE(state.takeDelta(everything).snapshot->entries.size(), 1U); // shown before its nodes are known
    QCOMPARE(state.setNodes(entry.id, nodes({u"N2"_s, u"N1"_s}), true).added.size(), 2U);
    FleetDelta delta = state.takeDelta(everything);
    QCOMPARE(delta.snapshot->entries[0]->displayName, u"CLU"_s);
    QCOMPARE(delta.snapshot->hosts.size(), 2U);
    QCOMPARE(delta.snapshot->hosts[0]->displayName, u"N1"_s);
    QCOMPARE(delta.snapshot->hosts[0]->id.text(), entry.id.text() + u"/n1"_s);
    QCOMPARE(delta.snapshot->hosts[0]->address, u"http://N1.contoso.com:5985/wsman"_s);

    model::ClusterFacts down = nodes({u"N1"_s, u"N2"_s});
    down.nodes[0].state = model::NodeState::Down;
    QVERIFY(state.setNodes(entry.id, down, true).added.empty());
    delta = state.takeDelta(everything);
    QCOMPARE(delta.hosts.size(), 1U);
    QVERIFY(delta.hosts[0].stateChanged);
    QCOMPARE(delta.hosts[0].after->nodeState, model::NodeState::Down);

    const FleetState::HostChanges evicted = state.setNodes(entry.id, nodes({u"N2"_s, u"N3"_s}), true);
    QCOMPARE(evicted.removed.size(), 1U);
    QCOMPARE(evicted.added.size(), 1U);
    QVERIFY(state.setNodes(entry.id, nodes({u"N2"_s}), false)
                .removed.empty()); // one member's word removes nobody
}

void tst_fleet_state::nodeAddresses()
{
    FleetState state;
    ServerEntry entry = cluster(u"127.0.0.1"_s);
    entry.nodeAddresses[u"n1"_s] = u"127.0.0.1:41001"_s;
    state.putEntry(entry);
    const auto added = state.setNodes(entry.id, nodes({u"N1"_s, u"N2"_s}), true).added;
    QCOMPARE(state.host(added.at(0))->address, u"http://127.0.0.1:41001/wsman"_s);
    QCOMPARE(state.host(added.at(1))->address, u"http://N2:5985/wsman"_s);
}

void tst_fleet_state::expansionError()
{
    FleetState state;
    const ServerEntry entry = cluster(u"clu"_s);
    state.putEntry(entry);
    state.setExpansionError(entry.id, base::Error());
    QVERIFY(state.takeDelta(everything).snapshot->entries[0]->expansionError.has_value());
    state.setExpansionError(entry.id, std::nullopt);
    const FleetDelta delta = state.takeDelta(everything);
    QVERIFY(delta.entriesChanged);
    QVERIFY(!delta.snapshot->entries[0]->expansionError.has_value());
}

void tst_fleet_state::namesOfServers()
{
    FleetState state;
    const auto nameAfterRead = [&state](const ServerEntry& entry) {
        const model::HostId id = state.putEntry(entry).added.at(0);
        state.apply(success(id, 0));
        return state.host(id)->displayName;
    };
    QCOMPARE(nameAfterRead(server(u"hv01.contoso.com"_s)), u"hv01.contoso.com"_s);
    QCOMPARE(nameAfterRead(server(u"10.0.0.7"_s)), u"HV01"_s);
    ServerEntry named = server(u"10.0.0.8"_s);
    named.display = u"Lab"_s;
    QCOMPARE(nameAfterRead(named), u"Lab"_s);
}

void tst_fleet_state::twoResultsBetweenDeltas()
{
    FleetState state;
    const model::HostId id = state.putEntry(server(u"hv01"_s)).added.at(0);
    state.apply(success(id, 2));
    static_cast<void>(state.takeDelta(everything));
    const auto published = state.host(id)->snapshot;
    const fleet::ReadOutcome grown = success(id, 5, published);
    state.apply(grown);
    state.apply(success(id, 2, grown.snapshot)); // back to what is published
    const FleetDelta delta = state.takeDelta(everything);
    QCOMPARE(delta.hosts.size(), 1U);
    QVERIFY(!delta.hosts[0].vmShapeChanged); // from the published one, not from the one in between
}

void tst_fleet_state::replayedDeltasGiveTheSnapshot()
{
    QRandomGenerator random(42);
    FleetState state;
    std::map<QString, std::shared_ptr<const fleet::HostRecord>> replay;
    const auto name = [&random] { return u"hv%1"_s.arg(random.bounded(25)); };
    for (int step = 0; step < 3000; ++step) {
        const model::HostId id(server(name()).id.text());
        const auto known = state.host(id);
        switch (random.bounded(6)) {
        case 0:
            state.putEntry(server(name()));
            break;
        case 1:
            state.removeEntry(server(name()).id);
            break;
        case 2:
            state.beginReading(id);
            break;
        case 3:
            state.apply(success(id, random.bounded(3), known ? known->snapshot : nullptr));
            break;
        case 4:
            state.apply(failure(id, random.bounded(2) == 0 ? base::ErrorCode::Cancelled
                                                           : base::ErrorCode::Unreachable));
            break;
        default:
            const FleetDelta delta = state.takeDelta(static_cast<std::size_t>(1 + random.bounded(4)));
            for (const HostDelta& host : delta.hosts) {
                const auto before = replay.find(host.id.text());
                QCOMPARE(host.before, before == replay.end() ? nullptr : before->second);
                if (host.after)
                    replay[host.id.text()] = host.after;
                else
                    replay.erase(host.id.text());
            }
            QCOMPARE(delta.snapshot->hosts.size(), replay.size());
            for (const auto& host : delta.snapshot->hosts)
                QCOMPARE(host, replay.at(host->id.text()));
            break;
        }
    }
}

void tst_fleet_state::firstLookEndsWithTheRead()
{
    FleetState state;
    const model::HostId id = state.putEntry(server(u"hv01"_s)).added.at(0);
    const auto look = std::make_shared<const model::FirstLook>();
    state.setFirstLook({id, look});
    QVERIFY(!state.host(id)->firstLook); // nobody reads it
    for (const auto& end : {failure(id, base::ErrorCode::Unreachable),
                            failure(id, base::ErrorCode::Cancelled), success(id, 2)}) {
        state.beginReading(id);
        QVERIFY(!state.takeDelta(everything).isEmpty());
        state.setFirstLook({id, look});
        QCOMPARE(state.host(id)->firstLook, look);
        QVERIFY(!state.hasData());
        const FleetDelta delta = state.takeDelta(everything);
        QVERIFY(delta.hosts.at(0).stateChanged);
        state.apply(end);
        QVERIFY(!state.host(id)->firstLook);
        QVERIFY(state.takeDelta(everything).hosts.at(0).stateChanged);
    }
    QVERIFY(state.hasData());
    state.beginReading(id);
    state.setFirstLook({id, look});
    QVERIFY(!state.host(id)->firstLook); // what was read last says more
    const model::HostId other = state.putEntry(server(u"hv02"_s)).added.at(0);
    state.beginReading(other);
    state.setFirstLook({other, look});
    state.putEntry(server(u"hv02"_s));
    QVERIFY(!state.host(other)->firstLook); // the address may be another one
    state.setFirstLook({model::HostId(u"gone"_s), look});
}

void tst_fleet_state::firstLookGoesBeforeEmptyHosts()
{
    FleetState state;
    std::vector<model::HostId> ids;
    for (int i = 0; i < 10; ++i) {
        ids.push_back(state.putEntry(server(u"hv%1"_s.arg(i))).added.at(0));
        state.beginReading(ids.back());
    }
    QCOMPARE(state.takeDelta(2).hosts.size(), 2U);
    state.setFirstLook({ids[1], std::make_shared<const model::FirstLook>()});
    const FleetDelta delta = state.takeDelta(2);
    QCOMPARE(delta.hosts.at(0).id, ids[1]);
    QCOMPARE(delta.hosts.at(1).id, ids[2]);
    QCOMPARE(state.takeDelta(everything).hosts.size(), 7U);
}

QTEST_GUILESS_MAIN(tst_fleet_state)
#include "tst_fleet_state.moc"
