#pragma once

#include "core/operations/Activity.h"

namespace hvgpu::operations {

/// What is left of an interrupted @p activity: its targets that have not come to their end, without the steps
/// that are recorded as done. To be shown before it is gone on with; going on itself is driven by the journal
/// and by what each target is like then. Pure.
[[nodiscard]] Plan resumePlan(const Activity& activity);

} // namespace hvgpu::operations
