#pragma once

#include "core/simulation/host/Errors.h"
#include "core/simulation/host/World.h"

#include <QString>

namespace hvgpu::simulation {

/// What a method that may start a job answers.
struct Outcome
{
    std::uint32_t returnValue = 0;
    QString jobId; ///< empty: done without a job
};

/// Durations of the work a host does, in the order of magnitude of real ones.
inline constexpr std::chrono::milliseconds startDuration{1500};
inline constexpr std::chrono::milliseconds stopDuration{800};
inline constexpr std::chrono::milliseconds saveDuration{1200};
inline constexpr std::chrono::milliseconds shutdownDuration{2500};
inline constexpr std::chrono::milliseconds configureDuration{300};

/// Msvm_ComputerSystem.RequestStateChange of a VM: 2 start or resume, 3 turn off, 6 save, 9 pause, 10 reboot,
/// 11 reset; anything else, or a target the present state does not allow, gives 32775.
[[nodiscard]] Outcome requestState(World& world, Vm& vm, std::uint16_t requested);

/// Msvm_ShutdownComponent.InitiateShutdown/InitiateReboot: 0, or why not (wmi.md 2.13).
[[nodiscard]] std::uint32_t shutDownGuest(World& world, Vm& vm, bool force, bool reboot);

/// Starts a job that does @p work after @p duration.
[[nodiscard]] Outcome startJob(World& world, std::size_t host, std::uint16_t jobType, const QString& caption,
                               const cim::ObjectPath& affected, std::chrono::milliseconds duration,
                               std::function<std::optional<JobFailure>()> work);

/// A job that ends in failure.
[[nodiscard]] Outcome failLater(World& world, std::size_t host, std::uint16_t jobType, const QString& caption,
                                const cim::ObjectPath& affected, JobFailure failure);

/// Puts a VM into the running state at once, for the initial state of a fleet; false when its devices are not
/// free.
bool startNow(World& world, Vm& vm);

} // namespace hvgpu::simulation
