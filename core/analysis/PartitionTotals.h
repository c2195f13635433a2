#pragma once

#include "core/analysis/PartitionLayout.h"
#include "core/model/HostSnapshot.h"

#include <cstdint>

namespace hvgpu::analysis {

/// Partitions of several GPUs together, counted alike wherever a sum is shown.
struct PartitionTotals
{
    std::uint64_t partitions = 0;
    std::uint64_t used = 0;         ///< by virtual machines, running or not
    std::uint64_t beyond = 0;       ///< used ones for which there is no partition
    bool partitionsUnknown = false; ///< of some GPUs: there are at least so many
    bool usedUnknown = false;       ///< of some GPUs: it is at least so many
};

/// Paravirtual GPUs are passed over: the count they report is a placeholder (EC-15).
void addPartitions(PartitionTotals& totals, const model::Gpu& gpu, const model::HostSnapshot& host);
/// Partition adapters for which the host picks the GPU at start: whichever it will be, a partition is taken.
[[nodiscard]] std::uint64_t automaticPartitions(const model::HostSnapshot& host);
/// The whole host.
[[nodiscard]] PartitionTotals partitionTotals(const model::HostSnapshot& host);

} // namespace hvgpu::analysis
