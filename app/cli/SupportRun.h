#pragma once

#include "app/cli/Arguments.h"

namespace hvgpu::cli {

/// Writes a support file, with how reading the given servers went when there are any.
[[nodiscard]] ExitCode runSupport(const Arguments& arguments);

} // namespace hvgpu::cli
