#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/report/Table.h"

namespace hvgpu::report {

/// The reports of the product; columns are documented in core/report/README.md and never change meaning.
/// Values are English and raw (bytes, ids), independent of the user's language. @p now is what ages count
/// from.

/// One row per server, also for those that were never reached, and one per cluster whose nodes are not known.
[[nodiscard]] Table inventory(const fleet::FleetSnapshot& fleet,
                              const QDateTime& now = QDateTime::currentDateTimeUtc());
/// One row per GPU.
[[nodiscard]] Table gpus(const fleet::FleetSnapshot& fleet,
                         const QDateTime& now = QDateTime::currentDateTimeUtc());
/// One row per partition, free ones too, and per partition adapter whose GPU is not known.
[[nodiscard]] Table partitions(const fleet::FleetSnapshot& fleet,
                               const QDateTime& now = QDateTime::currentDateTimeUtc());
/// One row per virtual machine.
[[nodiscard]] Table vms(const fleet::FleetSnapshot& fleet,
                        const QDateTime& now = QDateTime::currentDateTimeUtc());

} // namespace hvgpu::report
