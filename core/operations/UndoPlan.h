#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Activity.h"

#include <QDateTime>

namespace hvgpu::operations {

/// What taking @p activity back does to GPUs and VMs as they are now in @p fleet: to be shown before it is
/// begun. Targets are in the order in which they are taken back; those of which nothing is left to take back
/// are not in it. Not to be run: taking back is driven by the activity's journal. Pure.
[[nodiscard]] Plan undoPlan(const Activity& activity, const fleet::FleetSnapshot& fleet,
                            const QDateTime& now);

} // namespace hvgpu::operations
