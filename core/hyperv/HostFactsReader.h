#pragma once

#include "core/cim/Instance.h"
#include "core/hyperv/ReadContext.h"

namespace hvgpu::hyperv {

/// Win32_OperatingSystem → facts. Pure.
void applyOperatingSystem(const cim::Instance& row, model::HostFacts& host, ReadContext& context);
/// Win32_ComputerSystem → facts. Pure.
void applyComputerSystem(const cim::Instance& row, model::HostFacts& host, ReadContext& context);
/// Msvm_VirtualEthernetSwitchManagementCapabilities → facts. Pure.
void applyIovSupport(const cim::Instance& row, model::HostFacts& host, ReadContext& context);

} // namespace hvgpu::hyperv
