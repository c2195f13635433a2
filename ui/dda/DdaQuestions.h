#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Request.h"
#include "ui/change/PowerPage.h"
#include "ui/dda/MmioPage.h"

#include <vector>

namespace hvgpu::ui {

/// What the pages of the wizards about whole devices ask of the fleet.
/// @{
[[nodiscard]] const model::VirtualMachine* vmIn(const fleet::FleetSnapshot& fleet, const model::HostId& host,
                                                const model::VmId& vm);
/// The machine, if it runs.
[[nodiscard]] std::vector<RunningVm> runningVm(const fleet::FleetSnapshot& fleet, const model::HostId& host,
                                               const model::VmId& vm);
/// The machine with the whole devices it has and those of @p more that it has not yet.
/// Running machines that lose partitions when these GPUs are given away as a whole.
[[nodiscard]] std::vector<RunningVm> runningHolders(const fleet::FleetSnapshot& fleet,
                                                    const std::vector<operations::GpuRef>& devices);
[[nodiscard]] MmioPage::Question mmioQuestion(const fleet::FleetSnapshot& fleet, const model::HostId& host,
                                              const model::VmId& vm,
                                              const std::vector<operations::GpuRef>& more);
/// @}

} // namespace hvgpu::ui
