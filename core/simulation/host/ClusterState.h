#pragma once

#include "core/base/Result.h"
#include "core/simulation/host/World.h"

namespace hvgpu::simulation {

/// MSCluster_Resource.State (wmi.md 4.4).
namespace resourceState {
inline constexpr std::int64_t online = 2;
inline constexpr std::int64_t offline = 3;
inline constexpr std::int64_t failed = 4;
inline constexpr std::int64_t onlinePending = 129;
inline constexpr std::int64_t offlinePending = 130;
} // namespace resourceState

/// How a VM looks to its cluster (wmi.md 4.6).
[[nodiscard]] std::int64_t resourceStateOf(const Vm& vm);
/// MSCluster_ResourceGroup.State: 0 online, 1 offline, 2 failed, 4 pending.
[[nodiscard]] std::int64_t groupStateOf(const Vm& vm);
[[nodiscard]] QString resourceNameOf(const ClusterRole& role);

/// The clustered VM behind a resource or group name; null when there is none.
[[nodiscard]] Vm* vmOfResource(World& world, const QString& resourceName);
[[nodiscard]] Vm* vmOfGroup(World& world, const QString& groupName);

/// Cluster verbs: start the change and return; watch State. Errors are what ClusWMI raises.
base::Result<void> bringOnline(World& world, Vm& vm);
base::Result<void> takeOffline(World& world, Vm& vm);

/// To be called when a VM has stopped: the cluster brings back what nobody took offline (wmi.md 4.6).
void onStoppedBehindCluster(World& world, Vm& vm);

} // namespace hvgpu::simulation
