#include "core/analysis/NodeCapacity.h"

#include "core/analysis/PartitionLayout.h"

#include <algorithm>
#include <array>

namespace hvgpu::analysis {

namespace {

using model::Part;
using Amounts = std::map<PartitionKind, int>;

bool isClustered(const model::HostSnapshot& host, const model::VmId& id)
{
    const model::VirtualMachine* vm = host.findVm(id);
    return vm != nullptr && vm->clustered.value_or(false);
}

/// Partitions that clustered virtual machines of the node hold or will hold.
Amounts needOf(const model::HostSnapshot& host)
{
    Amounts need;
    for (const model::Gpu& gpu : host.gpus) {
        const std::optional<PartitionKind> kind = partitionKind(gpu);
        if (!kind)
            continue;
        for (const model::Assignment& assignment : gpu.assignments) {
            if (assignment.kind == model::Assignment::Kind::Partition && isClustered(host, assignment.vm))
                ++need[*kind];
        }
    }
    return need;
}

Amounts freeOf(const model::HostSnapshot& host)
{
    Amounts free;
    for (const model::Gpu& gpu : host.gpus) {
        if (const std::optional<PartitionKind> kind = partitionKind(gpu))
            free[*kind] += occupancy(gpu, assignmentFacts(host)).free().value_or(0);
    }
    return free;
}

bool takesOver(const ObservedHost& host)
{
    return host.nodeState == model::NodeState::Up || host.nodeState == model::NodeState::Unknown;
}

bool needsAreKnown(const model::HostSnapshot& host)
{
    constexpr std::array lists{Part::PartitionableGpus, Part::PartitionAdapters, Part::VirtualMachines,
                               Part::ClusterResources};
    return std::ranges::none_of(lists, [&host](Part part) { return host.couldNotRead(part); });
}

bool roomIsKnown(const ObservedHost& host)
{
    return host.snapshot != nullptr && !host.error && !host.snapshot->couldNotRead(Part::PartitionableGpus) &&
           !host.snapshot->couldNotRead(Part::PartitionAdapters);
}

} // namespace

std::optional<PartitionKind> partitionKind(const model::Gpu& gpu)
{
    if (!gpu.partitioning || gpu.partitioning->isParavirtual() || !gpu.partitioning->partitionCount)
        return std::nullopt;
    return PartitionKind{gpu.vendorId.value_or(0), gpu.deviceId.value_or(0), gpu.subsystemId.value_or(0),
                         *gpu.partitioning->partitionCount};
}

std::vector<NodeLoss> nodeLosses(const ObservedEntry& cluster)
{
    std::vector<NodeLoss> losses;
    for (const ObservedHost& lost : cluster.hosts) {
        if (!lost.snapshot)
            continue;
        NodeLoss loss{lost.name, 0, 0, needsAreKnown(*lost.snapshot), true};
        Amounts left;
        for (const ObservedHost& other : cluster.hosts) {
            if (other.id == lost.id || !takesOver(other))
                continue;
            if (!roomIsKnown(other)) {
                loss.roomKnown = false;
                continue;
            }
            for (const auto& [kind, free] : freeOf(*other.snapshot))
                left[kind] += free;
        }
        for (const auto& [kind, need] : needOf(*lost.snapshot)) {
            loss.needed += need;
            loss.missing += std::max(0, need - left[kind]);
        }
        losses.push_back(loss);
    }
    return losses;
}

} // namespace hvgpu::analysis
