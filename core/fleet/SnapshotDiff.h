#pragma once

#include "core/model/HostSnapshot.h"

#include <vector>

namespace hvgpu::fleet {

/// What differs between two snapshots of one host, as HostDelta has it.
struct SnapshotDiff
{
    bool gpuShapeChanged = false;
    bool vmShapeChanged = false;
    std::vector<int> changedGpus;
    std::vector<int> changedVms;
};

/// Compares GPUs and VMs field by field; null stands for a host without any. Pure.
[[nodiscard]] SnapshotDiff diffSnapshots(const model::HostSnapshot* before, const model::HostSnapshot* after);

} // namespace hvgpu::fleet
