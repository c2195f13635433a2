#pragma once

#include "app/cli/Arguments.h"

namespace hvgpu::cli {

/// Does what the command line asks for, from reading the servers to writing the report. Needs a
/// QCoreApplication.
[[nodiscard]] ExitCode run(const Arguments& arguments);

} // namespace hvgpu::cli
