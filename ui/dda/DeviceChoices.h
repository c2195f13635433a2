#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Request.h"
#include "ui/change/ChoiceRow.h"
#include "ui/models/ListModel.h"

#include <optional>
#include <vector>

namespace hvgpu::ui {

/// What whole devices are chosen for.
enum class DevicePurpose {
    Assign, ///< to a virtual machine
    MakeReady,
    GiveBack,
    Pool
};

/// The GPUs of @p hosts (empty = all servers that were read) as one chooses them for @p purpose; those that
/// cannot be chosen say why, in the words of the plan that would refuse them. For giving back only what is
/// dismounted is listed. Keys as deviceKey() makes them.
/// @{
[[nodiscard]] std::vector<ColumnInfo> deviceColumns();
[[nodiscard]] std::vector<ChoiceRow> deviceRows(DevicePurpose purpose, const fleet::FleetSnapshot& fleet,
                                                const std::vector<model::HostId>& hosts);
/// @}

[[nodiscard]] QString deviceKey(const operations::GpuRef& ref);
[[nodiscard]] operations::GpuRef deviceOfKey(const QString& key);

/// Names of the machines with partitions of the GPU, which lose them when it is given away as a whole.
[[nodiscard]] QStringList partitionHolders(const model::Gpu& gpu);

/// What the status of a GPU rests on: reason, what to do and the evidence, for reading below a list.
[[nodiscard]] QString deviceEvidence(const fleet::FleetSnapshot& fleet, const operations::GpuRef& ref);

/// The GPU in the fleet; null when it is not there any more.
[[nodiscard]] const model::Gpu* deviceIn(const fleet::FleetSnapshot& fleet, const operations::GpuRef& ref);

/// Dismounted GPUs that no virtual machine has and that are in no pool.
[[nodiscard]] std::vector<operations::GpuRef> forgottenDevices(const fleet::FleetSnapshot& fleet,
                                                               const std::vector<model::HostId>& hosts);

} // namespace hvgpu::ui
