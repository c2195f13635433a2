#include "core/operations/Planner.h"
#include "core/text/PlanText.h"
#include "tests/ui/dda/DdaFleet.h"

#include <QTest>

#include <algorithm>

using namespace hvgpu;
using namespace hvgpu::operations;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;
using model::PowerState;

namespace {

const PlanContext context{u"6f9619ff-8b86-d011-b42d-00cf4fc964ff"_s,
                          QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC)};
const model::HostId host(u"A"_s);

const Finding* find(const Plan& plan, FindingCode code)
{
    const auto found = std::ranges::find(plan.findings, code, &Finding::code);
    return found == plan.findings.end() ? nullptr : &*found;
}

std::vector<StepKind> kinds(const Target& target)
{
    std::vector<StepKind> result;
    for (const Step& step : target.steps)
        result.push_back(step.kind);
    return result;
}

bool has(const Target& target, StepKind kind)
{
    return std::ranges::find(target.steps, kind, &Step::kind) != target.steps.end();
}

/// Server A with one GPU that passes the device survey and is partitioned; "vm OFF" and "vm RUN" have
/// partitions of it, "vm NEW" has none.
FleetOf partitioned()
{
    FleetOf fleet;
    fleet.host(u"A"_s).gpu(u"1"_s, 4);
    fleet.snapshot().host.iovSupport = true;
    fleet.snapshot().host.productType = 3U;
    const model::Partitioning partitioning = *fleet.lastGpu().partitioning;
    asT4(fleet, u"2100"_s).partitioning = partitioning;
    fleet.vm(u"OFF"_s, PowerState::Off).assigned();
    fleet.vm(u"RUN"_s, PowerState::Running).assigned();
    fleet.vm(u"NEW"_s, PowerState::Off);
    for (model::VirtualMachine& vm : fleet.snapshot().vms) {
        vm.lowMmioGapMb = 128;
        vm.highMmioGapMb = 512;
        vm.guestControlledCacheTypes = false;
    }
    return fleet;
}

DdaAssignRequest wholeTo(const QString& vm, const FleetOf& fleet)
{
    DdaAssignRequest request;
    request.host = host;
    request.vm = model::VmId(vm);
    request.devices = {fleet.build().hosts.front()->snapshot->gpus.front().id};
    request.unassignPartitions = true;
    return request;
}

} // namespace

/// Plans that turn a GPU whose partitions are assigned into one that is given away as a whole, and back.
class TestConversion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partitionsGoFirst();
    void withoutTheWishItIsRefused();
    void machineWithAPartitionMayGetTheWholeGpu();
    void whatKeepsAPartitionKeepsTheGpu_data();
    void whatKeepsAPartitionKeepsTheGpu();
    void machinesThatChooseAreWarnedOf();
    void dismountOnly();
    void titles();
    void backIsVerifiedToBePartitionable();
    void mountedIsVerifiedToBePartitionable();
};

void TestConversion::partitionsGoFirst()
{
    const FleetOf fleet = partitioned();
    const Plan made = plan(wholeTo(u"NEW"_s, fleet), fleet.build(), context);
    QVERIFY(!made.isBlocked());
    QCOMPARE(made.targets.size(), 3U);
    QCOMPARE(made.targets[0].vm.text(), u"OFF"_s);
    QCOMPARE(kinds(made.targets[0]), std::vector{StepKind::RemovePartitionAdapter});
    QCOMPARE(made.targets[1].vm.text(), u"RUN"_s);
    QCOMPARE(kinds(made.targets[1]),
             (std::vector{StepKind::ShutDownGuest, StepKind::RemovePartitionAdapter, StepKind::StartVm}));
    QCOMPARE(made.targets[2].vm.text(), u"NEW"_s);
    QVERIFY(has(made.targets[2], StepKind::DismountDevice) && has(made.targets[2], StepKind::AssignDevice));
    QCOMPARE(made.vmsGoingDown(), 1U);
    QVERIFY(find(made, FindingCode::VmGoesDown));
    QCOMPARE(made.id, context.id);
    QVERIFY(std::get<DdaAssignRequest>(made.request).unassignPartitions);
}

void TestConversion::withoutTheWishItIsRefused()
{
    const FleetOf fleet = partitioned();
    DdaAssignRequest request = wholeTo(u"NEW"_s, fleet);
    request.unassignPartitions = false;
    const Plan made = plan(request, fleet.build(), context);
    QVERIFY(made.isBlocked());
    QCOMPARE(find(made, FindingCode::DevicePartitionsInUse)->arguments,
             (QStringList{u"vm OFF"_s, u"vm RUN"_s}));
}

void TestConversion::machineWithAPartitionMayGetTheWholeGpu()
{
    const FleetOf fleet = partitioned();
    const Plan made = plan(wholeTo(u"RUN"_s, fleet), fleet.build(), context);
    QVERIFY(!made.isBlocked());
    QCOMPARE(made.targets.size(), 3U);
    QCOMPARE(made.targets[2].vm.text(), u"RUN"_s);
    // Its partition is gone by then, and it runs again.
    QCOMPARE(made.targets[2].expected.adapterIds, std::vector<QString>{});
    QCOMPARE(made.targets[2].expected.power, std::optional(PowerState::Running));
    QCOMPARE(made.vmsGoingDown(), 1U);
}

void TestConversion::whatKeepsAPartitionKeepsTheGpu_data()
{
    QTest::addColumn<QString>("what");
    for (const QString& what : {u"saved"_s, u"skipped"_s, u"without setting data"_s})
        QTest::newRow(qPrintable(what)) << what;
}

void TestConversion::whatKeepsAPartitionKeepsTheGpu()
{
    QFETCH(const QString, what);
    FleetOf fleet = partitioned();
    DdaAssignRequest request = wholeTo(u"NEW"_s, fleet);
    if (what == u"saved"_s)
        fleet.snapshot().vms[0].state = PowerState::Saved;
    else if (what == u"skipped"_s)
        request.power.policy = PowerPolicy::Skip;
    else
        fleet.snapshot().gpus[0].assignments[1].adapterId.clear();
    const Plan made = plan(request, fleet.build(), context);
    QVERIFY(made.isBlocked());
    const Finding* kept = find(made, FindingCode::DevicePartitionsInUse);
    QVERIFY(kept);
    QCOMPARE(kept->arguments, QStringList{what == u"saved"_s ? u"vm OFF"_s : u"vm RUN"_s});
}

void TestConversion::machinesThatChooseAreWarnedOf()
{
    FleetOf fleet = partitioned();
    fleet.vm(u"AUTO"_s, PowerState::Off).assigned();
    model::Assignment automatic = fleet.lastGpu().assignments.back();
    fleet.lastGpu().assignments.pop_back();
    automatic.automatic = true;
    automatic.deviceInstancePath.clear();
    fleet.snapshot().unplacedAssignments.push_back(automatic);
    const DdaAssignRequest request = wholeTo(u"NEW"_s, fleet);
    const Plan alone = plan(request, fleet.build(), context);
    QCOMPARE(find(alone, FindingCode::NoGpuLeft)->arguments, QStringList{u"vm AUTO"_s});
    fleet.gpu(u"ANOTHER"_s, 4);
    QVERIFY(!find(plan(request, fleet.build(), context), FindingCode::NoGpuLeft));
}

void TestConversion::dismountOnly()
{
    const FleetOf fleet = partitioned();
    DismountRequest request;
    request.devices = {{host, wholeTo(u"NEW"_s, fleet).devices.front()}};
    QVERIFY(plan(request, fleet.build(), context).isBlocked());
    request.unassignPartitions = true;
    request.power.policy = PowerPolicy::TurnOff;
    const Plan made = plan(request, fleet.build(), context);
    QVERIFY(!made.isBlocked());
    QCOMPARE(made.targets.size(), 3U);
    QVERIFY(made.targets[2].vm.isEmpty());
    QCOMPARE(made.targets[1].steps.front().power.policy, PowerPolicy::TurnOff);
    // Nothing to take away: only what is left to do.
    FleetOf free = partitioned();
    free.snapshot().gpus[0].assignments.clear();
    QCOMPARE(plan(request, free.build(), context).targets.size(), 1U);
}

void TestConversion::titles()
{
    const FleetOf fleet = partitioned();
    const Plan assign = plan(wholeTo(u"NEW"_s, fleet), fleet.build(), context);
    QCOMPARE(text::planTitle(assign), u"Assign 1 devices to vm NEW on A"_s);
    DismountRequest request{{{host, wholeTo(u"NEW"_s, fleet).devices.front()}}, {}, true};
    QCOMPARE(text::planTitle(plan(request, fleet.build(), context)), u"Dismount NVIDIA Tesla T4 on A"_s);
}

void TestConversion::backIsVerifiedToBePartitionable()
{
    FleetOf fleet = partitioned();
    fleet.snapshot().gpus[0].assignments.clear();
    fleet.snapshot().gpus[0].partitioning.reset();
    dismounted(fleet.snapshot().gpus[0]);
    fleet.snapshot().gpus[0].assignments = {wholeDevice(fleet.lastVm())};
    DdaRemoveRequest request;
    request.host = host;
    request.vm = fleet.lastVm().id;
    request.adapters = {fleet.snapshot().gpus[0].assignments[0].adapterId};
    QVERIFY(!has(plan(request, fleet.build(), context).targets.at(0), StepKind::VerifyPartitionable));
    request.forPartitioning = true;
    const Plan made = plan(request, fleet.build(), context);
    QCOMPARE(kinds(made.targets.at(0)), (std::vector{StepKind::RemoveDevice, StepKind::MountDevice,
                                                     StepKind::EnableDevice, StepKind::VerifyPartitionable}));
}

void TestConversion::mountedIsVerifiedToBePartitionable()
{
    FleetOf fleet = partitioned();
    fleet.snapshot().gpus[0].assignments.clear();
    dismounted(fleet.snapshot().gpus[0]);
    MountRequest request{{{host, fleet.snapshot().gpus[0].id}}, true};
    QCOMPARE(kinds(plan(request, fleet.build(), context).targets.at(0)),
             (std::vector{StepKind::MountDevice, StepKind::EnableDevice, StepKind::VerifyPartitionable}));
    request.forPartitioning = false;
    QCOMPARE(plan(request, fleet.build(), context).targets.at(0).steps.size(), 2U);
}

QTEST_GUILESS_MAIN(TestConversion)
#include "tst_conversion.moc"
