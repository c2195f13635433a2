#include "tests/core/simulation/HostFixture.h"

#include <QTest>

using namespace hvgpu;
using namespace hvgpu::simulation;
using namespace hvgpu::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray fleetJson = R"({"servers": [{"name": "HOST1", "devices": [
      {"model": "T4", "bus": 33, "disabled": true, "mitigations": true},
      {"model": "NVIDIA audio", "bus": 33, "function": 1},
      {"model": "A2", "bus": 34, "dismounted": true}, {"model": "T4", "bus": 35, "dismounted": true}],
    "pools": [{"name": "GPUs", "devices": [3]}],
    "vms": [{"name": "large", "assignedDevices": [{"device": 2}]},
            {"name": "pooled", "assignedDevices": [{"pool": "GPUs"}]}, {"name": "plain"}]}]})";

} // namespace

/// What hosts do with whole devices beyond tst_simulation_devices.
class TestAssignment : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mitigationDriverLetsAStrictDismountPass();
    void otherFunctionsOfACard();
    void tooLittleMmioRefusesTheStart();
    void poolsOfTheFleetFile();
    void checkpointsFailWithDevices();
};

void TestAssignment::mitigationDriverLetsAStrictDismountPass()
{
    HostFixture f(fleetJson);
    const auto dismounted = f.call(
        *f.query(u"SELECT * FROM Msvm_AssignableDeviceService"_s).front().path(),
        u"DismountAssignableDevice"_s,
        {text(u"DismountSettingData"_s,
              u"<INSTANCE CLASSNAME=\"Msvm_AssignableDeviceDismountSettingData\"><PROPERTY "
              u"NAME=\"DeviceLocationPath\" TYPE=\"string\"><VALUE>PCIROOT(21)#PCI(0300)#PCI(0000)</VALUE>"
              u"</PROPERTY></INSTANCE>"_s)});
    QCOMPARE(f.finish(dismounted), 0U);
}

void TestAssignment::otherFunctionsOfACard()
{
    HostFixture f(fleetJson);
    const auto audio = f.inventory(u"SELECT * FROM Win32_PnPEntity WHERE Name LIKE '%Audio%'"_s);
    QCOMPARE(audio.size(), 1U);
    const auto outcome =
        f.call(*audio.front().path(), u"GetDeviceProperties"_s,
               {{u"devicePropertyKeys"_s, cim::Value::strings({u"DEVPKEY_Device_LocationPaths"_s})}});
    QCOMPARE(outcome.outParameters.front()
                 .value.elements()[0]
                 .toObject()
                 ->value(u"Data")
                 .elements()
                 .front()
                 .toString(),
             u"PCIROOT(21)#PCI(0300)#PCI(0001)"_s);
    QCOMPARE(f.inventory(u"SELECT * FROM Win32_VideoController WHERE Name LIKE '%Audio%'"_s).size(), 0U);
}

void TestAssignment::tooLittleMmioRefusesTheStart()
{
    HostFixture f(fleetJson);
    const auto start = f.request(u"large"_s, 2);
    QCOMPARE(f.finish(start), 32768U);
    QVERIFY(f.job(start)->value(u"ErrorDescription").toString()->contains(u"0x800705AA"_s));
    const QString id = f.settingsPath(u"large"_s).section(u'"', 1, 1);
    const auto modified = f.service(
        u"ModifySystemSettings"_s,
        {text(
            u"SystemSettings"_s,
            u"<INSTANCE CLASSNAME=\"Msvm_VirtualSystemSettingData\"><PROPERTY NAME=\"InstanceID\" "
            u"TYPE=\"string\"><VALUE>%1</VALUE></PROPERTY><PROPERTY NAME=\"HighMmioGapSize\" TYPE=\"uint64\">"
            u"<VALUE>33280</VALUE></PROPERTY></INSTANCE>"_s.arg(id))});
    QCOMPARE(f.finish(modified), 0U);
    QCOMPARE(f.finish(f.request(u"large"_s, 2)), 0U);
}

void TestAssignment::poolsOfTheFleetFile()
{
    HostFixture f(fleetJson);
    QCOMPARE(f.query(u"SELECT * FROM Msvm_ResourcePool WHERE PoolID='GPUs'"_s).size(), 1U);
    QCOMPARE(f.finish(f.request(u"pooled"_s, 2)), 0U);
    QCOMPARE(f.query(u"SELECT * FROM Msvm_PciExpress WHERE LocationPath='PCIROOT(23)#PCI(0300)#PCI(0000)'"_s)
                 .size(),
             2U);
}

void TestAssignment::checkpointsFailWithDevices()
{
    HostFixture f(fleetJson);
    const auto snapshot = [&](const QString& name) {
        return f.finish(f.call(*f.query(u"SELECT * FROM Msvm_VirtualSystemSnapshotService"_s).front().path(),
                               u"CreateSnapshot"_s,
                               {{u"AffectedSystem"_s, cim::Value::reference(*f.vm(name).path())}}));
    };
    QCOMPARE(snapshot(u"large"_s), 32768U);
    QCOMPARE(snapshot(u"plain"_s), 0U);
}

QTEST_GUILESS_MAIN(TestAssignment)
#include "tst_simulation_assignment.moc"
