#pragma once

#include "core/model/Gpu.h"

#include <cstdint>
#include <optional>

namespace hvgpu::analysis {

/// VRAM that one partition gets at some count.
struct PartitionSize
{
    std::uint64_t bytes = 0;
    bool isEstimate = false; ///< true: worked out, the driver may reserve a little (EC-17)

    friend bool operator==(const PartitionSize&, const PartitionSize&) = default;
};

/// The driver's own figure when @p count is the count configured now, else total VRAM divided by @p count.
/// nullopt when the GPU reports no real amount (paravirtual scale, not reported) or @p count is 0. Pure.
[[nodiscard]] std::optional<PartitionSize> partitionSize(const model::Gpu& gpu, std::uint16_t count);

/// Size of the partitions as configured now.
[[nodiscard]] std::optional<PartitionSize> currentPartitionSize(const model::Gpu& gpu);

} // namespace hvgpu::analysis
