#include "tests/core/operations/FaultJudge.h"

#include "core/operations/TargetHistory.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace hvgpu::test {

using namespace operations;

void FaultJudge::check(bool right, const QString& what)
{
    if (!right)
        QTest::qFail(qPrintable(label + u": "_s + what), __FILE__, __LINE__);
}

/// Each target is as its outcome says.
void FaultJudge::judgeEnded(const Bench& bench, const Known& known, const RunReport& report, bool diskFull)
{
    const auto now = factsOf(bench.plan, bench.world);
    for (std::size_t i = 0; i < now.size(); ++i) {
        const Outcome outcome = report.targets[i].outcome;
        const QString place = u"target %1, %2, now %3"_s.arg(i).arg(name(outcome), text(now));
        switch (outcome) {
        case Outcome::Succeeded:
            check(now[i] == known.done[i], u"success reported, but the end is not reached: "_s + place);
            break;
        case Outcome::Refused:
        case Outcome::Skipped:
        case Outcome::Cancelled:
        case Outcome::PutBack:
        case Outcome::Failed:
            check(now[i] == known.before[i], u"not as before: "_s + place);
            break;
        default:
            check(false, u"no clear end after a single trouble: "_s + place);
        }
    }
    const JournalStory story = bench.story();
    check(diskFull == report.journalError.has_value(), u"journal error"_s);
    check(story.ended != diskFull, diskFull ? u"an end that was not recorded"_s : u"no end record"_s);
    if (diskFull)
        return;
    const auto told = historiesOf(bench.plan, story.records);
    for (std::size_t i = 0; i < told.size(); ++i) {
        check(told[i].outcome == report.targets[i].outcome, u"journal and report differ"_s);
        check(told[i].outcome != Outcome::Succeeded || told[i].newAdapter == report.targets[i].newAdapter,
              u"journal and report name different adapters"_s);
    }
}

/// An interrupted run can be put back and resumed, with nothing left open.
void FaultJudge::judgeBothWays(const Bench& bench, const Known& known)
{
    check(bench.story().isInterrupted(), u"not shown as interrupted"_s);
    for (const bool resume : {false, true}) {
        Bench next(known.scenario);
        next.takeOver(bench.world);
        check(QFile::copy(bench.journalPath, next.journalPath), u"the journal could not be copied"_s);
        const auto report = resume ? next.resume() : next.putBack();
        const auto now = factsOf(next.plan, next.world);
        bool anyBack = false;
        for (std::size_t i = 0; i < now.size(); ++i) {
            // Where an undo had already added an adapter again, resuming goes back, and says why; and what
            // rests on that target is refused then.
            const TargetReport& target = report->targets[i];
            const bool says = !target.changed.isEmpty();
            const bool refused = target.outcome == Outcome::Refused && anyBack && says;
            const bool back = !resume || (target.outcome == Outcome::PutBack && says) || refused;
            anyBack = anyBack || back;
            check(now[i] == (back ? known.before[i] : known.done[i]),
                  u"%1 ended elsewhere, now %2"_s.arg(resume ? u"resuming"_s : u"putting back"_s, text(now)));
        }
        check(report && !report->journalError, u"the journal could not be continued"_s);
        check(!next.story().isInterrupted(), u"still open afterwards"_s);
    }
}

void FaultJudge::judge(const Known& known, Fault fault)
{
    Bench bench(known.scenario);
    label = u"%1, trouble %2 at call %3"_s.arg(known.scenario.name)
                .arg(static_cast<int>(fault.trouble))
                .arg(fault.call);
    const auto report = bench.run({fault});
    bench.disk.makeRoom();
    const bool diskFull = fault.trouble == Trouble::DiskFull;
    if (report)
        judgeEnded(bench, known, *report, diskFull);
    if (!report || diskFull)
        judgeBothWays(bench, known);
    check(foreignAdapters(bench.world) == bench.world.foreignAdded, u"somebody else's adapter was taken"_s);
    ++combinations;
}

void FaultJudge::judgeUntroubled(const std::vector<RunScenario>& scenarios)
{
    for (const RunScenario& scenario : scenarios) {
        Bench bench(scenario);
        QVERIFY2(!bench.plan.targets.empty(), qPrintable(scenario.name));
        const auto report = bench.run();
        QVERIFY2(report && report->allSucceeded(), qPrintable(scenario.name));
        const JournalStory story = bench.story();
        QVERIFY2(story.ended && !story.isInterrupted(), qPrintable(scenario.name));
    }
}

void FaultJudge::judgeEveryTrouble(const std::vector<RunScenario>& scenarios)
{
    combinations = 0;
    for (const RunScenario& scenario : scenarios) {
        const Known known(scenario);
        QVERIFY2(known.before != known.done, qPrintable(scenario.name));
        for (const Trouble trouble : allTroubles) {
            if (trouble == Trouble::DiskFull && !FullDisk::isPossible())
                continue;
            for (int call = 0; call < known.calls; ++call) {
                judge(known, {call, trouble});
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }
    qInfo("%d combinations of plan, step and trouble", combinations);
}

void FaultJudge::judgeKills(const Known& known, int failing, int stride)
{
    for (const Trouble death : {Trouble::KilledBefore, Trouble::KilledAfter}) {
        for (int kill = failing + 1; !QTest::currentTestFailed(); kill += stride) {
            Bench bench(known.scenario);
            label = u"%1, failing at %2, killed %3 at %4"_s.arg(known.scenario.name)
                        .arg(failing)
                        .arg(static_cast<int>(death))
                        .arg(kill);
            if (bench.run({{failing, Trouble::JobFailed}, {kill, death}}))
                break; // over before that call
            judgeBothWays(bench, known);
            ++combinations;
        }
    }
}

void FaultJudge::judgeKilledWhilePuttingBack(const std::vector<RunScenario>& scenarios, Stride stride)
{
    combinations = 0;
    int offset = 0;
    for (const RunScenario& scenario : scenarios) {
        const Known known(scenario);
        for (int failing = offset++ % stride.failing; failing < known.calls; failing += stride.failing) {
            judgeKills(known, failing, stride.killed);
            if (QTest::currentTestFailed())
                return;
        }
    }
    qInfo("%d combinations of failure and kill", combinations);
}

} // namespace hvgpu::test
