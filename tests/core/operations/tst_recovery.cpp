#include "tests/core/operations/RunBench.h"

#include <QTest>

#include <algorithm>

using namespace hvgpu;
using namespace hvgpu::operations;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

using model::PowerState;

namespace {

constexpr int firstAfterReads = 2; // the plan's check and the first step's own reading come before

FakeWorld::Vm& onlyVm(Bench& bench)
{
    return bench.world.vms.begin()->second;
}

bool anyBegun(const JournalStory& story, int target)
{
    return std::any_of(story.records.begin(), story.records.end(), [target](const JournalRecord& record) {
        return record.target == target && record.kind == JournalRecord::Kind::StepBegun;
    });
}

} // namespace

/// What comes after a run that was cut off, refused or finished long ago, and guests that take their time.
class TestRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void targetsNeverBegunAreLeftAlone();
    void unreachableHostKeepsAnInterruptedPlanOpen();
    void droppedTasksLeaveThePlanOpen();
    void blockedPlanIsRefused();
    void undoingAFinishedPlanKeepsThePowerFound_data();
    void undoingAFinishedPlanKeepsThePowerFound();
    void undoDoesNotActOnSavedVms();
    void killedUndoOfAFinishedPlan();
    void slowGuest_data();
    void slowGuest();
    void answeringWaitOnDoesNotAskTheGuestTwice();
    void aGuestWithoutAServiceIsSaidToHaveNone();
    void theOtherConsolesCountIsNamed();
    void movedVmIsBroughtOnline();
    void countIsNotSetUnderAnAdapter();
    void foreignAdapterStopsTheAddition();
};

void TestRecovery::targetsNeverBegunAreLeftAlone()
{
    int leftAlone = 0;
    for (const bool running : {false, true}) {
        const Known known(RunScenario::assignSeveral(3, running, false));
        for (int call = 0; call < known.calls; ++call) {
            for (const bool resume : {false, true}) {
                Bench bench(known.scenario);
                QVERIFY(!bench.run({{call, Trouble::KilledAfter}}));
                const JournalStory story = bench.story();
                std::vector<bool> changed;
                for (std::size_t i = 0; i < bench.plan.targets.size(); ++i) {
                    FakeWorld::Vm& vm = bench.world.vms[bench.plan.targets[i].vm];
                    changed.push_back(!anyBegun(story, static_cast<int>(i)));
                    if (!changed.back())
                        continue;
                    // Somebody turned it off, or gave it an adapter.
                    if (!running)
                        bench.world.addForeignAdapter(vm);
                    vm.power = PowerState::Off;
                }
                const auto atDeath = factsOf(bench.plan, bench.world);
                const auto report = resume ? bench.resume() : bench.putBack();
                const auto now = factsOf(bench.plan, bench.world);
                QCOMPARE(foreignAdapters(bench.world), bench.world.foreignAdded);
                for (std::size_t i = 0; i < now.size(); ++i) {
                    if (changed[i])
                        QCOMPARE(report->targets[i].outcome, resume ? Outcome::Refused : Outcome::NotStarted);
                    QVERIFY(now[i] == (changed[i] ? atDeath[i] : resume ? known.done[i] : known.before[i]));
                    leftAlone += changed[i] ? 1 : 0;
                }
                QVERIFY(!bench.story().isInterrupted());
            }
        }
    }
    QVERIFY(leftAlone > 20);
}

void TestRecovery::unreachableHostKeepsAnInterruptedPlanOpen()
{
    for (const bool resume : {false, true}) {
        Bench bench(RunScenario::assignSeveral(2, true, true));
        const auto before = factsOf(bench.plan, bench.world);
        QVERIFY(!bench.run({{8, Trouble::KilledAfter}}));
        QVERIFY(anyBegun(bench.story(), 0) && !anyBegun(bench.story(), 1));
        {
            const JournalStory story = bench.story();
            const auto journal = Journal::reopen(bench.journalPath, bench.clock).value();
            Runner lost = bench.lostRunner();
            const RunReport report = resume ? lost.resume(story, *journal, bench.observer, {})
                                            : lost.putBack(story, *journal, bench.observer);
            QCOMPARE(report.targets[0].outcome, Outcome::Indeterminate);
            QCOMPARE(report.targets[1].outcome, resume ? Outcome::Cancelled : Outcome::NotStarted);
        }
        QVERIFY(bench.story().isInterrupted());
        QVERIFY(bench.putBack().has_value());
        QVERIFY(factsOf(bench.plan, bench.world) == before);
        QVERIFY(!bench.story().isInterrupted());
    }
}

void TestRecovery::droppedTasksLeaveThePlanOpen()
{
    Bench bench(RunScenario::assign(true, false, true));
    bench.executor.dropFromNowOn();
    const auto report = bench.run();
    QCOMPARE(report->targets.front().outcome, Outcome::NotStarted);
    QVERIFY(bench.story().isInterrupted());
    QCOMPARE(bench.calls(), 0);
}

void TestRecovery::blockedPlanIsRefused()
{
    Bench bench(RunScenario::assign(true, false, true));
    bench.plan.findings.push_back({FindingCode::NoFreePartition, Severity::Blocking, {}, {}, {}, {}});
    const auto report = bench.run();
    QVERIFY(report->refusal.has_value());
    QVERIFY(!report->allSucceeded());
    QCOMPARE(report->targets.front().outcome, Outcome::Refused);
    QCOMPARE(bench.calls(), 0);
    QVERIFY(!bench.story().isInterrupted());
}

void TestRecovery::undoingAFinishedPlanKeepsThePowerFound_data()
{
    QTest::addColumn<bool>("assign");
    QTest::addColumn<bool>("clustered");
    QTest::addColumn<bool>("ranThen");
    QTest::addColumn<bool>("runsNow");
    for (int bits = 0; bits < 16; ++bits) {
        const auto bit = [bits](int which) { return (bits & (1 << which)) != 0; };
        QTest::addRow("%s%s, ran %d, runs %d", bit(0) ? "assign" : "unassign", bit(1) ? ", clustered" : "",
                      int(bit(2)), int(bit(3)))
            << bit(0) << bit(1) << bit(2) << bit(3);
    }
}

void TestRecovery::undoingAFinishedPlanKeepsThePowerFound()
{
    QFETCH(bool, assign);
    QFETCH(bool, clustered);
    QFETCH(bool, ranThen);
    QFETCH(bool, runsNow);
    Bench bench(assign ? RunScenario::assign(ranThen, clustered, true)
                       : RunScenario::unassign(ranThen, clustered, 1));
    const auto before = factsOf(bench.plan, bench.world);
    QVERIFY(bench.run()->allSucceeded());
    onlyVm(bench).power = runsNow ? PowerState::Running : PowerState::Off;
    // A guest that does not go down by itself is turned off, but only when it had its time.
    bench.world.shutdownTakes = std::chrono::seconds(30);
    const auto started = bench.clock.steadyNow();
    QCOMPARE(bench.putBack()->targets.front().outcome, Outcome::PutBack);
    QCOMPARE(onlyVm(bench).power, runsNow ? PowerState::Running : PowerState::Off);
    QCOMPARE(onlyVm(bench).adapters.size(), before.front().adapters);
    QVERIFY(factsOf(bench.plan, bench.world).front().offlineAction == before.front().offlineAction);
    QVERIFY(!runsNow || bench.clock.steadyNow() - started >= std::chrono::seconds(30));
    QVERIFY(!bench.story().isInterrupted());
}

void TestRecovery::undoDoesNotActOnSavedVms()
{
    for (const PowerState state : {PowerState::Saved, PowerState::Paused, PowerState::Critical}) {
        Bench bench(RunScenario::assign(true, false, true));
        QVERIFY(bench.run()->allSucceeded());
        onlyVm(bench).power = state;
        const auto report = bench.putBack();
        QCOMPARE(report->targets.front().outcome, Outcome::Succeeded); // as it was
        QVERIFY(report->targets.front().undoError.has_value());
        QCOMPARE(onlyVm(bench).power, state);
        QCOMPARE(onlyVm(bench).adapters.size(), std::size_t(1));
        QVERIFY(report->targets.front().undo.empty());
    }
}

void TestRecovery::killedUndoOfAFinishedPlan()
{
    int kills = 0;
    for (const bool assign : {false, true}) {
        for (const bool clustered : {false, true}) {
            for (const bool ranThen : {false, true}) {
                for (const bool resume : {false, true}) {
                    for (int call = 1;; ++call) {
                        Bench bench(assign ? RunScenario::assign(ranThen, clustered, true)
                                           : RunScenario::unassign(ranThen, clustered, 1));
                        const auto before = factsOf(bench.plan, bench.world);
                        QVERIFY(bench.run()->allSucceeded());
                        const auto done = factsOf(bench.plan, bench.world);
                        onlyVm(bench).power = PowerState::Running;
                        if (bench.putBack({{call, Trouble::KilledAfter}}))
                            break;
                        ++kills;
                        const auto report = resume ? bench.resume() : bench.putBack();
                        QVERIFY(report.has_value());
                        const auto now = factsOf(bench.plan, bench.world);
                        QCOMPARE(now.front().power, PowerState::Running);
                        const bool succeeded = report->targets.front().outcome == Outcome::Succeeded;
                        QVERIFY(resume || !succeeded);
                        QCOMPARE(now.front().adapters, (succeeded ? done : before).front().adapters);
                        QVERIFY(!bench.story().isInterrupted());
                    }
                }
            }
        }
    }
    QVERIFY(kills > 40);
}

void TestRecovery::slowGuest_data()
{
    QTest::addColumn<bool>("clustered");
    QTest::addColumn<int>("policy");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("cancel");
    QTest::addColumn<QList<int>>("outcomes");
    const auto add = [](const char* name, PowerPolicy policy, int seconds, bool cancel,
                        const QList<int>& outcomes) {
        for (const bool clustered : {false, true})
            QTest::addRow("%s%s", name, clustered ? ", clustered" : "")
                << clustered << int(policy) << seconds << cancel << outcomes;
    };
    const auto skip = PowerPolicy::ShutDownThenSkip;
    add("in time", skip, 60, false, {int(Outcome::Succeeded)});
    add("late, turned off", PowerPolicy::ShutDownThenTurnOff, 9'000, false, {int(Outcome::Succeeded)});
    add("late, skipped, off soon after", skip, 200, false, {int(Outcome::PutBack)});
    add("late, asked and cancelled, off soon after", PowerPolicy::ShutDownThenAsk, 200, true,
        {int(Outcome::Cancelled)});
}

void TestRecovery::slowGuest()
{
    QFETCH(bool, clustered);
    QFETCH(int, policy);
    QFETCH(int, seconds);
    QFETCH(bool, cancel);
    QFETCH(QList<int>, outcomes);
    RunScenario scenario = RunScenario::assign(true, clustered, true);
    scenario.setPolicy(static_cast<PowerPolicy>(policy));
    scenario.world.shutdownTakes = std::chrono::seconds(seconds);
    Bench bench(scenario);
    const auto before = factsOf(bench.plan, bench.world);
    if (cancel)
        bench.observer.whenAsked = [&bench] { bench.stop.request_stop(); };
    const TargetReport target = bench.run()->targets.front();
    const Outcome outcome = target.outcome;
    QVERIFY2(outcomes.contains(int(outcome)), name(outcome).data());
    if (outcome == Outcome::PutBack) // it was not just left as it was
        QVERIFY(target.error->detail.contains(u"the VM was started again"));
    bench.letTimePass();
    QCOMPARE(onlyVm(bench).power, PowerState::Running);
    if (outcome != Outcome::Succeeded)
        QVERIFY(factsOf(bench.plan, bench.world) == before);
    QVERIFY(!bench.story().isInterrupted());
}

void TestRecovery::answeringWaitOnDoesNotAskTheGuestTwice()
{
    for (const bool clustered : {false, true}) {
        RunScenario scenario = RunScenario::assign(true, clustered, true);
        scenario.world.shutdownTakes = std::chrono::seconds(400);
        Bench bench(scenario);
        bench.observer.answer = ShutdownAnswer::WaitOn;
        QVERIFY(bench.run()->allSucceeded());
        QCOMPARE(bench.observer.asked, 3);
    }
    // The cluster is still at it when we give up: neither skipped nor as before, so the plan stays open.
    RunScenario scenario = RunScenario::assign(true, true, true);
    scenario.setPolicy(PowerPolicy::ShutDownThenSkip);
    scenario.world.shutdownTakes = std::chrono::hours(2);
    Bench bench(scenario);
    const auto before = factsOf(bench.plan, bench.world);
    QCOMPARE(bench.run()->targets.front().outcome, Outcome::Indeterminate);
    bench.letTimePass();
    QVERIFY(bench.story().isInterrupted());
    QCOMPARE(bench.putBack()->targets.front().outcome, Outcome::PutBack);
    QVERIFY(factsOf(bench.plan, bench.world) == before);
}

void TestRecovery::aGuestWithoutAServiceIsSaidToHaveNone()
{
    RunScenario scenario = RunScenario::assign(true, false, true);
    scenario.world.refuses[FakeWorld::Call::ShutDownGuest] = base::ErrorCode::Unsupported;
    Bench bench(scenario);
    bench.observer.answer = ShutdownAnswer::Skip;
    const auto before = factsOf(bench.plan, bench.world);
    const TargetReport target = bench.run()->targets.front();
    QCOMPARE(bench.observer.asked, 1);
    QCOMPARE(bench.observer.askedBecause, u"the guest cannot be asked to shut down"_s);
    QCOMPARE(target.outcome, Outcome::Skipped);
    QCOMPARE(target.error->detail, bench.observer.askedBecause); // nothing of a time limit
    QVERIFY(factsOf(bench.plan, bench.world) == before);
    // One that takes too long is said to do so.
    RunScenario slow = RunScenario::assign(true, false, true);
    slow.world.shutdownTakes = std::chrono::hours(2);
    Bench late(slow);
    QVERIFY(late.run()->allSucceeded());
    QCOMPARE(late.observer.asked, 1);
    QVERIFY(late.observer.askedBecause.isEmpty());
    // And so when it is to be put back.
    Bench undone(RunScenario::assign(true, false, true));
    QVERIFY(undone.run()->allSucceeded());
    undone.world.refuses[FakeWorld::Call::ShutDownGuest] = base::ErrorCode::Unsupported;
    undone.observer.answer = ShutdownAnswer::Skip;
    QCOMPARE(undone.putBack()->targets.front().undoError->detail,
             u"the guest cannot be asked to shut down"_s);
}

void TestRecovery::theOtherConsolesCountIsNamed()
{
    Bench bench(RunScenario::setCount());
    bench.world.whenCounting = [&bench] { bench.world.gpus.begin()->second.count = 2; };
    const TargetReport target = bench.run()->targets.front();
    QCOMPARE(target.outcome, Outcome::PartlyDone);
    QCOMPARE(target.error->detail,
             u"its partition count is 2: something else set it while this change set 8"_s);
    QCOMPARE(bench.world.gpus.begin()->second.count, std::uint16_t(2)); // not fought about
    // Before: nothing is touched.
    Bench second(RunScenario::setCount());
    second.world.gpus.begin()->second.count = 2;
    const TargetReport refused = second.run()->targets.front();
    QCOMPARE(refused.outcome, Outcome::Refused);
    QCOMPARE(refused.changed, u"its partition count is 2, where the plan found 4"_s);
}

void TestRecovery::movedVmIsBroughtOnline()
{
    const Known known(RunScenario::assign(true, true, true));
    int moved = 0;
    for (int call = firstAfterReads; call < known.calls; ++call) {
        Bench bench(known.scenario);
        const auto report = bench.run({{call, Trouble::MovedAway}});
        if (!onlyVm(bench).elsewhere)
            continue;
        ++moved;
        QCOMPARE(onlyVm(bench).power, PowerState::Running);
        const Outcome outcome = report->targets.front().outcome;
        QVERIFY2(outcome == Outcome::PartlyDone, name(outcome).data());
        QVERIFY(report->targets.front().undoError->detail.contains(u"another node"));
        QVERIFY(bench.story().isInterrupted());
    }
    QVERIFY(moved > 3);
}

void TestRecovery::countIsNotSetUnderAnAdapter()
{
    // Killed before the count was set; meanwhile a VM that is off was given a partition.
    for (const bool automatic : {false, true}) {
        Bench bench(RunScenario::setCount());
        QVERIFY(!bench.run({{firstAfterReads, Trouble::KilledBefore}}));
        model::Assignment adapter;
        adapter.adapterId = u"Microsoft:other\\1"_s;
        adapter.automatic = automatic;
        adapter.deviceInstancePath = automatic ? QString() : scenarioGpu;
        bench.world.vms[scenarioVm].adapters.push_back(adapter);
        const auto report = bench.resume();
        QCOMPARE(report->targets.front().outcome, Outcome::Refused);
        QVERIFY(!report->targets.front().changed.isEmpty());
        QCOMPARE(bench.world.gpus.begin()->second.count, std::uint16_t(4));
    }
}

void TestRecovery::foreignAdapterStopsTheAddition()
{
    const Known known(RunScenario::assign(true, false, true));
    int conflicts = 0;
    for (int call = firstAfterReads; call < known.calls; ++call) {
        Bench bench(known.scenario);
        const auto report = bench.run({{call, Trouble::ForeignAdapter}});
        QCOMPARE(foreignAdapters(bench.world), bench.world.foreignAdded);
        QCOMPARE(onlyVm(bench).power, PowerState::Running);
        const TargetReport& target = report->targets.front();
        if (target.error && target.error->code == base::ErrorCode::Conflict) {
            ++conflicts;
            QVERIFY(!target.changed.isEmpty());
            QCOMPARE(onlyVm(bench).adapters.size(), std::size_t(1));
        }
    }
    QVERIFY(conflicts > 0);
}

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
