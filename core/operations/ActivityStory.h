#pragma once

#include "core/operations/Activity.h"
#include "core/operations/Journal.h"

namespace hvgpu::operations {

/// An activity of an earlier run of the program, or of another process, as its journal tells it: what was
/// done in all its tasks, and how its targets ended last. Pure.
[[nodiscard]] Activity activityFrom(const JournalStory& story);

} // namespace hvgpu::operations
