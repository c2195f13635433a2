#include "core/hyperv/PnpDevices.h"
#include "tests/support/FakeSession.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;

namespace {

const QString a2 = u"PCI\\VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1\\4&18416DC3&0&0000"_s;

cim::Instance device(const QString& id, const std::vector<QString>& compatible, const QString& pnpClass = {})
{
    cim::Instance row =
        tests::row(u"Win32_PnPEntity"_s, {{u"DeviceID"_s, id}, {u"Name"_s, u"Some device"_s}});
    row.set(u"CompatibleID"_s, cim::Value::strings(compatible));
    if (!pnpClass.isEmpty())
        row.set(u"PNPClass"_s, cim::Value::string(pnpClass));
    return row;
}

cim::Value deviceProperty(const QString& key, const cim::Value& data)
{
    cim::Instance instance(u"Win32_PnPDevicePropertyUint32"_s);
    instance.set(u"KeyName"_s, cim::Value::string(key));
    instance.set(u"Data"_s, data);
    return cim::Value::object(instance);
}

} // namespace

class tst_hyperv_pnp_devices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void displayDevicesByClassCode();
    void othersAreRemembered();
    void facts();
    void properties();
    void propertiesWithoutData();
    void malformedProperty();
};

void tst_hyperv_pnp_devices::displayDevicesByClassCode()
{
    hyperv::ReadContext context;
    const hyperv::PciDevices devices = hyperv::pciDevices(
        {device(a2, {u"PCI\\VEN_10DE&DEV_25B6"_s, u"PCI\\CC_0302"_s}),
         device(u"PCI\\VEN_10DE&DEV_2236\\4&1&0&0008"_s,
                {u"PCI\\VEN_10DE&CC_030000"_s}), // no driver, no class
         device(u"PCIP\\VEN_10DE&DEV_27B8\\4&2&0&0008"_s, {u"PCIP\\CC_0302"_s}, u"System"_s), // dismounted
         device(u"PCI\\VEN_1A03&DEV_2000\\4&3&0&0008"_s, {}, u"Display"_s),                   // class only
         device(u"PCI\\VEN_15B3&DEV_1007\\4&4&0&0008"_s, {u"PCI\\CC_0200"_s}),                // network card
         device(u"PCIIDE\\IDECHANNEL\\4&5&0&0"_s, {u"PCI\\CC_0300"_s})},                      // not PCI
        context);
    QCOMPARE(devices.display.size(), 4U);
    QCOMPARE(devices.display[0].instanceId, a2);
    QVERIFY(devices.display[2].isDismounted());
    QVERIFY(!devices.display[0].isDismounted());
}

void tst_hyperv_pnp_devices::othersAreRemembered()
{
    hyperv::ReadContext context;
    const QString disk = u"PCIP\\VEN_144D&DEV_A820&SUBSYS_1F951028&REV_03\\4&368722DD&0&0010"_s;
    const hyperv::PciDevices devices = hyperv::pciDevices({device(disk, {u"PCIP\\CC_010802"_s})}, context);
    QVERIFY(devices.display.empty());
    QVERIFY(devices.others.contains(model::gpuIdFrom(disk)));
}

void tst_hyperv_pnp_devices::facts()
{
    hyperv::ReadContext context;
    cim::Instance row = device(a2.toLower(), {u"PCI\\CC_0302"_s}, u"Display"_s);
    row.set(u"ConfigManagerErrorCode"_s, cim::Value::string(u"28"_s));
    row.set(u"Present"_s, cim::Value::string(u"true"_s));
    row.set(u"Service"_s, cim::Value::string(u"nvlddmkm"_s));
    row.set(u"HardwareID"_s, cim::Value::strings({u"PCI\\VEN_10DE&DEV_25B6&CC_0302"_s}));
    const model::PnpDevice found = hyperv::pciDevices({row}, context).display.at(0);
    QCOMPARE(found.instanceId, a2); // always upper case
    QCOMPARE(found.problemCode.value(), 28U);
    QCOMPARE(found.present, std::optional(true));
    QCOMPARE(found.service, u"nvlddmkm"_s);
    QCOMPARE(found.hardwareIds.size(), 1);
    QVERIFY(!found.propertiesRead);
    QVERIFY(!found.sriovSupport.has_value());
}

void tst_hyperv_pnp_devices::properties()
{
    hyperv::ReadContext context;
    model::PnpDevice found;
    const auto text = [](const QString& value) { return cim::Value::string(value); };
    const cim::Value answer = cim::Value::array(
        cim::Type::Object, {deviceProperty(u"DEVPKEY_Device_LocationPaths"_s,
                                           cim::Value::strings({u"PCIROOT(0)#PCI(0300)#PCI(0000)"_s,
                                                                u"ACPI(_SB_)#ACPI(PC00)"_s})),
                            deviceProperty(u"DEVPKEY_Device_BusNumber"_s, text(u"101"_s)),
                            deviceProperty(u"DEVPKEY_PciDevice_SriovSupport"_s, text(u"0"_s)),
                            deviceProperty(u"DEVPKEY_Device_DriverVersion"_s, text(u"32.0.15.7000"_s)),
                            deviceProperty(u"DEVPKEY_Device_DriverDate"_s, text(u"2025-01-09T00:00:00Z"_s)),
                            deviceProperty(u"DEVPKEY_Something_New"_s, text(u"?"_s))});
    hyperv::applyDeviceProperties(answer, found, context);
    QVERIFY(found.propertiesRead);
    QCOMPARE(found.locationPaths.value(0), u"PCIROOT(0)#PCI(0300)#PCI(0000)"_s);
    QCOMPARE(found.busNumber.value(), 101U);
    QCOMPARE(found.sriovSupport.value(), 0U);
    QCOMPARE(found.driverVersion, u"32.0.15.7000"_s);
    QCOMPARE(found.driverDate.date(), QDate(2025, 1, 9));
    QVERIFY(context.notes.empty());
    for (const QString& key : hyperv::devicePropertyKeys())
        QVERIFY2(key.startsWith(u"DEVPKEY_"_s), qPrintable(key));
}

void tst_hyperv_pnp_devices::propertiesWithoutData()
{
    hyperv::ReadContext context;
    model::PnpDevice found;
    hyperv::applyDeviceProperties(deviceProperty(u"DEVPKEY_PciDevice_SriovSupport"_s, cim::Value()), found,
                                  context);
    QVERIFY(found.propertiesRead);
    QVERIFY(!found.sriovSupport.has_value()); // not an SR-IOV function: unknown, not 0 = "OK"
    QVERIFY(context.notes.empty());
}

void tst_hyperv_pnp_devices::malformedProperty()
{
    hyperv::ReadContext context;
    model::PnpDevice found;
    found.instanceId = a2;
    hyperv::applyDeviceProperties(
        deviceProperty(u"DEVPKEY_Device_BusNumber"_s, cim::Value::string(u"sixty"_s)), found, context);
    QVERIFY(!found.busNumber.has_value());
    QCOMPARE(context.notes.size(), 1U);
    QVERIFY(context.notes.front().subject.startsWith(a2));
}

QTEST_GUILESS_MAIN(tst_hyperv_pnp_devices)
#include "tst_hyperv_pnp_devices.moc"
