#pragma once

#include "core/base/Secret.h"

namespace hvgpu::base {

/// The value of an environment variable, up to the end of its first line; empty when it is not set. The
/// variable is removed, so that no child inherits it, and its bytes are overwritten where they lie, as others
/// who may look into the process (/proc/PID/environ) go on seeing that place. Not while another thread reads
/// the environment.
[[nodiscard]] Secret takeEnvironmentSecret(const char* name);

} // namespace hvgpu::base
