#include "tests/core/simulation/HostFixture.h"

#include <QTest>
#include <QtEndian>

using namespace hvgpu;
using namespace hvgpu::simulation;
using namespace hvgpu::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray fleetJson = R"({"clusters": [{"name": "CL", "domain": "test.local",
    "nodes": [{"name": "N1", "devices": [{"model": "A2", "partitions": 8}]}, {"name": "N2"},
              {"name": "N3", "state": "paused"}, {"name": "N4", "state": "down"}],
    "vms": [{"name": "gpu", "state": "running", "clustered": true, "gpus": [{"device": 0}]},
            {"name": "plain", "state": "running", "clustered": true, "node": "N2"},
            {"name": "mute", "state": "running", "clustered": true, "integrationServices": false, "offlineAction": 2},
            {"name": "local", "state": "running"}]}]})";

class Fixture : public HostFixture
{
public:
    Fixture()
        : HostFixture(fleetJson)
    {}

    cim::Instance resource(const QString& name, std::size_t node = 0)
    {
        const auto rows = HostFixture::cluster(
            u"SELECT * FROM MSCluster_Resource WHERE Name='Virtual Machine %1'"_s.arg(name), node);
        return rows.empty() ? cim::Instance() : rows.front();
    }
    std::int64_t resourceState(const QString& name)
    {
        return resource(name).value(u"State").toInt64().value_or(-2);
    }
    MethodOutcome offline(const QString& name)
    {
        return call(*resource(name).path(), u"TakeOffline"_s, {number(u"TimeOut"_s, 60)});
    }
    MethodOutcome online(const QString& name)
    {
        return call(*resource(name).path(), u"BringOnline"_s, {number(u"TimeOut"_s, 60)});
    }
    bool setOfflineAction(const QString& name, unsigned action)
    {
        cim::Instance properties = *resource(name).value(u"PrivateProperties").toObject();
        properties.set(u"OfflineAction"_s,
                       cim::Value::string(QString::number(action))); // as text, as from the wire
        return host()
            .put(*resource(name).path(), {{u"PrivateProperties"_s, cim::Value::object(properties)}})
            .has_value();
    }
    std::uint64_t offlineAction(const QString& name, std::size_t node = 0)
    {
        return resource(name, node)
            .value(u"PrivateProperties")
            .toObject()
            ->value(u"OfflineAction")
            .toUInt64()
            .value_or(99);
    }
};

cim::Value propertyList(const QString& name, std::uint32_t value)
{
    QByteArray bytes;
    const auto dword = [&bytes](std::uint32_t number) {
        const auto little = qToLittleEndian(number);
        bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
    };
    dword(1);
    dword(0x00040003);
    dword(static_cast<std::uint32_t>((name.size() + 1) * 2));
    for (const QChar c : name + QChar(u'\0')) {
        bytes.append(static_cast<char>(c.unicode() & 0xFF));
        bytes.append(static_cast<char>(c.unicode() >> 8));
    }
    dword(0x00010002);
    dword(4);
    dword(value);
    dword(0);
    std::vector<cim::Value> values;
    for (const char byte : std::as_const(bytes))
        values.push_back(cim::Value::unsignedInteger(cim::Type::UInt8, static_cast<std::uint8_t>(byte)));
    return cim::Value::array(cim::Type::UInt8, std::move(values));
}

} // namespace

class TestCluster : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sameAnswerFromEveryNode();
    void nodes();
    void findByVmId();
    void offlineActionByPut();
    void offlineActionByControl();
    void offlineActions();
    void restartsWhatWasTurnedOff();
    void groups();
    void pauseAndMove();
};

void TestCluster::sameAnswerFromEveryNode()
{
    Fixture f;
    for (std::size_t node = 0; node < 3; ++node) {
        QCOMPARE(f.HostFixture::cluster(u"SELECT * FROM MSCluster_Cluster"_s, node)
                     .front()
                     .value(u"Name")
                     .toString(),
                 u"CL"_s);
        QCOMPARE(
            f.HostFixture::cluster(u"SELECT * FROM MSCluster_Resource WHERE Type='Virtual Machine'"_s, node)
                .size(),
            3U);
    }
    QCOMPARE(f.query(u"SELECT * FROM Msvm_ComputerSystem WHERE Name != __SERVER"_s, 0).size(), 3U);
    QCOMPARE(f.query(u"SELECT * FROM Msvm_ComputerSystem WHERE Name != __SERVER"_s, 1).size(), 1U);
    QVERIFY(f.setOfflineAction(u"gpu"_s, 3));
    QCOMPARE(f.offlineAction(u"gpu"_s, 2), 3U);
}

void TestCluster::nodes()
{
    Fixture f;
    const auto rows = f.HostFixture::cluster(u"SELECT Name, State FROM MSCluster_Node"_s);
    QCOMPARE(rows.size(), 4U);
    const std::vector<std::uint64_t> expected{0, 0, 2, 1};
    for (std::size_t i = 0; i < rows.size(); ++i)
        QCOMPARE(rows[i].value(u"State").toUInt64(), expected[i]);
}

void TestCluster::findByVmId()
{
    Fixture f;
    const auto rows = f.HostFixture::cluster(
        u"SELECT * FROM MSCluster_Resource WHERE Type='Virtual Machine' AND PrivateProperties.VmID='%1'"_s
            .arg(f.vmId(u"gpu"_s)));
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows.front().value(u"Name").toString(), u"Virtual Machine gpu"_s);
    QCOMPARE(rows.front().value(u"OwnerNode").toString(), u"N1"_s);
    QCOMPARE(rows.front().value(u"State").toInt64(), 2);
}

void TestCluster::offlineActionByPut()
{
    Fixture f;
    QCOMPARE(f.offlineAction(u"gpu"_s), 1U); // Windows' default: save
    QVERIFY(f.setOfflineAction(u"gpu"_s, 3));
    QCOMPARE(f.offlineAction(u"gpu"_s), 3U);
    QVERIFY(!f.setOfflineAction(u"gpu"_s, 4));
    QCOMPARE(f.offlineAction(u"gpu"_s), 3U);
}

void TestCluster::offlineActionByControl()
{
    Fixture f;
    const auto control = [&](std::int64_t code, cim::Value buffer) {
        return f.call(*f.resource(u"gpu"_s).path(), u"ExecuteResourceControl"_s,
                      {{u"ControlCode"_s, cim::Value::signedInteger(cim::Type::SInt32, code)},
                       {u"InputBuffer"_s, std::move(buffer)}});
    };
    QCOMPARE(propertyList(u"OfflineAction"_s, 3).elements().size(), 56U);
    QCOMPARE(control(20971654, propertyList(u"OfflineAction"_s, 3)).returnValue, 0U);
    QCOMPARE(f.offlineAction(u"gpu"_s), 3U);
    QCOMPARE(control(1, propertyList(u"OfflineAction"_s, 2)).returnValue, 0x80041008U);
    QCOMPARE(control(20971654, cim::Value::array(cim::Type::UInt8, {})).returnValue, 0x80041008U);
    QCOMPARE(f.offlineAction(u"gpu"_s), 3U);
}

void TestCluster::offlineActions()
{
    Fixture f;
    QCOMPARE(f.offline(u"gpu"_s).returnValue, 0x80070032U); // cannot be saved
    QCOMPARE(f.resourceState(u"gpu"_s), 2);
    QVERIFY(f.setOfflineAction(u"gpu"_s, 3));
    QCOMPARE(f.offline(u"gpu"_s).returnValue, 0U);
    QCOMPARE(f.resourceState(u"gpu"_s), 130);
    f.clock.advance(std::chrono::minutes(1));
    QCOMPARE(f.resourceState(u"gpu"_s), 3);
    QCOMPARE(f.call(*f.resource(u"gpu"_s).path(), u"UpdateVirtualMachine"_s, {}).returnValue, 0U);
    QCOMPARE(f.online(u"gpu"_s).returnValue, 0U);
    QCOMPARE(f.resourceState(u"gpu"_s), 129);
    f.clock.advance(std::chrono::minutes(1));
    QCOMPARE(f.resourceState(u"gpu"_s), 2);
    QCOMPARE(f.offline(u"mute"_s).returnValue, 0x80041001U); // nobody answers a polite request
    QVERIFY(f.setOfflineAction(u"mute"_s, 3));
    QCOMPARE(f.offline(u"mute"_s).returnValue, 0U);
    f.clock.advance(std::chrono::minutes(1));
    QCOMPARE(f.state(u"mute"_s), 3U);
    QCOMPARE(f.offline(u"plain"_s).returnValue, 0U); // no GPU: saved
    f.clock.advance(std::chrono::minutes(1));
    QCOMPARE(f.state(u"plain"_s, 1), 6U);
}

void TestCluster::restartsWhatWasTurnedOff()
{
    Fixture f;
    QCOMPARE(f.request(u"gpu"_s, 3).returnValue, 4096U);
    f.clock.advance(std::chrono::seconds(2));
    QCOMPARE(f.state(u"gpu"_s), 3U);
    f.clock.advance(std::chrono::seconds(10));
    QCOMPARE(f.state(u"gpu"_s), 10U); // the cluster starts it again
    f.clock.advance(std::chrono::seconds(10));
    QCOMPARE(f.state(u"gpu"_s), 2U);
    QCOMPARE(f.request(u"local"_s, 3).returnValue, 4096U);
    f.clock.advance(std::chrono::minutes(1));
    QCOMPARE(f.state(u"local"_s), 3U);
    const auto shutdown =
        f.query(u"SELECT * FROM Msvm_ShutdownComponent WHERE SystemName='%1'"_s.arg(f.vmId(u"gpu"_s)));
    QCOMPARE(f.call(*shutdown.front().path(), u"InitiateShutdown"_s, {}).returnValue, 0U);
    f.clock.advance(std::chrono::minutes(1));
    QCOMPARE(f.state(u"gpu"_s), 3U); // shut down from inside: stays off
}

void TestCluster::groups()
{
    Fixture f;
    const auto group = f.HostFixture::cluster(u"SELECT * FROM MSCluster_ResourceGroup WHERE Name='gpu'"_s);
    QCOMPARE(group.size(), 1U);
    QCOMPARE(group.front().value(u"GroupType").toUInt64(), 111U);
    QCOMPARE(group.front().value(u"State").toInt64(), 0);
    const auto resources = f.HostFixture::cluster(
        u"ASSOCIATORS OF {%1} WHERE AssocClass=MSCluster_ResourceGroupToResource"_s.arg(
            group.front().path()->toString()));
    QCOMPARE(resources.size(), 1U);
}

void TestCluster::pauseAndMove()
{
    Fixture f;
    const auto group =
        *f.HostFixture::cluster(u"SELECT * FROM MSCluster_ResourceGroup WHERE Name='plain'"_s).front().path();
    const auto move = [&](const QString& node) {
        return f.call(group, u"MoveToNewNode"_s, {text(u"NodeName"_s, node)}).returnValue;
    };
    QCOMPARE(move(u"N4"_s), 0x800713BAU);
    QCOMPARE(move(u"N1"_s), 0U);
    QCOMPARE(f.query(u"SELECT * FROM Msvm_ComputerSystem WHERE Name != __SERVER"_s, 0).size(), 4U);
    const auto node =
        *f.HostFixture::cluster(u"SELECT * FROM MSCluster_Node WHERE Name='N2'"_s).front().path();
    QCOMPARE(f.call(node, u"Pause"_s, {}).returnValue, 0U);
    QCOMPARE(move(u"N2"_s), 0x800713BAU);
    QCOMPARE(f.call(node, u"Resume"_s, {}).returnValue, 0U);
    QCOMPARE(move(u"N2"_s), 0U);
}

QTEST_GUILESS_MAIN(TestCluster)
#include "tst_simulation_cluster.moc"
