#pragma once

#include "core/analysis/ObservedFleet.h"

namespace hvgpu::analysis {

/// What the cluster itself says of the node @p name (in any case), as the first of its members that was read
/// tells; null when none does. Points into @p cluster.
[[nodiscard]] const model::ClusterNode* nodeFacts(const ObservedEntry& cluster, const QString& name);

} // namespace hvgpu::analysis
