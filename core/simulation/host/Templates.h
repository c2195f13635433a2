#pragma once

#include "core/simulation/host/RowContext.h"

namespace hvgpu::simulation {

/// Adds the capability templates whose class is the context's class (wmi.md 2.4, wsman.md 2.6).
void addTemplates(RowContext& context);

} // namespace hvgpu::simulation
