#pragma once

#include "core/cim/Instance.h"
#include "core/hyperv/GpuJoin.h"
#include "core/hyperv/PnpDevices.h"
#include "core/hyperv/ReadContext.h"
#include "core/hyperv/VirtualMachines.h"

#include <unordered_set>
#include <vector>

namespace hvgpu::hyperv {

/// A VM's claim together with the GPU it names; an empty id when it names none (automatic and not running).
struct Claim
{
    model::GpuId gpu;
    model::Assignment assignment;
    bool holdsDevice = false; ///< of a running VM, whatever the device's row leaves out
};

/// Claims from setting data, joined with the devices of running VMs. Rows of templates and, when the list of
/// VMs was read (@p vmsKnown), of checkpoints are passed over.
class Assignments
{
public:
    Assignments(VirtualMachines& vms, bool vmsKnown, ReadContext& context);

    /// Msvm_GpuPartitionSettingData joined with Msvm_GpuPartition. A partition in use whose setting data the
    /// host does not show (stale path) still counts as a claim.
    void addPartitions(const std::vector<cim::Instance>& settings, const std::vector<cim::Instance>& devices);
    /// Msvm_PciExpressSettingData; claims on devices in @p notGpus are counted for the VM but are no GPU's.
    void addWholeDevices(const std::vector<cim::Instance>& settings,
                         const std::vector<AssignableRow>& assignable,
                         const std::unordered_set<model::GpuId>& notGpus);

    /// Puts every claim on its GPU, or into @p unplaced.
    void place(std::vector<model::Gpu>& gpus, std::vector<model::Assignment>& unplaced);

private:
    /// The VM that owns the row, or nullopt when the row does not concern a VM of this host.
    [[nodiscard]] std::optional<model::VmId> owner(const cim::Instance& row);
    [[nodiscard]] model::Assignment newAssignment(const model::VmId& vm, model::Assignment::Kind kind);
    [[nodiscard]] std::optional<Claim> partitionClaim(const cim::Instance& row);
    [[nodiscard]] std::optional<Claim> deviceClaim(const cim::Instance& row,
                                                   const std::vector<AssignableRow>& assignable,
                                                   std::vector<bool>& used);

    VirtualMachines& m_vms;
    bool m_vmsKnown;
    ReadContext& m_context;
    std::vector<Claim> m_claims;
};

} // namespace hvgpu::hyperv
