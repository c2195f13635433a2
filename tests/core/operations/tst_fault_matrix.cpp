#include "core/operations/TargetHistory.h"
#include "tests/core/operations/RunBench.h"

#include <QTest>

#include <array>

using namespace hvgpu;
using namespace hvgpu::operations;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array troubles{Trouble::RefusedBefore, Trouble::LostBefore,     Trouble::LostAfter,
                              Trouble::TimedOutAfter, Trouble::JobFailed,      Trouble::AccessDenied,
                              Trouble::Restarting,    Trouble::AppliedNothing, Trouble::ForeignAdapter,
                              Trouble::DiskFull,      Trouble::Stop,           Trouble::KilledBefore,
                              Trouble::KilledAfter};

} // namespace

/// Every kind of trouble at every call of every kind of plan: no VM stays off that ran, no adapter is lost or
/// doubled, none of somebody else is taken, and the journal tells the truth.
class TestFaultMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void planWorksWithoutTrouble();
    void everyTroubleAtEveryCall();
    void killedWhilePuttingBack();
    void stoppedOrFailingWhileResuming();
    void goneVmIsRefusedOrReported();

private:
    void check(bool right, const QString& what);
    void judgeEnded(const Bench& bench, const Known& known, const RunReport& report, bool diskFull);
    void judgeBothWays(const Bench& bench, const Known& known);
    void judge(const Known& known, Fault fault);

    QString m_label;
    int m_combinations = 0;
};

void TestFaultMatrix::check(bool right, const QString& what)
{
    if (!right)
        QTest::qFail(qPrintable(m_label + u": "_s + what), __FILE__, __LINE__);
}

void TestFaultMatrix::planWorksWithoutTrouble()
{
    for (const RunScenario& scenario : RunScenario::all()) {
        Bench bench(scenario);
        QVERIFY2(!bench.plan.targets.empty(), qPrintable(scenario.name));
        const auto report = bench.run();
        QVERIFY2(report && report->allSucceeded(), qPrintable(scenario.name));
        const JournalStory story = bench.story();
        QVERIFY2(story.ended && !story.isInterrupted(), qPrintable(scenario.name));
    }
}

/// Each target is as its outcome says.
void TestFaultMatrix::judgeEnded(const Bench& bench, const Known& known, const RunReport& report,
                                 bool diskFull)
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
void TestFaultMatrix::judgeBothWays(const Bench& bench, const Known& known)
{
    check(bench.story().isInterrupted(), u"not shown as interrupted"_s);
    for (const bool resume : {false, true}) {
        Bench next(known.scenario);
        next.world.vms = bench.world.vms;
        next.world.gpus = bench.world.gpus;
        next.world.nextAdapter = bench.world.nextAdapter;
        check(QFile::copy(bench.journalPath, next.journalPath), u"the journal could not be copied"_s);
        const auto report = resume ? next.resume() : next.putBack();
        const auto now = factsOf(next.plan, next.world);
        for (std::size_t i = 0; i < now.size(); ++i) {
            // Where an undo had already added an adapter again, resuming goes back, and says why.
            const TargetReport& target = report->targets[i];
            const bool back = !resume || (target.outcome == Outcome::PutBack && !target.changed.isEmpty());
            check(now[i] == (back ? known.before[i] : known.done[i]),
                  u"%1 ended elsewhere, now %2"_s.arg(resume ? u"resuming"_s : u"putting back"_s, text(now)));
        }
        check(report && !report->journalError, u"the journal could not be continued"_s);
        check(!next.story().isInterrupted(), u"still open afterwards"_s);
    }
}

void TestFaultMatrix::judge(const Known& known, Fault fault)
{
    Bench bench(known.scenario);
    m_label = u"%1, trouble %2 at call %3"_s.arg(known.scenario.name)
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
    ++m_combinations;
}

void TestFaultMatrix::everyTroubleAtEveryCall()
{
    m_combinations = 0;
    for (const RunScenario& scenario : RunScenario::all()) {
        const Known known(scenario);
        QVERIFY(known.before != known.done);
        for (const Trouble trouble : troubles) {
            if (trouble == Trouble::DiskFull && !FullDisk::isPossible())
                continue;
            for (int call = 0; call < known.calls; ++call) {
                judge(known, {call, trouble});
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }
    qInfo("%d combinations of plan, step and trouble", m_combinations);
    QVERIFY(m_combinations > 2000);
}

void TestFaultMatrix::killedWhilePuttingBack()
{
    m_combinations = 0;
    for (const RunScenario& scenario : RunScenario::some()) {
        const Known known(scenario);
        for (int failing = 0; failing < known.calls; ++failing) {
            for (const Trouble death : {Trouble::KilledBefore, Trouble::KilledAfter}) {
                for (int kill = failing + 1;; ++kill) {
                    Bench bench(scenario);
                    m_label = u"%1, failing at %2, killed %3 at %4"_s.arg(scenario.name)
                                  .arg(failing)
                                  .arg(static_cast<int>(death))
                                  .arg(kill);
                    const auto report = bench.run({{failing, Trouble::JobFailed}, {kill, death}});
                    if (report)
                        break; // over before that call
                    judgeBothWays(bench, known);
                    ++m_combinations;
                    if (QTest::currentTestFailed())
                        return;
                }
            }
        }
    }
    qInfo("%d combinations of failure and kill", m_combinations);
    QVERIFY(m_combinations > 500);
}

void TestFaultMatrix::stoppedOrFailingWhileResuming()
{
    m_combinations = 0;
    for (const RunScenario& scenario : RunScenario::some()) {
        const Known known(scenario);
        for (int kill = 0; kill < known.calls; ++kill) {
            for (const Trouble trouble : {Trouble::Stop, Trouble::JobFailed, Trouble::LostAfter}) {
                for (int call = 0; call < known.calls; ++call) {
                    Bench bench(scenario);
                    m_label = u"%1, killed at %2, trouble %3 at %4 of resuming"_s.arg(scenario.name)
                                  .arg(kill)
                                  .arg(static_cast<int>(trouble))
                                  .arg(call);
                    bench.run({{kill, Trouble::KilledAfter}});
                    const auto report = bench.resume({{call, trouble}});
                    QVERIFY(report.has_value());
                    if (report->targets.front().outcome == Outcome::Indeterminate)
                        judgeBothWays(bench, known);
                    else
                        judgeEnded(bench, known, *report, false);
                    ++m_combinations;
                    if (QTest::currentTestFailed())
                        return;
                }
            }
        }
    }
    qInfo("%d combinations of kill and trouble while resuming", m_combinations);
    QVERIFY(m_combinations > 500);
}

void TestFaultMatrix::goneVmIsRefusedOrReported()
{
    for (const RunScenario& scenario : RunScenario::all()) {
        if (scenario.world.vms.empty())
            continue;
        for (int call = 0; call < 8; ++call) {
            Bench bench(scenario);
            const auto report = bench.run({{call, Trouble::VmGone}});
            const Outcome outcome = report->targets.front().outcome;
            if (call == 0)
                QCOMPARE(outcome, Outcome::Refused);
            else
                QVERIFY2(outcome != Outcome::Failed || report->targets.front().undo.empty(),
                         qPrintable(scenario.name));
        }
    }
}

QTEST_GUILESS_MAIN(TestFaultMatrix)
#include "tst_fault_matrix.moc"
