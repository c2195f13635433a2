#include "core/operations/PlanJson.h"
#include "core/operations/Planner.h"
#include "tests/core/operations/FleetOf.h"

#include <QJsonArray>
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

    void serversDifferExactlyWhenTheyDo_data()
    {
        QTest::addColumn<int>("first");  // A's GPUs: bit 0 of the one model, bit 1 of the other
        QTest::addColumn<int>("second"); // B's
        QTest::addColumn<bool>("mixed"); // the selection
        QTest::addColumn<bool>("warns");
        QTest::newRow("all alike") << 1 << 1 << false << false;
        QTest::newRow("another model on the other server") << 1 << 2 << false << true;
        QTest::newRow("both models on both") << 3 << 3 << false << true;
        QTest::newRow("two models, one server") << 3 << 0 << false << false;
        QTest::newRow("mixed selection on one server") << 3 << 0 << true << false;
        QTest::newRow("mixed selection across servers") << 3 << 1 << true << true;
    }

    void serversDifferExactlyWhenTheyDo()
    {
        QFETCH(int, first);
        QFETCH(int, second);
        QFETCH(bool, mixed);
        FleetOf hosts;
        const auto add = [&hosts](const QString& host, int models) {
            hosts.host(host);
            if ((models & 1) != 0)
                hosts.gpu(host + u'1', 4);
            if ((models & 2) != 0)
                hosts.gpu(host + u'2', 4, 24'000'000'000ULL);
        };
        add(u"A"_s, first);
        add(u"B"_s, second);
        std::vector<GpuRef> chosen{gpu(u"A"_s, u"A1"_s)};
        if (mixed)
            chosen.push_back(gpu(u"A"_s, u"A2"_s));
        const Plan made =
            planSetCount({chosen, 8, {model::HostId(u"A"_s), model::HostId(u"B"_s)}}, hosts.build(), context);
        QTEST(find(made, FindingCode::ServersDiffer) != nullptr, "warns");
        QCOMPARE(find(made, FindingCode::MixedConfiguration) != nullptr, mixed);
        QCOMPARE(made.isBlocked(), mixed);
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

    void anInvalidCountIsSaidToo()
    {
        const auto fleet =
            FleetOf().host(u"A"_s).gpu(u"1"_s, 4).vm(u"V"_s, model::PowerState::Off).assigned().build();
        const Plan made = planSetCount({{gpu(u"A"_s, u"1"_s)}, 5, {}}, fleet, context);
        QVERIFY(find(made, FindingCode::PartitionsAssigned) != nullptr);
        QVERIFY(find(made, FindingCode::CountNotValid) != nullptr);
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

    void protectionAndCopiesOfTheVmAreTold()
    {
        FleetOf fleet;
        fleet.host(u"A"_s).gpu(u"1"_s, 4).vm(u"V"_s, model::PowerState::Off);
        fleet.vm(u"W"_s, model::PowerState::Off);
        model::VirtualMachine& vm = fleet.snapshot().vms.front();
        vm.virtualTpm = true;
        vm.shielded = true;
        vm.nestedVirtualization = true;
        vm.replicationMode = 2;
        vm.incrementalBackup = true;
        const Plan made = planAssign(assign(u"A"_s, {u"V"_s, u"W"_s}), fleet.build(), context);
        QCOMPARE(made.targets.size(), std::size_t(2)); // told, not forbidden
        QCOMPARE(made.findings.size(), std::size_t(5));
        const auto severity = [&](FindingCode code) {
            const Finding* finding = find(made, code);
            return finding != nullptr && finding->vm == vm.id ? finding->severity : Severity::Blocking;
        };
        for (const FindingCode code :
             {FindingCode::VmShielded, FindingCode::VmVirtualTpm, FindingCode::VmNested})
            QVERIFY2(severity(code) == Severity::Warning, name(code).data());
        for (const FindingCode code : {FindingCode::VmReplicated, FindingCode::VmBackedUp})
            QVERIFY2(severity(code) == Severity::Note, name(code).data());
        vm.shielded = false;
        vm.isolationType = 2; // SNP
        QVERIFY(find(planAssign(assign(u"A"_s, {u"V"_s}), fleet.build(), context), FindingCode::VmShielded));
        vm.isolationType.reset();
        QVERIFY(!find(planAssign(assign(u"A"_s, {u"V"_s}), fleet.build(), context), FindingCode::VmShielded));
    }

    void unreadProtectionIsToldOncePerServer()
    {
        FleetOf fleet;
        fleet.host(u"A"_s).gpu(u"1"_s, 4).vm(u"V"_s, model::PowerState::Off);
        fleet.snapshot().notes.push_back({model::Part::VmSecurity, {}, {}});
        const Plan made = planAssign(assign(u"A"_s, {u"V"_s}), fleet.build(), context);
        const Finding* finding = find(made, FindingCode::ProtectionUnknown);
        QVERIFY(finding != nullptr);
        QCOMPARE(finding->severity, Severity::Warning);
        QCOMPARE(finding->arguments, QStringList{u"vm-security"_s});
        QVERIFY(!made.isBlocked());
    }

    void smallMmioSpaceIsToldWithValues()
    {
        FleetOf fleet;
        fleet.host(u"A"_s).gpu(u"1"_s, 4).gpu(u"2"_s, 4, 48ULL << 30).vm(u"V"_s, model::PowerState::Off);
        fleet.lastVm().lowMmioGapMb = 128;
        fleet.lastVm().highMmioGapMb = 512;
        AssignRequest request = assign(u"A"_s, {u"V"_s});
        const Plan any = planAssign(request, fleet.build(), context);
        const Finding* finding = find(any, FindingCode::MmioSpaceSmall);
        QVERIFY(finding != nullptr); // the host may choose the large one
        QCOMPARE(finding->severity, Severity::Note);
        QCOMPARE(finding->arguments, (QStringList{u"vm V"_s, u"128"_s, u"512"_s, u"128"_s, u"49152"_s}));
        request.gpu = model::GpuId(u"1"_s);
        QVERIFY(!find(planAssign(request, fleet.build(), context), FindingCode::MmioSpaceSmall));
        request.gpu = model::GpuId(u"2"_s);
        fleet.lastVm().highMmioGapMb = 65536;
        QVERIFY(!find(planAssign(request, fleet.build(), context), FindingCode::MmioSpaceSmall));
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

    void partsThatCouldNotBeReadBlock()
    {
        for (const model::Part part :
             {model::Part::PartitionableGpus, model::Part::VirtualMachines, model::Part::VmRuntime,
              model::Part::PartitionAdapters, model::Part::Partitions}) {
            FleetOf fleet;
            fleet.host(u"A"_s).gpu(u"1"_s, 4).vm(u"V"_s, model::PowerState::Off);
            fleet.snapshot().notes.push_back({part, {}, {}});
            const auto seen = fleet.build();
            for (const Plan& made : {planAssign(assign(u"A"_s, {u"V"_s}), seen, context),
                                     planSetCount({{gpu(u"A"_s, u"1"_s)}, 8, {}}, seen, context)}) {
                const Finding* finding = find(made, FindingCode::HostNotReady);
                QVERIFY2(finding != nullptr, model::name(part).data());
                QCOMPARE(finding->severity, Severity::Blocking);
                QCOMPARE(finding->arguments, QStringList{model::name(part)});
                QVERIFY(made.targets.empty());
            }
        }
    }

    void unknownMemoryIsTold()
    {
        FleetOf fleet;
        fleet.host(u"A"_s).gpu(u"1"_s, 4).vm(u"V"_s, model::PowerState::Off);
        fleet.lastVm().dynamicMemory.reset();
        QVERIFY(
            find(planAssign(assign(u"A"_s, {u"V"_s}), fleet.build(), context), FindingCode::MemoryUnknown));
        fleet.lastVm().dynamicMemory = true; // its amounts are not known
        QVERIFY(
            find(planAssign(assign(u"A"_s, {u"V"_s}), fleet.build(), context), FindingCode::MemoryUnknown));
    }

    void removalRemembersAGpuThatIsGone()
    {
        FleetOf fleet;
        fleet.host(u"A"_s).gpu(u"1"_s, 4).vm(u"V"_s, model::PowerState::Off);
        model::Assignment gone;
        gone.vm = model::VmId(u"V"_s);
        gone.adapterId = u"Microsoft:V\\9"_s;
        gone.deviceInstancePath = u"\\\\?\\PCI#gone"_s;
        model::Assignment nameless = gone;
        nameless.adapterId.clear();
        fleet.snapshot().unplacedAssignments = {gone, nameless};
        UnassignRequest request;
        request.adapters = {{model::HostId(u"A"_s), gone.vm, gone.adapterId}};
        const Plan made = planUnassign(request, fleet.build(), context);
        QCOMPARE(made.targets.size(), std::size_t(1));
        QCOMPARE(made.targets[0].steps.front().gpuName, gone.deviceInstancePath);
        QVERIFY(made.targets[0].expected.adapterIds == std::vector<QString>{gone.adapterId});
        QVERIFY(find(made, FindingCode::GpuMissing) != nullptr);
        request.adapters.front().adapterId.clear();
        QVERIFY(find(planUnassign(request, fleet.build(), context), FindingCode::AdapterNotFound));
    }

    void plansFromFilesAreChecked_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("path as id") << u"id"_s << QJsonValue(u"../../evil"_s);
        QTest::newRow("GUID and path") << u"id"_s << QJsonValue(context.id + u"/../evil"_s);
        QTest::newRow("no id") << u"id"_s << QJsonValue(QString());
        QTest::newRow("request's count") << u"request.count"_s << QJsonValue(65'544);
        QTest::newRow("negative count") << u"request.count"_s << QJsonValue(-1);
        QTest::newRow("expected count") << u"expected.partitionCount"_s << QJsonValue(65'540);
        QTest::newRow("step's count") << u"step.after"_s << QJsonValue(u"65544"_s);
        QTest::newRow("step without a count") << u"step.after"_s << QJsonValue();
    }
    void plansFromFilesAreChecked()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        const auto fleet = FleetOf().host(u"A"_s).gpu(u"1"_s, 4).build();
        QJsonObject json = toJson(planSetCount({{gpu(u"A"_s, u"1"_s)}, 8, {}}, fleet, context));
        QVERIFY(planFromJson(json).has_value());
        const QString name = key.section(u'.', -1);
        QJsonObject target = json[u"targets"_s].toArray().first().toObject();
        QJsonObject part = key.startsWith(u"request")    ? json[u"request"_s].toObject()
                           : key.startsWith(u"expected") ? target[u"expected"_s].toObject()
                           : key.startsWith(u"step")     ? target[u"steps"_s].toArray().first().toObject()
                                                         : json;
        part[name] = value;
        if (key.startsWith(u"request"))
            json[u"request"_s] = part;
        else if (key.startsWith(u"expected"))
            target[u"expected"_s] = part;
        else if (key.startsWith(u"step"))
            target[u"steps"_s] = QJsonArray{part};
        else
            json = part;
        json[u"targets"_s] = QJsonArray{target};
        const auto read = planFromJson(json);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, base::ErrorCode::InvalidArgument);
    }

    void plansThatLeaveVmsOffAreNotRead_data()
    {
        QTest::addColumn<int>("step");
        QTest::newRow("not taken down") << 0;
        QTest::newRow("not started again") << 2;
    }
    void plansThatLeaveVmsOffAreNotRead()
    {
        QFETCH(int, step);
        const auto fleet =
            FleetOf().host(u"A"_s).gpu(u"1"_s, 4).vm(u"V"_s, model::PowerState::Running).build();
        QJsonObject json = toJson(planAssign(assign(u"A"_s, {u"V"_s}), fleet, context));
        QVERIFY(planFromJson(json).has_value());
        QJsonObject target = json[u"targets"_s].toArray().first().toObject();
        QJsonArray steps = target[u"steps"_s].toArray();
        QCOMPARE(steps.size(), 3);
        steps.removeAt(step);
        target[u"steps"_s] = steps;
        json[u"targets"_s] = QJsonArray{target};
        QVERIFY(!planFromJson(json).has_value());
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
        QVERIFY(again->targets.front().expected.gpus ==
                (std::vector<GpuExpectation>{{u"\\\\?\\PCI#1"_s, std::uint16_t{4}}}));
        QVERIFY(again->findings == made.findings);
        QCOMPARE(std::get<AssignRequest>(again->request).gpu, request.gpu);
        QVERIFY(!planFromJson({}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
