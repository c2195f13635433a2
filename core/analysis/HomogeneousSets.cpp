#include "core/analysis/HomogeneousSets.h"

#include <algorithm>

#include <tuple>
#include <utility>

namespace hvgpu::analysis {
namespace {

/// A set while it grows.
struct Group
{
    ConfigurationKey first;
    std::optional<std::uint64_t> adapterMemory;
    std::vector<DriverTotal> totals; ///< different ones among its members
};

struct Candidate
{
    const GpuOfHost* gpu = nullptr;
    ConfigurationKey key;
    std::size_t group = 0;
};

bool isSameModel(const ConfigurationKey& a, const ConfigurationKey& b)
{
    return std::tie(a.vendorId, a.deviceId, a.subsystemId, a.partitionCounts) ==
           std::tie(b.vendorId, b.deviceId, b.subsystemId, b.partitionCounts);
}

bool contradicts(const DriverTotal& a, const DriverTotal& b)
{
    return a.partitionCount == b.partitionCount && a.bytes != b.bytes;
}

bool fits(const Group& group, const ConfigurationKey& key)
{
    if (!isSameModel(group.first, key))
        return false;
    if (group.adapterMemory && key.adapterMemory)
        return group.adapterMemory == key.adapterMemory;
    return !key.driverTotal ||
           std::none_of(group.totals.begin(), group.totals.end(),
                        [&](const DriverTotal& total) { return contradicts(total, *key.driverTotal); });
}

/// The place of the group that @p key belongs to, made when there is none.
std::size_t join(std::vector<Group>& groups, const ConfigurationKey& key)
{
    auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return fits(g, key); });
    if (group == groups.end())
        group = groups.insert(group, {key, key.adapterMemory, {}});
    if (key.driverTotal &&
        std::find(group->totals.begin(), group->totals.end(), *key.driverTotal) == group->totals.end())
        group->totals.push_back(*key.driverTotal);
    return static_cast<std::size_t>(group - groups.begin());
}

} // namespace

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
    key.partitionCounts = offeredCounts(*gpu.partitioning);
    key.adapterMemory = gpu.adapterMemory;
    if (gpu.partitioning->vram.total)
        key.driverTotal = {gpu.partitioning->partitionCount, *gpu.partitioning->vram.total};
    return key;
}

std::vector<HomogeneousSet> homogeneousSets(const std::vector<GpuOfHost>& gpus)
{
    std::vector<Candidate> candidates;
    for (const GpuOfHost& gpu : gpus) {
        if (std::optional<ConfigurationKey> key = configurationKey(*gpu.gpu))
            candidates.push_back({&gpu, std::move(*key)});
    }
    // Cards of known memory make the sets first, so that the order of the others does not decide.
    std::vector<Group> groups;
    for (const bool known : {true, false}) {
        for (Candidate& candidate : candidates)
            if (candidate.key.adapterMemory.has_value() == known)
                candidate.group = join(groups, candidate.key);
    }
    std::vector<HomogeneousSet> sets;
    std::vector<std::optional<std::size_t>> places(groups.size());
    for (const Candidate& candidate : candidates) {
        std::optional<std::size_t>& place = places[candidate.group];
        if (!place) {
            place = sets.size();
            sets.push_back({candidate.key, {}});
            sets.back().key.adapterMemory = groups[candidate.group].adapterMemory;
        }
        sets[*place].gpus.push_back(*candidate.gpu);
    }
    std::stable_sort(sets.begin(), sets.end(), [](const HomogeneousSet& a, const HomogeneousSet& b) {
        return a.gpus.size() > b.gpus.size();
    });
    return sets;
}

} // namespace hvgpu::analysis
