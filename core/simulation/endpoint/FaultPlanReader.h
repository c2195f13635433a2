#pragma once

#include "core/simulation/endpoint/FaultPlan.h"

namespace hvgpu::simulation {

/// Reads the JSON list of faults (README.md of this folder). An unknown name or a value of the wrong kind is
/// an error, so that a misspelt fault is not silently no fault.
[[nodiscard]] base::Result<std::vector<FaultPlan::Entry>> readFaults(const QByteArray& json);

} // namespace hvgpu::simulation
