#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Plan.h"
#include "core/report/Table.h"

#include <QString>

#include <vector>

namespace hvgpu::cli {

/// Plans for people, with everything they have to say; ends with a line break.
[[nodiscard]] QString planText(const std::vector<operations::Plan>& plans, const fleet::FleetSnapshot& fleet);
/// What the plans have to say only, one line each.
[[nodiscard]] QStringList findingLines(const operations::Plan& plan, const fleet::FleetSnapshot& fleet);
/// The plans as one table; see report::plan().
[[nodiscard]] report::Table planTable(const std::vector<operations::Plan>& plans,
                                      const fleet::FleetSnapshot& fleet);

} // namespace hvgpu::cli
