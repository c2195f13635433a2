#include "ui/models/OccupancyValue.h"

#include "core/analysis/PartitionTotals.h"
#include "core/analysis/VmTitle.h"
#include "core/text/Text.h"

#include <QCoreApplication>

#include <algorithm>

namespace hvgpu::ui {

using State = analysis::PartitionSlot::State;

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("hvgpu::ui::OccupancyValue", text);
}

QString slotNumber(const analysis::PartitionSlot& slot)
{
    return slot.partitionId
               ? say(QT_TRANSLATE_NOOP("hvgpu::ui::OccupancyValue", "Partition %1")).arg(*slot.partitionId)
               : say(QT_TRANSLATE_NOOP("hvgpu::ui::OccupancyValue", "Partition"));
}

QString vmNameOf(const model::Assignment& assignment)
{
    if (!assignment.vmName.isEmpty())
        return analysis::vmName(assignment);
    return say(QT_TRANSLATE_NOOP("hvgpu::ui::OccupancyValue", "unknown VM %1")).arg(assignment.vm.text());
}

void count(OccupancyValue& value, State state)
{
    value.running += state == State::Running ? 1 : 0;
    // Assigned, and whether it runs is not known: drawn as what does not run.
    value.resolvedAtStart += state == State::ResolvedAtStart || state == State::Unread ? 1 : 0;
    value.overCommitted += state == State::OverCommitted ? 1 : 0;
}

/// Adds the occupancy of one GPU to a sum; a sum with an unknown part is unknown.
void add(analysis::Occupancy& sum, const analysis::Occupancy& one)
{
    if (one.total && sum.total)
        *sum.total += *one.total;
    else
        sum.total.reset();
    sum.facts.adapters = sum.facts.adapters && one.facts.adapters;
    sum.facts.partitions = sum.facts.partitions && one.facts.partitions;
    sum.running += one.running;
    sum.resolvedAtStart += one.resolvedAtStart;
}

} // namespace

int OccupancyValue::freeCount() const
{
    return std::max(0, total - running - resolvedAtStart);
}

OccupancyValue OccupancyValue::of(const model::Gpu& gpu, const std::vector<analysis::PartitionSlot>& rows,
                                  analysis::AssignmentFacts facts)
{
    const analysis::Occupancy occupancy = analysis::occupancy(gpu, facts);
    OccupancyValue value;
    value.text = text::occupancy(occupancy);
    value.spoken = text::occupancySpoken(occupancy);
    value.total = facts.adapters ? occupancy.total.value_or(0) : 0;
    value.segments.reserve(rows.size());
    for (const analysis::PartitionSlot& slot : rows) {
        count(value, slot.state);
        value.segments.push_back({slot.state,
                                  slot.assignment == nullptr ? QString() : vmNameOf(*slot.assignment),
                                  describeSlot(slot)});
    }
    return value;
}

OccupancyValue OccupancyValue::of(const model::HostSnapshot& host)
{
    analysis::Occupancy sum;
    sum.total = 0;
    OccupancyValue value;
    for (const model::Gpu& gpu : host.gpus) {
        if (!gpu.partitioning)
            continue;
        const analysis::Occupancy one = analysis::occupancy(gpu, analysis::assignmentFacts(host));
        add(sum, one);
        value.overCommitted += std::max(0, one.used() - one.total.value_or(one.used()));
    }
    const bool isPartitionable =
        std::ranges::any_of(host.gpus, [](const model::Gpu& gpu) { return gpu.partitioning.has_value(); });
    if (!isPartitionable)
        return value;
    // Each of them takes a partition, whichever GPU it will be on.
    sum.resolvedAtStart += static_cast<int>(analysis::automaticPartitions(host));
    value.text = text::occupancy(sum);
    value.spoken = text::occupancySpoken(sum);
    value.total = sum.facts.adapters ? sum.total.value_or(0) : 0;
    value.running = sum.running;
    value.resolvedAtStart = std::max(0, sum.resolvedAtStart - value.overCommitted);
    return value;
}

QString describeSlot(const analysis::PartitionSlot& slot)
{
    switch (slot.state) {
    case State::Running:
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::OccupancyValue", "%1: %2, running"))
            .arg(slotNumber(slot), vmNameOf(*slot.assignment));
    case State::ResolvedAtStart:
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::OccupancyValue",
                                     "Assigned to %1; which partition is decided when the VM starts"))
            .arg(vmNameOf(*slot.assignment));
    case State::OverCommitted:
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::OccupancyValue",
                                     "Over-committed: %1 has no partition left and will not start"))
            .arg(vmNameOf(*slot.assignment));
    case State::Unread:
        return slot.assignment == nullptr
                   ? say(QT_TRANSLATE_NOOP("hvgpu::ui::OccupancyValue", "%1: could not be read"))
                         .arg(slotNumber(slot))
                   : say(QT_TRANSLATE_NOOP("hvgpu::ui::OccupancyValue",
                                           "Assigned to %1; which partition it has could not be read"))
                         .arg(vmNameOf(*slot.assignment));
    case State::Free:
        break;
    }
    return say(QT_TRANSLATE_NOOP("hvgpu::ui::OccupancyValue", "%1: free")).arg(slotNumber(slot));
}

} // namespace hvgpu::ui
