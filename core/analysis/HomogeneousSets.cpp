#include "core/analysis/HomogeneousSets.h"

#include <algorithm>

namespace hvgpu::analysis {

std::vector<std::uint16_t> offeredCounts(const model::Partitioning& partitioning)
{
    std::vector<std::uint16_t> counts = partitioning.validPartitionCounts;
    std::sort(counts.begin(), counts.end());
    counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
    return counts;
}

std::optional<ConfigurationKey> configurationKey(const model::Gpu& gpu)
{
    if (!gpu.partitioning || gpu.partitioning->isParavirtual())
        return std::nullopt;
    ConfigurationKey key;
    key.vendorId = gpu.vendorId.value_or(0);
    key.deviceId = gpu.deviceId.value_or(0);
    key.subsystemId = gpu.subsystemId.value_or(0);
    // The driver's total depends on the count configured now; the adapter's memory does not.
    key.vram = gpu.adapterMemory.value_or(gpu.partitioning->vram.total.value_or(0));
    key.partitionCounts = offeredCounts(*gpu.partitioning);
    return key;
}

std::vector<HomogeneousSet> homogeneousSets(const std::vector<GpuOfHost>& gpus)
{
    std::vector<HomogeneousSet> sets;
    for (const GpuOfHost& candidate : gpus) {
        const std::optional<ConfigurationKey> key = configurationKey(*candidate.gpu);
        if (!key)
            continue;
        const auto same = std::find_if(sets.begin(), sets.end(),
                                       [&](const HomogeneousSet& set) { return set.key == *key; });
        if (same == sets.end())
            sets.push_back({*key, {candidate}});
        else
            same->gpus.push_back(candidate);
    }
    std::stable_sort(sets.begin(), sets.end(), [](const HomogeneousSet& a, const HomogeneousSet& b) {
        return a.gpus.size() > b.gpus.size();
    });
    return sets;
}

} // namespace hvgpu::analysis
