#include "tests/core/operations/FaultJudge.h"

#include <QTest>

using namespace hvgpu;
using namespace hvgpu::operations;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

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
    FaultJudge m_judge;
};

void TestFaultMatrix::planWorksWithoutTrouble()
{
    FaultJudge::judgeUntroubled(RunScenario::all());
}

void TestFaultMatrix::everyTroubleAtEveryCall()
{
    m_judge.judgeEveryTrouble(RunScenario::all());
    QVERIFY(m_judge.combinations > 2000);
}

void TestFaultMatrix::killedWhilePuttingBack()
{
    m_judge.judgeKilledWhilePuttingBack(RunScenario::some(), {});
    QVERIFY(m_judge.combinations > 500);
}

void TestFaultMatrix::stoppedOrFailingWhileResuming()
{
    m_judge.combinations = 0;
    for (const RunScenario& scenario : RunScenario::some()) {
        const Known known(scenario);
        for (int kill = 0; kill < known.calls; ++kill) {
            for (const Trouble trouble : {Trouble::Stop, Trouble::JobFailed, Trouble::LostAfter}) {
                for (int call = 0; call < known.calls; ++call) {
                    Bench bench(scenario);
                    m_judge.label = u"%1, killed at %2, trouble %3 at %4 of resuming"_s.arg(scenario.name)
                                        .arg(kill)
                                        .arg(static_cast<int>(trouble))
                                        .arg(call);
                    bench.run({{kill, Trouble::KilledAfter}});
                    const auto report = bench.resume({{call, trouble}});
                    QVERIFY(report.has_value());
                    if (report->targets.front().outcome == Outcome::Indeterminate)
                        m_judge.judgeBothWays(bench, known);
                    else
                        m_judge.judgeEnded(bench, known, *report, false);
                    ++m_judge.combinations;
                    if (QTest::currentTestFailed())
                        return;
                }
            }
        }
    }
    qInfo("%d combinations of kill and trouble while resuming", m_judge.combinations);
    QVERIFY(m_judge.combinations > 500);
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
