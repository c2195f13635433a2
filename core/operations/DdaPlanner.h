#pragma once

#include "core/operations/PlanBuilder.h"
#include "core/operations/Request.h"

namespace hvgpu::operations {

/// What assigning a device to a VM asks of the VM's settings.
struct DeviceVmWishes
{
    std::optional<std::uint64_t> lowMmioMb;
    std::optional<std::uint64_t> highMmioMb;
    bool makeMemoryStatic = false;
    bool disableCheckpoints = false;
    std::vector<const model::Gpu*> devices = {}; ///< it gets, besides those it has
};

/// The settings a VM must have for devices: stop action "turn off", guest-controlled cache types, enough MMIO
/// space. Notes what is out of range; nullopt = blocked.
[[nodiscard]] std::optional<model::VmSettings> settingsForDevices(PlanBuilder& builder,
                                                                  const fleet::HostRecord& record,
                                                                  const model::VirtualMachine& vm,
                                                                  const DeviceVmWishes& wishes);
/// Notes low MMIO space that no VM can have. False = blocked.
[[nodiscard]] bool checkMmio(PlanBuilder& builder, const model::HostId& host, const model::VmId& vm,
                             const std::optional<std::uint64_t>& lowMmioMb);

} // namespace hvgpu::operations
