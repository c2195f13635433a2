#include "core/operations/PlanJson.h"
#include "core/operations/Planner.h"
#include "tests/core/operations/FleetOf.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace hvgpu;
using namespace hvgpu::operations;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

namespace {

const PlanContext context{u"plan-1"_s, QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC)};

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

std::vector<StepKind> kinds(const Target& target)
{
    std::vector<StepKind> result;
    for (const Step& step : target.steps)
        result.push_back(step.kind);
    return result;
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

class TestPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeSetHasNoMessages()
    {
        const auto fleet =
            FleetOf().host(u"A"_s).gpu(u"1"_s, 4).gpu(u"2"_s, 16).host(u"B"_s).gpu(u"3"_s, 4).build();
        const Plan made = planSetCount(
            {{gpu(u"A"_s, u"1"_s), gpu(u"A"_s, u"2"_s), gpu(u"B"_s, u"3"_s)}, 8, {}}, fleet, context);
        QVERIFY(made.findings.empty());
        QCOMPARE(made.targets.size(), std::size_t(3));
        QCOMPARE(made.targets[1].steps.front().before, std::optional<std::uint64_t>(16));
        QCOMPARE(made.targets[1].steps.front().after, std::optional<std::uint64_t>(8));
    }

    void partOfSetWarnsAndProceeds()
    {
        const auto fleet = FleetOf().host(u"A"_s).gpu(u"1"_s, 4).gpu(u"2"_s, 4).build();
        const Plan made = planSetCount({{gpu(u"A"_s, u"1"_s)}, 8, {}}, fleet, context);
        const Finding* finding = find(made, FindingCode::PartOfHomogeneousSet);
        QVERIFY(finding != nullptr);
        QCOMPARE(finding->severity, Severity::Warning);
        QCOMPARE(finding->arguments, (QStringList{u"1"_s, u"2"_s}));
        QVERIFY(!made.isBlocked());
        QCOMPARE(made.targets.size(), std::size_t(1));
    }

    void differentServersWarn()
    {
        const auto fleet =
            FleetOf().host(u"A"_s).gpu(u"1"_s, 4).host(u"B"_s).gpu(u"2"_s, 4, 24'000'000'000ULL).build();
        const Plan made = planSetCount(
            {{gpu(u"A"_s, u"1"_s)}, 8, {model::HostId(u"A"_s), model::HostId(u"B"_s)}}, fleet, context);
        QVERIFY(find(made, FindingCode::ServersDiffer) != nullptr);
        QVERIFY(find(made, FindingCode::PartOfHomogeneousSet) == nullptr);
        QVERIFY(!made.isBlocked());
    }

    void mixedSelectionIsBlocked()
    {
        const auto fleet = FleetOf().host(u"A"_s).gpu(u"1"_s, 4).gpu(u"2"_s, 4, 24'000'000'000ULL).build();
        const Plan made = planSetCount({{gpu(u"A"_s, u"1"_s), gpu(u"A"_s, u"2"_s)}, 8, {}}, fleet, context);
        QVERIFY(find(made, FindingCode::MixedConfiguration) != nullptr);
        QVERIFY(made.isBlocked());
    }

    void assignedPartitionsBlockAndNameTheVms()
    {
        // Also when the VM is off: the claim alone counts.
        const auto fleet =
            FleetOf().host(u"A"_s).gpu(u"1"_s, 4).vm(u"V"_s, model::PowerState::Off).assigned().build();
        const Plan made = planSetCount({{gpu(u"A"_s, u"1"_s)}, 8, {}}, fleet, context);
        const Finding* finding = find(made, FindingCode::PartitionsAssigned);
        QVERIFY(finding != nullptr);
        QCOMPARE(finding->arguments, QStringList{u"vm V"_s});
        QVERIFY(made.targets.empty());
    }

    void countMustBeOfferedAndDifferent()
    {
        const auto fleet = FleetOf().host(u"A"_s).gpu(u"1"_s, 4).build();
        QVERIFY(
            find(planSetCount({{gpu(u"A"_s, u"1"_s)}, 5, {}}, fleet, context), FindingCode::CountNotValid));
        const Plan same = planSetCount({{gpu(u"A"_s, u"1"_s)}, 4, {}}, fleet, context);
        QVERIFY(find(same, FindingCode::CountUnchanged));
        QVERIFY(!same.isBlocked() && same.targets.empty());
    }

    void assignStepsFollowTheVmsState_data()
    {
        QTest::addColumn<bool>("running");
        QTest::addColumn<bool>("clustered");
        QTest::addColumn<QList<int>>("expected");
        const auto row = [](const char* name, bool running, bool clustered,
                            std::initializer_list<StepKind> steps) {
            QList<int> expected;
            for (const StepKind kind : steps)
                expected << static_cast<int>(kind);
            QTest::newRow(name) << running << clustered << expected;
        };
        row("off", false, false, {StepKind::AddPartitionAdapter});
        row("running", true, false,
            {StepKind::ShutDownGuest, StepKind::AddPartitionAdapter, StepKind::StartVm});
        row("off, clustered", false, true,
            {StepKind::SetOfflineAction, StepKind::AddPartitionAdapter, StepKind::UpdateClusterVm});
        row("running, clustered", true, true,
            {StepKind::SetOfflineAction, StepKind::TakeClusterOffline, StepKind::AddPartitionAdapter,
             StepKind::UpdateClusterVm, StepKind::BringClusterOnline});
    }
    void assignStepsFollowTheVmsState()
    {
        QFETCH(bool, running);
        QFETCH(bool, clustered);
        QFETCH(QList<int>, expected);
        FleetOf fleet;
        fleet.host(u"A"_s).gpu(u"1"_s, 4).vm(u"V"_s,
                                             running ? model::PowerState::Running : model::PowerState::Off);
        fleet.lastVm().clustered = clustered;
        fleet.lastVm().offlineAction = 1;
        const Plan made = planAssign(assign(u"A"_s, {u"V"_s}), fleet.build(), context);
        QCOMPARE(made.targets.size(), std::size_t(1));
        QList<int> steps;
        for (const StepKind kind : kinds(made.targets.front()))
            steps << static_cast<int>(kind);
        QCOMPARE(steps, expected);
        QCOMPARE(made.targets.front().goesDown, running);
        QCOMPARE(made.vmsGoingDown(), std::size_t(running ? 1 : 0));
    }

    void vmStatesThatBlock_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("code");
        QTest::newRow("saved") << int(model::PowerState::Saved) << int(FindingCode::VmSaved);
        QTest::newRow("paused") << int(model::PowerState::Paused) << int(FindingCode::VmPaused);
        QTest::newRow("critical") << int(model::PowerState::Critical) << int(FindingCode::VmCritical);
        QTest::newRow("unknown") << int(model::PowerState::Unknown) << int(FindingCode::VmCritical);
        QTest::newRow("starting") << int(model::PowerState::Starting) << int(FindingCode::VmTransient);
    }
    void vmStatesThatBlock()
    {
        QFETCH(int, state);
        QFETCH(int, code);
        const auto fleet =
            FleetOf().host(u"A"_s).gpu(u"1"_s, 4).vm(u"V"_s, static_cast<model::PowerState>(state)).build();
        const Plan made = planAssign(assign(u"A"_s, {u"V"_s}), fleet, context);
        QVERIFY(find(made, static_cast<FindingCode>(code)) != nullptr);
        QVERIFY(made.isBlocked() && made.targets.empty());
    }

    void everyReasonOfOneVmIsTold()
    {
        FleetOf fleet;
        fleet.host(u"A"_s).gpu(u"1"_s, 4).vm(u"V"_s, model::PowerState::Off);
        fleet.lastVm().dynamicMemory = true;
        fleet.lastVm().startupMemoryMb = 4096;
        fleet.lastVm().minimumMemoryMb = 512;
        fleet.lastVm().version = u"8.0"_s;
        fleet.lastVm().generation = 1;
        fleet.lastVm().userSnapshotType = 5;
        fleet.lastVm().automaticShutdownAction = 3;
        const Plan made = planAssign(assign(u"A"_s, {u"V"_s}), fleet.build(), context);
        for (const FindingCode code :
             {FindingCode::DynamicMemory, FindingCode::OldConfigurationVersion, FindingCode::Generation1,
              FindingCode::CheckpointsEnabled, FindingCode::StopActionSave})
            QVERIFY2(find(made, code) != nullptr, name(code).data());
    }

    void freePartitionsAreCountedDown()
    {
        FleetOf fleet;
        fleet.host(u"A"_s).gpu(u"1"_s, 2);
        for (const QString& id : {u"V1"_s, u"V2"_s, u"V3"_s})
            fleet.vm(id, model::PowerState::Off);
        const Plan made = planAssign(assign(u"A"_s, {u"V1"_s, u"V2"_s, u"V3"_s}), fleet.build(), context);
        QCOMPARE(made.targets.size(), std::size_t(2));
        const Finding* finding = find(made, FindingCode::NoFreePartition);
        QVERIFY(finding != nullptr);
        QCOMPARE(finding->vm, model::VmId(u"V3"_s));
    }

    void vmThatHasOneIsNotGivenAnother()
    {
        const auto fleet =
            FleetOf().host(u"A"_s).gpu(u"1"_s, 4).vm(u"V"_s, model::PowerState::Off).assigned().build();
        QVERIFY(find(planAssign(assign(u"A"_s, {u"V"_s}), fleet, context), FindingCode::AlreadyHasPartition));
    }

    void unassignSeveralAdaptersInOnePowerCycle()
    {
        const auto fleet = FleetOf()
                               .host(u"A"_s)
                               .gpu(u"1"_s, 4)
                               .vm(u"V"_s, model::PowerState::Running)
                               .assigned()
                               .gpu(u"2"_s, 4)
                               .assigned()
                               .build();
        UnassignRequest request;
        for (const QString& adapter : {u"microsoft:v\\1"_s, u"Microsoft:V\\2"_s})
            request.adapters.push_back({model::HostId(u"A"_s), model::VmId(u"V"_s), adapter});
        const Plan made = planUnassign(request, fleet, context);
        QCOMPARE(made.targets.size(), std::size_t(1));
        const std::vector<StepKind> expected{StepKind::ShutDownGuest, StepKind::RemovePartitionAdapter,
                                             StepKind::RemovePartitionAdapter, StepKind::StartVm};
        QVERIFY(kinds(made.targets[0]) == expected);
    }

    void unreachableHostBlocks()
    {
        const Plan made = planAssign(assign(u"nowhere"_s, {u"V"_s}), FleetOf().build(), context);
        QVERIFY(find(made, FindingCode::HostNotReady) != nullptr);
        QVERIFY(made.isBlocked());
    }

    void plansSurviveJson()
    {
        FleetOf fleet;
        fleet.host(u"A"_s).gpu(u"1"_s, 4).vm(u"V"_s, model::PowerState::Running);
        fleet.lastVm().clustered = true;
        fleet.lastVm().offlineAction = 1;
        AssignRequest request = assign(u"A"_s, {u"V"_s});
        request.gpu = model::GpuId(u"1"_s);
        request.power = {PowerPolicy::ShutDownThenSkip, std::chrono::seconds(33)};
        const Plan made = planAssign(request, fleet.build(), context);
        QVERIFY(!made.targets.empty());
        const QByteArray text = QJsonDocument(toJson(made)).toJson();
        const auto again = planFromJson(QJsonDocument::fromJson(text).object());
        QVERIFY(again.has_value());
        QCOMPARE(again->id, made.id);
        QCOMPARE(again->createdAt, made.createdAt);
        QVERIFY(again->targets == made.targets);
        QVERIFY(again->findings == made.findings);
        QCOMPARE(std::get<AssignRequest>(again->request).gpu, request.gpu);
        QVERIFY(!planFromJson({}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
