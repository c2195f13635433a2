#pragma once

#include <QString>

namespace hvgpu::base {

/// Name of the account this process runs as, by the system's own word and not by the environment, which
/// anyone may set. "uid 1234" for an account without a name.
[[nodiscard]] QString currentUser();

} // namespace hvgpu::base
