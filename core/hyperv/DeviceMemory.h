#pragma once

#include "core/hyperv/Conversation.h"
#include "core/hyperv/ReadContext.h"
#include "core/model/HostSnapshot.h"

#include <map>

namespace hvgpu::hyperv {

/// Gives every GPU of @p host the memory ranges it answers to (wmi.md 3.7). Windows goes through all devices
/// for it, which takes seconds, so that it is asked once per boot and set of devices: what @p previous knew
/// of the same boot stays, marked as remembered while the device is disabled or dismounted and Windows says
/// nothing.
void readDeviceMemory(Conversation& conversation, ReadContext& context, const model::HostSnapshot* previous,
                      model::HostSnapshot& host);

/// Win32_DeviceMemoryAddress joined with Win32_PnPAllocatedResource: ranges by the GPU that has them.
[[nodiscard]] std::map<model::GpuId, std::vector<model::MemoryRange>>
memoryByDevice(const std::vector<cim::Instance>& addresses, const std::vector<cim::Instance>& allocations,
               ReadContext& context);

} // namespace hvgpu::hyperv
