#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/text/Text.h"

namespace hvgpu::text {

/// Why @p host could not be read; empty without an error. What its cluster says of it counts: a node that is
/// down needs another advice than a server that nobody knows anything of.
[[nodiscard]] ErrorText presentHostError(const fleet::HostRecord& host);

} // namespace hvgpu::text
