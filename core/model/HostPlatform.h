#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace hvgpu::model {

/// What giving GPUs to virtual machines rests on below Hyper-V: processors, firmware, policies and the
/// settings of live migration (wmi.md 2.19, 7). nullopt = the host did not say; whether it was asked in vain
/// stands in the notes of the snapshot.
struct HostPlatform
{
    // Win32_Processor, the first one
    QString processorName;
    std::optional<std::uint16_t> addressWidth;
    /// These three read false while a hypervisor runs, because it keeps the features to itself.
    std::optional<bool> virtualizationFirmware;
    std::optional<bool> secondLevelTranslation;
    std::optional<bool> monitorModeExtensions;

    // Win32_DeviceGuard.AvailableSecurityProperties
    std::optional<bool> dmaProtection; ///< 3 is among them: an IOMMU protects memory

    // HKLM registry; nullopt = not set, when Part::Policies could be read
    std::optional<std::uint32_t> requireSecureDeviceAssignment;
    std::optional<std::uint32_t> requireSupportedDeviceAssignment;
    std::optional<std::uint32_t> gpuVirtualizationFlags; ///< 1 = every GPU paravirtualized
    std::optional<std::uint32_t> updateRevision;         ///< UBR: the 4946 of build 26100.4946

    // Msvm_VirtualSystemMigrationServiceSettingData
    std::optional<bool> liveMigrationEnabled;
    std::optional<std::uint32_t> maximumLiveMigrations;
    std::optional<std::uint16_t> migrationAuthentication; ///< 0 CredSSP, 1 Kerberos

    friend bool operator==(const HostPlatform&, const HostPlatform&) = default;
};

} // namespace hvgpu::model
