#include "tests/core/operations/ActivitiesBench.h"
#include "tests/core/operations/RunBench.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

using namespace hvgpu;
using namespace hvgpu::operations;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

using model::PowerState;

namespace {

/// A run of @p scenario that the console's death cut off at @p call, with its world and journal in @p bench.
Plan interrupt(ActivitiesBench& bench, const RunScenario& scenario, int call)
{
    Bench before(scenario);
    before.run({{call, Trouble::KilledAfter}});
    QDir().mkpath(bench.folder.filePath(u"journals"_s));
    QFile::copy(before.journalPath, bench.journal(before.plan.id));
    bench.worlds[scenarioHost] = before.world;
    bench.worlds[scenarioHost].fillDisk = {};
    return before.plan;
}

/// Time in which other threads than the one that made it can be held up: they ask for it just before they
/// write.
class SlowClock final : public base::Clock
{
public:
    [[nodiscard]] std::chrono::system_clock::time_point now() const override
    {
        if (std::this_thread::get_id() != m_maker) {
            std::unique_lock lock(m_mutex);
            ++m_waiting;
            m_goesOn.wait(lock, [this] { return !m_stopped; });
            --m_waiting;
        }
        return m_time.now();
    }
    [[nodiscard]] std::chrono::steady_clock::time_point steadyNow() const override
    {
        return m_time.steadyNow();
    }
    bool sleepFor(std::chrono::milliseconds duration, std::stop_token stop) override
    {
        return m_time.sleepFor(duration, std::move(stop));
    }
    void stop()
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    void goOn()
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = false;
        m_goesOn.notify_all();
    }
    [[nodiscard]] int waiting() const
    {
        const std::lock_guard lock(m_mutex);
        return m_waiting;
    }

private:
    const std::thread::id m_maker = std::this_thread::get_id();
    tests::ManualClock m_time;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_goesOn;
    mutable int m_waiting = 0;
    bool m_stopped = false;
};

base::Result<std::unique_ptr<hyperv::HostControl>> noHosts(const model::HostId& /*host*/)
{
    return base::fail(base::Error{});
}

bool isLoaded(Activities& activities)
{
    QSignalSpy loaded(&activities, &Activities::loaded);
    activities.load();
    return loaded.wait();
}

constexpr int afterShutDown = 3; // of a stand-alone VM: check, read, shut down, read back

} // namespace

/// What earlier runs of the program left: shown, taken up again, put back, dismissed.
class TestActivityHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endedOnesAreShownAsTheyWere();
    void undoOfAnEndedOne();
    void interruptedOneTellsWhatIsLeftOff();
    void resumesInterrupted();
    void putsInterruptedBack();
    void dismissesInterrupted();
    void anotherProcessIsAtIt();
    void dismissingDoesNotWaitForTheDisk();
    void goingOnDoesNotWaitForTheDisk();
    void leavingDoesNotLoseADecision();
    void unreadableJournalsAreTold();
    void loadingAgainKeepsWhatRuns();
    void retryOfWhatFailed();
    void oldFinishedOnesAreDeletedAndNoOthers();
};

void TestActivityHistory::oldFinishedOnesAreDeletedAndNoOthers()
{
    ActivitiesBench bench;
    // Cut off, and older than all the others.
    const Plan cutOff = interrupt(bench, RunScenario::unassign(true, false, 1), afterShutDown);
    const auto age = [&](const QString& id, int days) {
        QFile file(bench.journal(id));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-days),
                                 QFileDevice::FileModificationTime));
    };
    age(cutOff.id, 100);
    QStringList ids;
    for (int i = 0; i < 4; ++i) {
        Plan plan = bench.place(RunScenario::setCount());
        plan.id = u"0000000%1-0000-0000-0000-000000000000"_s.arg(i);
        QVERIFY(bench.activities->start(plan).has_value());
        QVERIFY(bench.waitEnded(plan.id));
        age(plan.id, 10 - i);
        ids << plan.id;
    }
    bench.keepFinished = 2;
    bench.restart();
    QCOMPARE(bench.activities->all().size(), std::size_t(3));
    QVERIFY(!QFile::exists(bench.journal(ids[0])) && !QFile::exists(bench.journal(ids[1])));
    QVERIFY(QFile::exists(bench.journal(ids[2])) && QFile::exists(bench.journal(ids[3])));
    QCOMPARE(bench.state(cutOff.id), ActivityState::Interrupted);
    bench.keepFinished = 0;
    bench.restart();
    QCOMPARE(bench.activities->all().size(), std::size_t(3));
}

void TestActivityHistory::endedOnesAreShownAsTheyWere()
{
    ActivitiesBench bench;
    bench.faults = {{5, Trouble::JobFailed}};
    const Plan plan = bench.place(RunScenario::assign(true, false, true));
    QVERIFY(bench.activities->start(plan).has_value());
    QVERIFY(bench.waitEnded(plan.id));
    const auto before = bench.activities->find(plan.id);
    QVERIFY(!before->allSucceeded());

    bench.restart();
    const auto after = bench.activities->find(plan.id);
    QVERIFY(after);
    QCOMPARE(after->state, before->state);
    QCOMPARE(after->task, ActivityTask::Run);
    QCOMPARE(after->by, before->by);
    QCOMPARE(after->startedAt, before->startedAt);
    QCOMPARE(after->endedAt, before->endedAt);
    QVERIFY(after->plan.targets == plan.targets);
    const TargetReport& then = before->targets.front().report;
    const TargetReport& now = after->targets.front().report;
    QCOMPARE(now.outcome, then.outcome);
    QCOMPARE(now.undo.size(), then.undo.size());
    QCOMPARE(now.steps.size(), then.steps.size());
    for (std::size_t i = 0; i < now.steps.size(); ++i) {
        QCOMPARE(now.steps[i].step, then.steps[i].step);
        QCOMPARE(now.steps[i].done, then.steps[i].done);
        QCOMPARE(now.steps[i].duration, then.steps[i].duration);
    }
    QVERIFY(now.error.has_value());
    QCOMPARE(now.error->code, then.error->code);
    QCOMPARE(base::describe(*now.error), base::describe(*then.error));
}

void TestActivityHistory::undoOfAnEndedOne()
{
    ActivitiesBench bench;
    const Plan plan = bench.place(RunScenario::assign(true, true, true));
    QVERIFY(bench.activities->start(plan).has_value());
    QVERIFY(bench.waitEnded(plan.id));
    bench.restart();
    bench.touched.clear();
    bench.ended.clear();
    const std::size_t steps = bench.activities->find(plan.id)->targets.front().report.steps.size();
    QVERIFY(bench.activities->putBack(plan.id).has_value());
    QCOMPARE(bench.activities->find(plan.id)->task, ActivityTask::PutBack);
    QVERIFY(bench.waitEnded(plan.id));
    const auto activity = bench.activities->find(plan.id);
    QCOMPARE(activity->state, ActivityState::Ended);
    QCOMPARE(activity->count(Outcome::PutBack), 1);
    QVERIFY(!activity->canPutBack() && !activity->canRetry());
    QCOMPARE(activity->targets.front().report.steps.size(), steps); // of the first run
    QVERIFY(!activity->targets.front().report.undo.empty());
    QVERIFY(bench.worlds[scenarioHost].vms[scenarioVm].adapters.empty());
    QVERIFY(bench.touched.contains(scenarioHost));
    bench.restart();
    QCOMPARE(bench.activities->find(plan.id)->task, ActivityTask::PutBack);
    QCOMPARE(bench.outcome(plan.id), Outcome::PutBack);
}

void TestActivityHistory::interruptedOneTellsWhatIsLeftOff()
{
    ActivitiesBench bench;
    const Plan plan = interrupt(bench, RunScenario::assignSeveral(2, true, false), afterShutDown);
    bench.restart();
    const auto activity = bench.activities->find(plan.id);
    QCOMPARE(activity->state, ActivityState::Interrupted);
    QVERIFY(activity->canResume() && activity->canPutBack() && !activity->canRetry());
    QVERIFY(!activity->endedAt.isValid());
    QVERIFY(activity->targets[0].unfinished && activity->targets[0].mayBeOff());
    QVERIFY(!activity->targets[1].unfinished && !activity->targets[1].mayBeOff());
    QCOMPARE(activity->endedTargets(), 0);
    // The step that was cut off is there, and its end is not known.
    const StepReport& last = activity->targets[0].report.steps.back();
    QVERIFY(!last.done && last.error.has_value());
    QCOMPARE(last.error->code, base::ErrorCode::Indeterminate);
}

void TestActivityHistory::resumesInterrupted()
{
    ActivitiesBench bench;
    const Plan plan = interrupt(bench, RunScenario::assignSeveral(2, true, false), afterShutDown);
    bench.restart();
    QVERIFY(bench.activities->resume(plan.id).has_value());
    QVERIFY(bench.waitEnded(plan.id));
    const auto activity = bench.activities->find(plan.id);
    QCOMPARE(activity->state, ActivityState::Ended);
    QCOMPARE(activity->task, ActivityTask::Resume);
    QVERIFY(activity->allSucceeded());
    for (const auto& [id, vm] : bench.worlds[scenarioHost].vms) {
        QCOMPARE(vm.power, PowerState::Running);
        QCOMPARE(vm.adapters.size(), std::size_t(1));
    }
}

void TestActivityHistory::putsInterruptedBack()
{
    ActivitiesBench bench;
    const Plan plan = interrupt(bench, RunScenario::assignSeveral(2, true, true), afterShutDown + 3);
    bench.restart();
    QVERIFY(bench.activities->putBack(plan.id).has_value());
    QVERIFY(bench.waitEnded(plan.id));
    QCOMPARE(bench.state(plan.id), ActivityState::Ended);
    QCOMPARE(bench.outcome(plan.id, 0), Outcome::PutBack);
    QCOMPARE(bench.outcome(plan.id, 1), Outcome::NotStarted);
    for (const auto& [id, vm] : bench.worlds[scenarioHost].vms) {
        QCOMPARE(vm.power, PowerState::Running);
        QVERIFY(vm.adapters.empty());
    }
}

void TestActivityHistory::dismissesInterrupted()
{
    ActivitiesBench bench;
    const Plan plan = interrupt(bench, RunScenario::assign(true, false, true), afterShutDown);
    bench.restart(true); // also in read-only mode: no host is touched
    QVERIFY(bench.activities->dismiss(plan.id).has_value());
    QTRY_COMPARE(bench.state(plan.id), ActivityState::Dismissed);
    QVERIFY(!bench.activities->find(plan.id)->canResume());
    bench.restart();
    QCOMPARE(bench.state(plan.id), ActivityState::Dismissed);
    QCOMPARE(bench.door.passed(), 0);
}

void TestActivityHistory::anotherProcessIsAtIt()
{
    ActivitiesBench bench;
    const Plan plan = interrupt(bench, RunScenario::assign(true, false, true), afterShutDown);
    {
        const auto owner = Journal::reopen(bench.journal(plan.id), bench.clock);
        QVERIFY(owner.has_value());
        bench.restart();
        QCOMPARE(bench.state(plan.id), ActivityState::RunningElsewhere);
        QCOMPARE(bench.activities->resume(plan.id).error().code, base::ErrorCode::InvalidState);
    }
    const int before = bench.loaded;
    bench.activities->load();
    QTRY_COMPARE(bench.loaded, before + 1);
    QCOMPARE(bench.state(plan.id), ActivityState::Interrupted);
    // Taken in the meantime, which only opening it tells.
    const auto owner = Journal::reopen(bench.journal(plan.id), bench.clock);
    const auto refusedAs = [&] {
        return QTest::qWaitFor([&] { return !bench.refused.empty(); }) &&
               std::exchange(bench.refused, {}) == std::vector{std::pair(plan.id, base::ErrorCode::InUse)};
    };
    const auto then = bench.activities->find(plan.id);
    for (const bool resume : {true, false}) {
        QVERIFY(
            (resume ? bench.activities->resume(plan.id) : bench.activities->putBack(plan.id)).has_value());
        QVERIFY(bench.activities->isBusy());
        QVERIFY(refusedAs());
        QVERIFY(!bench.activities->isBusy());
        const auto after = bench.activities->find(plan.id);
        QCOMPARE(after->state, ActivityState::Interrupted);
        QCOMPARE(after->task, then->task);
        QCOMPARE(after->startedAt, then->startedAt);
        QCOMPARE(after->by, then->by);
    }
    QVERIFY(bench.activities->dismiss(plan.id).has_value());
    QVERIFY(refusedAs());
    QCOMPARE(bench.state(plan.id), ActivityState::Interrupted);
    QVERIFY(bench.ended.empty());
    QCOMPARE(bench.door.passed(), 0);
}

/// The disk is slow: whoever asks is not held up by it, and hears by signal what came of it.
void TestActivityHistory::dismissingDoesNotWaitForTheDisk()
{
    ActivitiesBench bench;
    const Plan plan = interrupt(bench, RunScenario::assign(true, false, true), afterShutDown);
    SlowClock clock;
    Activities activities(noHosts, clock, {bench.folder.filePath(u"journals"_s)});
    QVERIFY(isLoaded(activities));
    const QSignalSpy changed(&activities, &Activities::changed);
    clock.stop();
    QVERIFY(activities.dismiss(plan.id).has_value()); // back at once, or this test never ends
    QCOMPARE(activities.dismiss(plan.id).error().code, base::ErrorCode::InvalidState);
    QCOMPARE(activities.resume(plan.id).error().code, base::ErrorCode::InvalidState);
    QTRY_COMPARE(clock.waiting(), 1);
    QVERIFY(!readJournal(bench.journal(plan.id))->dismissed);
    QCOMPARE(activities.find(plan.id)->state, ActivityState::Interrupted);
    QCOMPARE(changed.count(), 0);
    clock.goOn();
    QTRY_COMPARE(activities.find(plan.id)->state, ActivityState::Dismissed);
    QCOMPARE(changed.count(), 1);
    QVERIFY(readJournal(bench.journal(plan.id))->dismissed);
}

void TestActivityHistory::goingOnDoesNotWaitForTheDisk()
{
    for (const bool resume : {true, false}) {
        ActivitiesBench bench;
        const Plan plan = interrupt(bench, RunScenario::assign(true, false, true), afterShutDown);
        SlowClock clock;
        Activities activities(noHosts, clock, {bench.folder.filePath(u"journals"_s)});
        QVERIFY(isLoaded(activities));
        const QSignalSpy ended(&activities, &Activities::ended);
        clock.stop();
        QVERIFY((resume ? activities.resume(plan.id) : activities.putBack(plan.id)).has_value());
        QTRY_COMPARE(clock.waiting(), 1);
        QVERIFY(activities.find(plan.id)->isActive());
        QCOMPARE(readJournal(bench.journal(plan.id))->records.back().kind, JournalRecord::Kind::StepBegun);
        QCOMPARE(ended.count(), 0);
        clock.goOn();
        QTRY_COMPARE(ended.count(), 1);
    }
}

/// Who dismisses and leaves at once has dismissed.
void TestActivityHistory::leavingDoesNotLoseADecision()
{
    ActivitiesBench bench;
    const Plan plan = interrupt(bench, RunScenario::assign(true, false, true), afterShutDown);
    bench.restart();
    QVERIFY(bench.activities->dismiss(plan.id).has_value());
    bench.activities.reset();
    QVERIFY(readJournal(bench.journal(plan.id))->dismissed);
}

void TestActivityHistory::unreadableJournalsAreTold()
{
    ActivitiesBench bench;
    const Plan plan = interrupt(bench, RunScenario::setCount(), 100);
    QFile broken(bench.folder.filePath(u"journals/broken.journal"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("0123456789abcdef {\"no\": \"plan\"}\n");
    broken.close();
    bench.restart();
    QCOMPARE(bench.unreadable.size(), 1);
    QVERIFY(bench.unreadable.front().contains(broken.fileName()));
    QCOMPARE(bench.activities->all().size(), std::size_t(1));
    QCOMPARE(bench.outcome(plan.id), Outcome::Succeeded);
}

void TestActivityHistory::loadingAgainKeepsWhatRuns()
{
    ActivitiesBench bench;
    const Plan plan = bench.place(RunScenario::assign(true, false, true));
    bench.door.close(scenarioHost);
    QVERIFY(bench.activities->start(plan).has_value());
    bench.activities->load();
    bench.activities->load(); // while it loads
    QTRY_COMPARE(bench.loaded, 1);
    QCOMPARE(bench.state(plan.id), ActivityState::Running);
    bench.door.open(scenarioHost);
    QVERIFY(bench.waitEnded(plan.id));
    QVERIFY(bench.activities->find(plan.id)->allSucceeded());
}

void TestActivityHistory::retryOfWhatFailed()
{
    ActivitiesBench bench;
    bench.faults = {{3, Trouble::RefusedBefore}};
    const Plan plan = bench.place(RunScenario::assignSeveral(3, false, false));
    bench.faults = {{2, Trouble::RefusedBefore}};
    QVERIFY(bench.activities->start(plan).has_value());
    QVERIFY(bench.waitEnded(plan.id));
    const auto activity = bench.activities->find(plan.id);
    QCOMPARE(activity->count(Outcome::Succeeded), 2);
    const auto request = retryRequest(*activity);
    QVERIFY(request.has_value());
    const auto& assign = std::get<AssignRequest>(*request);
    QVERIFY(assign.vms == std::vector{plan.targets.front().vm});
    QCOMPARE(assign.host, std::get<AssignRequest>(plan.request).host);
}

QTEST_GUILESS_MAIN(TestActivityHistory)
#include "tst_activity_history.moc"
