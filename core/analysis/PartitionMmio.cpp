#include "core/analysis/PartitionMmio.h"

#include "core/analysis/Sentinel.h"

namespace hvgpu::analysis {
namespace {

constexpr std::uint64_t bytesPerMegabyte = 1024ULL * 1024;
constexpr MmioNeed paravirtualNeed{1024, 32768, true};
constexpr std::uint64_t largeFromMb = 32768;

} // namespace

std::optional<MmioNeed> mmioNeed(const model::Gpu& gpu)
{
    if (!gpu.partitioning)
        return std::nullopt;
    if (gpu.partitioning->isParavirtual())
        return paravirtualNeed;
    const Quantity total = quantity(gpu.partitioning->vram.total, *gpu.partitioning);
    if (total.meaning != Meaning::Amount)
        return std::nullopt;
    const std::uint64_t megabytes = (total.value + bytesPerMegabyte - 1) / bytesPerMegabyte;
    return megabytes < largeFromMb ? std::nullopt : std::optional(MmioNeed{0, megabytes, false});
}

bool fallsShort(const model::VirtualMachine& vm, const MmioNeed& need)
{
    return vm.lowMmioGapMb.value_or(need.lowMb) < need.lowMb ||
           vm.highMmioGapMb.value_or(need.highMb) < need.highMb ||
           (need.cacheTypes && !vm.guestControlledCacheTypes.value_or(true));
}

} // namespace hvgpu::analysis
