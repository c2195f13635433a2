#pragma once

#include "core/cim/Instance.h"
#include "core/cim/ObjectPath.h"
#include "core/hyperv/DeviceControl.h"

namespace hvgpu::hyperv {

inline constexpr std::uint16_t pciExpressResourceType = 32769;
[[nodiscard]] QString pciExpressSubType();

/// A Msvm_PciExpressSettingData as AddResourceSettings wants it; @p pool empty: of the host as a whole.
[[nodiscard]] cim::Instance newDeviceSettings(const QString& pool);
/// A row of Msvm_PciExpress is about @p device: by its instance path, or where that is missing by its place.
[[nodiscard]] bool isAbout(const cim::Instance& row, const DeviceRef& device);
/// The host's own row, not that of a VM that uses the device.
[[nodiscard]] bool isHostRow(const cim::Instance& row);
[[nodiscard]] cim::ObjectPath assignablePath(const cim::Instance& row);
/// The device that the DeviceID of a Msvm_PciExpress means: "Microsoft:<GUID>\\PCIP\\VEN_…".
[[nodiscard]] model::GpuId assignableDevice(const QString& deviceId);

} // namespace hvgpu::hyperv
