#pragma once

#include "core/report/Table.h"
#include "ui/views/DataTreeView.h"

namespace hvgpu::ui {

/// What @p view shows as a report: the visible columns in their order, every row that scope and search let
/// through in the current order, whether expanded or not. Rows above others become columns (server, GPU) of
/// the rows below them. Values are raw, as RawValueRole has them.
[[nodiscard]] report::Table shownTable(const DataTreeView& view, const QString& name);

} // namespace hvgpu::ui
