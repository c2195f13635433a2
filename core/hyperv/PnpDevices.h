#pragma once

#include "core/cim/Instance.h"
#include "core/hyperv/ReadContext.h"
#include "core/model/Gpu.h"

#include <QStringList>

#include <unordered_set>
#include <vector>

namespace hvgpu::hyperv {

/// The PCI devices of a host, told apart by PCI class code 03 (display).
struct PciDevices
{
    std::vector<model::PnpDevice> display;
    std::vector<model::PnpDevice> notDisplay;
    /// Ids of every device that is no GPU's, so that a claim on one is not taken for a GPU's.
    std::unordered_set<model::GpuId> others;
};

/// Win32_PnPEntity rows → devices, mounted (PCI\) and dismounted (PCIP\). Pure.
[[nodiscard]] PciDevices pciDevices(const std::vector<cim::Instance>& rows, ReadContext& context);

/// The keys to ask GetDeviceProperties for. One unknown name makes Windows refuse the whole call.
[[nodiscard]] const QStringList& devicePropertyKeys();

/// Only the one that tells where the device is.
[[nodiscard]] const QStringList& placeKeys();

/// The deviceProperties that GetDeviceProperties returned → @p device. Pure.
void applyDeviceProperties(const cim::Value& deviceProperties, model::PnpDevice& device,
                           ReadContext& context);

} // namespace hvgpu::hyperv
