#pragma once

#include "core/operations/Plan.h"

#include <QString>

namespace hvgpu::operations {

/// The PowerShell with real values that does what the plan does, for reading, review boards and run books;
/// the product itself never runs it. One block per server, quoted so that any name is safe to paste. Cmdlets:
/// Set-VMHostPartitionableGpu, Add-/Remove-VMGpuPartitionAdapter, Stop-/Start-VM,
/// Stop-/Start-ClusterResource, Set-ClusterParameter, Update-ClusterVirtualMachineConfiguration. Pure.
[[nodiscard]] QString powerShell(const Plan& plan);

} // namespace hvgpu::operations
