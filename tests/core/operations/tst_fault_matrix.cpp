#include "core/operations/Runner.h"
#include "tests/core/operations/RunScenario.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace hvgpu;
using namespace hvgpu::operations;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array troubles{Trouble::RefusedBefore, Trouble::LostBefore,     Trouble::LostAfter,
                              Trouble::TimedOutAfter, Trouble::JobFailed,      Trouble::AccessDenied,
                              Trouble::Restarting,    Trouble::AppliedNothing, Trouble::Stop,
                              Trouble::KilledBefore,  Trouble::KilledAfter};

/// In memory where there is such a place: the journal syncs every record, thousands of times here.
QString scratch()
{
    return QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/hvgpu-XXXXXX"_s
                                        : QDir::temp().filePath(u"hvgpu-XXXXXX"_s);
}

/// A world and everything around one run in it.
struct Bench
{
    explicit Bench(const RunScenario& scenario)
        : world(scenario.world)
        , plan(scenario.plan)
    {}

    Runner runner(int troubleAt, Trouble trouble)
    {
        auto calls = std::make_shared<int>(0);
        lastCalls = calls;
        return Runner(
            [this, calls, troubleAt,
             trouble](const model::HostId&) -> base::Result<std::unique_ptr<hyperv::HostControl>> {
                return std::make_unique<FakeHost>(world, calls, troubleAt, trouble, stop);
            },
            executor, clock);
    }

    FakeWorld world;
    Plan plan;
    InstantClock clock;
    InlineExecutor executor;
    QuietObserver observer;
    std::stop_source stop;
    std::shared_ptr<int> lastCalls;
    QTemporaryDir folder{scratch()};
};

/// The state that must hold after a plan fully worked, or was fully put back.
struct Facts
{
    model::PowerState power = model::PowerState::Unknown;
    std::size_t adapters = 0;
    std::optional<std::uint32_t> offlineAction;
    std::uint16_t count = 0;

    static Facts of(const FakeWorld& world)
    {
        Facts facts;
        facts.count = world.gpus.begin()->second.count;
        if (world.vms.empty())
            return facts;
        const FakeWorld::Vm& vm = world.vms.begin()->second;
        facts.power = vm.power;
        facts.adapters = vm.adapters.size();
        if (vm.cluster)
            facts.offlineAction = vm.cluster->offlineAction;
        return facts;
    }
    friend bool operator==(const Facts&, const Facts&) = default;
};

QString text(const Facts& facts)
{
    return u"power %1, adapters %2, offline action %3, count %4"_s.arg(static_cast<int>(facts.power))
        .arg(facts.adapters)
        .arg(facts.offlineAction.value_or(99))
        .arg(facts.count);
}

} // namespace

/// Every kind of trouble at every call of every kind of plan: no VM stays off that ran, no adapter is lost or
/// doubled, and the journal tells the truth.
class TestFaultMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void planWorksWithoutTrouble();
    void everyTroubleAtEveryCall();
    void goneVmIsRefusedOrReported();

private:
    int judge(const RunScenario& scenario, int troubleAt, Trouble trouble, const Facts& before,
              const Facts& done);
};

void TestFaultMatrix::planWorksWithoutTrouble()
{
    for (const RunScenario& scenario : RunScenario::all()) {
        Bench bench(scenario);
        QVERIFY2(!bench.plan.targets.empty(), qPrintable(scenario.name));
        auto journal = Journal::create(bench.folder.path(), bench.plan, bench.clock);
        QVERIFY(journal.has_value());
        const RunReport report = bench.runner(-1, Trouble::None)
                                     .run(bench.plan, **journal, bench.observer, {}, bench.stop.get_token());
        QVERIFY2(report.allSucceeded(), qPrintable(scenario.name));
        const QString path = (*journal)->path();
        journal->reset();
        const auto story = readJournal(path);
        QVERIFY(story.has_value());
        QVERIFY2(story->ended && !story->isInterrupted(), qPrintable(scenario.name));
    }
}

int TestFaultMatrix::judge(const RunScenario& scenario, int troubleAt, Trouble trouble, const Facts& before,
                           const Facts& done)
{
    Bench bench(scenario);
    const QString label =
        u"%1, trouble %2 at call %3"_s.arg(scenario.name).arg(static_cast<int>(trouble)).arg(troubleAt);
    auto journal = Journal::create(bench.folder.path(), bench.plan, bench.clock);
    const QString path = (*journal)->path();
    bool killed = false;
    Outcome outcome = Outcome::NotStarted;
    try {
        const RunReport report = bench.runner(troubleAt, trouble)
                                     .run(bench.plan, **journal, bench.observer, {}, bench.stop.get_token());
        outcome = report.targets.front().outcome;
    } catch (const Killed&) {
        killed = true;
    }
    const int calls = *bench.lastCalls;
    journal->reset();
    auto story = readJournal(path);
    if (!story) {
        QTest::qFail(qPrintable(label + u": unreadable journal: "_s + base::describe(story.error())),
                     __FILE__, __LINE__);
        return calls;
    }
    const auto check = [&](bool right, const QString& what) {
        if (!right)
            QTest::qFail(qPrintable(u"%1: %2; now %3"_s.arg(label, what, text(Facts::of(bench.world)))),
                         __FILE__, __LINE__);
    };
    if (killed) {
        // The next start finds it interrupted; putting back and resuming must both work.
        check(story->isInterrupted(), u"a killed run is not shown as interrupted"_s);
        const FakeWorld atDeath = bench.world;
        for (const bool resume : {false, true}) {
            bench.world = atDeath;
            Bench next(scenario);
            next.world = atDeath;
            auto again = Journal::reopen(path, next.clock);
            const RunReport report =
                resume ? next.runner(-1, Trouble::None).resume(*story, **again, next.observer, {})
                       : next.runner(-1, Trouble::None).putBack(*story, **again, next.observer);
            bench.world = next.world;
            check(Facts::of(next.world) == (resume ? done : before),
                  resume ? u"resuming did not reach the plan's end"_s
                         : u"putting back did not reach the start"_s);
            check(!report.journalError, u"the journal could not be continued"_s);
        }
        return calls;
    }
    const Facts now = Facts::of(bench.world);
    switch (outcome) {
    case Outcome::Succeeded:
        check(now == done, u"success reported, but the end is not reached"_s);
        break;
    case Outcome::Refused:
    case Outcome::Skipped:
    case Outcome::Cancelled:
    case Outcome::PutBack:
    case Outcome::Failed:
        check(now == before, u"outcome %1, but not as before"_s.arg(name(outcome)));
        break;
    default:
        check(false, u"outcome %1 after a single trouble"_s.arg(name(outcome)));
    }
    check(story->ended, u"the run ended, its journal did not"_s);
    check(!story->records.empty() && story->records.back().kind == JournalRecord::Kind::PlanEnded,
          u"no end record"_s);
    return calls;
}

void TestFaultMatrix::everyTroubleAtEveryCall()
{
    int combinations = 0;
    for (const RunScenario& scenario : RunScenario::all()) {
        Bench good(scenario);
        auto journal = Journal::create(good.folder.path(), good.plan, good.clock);
        const Facts before = Facts::of(good.world);
        good.runner(-1, Trouble::None).run(good.plan, **journal, good.observer, {}, good.stop.get_token());
        const Facts done = Facts::of(good.world);
        QVERIFY(before != done);
        const int calls = *good.lastCalls;
        for (const Trouble trouble : troubles) {
            for (int call = 0; call < calls; ++call) {
                judge(scenario, call, trouble, before, done);
                ++combinations;
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }
    qInfo("%d combinations of plan, step and trouble", combinations);
    QVERIFY(combinations > 1000);
}

void TestFaultMatrix::goneVmIsRefusedOrReported()
{
    for (const RunScenario& scenario : RunScenario::all()) {
        if (scenario.world.vms.empty())
            continue;
        for (int call = 0; call < 8; ++call) {
            Bench bench(scenario);
            auto journal = Journal::create(bench.folder.path(), bench.plan, bench.clock);
            const RunReport report =
                bench.runner(call, Trouble::VmGone)
                    .run(bench.plan, **journal, bench.observer, {}, bench.stop.get_token());
            const Outcome outcome = report.targets.front().outcome;
            if (call == 0)
                QCOMPARE(outcome, Outcome::Refused);
            else
                QVERIFY2(outcome != Outcome::Failed || report.targets.front().undo.empty(),
                         qPrintable(scenario.name));
        }
    }
}

QTEST_GUILESS_MAIN(TestFaultMatrix)
#include "tst_fault_matrix.moc"
