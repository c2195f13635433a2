#pragma once

#include "core/model/HostSnapshot.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hvgpu::analysis {

/// What of the assignments of a host could be read.
struct AssignmentFacts
{
    bool adapters = true;   ///< who has partitions (Msvm_GpuPartitionSettingData)
    bool partitions = true; ///< which of them run, and where (Msvm_GpuPartition)
};
[[nodiscard]] AssignmentFacts assignmentFacts(const model::HostSnapshot& host);

/// One row below a GPU: a partition, free or with the VM on it.
struct PartitionSlot
{
    enum class State {
        Free,
        Running,         ///< a running VM holds it; partition id known
        ResolvedAtStart, ///< assigned to a VM that is not running; which partition it gets is decided at
                         ///< start
        OverCommitted,   ///< assigned beyond the partition count: that VM will fail to start
        Unread ///< whether it is free, or what the VM it is assigned to has of it, could not be read
    };
    State state = State::Free;
    std::optional<std::uint16_t> partitionId;      ///< free slots: the id no running VM uses
    const model::Assignment* assignment = nullptr; ///< null when free or not known; points into the GPU

    [[nodiscard]] bool isFree() const { return state == State::Free; }
};

/// The rows below @p gpu in order: running by id, then resolved at start, then free, then over-committed.
/// Exactly PartitionCount rows unless over-committed; what could not be read is neither free nor
/// over-committed. Pure; the pointers live as long as @p gpu.
[[nodiscard]] std::vector<PartitionSlot> partitionLayout(const model::Gpu& gpu, AssignmentFacts facts = {});

/// How full a partitionable GPU is.
struct Occupancy
{
    std::optional<int> total; ///< nullopt: partition count not reported
    int running = 0;
    int resolvedAtStart = 0;
    AssignmentFacts facts = {}; ///< without them what is counted above is not all, or not told apart
    [[nodiscard]] int used() const { return running + resolvedAtStart; }
    [[nodiscard]] std::optional<int> free() const;
};
[[nodiscard]] Occupancy occupancy(const model::Gpu& gpu, AssignmentFacts facts = {});

} // namespace hvgpu::analysis
