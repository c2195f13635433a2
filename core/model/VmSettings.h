#pragma once

#include <cstdint>
#include <optional>

namespace hvgpu::model {

/// Settings of a VM that device assignment depends on; nullopt = leave as it is, or not known.
/// Sources: Msvm_VirtualSystemSettingData and Msvm_MemorySettingData (wmi.md 2.8).
struct VmSettings
{
    std::optional<std::uint64_t> lowMmioMb;  ///< memory-mapped I/O below 4 GB
    std::optional<std::uint64_t> highMmioMb; ///< and above
    std::optional<bool> guestControlledCacheTypes;
    std::optional<std::uint16_t> automaticStopAction; ///< 2 turn off, 3 save, 4 shut down
    std::optional<std::uint16_t> checkpointType;      ///< UserSnapshotType; 2 = disabled
    std::optional<bool> dynamicMemory;
    std::optional<std::uint64_t> minimumMemoryMb;
    std::optional<std::uint64_t> maximumMemoryMb;

    [[nodiscard]] bool isEmpty() const { return *this == VmSettings{}; }
    /// Those of the VM itself, without its memory; each part is one call to the host.
    [[nodiscard]] VmSettings systemPart() const;
    [[nodiscard]] VmSettings memoryPart() const;
    /// Can be changed only while the VM is off.
    [[nodiscard]] bool needsOff() const;
    /// Those that are set here and are different, or not known, in @p now.
    [[nodiscard]] VmSettings differingFrom(const VmSettings& now) const;
    /// The values that this has of those set in @p names.
    [[nodiscard]] VmSettings only(const VmSettings& names) const;

    /// These, and those of @p over in their place where it sets any.
    [[nodiscard]] VmSettings mergedWith(const VmSettings& over) const;

    friend bool operator==(const VmSettings&, const VmSettings&) = default;
};

/// Limits of the low MMIO space (documents of discrete device assignment).
inline constexpr std::uint64_t leastLowMmioMb = 128;
inline constexpr std::uint64_t mostLowMmioMb = 3584;

inline constexpr std::uint16_t stopActionTurnOff = 2;
inline constexpr std::uint16_t stopActionSave = 3;
inline constexpr std::uint16_t stopActionShutDown = 4;
inline constexpr std::uint16_t checkpointsDisabled = 2;

} // namespace hvgpu::model
