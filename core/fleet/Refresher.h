#pragma once

#include "core/base/Executor.h"
#include "core/fleet/HostChannel.h"
#include "core/fleet/SnapshotDiff.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <unordered_map>

namespace hvgpu::fleet {

/// How one read of a target ended, or what it has seen first.
struct ReadOutcome
{
    model::HostId id;
    Target::Purpose purpose = Target::Purpose::Host;
    std::optional<base::Error> error;                    ///< empty: success
    std::shared_ptr<const model::HostSnapshot> snapshot; ///< Purpose::Host
    std::shared_ptr<const model::ClusterFacts> cluster;  ///< Purpose::ClusterNodes
    /// Purpose::Host: the read goes on, and this is no outcome yet. Everything else is empty.
    std::shared_ptr<const model::FirstLook> firstLook;
    std::shared_ptr<const model::HostSnapshot> previous; ///< the last good one of this target, or null
    SnapshotDiff diff;                                   ///< from previous to snapshot
    std::chrono::system_clock::time_point attempted;
};

/// Healthy hosts and hosts that failed before have threads of their own, so that dead hosts, each of which
/// holds a thread until its timeout, cannot keep healthy ones waiting.
enum class Lane { Normal, Slow };

struct RefresherOptions
{
    std::size_t workers = 16;
    std::size_t slowWorkers = 4;
};

/// Reads targets on bounded pools: at most one read per target at a time, one channel kept per target and
/// dropped after an error. No QObject, std primitives only. Thread-safe.
class Refresher
{
public:
    /// Receives outcomes on worker threads, in the order reads of one target ended and never for a target
    /// that was replaced or removed. Must be quick and must not call the refresher.
    using Sink = std::function<void(ReadOutcome&& outcome)>;

    Refresher(ChannelFactory channels, base::Clock& clock, const RefresherOptions& options, Sink sink);
    /// Stops every read and waits for the workers; no outcome arrives afterwards.
    ~Refresher();
    Refresher(const Refresher&) = delete;
    Refresher& operator=(const Refresher&) = delete;

    /// Adds a target or replaces the one with the same id; a read of the old one is stopped and forgotten.
    void setTarget(Target target);
    void remove(const model::HostId& id);
    /// Queues a read. False when the target is unknown or already being read. @p limits.stop is ignored.
    bool request(const model::HostId& id, Lane lane, const hyperv::ReadOptions& limits);
    /// Stops all reads; each ends with Cancelled, also those still queued.
    void cancelAll();

private:
    struct Slot;
    void run(const std::shared_ptr<Slot>& slot, hyperv::ReadOptions options);
    void deliver(const std::shared_ptr<Slot>& slot, ReadOutcome&& outcome);
    [[nodiscard]] ReadOutcome read(Slot& slot, const hyperv::ReadOptions& options);
    void replace(const model::HostId& id, std::shared_ptr<Slot> slot);

    const ChannelFactory m_channels;
    base::Clock& m_clock;
    const Sink m_sink;
    std::mutex m_mutex; ///< guards m_slots, and busy, stop and last of each slot
    std::unordered_map<model::HostId, std::shared_ptr<Slot>> m_slots;
    base::ThreadPool m_normal; // the pools go first: their tasks use everything above
    base::ThreadPool m_slow;
};

} // namespace hvgpu::fleet
