#pragma once

#include "core/model/Gpu.h"

namespace hvgpu::model {

/// Whether the assignment has a live device: a running VM holds a partition. Only the row of that device
/// (Msvm_GpuPartition) tells any of what is looked at here, and a host may leave out the partition id. Pure.
[[nodiscard]] bool hasLiveDevice(const Assignment& assignment);

} // namespace hvgpu::model
