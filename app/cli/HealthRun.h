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
/// "findings --fix ID": what puts this finding right. Among @p activities may be the one it is about.
[[nodiscard]] Selected<operations::Request>
fixRequest(const ChangeArguments& change, const fleet::FleetSnapshot& fleet, const ActivityList& activities);

} // namespace hvgpu::cli
