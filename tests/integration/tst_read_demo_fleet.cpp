#include "core/analysis/AssignedStatus.h"
#include "core/base/Clock.h"
#include "core/fleet/EntryText.h"
#include "core/fleet/HostPort.h"
#include "core/fleet/MakeFleet.h"
#include "core/simulation/FleetServer.h"
#include "core/simulation/SimulatedFleet.h"
#include "core/wmi/ConnectionSettings.h"
#include "core/wmi/wsman/WsmanSession.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using fleet::HostPhase;
using fleet::ServerEntry;

namespace {

/// What a read may cost whatever the host has; only devices cost more, virtual machines and partitions never.
constexpr std::uint64_t fixedRoundTrips = 28;

/// A simulated fleet behind real sockets and the fleet that reads it.
class Bench
{
public:
    explicit Bench(const QString& specification)
    {
        auto loaded = simulation::SimulatedFleet::load(specification, m_clock);
        if (!loaded) {
            problem = base::describe(loaded.error());
            return;
        }
        simulated = *loaded;
        auto started = simulation::FleetServer::start(simulated, {});
        if (!started) {
            problem = base::describe(started.error());
            return;
        }
        m_server = std::move(*started);
        fleet = fleet::makeFleet(
            [](const ServerEntry& entry, const QString& address, const base::Secret&) {
                const fleet::HostPort place =
                    fleet::parseHostPort(address, entry.port).value_or(fleet::HostPort());
                wmi::ConnectionSettings settings;
                settings.host = place.host;
                settings.port = place.port;
                return wsman::makeSession(std::move(settings));
            },
            m_clock);
        QObject::connect(fleet.get(), &fleet::Fleet::refreshFinished, fleet.get(), [this] { ++m_finished; });
    }

    /// Adds every server and cluster of the fleet and reads them.
    bool readAll()
    {
        std::map<QString, ServerEntry> clusters;
        for (const simulation::FleetMember& member : simulated->members()) {
            const QString address = addressOf(member.name);
            if (member.cluster.isEmpty()) {
                fleet->addServer(fleet::entryFromText(address).value(), {});
                continue;
            }
            ServerEntry& cluster = clusters[member.cluster];
            if (cluster.name.isEmpty() && member.poweredOn) {
                cluster = fleet::entryFromText(address).value();
                cluster.kind = ServerEntry::Kind::Cluster;
                cluster.id = fleet::entryIdFor(cluster);
            }
        }
        for (auto& [name, cluster] : clusters) {
            for (const simulation::FleetMember& member : simulated->members())
                if (member.cluster == name)
                    cluster.nodeAddresses[member.name.toLower()] = addressOf(member.name);
            fleet->addServer(cluster, {});
        }
        return waitFinished();
    }

    bool waitFinished()
    {
        const int wanted = ++m_waited;
        return QTest::qWaitFor([&] { return m_finished >= wanted; }, 60'000);
    }

    [[nodiscard]] std::shared_ptr<const fleet::HostRecord> host(const QString& name) const
    {
        for (const auto& record : fleet->snapshot()->hosts)
            if (record->displayName.compare(name, Qt::CaseInsensitive) == 0)
                return record;
        return std::make_shared<fleet::HostRecord>();
    }

    std::shared_ptr<simulation::SimulatedFleet> simulated;
    std::unique_ptr<fleet::Fleet> fleet;
    QString problem;

private:
    [[nodiscard]] QString addressOf(const QString& computer) const
    {
        for (const simulation::HostEndpoint& endpoint : m_server->endpoints())
            if (endpoint.computerName == computer && endpoint.port != 0)
                return fleet::HostPort{endpoint.host, endpoint.port}.toString();
        return u"127.0.0.1:1"_s; // nothing listens there
    }

    base::SystemClock m_clock;
    std::unique_ptr<simulation::FleetServer> m_server;
    int m_finished = 0;
    int m_waited = 0;
};

QString notesOf(const model::HostSnapshot& snapshot)
{
    QStringList lines;
    for (const model::ReadNote& note : snapshot.notes)
        lines.append(note.subject + u": "_s + base::describe(note.error));
    return lines.join(u'\n');
}

} // namespace

class tst_read_demo_fleet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyHostIsListed();
    void identicalCards();
    void assignmentsOfOddVms();
    void clusterFacts();
    void paravirtualClient();
    void dismountedDevices();
    void undriven();
    void withoutRole();
    void roundTripsAreBounded();
    void secondReadFindsNothingNew();
    void demoFleetReadsCleanly();

private:
    [[nodiscard]] const model::HostSnapshot& snapshotOf(const QString& name) const;

    std::unique_ptr<Bench> m_bench;
};

void tst_read_demo_fleet::initTestCase()
{
    // Small, and with every odd case once; NODE3 is off.
    m_bench = std::make_unique<Bench>(QFINDTESTDATA("odd-fleet.json"));
    QVERIFY2(m_bench->problem.isEmpty(), qPrintable(m_bench->problem));
    QVERIFY(m_bench->readAll());
    for (const QString& name :
         {u"NODE1"_s, u"NODE2"_s, u"CLIENT1"_s, u"DDA1"_s, u"NODRIVER"_s, u"NOROLE"_s}) {
        const auto record = m_bench->host(name);
        QVERIFY2(record->phase == HostPhase::Ready,
                 qPrintable(name + u' ' + (record->lastError ? base::describe(*record->lastError) : u"?"_s)));
        QVERIFY2(record->snapshot->notes.empty(), qPrintable(name + u": "_s + notesOf(*record->snapshot)));
    }
}

const model::HostSnapshot& tst_read_demo_fleet::snapshotOf(const QString& name) const
{
    static const model::HostSnapshot none;
    const auto record = m_bench->host(name);
    return record->snapshot ? *record->snapshot : none;
}

void tst_read_demo_fleet::everyHostIsListed()
{
    const auto fleet = m_bench->fleet->snapshot();
    QCOMPARE(fleet->hosts.size(), 7U);
    QCOMPARE(fleet->entries.size(), 5U);
    const auto down = m_bench->host(u"NODE3"_s);
    QCOMPARE(down->phase, HostPhase::Failed);
    QCOMPARE(down->nodeState, model::NodeState::Down);
    QCOMPARE(down->lastError->code, base::ErrorCode::Unreachable);
    QVERIFY(!down->snapshot);
    QCOMPARE(m_bench->host(u"NODE2"_s)->nodeState, model::NodeState::Paused);
    QCOMPARE(m_bench->host(u"NODE1"_s)->nodeState, model::NodeState::Up);
}

void tst_read_demo_fleet::identicalCards()
{
    const auto& gpus = snapshotOf(u"NODE1"_s).gpus;
    QCOMPARE(gpus.size(), 2U);
    QVERIFY(gpus[0].id != gpus[1].id);
    for (const model::Gpu& gpu : gpus) {
        QCOMPARE(gpu.name, u"NVIDIA A2"_s);
        QVERIFY(gpu.pnp && gpu.pnp->propertiesRead && gpu.partitioning);
        QCOMPARE(gpu.partitioning->partitionCount.value(), 4);
        QCOMPARE(gpu.partitioning->validPartitionCounts, (std::vector<std::uint16_t>{16, 8, 4, 2, 1}));
        QCOMPARE(gpu.partitioning->vram.total.value(), 15'929'966'592U);
        QCOMPARE(gpu.adapterMemory.value(), 16'384ULL * 1024 * 1024);
        QVERIFY(gpu.locationPath.startsWith(u"PCIROOT("_s));
        QVERIFY(!gpu.pnp->driverVersion.isEmpty());
        QCOMPARE(analysis::assignedStatus(gpu, snapshotOf(u"NODE1"_s)).status,
                 analysis::AssignedStatus::Partitioned);
    }
}

void tst_read_demo_fleet::assignmentsOfOddVms()
{
    const model::HostSnapshot& host = snapshotOf(u"NODE1"_s);
    QCOMPARE(host.vms.size(), 4U);
    QCOMPARE(host.vms[0].name, u"=cmd, \"quoted\" 日本"_s);
    QCOMPARE(host.vms[0].state, model::PowerState::Running);
    QCOMPARE(host.vms[0].partitionAdapters, 2);
    std::size_t running = 0;
    std::size_t atStart = 0;
    std::size_t automatic = 0;
    for (const model::Gpu& gpu : host.gpus) {
        for (const model::Assignment& assignment : gpu.assignments) {
            const model::VirtualMachine* vm = host.findVm(assignment.vm);
            QVERIFY(vm != nullptr);
            QCOMPARE(assignment.vmName, vm->name);
            QCOMPARE(assignment.partitionId.has_value(), vm->state == model::PowerState::Running);
            QCOMPARE(model::gpuIdFrom(assignment.deviceInstancePath), gpu.id);
            ++(assignment.partitionId ? running : atStart);
            automatic += assignment.automatic ? 1U : 0U;
        }
    }
    QCOMPARE(running, 3U);
    QCOMPARE(atStart, 1U);
    QCOMPARE(automatic, 1U);
    QCOMPARE(host.unplacedAssignments.size(), 1U); // automatic, and its VM is off
    QVERIFY(host.unplacedAssignments[0].automatic);
}

void tst_read_demo_fleet::clusterFacts()
{
    const model::HostSnapshot& host = snapshotOf(u"NODE1"_s);
    QVERIFY(host.cluster.has_value());
    QCOMPARE(host.cluster->name, u"CLU"_s);
    QCOMPARE(host.cluster->nodes.size(), 3U);
    int clustered = 0;
    for (const model::VirtualMachine& vm : host.vms) {
        QVERIFY(vm.clustered.has_value());
        clustered += *vm.clustered ? 1 : 0;
    }
    QCOMPARE(clustered, 3);
    QCOMPARE(host.vms[0].offlineAction.value(), 3U);
    QVERIFY(!snapshotOf(u"CLIENT1"_s).cluster.has_value());
}

void tst_read_demo_fleet::paravirtualClient()
{
    const model::HostSnapshot& host = snapshotOf(u"CLIENT1"_s);
    QCOMPARE(host.host.productType.value(), 1U);
    QCOMPARE(host.host.iovSupport, std::optional(false));
    QCOMPARE(host.host.iovSupportReasons, QStringList{u"no SR-IOV"_s});
    QCOMPARE(host.gpus.size(), 1U);
    QVERIFY(host.gpus[0].partitioning->isParavirtual());
    QCOMPARE(host.gpus[0].partitioning->validPartitionCounts, std::vector<std::uint16_t>{32});
    QCOMPARE(host.gpus[0].partitioning->encode.total.value(), UINT64_MAX);
    QCOMPARE(analysis::assignedStatus(host.gpus[0], host).status,
             analysis::AssignedStatus::Paravirtualization);
}

void tst_read_demo_fleet::dismountedDevices()
{
    const model::HostSnapshot& host = snapshotOf(u"DDA1"_s);
    QCOMPARE(host.gpus.size(), 3U); // not the NVMe drive
    std::map<analysis::SubStatus, int> states;
    int notAssignable = 0;
    for (const model::Gpu& gpu : host.gpus) {
        const analysis::StatusVerdict verdict = analysis::assignedStatus(gpu, host);
        ++states[verdict.subStatus];
        notAssignable += verdict.status == analysis::AssignedStatus::NotAssignable ? 1 : 0;
    }
    QCOMPARE(states[analysis::SubStatus::FreeForDda], 1);
    QCOMPARE(states[analysis::SubStatus::AssignedToRunningVm], 1);
    QCOMPARE(notAssignable, 1);
    QCOMPARE(host.vms.at(0).wholeDevices, 2); // the drive counts for the VM
    QVERIFY(host.unplacedAssignments.empty());
}

void tst_read_demo_fleet::undriven()
{
    const model::HostSnapshot& host = snapshotOf(u"NODRIVER"_s);
    QCOMPARE(host.gpus.size(), 1U);
    QCOMPARE(host.gpus[0].pnp->problemCode.value(), 28U);
    QVERIFY(!host.gpus[0].adapterMemory.has_value());
    QCOMPARE(analysis::assignedStatus(host.gpus[0], host).subStatus, analysis::SubStatus::NoDriver);
}

void tst_read_demo_fleet::withoutRole()
{
    const model::HostSnapshot& host = snapshotOf(u"NOROLE"_s);
    QVERIFY(!host.host.hyperVRole);
    QCOMPARE(host.gpus.size(), 1U);
    QVERIFY(!host.gpus[0].partitioning.has_value());
    QVERIFY(host.vms.empty());
}

void tst_read_demo_fleet::roundTripsAreBounded()
{
    for (const auto& record : m_bench->fleet->snapshot()->hosts) {
        if (!record->snapshot)
            continue;
        const std::uint64_t bound = fixedRoundTrips + 4 * record->snapshot->gpus.size();
        QVERIFY2(record->snapshot->roundTrips <= bound,
                 qPrintable(u"%1: %2"_s.arg(record->displayName).arg(record->snapshot->roundTrips)));
        QVERIFY(record->snapshot->bytesReceived > 0);
    }
}

void tst_read_demo_fleet::secondReadFindsNothingNew()
{
    QSet<QString> moved;
    QObject context;
    QObject::connect(m_bench->fleet.get(), &fleet::Fleet::changed, &context,
                     [&](const fleet::FleetDelta& delta) {
                         for (const fleet::HostDelta& host : delta.hosts)
                             if (host.gpuShapeChanged || host.vmShapeChanged || !host.changedGpus.empty())
                                 moved.insert(host.id.text());
                     });
    m_bench->fleet->refreshAll();
    QVERIFY(m_bench->waitFinished());
    QVERIFY2(moved.isEmpty(), qPrintable(QStringList(moved.values()).join(u' ')));
}

void tst_read_demo_fleet::demoFleetReadsCleanly()
{
    Bench demo(u"demo"_s);
    QVERIFY2(demo.problem.isEmpty(), qPrintable(demo.problem));
    QVERIFY(demo.readAll());
    const auto fleet = demo.fleet->snapshot();
    QCOMPARE(fleet->hosts.size(), demo.simulated->members().size());
    std::map<analysis::AssignedStatus, int> statuses;
    QStringList vms;
    for (const simulation::FleetMember& member : demo.simulated->members()) {
        const auto record = demo.host(member.name);
        QVERIFY2(record->phase == (member.poweredOn ? HostPhase::Ready : HostPhase::Failed),
                 qPrintable(member.name));
        if (!record->snapshot)
            continue;
        QVERIFY2(record->snapshot->notes.empty(),
                 qPrintable(member.name + u": "_s + notesOf(*record->snapshot)));
        QVERIFY(record->snapshot->roundTrips <= fixedRoundTrips + 4 * record->snapshot->gpus.size());
        for (const model::Gpu& gpu : record->snapshot->gpus)
            ++statuses[analysis::assignedStatus(gpu, *record->snapshot).status];
        for (const model::VirtualMachine& vm : record->snapshot->vms)
            vms.append(vm.name);
    }
    QCOMPARE(fleet->entries.size(), 6U);
    QCOMPARE(statuses[analysis::AssignedStatus::ReadyForDdaAssignment], 3 + 6);
    QCOMPARE(statuses[analysis::AssignedStatus::Partitioned], 15);
    QCOMPARE(statuses[analysis::AssignedStatus::Paravirtualization], 2);
    QCOMPARE(statuses[analysis::AssignedStatus::NotAssignable], 6 + 3);
    QCOMPARE(statuses[analysis::AssignedStatus::HostOwned], 3);
    QCOMPARE(vms.size(), 67);
    QCOMPARE(vms.count(u"dup"_s), 4);
    for (const QString& odd : {u"  leading spaces"_s, u"tab\tinside"_s, u"<b>&amp;</b>"_s, u"back\\slash"_s,
                               u"CAD, \"left\" wing"_s, u"日本語の仮想マシン"_s, u"rocket 🚀 launch"_s})
        QVERIFY2(vms.contains(odd), qPrintable(odd));
    QCOMPARE(demo.host(u"HVB-N04"_s)->nodeState, model::NodeState::Down);
    QCOMPARE(demo.host(u"HVB-N03"_s)->nodeState, model::NodeState::Paused);
}

QTEST_GUILESS_MAIN(tst_read_demo_fleet)
#include "tst_read_demo_fleet.moc"
