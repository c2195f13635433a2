#include "tests/core/simulation/HostFixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTest>

using namespace hvgpu;
using namespace hvgpu::simulation;
using namespace hvgpu::tests;
using namespace Qt::StringLiterals;

class TestFleets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void demo();
    void demoGpus();
    void scale();
    void badSpecifications_data();
    void badSpecifications();
    void badFiles_data();
    void badFiles();

private:
    static std::vector<cim::Instance> rows(const FleetMember& member, const QString& nameSpace,
                                           const QString& wql)
    {
        auto result = member.provider->query(nameSpace, wql);
        return result ? std::move(result->rows) : std::vector<cim::Instance>();
    }
    ManualClock m_clock;
};

void TestFleets::demo()
{
    const auto fleet = SimulatedFleet::load(u"demo"_s, m_clock);
    QVERIFY2(fleet.has_value(), fleet ? "" : qPrintable(fleet.error().detail));
    const auto& members = (*fleet)->members();
    QCOMPARE(members.size(), 14U);
    QSet<QString> clusters;
    QSet<std::uint64_t> states;
    QSet<QString> names;
    int vms = 0;
    int off = 0;
    for (const FleetMember& member : members) {
        clusters.insert(member.cluster);
        off += member.poweredOn ? 0 : 1;
        for (const cim::Instance& vm : rows(member, HostFixture::virtualization,
                                            u"SELECT * FROM Msvm_ComputerSystem WHERE Name != __SERVER"_s)) {
            ++vms;
            states.insert(vm.value(u"EnabledState").toUInt64().value_or(0));
            names.insert(vm.value(u"ElementName").toString().value_or(QString()));
        }
    }
    QCOMPARE(clusters.size(), 4); // three and none
    QCOMPARE(off, 1);
    QVERIFY2(vms >= 60 && vms <= 75, qPrintable(QString::number(vms)));
    for (const std::uint64_t state : {2U, 3U, 4U, 6U, 9U, 10U, 32773U, 32774U, 32776U, 32777U})
        QVERIFY2(states.contains(state), qPrintable(QString::number(state)));
    QVERIFY(names.contains(u"=SUM(A1:A9)"_s));
    QVERIFY(names.contains(u"日本語の仮想マシン"_s));
    QVERIFY(names.contains(u"  leading spaces"_s));
    QVERIFY(names.size() < vms); // duplicates
    QVERIFY(std::any_of(names.begin(), names.end(), [](const QString& name) { return name.size() == 64; }));
}

void TestFleets::demoGpus()
{
    const auto fleet = SimulatedFleet::load(u"demo"_s, m_clock);
    QVERIFY(fleet.has_value());
    int paravirtual = 0;
    int partitioned = 0;
    int dismounted = 0;
    int undriven = 0;
    int automatic = 0;
    QSet<std::uint64_t> counts;
    for (const FleetMember& member : (*fleet)->members()) {
        for (const cim::Instance& gpu :
             rows(member, HostFixture::virtualization, u"SELECT * FROM Msvm_PartitionableGpu"_s)) {
            const bool isParavirtual = gpu.value(u"Name").toString()->endsWith(u"\\GPUPARAV"_s);
            (isParavirtual ? paravirtual : partitioned) += 1;
            counts.insert(gpu.value(u"PartitionCount").toUInt64().value_or(0));
        }
        dismounted += static_cast<int>(rows(member, HostFixture::virtualization,
                                            u"SELECT * FROM Msvm_PciExpress WHERE SystemName = __SERVER"_s)
                                           .size());
        undriven +=
            static_cast<int>(rows(member, HostFixture::cimv2,
                                  u"SELECT * FROM Win32_PnPEntity WHERE ConfigManagerErrorCode = 28"_s)
                                 .size());
        automatic += static_cast<int>(
            rows(
                member, HostFixture::virtualization,
                u"SELECT * FROM Msvm_GpuPartitionSettingData WHERE NOT InstanceID LIKE 'Microsoft:Definition%' AND ElementName = 'GPU Partition Settings'"_s)
                .size());
    }
    QCOMPARE(paravirtual, 2);
    QCOMPARE(partitioned, 8 + 4 + 2 + 1 + 4);
    QCOMPARE(dismounted, 4 + 2 + 3 + 3);
    QCOMPARE(undriven, 1);
    QVERIFY(automatic > 25);
    QVERIFY(counts.contains(6) && counts.contains(8) && counts.contains(12) && counts.contains(32));
}

void TestFleets::scale()
{
    QElapsedTimer timer;
    timer.start();
    const auto fleet = SimulatedFleet::load(u"scale:20x8x16"_s, m_clock);
    QVERIFY(fleet.has_value());
    qInfo("20 hosts, 2560 VMs loaded in %lld ms", timer.restart());
    QCOMPARE((*fleet)->members().size(), 20U);
    const FleetMember& member = (*fleet)->members().back();
    const auto partitions = rows(member, HostFixture::virtualization, u"SELECT * FROM Msvm_GpuPartition"_s);
    QCOMPARE(partitions.size(), 128U);
    const auto gpus = rows(member, HostFixture::virtualization,
                           u"SELECT * FROM Msvm_PartitionableGpu WHERE PartitionCount = 16"_s);
    QCOMPARE(gpus.size(), 8U);
    QCOMPARE(
        rows(member, HostFixture::virtualization, u"SELECT * FROM Msvm_GpuPartitionSettingData"_s).size(),
        132U);
    QCOMPARE(
        rows(member, HostFixture::virtualization, u"SELECT * FROM Msvm_VirtualSystemSettingData"_s).size(),
        128U);
    qInfo("four full queries of one host in %lld ms", timer.elapsed());
}

void TestFleets::badSpecifications_data()
{
    QTest::addColumn<QString>("specification");
    QTest::newRow("zero") << u"scale:0x1x1"_s;
    QTest::newRow("two numbers") << u"scale:1x1"_s;
    QTest::newRow("words") << u"scale:axbxc"_s;
    QTest::newRow("negative") << u"scale:-1x1x1"_s;
    QTest::newRow("too many") << u"scale:10001x1x1"_s;
    QTest::newRow("no file") << u"/nonexistent/fleet.json"_s;
}

void TestFleets::badSpecifications()
{
    QFETCH(QString, specification);
    const auto fleet = SimulatedFleet::load(specification, m_clock);
    QVERIFY(!fleet.has_value());
    QCOMPARE(fleet.error().target, specification);
    QVERIFY(!fleet.error().detail.isEmpty());
}

void TestFleets::badFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    QTest::newRow("not JSON") << QByteArray("{") << u"byte"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"one JSON object"_s;
    QTest::newRow("empty") << QByteArray("{}") << u"no clusters and no servers"_s;
    QTest::newRow("mistyped member") << QByteArray(R"({"server": []})") << u"server is not known"_s;
    QTest::newRow("no name") << QByteArray(R"({"servers": [{}]})") << u"servers[0].name is required"_s;
    QTest::newRow("model") << QByteArray(R"({"servers": [{"name": "A", "devices": [{"model": "X"}]}]})")
                           << u"servers[0].devices[0].model names the unknown model 'X'"_s;
    QTest::newRow("count")
        << QByteArray(R"({"servers": [{"name": "A", "devices": [{"model": "A2", "partitions": 5}]}]})")
        << u"partitions is not a valid partition count"_s;
    QTest::newRow("state") << QByteArray(
                                  R"({"servers": [{"name": "A", "vms": [{"name": "v", "state": "dead"}]}]})")
                           << u"servers[0].vms[0].state is not a known state: 'dead'"_s;
    QTest::newRow("type") << QByteArray(R"({"servers": [{"name": 5}]})")
                          << u"servers[0].name must be a text"_s;
    QTest::newRow("twice") << QByteArray(R"({"servers": [{"name": "A"}, {"name": "a"}]})")
                           << u"two servers named"_s;
    QTest::newRow("no room")
        << QByteArray(R"({"servers": [{"name": "A", "devices": [{"model": "A2", "partitions": 1}],
        "vms": [{"name": "v", "count": 2, "state": "running", "gpus": [{"device": 0}]}]}]})")
        << u"no device is free"_s;
    QTest::newRow("clustered")
        << QByteArray(R"({"servers": [{"name": "A", "vms": [{"name": "v", "clustered": true}]}]})")
        << u"needs a cluster"_s;
}

void TestFleets::badFiles()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, expected);
    const auto worlds = readFleetFile(json, u"file.json"_s, m_clock);
    QVERIFY(!worlds.has_value());
    QVERIFY2(worlds.error().detail.contains(expected), qPrintable(worlds.error().detail));
}

QTEST_GUILESS_MAIN(TestFleets)
#include "tst_simulation_fleets.moc"
