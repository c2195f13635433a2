#pragma once

#include "core/operations/Runner.h"
#include "tests/core/operations/RunScenario.h"

#include <QTemporaryDir>

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace hvgpu::test {

/// Lets the journal's disk be full for a while.
class FullDisk
{
public:
    FullDisk() = default;
    ~FullDisk() { makeRoom(); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

    [[nodiscard]] static bool isPossible();
    /// No file of this process grows beyond @p bytes.
    void fill(std::uint64_t bytes = 0);
    void makeRoom();

private:
    bool m_full = false;
};

/// A world and everything around one run in it.
class Bench
{
public:
    explicit Bench(const RunScenario& scenario);

    [[nodiscard]] operations::Runner runner(std::vector<Fault> faults = {});
    /// Calls that the last runner made to the host.
    [[nodiscard]] int calls() const { return *m_calls; }
    /// A runner whose hosts cannot be reached at all.
    [[nodiscard]] operations::Runner lostRunner();

    /// Begins the journal, or opens it again, and runs; a kill ends it without a report.
    std::optional<operations::RunReport> run(std::vector<Fault> faults = {});
    std::optional<operations::RunReport> resume(std::vector<Fault> faults = {});
    std::optional<operations::RunReport> putBack(std::vector<Fault> faults = {});
    [[nodiscard]] operations::JournalStory story() const;
    /// Some hours later.
    void letTimePass();
    /// Goes on where another bench's world stands.
    void takeOver(const FakeWorld& other);

    FakeWorld world;
    operations::Plan plan;
    InstantClock clock;
    InlineExecutor executor;
    QuietObserver observer;
    std::stop_source stop;
    FullDisk disk;
    QTemporaryDir folder;
    QString journalPath;

private:
    std::shared_ptr<int> m_calls;
};

/// What must hold of one VM or GPU after its target fully worked, or was fully put back.
struct TargetFacts
{
    model::PowerState power = model::PowerState::Unknown;
    std::size_t adapters = 0;
    std::multiset<hyperv::PartitionQuotas> quotas; ///< of the adapters that have any
    std::optional<std::uint32_t> offlineAction;
    std::uint16_t count = 0;
    std::size_t wholeDevices = 0;
    std::vector<model::DeviceMount> mounts; ///< of the target's devices
    model::VmSettings settings;
    bool pool = false;

    friend bool operator==(const TargetFacts&, const TargetFacts&) = default;
};

/// Facts of each target; adapters of other administrators do not count.
[[nodiscard]] std::vector<TargetFacts> factsOf(const operations::Plan& plan, const FakeWorld& world);
[[nodiscard]] int foreignAdapters(const FakeWorld& world);
[[nodiscard]] QString text(const std::vector<TargetFacts>& facts);

/// A scenario with what holds before its plan and after it.
struct Known
{
    explicit Known(RunScenario of);

    RunScenario scenario;
    std::vector<TargetFacts> before;
    std::vector<TargetFacts> done;
    int calls = 0; ///< that a run without trouble makes
};

} // namespace hvgpu::test
