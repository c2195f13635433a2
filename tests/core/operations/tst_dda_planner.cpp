#include "core/model/LocationPath.h"
#include "core/operations/PlanJson.h"
#include "core/operations/Planner.h"
#include "core/operations/PowerShell.h"
#include "tests/core/operations/FleetOf.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace hvgpu;
using namespace hvgpu::operations;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

namespace {

const PlanContext context{u"6f9619ff-8b86-d011-b42d-00cf4fc964ff"_s,
                          QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC)};
const model::GpuId card(u"VEN_10DE&DEV_1EB8\\4&1&0&0000"_s);
const model::GpuId audio(u"VEN_10DE&DEV_10F8\\4&1&0&0100"_s);
const model::VmId vmId(u"V"_s);
const model::HostId host(u"A"_s);

const Finding* find(const Plan& plan, FindingCode code)
{
    const auto found = std::find_if(plan.findings.begin(), plan.findings.end(),
                                    [code](const Finding& finding) { return finding.code == code; });
    return found == plan.findings.end() ? nullptr : &*found;
}

std::vector<StepKind> kinds(const Target& target)
{
    std::vector<StepKind> result;
    for (const Step& step : target.steps)
        result.push_back(step.kind);
    return result;
}

const Step& stepOf(const Target& target, StepKind kind)
{
    return *std::find_if(target.steps.begin(), target.steps.end(),
                         [kind](const Step& step) { return step.kind == kind; });
}

/// A server with a card of two functions that passes the device survey, and one VM.
FleetOf server(model::PowerState state = model::PowerState::Running)
{
    FleetOf fleet;
    fleet.host(u"A"_s).vm(u"V"_s, state);
    fleet.snapshot().host.iovSupport = true;
    model::VirtualMachine& vm = fleet.lastVm();
    vm.automaticShutdownAction = model::stopActionSave;
    vm.lowMmioGapMb = 128;
    vm.highMmioGapMb = 512;
    vm.guestControlledCacheTypes = false;
    model::Gpu gpu;
    gpu.id = card;
    gpu.name = u"NVIDIA Tesla T4"_s;
    gpu.locationPath = u"PCIROOT(21)#PCI(0300)#PCI(0000)"_s;
    gpu.pnp = model::PnpDevice{};
    gpu.pnp->instanceId = u"PCI\\"_s + card.text();
    gpu.pnp->problemCode = 0;
    gpu.pnp->present = true;
    gpu.pnp->propertiesRead = true;
    gpu.pnp->deviceType = 2;
    gpu.pnp->baseClass = 3;
    gpu.pnp->acsCompatibleUpHierarchy = 3;
    gpu.pnp->requiresReservedMemoryRegion = 0;
    gpu.pnp->interruptSupport = 6;
    gpu.pnp->locationPaths = QStringList{gpu.locationPath};
    gpu.companions.push_back(
        {audio, u"High Definition Audio Controller"_s, u"PCIROOT(21)#PCI(0300)#PCI(0001)"_s, 0, false, {}});
    fleet.snapshot().gpus.push_back(gpu);
    return fleet;
}

void dismount(model::Gpu& gpu)
{
    gpu.pnp->instanceId = u"PCIP\\"_s + gpu.id.text();
    gpu.dismounted = model::DismountedDevice{gpu.pnp->instanceId, gpu.locationPath};
    for (model::CompanionFunction& companion : gpu.companions)
        companion.dismounted = true;
}

/// Gives the last VM the whole card.
void assignCard(FleetOf& fleet)
{
    model::Assignment claim;
    claim.kind = model::Assignment::Kind::WholeDevice;
    claim.vm = vmId;
    claim.vmName = u"vm V"_s;
    claim.adapterId = u"Microsoft:V\\1"_s;
    dismount(fleet.lastGpu());
    fleet.lastGpu().assignments.push_back(claim);
    claim.adapterId = u"Microsoft:V\\2"_s;
    fleet.lastGpu().companions.front().assignments.push_back(claim);
}

DdaAssignRequest assignRequest(std::vector<model::GpuId> devices = {card, audio})
{
    DdaAssignRequest request;
    request.host = host;
    request.vm = vmId;
    request.devices = std::move(devices);
    return request;
}

DdaRemoveRequest removeRequest()
{
    DdaRemoveRequest request;
    request.host = host;
    request.vm = vmId;
    request.adapters = {u"Microsoft:V\\1"_s, u"Microsoft:V\\2"_s};
    return request;
}

} // namespace

class TestDdaPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void locationsAreComparedByComponents()
    {
        const auto path = [](const char16_t* text) { return *model::LocationPath::parse(QStringView(text)); };
        QVERIFY(path(u"pciroot(d7)#pci(0000)").isSame(path(u"PCIROOT(D7)#PCI(0000)")));
        QVERIFY(path(u"PCIROOT(0)#PCI(0300)#PCI(0001)")
                    .isOtherFunctionOf(path(u"PCIROOT(0)#PCI(0300)#PCI(0000)")));
        QVERIFY(!path(u"PCIROOT(0)#PCI(0300)#PCI(0000)")
                     .isOtherFunctionOf(path(u"PCIROOT(0)#PCI(0300)#PCI(0000)")));
        QVERIFY(!path(u"PCIROOT(0)#PCI(0301)#PCI(0001)")
                     .isOtherFunctionOf(path(u"PCIROOT(0)#PCI(0300)#PCI(0000)")));
        QVERIFY(!path(u"PCIROOT(0)#PCI(0300)#PCI(0100)")
                     .isOtherFunctionOf(path(u"PCIROOT(0)#PCI(0300)#PCI(0000)")));
        QVERIFY(path(u"PCIROOT(0)#PCI(0300)#PCI(0000)").startsWith(path(u"PCIROOT(0)#PCI(0300)")));
        // Cut as text this would pass; it is another root port.
        QVERIFY(!path(u"PCIROOT(0)#PCI(0300)#PCI(0000)").startsWith(path(u"PCIROOT(0)#PCI(03)")));
        QVERIFY(!model::isSameLocation(u"", u""));
        for (const char16_t* text :
             {u"", u"PCIROOT", u"PCIROOT()", u"PCIROOT(0)#USB(1)", u"ACPI(_SB_)#PCI(0300)", u"PCIROOT(0)##"})
            QVERIFY2(!model::LocationPath::parse(QStringView(text)), qPrintable(QString::fromUtf16(text)));
    }

    void assignsTheWholeCardAndSetsTheVmUp()
    {
        const Plan made = planDdaAssign(assignRequest(), server().build(), context);
        QVERIFY(!made.isBlocked());
        QCOMPARE(made.targets.size(), std::size_t(1));
        const Target& target = made.targets.front();
        QCOMPARE(kinds(target),
                 (std::vector<StepKind>{StepKind::DisableDevice, StepKind::DismountDevice,
                                        StepKind::VerifyAssignable, StepKind::DisableDevice,
                                        StepKind::DismountDevice, StepKind::VerifyAssignable,
                                        StepKind::ShutDownGuest, StepKind::SetVmSettings,
                                        StepKind::AssignDevice, StepKind::AssignDevice, StepKind::StartVm}));
        const Step& settings = stepOf(target, StepKind::SetVmSettings);
        QCOMPARE(settings.settingsAfter.automaticStopAction, std::optional<std::uint16_t>(2));
        QCOMPARE(settings.settingsAfter.guestControlledCacheTypes, std::optional<bool>(true));
        QCOMPARE(settings.settingsAfter.lowMmioMb, std::optional<std::uint64_t>(3072));
        // Every prior value is recorded, or there is no way back.
        QCOMPARE(target.expected.settings.automaticStopAction, std::optional<std::uint16_t>(3));
        QCOMPARE(target.expected.settings.lowMmioMb, std::optional<std::uint64_t>(128));
        QCOMPARE(target.expected.settings.highMmioMb, std::optional<std::uint64_t>(512));
        QCOMPARE(target.expected.devices.size(), std::size_t(2));
        QCOMPARE(target.expected.devices.front().mount, model::DeviceMount::Enabled);
        QVERIFY(find(made, FindingCode::CompanionLeftOut) == nullptr);
    }

    void dismountedDevicesBeginAtAssigning()
    {
        FleetOf fleet = server(model::PowerState::Off);
        dismount(fleet.lastGpu());
        const Plan made = planDdaAssign(assignRequest({card}), fleet.build(), context);
        QCOMPARE(kinds(made.targets.at(0)),
                 (std::vector<StepKind>{StepKind::VerifyAssignable, StepKind::SetVmSettings,
                                        StepKind::AssignDevice}));
    }

    void aFunctionLeftBehindWarns()
    {
        const Plan made = planDdaAssign(assignRequest({card}), server().build(), context);
        const Finding* finding = find(made, FindingCode::CompanionLeftOut);
        QVERIFY(finding != nullptr);
        QCOMPARE(finding->arguments, QStringList{u"High Definition Audio Controller"_s});
    }

    void whatStandsAgainstItIsTold_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("what");
        QTest::newRow("partitions in use") << static_cast<int>(FindingCode::DevicePartitionsInUse) << 0;
        QTest::newRow("client Windows") << static_cast<int>(FindingCode::ClientWindows) << 1;
        QTest::newRow("reserved memory") << static_cast<int>(FindingCode::DeviceNotAssignable) << 2;
        QTest::newRow("of another VM") << static_cast<int>(FindingCode::DeviceAssigned) << 3;
        QTest::newRow("dynamic memory") << static_cast<int>(FindingCode::DynamicMemory) << 4;
        QTest::newRow("MMIO") << static_cast<int>(FindingCode::MmioOutOfRange) << 5;
        QTest::newRow("saved") << static_cast<int>(FindingCode::VmSaved) << 6;
        QTest::newRow("no such device") << static_cast<int>(FindingCode::DeviceNotFound) << 7;
    }

    void whatStandsAgainstItIsTold()
    {
        QFETCH(int, code);
        QFETCH(int, what);
        FleetOf fleet = server();
        DdaAssignRequest request = assignRequest();
        model::Assignment claim;
        claim.vm = model::VmId(u"other"_s);
        claim.vmName = u"other VM"_s;
        switch (what) {
        case 0:
            fleet.lastGpu().assignments.push_back(claim);
            break;
        case 1:
            fleet.snapshot().host.productType = 1;
            break;
        case 2:
            fleet.lastGpu().pnp->requiresReservedMemoryRegion = 1;
            break;
        case 3:
            claim.kind = model::Assignment::Kind::WholeDevice;
            fleet.lastGpu().companions.front().assignments.push_back(claim);
            break;
        case 4:
            fleet.lastVm().dynamicMemory = true;
            fleet.lastVm().startupMemoryMb = 4096;
            fleet.lastVm().minimumMemoryMb = 512;
            break;
        case 5:
            request.lowMmioMb = 3585;
            break;
        case 6:
            fleet.lastVm().isSaved = true;
            break;
        default:
            request.devices.emplace_back(u"VEN_0000"_s);
            break;
        }
        const Plan made = planDdaAssign(request, fleet.build(), context);
        const Finding* finding = find(made, static_cast<FindingCode>(code));
        QVERIFY(finding != nullptr);
        QCOMPARE(finding->severity, Severity::Blocking);
        QVERIFY(made.targets.empty());
        if (what == 0 || what == 3)
            QCOMPARE(finding->arguments, QStringList{u"other VM"_s});
    }

    void memoryIsMadeStaticByChoiceOnly()
    {
        FleetOf fleet = server();
        fleet.lastVm().dynamicMemory = true;
        fleet.lastVm().startupMemoryMb = 4096;
        fleet.lastVm().minimumMemoryMb = 512;
        DdaAssignRequest request = assignRequest();
        request.makeMemoryStatic = true;
        const Plan made = planDdaAssign(request, fleet.build(), context);
        QVERIFY(!made.isBlocked());
        const Step& memory = stepOf(made.targets.at(0), StepKind::SetVmMemory);
        QCOMPARE(memory.settingsAfter.dynamicMemory, std::optional<bool>(false));
        QCOMPARE(made.targets.at(0).expected.settings.dynamicMemory, std::optional<bool>(true));
    }

    void forceIsSaid()
    {
        DdaAssignRequest request = assignRequest();
        request.requirements = {false, false};
        const Plan made = planDdaAssign(request, server().build(), context);
        const Finding* finding = find(made, FindingCode::DismountForced);
        QVERIFY(finding != nullptr);
        QCOMPARE(finding->arguments, (QStringList{u"acs"_s, u"mitigations"_s}));
        QVERIFY(powerShell(made).contains(u"Dismount-VMHostAssignableDevice -LocationPath "
                                          "'PCIROOT(21)#PCI(0300)#PCI(0000)' -Force"_s));
    }

    void clusteredVmsGoThroughTheCluster()
    {
        FleetOf fleet = server();
        fleet.lastVm().clustered = true;
        fleet.lastVm().offlineAction = 1;
        const Plan made = planDdaAssign(assignRequest({card}), fleet.build(), context);
        const auto steps = kinds(made.targets.at(0));
        for (const StepKind kind : {StepKind::SetOfflineAction, StepKind::TakeClusterOffline,
                                    StepKind::UpdateClusterVm, StepKind::BringClusterOnline})
            QVERIFY(std::find(steps.begin(), steps.end(), kind) != steps.end());
        QCOMPARE(stepOf(made.targets.at(0), StepKind::SetOfflineAction).after,
                 std::optional<std::uint64_t>(3));
    }

    void removalGivesEverythingBack()
    {
        FleetOf fleet = server();
        assignCard(fleet);
        DdaRemoveRequest request = removeRequest();
        request.restore.automaticStopAction = model::stopActionShutDown;
        request.restore.lowMmioMb = 256;
        const Plan made = planDdaRemove(request, fleet.build(), context);
        QVERIFY(!made.isBlocked());
        QCOMPARE(
            kinds(made.targets.at(0)),
            (std::vector<StepKind>{StepKind::ShutDownGuest, StepKind::RemoveDevice, StepKind::RemoveDevice,
                                   StepKind::MountDevice, StepKind::EnableDevice, StepKind::MountDevice,
                                   StepKind::EnableDevice, StepKind::SetVmSettings, StepKind::StartVm}));
        QCOMPARE(made.targets.at(0).expected.devices.front().adapterId, u"Microsoft:V\\1"_s);
    }

    void removalMayLeaveDevicesReady()
    {
        FleetOf fleet = server(model::PowerState::Off);
        assignCard(fleet);
        DdaRemoveRequest request = removeRequest();
        request.keepDismounted = true;
        const Plan made = planDdaRemove(request, fleet.build(), context);
        QCOMPARE(kinds(made.targets.at(0)),
                 (std::vector<StepKind>{StepKind::RemoveDevice, StepKind::RemoveDevice}));
        QVERIFY(find(made, FindingCode::PriorSettingsUnknown) != nullptr);
    }

    void settingsStayForOtherDevices()
    {
        FleetOf fleet = server(model::PowerState::Off);
        assignCard(fleet);
        DdaRemoveRequest request = removeRequest();
        request.adapters.pop_back();
        request.restore.lowMmioMb = 256;
        const Plan made = planDdaRemove(request, fleet.build(), context);
        QVERIFY(find(made, FindingCode::SettingsKept) != nullptr);
        const auto steps = kinds(made.targets.at(0));
        QVERIFY(std::find(steps.begin(), steps.end(), StepKind::SetVmSettings) == steps.end());
    }

    void forgottenDevicesComeBackInOnePlan()
    {
        FleetOf fleet = server();
        dismount(fleet.lastGpu());
        model::Gpu other = fleet.lastGpu();
        other.id = model::GpuId(u"OTHER"_s);
        other.companions.clear();
        fleet.snapshot().gpus.push_back(other);
        const Plan made =
            planMount({{{host, card}, {host, audio}, {host, other.id}}}, fleet.build(), context);
        QCOMPARE(made.targets.size(), std::size_t(2));
        QCOMPARE(made.targets[0].steps.size() + made.targets[1].steps.size(), std::size_t(6));
        QCOMPARE(made.vmsGoingDown(), std::size_t(0));
    }

    void mountedOnesNeedNothing()
    {
        const Plan made = planMount({{{host, card}}}, server().build(), context);
        QVERIFY(find(made, FindingCode::DeviceNotDismounted) != nullptr);
        QVERIFY(made.isEmpty() && !made.isBlocked());
    }

    void settingsThatMayChangeWhileRunningKeepItUp()
    {
        FleetOf fleet = server();
        VmSettingsRequest request;
        request.vms = {{host, vmId}};
        request.settings.automaticStopAction = model::stopActionTurnOff;
        const Plan made = planVmSettings(request, fleet.build(), context);
        QCOMPARE(kinds(made.targets.at(0)), (std::vector<StepKind>{StepKind::SetVmSettings}));
        QCOMPARE(made.vmsGoingDown(), std::size_t(0));
        request.settings.lowMmioMb = 1024;
        QCOMPARE(planVmSettings(request, fleet.build(), context).vmsGoingDown(), std::size_t(1));
        request.settings = fleet.lastVm().settings();
        QVERIFY(find(planVmSettings(request, fleet.build(), context), FindingCode::SettingsUnchanged));
    }

    void everyPlanSurvivesItsFile()
    {
        FleetOf assigned = server();
        assignCard(assigned);
        DdaAssignRequest all = assignRequest();
        all.requirements = {true, false};
        all.lowMmioMb = 512;
        all.disableCheckpoints = true;
        DdaRemoveRequest remove = removeRequest();
        remove.restore.guestControlledCacheTypes = false;
        remove.offlineAction = 1;
        VmSettingsRequest settings;
        settings.vms = {{host, vmId}};
        settings.settings.highMmioMb = 65536;
        DdaRemoveRequest partitioned = removeRequest();
        partitioned.forPartitioning = true;
        DdaAssignRequest converted = assignRequest();
        converted.unassignPartitions = true;
        const std::vector<std::pair<Request, fleet::FleetSnapshot>> cases{
            {partitioned, assigned.build()},
            {converted, server().build()},
            {DismountRequest{{{host, card}}, {}, true, {PowerPolicy::TurnOff}}, server().build()},
            {MountRequest{{{host, card}}, true}, assigned.build()},
            {all, server().build()},
            {remove, assigned.build()},
            {DismountRequest{{{host, card}}, {}}, server().build()},
            {MountRequest{{{host, card}}}, server().build()},
            {settings, server().build()},
            {CreatePoolRequest{u"GPUs"_s, {{host, card}}, {}}, server().build()},
            {DeletePoolRequest{u"GPUs"_s, {host}, true}, server().build()},
            {AssignPoolRequest{host, vmId, u"GPUs"_s, 2, 1024, {}, false, true, {}}, server().build()}};
        for (const auto& [request, fleet] : cases) {
            const Plan made = plan(request, fleet, context);
            const QJsonObject json = toJson(made);
            const auto read = planFromJson(json);
            QVERIFY2(read.has_value(), kindOf(request).data());
            QCOMPARE(read->request.index(), request.index());
            QCOMPARE(read->targets, made.targets);
            QCOMPARE(read->findings, made.findings);
            QCOMPARE(QJsonDocument(toJson(*read)).toJson(), QJsonDocument(json).toJson());
        }
    }

    void protectedMachinesAreWarnedOf_data()
    {
        QTest::addColumn<FindingCode>("code");
        QTest::newRow("shielded") << FindingCode::VmShielded;
        QTest::newRow("virtual TPM") << FindingCode::VmVirtualTpm;
        QTest::newRow("nested") << FindingCode::VmNested;
        QTest::newRow("replicated") << FindingCode::VmReplicated;
        QTest::newRow("backed up") << FindingCode::VmBackedUp;
        QTest::newRow("not known") << FindingCode::ProtectionUnknown;
    }

    /// EC-31, EC-32: as for partitions; whole devices crash guests that run virtual machines themselves.
    void protectedMachinesAreWarnedOf()
    {
        QFETCH(const FindingCode, code);
        FleetOf fleet = server(model::PowerState::Off);
        fleet.snapshot().pools = {{u"P"_s, u"P"_s, {u"PCIP\\X"_s}}};
        model::VirtualMachine& vm = fleet.lastVm();
        vm.shielded = code == FindingCode::VmShielded;
        vm.virtualTpm = code == FindingCode::VmVirtualTpm;
        vm.nestedVirtualization = code == FindingCode::VmNested;
        vm.replicationMode = std::uint16_t(code == FindingCode::VmReplicated ? 1 : 0);
        vm.incrementalBackup = code == FindingCode::VmBackedUp;
        if (code == FindingCode::ProtectionUnknown) {
            model::ReadNote note;
            note.part = model::Part::VmSecurity;
            fleet.snapshot().notes.push_back(note);
        }
        AssignPoolRequest pool;
        pool.host = host;
        pool.vm = vmId;
        pool.pool = u"P"_s;
        for (const Plan& made :
             {plan(assignRequest(), fleet.build(), context), plan(pool, fleet.build(), context)}) {
            QVERIFY(find(made, code) != nullptr);
            QVERIFY(find(made, code)->severity != Severity::Blocking);
            QCOMPARE(std::ranges::count(made.findings, code, &Finding::code), 1);
            QVERIFY(!made.isEmpty());
            for (const FindingCode other :
                 {FindingCode::VmShielded, FindingCode::VmVirtualTpm, FindingCode::VmNested,
                  FindingCode::VmReplicated, FindingCode::VmBackedUp})
                QVERIFY(other == code || find(made, other) == nullptr);
        }
    }

    void nonsenseInAFileIsRefused()
    {
        const Plan made = planDdaAssign(assignRequest(), server().build(), context);
        const auto changed = [&](StepKind kind, const auto& change) {
            Plan copy = made;
            for (Step& step : copy.targets.front().steps) {
                if (step.kind == kind)
                    change(step);
            }
            return planFromJson(toJson(copy)).has_value();
        };
        QVERIFY(!changed(StepKind::AssignDevice, [](Step& step) { step.device = {}; }));
        QVERIFY(!changed(StepKind::SetVmSettings, [](Step& step) { step.settingsAfter.lowMmioMb = 4096; }));
        QVERIFY(!changed(StepKind::SetVmSettings, [](Step& step) { step.settingsAfter = {}; }));
    }
};

QTEST_GUILESS_MAIN(TestDdaPlanner)
#include "tst_dda_planner.moc"
