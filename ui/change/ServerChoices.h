#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "ui/change/ChoiceRow.h"
#include "ui/models/ListModel.h"

namespace hvgpu::ui {

enum class ChangePurpose {
    Assign,       ///< a partition
    Unassign,     ///< partitions
    AssignDevice, ///< a whole GPU
    RemoveDevice, ///< whole GPUs
    Settings      ///< of virtual machines
};

/// The servers of the fleet as one chooses one to assign or unassign partitions or whole GPUs on; those with
/// nothing to do say why. Keys are host ids.
/// @{
[[nodiscard]] std::vector<ColumnInfo> serverColumns(ChangePurpose purpose);
[[nodiscard]] std::vector<ChoiceRow> serverRows(ChangePurpose purpose, const fleet::FleetSnapshot& fleet,
                                                const QDateTime& now);
/// @}

/// Partition adapters on the server, also those whose GPU is not there.
[[nodiscard]] int assignedPartitions(const model::HostSnapshot& host);

} // namespace hvgpu::ui
