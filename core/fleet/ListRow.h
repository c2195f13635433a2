#pragma once

#include "core/fleet/ListColumns.h"
#include "core/fleet/ServerEntry.h"
#include "core/fleet/ServerListText.h"

#include <map>
#include <vector>

namespace hvgpu::fleet {

using ListRow = std::map<ListColumn, QString>; ///< the fields of a line; those that are not there are empty

/// Fills @p entry, which the name has made, from the other fields of its line. What cannot be used is said
/// without a line number.
[[nodiscard]] std::vector<ListProblem> fillFromRow(ServerEntry& entry, const ListRow& row);

} // namespace hvgpu::fleet
