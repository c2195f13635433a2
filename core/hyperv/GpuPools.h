#pragma once

#include "core/hyperv/Conversation.h"
#include "core/hyperv/ReadContext.h"
#include "core/model/HostSnapshot.h"

namespace hvgpu::hyperv {

/// The pools of assignable devices made on this host (wmi.md 2.5): one query, and one more per pool for what
/// is in it. Setting data of a pool hangs on it by Msvm_SettingsDefineState and names its devices in
/// HostResource.
[[nodiscard]] std::vector<model::GpuPool> readGpuPools(Conversation& conversation, ReadContext& context);

/// Msvm_ResourcePool rows of type 32769 → pools without their devices; the primordial one is not among them.
[[nodiscard]] std::vector<model::GpuPool> gpuPools(const std::vector<cim::Instance>& rows,
                                                   ReadContext& context);
/// Setting data of a pool → instance paths of its devices.
[[nodiscard]] QStringList poolDevices(const std::vector<cim::Instance>& settings, ReadContext& context);

} // namespace hvgpu::hyperv
