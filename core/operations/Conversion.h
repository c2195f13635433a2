#pragma once

#include "core/operations/Planner.h"

#include <vector>

namespace hvgpu::operations {

/// The plan for @p request, which wants partitions of @p devices unassigned first: one target for each VM
/// that has some, then what the request is about, worked out as if they had none any more. Undone, it goes
/// the other way round. Pure.
[[nodiscard]] Plan planWithoutPartitions(const DdaAssignRequest& request, const std::vector<GpuRef>& devices,
                                         const fleet::FleetSnapshot& fleet, const PlanContext& context);
[[nodiscard]] Plan planWithoutPartitions(const DismountRequest& request, const std::vector<GpuRef>& devices,
                                         const fleet::FleetSnapshot& fleet, const PlanContext& context);

} // namespace hvgpu::operations
