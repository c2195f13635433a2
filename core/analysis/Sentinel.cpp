#include "core/analysis/Sentinel.h"

#include <limits>

namespace hvgpu::analysis {
namespace {

constexpr std::uint64_t wholeGpu = 1'000'000'000;

bool reportsScale(const model::Partitioning& partitioning)
{
    return partitioning.isParavirtual() || partitioning.vram.total == wholeGpu;
}

} // namespace

Quantity quantity(std::optional<std::uint64_t> reported, const model::Partitioning& partitioning)
{
    if (!reported || *reported == std::numeric_limits<std::uint64_t>::max())
        return {};
    // Paravirtual adapters accept any quota, so a value beyond the whole is an amount somebody set.
    const bool isScale = reportsScale(partitioning) && *reported <= wholeGpu;
    return {isScale ? Meaning::Scale : Meaning::Amount, *reported};
}

} // namespace hvgpu::analysis
