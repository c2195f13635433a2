#pragma once

#include "app/cli/Arguments.h"
#include "app/cli/Selection.h"
#include "core/analysis/Diagnosis.h"

namespace hvgpu::cli {

/// "check": reads the servers and prints every check. ChecksFailed when one of them fails.
[[nodiscard]] ExitCode runCheck(const Arguments& arguments);
/// "findings" without --fix: reads the servers and prints what is wrong. ChecksFailed when something serious
/// is.
[[nodiscard]] ExitCode runFindings(const Arguments& arguments);
/// "findings --fix ID": what puts this finding right.
[[nodiscard]] Selected<operations::Request> fixRequest(const ChangeArguments& change,
                                                       const fleet::FleetSnapshot& fleet);

} // namespace hvgpu::cli
