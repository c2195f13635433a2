#pragma once

#include "core/cim/Instance.h"
#include "core/hyperv/PnpDevices.h"
#include "core/hyperv/ReadContext.h"
#include "core/model/Gpu.h"

#include <vector>

namespace hvgpu::hyperv {

/// One row of Msvm_PciExpress. A device in use by a VM has two: the host's and the VM's.
struct AssignableRow
{
    QString deviceId;   ///< "Microsoft:<GUID>\PCIP\VEN_…"
    QString systemName; ///< host name, or the GUID of the VM that uses it
    model::GpuId gpu;
    model::DismountedDevice device;
};

/// Msvm_PartitionableGpu rows → partitionings, duplicates of a name dropped. Pure.
[[nodiscard]] std::vector<model::Partitioning> partitionings(const std::vector<cim::Instance>& rows,
                                                             ReadContext& context);
/// Msvm_PciExpress rows. Pure.
[[nodiscard]] std::vector<AssignableRow> assignableRows(const std::vector<cim::Instance>& rows,
                                                        ReadContext& context);

/// Joins what PnP, the partitionable GPUs and the pool of dismounted devices say, by the part of the instance
/// id that is the same before and after a dismount. In slot order. Pure.
[[nodiscard]] std::vector<model::Gpu> joinGpus(std::vector<model::PnpDevice> display,
                                               std::vector<model::Partitioning> partitionable,
                                               const std::vector<AssignableRow>& assignable);

} // namespace hvgpu::hyperv
