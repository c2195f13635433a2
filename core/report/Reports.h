#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/report/Table.h"

namespace hvgpu::report {

/// The reports of the product; columns are documented in core/report/README.md and never change meaning.
/// Pure. Values are English and raw (bytes, ids), independent of the user's language.
[[nodiscard]] Table inventory(const fleet::FleetSnapshot& fleet);  ///< one row per server, also unreachable ones
[[nodiscard]] Table gpus(const fleet::FleetSnapshot& fleet);       ///< one row per GPU
[[nodiscard]] Table partitions(const fleet::FleetSnapshot& fleet); ///< one row per partition, free ones too
[[nodiscard]] Table vms(const fleet::FleetSnapshot& fleet);        ///< one row per virtual machine

} // namespace hvgpu::report
