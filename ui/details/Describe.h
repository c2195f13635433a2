#pragma once

#include "core/analysis/PartitionLayout.h"
#include "core/fleet/FleetSnapshot.h"
#include "ui/details/DetailContent.h"

#include <QDateTime>

namespace hvgpu::ui {

/// What the details pane says of an object: the fields of the Microsoft document first, in its words and
/// order, then ours. Pure but for the translation and the locale; GUI thread.
/// @{
[[nodiscard]] DetailContent describeGpu(const fleet::HostRecord& host, const model::Gpu& gpu);
[[nodiscard]] DetailContent describePartition(const fleet::HostRecord& host, const model::Gpu& gpu,
                                              const analysis::PartitionSlot& slot);
[[nodiscard]] DetailContent describeVm(const fleet::HostRecord& host, const model::VirtualMachine& vm);
/// @p now decides the ages.
[[nodiscard]] DetailContent describeHost(const fleet::HostRecord& host, const QDateTime& now);
[[nodiscard]] DetailContent describeCluster(const fleet::EntryRecord& entry,
                                            const fleet::FleetSnapshot& fleet);
/// @}

} // namespace hvgpu::ui
