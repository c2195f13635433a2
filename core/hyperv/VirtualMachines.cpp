#include "core/hyperv/VirtualMachines.h"

#include "core/hyperv/Fields.h"
#include "core/hyperv/VmIdentity.h"

#include <algorithm>
#include <utility>

namespace hvgpu::hyperv {

namespace {

/// "Microsoft:Hyper-V:SubType:2" → 2.
std::optional<int> generationOf(const QString& subType)
{
    if (subType.endsWith(u":SubType:1", Qt::CaseInsensitive))
        return 1;
    if (subType.endsWith(u":SubType:2", Qt::CaseInsensitive))
        return 2;
    return std::nullopt;
}

QString instanceIdOf(const cim::Instance& row)
{
    return row.value(u"InstanceID").toString().value_or(QString());
}

} // namespace

model::VirtualMachine& VirtualMachines::add(const model::VmId& id)
{
    const auto [place, isNew] = m_index.try_emplace(id, m_vms.size());
    if (isNew)
        m_vms.emplace_back().id = id;
    return m_vms[place->second];
}

model::VirtualMachine* VirtualMachines::find(const model::VmId& id)
{
    const auto place = m_index.find(id);
    return place == m_index.end() ? nullptr : &m_vms[place->second];
}

model::VirtualMachine* VirtualMachines::ownerOf(const cim::Instance& row)
{
    const std::optional<model::VmId> id = vmIdFromInstanceId(instanceIdOf(row));
    return id ? find(*id) : nullptr;
}

void VirtualMachines::addSettings(const std::vector<cim::Instance>& rows)
{
    for (const cim::Instance& row : rows) {
        const QString instanceId = instanceIdOf(row);
        const Fields fields(row, model::Part::VirtualMachines, instanceId, m_context);
        std::optional<model::VmId> id = vmIdFromGuid(fields.text(u"VirtualSystemIdentifier"));
        if (!id)
            id = vmIdFromInstanceId(instanceId);
        if (!id)
            continue;
        model::VirtualMachine& vm = add(*id);
        vm.name = fields.text(u"ElementName");
        vm.generation = generationOf(fields.text(u"VirtualSystemSubType"));
        vm.version = fields.text(u"Version");
        vm.lowMmioGapMb = fields.u64(u"LowMmioGapSize");
        vm.highMmioGapMb = fields.u64(u"HighMmioGapSize");
        vm.highMmioBaseMb = fields.u64(u"HighMmioGapBase");
        vm.guestControlledCacheTypes = fields.flag(u"GuestControlledCacheTypes");
        vm.automaticShutdownAction = fields.u16(u"AutomaticShutdownAction");
        vm.userSnapshotType = fields.u16(u"UserSnapshotType");
        vm.isSaved = fields.flag(u"IsSaved");
        vm.incrementalBackup = fields.flag(u"IncrementalBackupEnabled");
        if (fields.flag(u"GuestStateIsolationEnabled").value_or(false))
            vm.isolationType = fields.u16(u"GuestStateIsolationType").value_or(0);
    }
}

void VirtualMachines::addSummaries(const cim::Value& summaries, bool addUnknown)
{
    for (const cim::Value& element : summaries.elements())
        if (const cim::Instance* row = element.toObject())
            addSummary(*row, addUnknown);
}

void VirtualMachines::addStates(const std::vector<cim::Instance>& rows, bool addUnknown)
{
    for (const cim::Instance& row : rows)
        addSummary(row, addUnknown);
}

void VirtualMachines::addSummary(const cim::Instance& row, bool addUnknown)
{
    const QString guid = row.value(u"Name").toString().value_or(QString());
    const std::optional<model::VmId> id = vmIdFromGuid(guid);
    if (!id || (!addUnknown && find(*id) == nullptr))
        return;
    const Fields fields(row, model::Part::VmRuntime, guid, m_context);
    model::VirtualMachine& vm = add(*id);
    if (vm.name.isEmpty())
        vm.name = fields.text(u"ElementName");
    vm.enabledState = fields.u16(u"EnabledState");
    vm.state = model::powerStateFromEnabledState(vm.enabledState);
    vm.processorCount = fields.u16(u"NumberOfProcessors");
    vm.processorLoadPercent = fields.u16(u"ProcessorLoad");
    vm.memoryUsageMb = fields.u64(u"MemoryUsage");
    vm.upTimeMs = fields.u64(u"UpTime");
    vm.guestOperatingSystem = fields.text(u"GuestOperatingSystem");
    vm.replicationMode = fields.u16(u"ReplicationMode");
}

void VirtualMachines::addMemory(const std::vector<cim::Instance>& rows)
{
    for (const cim::Instance& row : rows) {
        model::VirtualMachine* vm = ownerOf(row);
        if (vm == nullptr)
            continue;
        const Fields fields(row, model::Part::VmMemory, instanceIdOf(row), m_context);
        vm->dynamicMemory = fields.flag(u"DynamicMemoryEnabled");
        vm->startupMemoryMb = fields.u64(u"VirtualQuantity");
        vm->minimumMemoryMb = fields.u64(u"Reservation");
        vm->maximumMemoryMb = fields.u64(u"Limit");
    }
}

void VirtualMachines::addSecurity(const std::vector<cim::Instance>& rows)
{
    for (model::VirtualMachine& vm : m_vms)
        vm.shielded = vm.virtualTpm = false;
    for (const cim::Instance& row : rows) {
        model::VirtualMachine* vm = ownerOf(row);
        if (vm == nullptr)
            continue;
        const Fields fields(row, model::Part::VmSecurity, instanceIdOf(row), m_context);
        vm->shielded = fields.flag(u"ShieldingRequested");
        vm->virtualTpm = fields.flag(u"TpmEnabled");
    }
}

void VirtualMachines::addNested(const std::vector<cim::Instance>& rows)
{
    for (model::VirtualMachine& vm : m_vms)
        vm.nestedVirtualization = false;
    for (const cim::Instance& row : rows) {
        if (model::VirtualMachine* vm = ownerOf(row))
            vm->nestedVirtualization = true;
    }
}

void VirtualMachines::addRemoteFx(const std::vector<cim::Instance>& rows)
{
    for (const cim::Instance& row : rows) {
        if (model::VirtualMachine* vm = ownerOf(row))
            vm->remoteFxAdapter = true;
    }
}

void VirtualMachines::addClusterResources(const std::vector<cim::Instance>& rows)
{
    const bool allReadable = std::all_of(rows.begin(), rows.end(), [](const cim::Instance& row) {
        return row.value(u"PrivateProperties").toObject() != nullptr;
    });
    // A resource that does not say whose it is may be any VM's: then "not clustered" is not known of the
    // others.
    if (allReadable)
        for (model::VirtualMachine& vm : m_vms)
            vm.clustered = false;
    for (const cim::Instance& row : rows) {
        const QString resource = row.value(u"Name").toString().value_or(QString());
        const cim::Instance* properties = row.value(u"PrivateProperties").toObject();
        if (properties == nullptr)
            continue;
        const Fields fields(*properties, model::Part::ClusterResources, resource, m_context);
        const std::optional<model::VmId> id = vmIdFromGuid(fields.text(u"VmID"));
        model::VirtualMachine* vm = id ? find(*id) : nullptr;
        if (vm == nullptr)
            continue;
        vm->clustered = true;
        vm->offlineAction = fields.u32(u"OfflineAction");
    }
}

std::vector<model::VirtualMachine> VirtualMachines::take()
{
    std::sort(m_vms.begin(), m_vms.end(), [](const model::VirtualMachine& a, const model::VirtualMachine& b) {
        const int order = a.name.compare(b.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    m_index.clear();
    return std::exchange(m_vms, {});
}

} // namespace hvgpu::hyperv
