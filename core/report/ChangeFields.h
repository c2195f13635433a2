#pragma once

#include "core/operations/Plan.h"
#include "core/report/Table.h"

#include <QString>

namespace hvgpu::report {

/// "set-count", "assign", "dda-assign" …: see operations::kindOf().
[[nodiscard]] QString kindId(const operations::Request& request);
/// Partition count of a GPU, or number of GPU partitions of a VM, when the plan was made.
[[nodiscard]] Cell before(const operations::Target& target);
/// The same when all of the plan is done.
[[nodiscard]] Cell after(const operations::Target& target);
/// The GPU that a target is about or that its adapters name; unknown when the host chooses.
[[nodiscard]] Cell gpuPath(const operations::Target& target);

} // namespace hvgpu::report
