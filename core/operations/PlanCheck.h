#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Plan.h"

#include <QDateTime>

namespace hvgpu::operations {

/// Works the request of a saved plan out anew and adds what forbids it: the file may have been edited, and
/// the fleet has gone on. Left out is what the runner finds itself when it reads a target again: then only
/// that target is refused, with what has changed. For partition counts, assigning and unassigning. Pure.
void addBlockingFindings(Plan& plan, const fleet::FleetSnapshot& fleet, const QDateTime& now);

} // namespace hvgpu::operations
