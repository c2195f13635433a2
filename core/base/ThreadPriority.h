#pragma once

namespace hvgpu::base {

/// Lets the calling thread stand back when processors are short, so that the thread that answers the user
/// comes first. Best effort: nothing depends on it.
void lowerThreadPriority();

} // namespace hvgpu::base
