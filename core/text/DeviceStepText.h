#pragma once

#include "core/operations/Plan.h"

#include <QString>

namespace hvgpu::text {

/// What a step about a device, a VM's settings or a pool does; empty for other steps.
[[nodiscard]] QString deviceStep(const operations::Step& step);

} // namespace hvgpu::text
