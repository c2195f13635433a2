#pragma once

#include "core/simulation/host/Methods.h"

namespace hvgpu::simulation {

/// Msvm_VirtualSystemManagementService.GetSummaryInformation: fields not asked for come back NULL; without
/// settings, every VM (wmi.md 2.7).
[[nodiscard]] base::Result<MethodOutcome> getSummaryInformation(Call& call);

} // namespace hvgpu::simulation
