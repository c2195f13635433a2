#include "tests/core/simulation/HostFixture.h"

#include <QTest>

using namespace hvgpu;
using namespace hvgpu::simulation;
using namespace hvgpu::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray fleetJson = R"({"servers": [{"name": "HOST1", "vms": [
    {"name": "off"}, {"name": "on", "state": "running"}, {"name": "saved", "state": "saved"},
    {"name": "paused", "state": "paused"}, {"name": "starting", "state": "starting"},
    {"name": "first", "generation": 1, "notes": "a note", "processors": 3, "memoryMiB": 2048},
    {"name": "silent", "state": "running", "integrationServices": false},
    {"name": "locked", "state": "running", "guestLocked": true}]}]})";

cim::Property force(bool value)
{
    return {u"Force"_s, cim::Value::boolean(value)};
}

QString vssdText(const QString& id, const QString& properties)
{
    return u"<INSTANCE CLASSNAME=\"Msvm_VirtualSystemSettingData\"><PROPERTY NAME=\"InstanceID\" "
           u"TYPE=\"string\">"
           u"<VALUE>Microsoft:%1</VALUE></PROPERTY>%2</INSTANCE>"_s.arg(id, properties);
}

QString xmlProperty(const QString& name, const QString& type, const QString& value)
{
    return u"<PROPERTY NAME=\"%1\" TYPE=\"%2\"><VALUE>%3</VALUE></PROPERTY>"_s.arg(name, type, value);
}

} // namespace

class TestVms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hostAndVms();
    void startRunsThroughItsJob();
    void jobsVanish();
    void refusedTransitions_data();
    void refusedTransitions();
    void otherTransitions();
    void shutdownComponent();
    void summary();
    void systemSettings();
    void pickyText_data();
    void pickyText();
    void defineAndDestroy();
    void whatLibvirtAsks();
    void screenAndKeys();
    void criticalStates();
    void wmiErrors();
};

void TestVms::hostAndVms()
{
    HostFixture fixture(fleetJson);
    QCOMPARE(fixture.query(u"SELECT * FROM Msvm_ComputerSystem"_s).size(), 9U);
    QCOMPARE(fixture.query(u"SELECT * FROM Msvm_ComputerSystem WHERE Name != __SERVER"_s).size(), 8U);
    const auto hosts =
        fixture.query(u"SELECT Name, EnabledState FROM Msvm_ComputerSystem WHERE Name = 'host1'"_s);
    QCOMPARE(hosts.size(), 1U);
    QCOMPARE(hosts.front().properties().size(), 2U);
    QCOMPARE(hosts.front().value(u"EnabledState").toUInt64(), 2U);
    QCOMPARE(
        fixture
            .query(
                u"SELECT * FROM Msvm_VirtualSystemSettingData WHERE VirtualSystemType='Microsoft:Hyper-V:System:Realized'"_s)
            .size(),
        8U);
    QCOMPARE(fixture.query(u"SELECT * FROM CIM_ComputerSystem"_s).size(), 10U); // and the virtual switch
}

void TestVms::startRunsThroughItsJob()
{
    HostFixture fixture(fleetJson);
    const auto outcome = fixture.request(u"off"_s, 2);
    QCOMPARE(outcome.returnValue, 4096U);
    auto job = fixture.job(outcome);
    QVERIFY(job);
    QCOMPARE(job->value(u"JobState").toUInt64(), 3U);
    QCOMPARE(fixture.state(u"off"_s), 10U);
    fixture.clock.advance(std::chrono::milliseconds(750));
    job = fixture.job(outcome);
    QCOMPARE(job->value(u"JobState").toUInt64(), 4U);
    QCOMPARE(job->value(u"PercentComplete").toUInt64(), 50U);
    fixture.clock.advance(std::chrono::seconds(1));
    job = fixture.job(outcome);
    QCOMPARE(job->value(u"JobState").toUInt64(), 7U);
    QCOMPARE(job->value(u"PercentComplete").toUInt64(), 100U);
    QCOMPARE(job->value(u"JobType").toUInt64(), 12U);
    QCOMPARE(fixture.state(u"off"_s), 2U);
    QVERIFY(fixture.vm(u"off"_s).value(u"ProcessID").toUInt64().value_or(0) > 0);
    const auto affected = fixture.query(
        u"ASSOCIATORS OF {%1} WHERE AssocClass=Msvm_AffectedJobElement"_s.arg(job->path()->toString()));
    QCOMPARE(affected.size(), 1U);
}

void TestVms::jobsVanish()
{
    HostFixture fixture(fleetJson);
    const auto outcome = fixture.request(u"off"_s, 2);
    fixture.clock.advance(std::chrono::seconds(2));
    QVERIFY(fixture.job(outcome));
    fixture.clock.advance(std::chrono::minutes(6));
    QVERIFY(!fixture.job(outcome));
    const auto gone = fixture.host().get(*outcome.outParameters.front().value.toReference());
    QCOMPARE(gone.error().nativeCode, 0x80041002U);
}

void TestVms::refusedTransitions_data()
{
    QTest::addColumn<QString>("vm");
    QTest::addColumn<int>("requested");
    QTest::newRow("start a running one") << u"on"_s << 2;
    QTest::newRow("turn off an off one") << u"off"_s << 3;
    QTest::newRow("save an off one") << u"off"_s << 6;
    QTest::newRow("pause an off one") << u"off"_s << 9;
    QTest::newRow("pause a saved one") << u"saved"_s << 9;
    QTest::newRow("reboot an off one") << u"off"_s << 10;
    QTest::newRow("anything while starting") << u"starting"_s << 3;
    QTest::newRow("version 1 paused") << u"on"_s << 32768;
    QTest::newRow("saving as a target") << u"on"_s << 32773;
}

void TestVms::refusedTransitions()
{
    QFETCH(QString, vm);
    QFETCH(int, requested);
    HostFixture fixture(fleetJson);
    const auto before = fixture.state(vm);
    QCOMPARE(fixture.request(vm, static_cast<std::uint16_t>(requested)).returnValue, 32775U);
    QCOMPARE(fixture.state(vm), before);
}

void TestVms::otherTransitions()
{
    HostFixture fixture(fleetJson);
    const auto change = [&](const QString& vm, std::uint16_t requested) {
        const auto outcome = fixture.request(vm, requested);
        return fixture.finish(outcome).value_or(99999);
    };
    QCOMPARE(change(u"on"_s, 9), 0U);
    QCOMPARE(fixture.state(u"on"_s), 9U);
    QCOMPARE(change(u"on"_s, 2), 0U);
    QCOMPARE(fixture.state(u"on"_s), 2U);
    QCOMPARE(change(u"on"_s, 6), 0U);
    QCOMPARE(fixture.state(u"on"_s), 6U);
    QVERIFY(fixture.query(u"SELECT * FROM Msvm_VirtualSystemSettingData WHERE IsSaved = TRUE"_s).size() == 2);
    QCOMPARE(change(u"on"_s, 2), 0U);
    QCOMPARE(change(u"on"_s, 11), 0U);
    QCOMPARE(fixture.state(u"on"_s), 2U);
    QCOMPARE(change(u"on"_s, 3), 0U);
    QCOMPARE(fixture.state(u"on"_s), 3U);
    QCOMPARE(change(u"saved"_s, 3), 0U);
    QCOMPARE(fixture.state(u"saved"_s), 3U);
}

void TestVms::shutdownComponent()
{
    HostFixture fixture(fleetJson);
    const auto component = [&](const QString& name) {
        return fixture.query(
            u"SELECT * FROM Msvm_ShutdownComponent WHERE SystemName='%1'"_s.arg(fixture.vmId(name)));
    };
    QVERIFY(component(u"off"_s).empty());
    QCOMPARE(component(u"silent"_s).front().value(u"OperationalStatus").elements().front().toUInt64(), 12U);
    QCOMPARE(fixture.call(*component(u"silent"_s).front().path(), u"InitiateShutdown"_s, {force(true)})
                 .returnValue,
             32780U);
    const auto locked = *component(u"locked"_s).front().path();
    QCOMPARE(fixture.call(locked, u"InitiateShutdown"_s, {force(false)}).returnValue, 32781U);
    QCOMPARE(
        fixture.call(locked, u"InitiateShutdown"_s, {force(true), text(u"Reason"_s, u"test"_s)}).returnValue,
        0U);
    QCOMPARE(fixture.state(u"locked"_s), 4U);
    fixture.clock.advance(std::chrono::seconds(10));
    QCOMPARE(fixture.state(u"locked"_s), 3U);
    QVERIFY(component(u"locked"_s).empty());
    const auto on = *component(u"on"_s).front().path();
    QCOMPARE(fixture.call(on, u"InitiateReboot"_s, {force(false)}).returnValue, 0U);
    fixture.clock.advance(std::chrono::seconds(10));
    QCOMPARE(fixture.state(u"on"_s), 2U);
}

void TestVms::summary()
{
    HostFixture fixture(fleetJson);
    std::vector<cim::Value> codes;
    for (const unsigned code : {0U, 1U, 100U})
        codes.push_back(cim::Value::unsignedInteger(cim::Type::UInt32, code));
    const auto all =
        fixture.service(u"GetSummaryInformation"_s,
                        {{u"RequestedInformation"_s, cim::Value::array(cim::Type::UInt32, codes)}});
    QCOMPARE(all.returnValue, 0U);
    QCOMPARE(all.outParameters.front().value.elements().size(), 8U);
    const auto one =
        fixture.service(u"GetSummaryInformation"_s,
                        {{u"SettingData"_s, cim::Value::strings({fixture.settingsPath(u"on"_s)})},
                         {u"RequestedInformation"_s, cim::Value::array(cim::Type::UInt32, codes)}});
    const auto rows = one.outParameters.front().value.elements();
    QCOMPARE(rows.size(), 1U);
    const cim::Instance* const row = rows.front().toObject();
    QVERIFY(row);
    QCOMPARE(row->value(u"ElementName").toString(), u"on"_s);
    QCOMPARE(row->value(u"EnabledState").toUInt64(), 2U);
    QVERIFY(row->value(u"NumberOfProcessors").isNull()); // not asked for
    QVERIFY(row->contains(u"GuestOperatingSystem"));
    const auto unknown = fixture.service(
        u"GetSummaryInformation"_s,
        {{u"SettingData"_s, cim::Value::strings({u"Msvm_X.InstanceID=\"Microsoft:none\""_s})}});
    QCOMPARE(unknown.returnValue, 32773U);
}

void TestVms::systemSettings()
{
    HostFixture fixture(fleetJson);
    const auto modify = [&](const QString& vm, const QString& properties) {
        return fixture.service(u"ModifySystemSettings"_s,
                               {text(u"SystemSettings"_s, vssdText(fixture.vmId(vm), properties))});
    };
    auto outcome = modify(u"off"_s, xmlProperty(u"LowMmioGapSize"_s, u"uint64"_s, u"1024"_s) +
                                        xmlProperty(u"GuestControlledCacheTypes"_s, u"boolean"_s, u"true"_s));
    QCOMPARE(outcome.returnValue, 4096U);
    QCOMPARE(fixture.finish(outcome), 0U);
    const auto row =
        fixture.query(u"SELECT * FROM Msvm_VirtualSystemSettingData WHERE ElementName='off'"_s).front();
    QCOMPARE(row.value(u"LowMmioGapSize").toUInt64(), 1024U);
    QCOMPARE(row.value(u"GuestControlledCacheTypes").toBool(), true);
    QCOMPARE(row.value(u"HighMmioGapSize").toUInt64(), 512U);
    QCOMPARE(fixture.finish(modify(u"on"_s, xmlProperty(u"LowMmioGapSize"_s, u"uint64"_s, u"1024"_s))),
             32775U);
    QCOMPARE(fixture.finish(modify(u"on"_s, xmlProperty(u"AutomaticShutdownAction"_s, u"uint16"_s, u"2"_s))),
             0U);
    QCOMPARE(fixture.finish(modify(u"off"_s, xmlProperty(u"LowMmioGapSize"_s, u"uint64"_s, u"4000"_s))),
             32773U);
    QCOMPARE(fixture.finish(modify(u"off"_s, xmlProperty(u"Version"_s, u"string"_s, u"12.0"_s))), 32773U);
    QCOMPARE(modify(u"off"_s, xmlProperty(u"AutomaticStartupActionDelay"_s, u"datetime"_s, u"P0DT0H0M30S"_s))
                 .returnValue,
             32768U);
    QCOMPARE(fixture.finish(modify(u"off"_s, xmlProperty(u"AutomaticStartupActionDelay"_s, u"datetime"_s,
                                                         u"00000000000030.000000:000"_s))),
             0U);
}

void TestVms::pickyText_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<unsigned>("code");
    QTest::newRow("amp") << u"a &amp; b"_s << 32768U;
    QTest::newRow("lt") << u"a &lt; b"_s << 32773U;
    QTest::newRow("numeric") << u"a &#38; &#60; b"_s << 4096U;
    QTest::newRow("gt") << u"a &gt; b"_s << 4096U;
    QTest::newRow("quote") << u"say \"hi\""_s << 4096U;
    QTest::newRow("broken") << u"</VALUE"_s << 32773U;
}

void TestVms::pickyText()
{
    QFETCH(QString, value);
    QFETCH(unsigned, code);
    HostFixture fixture(fleetJson);
    const auto outcome = fixture.service(
        u"ModifySystemSettings"_s,
        {text(u"SystemSettings"_s,
              vssdText(fixture.vmId(u"off"_s), xmlProperty(u"ElementName"_s, u"string"_s, value)))});
    QCOMPARE(outcome.returnValue, code);
}

void TestVms::defineAndDestroy()
{
    HostFixture fixture(fleetJson);
    const auto defined = fixture.service(
        u"DefineSystem"_s, {text(u"SystemSettings"_s,
                                 u"<INSTANCE CLASSNAME=\"Msvm_VirtualSystemSettingData\">%1</INSTANCE>"_s.arg(
                                     xmlProperty(u"ElementName"_s, u"string"_s, u"new"_s)))});
    QCOMPARE(defined.returnValue, 0U);
    QCOMPARE(fixture.state(u"new"_s), 3U);
    const auto destroy = [&](const QString& name) {
        return fixture.service(u"DestroySystem"_s,
                               {{u"AffectedSystem"_s, cim::Value::reference(*fixture.vm(name).path())}});
    };
    QCOMPARE(destroy(u"on"_s).returnValue, 32775U);
    const auto destroyed = destroy(u"new"_s);
    QCOMPARE(destroyed.returnValue, 4096U);
    QCOMPARE(fixture.finish(destroyed), 0U);
    QVERIFY(fixture.vmId(u"new"_s).isEmpty());
}

void TestVms::whatLibvirtAsks()
{
    HostFixture fixture(fleetJson);
    const auto active = fixture.query(
        u"select * from Msvm_ComputerSystem WHERE Name != __SERVER AND (EnabledState != 0 and EnabledState != 3 and EnabledState != 32769) "_s);
    QCOMPARE(active.size(), 6U);
    QCOMPARE(
        fixture
            .inventory(
                u"ASSOCIATORS OF {Win32_ComputerSystem.Name='HOST1'} WHERE AssocClass = Win32_ComputerSystemProcessor ResultClass = Win32_Processor"_s)
            .size(),
        2U);
    const QString id = fixture.vmId(u"first"_s);
    const auto vssd = fixture.query(
        u"ASSOCIATORS OF {Msvm_ComputerSystem.CreationClassName='Msvm_ComputerSystem',Name='%1'} WHERE AssocClass = Msvm_SettingsDefineState ResultClass = Msvm_VirtualSystemSettingData"_s
            .arg(id.toLower()));
    QCOMPARE(vssd.size(), 1U);
    QCOMPARE(vssd.front().value(u"Notes").elements().size(), 1U);
    const auto settings = [&](const QString& resultClass) {
        return fixture.query(
            u"ASSOCIATORS OF {Msvm_VirtualSystemSettingData.InstanceID='Microsoft:%1'} WHERE AssocClass = Msvm_VirtualSystemSettingDataComponent ResultClass = %2"_s
                .arg(id, resultClass));
    };
    QCOMPARE(settings(u"Msvm_ProcessorSettingData"_s).front().value(u"VirtualQuantity").toUInt64(), 3U);
    QCOMPARE(settings(u"Msvm_MemorySettingData"_s).front().value(u"VirtualQuantity").toUInt64(), 2048U);
    QCOMPARE(settings(u"Msvm_SyntheticEthernetPortSettingData"_s).size(), 1U);
    QCOMPARE(settings(u"Msvm_EthernetPortAllocationSettingData"_s).size(), 1U);
    QCOMPARE(settings(u"Msvm_SerialPortSettingData"_s).size(), 2U);
    const auto resources = settings(u"Msvm_ResourceAllocationSettingData"_s);
    const auto disks = settings(u"Msvm_StorageAllocationSettingData"_s);
    QCOMPARE(disks.size(), 1U);
    const QString parent = disks.front().value(u"Parent").toString().value_or(QString());
    int owners = 0;
    for (const cim::Instance& resource : resources) {
        QString resourceId = resource.value(u"InstanceID").toString().value_or(QString());
        owners += parent.endsWith(resourceId.replace(u'\\', u"\\\\"_s) + u'"') ? 1 : 0;
    }
    QCOMPARE(owners, 1);
    QCOMPARE(
        fixture
            .query(
                u"SELECT * FROM Msvm_ProcessorSettingData WHERE InstanceID LIKE 'Microsoft:Definition%Maximum'"_s)
            .size(),
        1U);
}

void TestVms::screenAndKeys()
{
    HostFixture fixture(fleetJson);
    const auto heads = fixture.query(u"SELECT * FROM Msvm_VideoHead"_s);
    QCOMPARE(heads.size(), 5U); // of machines that are on
    QCOMPARE(heads.front().value(u"CurrentVerticalResolution").toUInt64(), 768U);
    const auto controllers =
        fixture.query(u"ASSOCIATORS OF {%1} WHERE AssocClass = Msvm_VideoHeadOnController"_s.arg(
            heads[0].path()->toString()));
    QCOMPARE(controllers.size(), 1U);
    QCOMPARE(controllers[0].className(), u"Msvm_SyntheticDisplayController"_s);
    QVERIFY(fixture.query(u"SELECT * FROM Msvm_S3DisplayController"_s).empty());

    const auto number = [](const QString& name, cim::Type type, std::uint64_t value) {
        return cim::Property{name, cim::Value::unsignedInteger(type, value)};
    };
    const auto picture = [&](const QString& vm, std::uint64_t width) {
        return fixture.service(u"GetVirtualSystemThumbnailImage"_s,
                               {{u"TargetSystem"_s, cim::Value::string(fixture.settingsPath(vm))},
                                number(u"WidthPixels"_s, cim::Type::UInt16, width),
                                number(u"HeightPixels"_s, cim::Type::UInt16, 60)});
    };
    const auto seen = picture(u"on"_s, 80);
    QCOMPARE(seen.returnValue, 0U);
    QCOMPARE(seen.outParameters.front().value.elements().size(), 80U * 60 * 2);
    QCOMPARE(picture(u"off"_s, 80).returnValue, 32775U);
    QCOMPARE(picture(u"on"_s, 65535).returnValue, 32773U);

    for (const cim::Instance& keyboard : fixture.query(u"SELECT * FROM Msvm_Keyboard"_s)) {
        const bool runs = keyboard.value(u"SystemName").toString() == fixture.vmId(u"on"_s);
        if (runs || keyboard.value(u"SystemName").toString() == fixture.vmId(u"paused"_s))
            QCOMPARE(
                fixture.call(*keyboard.path(), u"PressKey"_s, {number(u"keyCode"_s, cim::Type::UInt32, 65)})
                    .returnValue,
                runs ? 0U : 32775U);
    }
}

void TestVms::criticalStates()
{
    HostFixture fixture(R"({"servers": [{"name": "H", "vms": [
        {"name": "on", "state": "running critical"}, {"name": "off", "state": "off critical"},
        {"name": "saved", "state": "saved critical"}, {"name": "paused", "state": "paused critical"}]}]})");
    std::uint64_t expected = 32781;
    for (const QString& name : {u"on"_s, u"off"_s, u"saved"_s, u"paused"_s}) {
        QCOMPARE(fixture.state(name), expected);
        expected += expected == 32782 ? 2 : 1; // 32783 is stopping
        QCOMPARE(fixture.vm(name).value(u"HealthState").toUInt64(), 25U);
        for (const auto wanted : std::initializer_list<std::uint16_t>{2, 3, 6})
            QCOMPARE(fixture.request(name, wanted).returnValue, 32775U);
    }
    QCOMPARE(fixture.query(u"SELECT * FROM Msvm_Keyboard"_s).size(), 2U); // of "on" and "paused"
}

void TestVms::wmiErrors()
{
    HostFixture fixture(fleetJson);
    QCOMPARE(fixture.queryError(u"root\\virtualization\\v2"_s, u"SELEKT"_s), 0x80041017U);
    QCOMPARE(fixture.queryError(u"root/virtualization/v2"_s, u"SELECT * FROM Msvm_Nothing"_s), 0x80041010U);
    QCOMPARE(fixture.queryError(u"root\\nowhere"_s, u"SELECT * FROM X"_s), 0x8004100EU);
    QCOMPARE(fixture.queryError(u"root\\MSCluster"_s, u"SELECT * FROM MSCluster_Node"_s),
             0x8004100EU); // not clustered
    QCOMPARE(fixture.queryError(u"root\\virtualization\\v2"_s,
                                u"ASSOCIATORS OF {Msvm_ComputerSystem.Name='none'}"_s),
             0x80041002U);
    QCOMPARE(fixture
                 .call(cim::ObjectPath(u"HOST1"_s, u"root\\virtualization\\v2",
                                       u"Msvm_VirtualSystemManagementService"_s),
                       u"GetSummaryInformation"_s, {})
                 .returnValue,
             0x8004102FU);
    QCOMPARE(fixture.service(u"NoSuchMethod"_s, {}).returnValue, 0x8004102EU);
    QCOMPARE(fixture.service(u"GetSummaryInformation"_s, {text(u"Wrong"_s, {})}).returnValue, 0x8004102FU);
    QCOMPARE(fixture.service(u"AddKvpItems"_s, {}).returnValue, 0x80041055U);
    HostFixture bare(R"({"servers": [{"name": "BARE", "hyperV": false}]})");
    QCOMPARE(bare.queryError(u"root\\virtualization\\v2"_s, u"SELECT * FROM Msvm_ComputerSystem"_s),
             0x8004100EU);
}

QTEST_GUILESS_MAIN(TestVms)
#include "tst_simulation_vms.moc"
