#include "core/analysis/PartitionLayout.h"

#include "core/model/LiveDevice.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace hvgpu::analysis {
namespace {

using Slots = std::vector<PartitionSlot>;
using model::hasLiveDevice;

bool isPartition(const model::Assignment& assignment)
{
    return assignment.kind == model::Assignment::Kind::Partition;
}

std::optional<std::size_t> partitionCount(const model::Gpu& gpu)
{
    if (!gpu.partitioning || !gpu.partitioning->partitionCount)
        return std::nullopt;
    return *gpu.partitioning->partitionCount;
}

Slots runningSlots(const model::Gpu& gpu)
{
    Slots running;
    for (const model::Assignment& assignment : gpu.assignments) {
        if (hasLiveDevice(assignment))
            running.push_back({PartitionSlot::State::Running, assignment.partitionId, &assignment});
    }
    std::ranges::stable_sort(running, {}, [](const PartitionSlot& slot) {
        return std::tuple(!slot.partitionId, slot.partitionId);
    });
    return running;
}

/// Ids that no running VM uses, lowest first. Odd reports (ids twice, ids beyond the count) still take a slot
/// each, so there may be fewer free slots than unused ids.
void addFreeSlots(Slots& layout, const Slots& running, std::size_t count, std::size_t free)
{
    std::set<std::uint16_t> used;
    for (const PartitionSlot& slot : running)
        if (slot.partitionId)
            used.insert(*slot.partitionId);
    for (std::size_t id = 0; id < count && free > 0; ++id) {
        const auto partitionId = static_cast<std::uint16_t>(id);
        if (used.contains(partitionId))
            continue;
        layout.push_back({PartitionSlot::State::Free, partitionId, nullptr});
        --free;
    }
}

/// As many as are assigned are not free, whichever they are; without that list nothing is known of any.
Slots unreadLayout(const model::Gpu& gpu, std::optional<std::size_t> count, AssignmentFacts facts)
{
    Slots layout;
    if (facts.partitions)
        layout = runningSlots(gpu);
    for (const model::Assignment& assignment : gpu.assignments) {
        if (isPartition(assignment) && !(facts.partitions && hasLiveDevice(assignment)))
            layout.push_back({PartitionSlot::State::Unread, std::nullopt, &assignment});
    }
    const auto rest = facts.adapters ? PartitionSlot::State::Free : PartitionSlot::State::Unread;
    while (count && layout.size() < *count)
        layout.push_back({rest, std::nullopt, nullptr});
    return layout;
}

} // namespace

AssignmentFacts assignmentFacts(const model::HostSnapshot& host)
{
    return {!host.couldNotRead(model::Part::PartitionAdapters), !host.couldNotRead(model::Part::Partitions)};
}

std::vector<PartitionSlot> partitionLayout(const model::Gpu& gpu, AssignmentFacts facts)
{
    const std::optional<std::size_t> count = partitionCount(gpu);
    if (!facts.adapters || !facts.partitions)
        return unreadLayout(gpu, count, facts);
    const Slots running = runningSlots(gpu);
    Slots layout = running;
    Slots beyond;
    for (const model::Assignment& assignment : gpu.assignments) {
        if (!isPartition(assignment) || hasLiveDevice(assignment))
            continue;
        const bool fits = !count || layout.size() < *count;
        (fits ? layout : beyond)
            .push_back({fits ? PartitionSlot::State::ResolvedAtStart : PartitionSlot::State::OverCommitted,
                        std::nullopt, &assignment});
    }
    if (count && layout.size() < *count)
        addFreeSlots(layout, running, *count, *count - layout.size());
    layout.insert(layout.end(), beyond.begin(), beyond.end());
    return layout;
}

std::optional<int> Occupancy::free() const
{
    if (!total || !facts.adapters)
        return std::nullopt;
    return std::max(0, *total - used());
}

Occupancy occupancy(const model::Gpu& gpu, AssignmentFacts facts)
{
    Occupancy result;
    result.facts = facts;
    if (const auto count = partitionCount(gpu))
        result.total = static_cast<int>(*count);
    for (const model::Assignment& assignment : gpu.assignments) {
        if (isPartition(assignment))
            ++(hasLiveDevice(assignment) ? result.running : result.resolvedAtStart);
    }
    return result;
}

} // namespace hvgpu::analysis
