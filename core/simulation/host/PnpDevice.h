#pragma once

#include "core/base/Result.h"
#include "core/simulation/host/World.h"

#include <QStringList>

#include <optional>

namespace hvgpu::simulation {

/// ConfigManagerErrorCode: 0 OK, 22 disabled, 28 no driver …
[[nodiscard]] std::uint32_t problemOf(const PciDevice& device);
/// The name Windows shows, which depends on the driver.
[[nodiscard]] QString shownName(const PciDevice& device);
[[nodiscard]] QStringList hardwareIds(const PciDevice& device);
[[nodiscard]] QStringList compatibleIds(const PciDevice& device);
/// IRQNumber: large for message-signalled interrupts (wmi.md 3.7).
[[nodiscard]] std::uint64_t interruptOf(const PciDevice& device, std::size_t index);
/// Index of the device with this plug and play instance id.
[[nodiscard]] std::optional<std::size_t> findDevice(const Host& host, const QString& instanceId);
/// Index of the device at a location path.
[[nodiscard]] std::optional<std::size_t> findDeviceAt(const Host& host, const QString& locationPath);

/// Answers Win32_PnPEntity.GetDeviceProperties; an unknown key fails the whole call, as on Windows.
[[nodiscard]] base::Result<cim::Value> deviceProperties(const Host& host, const PciDevice& device,
                                                        const QStringList& keys);

} // namespace hvgpu::simulation
