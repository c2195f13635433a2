#pragma once

#include "core/hyperv/GpuJoin.h"
#include "core/hyperv/PnpDevices.h"

#include <vector>

namespace hvgpu::hyperv {

/// Devices that may be other functions of the cards of @p display: below the same parent with the same device
/// number, as far as instance ids tell ("…\\4&18416DC3&0&0008" and "…&0108"). Their location paths decide;
/// this only keeps the host from being asked about everything on its buses. Pure.
[[nodiscard]] std::vector<model::PnpDevice> companionCandidates(const std::vector<model::PnpDevice>& others,
                                                                const std::vector<model::PnpDevice>& display);

/// Puts each of @p candidates whose location path says so on its GPU, by function number. Dismounted ones
/// have theirs from @p assignable. Pure.
void joinCompanions(std::vector<model::Gpu>& gpus, const std::vector<model::PnpDevice>& candidates,
                    const std::vector<AssignableRow>& assignable);

} // namespace hvgpu::hyperv
