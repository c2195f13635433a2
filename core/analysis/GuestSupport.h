#pragma once

#include <QString>

#include <optional>

namespace hvgpu::analysis {

/// Whether a guest operating system is on Microsoft's list for GPU partitioning (wmi.md 7): Windows 10 and
/// later, Windows Server 2019 and later, Ubuntu 18.04, 20.04 and 22.04. Product names are not translated by
/// Windows. nullopt when there is no name. Pure.
[[nodiscard]] std::optional<bool> isListedGuest(const QString& guestOperatingSystem);

} // namespace hvgpu::analysis
