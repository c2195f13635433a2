#include "core/operations/Downtime.h"
#include "core/operations/FreePartitions.h"
#include "core/operations/PlanJson.h"
#include "core/operations/Planner.h"
#include "tests/core/operations/FleetOf.h"

#include <QTest>

#include <algorithm>

using namespace hvgpu;
using namespace hvgpu::operations;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

namespace {

const PlanContext context{u"6f9619ff-8b86-d011-b42d-00cf4fc964ff"_s,
                          QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC)};

const Finding* find(const Plan& plan, FindingCode code)
{
    const auto found = std::find_if(plan.findings.begin(), plan.findings.end(),
                                    [code](const Finding& finding) { return finding.code == code; });
    return found == plan.findings.end() ? nullptr : &*found;
}

GpuRef gpu(const QString& host, const QString& id)
{
    return {model::HostId(host), model::GpuId(id)};
}

AssignRequest assign(const QString& host, const std::vector<QString>& vms)
{
    AssignRequest request;
    request.host = model::HostId(host);
    for (const QString& vm : vms)
        request.vms.emplace_back(vm);
    return request;
}

} // namespace

/// What plans of partitions say of GPUs: how many partitions there are for whom, which size, whose.
class TestPartitionPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void freePartitionsAreThoseOfTheGpuAndSizeLessThoseAwaited()
    {
        FleetOf fleet;
        fleet.host(u"A"_s).gpu(u"1"_s, 4).vm(u"X"_s, model::PowerState::Off).assigned().gpu(u"2"_s, 8);
        AssignRequest request = assign(u"A"_s, {u"Y"_s});
        QCOMPARE(freePartitions(request, fleet.snapshot()), 11);
        request.partitionVram = 15'929'966'592ULL / 4;
        QCOMPARE(freePartitions(request, fleet.snapshot()), 3);
        request.partitionVram = 1;
        QCOMPARE(freePartitions(request, fleet.snapshot()), 0);
        request.partitionVram.reset();
        model::Assignment waiting;
        waiting.automatic = true;
        fleet.snapshot().unplacedAssignments = {waiting, waiting};
        QCOMPARE(freePartitions(request, fleet.snapshot()), 9);
        request.gpu = model::GpuId(u"1"_s);
        QCOMPARE(freePartitions(request, fleet.snapshot()), 3);
        // Those that wait for any GPU may take the last ones of this one, too.
        fleet.snapshot().unplacedAssignments.assign(10, waiting);
        QCOMPARE(freePartitions(request, fleet.snapshot()), 1);
        fleet.snapshot().unplacedAssignments.assign(11, waiting);
        QCOMPARE(freePartitions(request, fleet.snapshot()), 0);
        fleet.snapshot().unplacedAssignments.clear();
        fleet.snapshot().gpus.front().partitioning->partitionCount.reset();
        QCOMPARE(freePartitions(request, fleet.snapshot()), 0);
    }

    void aSizeIsKeptByChoosingTheGpus()
    {
        FleetOf fleet;
        fleet.host(u"A"_s).gpu(u"1"_s, 4).gpu(u"2"_s, 8).gpu(u"3"_s, 8);
        for (const QString& id : {u"V1"_s, u"V2"_s, u"V3"_s})
            fleet.vm(id, model::PowerState::Off);
        AssignRequest request = assign(u"A"_s, {u"V1"_s, u"V2"_s, u"V3"_s});
        request.partitionVram = 15'929'966'592ULL / 8;
        const Plan made = planAssign(request, fleet.build(), context);
        QStringList gpus;
        for (const Target& target : made.targets) {
            const Step& step = target.steps.front();
            gpus << step.gpuName;
            QCOMPARE(step.minPartitionVram, request.partitionVram);
            QVERIFY(target.expected.gpus == (std::vector<GpuExpectation>{{step.gpuName, std::uint16_t{8}}}));
        }
        // Those that have the size, in turn.
        QCOMPARE(gpus, (QStringList{u"\\\\?\\PCI#2"_s, u"\\\\?\\PCI#3"_s, u"\\\\?\\PCI#2"_s}));
        request.partitionVram.reset();
        QVERIFY(planAssign(request, fleet.build(), context).targets.front().steps.front().gpuName.isEmpty());
    }

    void serverWithoutPartitionableGpuSaysSo()
    {
        FleetOf fleet;
        fleet.host(u"A"_s).vm(u"V"_s, model::PowerState::Off);
        model::Gpu whole;
        whole.id = model::GpuId(u"T4"_s);
        fleet.snapshot().gpus.push_back(whole);
        AssignRequest request = assign(u"A"_s, {u"V"_s});
        const auto judge = [&](FindingCode code) {
            const Plan made = planAssign(request, fleet.build(), context);
            QVERIFY(made.isBlocked() && made.targets.empty());
            QVERIFY2(find(made, code) != nullptr, name(code).data());
            QVERIFY(find(made, FindingCode::NoFreePartition) == nullptr);
        };
        judge(FindingCode::NoPartitionableGpu);
        fleet.gpu(u"1"_s, 4);
        request.gpu = whole.id;
        judge(FindingCode::NotPartitionable);
        request.gpu.reset();
        request.partitionVram = 1;
        judge(FindingCode::VramNotOffered);
    }

    void unreadClusteringBlocksWhatTakesVmsDown()
    {
        for (const model::Part part : {model::Part::Cluster, model::Part::ClusterResources}) {
            FleetOf fleet;
            fleet.host(u"A"_s).gpu(u"1"_s, 4).vm(u"V"_s, model::PowerState::Running).assigned();
            fleet.vm(u"W"_s, model::PowerState::Running);
            fleet.snapshot().notes.push_back({part, {}, {}});
            const auto seen = fleet.build();
            UnassignRequest unassign;
            unassign.adapters = {{model::HostId(u"A"_s), model::VmId(u"V"_s), u"Microsoft:V\\1"_s}};
            for (const Plan& made : {planAssign(assign(u"A"_s, {u"W"_s}), seen, context),
                                     planUnassign(unassign, seen, context)}) {
                const Finding* finding = find(made, FindingCode::HostNotReady);
                QVERIFY2(finding != nullptr, model::name(part).data());
                QCOMPARE(finding->severity, Severity::Blocking);
                QCOMPARE(finding->arguments, QStringList{model::name(part)});
                QVERIFY(made.targets.empty());
            }
            // A count does not touch VMs.
            QVERIFY(!find(planSetCount({{gpu(u"A"_s, u"1"_s)}, 8, {}}, seen, context),
                          FindingCode::HostNotReady));
        }
    }

    void countBelowWhatVmsWaitForWarns()
    {
        FleetOf fleet;
        fleet.host(u"A"_s).gpu(u"1"_s, 4).gpu(u"2"_s, 4);
        for (int i = 1; i <= 3; ++i) {
            model::Assignment waiting;
            waiting.automatic = true;
            waiting.vmName = u"vm %1"_s.arg(i);
            fleet.snapshot().unplacedAssignments.push_back(waiting);
        }
        const std::vector<GpuRef> both{gpu(u"A"_s, u"1"_s), gpu(u"A"_s, u"2"_s)};
        const Plan cut = planSetCount({both, 1, {}}, fleet.build(), context);
        const Finding* finding = find(cut, FindingCode::PartitionsAwaited);
        QVERIFY(finding != nullptr);
        QCOMPARE(finding->severity, Severity::Warning);
        QCOMPARE(finding->arguments, (QStringList{u"2"_s, u"vm 1"_s, u"vm 2"_s, u"vm 3"_s}));
        QVERIFY(!find(planSetCount({both, 2, {}}, fleet.build(), context), FindingCode::PartitionsAwaited));
        // Too few before and more afterwards is no reason to warn.
        for (model::Gpu& each : fleet.snapshot().gpus)
            each.partitioning->partitionCount = std::uint16_t{1};
        fleet.snapshot().unplacedAssignments.insert(fleet.snapshot().unplacedAssignments.end(), 9,
                                                    fleet.snapshot().unplacedAssignments.front());
        QVERIFY(!find(planSetCount({both, 2, {}}, fleet.build(), context), FindingCode::PartitionsAwaited));
    }

    void unreadServersLeaveTheSetOpen()
    {
        fleet::FleetSnapshot seen = FleetOf().host(u"A"_s).gpu(u"1"_s, 4).host(u"B"_s).build();
        auto unread = std::make_shared<fleet::HostRecord>(*seen.hosts[1]);
        unread->snapshot.reset();
        seen.hosts[1] = unread;
        const SetCountRequest request{
            {gpu(u"A"_s, u"1"_s)}, 8, {model::HostId(u"A"_s), model::HostId(u"B"_s)}};
        const Plan made = planSetCount(request, seen, context);
        const Finding* finding = find(made, FindingCode::SetNotKnown);
        QVERIFY(finding != nullptr);
        QCOMPARE(finding->severity, Severity::Warning);
        QCOMPARE(finding->host, model::HostId(u"B"_s));
        // One of another cluster has no say in it.
        unread = std::make_shared<fleet::HostRecord>(*unread);
        unread->entry = model::EntryId(u"other"_s);
        seen.hosts[1] = unread;
        QVERIFY(!find(planSetCount(request, seen, context), FindingCode::SetNotKnown));
    }

    void namesakesAndTheirGpusAreToldApart()
    {
        FleetOf fleet;
        fleet.host(u"A"_s).gpu(u"1"_s, 4).gpu(u"2"_s, 4);
        for (const QString& id :
             {u"00000000-0000-0000-0000-000000000001"_s, u"00000000-0000-0000-0000-000000000002"_s}) {
            fleet.vm(id, model::PowerState::Off).assigned();
            fleet.lastVm().name = u"dup"_s;
        }
        UnassignRequest request;
        for (const model::VirtualMachine& vm : fleet.snapshot().vms)
            request.adapters.push_back(
                {model::HostId(u"A"_s), vm.id, u"Microsoft:%1\\1"_s.arg(vm.id.text())});
        const Plan made = planUnassign(request, fleet.build(), context);
        QCOMPARE(made.targets.size(), std::size_t(2));
        QCOMPARE(made.targets[0].name, u"dup (…000001)"_s);
        QCOMPARE(made.targets[1].name, u"dup (…000002)"_s);
        QCOMPARE(made.targets[0].steps.front().deviceName, u"NVIDIA A2 #2"_s);
        AssignRequest more = assign(u"A"_s, {u"W"_s});
        more.gpu = model::GpuId(u"1"_s);
        fleet.vm(u"W"_s, model::PowerState::Off);
        QCOMPARE(planAssign(more, fleet.build(), context).targets.front().steps.front().deviceName,
                 u"NVIDIA A2 #1"_s);
    }

    void downtimeIsTheSumOfTheRunnersLimits()
    {
        using std::chrono::seconds;
        const auto longest = [](bool clustered, PowerPolicy policy) {
            FleetOf fleet;
            fleet.host(u"A"_s).gpu(u"1"_s, 4).vm(u"V"_s, model::PowerState::Running);
            fleet.lastVm().clustered = clustered;
            fleet.lastVm().offlineAction = 3;
            AssignRequest request = assign(u"A"_s, {u"V"_s});
            request.power = {policy, seconds(33)};
            const Target target = planAssign(request, fleet.build(), context).targets.front();
            return std::pair(target.maxDowntime, asks(target));
        };
        const seconds settled{90};
        const seconds action{300};
        const seconds cluster{180};
        QCOMPARE(longest(false, PowerPolicy::TurnOff), std::pair(3 * (action + settled), false));
        QCOMPARE(longest(false, PowerPolicy::ShutDownThenTurnOff),
                 std::pair(seconds(33) + 3 * (action + settled), false));
        QCOMPARE(longest(true, PowerPolicy::ShutDownThenAsk),
                 std::pair(seconds(33) + 2 * cluster + 2 * action + 4 * settled, true));
    }
};

QTEST_GUILESS_MAIN(TestPartitionPlanner)
#include "tst_partition_planner.moc"
