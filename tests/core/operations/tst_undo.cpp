#include "core/operations/ActivityStory.h"
#include "core/operations/UndoPlan.h"
#include "tests/core/operations/RunBench.h"

#include <QTest>

using namespace hvgpu;
using namespace hvgpu::operations;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

using base::ErrorCode;
using model::PowerState;

namespace {

const QString otherGpu = u"\\\\?\\PCI#VEN_10DE&DEV_25B6#2#{guid}"_s;

FakeWorld::Vm& onlyVm(Bench& bench)
{
    return bench.world.vms.begin()->second;
}

/// What another administrator does.
void give(Bench& bench, const QString& gpu, const QString& id = u"Microsoft:other\\foreign"_s)
{
    model::Assignment adapter;
    adapter.vm = bench.plan.targets.front().vm;
    adapter.adapterId = id;
    adapter.deviceInstancePath = gpu;
    adapter.automatic = gpu.isEmpty();
    onlyVm(bench).adapters.push_back(adapter);
}

bool isChangedSince(const Bench& bench, const TargetReport& report)
{
    const Activity told = activityFrom(bench.story());
    return report.outcome == Outcome::Refused && !report.changed.isEmpty() && report.undo.empty() &&
           told.targets.front().report.changed == report.changed && told.canPutBack();
}

/// Why it was refused, when that is not what somebody changed, but what there is no room for.
QString noRoom(const Bench& bench, const TargetReport& report)
{
    const Activity told = activityFrom(bench.story());
    const TargetReport& again = told.targets.front().report;
    const bool kept =
        again.undoError && report.undoError && again.undoError->detail == report.undoError->detail;
    return report.outcome == Outcome::Refused && report.changed.isEmpty() && report.undo.empty() && kept &&
                   told.canPutBack()
               ? report.undoError->detail
               : u"changed: "_s + report.changed;
}

int countOff(const Bench& bench)
{
    int off = 0;
    for (const auto& [id, vm] : bench.world.vms)
        off += vm.power == PowerState::Off ? 1 : 0;
    return off;
}

} // namespace

/// Taking back and going on when others did something meanwhile: what is not provably of the change stays,
/// and what somebody changed since is not overwritten.
class TestUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAdapterOfAnotherGpuIsNeverTaken_data();
    void anAdapterOfAnotherGpuIsNeverTaken();
    void anAdapterOfAnotherChangeIsNeverTaken();
    void aForeignAdapterRefusesTheUndo();
    void aLostAdapterOfUnassigningNeedsRoom();
    void moreThanThereAreIsNotCalledAChange();
    void aCountThatWasSetSinceIsKept();
    void anOfflineActionThatWasSetSinceIsKept();
    void whatIsBackAlreadyIsNotRefused();
    void theRestGoesOn();
    void anUndoThatReachesNobodyChangesNothing();
    void theGuestIsAskedAndNotTurnedOff();
    void aSkippedGuestIsLeftAndCanBeUndoneLater();
    void aFinishedVmIsNotTakenDownAgain();
    void theQuestionTellsWhatGoesDownNow();
    void theQuestionTellsWhatWasChangedSince();
};

void TestUndo::anAdapterOfAnotherGpuIsNeverTaken_data()
{
    QTest::addColumn<bool>("running");
    QTest::addColumn<bool>("clustered");
    QTest::addColumn<bool>("chosen");
    QTest::addColumn<bool>("resume");
    for (int bits = 0; bits < 16; ++bits) {
        const auto bit = [bits](int which) { return (bits & (1 << which)) != 0; };
        QTest::addRow("running %d, clustered %d, GPU chosen %d, resume %d", int(bit(0)), int(bit(1)),
                      int(bit(2)), int(bit(3)))
            << bit(0) << bit(1) << bit(2) << bit(3);
    }
}

void TestUndo::anAdapterOfAnotherGpuIsNeverTaken()
{
    QFETCH(bool, running);
    QFETCH(bool, clustered);
    QFETCH(bool, chosen);
    QFETCH(bool, resume);
    const Known known(RunScenario::assign(running, clustered, chosen));
    int judged = 0;
    for (const Trouble death : {Trouble::KilledBefore, Trouble::KilledAfter}) {
        for (int call = 0; call < known.calls; ++call) {
            Bench bench(known.scenario);
            QVERIFY(!bench.run({{call, death}}));
            give(bench, otherGpu);
            const auto report = resume ? bench.resume() : bench.putBack();
            QVERIFY(report.has_value());
            QCOMPARE(foreignAdapters(bench.world), 1);
            QVERIFY(onlyVm(bench).power == (running ? PowerState::Running : PowerState::Off));
            const TargetReport& target = report->targets.front();
            if (!resume)
                QCOMPARE(onlyVm(bench).adapters.size(), std::size_t(1));
            if (target.outcome == Outcome::PutBack || target.outcome == Outcome::Refused)
                QVERIFY2(!target.changed.isEmpty(), qPrintable(u"call %1"_s.arg(call)));
            // Success is an adapter of the chosen kind.
            if (target.outcome == Outcome::Succeeded)
                QCOMPARE(onlyVm(bench).adapters.size(), std::size_t(2));
            ++judged;
        }
    }
    QVERIFY(judged >= 2 * known.calls);
}

void TestUndo::anAdapterOfAnotherChangeIsNeverTaken()
{
    // Of the same GPU, so that only the other change's journal tells whose it is.
    Bench bench(RunScenario::assign(true, false, true));
    const Known known(RunScenario::assign(true, false, true));
    for (int call = 0; call < known.calls; ++call) {
        for (const bool resume : {false, true}) {
            Bench next(known.scenario);
            if (next.run({{call, Trouble::KilledBefore}}) || !onlyVm(next).adapters.empty())
                continue;
            give(next, scenarioGpu, u"Microsoft:Other\\foreign"_s);
            const RunOptions options{false, {u"microsoft:other\\foreign"_s}};
            const JournalStory story = next.story();
            const auto journal = Journal::reopen(next.journalPath, next.clock).value();
            Runner runner = next.runner();
            const RunReport report = resume ? runner.resume(story, *journal, next.observer, {}, options)
                                            : runner.putBack(story, *journal, next.observer, options);
            QVERIFY(report.targets.front().outcome != Outcome::Succeeded);
            QCOMPARE(foreignAdapters(next.world), 1);
            QCOMPARE(onlyVm(next).power, PowerState::Running);
        }
    }
}

void TestUndo::aForeignAdapterRefusesTheUndo()
{
    for (const bool assign : {false, true}) {
        Bench bench(assign ? RunScenario::assign(true, false, true) : RunScenario::unassign(true, false, 1));
        QVERIFY(bench.run()->allSucceeded());
        give(bench, otherGpu);
        const auto adapters = onlyVm(bench).adapters;
        const auto report = bench.putBack();
        QVERIFY(isChangedSince(bench, report->targets.front()));
        QVERIFY(onlyVm(bench).adapters == adapters);
        QCOMPARE(onlyVm(bench).power, PowerState::Running);
        // Once the other one has gone, it can be taken back after all.
        onlyVm(bench).adapters.pop_back();
        QCOMPARE(bench.putBack()->targets.front().outcome, Outcome::PutBack);
    }
    // What the change had added was taken away and given again by somebody.
    Bench bench(RunScenario::assign(false, false, true));
    QVERIFY(bench.run()->allSucceeded());
    onlyVm(bench).adapters.clear();
    give(bench, scenarioGpu);
    QVERIFY(isChangedSince(bench, bench.putBack()->targets.front()));
    QCOMPARE(foreignAdapters(bench.world), 1);
}

void TestUndo::aLostAdapterOfUnassigningNeedsRoom()
{
    Bench bench(RunScenario::unassign(true, false, 2));
    QVERIFY(bench.run()->allSucceeded());
    bench.world.gpus[scenarioGpu].count = 1;
    QCOMPARE(noRoom(bench, bench.putBack()->targets.front()),
             u"0 of the 1 partitions of its GPU are assigned, which leaves none for it"_s);
    QVERIFY(onlyVm(bench).adapters.empty());
    bench.world.gpus[scenarioGpu].count = 2;
    QCOMPARE(bench.putBack()->targets.front().outcome, Outcome::PutBack);
    QCOMPARE(onlyVm(bench).adapters.size(), std::size_t(2));
}

void TestUndo::moreThanThereAreIsNotCalledAChange()
{
    // What takes assignments beyond the count away cannot be taken back, although nobody did anything.
    const QDateTime now = QDateTime::currentDateTimeUtc().addYears(100);
    Bench bench(RunScenario::unassign(false, false, 2));
    bench.world.gpus[scenarioGpu].count = 1;
    bench.plan.targets.front().steps.pop_back(); // of two it keeps one
    QVERIFY(bench.run()->allSucceeded());
    const Plan shown = undoPlan(activityFrom(bench.story()), fleetSeen(bench.world, now), now);
    QVERIFY(shown.isEmpty());
    QCOMPARE(shown.findings.size(), std::size_t(1));
    QCOMPARE(shown.findings.front().code, FindingCode::NoFreePartition);
    QCOMPARE(noRoom(bench, bench.putBack()->targets.front()),
             u"1 of the 1 partitions of its GPU are assigned, which leaves none for it"_s);
    QCOMPARE(onlyVm(bench).adapters.size(), std::size_t(1));
    // With room it is shown as what it is, and done.
    bench.world.gpus[scenarioGpu].count = 2;
    QVERIFY(!undoPlan(activityFrom(bench.story()), fleetSeen(bench.world, now), now).isEmpty());
    QCOMPARE(bench.putBack()->targets.front().outcome, Outcome::PutBack);
}

void TestUndo::aCountThatWasSetSinceIsKept()
{
    Bench bench(RunScenario::setCount());
    QVERIFY(bench.run()->allSucceeded());
    bench.world.gpus.begin()->second.count = 2;
    const auto report = bench.putBack();
    QVERIFY(isChangedSince(bench, report->targets.front()));
    QCOMPARE(report->targets.front().changed,
             u"its partition count is 2, where this change left 8; before it was 4"_s);
    QCOMPARE(bench.world.gpus.begin()->second.count, std::uint16_t(2));
    bench.world.gpus.begin()->second.count = 8;
    QCOMPARE(bench.putBack()->targets.front().outcome, Outcome::PutBack);
    QCOMPARE(bench.world.gpus.begin()->second.count, std::uint16_t(4));
}

void TestUndo::anOfflineActionThatWasSetSinceIsKept()
{
    Bench bench(RunScenario::assign(true, true, true));
    QVERIFY(bench.run()->allSucceeded());
    QCOMPARE(onlyVm(bench).cluster->offlineAction, std::optional(3U));
    onlyVm(bench).cluster->offlineAction = 2;
    QVERIFY(isChangedSince(bench, bench.putBack()->targets.front()));
    QCOMPARE(onlyVm(bench).cluster->offlineAction, std::optional(2U));
    QCOMPARE(onlyVm(bench).adapters.size(), std::size_t(1));
}

void TestUndo::whatIsBackAlreadyIsNotRefused()
{
    Bench bench(RunScenario::setCount());
    QVERIFY(bench.run()->allSucceeded());
    bench.world.gpus.begin()->second.count = 4;
    QCOMPARE(bench.putBack()->targets.front().outcome, Outcome::PutBack);

    Bench other(RunScenario::assign(true, false, true));
    QVERIFY(other.run()->allSucceeded());
    onlyVm(other).adapters.clear();
    const auto report = other.putBack();
    QCOMPARE(report->targets.front().outcome, Outcome::PutBack);
    QVERIFY(report->targets.front().undo.empty());
}

void TestUndo::theRestGoesOn()
{
    Bench bench(RunScenario::assignSeveral(3, true, false));
    QVERIFY(bench.run()->allSucceeded());
    FakeWorld::Vm& second = bench.world.vms.at(bench.plan.targets[1].vm);
    second.adapters.front().adapterId = u"Microsoft:other\\foreign"_s;
    const auto report = bench.putBack();
    QCOMPARE(report->targets[0].outcome, Outcome::PutBack);
    QCOMPARE(report->targets[1].outcome, Outcome::Refused);
    QCOMPARE(report->targets[2].outcome, Outcome::PutBack);
    QCOMPARE(foreignAdapters(bench.world), 1);
    QCOMPARE(countOff(bench), 0);
    QVERIFY(!bench.story().isInterrupted());
}

void TestUndo::anUndoThatReachesNobodyChangesNothing()
{
    for (const RunScenario& scenario : {RunScenario::setCount(), RunScenario::assign(true, false, true)}) {
        for (const bool connects : {false, true}) {
            Bench bench(scenario);
            QVERIFY(bench.run()->allSucceeded());
            const JournalStory story = bench.story();
            {
                const auto journal = Journal::reopen(bench.journalPath, bench.clock).value();
                // Six attempts of reading.
                std::vector<Fault> lost;
                for (int call = 0; call < 40; ++call)
                    lost.push_back({call, Trouble::LostBefore});
                Runner runner = connects ? bench.runner(lost) : bench.lostRunner();
                const RunReport report = runner.putBack(story, *journal, bench.observer);
                QCOMPARE(report.targets.front().outcome, Outcome::Succeeded);
                QVERIFY(report.targets.front().undoError.has_value());
                QVERIFY(report.targets.front().undo.empty());
            }
            const Activity told = activityFrom(bench.story());
            QCOMPARE(told.state, ActivityState::Ended);
            QCOMPARE(told.targets.front().report.outcome, Outcome::Succeeded);
            QVERIFY(told.canPutBack());
            QCOMPARE(bench.putBack()->targets.front().outcome, Outcome::PutBack);
        }
    }
}

void TestUndo::theGuestIsAskedAndNotTurnedOff()
{
    // Off when the change was made, running now: nobody chose how such a guest goes down.
    for (const bool ranThen : {false, true}) {
        Bench bench(RunScenario::assign(ranThen, false, true));
        QVERIFY(bench.run()->allSucceeded());
        onlyVm(bench).power = PowerState::Running;
        bench.world.shutdownTakes = std::chrono::hours(1);
        bench.observer.answer = ShutdownAnswer::WaitOn;
        QCOMPARE(bench.putBack()->targets.front().outcome, Outcome::PutBack);
        QVERIFY(bench.observer.asked > 1);
        QCOMPARE(onlyVm(bench).power, PowerState::Running);
    }
}

void TestUndo::aSkippedGuestIsLeftAndCanBeUndoneLater()
{
    for (const bool clustered : {false, true}) {
        Bench bench(RunScenario::assign(true, clustered, true));
        QVERIFY(bench.run()->allSucceeded());
        const auto done = factsOf(bench.plan, bench.world);
        bench.world.shutdownTakes = std::chrono::minutes(20);
        bench.observer.answer = ShutdownAnswer::Skip;
        const auto report = bench.putBack();
        const TargetReport& target = report->targets.front();
        QVERIFY2(target.outcome == Outcome::Succeeded || target.outcome == Outcome::Indeterminate,
                 name(target.outcome).data());
        QVERIFY(target.undoError.has_value());
        QCOMPARE(bench.observer.asked, 1);
        bench.letTimePass();
        if (onlyVm(bench).power == PowerState::Off) { // it went down by itself, long after
            onlyVm(bench).power = PowerState::Running;
            if (clustered)
                onlyVm(bench).cluster->state = 2;
        }
        QVERIFY(factsOf(bench.plan, bench.world) == done);
        bench.world.shutdownTakes = std::chrono::seconds(0);
        QCOMPARE(bench.putBack()->targets.front().outcome, Outcome::PutBack);
    }
}

void TestUndo::aFinishedVmIsNotTakenDownAgain()
{
    int finished = 0;
    for (const bool clustered : {false, true}) {
        for (const bool assign : {false, true}) {
            const Known known(assign ? RunScenario::assign(true, clustered, true)
                                     : RunScenario::unassign(true, clustered, 1));
            for (int call = 0; call < known.calls; ++call) {
                Bench bench(known.scenario);
                QVERIFY(!bench.run({{call, Trouble::KilledAfter}}));
                if (factsOf(bench.plan, bench.world) != known.done)
                    continue;
                ++finished;
                for (const FakeWorld::Call down :
                     {FakeWorld::Call::ShutDownGuest, FakeWorld::Call::TakeOffline})
                    bench.world.refuses[down] = ErrorCode::InvalidState;
                const auto report = bench.resume();
                QVERIFY2(report->allSucceeded(), qPrintable(u"%1, killed after call %2"_s.arg(
                                                     known.scenario.name, QString::number(call))));
                for (const StepReport& step : report->targets.front().steps)
                    QVERIFY(step.alreadyDone);
            }
        }
    }
    QVERIFY(finished >= 8);
}

void TestUndo::theQuestionTellsWhatGoesDownNow()
{
    const QDateTime now = QDateTime::currentDateTimeUtc().addYears(100); // after all clocks of the bench
    for (const bool clustered : {false, true}) {
        for (const bool ranThen : {false, true}) {
            for (const bool runsNow : {false, true}) {
                Bench bench(RunScenario::assign(ranThen, clustered, true));
                QVERIFY(bench.run()->allSucceeded());
                onlyVm(bench).power = runsNow ? PowerState::Running : PowerState::Off;
                const Plan plan = undoPlan(activityFrom(bench.story()), fleetSeen(bench.world, now), now);
                QCOMPARE(plan.targets.size(), std::size_t(1));
                const Target& target = plan.targets.front();
                QCOMPARE(target.goesDown, runsNow);
                QCOMPARE(target.expected.adapterIds.size(), std::size_t(1));
                QCOMPARE(target.maxDowntime.count() > 0, runsNow);
                // What is shown is what is done.
                std::vector<StepKind> shown;
                for (const Step& step : target.steps)
                    shown.push_back(step.kind);
                const bool restarts =
                    std::ranges::find_if(shown, [](StepKind kind) {
                        return kind == StepKind::StartVm || kind == StepKind::BringClusterOnline;
                    }) != shown.end();
                QCOMPARE(restarts, runsNow);
                QVERIFY(std::ranges::find(shown, StepKind::RemovePartitionAdapter) != shown.end());
                if (runsNow)
                    QCOMPARE(target.steps.front().power.policy, PowerPolicy::ShutDownThenAsk);
                QCOMPARE(bench.putBack()->targets.front().undo.size(), shown.size());
            }
        }
    }
}

void TestUndo::theQuestionTellsWhatWasChangedSince()
{
    const QDateTime now = QDateTime::currentDateTimeUtc().addYears(100);
    Bench bench(RunScenario::setCount());
    QVERIFY(bench.run()->allSucceeded());
    bench.world.gpus.begin()->second.count = 2;
    const Activity counted = activityFrom(bench.story());
    const Plan plan = undoPlan(counted, fleetSeen(bench.world, now), now);
    QVERIFY(plan.isEmpty());
    QCOMPARE(plan.findings.size(), std::size_t(1));
    QCOMPARE(plan.findings.front().code, FindingCode::ChangedSince);
    QCOMPARE(plan.findings.front().arguments.front(), bench.putBack()->targets.front().changed);
    // What was read before the change had ended says nothing of what was done since.
    const Plan assumed = undoPlan(counted, fleetSeen(bench.world, counted.endedAt.addDays(-1)), now);
    QVERIFY(assumed.findings.empty());
    QCOMPARE(assumed.targets.front().steps.front().before, std::optional<std::uint64_t>(8));
    QCOMPARE(assumed.targets.front().steps.front().after, std::optional<std::uint64_t>(4));

    Bench other(RunScenario::unassign(true, false, 1));
    QVERIFY(other.run()->allSucceeded());
    give(other, otherGpu);
    const Plan unassigned = undoPlan(activityFrom(other.story()), fleetSeen(other.world, now), now);
    QCOMPARE(unassigned.vmsGoingDown(), std::size_t(0));
    QCOMPARE(unassigned.findings.front().code, FindingCode::ChangedSince);
    QCOMPARE(unassigned.findings.front().arguments.front(), other.putBack()->targets.front().changed);
}

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
