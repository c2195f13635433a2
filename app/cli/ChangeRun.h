#pragma once

#include "app/cli/Arguments.h"

namespace hvgpu::cli {

/// Does what a command about changes asks for: plans, asks, carries out, looks back, takes back.
[[nodiscard]] ExitCode runChange(const Arguments& arguments);

} // namespace hvgpu::cli
