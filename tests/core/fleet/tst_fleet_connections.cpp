#include "core/fleet/ConnectionDirectory.h"
#include "core/fleet/EntryText.h"
#include "core/fleet/LiveFleet.h"
#include "tests/core/fleet/FakeChannels.h"
#include "tests/support/FakeSession.h"
#include "tests/support/ManualClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using fleet::ConnectionDirectory;
using fleet::ServerEntry;

namespace {

/// A fleet that keeps a directory of its connections.
struct Bench
{
    tests::ManualClock clock;
    tests::FakeChannels channels;
    std::shared_ptr<ConnectionDirectory> directory = std::make_shared<ConnectionDirectory>();
    fleet::LiveFleet fleet{channels.factory(),
                           [](const ServerEntry&, const QString&, const base::Secret&) { return nullptr; },
                           clock, fleet::FleetOptions(), directory};
};

base::Secret secret(const char* text)
{
    return base::Secret(QByteArray(text));
}

} // namespace

/// Where the hosts are and with which account, for connections of their own.
class tst_fleet_connections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strangersAreNotFound();
    void serversComeChangeAndGo();
    void nodesHaveTheirClustersAccount();
};

void tst_fleet_connections::strangersAreNotFound()
{
    const ConnectionDirectory directory;
    const auto found = directory.find(model::HostId(u"hv01"_s));
    QVERIFY(!found.has_value());
    QCOMPARE(found.error().code, base::ErrorCode::NotFound);
    QCOMPARE(found.error().target, u"hv01"_s);
}

void tst_fleet_connections::serversComeChangeAndGo()
{
    Bench bench;
    ServerEntry entry = fleet::entryFromText(u"hv01:5986"_s).value();
    entry.user = u"ada"_s;
    const model::HostId host(entry.id.text());
    bench.fleet.addServer(entry, secret("first"));
    const auto found = bench.directory->find(host);
    QVERIFY(found.has_value());
    QCOMPARE(found->address, u"hv01:5986"_s);
    QCOMPARE(found->entry.user, u"ada"_s);
    QCOMPARE(found->password.reveal(), QByteArray("first"));

    entry.user = u"grace"_s;
    bench.fleet.addServer(entry, secret("second"));
    QCOMPARE(bench.directory->find(host)->entry.user, u"grace"_s);
    QCOMPARE(bench.directory->find(host)->password.reveal(), QByteArray("second"));
    bench.fleet.removeServer(entry.id);
    QVERIFY(!bench.directory->find(host).has_value());
}

void tst_fleet_connections::nodesHaveTheirClustersAccount()
{
    Bench bench;
    const QSignalSpy finished(&bench.fleet, &fleet::Fleet::refreshFinished);
    model::ClusterFacts facts;
    facts.name = u"CLU"_s;
    facts.nodes = {{u"N1"_s, model::NodeState::Up}, {u"N2"_s, model::NodeState::Up}};
    bench.channels.setCluster(u"clu.contoso.com:5985"_s, facts);
    ServerEntry entry = fleet::entryFromText(u"clu.contoso.com"_s).value();
    entry.kind = ServerEntry::Kind::Cluster;
    entry.id = fleet::entryIdFor(entry);
    entry.nodeAddresses[u"n2"_s] = u"10.0.0.2:5999"_s;
    bench.fleet.addServer(entry, secret("of the cluster"));
    QTRY_VERIFY_WITH_TIMEOUT(finished.count() > 0, 20'000);
    const auto first = bench.directory->find(model::HostId(entry.id.text() + u"/n1"_s));
    const auto second = bench.directory->find(model::HostId(entry.id.text() + u"/n2"_s));
    QVERIFY(first.has_value() && second.has_value());
    QCOMPARE(first->address, u"N1.contoso.com:5985"_s);
    QCOMPARE(second->address, u"10.0.0.2:5999"_s);
    QCOMPARE(first->password.reveal(), QByteArray("of the cluster"));
    QVERIFY(!bench.directory->find(model::HostId(entry.id.text())).has_value()); // no host itself

    facts.nodes.erase(facts.nodes.begin());
    bench.channels.setCluster(u"clu.contoso.com:5985"_s, facts);
    bench.fleet.refreshAll();
    QTRY_VERIFY_WITH_TIMEOUT(!bench.directory->find(model::HostId(entry.id.text() + u"/n1"_s)).has_value(),
                             20'000);
}

QTEST_GUILESS_MAIN(tst_fleet_connections)
#include "tst_fleet_connections.moc"
