#pragma once

#include "core/model/Ids.h"
#include "core/model/VmSettings.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace hvgpu::model {

/// Power state as the UI of Hyper-V names it (Msvm_ComputerSystem.EnabledState, wmi.md 2.6).
enum class PowerState {
    Unknown,
    Running,
    Off,
    ShuttingDown,
    Saved,
    Paused,
    Starting,
    Saving,
    Stopping,
    Pausing,
    Resuming,
    Critical ///< one of the …Critical states: storage of the VM is unreachable
};

[[nodiscard]] PowerState powerStateFromEnabledState(std::optional<std::uint16_t> enabledState);

/// One virtual machine of one host (Msvm_VirtualSystemSettingData + Msvm_SummaryInformation + memory).
struct VirtualMachine
{
    VmId id;
    QString name; ///< shown only; names repeat and contain anything
    PowerState state = PowerState::Unknown;
    std::optional<std::uint16_t> enabledState;
    std::optional<int> generation; ///< 1 or 2
    QString version;               ///< configuration version, "12.0"
    std::optional<std::uint64_t> lowMmioGapMb;
    std::optional<std::uint64_t> highMmioGapMb;
    std::optional<std::uint64_t>
        highMmioBaseMb; ///< where the high space begins; reported from build 17134 on
    std::optional<bool> guestControlledCacheTypes;
    std::optional<std::uint16_t> automaticShutdownAction; ///< 2 turn off, 3 save, 4 shut down
    std::optional<std::uint16_t> userSnapshotType;        ///< 2 = checkpoints disabled
    std::optional<bool> isSaved;
    /// Guest state isolation: 0 trusted launch, 1 VBS, 2 SNP, 3 TDX; nullopt when off or not known.
    std::optional<std::uint16_t> isolationType;
    std::optional<bool> shielded;
    std::optional<bool> virtualTpm;
    std::optional<bool> nestedVirtualization;
    std::optional<bool> incrementalBackup;        ///< changes are tracked for a backup product
    std::optional<std::uint16_t> replicationMode; ///< 0 none, 1 primary, 2 replica, 3 test, 4 extended
    std::optional<bool> dynamicMemory;
    std::optional<std::uint64_t> startupMemoryMb;
    std::optional<std::uint64_t> minimumMemoryMb;
    std::optional<std::uint64_t> maximumMemoryMb;
    std::optional<std::uint64_t> memoryUsageMb;
    std::optional<std::uint16_t> processorCount;
    std::optional<std::uint16_t> processorLoadPercent;
    std::optional<std::uint64_t> upTimeMs;
    QString guestOperatingSystem;  ///< known while running only
    std::optional<bool> clustered; ///< nullopt on hosts without a cluster
    std::optional<std::uint32_t>
        offlineAction;            ///< MSCluster: 0 turn off, 1 save, 2 shut down, 3 forced shut down
    int partitionAdapters = 0;    ///< Msvm_GpuPartitionSettingData of this VM
    int wholeDevices = 0;         ///< Msvm_PciExpressSettingData of this VM
    bool remoteFxAdapter = false; ///< legacy Msvm_Synthetic3DDisplayControllerSettingData

    /// What is known of the settings that device assignment depends on.
    [[nodiscard]] VmSettings settings() const;

    friend bool operator==(const VirtualMachine&, const VirtualMachine&) = default;
};

} // namespace hvgpu::model
