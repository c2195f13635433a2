#include "tests/core/operations/RunBench.h"

#include <QDir>
#include <QtGlobal>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

namespace hvgpu::test {
namespace {

using namespace hvgpu::operations;

/// In memory where there is such a place: the journal syncs every record, thousands of times here.
QString scratch()
{
    return QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/hvgpu-XXXXXX"_s
                                        : QDir::temp().filePath(u"hvgpu-XXXXXX"_s);
}

template <class Go>
std::optional<RunReport> unlessKilled(const Go& go)
{
    try {
        return go();
    } catch (const Killed&) {
        return std::nullopt;
    }
}

} // namespace

bool FullDisk::isPossible()
{
#ifdef Q_OS_UNIX
    return true;
#else
    return false;
#endif
}

void FullDisk::fill([[maybe_unused]] std::uint64_t bytes)
{
#ifdef Q_OS_UNIX
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    m_full = setrlimit(RLIMIT_FSIZE, &limit) == 0;
#endif
}

void FullDisk::makeRoom()
{
#ifdef Q_OS_UNIX
    if (!m_full)
        return;
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_FSIZE, &limit);
    m_full = false;
#endif
}

Bench::Bench(const RunScenario& scenario)
    : world(scenario.world)
    , plan(scenario.plan)
    , folder(scratch())
    , journalPath(folder.filePath(scenario.plan.id + u".journal"_s))
    , m_calls(std::make_shared<int>(0))
{
    world.fillDisk = [this] { disk.fill(); };
}

Runner Bench::runner(std::vector<Fault> faults)
{
    m_calls = std::make_shared<int>(0);
    return Runner(
        [this, calls = m_calls, faults = std::move(faults)](
            const model::HostId&) -> base::Result<std::unique_ptr<hyperv::HostControl>> {
            return std::make_unique<FakeHost>(world, calls, faults, clock, stop);
        },
        executor, clock);
}

Runner Bench::lostRunner()
{
    return Runner(
        [](const model::HostId&) -> base::Result<std::unique_ptr<hyperv::HostControl>> {
            base::Error error;
            error.code = base::ErrorCode::Unreachable;
            return base::fail(error);
        },
        executor, clock);
}

std::optional<RunReport> Bench::run(std::vector<Fault> faults)
{
    const auto journal = Journal::create(folder.path(), plan, clock).value();
    return unlessKilled(
        [&] { return runner(std::move(faults)).run(plan, *journal, observer, {}, stop.get_token()); });
}

std::optional<RunReport> Bench::resume(std::vector<Fault> faults)
{
    const JournalStory before = story();
    const auto journal = Journal::reopen(journalPath, clock).value();
    return unlessKilled(
        [&] { return runner(std::move(faults)).resume(before, *journal, observer, stop.get_token()); });
}

std::optional<RunReport> Bench::putBack(std::vector<Fault> faults)
{
    const JournalStory before = story();
    const auto journal = Journal::reopen(journalPath, clock).value();
    return unlessKilled([&] { return runner(std::move(faults)).putBack(before, *journal, observer); });
}

JournalStory Bench::story() const
{
    return readJournal(journalPath).value();
}

void Bench::letTimePass()
{
    clock.sleepFor(std::chrono::hours(5), {});
    world.settle(clock.steadyNow());
}

void Bench::takeOver(const FakeWorld& other)
{
    const auto fillDisk = world.fillDisk;
    world = other;
    world.fillDisk = fillDisk;
}

std::vector<TargetFacts> factsOf(const Plan& plan, const FakeWorld& world)
{
    std::vector<TargetFacts> all;
    for (const Target& target : plan.targets) {
        TargetFacts facts;
        if (const auto gpu = world.gpus.find(target.gpuName); gpu != world.gpus.end())
            facts.count = gpu->second.count;
        if (const auto vm = world.vms.find(target.vm); vm != world.vms.end()) {
            facts.power = vm->second.power;
            facts.adapters = static_cast<std::size_t>(
                std::count_if(vm->second.adapters.begin(), vm->second.adapters.end(),
                              [](const auto& adapter) { return !FakeWorld::isForeign(adapter); }));
            for (const auto& [id, quotas] : vm->second.quotas)
                facts.quotas.insert(quotas);
            if (vm->second.cluster)
                facts.offlineAction = vm->second.cluster->offlineAction;
            facts.wholeDevices = vm->second.devices.size();
            facts.settings = vm->second.settings;
        }
        for (const DeviceExpectation& device : target.expected.devices) {
            const auto found = world.devices.find(device.id);
            facts.mounts.push_back(found == world.devices.end() ? model::DeviceMount::Absent
                                                                : found->second.mount);
        }
        facts.pool = world.pools.contains(target.pool);
        all.push_back(facts);
    }
    return all;
}

int foreignAdapters(const FakeWorld& world)
{
    std::ptrdiff_t foreign = 0;
    for (const auto& [id, vm] : world.vms)
        foreign += std::count_if(vm.adapters.begin(), vm.adapters.end(), &FakeWorld::isForeign);
    return static_cast<int>(foreign);
}

QString text(const std::vector<TargetFacts>& facts)
{
    QStringList parts;
    for (const TargetFacts& one : facts) {
        QString mounts;
        for (const model::DeviceMount mount : one.mounts)
            mounts += QString::number(static_cast<int>(mount));
        parts
            << u"[power %1, adapters %2, offline action %3, count %4, devices %5, mounts %6, MMIO %7, pool %8]"_s
                   .arg(static_cast<int>(one.power))
                   .arg(one.adapters)
                   .arg(one.offlineAction.value_or(99))
                   .arg(one.count)
                   .arg(one.wholeDevices)
                   .arg(mounts)
                   .arg(one.settings.lowMmioMb.value_or(0))
                   .arg(one.pool ? 1 : 0);
    }
    return parts.join(u' ');
}

Known::Known(RunScenario of)
    : scenario(std::move(of))
{
    Bench bench(scenario);
    before = factsOf(bench.plan, bench.world);
    bench.run();
    done = factsOf(bench.plan, bench.world);
    calls = bench.calls();
}

} // namespace hvgpu::test
