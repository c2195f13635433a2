#include "tests/core/simulation/HostFixture.h"

#include <QTest>

using namespace hvgpu;
using namespace hvgpu::simulation;
using namespace hvgpu::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray fleetJson = R"({"servers": [{"name": "HOST1", "devices": [
      {"model": "T4", "bus": 33}, {"model": "T4", "bus": 34, "dismounted": true}, {"model": "ES1000", "bus": 7},
      {"model": "Undriven GPU", "bus": 4}, {"model": "T4", "bus": 40, "assignable": false, "disabled": true}],
    "vms": [{"name": "user", "state": "running", "assignedDevices": [{"device": 1}]}, {"name": "off"}]}]})";

class Fixture : public HostFixture
{
public:
    Fixture()
        : HostFixture(fleetJson)
    {}

    cim::Instance device(const QString& bus)
    {
        for (const cim::Instance& row : inventory(u"SELECT * FROM Win32_PnPEntity"_s)) {
            if (row.value(u"DeviceID").toString()->endsWith(bus + u"00"_s))
                return row;
        }
        return {};
    }
    std::vector<cim::Instance> listed(const QString& bus)
    {
        return query(
            u"SELECT * FROM Msvm_PciExpress WHERE LocationPath='PCIROOT(%1)#PCI(0300)#PCI(0000)'"_s.arg(bus));
    }
    MethodOutcome disable(const QString& bus) { return call(*device(bus).path(), u"Disable"_s, {}); }
    MethodOutcome assignableDevices(const QString& method, const std::vector<cim::Property>& in)
    {
        return call(*query(u"SELECT * FROM Msvm_AssignableDeviceService"_s).front().path(), method, in);
    }
    MethodOutcome dismount(const QString& bus, bool force = true)
    {
        const QString flag = force ? u"false"_s : u"true"_s;
        return assignableDevices(
            u"DismountAssignableDevice"_s,
            {text(
                u"DismountSettingData"_s,
                u"<INSTANCE CLASSNAME=\"Msvm_AssignableDeviceDismountSettingData\">"
                u"<PROPERTY NAME=\"DeviceLocationPath\" "
                u"TYPE=\"string\"><VALUE>PCIROOT(%1)#PCI(0300)#PCI(0000)</VALUE></PROPERTY>"
                u"<PROPERTY NAME=\"RequireAcsSupport\" TYPE=\"boolean\"><VALUE>%2</VALUE></PROPERTY>"
                u"<PROPERTY NAME=\"RequireDeviceMitigations\" TYPE=\"boolean\"><VALUE>%2</VALUE></PROPERTY></INSTANCE>"_s
                    .arg(bus, flag))});
    }
    std::uint32_t registryNumber(const QString& method, const QString& key, const QString& name,
                                 std::uint64_t& value)
    {
        const auto outcome = call(
            cim::ObjectPath(u"HOST1"_s, u"root\\default", u"StdRegProv"_s), method,
            {number(u"hDefKey"_s, 2147483650U), text(u"sSubKeyName"_s, key), text(u"sValueName"_s, name)});
        value =
            outcome.outParameters.empty() ? 0 : outcome.outParameters.front().value.toUInt64().value_or(0);
        return outcome.returnValue;
    }
};

} // namespace

class TestDevices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plugAndPlay();
    void deviceProperties();
    void resources();
    void dismountAndMount();
    void refusedDismounts();
    void assignedDeviceShowsTwice();
    void assign();
    void registry();
    void pools();
};

void TestDevices::plugAndPlay()
{
    Fixture f;
    QCOMPARE(f.inventory(u"SELECT * FROM Win32_PnPEntity WHERE DeviceID LIKE 'PCI%'"_s).size(), 5U);
    QCOMPARE(f.device(u"21"_s).value(u"ConfigManagerErrorCode").toUInt64(), 0U);
    QVERIFY(f.device(u"22"_s).value(u"DeviceID").toString()->startsWith(u"PCIP\\VEN_10DE"_s));
    const auto undriven = f.device(u"04"_s);
    QCOMPARE(undriven.value(u"ConfigManagerErrorCode").toUInt64(), 28U);
    QCOMPARE(undriven.value(u"Name").toString(), u"3D Video Controller"_s);
    QVERIFY(undriven.value(u"PNPClass").isNull());
    const auto compatible = undriven.value(u"CompatibleID").elements();
    QVERIFY(std::any_of(compatible.begin(), compatible.end(),
                        [](const cim::Value& id) { return id.toString() == u"PCI\\CC_0302"_s; }));
    QCOMPARE(f.device(u"28"_s).value(u"ConfigManagerErrorCode").toUInt64(), 22U);
    QCOMPARE(f.call(*f.device(u"28"_s).path(), u"Enable"_s, {}).returnValue, 0U);
    QCOMPARE(f.device(u"28"_s).value(u"ConfigManagerErrorCode").toUInt64(), 0U);
    QCOMPARE(f.inventory(u"SELECT * FROM Win32_VideoController"_s).size(),
             3U); // neither dismounted nor undriven
    QCOMPARE(
        f.inventory(
             u"SELECT * FROM Win32_PnPSignedDriver WHERE DeviceID LIKE 'PCI\\\\VEN[_]10DE%' AND DriverProviderName='NVIDIA'"_s)
            .size(),
        2U);
}

void TestDevices::deviceProperties()
{
    Fixture f;
    const auto ask = [&](const QString& bus, const std::vector<QString>& keys) {
        return f.call(*f.device(bus).path(), u"GetDeviceProperties"_s,
                      {{u"devicePropertyKeys"_s, cim::Value::strings(keys)}});
    };
    const auto outcome =
        ask(u"21"_s, {u"DEVPKEY_Device_LocationPaths"_s, u"{3AB22E31-8264-4b4e-9AF5-A8D2D8E33E62} 1"_s});
    QCOMPARE(outcome.returnValue, 0U);
    const auto properties = outcome.outParameters.front().value.elements();
    QCOMPARE(properties.size(), 2U);
    QCOMPARE(properties[0].toObject()->value(u"Data").elements().front().toString(),
             u"PCIROOT(21)#PCI(0300)#PCI(0000)"_s);
    QCOMPARE(properties[0].toObject()->value(u"Type").toUInt64(), 8210U);
    QCOMPARE(properties[1].toObject()->value(u"Data").toUInt64(), 2U);
    QCOMPARE(ask(u"07"_s, {u"DEVPKEY_PciDevice_DeviceType"_s})
                 .outParameters.front()
                 .value.elements()[0]
                 .toObject()
                 ->value(u"Data")
                 .toUInt64(),
             0U);
    QVERIFY(ask(u"21"_s, {u"DEVPKEY_PciDevice_SriovSupport"_s})
                .outParameters.front()
                .value.elements()[0]
                .toObject()
                ->value(u"Data")
                .isNull());
    QCOMPARE(ask(u"21"_s, {u"DEVPKEY_Nope"_s}).returnValue, 0x80041001U);
}

void TestDevices::resources()
{
    Fixture f;
    const auto allocated = f.inventory(u"SELECT * FROM Win32_PnPAllocatedResource"_s);
    const auto device = f.device(u"21"_s);
    int memory = 0;
    for (const cim::Instance& link : allocated) {
        const auto antecedent = *link.value(u"Antecedent").toReference();
        if (*link.value(u"Dependent").toReference() == *device.path() &&
            antecedent.className() == u"Win32_DeviceMemoryAddress"_s) {
            ++memory;
            const auto range = f.host().get(antecedent);
            QVERIFY(range.has_value());
            QVERIFY(*range->value(u"EndingAddress").toUInt64() >
                    *range->value(u"StartingAddress").toUInt64());
        }
    }
    QCOMPARE(memory, 3);
    QVERIFY(!f.inventory(u"SELECT * FROM Win32_IRQResource WHERE IRQNumber = 17"_s)
                 .empty()); // the old PCI device
    QVERIFY(!f.inventory(u"SELECT * FROM Win32_IRQResource WHERE IRQNumber > 4294900000"_s).empty());
}

void TestDevices::dismountAndMount()
{
    Fixture f;
    QCOMPARE(f.disable(u"21"_s).returnValue, 0U);
    const auto dismounted = f.dismount(u"21"_s);
    QCOMPARE(dismounted.returnValue, 4096U);
    f.clock.advance(std::chrono::milliseconds(900));
    QCOMPARE(f.job(dismounted)->value(u"JobState").toUInt64(), 7U);
    QCOMPARE(f.job(dismounted)->value(u"JobType").toUInt64(), 260U);
    QVERIFY(f.listed(u"21"_s).empty()); // shows with a lag
    f.clock.advance(std::chrono::milliseconds(300));
    QCOMPARE(f.listed(u"21"_s).size(), 1U);
    QVERIFY(f.device(u"21"_s).value(u"DeviceID").toString()->startsWith(u"PCIP\\"_s));
    const auto mounted = f.assignableDevices(
        u"MountAssignableDevice"_s, {text(u"DeviceLocationPath"_s, u"PCIROOT(21)#PCI(0300)#PCI(0000)"_s)});
    QCOMPARE(f.finish(mounted), 0U);
    f.clock.advance(std::chrono::milliseconds(300));
    QVERIFY(f.listed(u"21"_s).empty());
    QCOMPARE(f.device(u"21"_s).value(u"ConfigManagerErrorCode").toUInt64(), 22U); // comes back disabled
}

void TestDevices::refusedDismounts()
{
    Fixture f;
    QCOMPARE(f.finish(f.dismount(u"21"_s)), 32774U); // not disabled
    QCOMPARE(f.finish(f.dismount(u"99"_s)), 32773U);
    QCOMPARE(f.finish(f.dismount(u"28"_s, false)), 32768U);
    const auto firmware = f.dismount(u"28"_s);
    QCOMPARE(f.finish(firmware), 32768U);
    QVERIFY(f.job(firmware)
                ->value(u"ErrorDescription")
                .toString()
                ->contains(u"OS control of the PCI Express bus"_s));
    const auto used = f.assignableDevices(
        u"MountAssignableDevice"_s, {text(u"DeviceLocationPath"_s, u"PCIROOT(22)#PCI(0300)#PCI(0000)"_s)});
    QCOMPARE(f.finish(used), 32774U);
}

void TestDevices::assignedDeviceShowsTwice()
{
    Fixture f;
    QCOMPARE(f.listed(u"22"_s).size(), 2U);
    QCOMPARE(f.finish(f.request(u"user"_s, 3)), 0U);
    QCOMPARE(f.listed(u"22"_s).size(), 1U);
}

void TestDevices::assign()
{
    Fixture f;
    QString path = f.listed(u"22"_s).front().path()->toString();
    const auto add = [&](const QString& resource) {
        return f.service(
            u"AddResourceSettings"_s,
            {text(u"AffectedConfiguration"_s, f.settingsPath(u"off"_s)),
             {u"ResourceSettings"_s,
              cim::Value::strings(
                  {u"<INSTANCE CLASSNAME=\"Msvm_PciExpressSettingData\">"
                   u"<PROPERTY NAME=\"ResourceType\" TYPE=\"uint16\"><VALUE>32769</VALUE></PROPERTY>"
                   u"<PROPERTY NAME=\"ResourceSubType\" TYPE=\"string\"><VALUE>Microsoft:Hyper-V:Virtual Pci "
                   u"Express Port</VALUE></PROPERTY>"
                   u"<PROPERTY.ARRAY NAME=\"HostResource\" TYPE=\"string\"><VALUE.ARRAY><VALUE>%1</VALUE></VALUE.ARRAY></PROPERTY.ARRAY></INSTANCE>"_s
                       .arg(resource)})}});
    };
    path.replace(u'&', u"&#38;"_s);
    QCOMPARE(f.finish(add(path)), 32774U); // assigned to another one
    QCOMPARE(f.finish(add(u"Msvm_PciExpress.DeviceID=\"x\""_s)), 32773U);
    QCOMPARE(f.finish(f.request(u"user"_s, 3)), 0U);
    const auto setting = f.query(
        u"SELECT * FROM Msvm_PciExpressSettingData WHERE NOT InstanceID LIKE 'Microsoft:Definition%'"_s);
    QCOMPARE(setting.size(), 1U);
    const auto removed =
        f.service(u"RemoveResourceSettings"_s,
                  {{u"ResourceSettings"_s, cim::Value::strings({setting.front().path()->toString()})}});
    QCOMPARE(f.finish(removed), 0U);
    QCOMPARE(add(path).returnValue, 0U);
    QCOMPARE(f.finish(f.request(u"off"_s, 2)), 0U);
    QCOMPARE(f.listed(u"22"_s).size(), 2U);
}

void TestDevices::registry()
{
    Fixture f;
    const QString display =
        u"SYSTEM\\CurrentControlSet\\Control\\Class\\{4d36e968-e325-11ce-bfc1-08002be10318}\\0000"_s;
    std::uint64_t value = 0;
    QCOMPARE(f.registryNumber(u"GetQWORDValue"_s, display, u"HardwareInformation.qwMemorySize"_s, value), 0U);
    QCOMPARE(value, 17179869184U);
    QCOMPARE(f.registryNumber(u"GetQWORDValue"_s, display, u"nope"_s, value), 2U);
    const QString policies = u"SOFTWARE\\Policies\\Microsoft\\Windows\\HyperV"_s;
    QCOMPARE(f.registryNumber(u"GetDWORDValue"_s, policies, u"RequireSecureDeviceAssignment"_s, value), 2U);
    const auto written =
        f.call(cim::ObjectPath(u"HOST1"_s, u"root\\cimv2", u"StdRegProv"_s), u"SetDWORDValue"_s,
               {text(u"sSubKeyName"_s, policies), text(u"sValueName"_s, u"RequireSecureDeviceAssignment"_s),
                number(u"uValue"_s, 0)});
    QCOMPARE(written.returnValue, 0U);
    QCOMPARE(
        f.registryNumber(u"GetDWORDValue"_s, policies.toUpper(), u"requiresecuredeviceassignment"_s, value),
        0U);
    const auto keys = f.call(cim::ObjectPath(u"HOST1"_s, u"root\\default", u"StdRegProv"_s), u"EnumKey"_s,
                             {text(u"sSubKeyName"_s, display.chopped(5))});
    QCOMPARE(keys.outParameters.front().value.elements().size(), 3U);
}

void TestDevices::pools()
{
    Fixture f;
    const auto service = *f.query(u"SELECT * FROM Msvm_ResourcePoolConfigurationService"_s).front().path();
    const QString settings =
        u"<INSTANCE CLASSNAME=\"Msvm_ResourcePoolSettingData\"><PROPERTY NAME=\"PoolID\" "
        u"TYPE=\"string\"><VALUE>gpus</VALUE></PROPERTY>"
        u"<PROPERTY NAME=\"ResourceType\" TYPE=\"uint16\"><VALUE>32769</VALUE></PROPERTY></INSTANCE>"_s;
    const auto created = f.call(service, u"CreatePool"_s, {text(u"PoolSettings"_s, settings)});
    QCOMPARE(created.returnValue, 4096U);
    QCOMPARE(f.finish(created), 0U);
    const auto pool = f.query(u"SELECT * FROM Msvm_ResourcePool WHERE PoolID='gpus'"_s);
    QCOMPARE(pool.size(), 1U);
    QCOMPARE(pool.front().value(u"Primordial").toBool(), false);
    QCOMPARE(f.call(service, u"CreatePool"_s, {text(u"PoolSettings"_s, settings)}).returnValue,
             32773U); // exists
    const auto deleted =
        f.call(service, u"DeletePool"_s, {{u"Pool"_s, cim::Value::reference(*pool.front().path())}});
    QCOMPARE(f.finish(deleted), 0U);
    QVERIFY(f.query(u"SELECT * FROM Msvm_ResourcePool WHERE PoolID='gpus'"_s).empty());
}

QTEST_GUILESS_MAIN(TestDevices)
#include "tst_simulation_devices.moc"
