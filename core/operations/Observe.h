#pragma once

#include "core/analysis/ObservedFleet.h"
#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Activity.h"

#include <memory>
#include <vector>

namespace hvgpu::operations {

/// The fleet as checks and diagnoses see it, with the changes among @p activities that were interrupted.
/// Pure.
[[nodiscard]] analysis::ObservedFleet
observe(const fleet::FleetSnapshot& fleet,
        const std::vector<std::shared_ptr<const Activity>>& activities = {});

} // namespace hvgpu::operations
