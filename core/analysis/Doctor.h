#pragma once

#include "core/analysis/Diagnosis.h"
#include "core/analysis/ObservedFleet.h"

#include <vector>

namespace hvgpu::analysis {

/// Everything wrong in the fleet, worst first, else in the order of the fleet. What could not be read is
/// never taken for wrong. Pure.
[[nodiscard]] std::vector<Diagnosis> diagnose(const ObservedFleet& fleet);

/// The part of it that is about changes that were cut off, in no order.
[[nodiscard]] std::vector<Diagnosis> diagnoseInterrupted(const ObservedFleet& fleet);

} // namespace hvgpu::analysis
