#pragma once

#include "core/operations/Activity.h"
#include "core/report/Table.h"

#include <memory>
#include <vector>

namespace hvgpu::cli {

using ActivityList = std::vector<std::shared_ptr<const operations::Activity>>;

/// One row per activity; report::activity() has one per target.
[[nodiscard]] report::Table summaryTable(const ActivityList& activities);

} // namespace hvgpu::cli
