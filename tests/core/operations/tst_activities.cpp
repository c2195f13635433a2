#include "tests/core/operations/ActivitiesBench.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace hvgpu;
using namespace hvgpu::operations;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

using model::PowerState;

namespace {

const model::HostId otherHost(u"other"_s);
constexpr int patience = 20'000;

} // namespace

/// Starting, queueing, asking, stopping and refusing.
class TestActivities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsAPlanAndTellsHowItGoes();
    void sameHostWaitsAndOthersDoNot();
    void whatWaitsIsHeldByTroubleBeforeIt();
    void cancelsWhatWaits();
    void cancelsAnUndoThatWaits();
    void cancelsWhatRuns();
    void asksAndTakesTheAnswer();
    void cancelWhileAsking();
    void refusesWhatCannotBegin();
    void readOnlyChangesNothing();
    void readOnlyMeanwhile();
    void deniedWritesMakeTheHostReadOnly();
    void destroyedWhileRunning();
    void destroyedWhileAskingPutsBack();
    void journalThatCannotBeWritten();
};

void TestActivities::runsAPlanAndTellsHowItGoes()
{
    ActivitiesBench bench;
    const Plan plan = bench.place(RunScenario::assign(true, true, true));
    const QSignalSpy changed(bench.activities.get(), &Activities::changed);
    QVERIFY(bench.activities->start(plan).has_value());
    QVERIFY(bench.activities->isBusy());
    QVERIFY(bench.activities->find(plan.id)->isActive()); // at once, before the event loop
    QCOMPARE(changed.count(), 0);
    QVERIFY(bench.waitEnded(plan.id));
    QVERIFY(changed.count() > 0);
    QVERIFY(!bench.activities->isBusy());

    const auto activity = bench.activities->find(plan.id);
    QCOMPARE(activity->state, ActivityState::Ended);
    QVERIFY(activity->allSucceeded() && activity->canPutBack() && !activity->canRetry());
    QCOMPARE(activity->endedTargets(), 1);
    QCOMPARE(activity->targets.front().report.steps.size(), plan.targets.front().steps.size());
    QVERIFY(activity->startedAt.isValid() && activity->endedAt >= activity->startedAt);
    QVERIFY(activity->by.contains(u'@'));
    QVERIFY(bench.touched == std::set{scenarioHost});
    const FakeWorld::Vm& vm = bench.worlds[scenarioHost].vms[scenarioVm];
    QCOMPARE(vm.power, PowerState::Running);
    QCOMPARE(vm.adapters.size(), std::size_t(1));
}

void TestActivities::sameHostWaitsAndOthersDoNot()
{
    ActivitiesBench bench;
    const Plan first = bench.place(RunScenario::assign(true, false, true));
    const Plan second = bench.place(RunScenario::setCount());
    const Plan elsewhere = bench.place(RunScenario::setCount(), otherHost);
    bench.door.close(scenarioHost);
    QVERIFY(bench.activities->start(first).has_value());
    QVERIFY(bench.activities->start(second).has_value());
    QVERIFY(bench.activities->start(elsewhere).has_value());
    QCOMPARE(bench.state(first.id), ActivityState::Running);
    QCOMPARE(bench.state(second.id), ActivityState::Queued);
    QVERIFY(bench.waitEnded(elsewhere.id));
    QVERIFY(bench.ended == std::vector{elsewhere.id});
    QTRY_COMPARE_WITH_TIMEOUT(bench.door.waiting(), 1, patience);
    QCOMPARE(bench.state(second.id), ActivityState::Queued);

    bench.door.open(scenarioHost);
    QVERIFY(bench.waitEnded(second.id));
    QVERIFY((bench.ended == std::vector{elsewhere.id, first.id, second.id}));
    // Its count was changed only after the partition was assigned, and so refused.
    QCOMPARE(bench.outcome(first.id), Outcome::Succeeded);
    QCOMPARE(bench.outcome(second.id), Outcome::Refused);
    QVERIFY(bench.activities->find(second.id)->canRetry());
    QCOMPARE(bench.activities->all().size(), std::size_t(3));
}

void TestActivities::whatWaitsIsHeldByTroubleBeforeIt()
{
    ActivitiesBench bench;
    RunScenario stays = RunScenario::assign(true, false, true);
    stays.world.refuses[FakeWorld::Call::Start] = base::ErrorCode::JobFailed;
    const Plan first = bench.place(stays);
    const Plan second = bench.place(RunScenario::setCount());
    const Plan elsewhere = bench.place(RunScenario::setCount(), otherHost);
    bench.worlds[scenarioHost].refuses[FakeWorld::Call::Start] = base::ErrorCode::JobFailed;
    for (const Plan* plan : {&first, &second, &elsewhere})
        QVERIFY(bench.activities->start(*plan).has_value());
    QVERIFY(bench.waitEnded(second.id) && bench.waitEnded(elsewhere.id));
    QCOMPARE(bench.activities->find(first.id)->targets.front().report.vmLeft, VmLeft::Off);
    QCOMPARE(bench.outcome(second.id), Outcome::Cancelled);
    const auto& why = bench.activities->find(second.id)->targets.front().report.error;
    QVERIFY(why && why->detail.startsWith(u"nothing further was begun on this server"_s));
    QVERIFY(bench.worlds[scenarioHost].gpus.begin()->second.count == std::uint16_t(4));
    QCOMPARE(bench.outcome(elsewhere.id), Outcome::Succeeded);
    // Who asks for it afterwards knows what happened.
    const Plan third = bench.place(RunScenario::setCount());
    QVERIFY(bench.activities->start(third).has_value());
    QVERIFY(bench.waitEnded(third.id));
    QVERIFY(bench.outcome(third.id) != Outcome::Cancelled);
}

void TestActivities::cancelsWhatWaits()
{
    ActivitiesBench bench;
    const Plan first = bench.place(RunScenario::assign(true, false, true));
    const Plan second = bench.place(RunScenario::setCount());
    bench.door.close(scenarioHost);
    QVERIFY(bench.activities->start(first).has_value());
    QVERIFY(bench.activities->start(second).has_value());
    bench.activities->cancel(second.id);
    QVERIFY(bench.waitEnded(second.id));
    QCOMPARE(bench.state(second.id), ActivityState::Ended);
    QCOMPARE(bench.outcome(second.id), Outcome::Cancelled);
    QCOMPARE(bench.door.waiting(), 1);
    QCOMPARE(bench.door.passed(), 0);
    bench.door.open(scenarioHost);
    QVERIFY(bench.waitEnded(first.id));
    QCOMPARE(bench.outcome(first.id), Outcome::Succeeded);
}

void TestActivities::cancelsAnUndoThatWaits()
{
    ActivitiesBench bench;
    const Plan done = bench.place(RunScenario::assign(false, false, true));
    QVERIFY(bench.activities->start(done).has_value());
    QVERIFY(bench.waitEnded(done.id));
    const Plan blocking = bench.place(RunScenario::assignSeveral(2, false, false));
    bench.door.close(scenarioHost);
    QVERIFY(bench.activities->start(blocking).has_value());
    QVERIFY(bench.activities->putBack(done.id).has_value());
    QCOMPARE(bench.state(done.id), ActivityState::Queued);
    bench.activities->cancel(done.id);
    QVERIFY(bench.waitEnded(done.id, 2));
    // As if it had not been asked for.
    const auto activity = bench.activities->find(done.id);
    QCOMPARE(activity->state, ActivityState::Ended);
    QCOMPARE(activity->task, ActivityTask::Run);
    QVERIFY(activity->allSucceeded() && activity->canPutBack());
    bench.door.open(scenarioHost);
    QVERIFY(bench.waitEnded(blocking.id));
    QCOMPARE(bench.worlds[scenarioHost].vms[scenarioVm].adapters.size(), std::size_t(1));
}

void TestActivities::cancelsWhatRuns()
{
    ActivitiesBench bench;
    const Plan plan = bench.place(RunScenario::assignSeveral(3, true, false));
    bench.door.close(scenarioHost);
    QVERIFY(bench.activities->start(plan).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(bench.door.waiting(), 1, patience);
    bench.activities->cancel(plan.id);
    QTRY_VERIFY_WITH_TIMEOUT(bench.activities->find(plan.id)->cancelling, patience);
    bench.door.open(scenarioHost);
    QVERIFY(bench.waitEnded(plan.id));
    const auto activity = bench.activities->find(plan.id);
    QCOMPARE(activity->count(Outcome::Cancelled), 3);
    QVERIFY(!activity->cancelling && activity->canRetry() && !activity->canPutBack());
    for (const auto& [id, vm] : bench.worlds[scenarioHost].vms)
        QCOMPARE(vm.power, PowerState::Running);
}

void TestActivities::asksAndTakesTheAnswer()
{
    ActivitiesBench bench;
    RunScenario scenario = RunScenario::assign(true, false, true);
    scenario.world.shutdownTakes = std::chrono::hours(1);
    const Plan plan = bench.place(scenario);
    QVERIFY(bench.activities->start(plan).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!bench.asked.empty(), patience);
    QVERIFY(bench.asked.front() == std::pair(plan.id, 0));
    QCOMPARE(bench.activities->find(plan.id)->targets.front().state, TargetProgress::State::Asking);
    bench.activities->answer(plan.id, 0, ShutdownAnswer::WaitOn);
    QTRY_COMPARE_WITH_TIMEOUT(bench.asked.size(), std::size_t(2), patience);
    bench.activities->answer(plan.id, 0, ShutdownAnswer::TurnOff);
    QVERIFY(bench.waitEnded(plan.id));
    QCOMPARE(bench.outcome(plan.id), Outcome::Succeeded);
    QCOMPARE(bench.worlds[scenarioHost].vms[scenarioVm].power, PowerState::Running);
}

void TestActivities::cancelWhileAsking()
{
    ActivitiesBench bench;
    RunScenario scenario = RunScenario::assign(true, false, true);
    scenario.world.shutdownTakes = std::chrono::hours(1);
    const Plan plan = bench.place(scenario);
    QVERIFY(bench.activities->start(plan).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!bench.asked.empty(), patience);
    bench.activities->cancel(plan.id);
    QVERIFY(bench.waitEnded(plan.id));
    QCOMPARE(bench.outcome(plan.id), Outcome::Cancelled);
    QVERIFY(bench.worlds[scenarioHost].vms[scenarioVm].adapters.empty());
    QCOMPARE(bench.worlds[scenarioHost].vms[scenarioVm].power, PowerState::Running);
}

void TestActivities::refusesWhatCannotBegin()
{
    ActivitiesBench bench;
    const auto code = [](const base::Result<void>& result) {
        return result ? base::ErrorCode::Internal : result.error().code;
    };
    Plan plan = bench.place(RunScenario::setCount());
    Plan empty = plan;
    empty.targets.clear();
    QCOMPARE(code(bench.activities->start(empty)), base::ErrorCode::InvalidArgument);
    Plan blocked = plan;
    blocked.findings.push_back({FindingCode::NoFreePartition, Severity::Blocking, {}, {}, {}, {}});
    QCOMPARE(code(bench.activities->start(blocked)), base::ErrorCode::InvalidArgument);
    QCOMPARE(code(bench.activities->resume(plan.id)), base::ErrorCode::NotFound);
    QCOMPARE(code(bench.activities->dismiss(plan.id)), base::ErrorCode::NotFound);
    QVERIFY(bench.activities->all().empty());

    QVERIFY(bench.activities->start(plan).has_value());
    QCOMPARE(code(bench.activities->start(plan)), base::ErrorCode::InvalidState);
    QCOMPARE(code(bench.activities->putBack(plan.id)), base::ErrorCode::InvalidState);
    QVERIFY(bench.waitEnded(plan.id));
    QCOMPARE(code(bench.activities->resume(plan.id)), base::ErrorCode::InvalidState);
    QCOMPARE(code(bench.activities->dismiss(plan.id)), base::ErrorCode::InvalidState);
    // Also when the journal has not been loaded yet.
    ActivitiesBench fresh;
    QVERIFY(QDir().mkpath(fresh.folder.filePath(u"journals"_s)));
    QVERIFY(QFile::copy(bench.journal(plan.id), fresh.journal(plan.id)));
    QCOMPARE(code(fresh.activities->start(plan)), base::ErrorCode::InvalidState);
}

void TestActivities::readOnlyChangesNothing()
{
    ActivitiesBench bench;
    const Plan done = bench.place(RunScenario::assign(false, false, true));
    QVERIFY(bench.activities->start(done).has_value());
    QVERIFY(bench.waitEnded(done.id));
    const int passed = bench.door.passed();

    bench.restart(true);
    QVERIFY(bench.activities->isReadOnly());
    const auto refused = bench.activities->start(bench.place(RunScenario::setCount()));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, base::ErrorCode::ReadOnly);
    QVERIFY(bench.activities->find(done.id)->canPutBack());
    QCOMPARE(bench.activities->putBack(done.id).error().code, base::ErrorCode::ReadOnly);
    QVERIFY(!bench.activities->isBusy());
    QCOMPARE(bench.door.passed(), passed);
}

void TestActivities::readOnlyMeanwhile()
{
    ActivitiesBench bench;
    const Plan running = bench.place(RunScenario::assign(true, false, true));
    const Plan waiting = bench.place(RunScenario::setCount());
    bench.door.close(scenarioHost);
    QVERIFY(bench.activities->start(running).has_value());
    QVERIFY(bench.activities->start(waiting).has_value());
    const QSignalSpy told(bench.activities.get(), &Activities::readOnlyChanged);
    bench.activities->setReadOnly(true);
    QCOMPARE(told.count(), 1);
    QVERIFY(bench.waitEnded(waiting.id));
    QCOMPARE(bench.outcome(waiting.id), Outcome::Cancelled);
    // What runs is not left half done.
    bench.door.open(scenarioHost);
    QVERIFY(bench.waitEnded(running.id));
    QCOMPARE(bench.outcome(running.id), Outcome::Succeeded);
    QVERIFY(!bench.activities->putBack(running.id).has_value());
    bench.activities->setReadOnly(false);
    QVERIFY(bench.activities->putBack(running.id).has_value());
    QVERIFY(bench.waitEnded(running.id, 2));
    QCOMPARE(bench.outcome(running.id), Outcome::PutBack);
}

void TestActivities::deniedWritesMakeTheHostReadOnly()
{
    ActivitiesBench bench;
    constexpr int theWrite = 2; // after two reads
    bench.faults = {{theWrite, Trouble::AccessDenied}};
    const Plan plan = bench.place(RunScenario::setCount());
    const QSignalSpy told(bench.activities.get(), &Activities::writableChanged);
    QVERIFY(bench.activities->mayWrite(scenarioHost));
    QVERIFY(bench.activities->start(plan).has_value());
    QVERIFY(bench.waitEnded(plan.id));
    QCOMPARE(bench.outcome(plan.id), Outcome::Failed);
    QCOMPARE(told.count(), 1);
    QVERIFY(!bench.activities->mayWrite(scenarioHost));
    QVERIFY(bench.activities->mayWrite(otherHost));
    QCOMPARE(bench.activities->writeDenial(scenarioHost)->code, base::ErrorCode::AccessDenied);
    const Plan again = bench.place(RunScenario::setCount());
    QCOMPARE(bench.activities->start(again).error().code, base::ErrorCode::AccessDenied);

    bench.faults.clear();
    bench.activities->forgetDenials({scenarioHost});
    QCOMPARE(told.count(), 2);
    QVERIFY(bench.activities->mayWrite(scenarioHost));
    QVERIFY(bench.activities->start(again).has_value());
    QVERIFY(bench.waitEnded(again.id));
    QCOMPARE(bench.outcome(again.id), Outcome::Succeeded);
}

void TestActivities::destroyedWhileRunning()
{
    ActivitiesBench bench;
    const Plan first = bench.place(RunScenario::assignSeveral(3, true, true));
    const Plan second = bench.place(RunScenario::setCount());
    QVERIFY(bench.activities->start(first).has_value());
    QVERIFY(bench.activities->start(second).has_value());
    bench.activities.reset();
    for (const auto& [id, vm] : bench.worlds[scenarioHost].vms)
        QCOMPARE(vm.power, PowerState::Running);
    bench.restart();
    QCOMPARE(bench.activities->all().size(), std::size_t(2));
    for (const auto& activity : bench.activities->all())
        QCOMPARE(activity->state, ActivityState::Ended);
}

void TestActivities::destroyedWhileAskingPutsBack()
{
    ActivitiesBench bench;
    RunScenario scenario = RunScenario::unassign(true, true, 1);
    scenario.world.shutdownTakes = std::chrono::hours(1);
    const Plan plan = bench.place(scenario);
    QVERIFY(bench.activities->start(plan).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!bench.asked.empty(), patience);
    bench.activities.reset();
    QCOMPARE(bench.worlds[scenarioHost].vms[scenarioVm].power, PowerState::Running);
    QCOMPARE(bench.worlds[scenarioHost].vms[scenarioVm].adapters.size(), std::size_t(1));
}

void TestActivities::journalThatCannotBeWritten()
{
    ActivitiesBench bench;
    QFile inTheWay(bench.folder.filePath(u"journals"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const Plan plan = bench.place(RunScenario::setCount());
    QVERIFY(bench.activities->start(plan).has_value()); // written elsewhere than on this thread
    QVERIFY(bench.waitEnded(plan.id));
    const auto activity = bench.activities->find(plan.id);
    QCOMPARE(activity->state, ActivityState::Ended);
    QVERIFY(activity->error.has_value());
    QCOMPARE(activity->error->code, base::ErrorCode::Io);
    QVERIFY(activity->endedAt.isValid());
    QVERIFY(!activity->canPutBack());
    QVERIFY(activity->canRetry()); // as a plan of its own, once there is room
    QVERIFY(!bench.activities->isBusy());
    QCOMPARE(bench.door.passed(), 0);
}

QTEST_GUILESS_MAIN(TestActivities)
#include "tst_activities.moc"
