#include "tests/core/operations/RunBench.h"

#include <QTest>

using namespace hvgpu;
using namespace hvgpu::operations;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

using model::PowerState;

namespace {

/// What others did to the GPUs between the plan and its run.
enum class Meanwhile { CountChanged, GpuGone, Full, FullOfAutomatic };

/// Another VM of the host with an adapter of its own.
void give(FakeWorld& world, int number, const QString& gpu)
{
    const model::VmId id(u"99999999-2222-3333-4444-00000000000%1"_s.arg(number));
    model::Assignment adapter;
    adapter.vm = id;
    adapter.adapterId = u"Microsoft:%1\\foreign"_s.arg(id.text());
    adapter.deviceInstancePath = gpu;
    adapter.automatic = gpu.isEmpty();
    world.vms[id].adapters.push_back(adapter);
}

void change(FakeWorld& world, Meanwhile what)
{
    switch (what) {
    case Meanwhile::CountChanged:
        world.gpus[scenarioGpu].count = 16;
        break;
    case Meanwhile::GpuGone:
        world.gpus.clear();
        world.gpus[u"another"_s] = {};
        break;
    case Meanwhile::Full:
    case Meanwhile::FullOfAutomatic:
        for (int i = 0; i < world.gpus[scenarioGpu].count; ++i)
            give(world, i, what == Meanwhile::Full ? scenarioGpu : QString());
        break;
    }
}

} // namespace

/// The GPUs of a plan that assigns partitions are looked at again before anything happens to its VMs.
class TestGpuRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changedGpuIsRefusedWithoutAnOutage_data();
    void changedGpuIsRefusedWithoutAnOutage();
    void partitionTakenWhileTheGuestShutsDown();
    void partitionTakenAtTheSameTimeIsLeft();
    void oldPlansAreStillCarriedOut();
    void partitionOfAnotherGpuOrSizeIsNoSuccess_data();
    void partitionOfAnotherGpuOrSizeIsNoSuccess();
};

void TestGpuRoom::changedGpuIsRefusedWithoutAnOutage_data()
{
    QTest::addColumn<bool>("chosenGpu");
    QTest::addColumn<int>("meanwhile");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, bool chosen, Meanwhile meanwhile, const QString& says) {
        QTest::newRow(name) << chosen << int(meanwhile) << says;
    };
    row("chosen, count changed", true, Meanwhile::CountChanged,
        u"the partition count of the chosen GPU is 16"_s);
    row("chosen, gone", true, Meanwhile::GpuGone,
        u"the chosen GPU is no longer on this server, or can no longer be partitioned"_s);
    row("chosen, full", true, Meanwhile::Full, u"the chosen GPU has no free partition any more"_s);
    row("chosen, full of automatic ones", true, Meanwhile::FullOfAutomatic,
        u"no GPU of this server has a free partition any more"_s);
    row("any, full", false, Meanwhile::Full, u"no GPU of this server has a free partition any more"_s);
    row("any, full of automatic ones", false, Meanwhile::FullOfAutomatic,
        u"no GPU of this server has a free partition any more"_s);
}

void TestGpuRoom::changedGpuIsRefusedWithoutAnOutage()
{
    QFETCH(bool, chosenGpu);
    QFETCH(int, meanwhile);
    QFETCH(QString, says);
    for (const bool running : {false, true}) {
        for (const bool clustered : {false, true}) {
            Bench bench(RunScenario::assign(running, clustered, chosenGpu));
            const auto before = factsOf(bench.plan, bench.world);
            change(bench.world, static_cast<Meanwhile>(meanwhile));
            const TargetReport target = bench.run()->targets.front();
            QCOMPARE(target.outcome, Outcome::Refused);
            QCOMPARE(target.changed, says);
            QVERIFY(target.steps.empty()); // not even begun
            QVERIFY(factsOf(bench.plan, bench.world) == before);
        }
    }
}

void TestGpuRoom::partitionTakenWhileTheGuestShutsDown()
{
    RunScenario scenario = RunScenario::assign(true, false, true);
    scenario.world.shutdownTakes = std::chrono::seconds(200);
    Bench bench(scenario);
    // Asked because the guest takes its time; that is when the others come.
    bench.observer.answer = ShutdownAnswer::WaitOn;
    bench.observer.whenAsked = [&bench] { change(bench.world, Meanwhile::Full); };
    const TargetReport target = bench.run()->targets.front();
    QCOMPARE(target.outcome, Outcome::PutBack);
    QCOMPARE(target.changed, u"the chosen GPU has no free partition any more"_s);
    QCOMPARE(bench.world.vms[scenarioVm].power, PowerState::Running);
    QVERIFY(bench.world.vms[scenarioVm].adapters.empty());
}

void TestGpuRoom::partitionTakenAtTheSameTimeIsLeft()
{
    for (const bool chosenGpu : {false, true}) {
        Bench bench(RunScenario::assign(false, false, chosenGpu));
        bench.world.gpus[scenarioGpu].count = 1;
        if (chosenGpu)
            bench.plan.targets.front().expected.gpus.front().partitionCount = std::uint16_t{1};
        bench.world.whenAdding = [&bench] { give(bench.world, 1, scenarioGpu); };
        const TargetReport target = bench.run()->targets.front();
        QCOMPARE(target.outcome, Outcome::PutBack);
        QVERIFY(!target.changed.isEmpty());
        QVERIFY(bench.world.vms[scenarioVm].adapters.empty());
        QCOMPARE(foreignAdapters(bench.world), 1);
    }
}

void TestGpuRoom::oldPlansAreStillCarriedOut()
{
    Bench bench(RunScenario::assign(true, false, true));
    bench.plan.targets.front().expected.gpus.clear();
    QVERIFY(bench.run()->allSucceeded());
}

void TestGpuRoom::partitionOfAnotherGpuOrSizeIsNoSuccess_data()
{
    QTest::addColumn<QString>("placesOn");
    QTest::addColumn<quint64>("vram");
    QTest::addColumn<QString>("says");
    QTest::newRow("as planned") << QString() << quint64(15'929'966'592ULL) << QString();
    QTest::newRow("a little less than estimated") << QString() << quint64(15'900'000'000ULL) << QString();
    QTest::newRow("another GPU") << u"\\\\?\\PCI#VEN_10DE&DEV_25B6#2#{guid}"_s << quint64(15'929'966'592ULL)
                                 << u"the VM runs with a partition of another GPU than the chosen one"_s;
    QTest::newRow("another size") << QString() << quint64(31'000'000'000ULL)
                                  << u"the VM runs with a partition of another size than the chosen one"_s;
}

void TestGpuRoom::partitionOfAnotherGpuOrSizeIsNoSuccess()
{
    QFETCH(QString, placesOn);
    QFETCH(quint64, vram);
    QFETCH(QString, says);
    for (const bool clustered : {false, true}) {
        RunScenario scenario = RunScenario::assign(true, clustered, true);
        for (Step& step : scenario.plan.targets.front().steps) {
            if (step.kind == StepKind::AddPartitionAdapter)
                step.minPartitionVram = 15'929'966'592ULL / 4;
        }
        scenario.world.gpus[scenarioGpu].vram = vram;
        scenario.world.placesOn = placesOn;
        Bench bench(scenario);
        const TargetReport target = bench.run()->targets.front();
        QCOMPARE(target.outcome, says.isEmpty() ? Outcome::Succeeded : Outcome::PutBack);
        QCOMPARE(target.error ? target.error->detail : QString(), says);
        QCOMPARE(bench.world.vms[scenarioVm].power, PowerState::Running);
        QCOMPARE(bench.world.vms[scenarioVm].adapters.size(), std::size_t(says.isEmpty() ? 1 : 0));
    }
}

QTEST_GUILESS_MAIN(TestGpuRoom)
#include "tst_gpu_room.moc"
