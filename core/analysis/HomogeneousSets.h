#pragma once

#include "core/model/HostSnapshot.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

namespace hvgpu::analysis {

/// The driver's total VRAM, which depends on the count configured when it was read.
struct DriverTotal
{
    std::optional<std::uint16_t> partitionCount;
    std::uint64_t bytes = 0;

    friend auto operator<=>(const DriverTotal&, const DriverTotal&) = default;
};

/// What must be equal for GPUs to count as one configuration: manufacturer, model number, board, size and the
/// partition counts on offer. The name is not part of it (EC-20), nor is the count configured now: a set that
/// has drifted apart must be selectable to be brought together again.
struct ConfigurationKey
{
    std::uint16_t vendorId = 0;
    std::uint16_t deviceId = 0;
    std::uint32_t subsystemId = 0;
    std::vector<std::uint16_t> partitionCounts; ///< sorted, without duplicates
    /// Size, from either source. Figures of different sources are never compared: the driver keeps some VRAM
    /// to itself, so that they differ on equal cards.
    std::optional<std::uint64_t> adapterMemory; ///< bytes
    std::optional<DriverTotal> driverTotal;

    friend bool operator==(const ConfigurationKey&, const ConfigurationKey&) = default;
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
    ConfigurationKey key;        ///< of the first GPU, with the adapter memory of any
    std::vector<GpuOfHost> gpus; ///< in the order given
};

/// Groups the partitionable ones of @p gpus by configuration; largest set first, ties in the order given. A
/// size that is not known fits any: such a GPU joins the first set that nothing known speaks against. Pure.
[[nodiscard]] std::vector<HomogeneousSet> homogeneousSets(const std::vector<GpuOfHost>& gpus);

/// Partition counts on offer, sorted by number, without duplicates (EC-19).
[[nodiscard]] std::vector<std::uint16_t> offeredCounts(const model::Partitioning& partitioning);

} // namespace hvgpu::analysis
