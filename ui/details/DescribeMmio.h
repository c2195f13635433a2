#pragma once

#include "core/analysis/MmioSizing.h"
#include "ui/details/DetailContent.h"

namespace hvgpu::ui {

/// MMIO space that a VM needs for @p gpu alone as a whole device, with the sum line by line.
[[nodiscard]] DetailSection mmioOfGpu(const model::HostSnapshot& host, const model::Gpu& gpu);
/// The MMIO spaces of a VM, and what its whole devices need; without any the values only.
[[nodiscard]] DetailSection mmioOfVm(const model::HostSnapshot& host, const model::VirtualMachine& vm);

} // namespace hvgpu::ui
