#include "core/operations/ActivityStory.h"
#include "tests/core/operations/RunBench.h"

#include <QTest>

#include <algorithm>

using namespace hvgpu;
using namespace hvgpu::operations;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

using base::ErrorCode;
using model::PowerState;
using Call = FakeWorld::Call;

namespace {

constexpr std::initializer_list<Call> allCalls{Call::AddAdapter,  Call::RemoveAdapter,    Call::ShutDownGuest,
                                               Call::TakeOffline, Call::SetOfflineAction, Call::UpdateVm,
                                               Call::Start,       Call::BringOnline};
constexpr std::initializer_list<ErrorCode> allErrors{ErrorCode::AccessDenied, ErrorCode::JobFailed,
                                                     ErrorCode::InvalidState, ErrorCode::Unreachable,
                                                     ErrorCode::TimedOut};

std::vector<RunScenario> scenarios()
{
    std::vector<RunScenario> all;
    for (const bool clustered : {false, true}) {
        all.push_back(RunScenario::assignSeveral(3, true, clustered));
        all.push_back(RunScenario::unassignSeveral(3, true, clustered));
    }
    return all;
}

bool runs(const Bench& bench, std::size_t target)
{
    return bench.world.vms.at(bench.plan.targets[target].vm).power == PowerState::Running;
}

int countOff(const Bench& bench)
{
    int off = 0;
    for (const auto& [id, vm] : bench.world.vms)
        off += vm.power == PowerState::Off ? 1 : 0;
    return off;
}

/// Report and journal say of each VM that it is off exactly when it is.
void judgeTruth(const Bench& bench, const RunReport& report, const QString& label)
{
    const Activity told = activityFrom(bench.story());
    for (std::size_t i = 0; i < report.targets.size(); ++i) {
        const QString place = label + u", target %1, %2"_s.arg(i).arg(name(report.targets[i].outcome));
        QVERIFY2((report.targets[i].vmLeft != VmLeft::AsFound) == !runs(bench, i), qPrintable(place));
        QCOMPARE(told.targets[i].report.vmLeft, report.targets[i].vmLeft);
    }
}

void judgeReasons(const RunReport& report, const QString& label)
{
    for (const TargetReport& target : report.targets) {
        if (target.outcome != Outcome::Cancelled)
            continue;
        QVERIFY2(target.steps.empty() && target.undo.empty(), qPrintable(label));
        QVERIFY2(target.error && target.error->detail.contains(u"on this server, because "),
                 qPrintable(label));
    }
}

} // namespace

/// Trouble that does not pass: a right that is missing, a VM that cannot be started. It must not spread over
/// the VMs of a plan, and every ending says which VMs are off.
class TestLastingTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesDownOneVmAtMost();
    void takesDownOneVmAtMostWhenPuttingBack();
    void onceItIsOverAllCanBeFinishedOrPutBack();
    void otherHostsGoOn();
    void theChoiceToStopIsKept();
};

void TestLastingTrouble::takesDownOneVmAtMost()
{
    int combinations = 0;
    for (const RunScenario& scenario : scenarios()) {
        for (const Call call : allCalls) {
            for (const ErrorCode error : allErrors) {
                Bench bench(scenario);
                bench.world.refuses[call] = error;
                const QString label = u"%1, call %2, error %3"_s.arg(scenario.name)
                                          .arg(static_cast<int>(call))
                                          .arg(static_cast<int>(error));
                const auto report = bench.run();
                QVERIFY2(countOff(bench) <= 1, qPrintable(label));
                judgeTruth(bench, *report, label);
                judgeReasons(*report, label);
                if (QTest::currentTestFailed())
                    return;
                const bool ended = report->allSucceeded();
                const bool stopped = report->targets.back().outcome == Outcome::Cancelled;
                if (countOff(bench) > 0 || (error == ErrorCode::AccessDenied && !ended))
                    QVERIFY2(stopped, qPrintable(label));
                ++combinations;
            }
        }
    }
    qInfo("%d combinations of plan, call and lasting error", combinations);
    QVERIFY(combinations >= 160);
}

void TestLastingTrouble::takesDownOneVmAtMostWhenPuttingBack()
{
    for (const RunScenario& scenario : scenarios()) {
        for (const Call call : allCalls) {
            for (const ErrorCode error : allErrors) {
                Bench bench(scenario);
                QVERIFY(bench.run()->allSucceeded());
                bench.world.refuses[call] = error;
                const QString label = u"undo of %1, call %2, error %3"_s.arg(scenario.name)
                                          .arg(static_cast<int>(call))
                                          .arg(static_cast<int>(error));
                const auto report = bench.putBack();
                QVERIFY2(countOff(bench) <= 1, qPrintable(label));
                judgeTruth(bench, *report, label);
                if (QTest::currentTestFailed())
                    return;
                if (countOff(bench) == 1) {
                    QCOMPARE(report->targets.front().outcome, Outcome::Succeeded);
                    QVERIFY(
                        report->targets.front().undoError->detail.contains(u"could not be started again"));
                }
            }
        }
    }
}

void TestLastingTrouble::onceItIsOverAllCanBeFinishedOrPutBack()
{
    for (const bool resume : {false, true}) {
        for (const RunScenario& scenario : scenarios()) {
            const Known known(scenario);
            const bool clustered = scenario.world.vms.begin()->second.cluster.has_value();
            Bench bench(scenario);
            bench.world.refuses[clustered ? Call::BringOnline : Call::Start] = ErrorCode::AccessDenied;
            bench.run();
            QCOMPARE(countOff(bench), 1);
            bench.world.refuses.clear();
            const auto report = resume ? bench.resume() : bench.putBack();
            const auto now = factsOf(bench.plan, bench.world);
            for (std::size_t i = 0; i < now.size(); ++i) {
                // Resuming goes back where an adapter was added again, and says so.
                const TargetReport& target = report->targets[i];
                const bool back = target.outcome == Outcome::PutBack && !target.changed.isEmpty();
                QVERIFY2(now[i] == (resume && !back ? known.done[i] : known.before[i]),
                         qPrintable(scenario.name + text(now)));
            }
            QVERIFY(!bench.story().isInterrupted());
            for (const TargetProgress& target : activityFrom(bench.story()).targets)
                QVERIFY(!target.mayBeOff());
        }
    }
}

void TestLastingTrouble::otherHostsGoOn()
{
    Bench bench(RunScenario::assignSeveral(3, true, false));
    bench.plan.targets[0].host = model::HostId(u"another"_s);
    bench.world.refuses[Call::Start] = ErrorCode::JobFailed;
    const auto report = bench.run();
    QCOMPARE(countOff(bench), 2); // one on each host
    QCOMPARE(report->targets[0].outcome, Outcome::PartlyDone);
    QCOMPARE(report->targets[1].outcome, Outcome::PartlyDone);
    QCOMPARE(report->targets[2].outcome, Outcome::Cancelled);
}

void TestLastingTrouble::theChoiceToStopIsKept()
{
    Bench bench(RunScenario::assignSeveral(3, true, false));
    {
        const auto journal = Journal::create(bench.folder.path(), bench.plan, bench.clock).value();
        JournalRecord started;
        started.stopAfterFailure = true;
        QVERIFY(journal->append(started));
        Runner killed = bench.runner({{1, Trouble::KilledAfter}});
        QVERIFY_THROWS_EXCEPTION(Killed, killed.run(bench.plan, *journal, bench.observer, {true}, {}));
    }
    bench.world.refuses[Call::AddAdapter] = ErrorCode::JobFailed;
    const auto report = bench.resume();
    QCOMPARE(report->targets[0].outcome, Outcome::PutBack);
    QCOMPARE(report->targets[1].outcome, Outcome::Cancelled);
    QVERIFY(report->targets[1].error->detail.contains(u"as chosen"));
    QCOMPARE(countOff(bench), 0);
}

QTEST_GUILESS_MAIN(TestLastingTrouble)
#include "tst_lasting_trouble.moc"
