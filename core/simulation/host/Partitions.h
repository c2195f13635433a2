#pragma once

#include "core/simulation/host/World.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace hvgpu::simulation {

/// Per-partition limits of a GPU in its present configuration.
struct PartitionLimits
{
    Capacities minimum{};
    Capacities maximum{};
    Capacities optimal{};
};

/// SR-IOV drivers: minimum = maximum = optimal = total / count. Paravirtual: 0, total, total
/// (wmi.md 8.1, 8.2).
[[nodiscard]] PartitionLimits limitsOf(const Partitioning& partitioning);

/// Whether the GPU shows up as Msvm_PartitionableGpu now.
[[nodiscard]] bool isPartitionable(const PciDevice& device);

/// Index of the GPU with this Msvm_PartitionableGpu name, compared without case.
[[nodiscard]] std::optional<std::size_t> findGpu(const Host& host, const QString& name);

/// The partitions that run on a GPU.
[[nodiscard]] std::vector<const RunningPartition*> runningOn(const World& world, std::size_t host,
                                                             std::size_t device);
/// What is left of a GPU's capacity.
[[nodiscard]] Capacities availableOn(const World& world, std::size_t host, std::size_t device);
/// Whether a VM's adapter names the GPU, running or not.
[[nodiscard]] bool isAssigned(const World& world, std::size_t host, std::size_t device);

/// Gives every partition adapter and assigned device of a starting VM its device; on failure nothing is taken
/// and the text is what the host reports (wmi.md 6.4, 9).
[[nodiscard]] std::optional<JobFailure> acquireDevices(World& world, Vm& vm);
void releaseDevices(Vm& vm);

} // namespace hvgpu::simulation
