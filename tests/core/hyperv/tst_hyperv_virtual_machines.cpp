#include "core/hyperv/VirtualMachines.h"
#include "tests/support/FakeSession.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;

namespace {

const QString first = u"11111111-1111-1111-1111-111111111111"_s;
const QString second = u"22222222-2222-2222-2222-222222222222"_s;
const QString checkpoint = u"99999999-9999-9999-9999-999999999999"_s;

cim::Instance settings(const QString& guid, const QString& name)
{
    return tests::row(u"Msvm_VirtualSystemSettingData"_s,
                      {{u"InstanceID"_s, u"Microsoft:"_s + guid},
                       {u"VirtualSystemIdentifier"_s, guid},
                       {u"ElementName"_s, name},
                       {u"VirtualSystemSubType"_s, u"Microsoft:Hyper-V:SubType:2"_s},
                       {u"LowMmioGapSize"_s, u"128"_s},
                       {u"GuestControlledCacheTypes"_s, u"false"_s}});
}

cim::Value summary(const QString& guid, const QString& state, const QString& name = {})
{
    return cim::Value::object(tests::row(u"Msvm_SummaryInformation"_s, {{u"Name"_s, guid},
                                                                        {u"ElementName"_s, name},
                                                                        {u"EnabledState"_s, state},
                                                                        {u"UpTime"_s, u"86400000"_s}}));
}

cim::Instance resource(const QString& guid, const QString& offlineAction)
{
    cim::Instance row = tests::row(u"MSCluster_Resource"_s, {{u"Name"_s, u"Virtual Machine x"_s}});
    row.set(u"PrivateProperties"_s,
            cim::Value::object(tests::row(u"MSCluster_Property_Resource_Virtual_Machine"_s,
                                          {{u"VmID"_s, guid}, {u"OfflineAction"_s, offlineAction}})));
    return row;
}

} // namespace

class tst_hyperv_virtual_machines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsAndSummary();
    void duplicateNamesInStableOrder();
    void states_data();
    void states();
    void summariesOnly();
    void memorySkipsTemplatesAndCheckpoints();
    void protection();
    void remoteFx();
    void cluster();
    void unreadableResourceLeavesOthersUnknown();
};

void tst_hyperv_virtual_machines::settingsAndSummary()
{
    hyperv::ReadContext context;
    hyperv::VirtualMachines machines(context);
    machines.addSettings({settings(first.toLower(), u"=vm \"1\", 日本"_s)});
    machines.addSummaries(summary(first, u"2"_s), false);
    const auto vms = machines.take();
    QCOMPARE(vms.size(), 1U);
    QCOMPARE(vms[0].id, model::VmId(first));
    QCOMPARE(vms[0].name, u"=vm \"1\", 日本"_s);
    QCOMPARE(vms[0].generation, std::optional(2));
    QCOMPARE(vms[0].lowMmioGapMb.value(), 128U);
    QCOMPARE(vms[0].guestControlledCacheTypes, std::optional(false));
    QCOMPARE(vms[0].upTimeMs.value(), 86'400'000U);
    QCOMPARE(vms[0].state, model::PowerState::Running);
    QVERIFY(!vms[0].clustered.has_value());
    QVERIFY(!vms[0].isSaved.has_value());
}

void tst_hyperv_virtual_machines::duplicateNamesInStableOrder()
{
    hyperv::ReadContext context;
    hyperv::VirtualMachines machines(context);
    machines.addSettings(
        {settings(second, u"web"_s), settings(first, u"WEB"_s), settings(checkpoint, u"App"_s)});
    const auto vms = machines.take();
    QCOMPARE(vms.size(), 3U);
    QCOMPARE(vms[0].name, u"App"_s);
    QCOMPARE(vms[1].id, model::VmId(first));
    QCOMPARE(vms[2].id, model::VmId(second));
}

void tst_hyperv_virtual_machines::states_data()
{
    QTest::addColumn<QString>("enabledState");
    QTest::addColumn<model::PowerState>("state");
    QTest::newRow("running") << u"2"_s << model::PowerState::Running;
    QTest::newRow("off") << u"3"_s << model::PowerState::Off;
    QTest::newRow("saved") << u"6"_s << model::PowerState::Saved;
    QTest::newRow("paused") << u"9"_s << model::PowerState::Paused;
    QTest::newRow("starting") << u"32770"_s << model::PowerState::Starting;
    QTest::newRow("critical") << u"32781"_s << model::PowerState::Critical;
    QTest::newRow("malformed") << u"on"_s << model::PowerState::Unknown;
}

void tst_hyperv_virtual_machines::states()
{
    QFETCH(const QString, enabledState);
    QFETCH(const model::PowerState, state);
    hyperv::ReadContext context;
    hyperv::VirtualMachines machines(context);
    machines.addSettings({settings(first, u"vm"_s)});
    machines.addSummaries(summary(first, enabledState), false);
    QCOMPARE(machines.find(model::VmId(first))->state, state);
    QCOMPARE(context.notes.empty(), state != model::PowerState::Unknown);
}

void tst_hyperv_virtual_machines::summariesOnly()
{
    hyperv::ReadContext context;
    hyperv::VirtualMachines machines(context);
    machines.addSummaries(
        cim::Value::array(cim::Type::Object, {summary(first, u"3"_s, u"known by summary"_s)}), true);
    const auto vms = machines.take();
    QCOMPARE(vms.size(), 1U);
    QCOMPARE(vms[0].name, u"known by summary"_s);
    QCOMPARE(vms[0].state, model::PowerState::Off);
}

void tst_hyperv_virtual_machines::memorySkipsTemplatesAndCheckpoints()
{
    const auto memory = [](const QString& owner, const QString& startup) {
        return tests::row(u"Msvm_MemorySettingData"_s, {{u"InstanceID"_s, u"Microsoft:"_s + owner},
                                                        {u"VirtualQuantity"_s, startup},
                                                        {u"Reservation"_s, u"512"_s},
                                                        {u"Limit"_s, u"1048576"_s},
                                                        {u"DynamicMemoryEnabled"_s, u"true"_s}});
    };
    hyperv::ReadContext context;
    hyperv::VirtualMachines machines(context);
    machines.addSettings({settings(first, u"vm"_s)});
    machines.addMemory({memory(u"Definition\\AAAA\\Default"_s, u"1"_s),
                        memory(first + u"\\4764334D"_s, u"4096"_s),
                        memory(checkpoint + u"\\4764334D"_s, u"2"_s)});
    const auto vms = machines.take();
    QCOMPARE(vms.size(), 1U);
    QCOMPARE(vms[0].startupMemoryMb.value(), 4096U);
    QCOMPARE(vms[0].minimumMemoryMb.value(), 512U);
    QCOMPARE(vms[0].maximumMemoryMb.value(), 1'048'576U);
    QCOMPARE(vms[0].dynamicMemory, std::optional(true));
}

void tst_hyperv_virtual_machines::protection()
{
    const auto security = [](const QString& owner, bool tpm, bool shielded) {
        return tests::row(u"Msvm_SecuritySettingData"_s,
                          {{u"InstanceID"_s, u"Microsoft:"_s + owner + u"\\9D7F"_s},
                           {u"TpmEnabled"_s, tpm ? u"true"_s : u"false"_s},
                           {u"ShieldingRequested"_s, shielded ? u"true"_s : u"false"_s}});
    };
    hyperv::ReadContext context;
    hyperv::VirtualMachines machines(context);
    machines.addSettings({settings(first, u"one"_s), settings(second, u"two"_s)});
    QVERIFY(!machines.find(model::VmId(first))->virtualTpm);
    QVERIFY(!machines.find(model::VmId(first))->nestedVirtualization);
    machines.addSecurity({security(checkpoint, true, true), security(first, true, false)});
    machines.addNested({tests::row(u"Msvm_ProcessorSettingData"_s,
                                   {{u"InstanceID"_s, u"Microsoft:"_s + second + u"\\B637"_s}})});
    const model::VirtualMachine* one = machines.find(model::VmId(first));
    const model::VirtualMachine* two = machines.find(model::VmId(second));
    QCOMPARE(one->virtualTpm, std::optional(true));
    QCOMPARE(one->shielded, std::optional(false));
    QCOMPARE(one->nestedVirtualization, std::optional(false));
    QCOMPARE(two->virtualTpm, std::optional(false)); // not among those that are protected
    QCOMPARE(two->nestedVirtualization, std::optional(true));
    QCOMPARE(context.notes.size(), std::size_t(0));
}

void tst_hyperv_virtual_machines::remoteFx()
{
    const QString className = u"Msvm_Synthetic3DDisplayControllerSettingData"_s;
    hyperv::ReadContext context;
    hyperv::VirtualMachines machines(context);
    machines.addSettings({settings(first, u"old"_s), settings(second, u"new"_s)});
    machines.addRemoteFx({tests::row(className, {{u"InstanceID"_s, u"Microsoft:Definition\\X\\Default"_s}}),
                          tests::row(className, {{u"InstanceID"_s, u"Microsoft:"_s + first + u"\\X"_s}})});
    QVERIFY(machines.find(model::VmId(first))->remoteFxAdapter);
    QVERIFY(!machines.find(model::VmId(second))->remoteFxAdapter);
}

void tst_hyperv_virtual_machines::cluster()
{
    hyperv::ReadContext context;
    hyperv::VirtualMachines machines(context);
    machines.addSettings({settings(first, u"clustered"_s), settings(second, u"local"_s)});
    machines.addClusterResources({resource(first.toLower(), u"1"_s), resource(checkpoint, u"3"_s)});
    QCOMPARE(machines.find(model::VmId(first))->clustered, std::optional(true));
    QCOMPARE(machines.find(model::VmId(first))->offlineAction.value(), 1U);
    QCOMPARE(machines.find(model::VmId(second))->clustered, std::optional(false));
    QVERIFY(!machines.find(model::VmId(second))->offlineAction.has_value());
}

void tst_hyperv_virtual_machines::unreadableResourceLeavesOthersUnknown()
{
    hyperv::ReadContext context;
    hyperv::VirtualMachines machines(context);
    machines.addSettings({settings(first, u"clustered"_s), settings(second, u"who knows"_s)});
    machines.addClusterResources(
        {resource(first, u"1"_s), tests::row(u"MSCluster_Resource"_s, {{u"Name"_s, u"x"_s}})});
    QCOMPARE(machines.find(model::VmId(first))->clustered, std::optional(true));
    QVERIFY(!machines.find(model::VmId(second))->clustered.has_value());
}

QTEST_GUILESS_MAIN(tst_hyperv_virtual_machines)
#include "tst_hyperv_virtual_machines.moc"
