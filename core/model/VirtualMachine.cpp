#include "core/model/VirtualMachine.h"

namespace hvgpu::model {

PowerState powerStateFromEnabledState(std::optional<std::uint16_t> enabledState)
{
    constexpr std::uint16_t firstCritical = 32781; // RunningCritical
    constexpr std::uint16_t lastCritical = 32792;  // FastSavingCritical
    if (!enabledState)
        return PowerState::Unknown;
    if (*enabledState >= firstCritical && *enabledState <= lastCritical)
        return PowerState::Critical;
    switch (*enabledState) {
    case 2:
        return PowerState::Running;
    case 3:
        return PowerState::Off;
    case 4:
        return PowerState::ShuttingDown;
    case 6:
    case 32769: // Saved in the old namespace
    case 32779: // FastSaved
        return PowerState::Saved;
    case 9:
    case 32768: // Paused in the old namespace
        return PowerState::Paused;
    case 10:
    case 32770:
        return PowerState::Starting;
    case 32773:
    case 32780: // FastSaving
        return PowerState::Saving;
    case 32774:
        return PowerState::Stopping;
    case 32776:
        return PowerState::Pausing;
    case 32777:
        return PowerState::Resuming;
    default:
        return PowerState::Unknown;
    }
}

VmSettings VirtualMachine::settings() const
{
    return {lowMmioGapMb,     highMmioGapMb, guestControlledCacheTypes, automaticShutdownAction,
            userSnapshotType, dynamicMemory, minimumMemoryMb,           maximumMemoryMb};
}

} // namespace hvgpu::model
