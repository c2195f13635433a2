#include "core/analysis/PartitionTotals.h"

#include <algorithm>

namespace hvgpu::analysis {

void addPartitions(PartitionTotals& totals, const model::Gpu& gpu, const model::HostSnapshot& host)
{
    if (!gpu.partitioning || gpu.partitioning->isParavirtual())
        return;
    const Occupancy use = occupancy(gpu, assignmentFacts(host));
    totals.partitions += static_cast<std::uint64_t>(use.total.value_or(0));
    totals.used += static_cast<std::uint64_t>(use.used());
    if (use.total && use.used() > *use.total)
        totals.beyond += static_cast<std::uint64_t>(use.used() - *use.total);
    totals.partitionsUnknown = totals.partitionsUnknown || !use.total;
    totals.usedUnknown = totals.usedUnknown || !use.facts.adapters;
}

std::uint64_t automaticPartitions(const model::HostSnapshot& host)
{
    return static_cast<std::uint64_t>(
        std::ranges::count_if(host.unplacedAssignments, [](const model::Assignment& assignment) {
            return assignment.kind == model::Assignment::Kind::Partition && assignment.automatic;
        }));
}

PartitionTotals partitionTotals(const model::HostSnapshot& host)
{
    PartitionTotals totals;
    for (const model::Gpu& gpu : host.gpus)
        addPartitions(totals, gpu, host);
    totals.used += automaticPartitions(host);
    if (!totals.partitionsUnknown && totals.used > totals.partitions)
        totals.beyond = std::max(totals.beyond, totals.used - totals.partitions);
    return totals;
}

} // namespace hvgpu::analysis
