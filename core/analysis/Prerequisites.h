#pragma once

#include "core/analysis/Check.h"
#include "core/analysis/ObservedFleet.h"

#include <vector>

namespace hvgpu::analysis {

/// Every check of every cluster, server and virtual machine with a GPU, in the order of the fleet. Pure.
[[nodiscard]] std::vector<CheckGroup> prerequisites(const ObservedFleet& fleet);

} // namespace hvgpu::analysis
