#include "tests/core/simulation/HostFixture.h"

#include <QTest>

using namespace hvgpu;
using namespace hvgpu::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray fleetJson = R"({"clusters": [{"name": "C", "domain": "contoso.test", "nodes": [
      {"name": "GOOD"},
      {"name": "BARE", "hyperV": false, "dmaProtection": false, "liveMigration": false, "draining": true},
      {"name": "OLD", "deviceGuard": false, "quarantined": true}]}]})";

const QString guardNamespace = u"root\\Microsoft\\Windows\\DeviceGuard"_s;

} // namespace

class TestPlatform : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dmaProtection();
    void processorsHideWhatTheHypervisorUses();
    void migrationSettings();
    void nodesDrainAndAreQuarantined();
};

void TestPlatform::dmaProtection()
{
    HostFixture fixture(fleetJson);
    const auto properties = [&fixture](std::size_t host) {
        const auto rows = fixture.host(host).query(guardNamespace, u"SELECT * FROM Win32_DeviceGuard"_s);
        return rows ? rows->rows.at(0).value(u"AvailableSecurityProperties").elements().size() : 0U;
    };
    QCOMPARE(properties(0), 3U);
    QCOMPARE(properties(1), 2U);
    QVERIFY(!fixture.host(2).hasNamespace(guardNamespace));
}

void TestPlatform::processorsHideWhatTheHypervisorUses()
{
    HostFixture fixture(fleetJson);
    const QString query = u"SELECT VirtualizationFirmwareEnabled FROM Win32_Processor"_s;
    const auto enabled = [&](std::size_t host) {
        return fixture.inventory(query, host).at(0).value(u"VirtualizationFirmwareEnabled").toBool();
    };
    QCOMPARE(enabled(0), std::optional(false));
    QCOMPARE(enabled(1), std::optional(true));
}

void TestPlatform::migrationSettings()
{
    HostFixture fixture(fleetJson);
    const auto rows = fixture.query(u"SELECT * FROM Msvm_VirtualSystemMigrationServiceSettingData"_s);
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows[0].value(u"EnableVirtualSystemMigration").toBool(), std::optional(true));
    QCOMPARE(rows[0].value(u"AuthenticationType").toUInt64().value(), 1U);
}

void TestPlatform::nodesDrainAndAreQuarantined()
{
    HostFixture fixture(fleetJson);
    const auto nodes = fixture.cluster(u"SELECT * FROM MSCluster_Node"_s);
    QCOMPARE(nodes.size(), 3U);
    QCOMPARE(nodes[0].value(u"NodeDrainStatus").toUInt64().value(), 0U);
    QCOMPARE(nodes[1].value(u"NodeDrainStatus").toUInt64().value(), 1U);
    QCOMPARE(nodes[2].value(u"StatusInformation").toUInt64().value(), 2U);
}

QTEST_GUILESS_MAIN(TestPlatform)
#include "tst_simulation_platform.moc"
