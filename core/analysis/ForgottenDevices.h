#pragma once

#include "core/model/HostSnapshot.h"

#include <vector>

namespace hvgpu::analysis {

/// Only the device is left of this claim: its VM is not on the host, and no setting data names the device
/// (what a VM that was deleted or moved leaves behind, EC-37). False when the VMs could not be read.
[[nodiscard]] bool isLeftBehind(const model::Assignment& assignment, const model::HostSnapshot& host);

/// Dismounted devices of the host that no VM has and that are in no pool: GPUs, and other functions of cards.
/// Empty when who has them could not be read.
[[nodiscard]] std::vector<model::GpuId> forgottenDevices(const model::HostSnapshot& host);
/// Those of one card, the GPU first.
[[nodiscard]] std::vector<model::GpuId> forgottenDevices(const model::Gpu& gpu,
                                                         const model::HostSnapshot& host);

} // namespace hvgpu::analysis
