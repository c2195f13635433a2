#pragma once

#include "core/analysis/GpuTitle.h"
#include "core/analysis/VmTitle.h"

namespace hvgpu::ui {

using analysis::gpuTitle;
using analysis::vmTitle;

} // namespace hvgpu::ui
