#pragma once

#include "core/model/HostSnapshot.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hvgpu::analysis {

/// One row below a GPU: a partition, free or with the VM on it.
struct PartitionSlot
{
    enum class State {
        Free,
        Running,         ///< a running VM holds it; partition id known
        ResolvedAtStart, ///< assigned to a VM that is not running; which partition it gets is decided at
                         ///< start
        OverCommitted    ///< assigned beyond the partition count: that VM will fail to start
    };
    State state = State::Free;
    std::optional<std::uint16_t> partitionId;      ///< free slots: the id no running VM uses
    const model::Assignment* assignment = nullptr; ///< null when free; points into the GPU

    [[nodiscard]] bool isFree() const { return assignment == nullptr; }
};

/// The rows below @p gpu in order: running by id, then resolved at start, then free, then over-committed.
/// Exactly PartitionCount rows unless over-committed. Pure; the pointers live as long as @p gpu.
[[nodiscard]] std::vector<PartitionSlot> partitionLayout(const model::Gpu& gpu);

/// How full a partitionable GPU is.
struct Occupancy
{
    std::optional<int> total; ///< nullopt: partition count not reported
    int running = 0;
    int resolvedAtStart = 0;
    [[nodiscard]] int used() const { return running + resolvedAtStart; }
    [[nodiscard]] std::optional<int> free() const;
};
[[nodiscard]] Occupancy occupancy(const model::Gpu& gpu);

} // namespace hvgpu::analysis
