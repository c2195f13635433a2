#pragma once

#include <cstdint>

namespace hvgpu::model {

/// OfflineAction of a clustered virtual machine (MSCluster_Resource.PrivateProperties): "forced shut down".
inline constexpr std::uint32_t offlineActionForcedShutDown = 3;

} // namespace hvgpu::model
