#pragma once

#include "core/model/HostSnapshot.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

namespace hvgpu::analysis {

/// What must be equal for GPUs to count as one configuration: manufacturer, model number, board, size and the
/// partition counts on offer. The name is not part of it (EC-20), nor is the count configured now: a set that
/// has drifted apart must be selectable to be brought together again.
struct ConfigurationKey
{
    std::uint16_t vendorId = 0;
    std::uint16_t deviceId = 0;
    std::uint32_t subsystemId = 0;
    std::uint64_t vram = 0; ///< bytes: adapter memory where known, else the driver's total; 0 = unknown
    std::vector<std::uint16_t> partitionCounts; ///< sorted, without duplicates

    friend auto operator<=>(const ConfigurationKey&, const ConfigurationKey&) = default;
};

/// nullopt when partition counts cannot be set on this GPU (no partition driver, or paravirtual).
[[nodiscard]] std::optional<ConfigurationKey> configurationKey(const model::Gpu& gpu);

/// One GPU among several hosts. The pointers live as long as the snapshots they came from.
struct GpuOfHost
{
    model::HostId hostId;
    const model::HostSnapshot* host = nullptr;
    const model::Gpu* gpu = nullptr;
};

struct HomogeneousSet
{
    ConfigurationKey key;
    std::vector<GpuOfHost> gpus; ///< in the order given
};

/// Groups the partitionable ones of @p gpus by configuration; largest set first, ties in the order given.
/// Pure.
[[nodiscard]] std::vector<HomogeneousSet> homogeneousSets(const std::vector<GpuOfHost>& gpus);

/// Partition counts on offer, sorted by number, without duplicates (EC-19).
[[nodiscard]] std::vector<std::uint16_t> offeredCounts(const model::Partitioning& partitioning);

} // namespace hvgpu::analysis
