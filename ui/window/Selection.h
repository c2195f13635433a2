#pragma once

#include "ui/details/DetailContent.h"

#include <QDateTime>
#include <QModelIndexList>

namespace hvgpu::ui {

class FleetTreeModel;
class HostTreeModel;
class PoolTreeModel;
class VmTableModel;

/// Details of what is selected in a view; rows are of the source model, column 0. Empty without a selection.
/// @{
[[nodiscard]] DetailContent selectionDetails(const HostTreeModel& model, const QModelIndexList& rows,
                                             const QDateTime& now);
[[nodiscard]] DetailContent selectionDetails(const PoolTreeModel& model, const QModelIndexList& rows,
                                             const QDateTime& now);
[[nodiscard]] DetailContent selectionDetails(const VmTableModel& model, const QModelIndexList& rows,
                                             const QDateTime& now);
[[nodiscard]] DetailContent selectionDetails(const FleetTreeModel& model, const QModelIndexList& rows,
                                             const QDateTime& now);
/// @}

} // namespace hvgpu::ui
