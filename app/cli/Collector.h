#pragma once

#include "app/cli/Arguments.h"
#include "app/cli/Interrupt.h"
#include "app/cli/Servers.h"
#include "core/fleet/Fleet.h"

#include <memory>

namespace hvgpu::cli {

/// Reads every server once, showing progress. Returns what is known then; when interrupted, what was known by
/// then.
[[nodiscard]] std::shared_ptr<const fleet::FleetSnapshot> collect(fleet::Fleet& fleet, const Servers& servers,
                                                                  Interrupt& interrupt);

/// How many servers could not be read; also says so, with causes, on standard error.
struct Readings
{
    int read = 0;
    int partly = 0; ///< of those read: some list that the command shows is missing
    int failed = 0;
};
[[nodiscard]] Readings reportFailures(const fleet::FleetSnapshot& snapshot, const Arguments& arguments);

} // namespace hvgpu::cli
