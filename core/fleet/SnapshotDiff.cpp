#include "core/fleet/SnapshotDiff.h"

#include <algorithm>

namespace hvgpu::fleet {

namespace {

/// Rows a view shows below the GPU: its partitions, more when more are assigned than it has.
std::size_t partitionRows(const model::Gpu& gpu)
{
    if (!gpu.partitioning)
        return gpu.assignments.size();
    return std::max<std::size_t>(gpu.partitioning->partitionCount.value_or(0), gpu.assignments.size());
}

/// Fills @p changed with the places that differ; false when items came, went, moved or changed their shape.
template <class Item, class SameShape>
bool compare(const std::vector<Item>& before, const std::vector<Item>& after, const SameShape& sameShape,
             std::vector<int>& changed)
{
    if (before.size() != after.size())
        return false;
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (before[i].id != after[i].id || !sameShape(before[i], after[i])) {
            changed.clear();
            return false;
        }
        if (!(before[i] == after[i]))
            changed.push_back(static_cast<int>(i));
    }
    return true;
}

} // namespace

SnapshotDiff diffSnapshots(const model::HostSnapshot* before, const model::HostSnapshot* after)
{
    static const model::HostSnapshot none;
    const model::HostSnapshot& from = before != nullptr ? *before : none;
    const model::HostSnapshot& to = after != nullptr ? *after : none;
    SnapshotDiff diff;
    if (&from == &to)
        return diff;
    const auto sameRows = [](const model::Gpu& a, const model::Gpu& b) {
        return partitionRows(a) == partitionRows(b);
    };
    const auto always = [](const model::VirtualMachine&, const model::VirtualMachine&) { return true; };
    diff.gpuShapeChanged = !compare(from.gpus, to.gpus, sameRows, diff.changedGpus);
    diff.vmShapeChanged = !compare(from.vms, to.vms, always, diff.changedVms);
    return diff;
}

} // namespace hvgpu::fleet
