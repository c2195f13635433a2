#include "core/analysis/Doctor.h"
#include "core/operations/Observe.h"
#include "core/operations/Planner.h"
#include "core/operations/Remedy.h"
#include "tests/core/operations/FleetOf.h"

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
