#include "core/fleet/EntryText.h"
#include "core/fleet/LiveFleet.h"
#include "tests/core/fleet/FakeChannels.h"
#include "tests/support/FakeSession.h"
#include "tests/support/ManualClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using fleet::FleetDelta;
using fleet::HostPhase;
using fleet::LiveFleet;
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

model::HostSnapshot hostWithVms(std::size_t count)
{
    model::HostSnapshot snapshot;
    snapshot.vms.resize(count);
    return snapshot;
}

model::ClusterFacts nodes(const std::vector<std::pair<QString, model::NodeState>>& list)
{
    model::ClusterFacts facts;
    facts.name = u"CLU"_s;
    for (const auto& [name, state] : list)
        facts.nodes.push_back({name, state});
    return facts;
}

/// A fleet over fake hosts, with what it signalled.
struct Bench
{
    explicit Bench(fleet::FleetOptions options = {})
    {
        fleet = std::make_unique<LiveFleet>(
            channels.factory(),
            [this](const ServerEntry&, const QString&, const base::Secret& password) {
                usedPassword = password;
                return makeSession();
            },
            clock, options);
        QObject::connect(fleet.get(), &LiveFleet::changed, fleet.get(),
                         [this](const FleetDelta& delta) { deltas.push_back(delta); });
        QObject::connect(fleet.get(), &LiveFleet::refreshFinished, fleet.get(), [this] { ++finished; });
    }
    bool waitFinished(int times)
    {
        return QTest::qWaitFor([&] { return finished >= times; }, 20'000);
    }
    std::shared_ptr<const fleet::HostRecord> host(int index) const
    {
        return fleet->snapshot()->hosts.at(static_cast<std::size_t>(index));
    }

    tests::ManualClock clock;
    tests::FakeChannels channels;
    std::function<std::unique_ptr<wmi::Session>()> makeSession = [] { return nullptr; };
    base::Secret usedPassword; ///< of the last connection test
    std::vector<FleetDelta> deltas;
    int finished = 0;
    std::unique_ptr<LiveFleet> fleet;
};

} // namespace

class tst_fleet_live : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addReadsTheServer();
    void failureKeepsDataAndSaysWhy();
    void slicesAndCoalescing();
    void progress();
    void notAskedTwice();
    void changedWhileReadingIsReadAgain();
    void cancelKeepsWhatWasKnown();
    void removeWhileReading();
    void replaceWhileReading();
    void clusterExpandsToNodes();
    void downNodeStaysListed();
    void deadClusterAddressUsesKnownNodes();
    void deadClusterAddressUsesGivenAddresses();
    void polling();
    void destroyedWhileReading();
    void connectionTest();
    void theTestOfAnotherPlaceHasNoPassword();
    void connectionTestOfGoneContext();
    void firstLookIntoAnEmptyWindow();
    void firstLookBesideOtherHostsWaits();
};

void tst_fleet_live::addReadsTheServer()
{
    Bench bench;
    bench.channels.setSnapshot(u"hv01:5985"_s, hostWithVms(3));
    bench.fleet->addServer(server(u"hv01"_s), {});
    QVERIFY(bench.fleet->isRefreshing());
    QVERIFY(bench.deltas.empty()); // nothing is signalled from inside a call
    QVERIFY(bench.waitFinished(1));
    QVERIFY(!bench.fleet->isRefreshing());
    QCOMPARE(bench.host(0)->phase, HostPhase::Ready);
    QCOMPARE(bench.host(0)->snapshot->vms.size(), 3U);
    QCOMPARE(bench.deltas.front().hosts.at(0).kind, fleet::HostDelta::Kind::Added);
    QCOMPARE(bench.fleet->servers().size(), 1U);
}

void tst_fleet_live::failureKeepsDataAndSaysWhy()
{
    Bench bench;
    bench.channels.setSnapshot(u"hv01:5985"_s, hostWithVms(3));
    bench.fleet->addServer(server(u"hv01"_s), {});
    QVERIFY(bench.waitFinished(1));
    bench.channels.setDead(u"hv01:5985"_s);
    bench.fleet->refreshAll();
    QVERIFY(bench.waitFinished(2));
    QVERIFY(bench.host(0)->isStale());
    QCOMPARE(bench.host(0)->snapshot->vms.size(), 3U);
    QCOMPARE(bench.host(0)->lastError->code, base::ErrorCode::Unreachable);
}

void tst_fleet_live::slicesAndCoalescing()
{
    fleet::FleetOptions options;
    options.hostsPerSignal = 16;
    Bench bench(options);
    constexpr int hosts = 100;
    bench.channels.closeGate();
    for (int i = 0; i < hosts; ++i)
        bench.fleet->addServer(server(u"hv%1"_s.arg(i)), {});
    QTRY_COMPARE(bench.fleet->snapshot()->hosts.size(), static_cast<std::size_t>(hosts));
    bench.channels.openGate();
    QVERIFY(bench.waitFinished(1));
    for (const FleetDelta& delta : bench.deltas)
        QVERIFY(delta.hosts.size() <= 16U);
    // Far fewer signals than results: 2 x 100 changes of hosts in slices of 16.
    QVERIFY2(bench.deltas.size() < hosts, qPrintable(QString::number(bench.deltas.size())));
    for (const auto& host : bench.fleet->snapshot()->hosts)
        QCOMPARE(host->phase, HostPhase::Ready);
}

void tst_fleet_live::progress()
{
    Bench bench;
    QSignalSpy spy(bench.fleet.get(), &LiveFleet::refreshProgress);
    for (int i = 0; i < 10; ++i)
        bench.fleet->addServer(server(u"hv%1"_s.arg(i)), {});
    QVERIFY(bench.waitFinished(1));
    QCOMPARE(spy.last().at(0).toInt(), 10);
    QCOMPARE(spy.last().at(1).toInt(), 10);
    for (const QList<QVariant>& step : spy)
        QVERIFY(step.at(0).toInt() <= step.at(1).toInt());
}

void tst_fleet_live::notAskedTwice()
{
    Bench bench;
    bench.channels.closeGate();
    bench.fleet->addServer(server(u"hv01"_s), {});
    QTRY_COMPARE(bench.channels.waiting(), 1);
    QTRY_COMPARE(bench.fleet->snapshot()->hosts.size(), 1U);
    bench.fleet->refreshAll();
    bench.fleet->refresh({bench.host(0)->id});
    bench.channels.openGate();
    QVERIFY(bench.waitFinished(1));
    QCOMPARE(bench.channels.reads(u"hv01:5985"_s), 1);
}

void tst_fleet_live::changedWhileReadingIsReadAgain()
{
    Bench bench;
    bench.channels.closeGate();
    bench.fleet->addServer(server(u"hv01"_s), {});
    QTRY_COMPARE(bench.channels.waiting(), 1);
    QTRY_COMPARE(bench.fleet->snapshot()->hosts.size(), 1U);
    bench.fleet->refreshChanged({bench.host(0)->id});
    bench.fleet->refreshChanged({bench.host(0)->id});
    bench.channels.openGate();
    QVERIFY(bench.waitFinished(1));
    QCOMPARE(bench.channels.reads(u"hv01:5985"_s), 2);
    QCOMPARE(bench.host(0)->phase, HostPhase::Ready);
    bench.fleet->refreshChanged({bench.host(0)->id});
    QVERIFY(bench.waitFinished(2));
    QCOMPARE(bench.channels.reads(u"hv01:5985"_s), 3);
}

void tst_fleet_live::cancelKeepsWhatWasKnown()
{
    Bench bench;
    bench.channels.setSnapshot(u"hv01:5985"_s, hostWithVms(2));
    bench.fleet->addServer(server(u"hv01"_s), {});
    QVERIFY(bench.waitFinished(1));
    bench.channels.closeGate();
    bench.fleet->refreshAll();
    QTRY_COMPARE(bench.host(0)->phase, HostPhase::Reading);
    QTRY_COMPARE(bench.channels.waiting(), 1);
    bench.fleet->cancelRefresh();
    QVERIFY(bench.waitFinished(2));
    QCOMPARE(bench.host(0)->phase, HostPhase::Ready);
    QCOMPARE(bench.host(0)->snapshot->vms.size(), 2U);
    QVERIFY(!bench.host(0)->lastError.has_value());
    QVERIFY(!bench.fleet->isRefreshing());
}

void tst_fleet_live::removeWhileReading()
{
    Bench bench;
    bench.channels.closeGate();
    bench.fleet->addServer(server(u"hv01"_s), {});
    bench.fleet->addServer(server(u"hv02"_s), {});
    QTRY_COMPARE(bench.channels.waiting(), 2);
    bench.fleet->removeServer(server(u"hv01"_s).id);
    bench.channels.openGate();
    QVERIFY(bench.waitFinished(1));
    QCOMPARE(bench.fleet->snapshot()->hosts.size(), 1U);
    QCOMPARE(bench.host(0)->displayName, u"hv02"_s);
    bench.fleet->removeServer(server(u"hv02"_s).id);
    QTRY_VERIFY(bench.fleet->snapshot()->entries.empty());
}

void tst_fleet_live::replaceWhileReading()
{
    Bench bench;
    bench.channels.closeGate();
    bench.channels.setDead(u"hv01:5985"_s, base::ErrorCode::CredentialsRejected);
    bench.fleet->addServer(server(u"hv01"_s), {});
    QTRY_COMPARE(bench.channels.waiting(), 1);
    bench.channels.setSnapshot(u"hv01:5985"_s, hostWithVms(1));
    ServerEntry again = server(u"hv01"_s);
    again.user = u"ada"_s;
    bench.fleet->addServer(again, base::Secret("right"));
    bench.channels.openGate();
    QVERIFY(bench.waitFinished(1));
    QCOMPARE(bench.host(0)->phase, HostPhase::Ready);
    QCOMPARE(bench.fleet->servers().size(), 1U);
    QCOMPARE(bench.fleet->servers().at(0).user, u"ada"_s);
}

void tst_fleet_live::clusterExpandsToNodes()
{
    Bench bench;
    bench.channels.setCluster(u"clu:5985"_s,
                              nodes({{u"N1"_s, model::NodeState::Up}, {u"N2"_s, model::NodeState::Paused}}));
    bench.channels.setSnapshot(u"N1:5985"_s, hostWithVms(1));
    bench.channels.setSnapshot(u"N2:5985"_s, hostWithVms(2));
    bench.fleet->addServer(cluster(u"clu"_s), {});
    QVERIFY(bench.waitFinished(1));
    QCOMPARE(bench.fleet->snapshot()->entries.at(0)->displayName, u"CLU"_s);
    QCOMPARE(bench.fleet->snapshot()->hosts.size(), 2U);
    QCOMPARE(bench.host(1)->snapshot->vms.size(), 2U);
    QCOMPARE(bench.host(1)->nodeState, model::NodeState::Paused);
    QVERIFY(bench.host(1)->inCluster);

    // The next refresh reads list and nodes side by side, each once.
    bench.fleet->refreshAll();
    QVERIFY(bench.waitFinished(2));
    QCOMPARE(bench.channels.reads(u"clu:5985"_s), 2);
    QCOMPARE(bench.channels.reads(u"N1:5985"_s), 2);

    bench.channels.setCluster(u"clu:5985"_s, nodes({{u"N2"_s, model::NodeState::Up}}));
    bench.fleet->refreshAll();
    QVERIFY(bench.waitFinished(3));
    QCOMPARE(bench.fleet->snapshot()->hosts.size(), 1U); // evicted
}

void tst_fleet_live::downNodeStaysListed()
{
    Bench bench;
    bench.channels.setCluster(u"clu:5985"_s,
                              nodes({{u"N1"_s, model::NodeState::Up}, {u"N2"_s, model::NodeState::Down}}));
    bench.channels.setDead(u"N2:5985"_s);
    bench.fleet->addServer(cluster(u"clu"_s), {});
    QVERIFY(bench.waitFinished(1));
    QCOMPARE(bench.fleet->snapshot()->hosts.size(), 2U);
    QCOMPARE(bench.host(1)->nodeState, model::NodeState::Down);
    QCOMPARE(bench.host(1)->phase, HostPhase::Failed);
    QCOMPARE(bench.channels.reads(u"N2:5985"_s), 1);
    bench.fleet->refreshAll();
    QVERIFY(bench.waitFinished(2));
    QCOMPARE(bench.channels.reads(u"N2:5985"_s), 2);
}

void tst_fleet_live::deadClusterAddressUsesKnownNodes()
{
    Bench bench;
    const model::ClusterFacts both =
        nodes({{u"N1"_s, model::NodeState::Up}, {u"N2"_s, model::NodeState::Up}});
    bench.channels.setCluster(u"clu:5985"_s, both);
    bench.fleet->addServer(cluster(u"clu"_s), {});
    QVERIFY(bench.waitFinished(1));

    bench.channels.setDead(u"clu:5985"_s);
    bench.fleet->refreshAll();
    QVERIFY(bench.waitFinished(2));
    QCOMPARE(bench.channels.reads(u"N1:5985"_s), 2);
    QVERIFY(bench.fleet->snapshot()->entries.at(0)->expansionError.has_value());
    QCOMPARE(bench.host(0)->phase, HostPhase::Ready);

    // A member that knows the cluster makes up for the address.
    model::HostSnapshot member = hostWithVms(1);
    member.cluster = nodes({{u"N1"_s, model::NodeState::Up},
                            {u"N2"_s, model::NodeState::Down},
                            {u"N3"_s, model::NodeState::Up}});
    bench.channels.setSnapshot(u"N1:5985"_s, member);
    bench.fleet->refresh({bench.host(0)->id});
    QVERIFY(bench.waitFinished(3));
    QVERIFY(!bench.fleet->snapshot()->entries.at(0)->expansionError.has_value());
    QCOMPARE(bench.fleet->snapshot()->hosts.size(), 3U);
    QCOMPARE(bench.host(1)->nodeState, model::NodeState::Down);
    QCOMPARE(bench.host(2)->phase, HostPhase::Ready);
}

void tst_fleet_live::deadClusterAddressUsesGivenAddresses()
{
    Bench bench;
    ServerEntry entry = cluster(u"127.0.0.1:1"_s);
    entry.nodeAddresses = {{u"n1"_s, u"127.0.0.1:41001"_s}, {u"n2"_s, u"127.0.0.1:41002"_s}};
    bench.channels.setDead(u"127.0.0.1:1"_s);
    bench.channels.setDead(u"127.0.0.1:41001"_s);
    model::HostSnapshot member = hostWithVms(4);
    member.cluster = nodes({{u"N1"_s, model::NodeState::Down}, {u"N2"_s, model::NodeState::Up}});
    bench.channels.setSnapshot(u"127.0.0.1:41002"_s, member);
    bench.fleet->addServer(entry, {});
    QVERIFY(bench.waitFinished(1));
    QCOMPARE(bench.fleet->snapshot()->hosts.size(), 2U);
    QCOMPARE(bench.host(0)->displayName, u"N1"_s);
    QCOMPARE(bench.host(0)->nodeState, model::NodeState::Down);
    QCOMPARE(bench.host(1)->snapshot->vms.size(), 4U);
    QVERIFY(!bench.fleet->snapshot()->entries.at(0)->expansionError.has_value());
}

void tst_fleet_live::polling()
{
    Bench bench;
    bench.fleet->addServer(server(u"hv01"_s), {});
    QVERIFY(bench.waitFinished(1));
    bench.fleet->setPollInterval(std::chrono::seconds(1));
    QVERIFY(bench.waitFinished(2));
    bench.fleet->setPollInterval(std::chrono::seconds(0));
    const int reads = bench.channels.reads(u"hv01:5985"_s);
    QVERIFY(reads >= 2);
    QVERIFY(!QTest::qWaitFor([&] { return bench.channels.reads(u"hv01:5985"_s) > reads; }, 1'300));
}

void tst_fleet_live::destroyedWhileReading()
{
    Bench bench;
    bench.channels.closeGate();
    for (int i = 0; i < 30; ++i)
        bench.fleet->addServer(server(u"hv%1"_s.arg(i)), {});
    QTRY_VERIFY(bench.channels.waiting() > 0);
    bench.fleet.reset();
    QCOMPARE(bench.channels.waiting(), 0);
}

void tst_fleet_live::connectionTest()
{
    Bench bench;
    bench.makeSession = [] {
        auto session = std::make_unique<tests::FakeSession>();
        session->setDead(tests::makeError(base::Layer::Tls, base::ErrorCode::Untrusted));
        return session;
    };
    std::optional<fleet::ConnectionTestReport> report;
    bench.fleet->testConnection(server(u"hv01"_s), {}, this, [&](const fleet::ConnectionTestReport& result) {
        QCOMPARE(QThread::currentThread(), thread());
        report = result;
    });
    QTRY_VERIFY(report.has_value());
    QVERIFY(!report->passed());
    QCOMPARE(report->stages.at(static_cast<std::size_t>(fleet::TestStage::Port)).error->code,
             base::ErrorCode::Untrusted);
}

void tst_fleet_live::theTestOfAnotherPlaceHasNoPassword()
{
    Bench bench;
    ServerEntry entry = server(u"hva"_s);
    entry.user = u"ada"_s;
    entry.authentication = ServerEntry::Authentication::Negotiate;
    bench.fleet->addServer(entry, base::Secret("Engine-5q"));
    const auto passwordFor = [&](const ServerEntry& tried) {
        bool ended = false;
        bench.fleet->testConnection(tried, {}, this, [&](const auto&) { ended = true; });
        return QTest::qWaitFor([&] { return ended; }) ? bench.usedPassword.reveal() : QByteArray("timeout");
    };
    QCOMPARE(passwordFor(entry), QByteArray("Engine-5q"));
    ServerEntry moved = entry; // with the id, as it is edited
    moved.name = u"hvb"_s;
    QCOMPARE(passwordFor(moved), QByteArray());
    ServerEntry weaker = entry;
    weaker.authentication = ServerEntry::Authentication::Basic;
    QCOMPARE(passwordFor(weaker), QByteArray());
    bench.fleet->changeServer(moved); // nor does it follow the entry there
    QCOMPARE(passwordFor(moved), QByteArray());
}

void tst_fleet_live::connectionTestOfGoneContext()
{
    Bench bench;
    bench.makeSession = [] { return std::make_unique<tests::FakeSession>(); };
    auto context = std::make_unique<QObject>();
    bool calledForGone = false;
    bool calledForLiving = false;
    bench.fleet->testConnection(server(u"a"_s), {}, context.get(),
                                [&](const auto&) { calledForGone = true; });
    context.reset();
    // Two workers: the second and third together end after the first.
    bench.fleet->testConnection(server(u"b"_s), {}, this, [&](const auto&) { calledForLiving = true; });
    QTRY_VERIFY(calledForLiving);
    bool calledLast = false;
    bench.fleet->testConnection(server(u"c"_s), {}, this, [&](const auto&) { calledLast = true; });
    QTRY_VERIFY(calledLast);
    QVERIFY(!calledForGone);
}

void tst_fleet_live::firstLookIntoAnEmptyWindow()
{
    Bench bench;
    model::FirstLook look;
    look.gpus.emplace_back().name = u"NVIDIA A2"_s;
    bench.channels.setFirstLook(u"hv01:5985"_s, look);
    bench.channels.closeGate();
    bench.fleet->addServer(server(u"hv01"_s), {});
    QTRY_VERIFY(!bench.fleet->snapshot()->hosts.empty() && bench.host(0)->firstLook);
    QCOMPARE(bench.host(0)->phase, HostPhase::Reading);
    QCOMPARE(bench.finished, 0);
    bench.channels.openGate();
    QVERIFY(bench.waitFinished(1));
    QVERIFY(!bench.host(0)->firstLook);
    QCOMPARE(bench.host(0)->phase, HostPhase::Ready);
}

void tst_fleet_live::firstLookBesideOtherHostsWaits()
{
    Bench bench;
    bench.fleet->addServer(server(u"hv01"_s), {});
    QVERIFY(bench.waitFinished(1));
    model::FirstLook look;
    look.gpus.emplace_back().name = u"NVIDIA A2"_s;
    bench.channels.setFirstLook(u"hv02:5985"_s, look);
    bench.channels.setFirstLook(u"hv03:5985"_s, look);
    bench.channels.closeGate();
    bench.fleet->addServer(server(u"hv02"_s), {});
    QTRY_COMPARE(bench.channels.waiting(), 1);
    QTRY_COMPARE(bench.fleet->snapshot()->hosts.size(), 2U);
    QVERIFY(!bench.host(1)->firstLook);
    bench.clock.advance(std::chrono::milliseconds(1'000));
    bench.fleet->addServer(server(u"hv03"_s), {}); // what comes of it finds the other one due
    QTRY_VERIFY(bench.host(1)->firstLook);
    QTRY_COMPARE(bench.fleet->snapshot()->hosts.size(), 3U);
    QVERIFY(!bench.host(2)->firstLook);
    bench.channels.openGate();
    QVERIFY(bench.waitFinished(2));
    for (const FleetDelta& delta : bench.deltas)
        for (const fleet::HostDelta& change : delta.hosts)
            QVERIFY(!(change.id == bench.host(2)->id && change.after && change.after->firstLook));
}

QTEST_GUILESS_MAIN(tst_fleet_live)
#include "tst_fleet_live.moc"
