#pragma once

#include "core/base/Clock.h"
#include "core/hyperv/Conversation.h"
#include "core/model/HostSnapshot.h"

#include <vector>

namespace hvgpu::hyperv {

/// MSCluster_Cluster and MSCluster_Node rows → facts; nodes by name without case. Pure.
[[nodiscard]] model::ClusterFacts clusterFacts(const std::vector<cim::Instance>& clusterRows,
                                               const std::vector<cim::Instance>& nodeRows,
                                               ReadContext& context);

/// What a member says about its cluster, in two calls. InvalidNamespace when the host is in no cluster.
[[nodiscard]] base::Result<model::ClusterFacts> readCluster(wmi::Session& session, base::Clock& clock,
                                                            const ReadOptions& options);

} // namespace hvgpu::hyperv
