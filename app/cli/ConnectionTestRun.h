#pragma once

#include "app/cli/Arguments.h"

namespace hvgpu::cli {

/// Tests the connection to every server stage by stage: a row per stage, and on standard error what to do
/// about those that failed.
[[nodiscard]] ExitCode runConnectionTests(const Arguments& arguments);

} // namespace hvgpu::cli
