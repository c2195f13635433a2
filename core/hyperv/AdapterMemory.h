#pragma once

#include "core/hyperv/Conversation.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace hvgpu::hyperv {

/// Bytes of memory the display driver recorded for the adapter with this PnP instance id
/// (HardwareInformation.qwMemorySize, else MemorySize, of the adapter's class key; two or three calls).
/// Win32_VideoController.AdapterRAM is a uint32 and useless for it. nullopt when the driver recorded none.
[[nodiscard]] base::Result<std::optional<std::uint64_t>> readAdapterMemory(Conversation& conversation,
                                                                           const QString& instanceId);

} // namespace hvgpu::hyperv
