#include "tests/core/operations/FaultJudge.h"

#include <QTest>

using namespace hvgpu;
using namespace hvgpu::operations;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

/// The fault matrix for plans about whole devices, in both directions: no VM stays off that ran, no device is
/// lost or left disabled or dismounted against the plan, settings are as they were, and the journal tells the
/// truth.
class TestDdaFaultMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void planWorksWithoutTrouble();
    void everyTroubleAtEveryCall();
    void killedWhilePuttingBack();
    void finishedPlansAreUndone();
    void refusedDismountLeavesEverythingAsItWas();
    void devicesOfAVmThatHasGoneComeBack();
    void deviceGivenAwayMeanwhileIsNotTaken();
    void gpuKeepsItsPartitionsWhenOneStays();
    void machineTurnsItsPartitionIntoTheWholeGpu();
    void gpuThatCannotBePartitionedGoesBackToItsVm();

private:
    FaultJudge m_judge;
};

void TestDdaFaultMatrix::planWorksWithoutTrouble()
{
    FaultJudge::judgeUntroubled(RunScenario::allOfDevices());
}

void TestDdaFaultMatrix::everyTroubleAtEveryCall()
{
    m_judge.judgeEveryTrouble(RunScenario::allOfDevices());
    QVERIFY(m_judge.combinations > 5000);
}

void TestDdaFaultMatrix::killedWhilePuttingBack()
{
    m_judge.judgeKilledWhilePuttingBack({RunScenario::ddaAssign(true, false, false),
                                         RunScenario::ddaRemove(true, true, false),
                                         RunScenario::createPool()},
                                        {11, 7});
    QVERIFY(m_judge.combinations > 100);
}

void TestDdaFaultMatrix::finishedPlansAreUndone()
{
    for (const RunScenario& scenario : RunScenario::allOfDevices()) {
        const Known known(scenario);
        Bench bench(scenario);
        QVERIFY(bench.run()->allSucceeded());
        const auto report = bench.putBack();
        for (const TargetReport& target : report->targets)
            QCOMPARE(target.outcome, Outcome::PutBack);
        const auto now = factsOf(bench.plan, bench.world);
        QVERIFY2(now == known.before, qPrintable(scenario.name + text(now)));
    }
}

void TestDdaFaultMatrix::refusedDismountLeavesEverythingAsItWas()
{
    for (const bool second : {false, true}) {
        RunScenario scenario = RunScenario::ddaAssign(true, true, false);
        scenario.world.devices[second ? scenarioAudio : scenarioCard].refusesDismount = true;
        Bench bench(scenario);
        const auto before = factsOf(bench.plan, bench.world);
        const auto report = bench.run();
        QCOMPARE(report->targets.front().outcome, Outcome::PutBack);
        QCOMPARE(report->targets.front().error->code, base::ErrorCode::JobFailed);
        QVERIFY2(factsOf(bench.plan, bench.world) == before,
                 qPrintable(text(factsOf(bench.plan, bench.world))));
    }
}

void TestDdaFaultMatrix::devicesOfAVmThatHasGoneComeBack()
{
    const RunScenario scenario = RunScenario::ddaAssign(true, false, false);
    const Known known(scenario);
    for (int call = 1; call < known.calls; ++call) {
        Bench bench(scenario);
        const auto report = bench.run({{call, Trouble::VmGone}});
        if (report->targets.front().outcome == Outcome::Succeeded)
            continue;
        for (const auto& [id, device] : bench.world.devices)
            QVERIFY2(device.mount == model::DeviceMount::Enabled, qPrintable(QString::number(call)));
    }
}

void TestDdaFaultMatrix::deviceGivenAwayMeanwhileIsNotTaken()
{
    const RunScenario scenario = RunScenario::ddaAssign(false, false, true);
    Bench bench(scenario);
    FakeWorld::Vm other;
    other.name = u"other"_s;
    model::Assignment adapter;
    adapter.adapterId = u"Microsoft:other\\1"_s;
    adapter.deviceInstancePath = u"PCIP\\"_s + scenarioCard.text();
    other.devices.push_back(adapter);
    bench.world.vms[model::VmId(u"other"_s)] = other;
    const auto report = bench.run();
    QCOMPARE(report->targets.front().outcome, Outcome::Refused);
    QVERIFY(!report->targets.front().changed.isEmpty());
    QCOMPARE(bench.world.vms[model::VmId(u"other"_s)].devices.size(), std::size_t(1));
}

/// A VM that does not shut down keeps its partition, and the GPU is not taken from under it.
void TestDdaFaultMatrix::gpuKeepsItsPartitionsWhenOneStays()
{
    RunScenario scenario = RunScenario::convert(true, false);
    scenario.setPolicy(PowerPolicy::ShutDownThenSkip);
    scenario.world.shutdownTakes = std::chrono::hours(1);
    Bench bench(scenario);
    const auto before = factsOf(bench.plan, bench.world);
    const auto report = bench.run();
    QCOMPARE(report->targets[0].outcome, Outcome::Skipped);
    QCOMPARE(report->targets.back().outcome, Outcome::Refused);
    QVERIFY(!report->targets.back().changed.isEmpty());
    QCOMPARE(factsOf(bench.plan, bench.world).back().mounts, before.back().mounts);
}

/// One VM in two targets of a plan: its partition goes, the whole GPU comes, and all of it can be put back.
void TestDdaFaultMatrix::machineTurnsItsPartitionIntoTheWholeGpu()
{
    for (const bool running : {false, true}) {
        RunScenario scenario = RunScenario::convert(running, false);
        scenario = RunScenario::convertFor(scenario, scenarioOtherVm);
        Bench bench(scenario);
        const auto before = factsOf(bench.plan, bench.world);
        QVERIFY(bench.run()->allSucceeded());
        const FakeWorld::Vm& vm = bench.world.vms[scenarioOtherVm];
        QCOMPARE(vm.adapters.size(), 0U);
        QCOMPARE(vm.devices.size(), 2U);
        QCOMPARE(vm.power, running ? model::PowerState::Running : model::PowerState::Off);
        const auto back = bench.putBack();
        for (const TargetReport& target : back->targets)
            QCOMPARE(target.outcome, Outcome::PutBack);
        QVERIFY2(factsOf(bench.plan, bench.world) == before,
                 qPrintable(text(factsOf(bench.plan, bench.world))));
    }
}

void TestDdaFaultMatrix::gpuThatCannotBePartitionedGoesBackToItsVm()
{
    RunScenario scenario = RunScenario::convertBack(true, false);
    scenario.world.devices[scenarioCard].partitions.clear(); // its driver cannot
    Bench bench(scenario);
    const auto before = factsOf(bench.plan, bench.world);
    const auto report = bench.run();
    QCOMPARE(report->targets.front().outcome, Outcome::PutBack);
    QVERIFY(report->targets.front().error->detail.contains(u"cannot partition"_s));
    QVERIFY2(factsOf(bench.plan, bench.world) == before, qPrintable(text(factsOf(bench.plan, bench.world))));
}

QTEST_GUILESS_MAIN(TestDdaFaultMatrix)
#include "tst_dda_fault_matrix.moc"
