#include "core/analysis/Doctor.h"
#include "core/operations/Observe.h"
#include "core/operations/Planner.h"
#include "core/operations/Remedy.h"
#include "tests/ui/dda/DdaFleet.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using namespace hvgpu::operations;
using analysis::Diagnosis;
using analysis::DiagnosisCode;
using model::PowerState;
using test::FleetOf;

namespace {

/// The hosts as nodes of one cluster.
fleet::FleetSnapshot clusterOf(const FleetOf& hosts)
{
    fleet::FleetSnapshot fleet = hosts.build();
    auto entry = std::make_shared<fleet::EntryRecord>();
    entry->id = model::EntryId(u"c"_s);
    entry->isCluster = true;
    entry->displayName = u"CLUSTER"_s;
    for (auto& host : fleet.hosts) {
        auto record = std::make_shared<fleet::HostRecord>(*host);
        record->entry = entry->id;
        record->inCluster = true;
        record->nodeState = model::NodeState::Up;
        entry->hosts.push_back(record->id);
        host = std::move(record);
    }
    fleet.entries.push_back(std::move(entry));
    return fleet;
}

std::optional<Diagnosis> find(const fleet::FleetSnapshot& fleet, DiagnosisCode code)
{
    const auto all = analysis::diagnose(observe(fleet));
    const auto found = std::ranges::find(all, code, &Diagnosis::code);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

} // namespace

class TestRemedy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAreBroughtToTheCommonOne();
    void equalNumbersTakeTheLargerCount();
    void staleAssignmentIsUnassigned();
    void savedByTheClusterIsForcedDown();
    void whatNoPlanCanFix();
    void everyCodeHasItsFix_data();
    void everyCodeHasItsFix();
    void settings_data();
    void settings();
    void mmioIsAddedUp();
    void mmioOfUnknownDevicesIsWhatTheDocumentsSay();
    void staleWholeDeviceIsRemoved();
    void thoseBeyondTheCountAreUnassigned();
    void forgottenCardIsGivenBack();
    void leftByADeletedMachineItIsGivenBack();
    void disabledIsEnabled();
    void poolIsMadeWhereItIsMissing();
    void poolIsNotMadeOfWhatTheHostUses();
    void powerIsAsAskedFor();
    void observing();
};

void TestRemedy::countsAreBroughtToTheCommonOne()
{
    FleetOf hosts;
    hosts.host(u"n1"_s).gpu(u"VEN_A\\1"_s, 8).gpu(u"VEN_A\\2"_s, 8);
    hosts.host(u"n2"_s).gpu(u"VEN_A\\3"_s, 8).gpu(u"VEN_A\\4"_s, 4);
    const fleet::FleetSnapshot fleet = clusterOf(hosts);
    const auto diagnosis = find(fleet, DiagnosisCode::CountsDiffer);
    QVERIFY(diagnosis);
    const auto request = remedy(*diagnosis, fleet);
    QVERIFY(request);
    const auto& change = std::get<SetCountRequest>(*request);
    QCOMPARE(change.count, 8);
    QCOMPARE(change.gpus.size(), 1U);
    QCOMPARE(change.gpus[0].gpu.text(), u"VEN_A\\4"_s);
    QVERIFY(!plan(*request, fleet, {u"p"_s, QDateTime::currentDateTimeUtc()}).isEmpty());
}

void TestRemedy::equalNumbersTakeTheLargerCount()
{
    FleetOf hosts;
    hosts.host(u"n1"_s).gpu(u"VEN_A\\1"_s, 4);
    hosts.host(u"n2"_s).gpu(u"VEN_A\\2"_s, 16);
    const fleet::FleetSnapshot fleet = clusterOf(hosts);
    const auto request = remedy(find(fleet, DiagnosisCode::CountsDiffer).value(), fleet);
    QCOMPARE(std::get<SetCountRequest>(request.value()).count, 16);
}

void TestRemedy::staleAssignmentIsUnassigned()
{
    FleetOf hosts;
    hosts.host(u"n1"_s).gpu(u"VEN_A\\1"_s, 4).vm(u"V"_s, PowerState::Off);
    model::Assignment stale;
    stale.vm = model::VmId(u"V"_s);
    stale.vmName = u"vm V"_s;
    stale.adapterId = u"Microsoft:V\\1"_s;
    stale.deviceInstancePath = u"\\\\?\\PCI#VEN_B&DEV_1#4#{0}"_s;
    hosts.snapshot().unplacedAssignments.push_back(stale);
    hosts.lastVm().partitionAdapters = 1;
    const fleet::FleetSnapshot fleet = clusterOf(hosts);
    const auto request = remedy(find(fleet, DiagnosisCode::GpuGone).value(), fleet);
    QVERIFY(request);
    QCOMPARE(std::get<UnassignRequest>(*request).adapters.at(0).adapterId, stale.adapterId);
}

void TestRemedy::savedByTheClusterIsForcedDown()
{
    FleetOf hosts;
    hosts.host(u"n1"_s).gpu(u"VEN_A\\1"_s, 4).vm(u"V"_s, PowerState::Running).assigned();
    hosts.lastVm().clustered = true;
    hosts.lastVm().offlineAction = 1U;
    const fleet::FleetSnapshot fleet = clusterOf(hosts);
    const auto request = remedy(find(fleet, DiagnosisCode::OfflineActionSave).value(), fleet);
    QVERIFY(request);
    const Plan made = plan(*request, fleet, {u"p"_s, QDateTime::currentDateTimeUtc()});
    QCOMPARE(made.targets.size(), 1U);
    QCOMPARE(made.vmsGoingDown(), 0U); // can be changed while it runs
    QVERIFY(std::ranges::any_of(made.targets[0].steps, [](const Step& step) {
        return step.kind == StepKind::SetOfflineAction && step.after == 3U;
    }));
}

void TestRemedy::whatNoPlanCanFix()
{
    FleetOf hosts;
    hosts.host(u"n1"_s).gpu(u"VEN_A\\1"_s, 4);
    hosts.snapshot().host.platform.gpuVirtualizationFlags = 1U;
    const fleet::FleetSnapshot fleet = clusterOf(hosts);
    QVERIFY(!remedy(find(fleet, DiagnosisCode::ForcedParavirtual).value(), fleet));
}

namespace {

/// What the tests below make of a code on server n1: the request's kind, or why there is none.
struct Expected
{
    DiagnosisCode code;
    Fix fix;
};

constexpr Expected fixes[] = {
    {DiagnosisCode::GpuMoved, Fix::Plan},          {DiagnosisCode::GpuGone, Fix::Plan},
    {DiagnosisCode::OwnerGone, Fix::Plan},         {DiagnosisCode::OverCommitted, Fix::Plan},
    {DiagnosisCode::SavedWithGpu, Fix::None},      {DiagnosisCode::RemoteFxAdapter, Fix::None},
    {DiagnosisCode::ForgottenDevice, Fix::Plan},   {DiagnosisCode::DisabledDevice, Fix::Plan},
    {DiagnosisCode::DeviceFailed, Fix::None},      {DiagnosisCode::PlaceholderVram, Fix::None},
    {DiagnosisCode::OfflineActionSave, Fix::Plan}, {DiagnosisCode::StopActionSave, Fix::Plan},
    {DiagnosisCode::StopActionNotOff, Fix::Plan},  {DiagnosisCode::DynamicMemory, Fix::Plan},
    {DiagnosisCode::CheckpointsOn, Fix::Plan},     {DiagnosisCode::NoWriteCombining, Fix::Plan},
    {DiagnosisCode::DefaultMmio, Fix::Plan},       {DiagnosisCode::MmioShort, Fix::Plan},
    {DiagnosisCode::CountsDiffer, Fix::Plan},      {DiagnosisCode::DriversDiffer, Fix::None},
    {DiagnosisCode::NodeUnreachable, Fix::None},   {DiagnosisCode::NodeDown, Fix::None},
    {DiagnosisCode::NodePaused, Fix::None},        {DiagnosisCode::NodeDraining, Fix::None},
    {DiagnosisCode::NodeQuarantined, Fix::None},   {DiagnosisCode::ServerUnreachable, Fix::None},
    {DiagnosisCode::FailoverShort, Fix::None},     {DiagnosisCode::PolicyWeakened, Fix::None},
    {DiagnosisCode::ForcedParavirtual, Fix::None}, {DiagnosisCode::GuestMemoryLeak, Fix::None},
    {DiagnosisCode::PoolMissing, Fix::Plan},       {DiagnosisCode::PoolNamesAlike, Fix::None},
    {DiagnosisCode::PoolForeignDevice, Fix::None}, {DiagnosisCode::ChangeInterrupted, Fix::Decision},
    {DiagnosisCode::AutomaticBeyond, Fix::None},   {DiagnosisCode::ListedTwice, Fix::None},
};

/// A cluster where everything that a fix needs is there.
fleet::FleetSnapshot everythingWrong()
{
    FleetOf hosts;
    hosts.host(u"n1"_s).gpu(u"VEN_A\\1"_s, 1).vm(u"V"_s, PowerState::Off).assigned().assigned();
    model::VirtualMachine& vm = hosts.lastVm();
    vm.wholeDevices = 1;
    vm.dynamicMemory = true;
    vm.guestControlledCacheTypes = false;
    vm.automaticShutdownAction = model::stopActionSave;
    vm.userSnapshotType = std::uint16_t{3};
    vm.lowMmioGapMb = 128;
    vm.highMmioGapMb = 512;
    vm.clustered = true;
    hosts.gpu(u"VEN_P\\1"_s, 1);
    hosts.lastGpu().dismounted = model::DismountedDevice{u"PCIP\\VEN_P\\1"_s, u"x"_s};
    hosts.gpu(u"VEN_D\\1"_s, 1);
    hosts.lastGpu().pnp = model::PnpDevice{};
    hosts.lastGpu().pnp->problemCode = 22U;
    hosts.host(u"n2"_s).gpu(u"VEN_A\\2"_s, 4);
    hosts.gpu(u"VEN_P\\9"_s, 1);
    hosts.lastGpu().dismounted = model::DismountedDevice{u"PCIP\\VEN_P\\9"_s, u"x"_s};
    hosts.snapshot().pools = {{u"p"_s, u"GPUs"_s, {u"PCIP\\VEN_P\\9"_s}}};
    return clusterOf(hosts);
}

Diagnosis about(DiagnosisCode code)
{
    Diagnosis diagnosis;
    diagnosis.code = code;
    diagnosis.entry = model::EntryId(u"c"_s);
    diagnosis.host = model::HostId(u"n1"_s);
    diagnosis.vm = model::VmId(u"V"_s);
    diagnosis.adapterId = u"Microsoft:V\\1"_s;
    diagnosis.pool = u"GPUs"_s;
    diagnosis.arguments = {u"n1"_s};
    diagnosis.gpu = model::GpuId(code == DiagnosisCode::CountsDiffer     ? u"VEN_A"_s
                                 : code == DiagnosisCode::OverCommitted  ? u"VEN_A\\1"_s
                                 : code == DiagnosisCode::DisabledDevice ? u"VEN_D\\1"_s
                                                                         : u"VEN_P\\1"_s);
    return diagnosis;
}

} // namespace

void TestRemedy::everyCodeHasItsFix_data()
{
    QTest::addColumn<int>("code");
    for (int i = 0; i <= static_cast<int>(DiagnosisCode::ChangeInterrupted); ++i)
        QTest::newRow(name(static_cast<DiagnosisCode>(i)).data()) << i;
}

void TestRemedy::everyCodeHasItsFix()
{
    QFETCH(const int, code);
    const auto* expected = std::ranges::find(fixes, static_cast<DiagnosisCode>(code), &Expected::code);
    QVERIFY2(expected != std::end(fixes), "say here what puts it right");
    const fleet::FleetSnapshot fleet = everythingWrong();
    const Diagnosis diagnosis = about(expected->code);
    QCOMPARE(static_cast<int>(fixOf(diagnosis, fleet)), static_cast<int>(expected->fix));
    const auto request = remedy(diagnosis, fleet);
    QCOMPARE(request.has_value(), expected->fix == Fix::Plan);
    if (!request)
        return;
    // The plan does something, or says what is in the way.
    const Plan made = plan(*request, fleet, {u"p"_s, QDateTime::currentDateTimeUtc()});
    QVERIFY(!made.isEmpty() || made.isBlocked());
    // Where nothing is known there is nothing to be done.
    QVERIFY(!remedy(diagnosis, {}) || expected->code == DiagnosisCode::OfflineActionSave);
}

void TestRemedy::settings_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("wholeDevice");
    QTest::addColumn<QString>("wanted");
    const auto add = [](const char* test, DiagnosisCode code, bool wholeDevice, const QString& wanted) {
        QTest::newRow(test) << static_cast<int>(code) << wholeDevice << wanted;
    };
    add("saved at stop", DiagnosisCode::StopActionSave, false, u"stop 4"_s);
    add("saved at stop, whole device", DiagnosisCode::StopActionSave, true, u"stop 2"_s);
    add("not turned off", DiagnosisCode::StopActionNotOff, true, u"stop 2"_s);
    add("checkpoints", DiagnosisCode::CheckpointsOn, false, u"checkpoints 2"_s);
    add("memory", DiagnosisCode::DynamicMemory, false, u"static"_s);
    // What needs it off is done at once, so that it goes down once.
    const QString everything = u"low 3072 high 33280 cache stop 2 static"_s;
    add("memory, whole device", DiagnosisCode::DynamicMemory, true, everything);
    add("write combining", DiagnosisCode::NoWriteCombining, true, everything);
    add("MMIO", DiagnosisCode::DefaultMmio, true, everything);
}

void TestRemedy::settings()
{
    QFETCH(const int, code);
    QFETCH(const bool, wholeDevice);
    fleet::FleetSnapshot fleet = everythingWrong();
    auto host = std::make_shared<model::HostSnapshot>(*fleet.hosts[0]->snapshot);
    host->vms.front().wholeDevices = wholeDevice ? 1 : 0;
    auto record = std::make_shared<fleet::HostRecord>(*fleet.hosts[0]);
    record->snapshot = host;
    fleet.hosts[0] = record;
    const auto request = remedy(about(static_cast<DiagnosisCode>(code)), fleet);
    QVERIFY(request);
    const auto& change = std::get<VmSettingsRequest>(*request);
    const model::VmSettings& to = change.settings;
    QStringList words;
    if (to.lowMmioMb)
        words << u"low %1"_s.arg(*to.lowMmioMb);
    if (to.highMmioMb)
        words << u"high %1"_s.arg(*to.highMmioMb);
    if (to.guestControlledCacheTypes == true)
        words << u"cache"_s;
    if (to.automaticStopAction)
        words << u"stop %1"_s.arg(*to.automaticStopAction);
    if (to.checkpointType)
        words << u"checkpoints %1"_s.arg(*to.checkpointType);
    if (to.dynamicMemory == false)
        words << u"static"_s;
    QTEST(words.join(u' '), "wanted");
    QVERIFY(!change.offlineAction);
}

void TestRemedy::mmioIsAddedUp()
{
    FleetOf hosts = test::ddaServer();
    model::Gpu& gpu = hosts.snapshot().gpus[1];
    model::VirtualMachine& vm = hosts.snapshot().vms[0];
    gpu.assignments = {test::wholeDevice(vm)};
    vm.wholeDevices = 1;
    const fleet::FleetSnapshot fleet = clusterOf(hosts);
    const auto request = remedy(find(fleet, DiagnosisCode::DefaultMmio).value(), fleet);
    const auto& settings = std::get<VmSettingsRequest>(request.value()).settings;
    QCOMPARE(settings.lowMmioMb, std::optional<std::uint64_t>(128 + 16));
    QCOMPARE(settings.highMmioMb, std::optional<std::uint64_t>(512 + 256));
    // Never less than it has.
    vm.lowMmioGapMb = 2048;
    vm.highMmioGapMb = 600;
    const fleet::FleetSnapshot larger = clusterOf(hosts);
    const auto again = remedy(find(larger, DiagnosisCode::MmioShort).value(), larger);
    QVERIFY(!std::get<VmSettingsRequest>(again.value()).settings.lowMmioMb);
    QCOMPARE(std::get<VmSettingsRequest>(*again).settings.highMmioMb, std::optional<std::uint64_t>(768));
}

void TestRemedy::mmioOfUnknownDevicesIsWhatTheDocumentsSay()
{
    FleetOf hosts = test::ddaServer();
    model::VirtualMachine& vm = hosts.snapshot().vms[0];
    hosts.snapshot().gpus[1].assignments = {test::wholeDevice(vm)};
    vm.wholeDevices = 2;
    model::Assignment place = test::wholeDevice(vm, 2);
    place.poolName = u"P"_s;
    hosts.snapshot().unplacedAssignments = {place};
    const fleet::FleetSnapshot fleet = clusterOf(hosts);
    const auto request = remedy(find(fleet, DiagnosisCode::DefaultMmio).value(), fleet);
    QCOMPARE(std::get<VmSettingsRequest>(request.value()).settings.lowMmioMb,
             std::optional<std::uint64_t>(3072));
    QCOMPARE(std::get<VmSettingsRequest>(*request).settings.highMmioMb, std::optional<std::uint64_t>(33280));
}

void TestRemedy::staleWholeDeviceIsRemoved()
{
    FleetOf hosts = test::ddaServer();
    model::VirtualMachine& vm = hosts.snapshot().vms[0];
    model::Assignment stale = test::wholeDevice(vm);
    stale.deviceInstancePath = u"PCIP\\VEN_GONE\\1"_s;
    hosts.snapshot().unplacedAssignments = {stale};
    vm.wholeDevices = 1;
    const fleet::FleetSnapshot fleet = clusterOf(hosts);
    const auto request = remedy(find(fleet, DiagnosisCode::GpuGone).value(), fleet);
    QCOMPARE(std::get<DdaRemoveRequest>(request.value()).adapters, std::vector<QString>{stale.adapterId});
    const Plan made = plan(*request, fleet, {u"p"_s, QDateTime::currentDateTimeUtc()});
    QVERIFY(!made.isBlocked() && made.targets.size() == 1);
}

void TestRemedy::thoseBeyondTheCountAreUnassigned()
{
    FleetOf hosts;
    hosts.host(u"n1"_s).gpu(u"VEN_A\\1"_s, 1).vm(u"RUN"_s, PowerState::Running).assigned();
    hosts.lastGpu().assignments.back().partitionId = std::uint16_t{0};
    hosts.vm(u"OFF"_s, PowerState::Off).assigned();
    const fleet::FleetSnapshot fleet = clusterOf(hosts);
    const auto request = remedy(find(fleet, DiagnosisCode::OverCommitted).value(), fleet);
    const auto& adapters = std::get<UnassignRequest>(request.value()).adapters;
    QCOMPARE(adapters.size(), 1U);
    QCOMPARE(adapters[0].vm.text(), u"OFF"_s);
}

void TestRemedy::forgottenCardIsGivenBack()
{
    FleetOf hosts = test::ddaServer();
    model::CompanionFunction audio;
    audio.id = model::GpuId(u"AUDIO"_s);
    audio.dismounted = true;
    hosts.snapshot().gpus[1].companions = {audio};
    const fleet::FleetSnapshot fleet = clusterOf(hosts);
    const auto request = remedy(find(fleet, DiagnosisCode::ForgottenDevice).value(), fleet);
    QCOMPARE(std::get<MountRequest>(request.value()).devices.size(), 2U);
    QVERIFY(!plan(*request, fleet, {u"p"_s, QDateTime::currentDateTimeUtc()}).isBlocked());
}

void TestRemedy::leftByADeletedMachineItIsGivenBack()
{
    FleetOf hosts = test::ddaServer();
    model::Assignment left = test::wholeDevice(hosts.snapshot().vms[0]);
    left.vm = model::VmId(u"DELETED"_s);
    left.adapterId.clear();
    hosts.snapshot().gpus[1].assignments = {left};
    fleet::FleetSnapshot fleet = clusterOf(hosts);
    const auto request = remedy(find(fleet, DiagnosisCode::OwnerGone).value(), fleet);
    const Plan made = plan(request.value(), fleet, {u"p"_s, QDateTime::currentDateTimeUtc()});
    QVERIFY(!made.isBlocked() && !made.isEmpty());
    QVERIFY(std::ranges::any_of(made.findings, [](const Finding& finding) {
        return finding.code == FindingCode::DeviceOwnerGone && finding.arguments == QStringList{u"DELETED"_s};
    }));
    // With setting data it may be a virtual machine that only was not listed.
    hosts.snapshot().gpus[1].assignments[0].adapterId = u"Microsoft:DELETED\\1"_s;
    fleet = clusterOf(hosts);
    QVERIFY(!remedy(find(fleet, DiagnosisCode::OwnerGone).value(), fleet));
}

void TestRemedy::disabledIsEnabled()
{
    FleetOf hosts = test::ddaServer();
    hosts.snapshot().gpus[0].pnp->problemCode = 22U;
    const fleet::FleetSnapshot fleet = clusterOf(hosts);
    const auto request = remedy(find(fleet, DiagnosisCode::DisabledDevice).value(), fleet);
    const Plan made = plan(request.value(), fleet, {u"p"_s, QDateTime::currentDateTimeUtc()});
    QCOMPARE(made.targets.at(0).steps.size(), 1U);
    QCOMPARE(made.targets[0].steps[0].kind, StepKind::EnableDevice);
}

void TestRemedy::poolIsMadeWhereItIsMissing()
{
    const fleet::FleetSnapshot fleet = everythingWrong();
    const auto request = remedy(find(fleet, DiagnosisCode::PoolMissing).value(), fleet);
    const auto& change = std::get<CreatePoolRequest>(request.value());
    QCOMPARE(change.name, u"GPUs"_s);
    QCOMPARE(change.devices.size(), 1U);
    QCOMPARE(change.devices[0], (GpuRef{model::HostId(u"n1"_s), model::GpuId(u"VEN_P\\1"_s)}));
}

void TestRemedy::poolIsNotMadeOfWhatTheHostUses()
{
    FleetOf hosts;
    hosts.host(u"n1"_s).gpu(u"VEN_P\\1"_s, 1);
    hosts.host(u"n2"_s).gpu(u"VEN_P\\9"_s, 1);
    hosts.lastGpu().dismounted = model::DismountedDevice{u"PCIP\\VEN_P\\9"_s, u"x"_s};
    hosts.snapshot().pools = {{u"p"_s, u"GPUs"_s, {u"PCIP\\VEN_P\\9"_s}}};
    const fleet::FleetSnapshot fleet = clusterOf(hosts);
    QVERIFY(!remedy(find(fleet, DiagnosisCode::PoolMissing).value(), fleet));
}

void TestRemedy::powerIsAsAskedFor()
{
    const PowerHandling off{PowerPolicy::TurnOff, std::chrono::seconds(5)};
    QCOMPARE(std::get<VmSettingsRequest>(withPower(VmSettingsRequest{}, off)).power, off);
    QCOMPARE(std::get<UnassignRequest>(withPower(UnassignRequest{}, off)).power, off);
    QVERIFY(std::holds_alternative<MountRequest>(withPower(MountRequest{}, off)));
}

void TestRemedy::observing()
{
    FleetOf hosts;
    hosts.host(u"n1"_s).host(u"n2"_s).host(u"n3"_s);
    fleet::FleetSnapshot fleet = clusterOf(hosts);
    const auto change = [&fleet](std::size_t index, auto edit) {
        auto record = std::make_shared<fleet::HostRecord>(*fleet.hosts[index]);
        edit(*record);
        fleet.hosts[index] = std::move(record);
    };
    base::Error error;
    error.code = base::ErrorCode::Unreachable;
    change(0, [&](fleet::HostRecord& record) {
        record.phase = fleet::HostPhase::Failed;
        record.lastError = error;
    });
    change(1, [&](fleet::HostRecord& record) {
        record.phase = fleet::HostPhase::Ready;
        record.lastError = error; // of an earlier read
    });
    change(2, [&](fleet::HostRecord& record) {
        record.phase = fleet::HostPhase::Reading;
        record.snapshot.reset();
    });
    auto activity = std::make_shared<Activity>();
    activity->id = u"plan"_s;
    activity->state = ActivityState::Interrupted;
    activity->plan.targets.resize(2);
    activity->plan.targets[0].host = activity->plan.targets[1].host = model::HostId(u"n1"_s);
    auto ended = std::make_shared<Activity>(*activity);
    ended->state = ActivityState::Ended;
    const analysis::ObservedFleet seen = observe(fleet, {activity, ended});
    const auto& observed = seen.entries.at(0).hosts;
    QVERIFY(observed[0].error && observed[0].snapshot && !observed[0].pending);
    QVERIFY(!observed[1].error);
    QVERIFY(observed[2].pending);
    QCOMPARE(seen.interrupted.size(), 1U);
    QCOMPARE(seen.interrupted[0].hosts.size(), 1U);
}

QTEST_GUILESS_MAIN(TestRemedy)
#include "tst_remedy.moc"
