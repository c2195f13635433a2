#include "core/analysis/PartitionSize.h"

#include "core/analysis/Sentinel.h"

namespace hvgpu::analysis {
namespace {

std::optional<std::uint64_t> amount(std::optional<std::uint64_t> reported,
                                    const model::Partitioning& partitioning)
{
    const Quantity judged = quantity(reported, partitioning);
    if (judged.meaning != Meaning::Amount || judged.value == 0)
        return std::nullopt;
    return judged.value;
}

} // namespace

std::optional<PartitionSize> partitionSize(const model::Gpu& gpu, std::uint16_t count)
{
    if (!gpu.partitioning || count == 0)
        return std::nullopt;
    const model::Partitioning& partitioning = *gpu.partitioning;
    if (partitioning.partitionCount == count) {
        if (const auto optimal = amount(partitioning.vram.optimalPartition, partitioning))
            return PartitionSize{*optimal, false};
        if (const auto maximum = amount(partitioning.vram.maxPartition, partitioning))
            return PartitionSize{*maximum, false};
    }
    if (const auto total = amount(partitioning.vram.total, partitioning))
        return PartitionSize{*total / count, true};
    return std::nullopt;
}

std::optional<PartitionSize> currentPartitionSize(const model::Gpu& gpu)
{
    if (!gpu.partitioning || !gpu.partitioning->partitionCount)
        return std::nullopt;
    return partitionSize(gpu, *gpu.partitioning->partitionCount);
}

} // namespace hvgpu::analysis
