#pragma once

#include "core/cim/Instance.h"
#include "core/hyperv/ReadContext.h"
#include "core/model/VirtualMachine.h"

#include <unordered_map>
#include <vector>

namespace hvgpu::hyperv {

/// The virtual machines of one host while their parts come in.
class VirtualMachines
{
public:
    explicit VirtualMachines(ReadContext& context)
        : m_context(context)
    {}

    /// Msvm_VirtualSystemSettingData of realised VMs.
    void addSettings(const std::vector<cim::Instance>& rows);
    /// SummaryInformation of GetSummaryInformation. A VM without settings row is added when @p addUnknown.
    void addSummaries(const cim::Value& summaries, bool addUnknown);
    /// Msvm_ComputerSystem, which has name and state only; the row of the host itself is passed over.
    void addStates(const std::vector<cim::Instance>& rows, bool addUnknown);
    /// Msvm_MemorySettingData; rows of templates, checkpoints and other systems are passed over.
    void addMemory(const std::vector<cim::Instance>& rows);
    /// Msvm_SecuritySettingData of those that are protected; the others are not.
    void addSecurity(const std::vector<cim::Instance>& rows);
    /// Msvm_ProcessorSettingData of those with nested virtualization; the others have none.
    void addNested(const std::vector<cim::Instance>& rows);
    /// Msvm_Synthetic3DDisplayControllerSettingData.
    void addRemoteFx(const std::vector<cim::Instance>& rows);
    /// MSCluster_Resource of type 'Virtual Machine'; VMs it does not name are not clustered.
    void addClusterResources(const std::vector<cim::Instance>& rows);

    [[nodiscard]] model::VirtualMachine* find(const model::VmId& id);
    /// By name without case, then id; ends the use of this object.
    [[nodiscard]] std::vector<model::VirtualMachine> take();

private:
    model::VirtualMachine& add(const model::VmId& id);
    /// The VM whose setting data @p row is; null for templates, checkpoints and other systems.
    [[nodiscard]] model::VirtualMachine* ownerOf(const cim::Instance& row);
    void addSummary(const cim::Instance& row, bool addUnknown);

    ReadContext& m_context;
    std::vector<model::VirtualMachine> m_vms;
    std::unordered_map<model::VmId, std::size_t> m_index;
};

} // namespace hvgpu::hyperv
