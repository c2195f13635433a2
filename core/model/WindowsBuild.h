#pragma once

#include <cstdint>

namespace hvgpu::model {

/// Win32_OperatingSystem.BuildNumber of Windows Server 2025: GPU pools, live migration with GPU partitions.
inline constexpr std::uint32_t windowsServer2025Build = 26100;

} // namespace hvgpu::model
