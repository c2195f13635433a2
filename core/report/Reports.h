#pragma once

#include "core/analysis/Check.h"
#include "core/analysis/Diagnosis.h"
#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Activity.h"
#include "core/report/Table.h"

#include <memory>
#include <vector>

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

/// One row per check of each cluster, server and virtual machine.
[[nodiscard]] Table prerequisites(const std::vector<analysis::CheckGroup>& groups);
/// One row per finding. @p fleet tells which of them a plan can put right.
[[nodiscard]] Table findings(const std::vector<analysis::Diagnosis>& diagnoses,
                             const fleet::FleetSnapshot& fleet);

/// One row per target of each activity: what was to be done, and how it ended.
[[nodiscard]] Table activity(const std::vector<std::shared_ptr<const operations::Activity>>& activities);
/// One row per target, and one per server, GPU or virtual machine that only findings are about. @p fleet
/// gives the names of the latter.
[[nodiscard]] Table plan(const operations::Plan& plan, const fleet::FleetSnapshot& fleet);

} // namespace hvgpu::report
