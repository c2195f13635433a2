#pragma once

#include "core/analysis/GpuTitle.h"

namespace hvgpu::ui {

using analysis::gpuTitle;
/// The VM's name; with the end of its id when the server has several of that name (EC-34), the id alone
/// without one.
[[nodiscard]] QString vmTitle(const model::HostSnapshot& host, const model::VirtualMachine& vm);

} // namespace hvgpu::ui
