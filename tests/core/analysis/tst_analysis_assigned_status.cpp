#include "core/analysis/AssignedStatus.h"
#include "tests/core/analysis/SampleHosts.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using analysis::AssignedStatus;
using analysis::StatusVerdict;
using analysis::SubStatus;
using model::Part;
using model::PowerState;

Q_DECLARE_METATYPE(AssignedStatus)
Q_DECLARE_METATYPE(SubStatus)
Q_DECLARE_METATYPE(PowerState)

namespace {

bool hasEvidence(const StatusVerdict& verdict, const QString& source, const QString& value)
{
    return std::ranges::find(verdict.evidence, analysis::Evidence{source, value}) != verdict.evidence.end();
}

bool saysUnread(const StatusVerdict& verdict, const QString& source)
{
    return std::ranges::any_of(verdict.evidence, [&source](const analysis::Evidence& evidence) {
        return evidence.source == source && evidence.value.startsWith(u"could not be read"_s);
    });
}

} // namespace

/// Rows 1 to 3 of the table and which row wins.
class TestAssignedStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void freeForDda();
    void givenToVm_data();
    void givenToVm();
    void givenToVmThatIsNotListed();
    void runningVmComesFirst();
    void dismountedWithUnreadLists();
    void dismountedButNotOffered();
    void poolEntryWithoutPnpNode();
    void mountedAgainWinsOverPoolEntry();
    void pairOfA2IsPartitioned();
    void partitionedWithProblemSaysSo();
    void partitionableWithoutPnpNode();
    void paravirtualization_data();
    void paravirtualization();
    void dismountedWinsOverPartitionable();
    void partitionAssignmentsDoNotCount();
};

void TestAssignedStatus::freeForDda()
{
    const model::Gpu gpu = tests::dismountedGpu();
    const StatusVerdict verdict = analysis::assignedStatus(gpu, tests::healthyHost());
    QCOMPARE(verdict.status, AssignedStatus::ReadyForDdaAssignment);
    QCOMPARE(verdict.subStatus, SubStatus::FreeForDda);
    QVERIFY(hasEvidence(verdict, u"Win32_PnPEntity.DeviceID"_s, gpu.pnp->instanceId));
    QVERIFY(hasEvidence(verdict, u"Msvm_PciExpress.LocationPath"_s, gpu.locationPath));
    QVERIFY(hasEvidence(verdict, u"Msvm_PciExpressSettingData"_s, u"no instance refers to this device"_s));
}

void TestAssignedStatus::givenToVm_data()
{
    QTest::addColumn<PowerState>("state");
    QTest::addColumn<SubStatus>("subStatus");
    for (const PowerState state : {PowerState::Running, PowerState::Paused, PowerState::Starting,
                                   PowerState::Stopping, PowerState::ShuttingDown, PowerState::Saving,
                                   PowerState::Pausing, PowerState::Resuming, PowerState::Critical})
        QTest::addRow("holds it, state %d", static_cast<int>(state))
            << state << SubStatus::AssignedToRunningVm;
    QTest::newRow("off") << PowerState::Off << SubStatus::AssignedToStoppedVm;
    QTest::newRow("saved") << PowerState::Saved << SubStatus::AssignedToStoppedVm;
    QTest::newRow("unknown") << PowerState::Unknown << SubStatus::AssignedToVm;
}

void TestAssignedStatus::givenToVm()
{
    QFETCH(PowerState, state);
    model::Gpu gpu = tests::dismountedGpu();
    gpu.assignments.push_back(tests::wholeDeviceOf(u"A"_s));
    model::HostSnapshot host = tests::healthyHost();
    host.vms.push_back(tests::vm(u"A"_s, u"render, \"one\""_s, state));

    const StatusVerdict verdict = analysis::assignedStatus(gpu, host);
    QCOMPARE(verdict.status, AssignedStatus::ReadyForDdaAssignment);
    QTEST(verdict.subStatus, "subStatus");
    QVERIFY(hasEvidence(verdict, u"Msvm_PciExpressSettingData.InstanceID"_s, u"Microsoft:A"_s));
    QVERIFY(hasEvidence(verdict, u"Msvm_VirtualSystemSettingData.ElementName"_s, u"render, \"one\""_s));

    gpu.dismounted.reset(); // while a VM has it, the pool may not list the device any more
    QTEST(analysis::assignedStatus(gpu, host).subStatus, "subStatus");
}

void TestAssignedStatus::givenToVmThatIsNotListed()
{
    model::Gpu gpu = tests::dismountedGpu();
    gpu.assignments.push_back(tests::wholeDeviceOf(u"gone"_s));
    model::HostSnapshot host = tests::healthyHost();
    StatusVerdict verdict = analysis::assignedStatus(gpu, host);
    QCOMPARE(verdict.subStatus, SubStatus::AssignedToVm);
    host.notes.push_back(tests::unreadNote(Part::VirtualMachines));
    verdict = analysis::assignedStatus(gpu, host);
    QCOMPARE(verdict.subStatus, SubStatus::AssignedToVm);
    QVERIFY(saysUnread(verdict, u"Msvm_ComputerSystem.EnabledState"_s));
}

void TestAssignedStatus::runningVmComesFirst()
{
    model::Gpu gpu = tests::dismountedGpu();
    gpu.assignments = {tests::wholeDeviceOf(u"A"_s), tests::wholeDeviceOf(u"B"_s)};
    model::HostSnapshot host = tests::healthyHost();
    host.vms = {tests::vm(u"A"_s, u"a"_s, PowerState::Off), tests::vm(u"B"_s, u"b"_s, PowerState::Running)};
    const StatusVerdict verdict = analysis::assignedStatus(gpu, host);
    QCOMPARE(verdict.subStatus, SubStatus::AssignedToRunningVm);
    QVERIFY(hasEvidence(verdict, u"Msvm_PciExpressSettingData.InstanceID"_s, u"Microsoft:B"_s));
}

void TestAssignedStatus::dismountedWithUnreadLists()
{
    model::HostSnapshot host = tests::healthyHost();
    host.notes.push_back(tests::unreadNote(Part::DeviceAdapters));
    model::Gpu gpu = tests::dismountedGpu();
    StatusVerdict verdict = analysis::assignedStatus(gpu, host);
    QCOMPARE(verdict.status, AssignedStatus::Unknown);
    QCOMPARE(verdict.subStatus, SubStatus::AssignmentsUnreadable);
    QVERIFY(saysUnread(verdict, u"Msvm_PciExpressSettingData"_s));

    host.notes = {tests::unreadNote(Part::AssignableDevices)};
    gpu.dismounted.reset();
    verdict = analysis::assignedStatus(gpu, host);
    QCOMPARE(verdict.status, AssignedStatus::Unknown);
    QCOMPARE(verdict.subStatus, SubStatus::AssignableListUnreadable);
    QVERIFY(saysUnread(verdict, u"Msvm_PciExpress"_s));
}

void TestAssignedStatus::dismountedButNotOffered()
{
    model::Gpu gpu = tests::dismountedGpu();
    gpu.dismounted.reset();
    const StatusVerdict verdict = analysis::assignedStatus(gpu, tests::healthyHost());
    QCOMPARE(verdict.status, AssignedStatus::Unknown);
    QCOMPARE(verdict.subStatus, SubStatus::DismountedNotOffered);
    QVERIFY(hasEvidence(verdict, u"Msvm_PciExpress"_s, u"no instance for this device"_s));
}

void TestAssignedStatus::poolEntryWithoutPnpNode()
{
    model::Gpu gpu = tests::dismountedGpu();
    gpu.pnp.reset();
    model::HostSnapshot host = tests::healthyHost();
    host.notes.push_back(tests::unreadNote(Part::PnpDevices));
    QCOMPARE(analysis::assignedStatus(gpu, host).subStatus, SubStatus::FreeForDda);

    gpu.dismounted.reset();
    gpu.assignments.push_back(tests::wholeDeviceOf(u"A"_s));
    host.vms.push_back(tests::vm(u"A"_s, u"a"_s, PowerState::Running));
    QCOMPARE(analysis::assignedStatus(gpu, host).subStatus, SubStatus::AssignedToRunningVm);
}

void TestAssignedStatus::mountedAgainWinsOverPoolEntry()
{
    model::Gpu gpu = tests::mountedGpu();
    gpu.dismounted = model::DismountedDevice{u"PCIP\\X"_s, gpu.locationPath};
    QCOMPARE(analysis::assignedStatus(gpu, tests::healthyHost()).status, AssignedStatus::HostOwned);
}

void TestAssignedStatus::pairOfA2IsPartitioned()
{
    for (const QString& instance : {u"#4&18416dc3&0&0000"_s, u"#4&5906f5e&0&0010"_s}) {
        model::Gpu gpu = tests::mountedGpu();
        gpu.partitioning = tests::a2Partitioning();
        gpu.partitioning->name.replace(u"#4&18416dc3&0&0000"_s, instance);
        const StatusVerdict verdict = analysis::assignedStatus(gpu, tests::healthyHost());
        QCOMPARE(verdict.status, AssignedStatus::Partitioned);
        QCOMPARE(verdict.subStatus, SubStatus::SriovPartitioning);
        QCOMPARE(verdict.evidence, (std::vector<analysis::Evidence>{
                                       {u"Msvm_PartitionableGpu.Name"_s, gpu.partitioning->name}}));
    }
}

void TestAssignedStatus::partitionedWithProblemSaysSo()
{
    model::Gpu gpu = tests::mountedGpu();
    gpu.partitioning = tests::a2Partitioning();
    gpu.pnp->problemCode = 43U;
    const StatusVerdict verdict = analysis::assignedStatus(gpu, tests::healthyHost());
    QCOMPARE(verdict.status, AssignedStatus::Partitioned);
    QVERIFY(hasEvidence(verdict, u"Win32_PnPEntity.ConfigManagerErrorCode"_s, u"43"_s));
}

void TestAssignedStatus::partitionableWithoutPnpNode()
{
    model::Gpu gpu;
    gpu.partitioning = tests::a2Partitioning();
    model::HostSnapshot host = tests::healthyHost();
    host.notes.push_back(tests::unreadNote(Part::PnpDevices));
    QCOMPARE(analysis::assignedStatus(gpu, host).status, AssignedStatus::Partitioned);
}

void TestAssignedStatus::paravirtualization_data()
{
    QTest::addColumn<int>("iov");   // -1: not reported
    QTest::addColumn<int>("sriov"); // -1: property absent, -2: properties not read
    QTest::addColumn<SubStatus>("subStatus");
    QTest::newRow("off on server") << 0 << 0 << SubStatus::SriovOffOnServer;
    QTest::newRow("none of its own comes first") << 0 << -1 << SubStatus::NoSriovOnGpu;
    QTest::newRow("client GPU") << 1 << -1 << SubStatus::NoSriovOnGpu;
    QTest::newRow("client GPU, server not known") << -1 << -1 << SubStatus::NoSriovOnGpu;
    QTest::newRow("no PF driver") << 1 << 2 << SubStatus::NoSriovOnGpu;
    QTest::newRow("no ACS") << 1 << 1 << SubStatus::SriovOffOnServer;
    QTest::newRow("no bus numbers") << 1 << 3 << SubStatus::SriovOffOnServer;
    QTest::newRow("no BAR space") << 1 << 4 << SubStatus::SriovOffOnServer;
    QTest::newRow("forced by registry") << 1 << 0 << SubStatus::None;
    QTest::newRow("nothing known") << -1 << -2 << SubStatus::None;
}

void TestAssignedStatus::paravirtualization()
{
    QFETCH(int, iov);
    QFETCH(int, sriov);
    model::HostSnapshot host = tests::healthyHost();
    host.host.iovSupport = iov < 0 ? std::nullopt : std::optional<bool>(iov == 1);
    model::Gpu gpu = tests::mountedGpu();
    gpu.partitioning = tests::paravirtualPartitioning();
    gpu.pnp->sriovSupport =
        sriov < 0 ? std::nullopt : std::optional<std::uint32_t>(static_cast<std::uint32_t>(sriov));
    gpu.pnp->propertiesRead = sriov != -2;

    const StatusVerdict verdict = analysis::assignedStatus(gpu, host);
    QCOMPARE(verdict.status, AssignedStatus::Paravirtualization);
    QTEST(verdict.subStatus, "subStatus");
    QVERIFY(hasEvidence(verdict, u"Msvm_PartitionableGpu.Name"_s, gpu.partitioning->name));
    QVERIFY(verdict.evidence.size() >= 3);
}

void TestAssignedStatus::dismountedWinsOverPartitionable()
{
    model::Gpu gpu = tests::dismountedGpu();
    gpu.partitioning = tests::a2Partitioning(); // read a moment before the dismount
    QCOMPARE(analysis::assignedStatus(gpu, tests::healthyHost()).status,
             AssignedStatus::ReadyForDdaAssignment);
}

void TestAssignedStatus::partitionAssignmentsDoNotCount()
{
    model::Gpu gpu = tests::dismountedGpu();
    gpu.assignments.push_back(tests::partitionOf(u"A"_s, std::uint16_t{0}));
    QCOMPARE(analysis::assignedStatus(gpu, tests::healthyHost()).subStatus, SubStatus::FreeForDda);
}

QTEST_GUILESS_MAIN(TestAssignedStatus)
#include "tst_analysis_assigned_status.moc"
