#pragma once

#include "core/model/HostSnapshot.h"
#include "core/operations/Request.h"

namespace hvgpu::operations {

/// How many partitions @p host has free for @p request: of its GPU or its size when it names one, less those
/// that adapters without a GPU of their own will take when their VM starts. A GPU that does not report its
/// partition count has none. Pure.
[[nodiscard]] int freePartitions(const AssignRequest& request, const model::HostSnapshot& host);

} // namespace hvgpu::operations
