#include "core/simulation/host/ResourceSettings.h"

#include "core/simulation/host/Components.h"
#include "core/simulation/host/Errors.h"
#include "core/simulation/host/Partitions.h"
#include "core/simulation/host/Paths.h"
#include "core/simulation/host/PnpDevice.h"
#include "core/simulation/host/PoolTypes.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

const QString gpuClass = u"Msvm_GpuPartitionSettingData"_s;
const QString pciClass = u"Msvm_PciExpressSettingData"_s;
const QString remoteFxClass = u"Msvm_Synthetic3DDisplayControllerSettingData"_s;

tl::unexpected<JobFailure> refuse(std::uint32_t code, const QString& text)
{
    return tl::unexpected(JobFailure{code, text});
}

QString cannotModify(const Vm& vm)
{
    return u"Failed to modify device.\n'%1' failed to modify settings. (Virtual machine ID %2)"_s.arg(vm.name,
                                                                                                      vm.id);
}

tl::unexpected<JobFailure> wrongState(const Vm& vm)
{
    return refuse(
        returns::invalidState,
        cannotModify(vm) +
            u"\nThe operation cannot be performed while the virtual machine is in its current state."_s);
}

tl::unexpected<JobFailure> invalid(const Vm& vm)
{
    return refuse(returns::invalidParameter, cannotModify(vm) + u"\nOne or more arguments are invalid."_s);
}

bool isQuota(const QString& name)
{
    return name.contains(u"Partition"_s);
}

/// Keeps what a VM remembers of an adapter: everything but what the class says anyway.
PropertyBag adapterChanges(const EmbeddedSettings& settings)
{
    PropertyBag changes;
    for (const auto& [name, value] : settings.values) {
        if (isQuota(name) || name == u"NumaAwarePlacement"_s)
            changes.insert_or_assign(name, value);
    }
    return changes;
}

/// Limits known of paravirtual GPUs (wmi.md 5.2): VRAM all ones and part of an unlimited encoder are refused.
bool areQuotasValid(const PropertyBag& quotas, bool paravirtual)
{
    constexpr std::uint64_t allOnes = std::numeric_limits<std::uint64_t>::max();
    for (const QLatin1String capacity : capacityNames) {
        const auto read = [&](const QString& prefix) {
            const auto found = quotas.find(prefix + u"Partition"_s + capacity);
            return found == quotas.end() ? std::nullopt : found->second.toUInt64();
        };
        const auto least = read(u"Min"_s);
        const auto most = read(u"Max"_s);
        const auto optimal = read(u"Optimal"_s);
        if ((least && most && *least > *most) || (optimal && most && *optimal > *most))
            return false;
        const bool isVram = capacity == capacityNames[static_cast<std::size_t>(Capacity::Vram)];
        const bool isEncode = capacity == capacityNames[static_cast<std::size_t>(Capacity::Encode)];
        if (paravirtual && isVram && (most == allOnes || optimal == allOnes))
            return false;
        if (paravirtual && isEncode &&
            (most.value_or(allOnes) != allOnes || optimal.value_or(allOnes) != allOnes))
            return false;
    }
    return true;
}

bool isParavirtual(const Host& host, const PartitionAdapter& adapter)
{
    const auto device = findGpu(host, adapter.gpuName);
    return device && host.devices[*device].partitioning->paravirtual;
}

/// Points the adapter at the GPU a HostResource names; false when there is no such GPU.
bool choose(const Host& host, PartitionAdapter& adapter, const QString& hostResource)
{
    const auto path = cim::ObjectPath::parse(hostResource);
    const auto name = path ? path->key(u"Name").toString() : std::nullopt;
    const auto device = name ? findGpu(host, *name) : std::nullopt;
    if (!device || path->className().compare(u"Msvm_PartitionableGpu"_s, Qt::CaseInsensitive) != 0)
        return false;
    adapter.gpuName = gpuName(host.devices[*device]);
    adapter.hostResource = gpuPath(host, host.devices[*device]).toString();
    return true;
}

SettingResult addPartition(World& world, Vm& vm, const EmbeddedSettings& settings)
{
    const Host& host = world.hosts[vm.host];
    if (settings.number(u"ResourceType"_s) != gpuPartitionType ||
        settings.text(u"ResourceSubType"_s) != u"Microsoft:Hyper-V:GPU Partition"_s)
        return invalid(vm);
    if (vm.state != vmState::off)
        return wrongState(vm);
    PartitionAdapter adapter;
    adapter.id = world.nextGuid();
    adapter.changes = adapterChanges(settings);
    const auto resources = settings.texts(u"HostResource"_s);
    if (resources.size() > 1 || (resources.size() == 1 && !choose(host, adapter, resources.front())))
        return invalid(vm);
    if (isParavirtual(host, adapter) && !adapter.changes.empty())
        return invalid(vm); // quotas of a paravirtual GPU are set by a later Modify
    if (!areQuotasValid(adapter.changes, isParavirtual(host, adapter)))
        return invalid(vm);
    vm.partitions.push_back(adapter);
    return instanceIdPath(host, gpuClass, settingsId(vm, adapter.id));
}

bool isPciAssigned(const World& world, std::size_t host, const QString& locationPath)
{
    return std::any_of(world.vms().begin(), world.vms().end(), [&](const auto& vm) {
        return vm->host == host &&
               std::any_of(vm->devices.begin(), vm->devices.end(), [&](const DeviceAssignment& assignment) {
                   return assignment.locationPath.compare(locationPath, Qt::CaseInsensitive) == 0;
               });
    });
}

/// The dismounted device an Msvm_PciExpress path names.
std::optional<std::size_t> findDismounted(const Host& host, const QString& hostResource)
{
    const auto path = cim::ObjectPath::parse(hostResource);
    const auto id = path ? path->key(u"DeviceID").toString() : std::nullopt;
    for (std::size_t i = 0; id && i < host.devices.size(); ++i) {
        if (host.devices[i].dismounted &&
            pciExpressDeviceId(host.devices[i], host.name).compare(*id, Qt::CaseInsensitive) == 0)
            return i;
    }
    return std::nullopt;
}

SettingResult addDevice(World& world, Vm& vm, const EmbeddedSettings& settings)
{
    const Host& host = world.hosts[vm.host];
    if (settings.number(u"ResourceType"_s) != pciExpressType ||
        settings.text(u"ResourceSubType"_s) != u"Microsoft:Hyper-V:Virtual Pci Express Port"_s)
        return invalid(vm);
    if (vm.state != vmState::off)
        return wrongState(vm);
    DeviceAssignment assignment;
    assignment.id = world.nextGuid();
    assignment.poolId = settings.text(u"PoolID"_s);
    const auto resources = settings.texts(u"HostResource"_s);
    if (resources.size() == 1) {
        const auto device = findDismounted(host, resources.front());
        if (!device)
            return invalid(vm);
        assignment.locationPath = host.devices[*device].locationPath;
        if (isPciAssigned(world, vm.host, assignment.locationPath))
            return refuse(returns::inUse,
                          cannotModify(vm) + u"\nThe device is assigned to another virtual machine."_s);
        assignment.hostResource = devicePath(host, u"Msvm_PciExpress"_s, host.name,
                                             pciExpressDeviceId(host.devices[*device], host.name))
                                      .toString();
    } else if (!resources.empty() || assignment.poolId.isEmpty()) {
        return invalid(vm);
    }
    if (settings.has(u"VirtualFunctions"_s))
        assignment.changes.insert_or_assign(u"VirtualFunctions"_s, settings.values.at(u"VirtualFunctions"_s));
    vm.devices.push_back(assignment);
    return instanceIdPath(host, pciClass, settingsId(vm, assignment.id));
}

/// "Microsoft:<VM>\<local>" in a Parent path.
bool isParentKnown(const World& world, const Vm& vm, const QString& parent)
{
    const auto path = cim::ObjectPath::parse(parent);
    const QString id = path ? path->key(u"InstanceID").toString().value_or(QString()) : QString();
    return hasSetting(world, vm, id.section(u'\\', 1));
}

SettingResult addComponent(World& world, Vm& vm, const EmbeddedSettings& settings)
{
    if (!settings.has(u"ResourceType"_s) || !settings.has(u"ResourceSubType"_s))
        return invalid(vm);
    const QString parent = settings.text(u"Parent"_s);
    if (!parent.isEmpty() && !isParentKnown(world, vm, parent))
        return invalid(vm);
    Component component{settings.className, world.nextGuid(), settings.values};
    vm.addedComponents.push_back(component);
    return instanceIdPath(world.hosts[vm.host], component.className, settingsId(vm, component.localId));
}

SettingResult modifyPartition(World& world, Vm& vm, PartitionAdapter& adapter,
                              const EmbeddedSettings& settings)
{
    const Host& host = world.hosts[vm.host];
    if (vm.state != vmState::off)
        return wrongState(vm);
    PartitionAdapter changed = adapter;
    for (auto& [name, value] : adapterChanges(settings))
        changed.changes.insert_or_assign(name, value);
    const auto resources = settings.texts(u"HostResource"_s);
    if (resources.size() > 1 || (resources.size() == 1 && !choose(host, changed, resources.front())))
        return invalid(vm);
    if (!areQuotasValid(changed.changes, isParavirtual(host, changed)))
        return invalid(vm);
    adapter = std::move(changed);
    return instanceIdPath(host, gpuClass, settingsId(vm, adapter.id));
}

/// Keeps the plain numbers of a VM in step with its processor and memory settings.
void adopt(Vm& vm, const EmbeddedSettings& settings)
{
    if (settings.className == u"Msvm_MemorySettingData"_s) {
        vm.memory = settings.number(u"VirtualQuantity"_s, vm.memory);
        if (const auto found = settings.values.find(u"DynamicMemoryEnabled"_s);
            found != settings.values.end())
            vm.dynamicMemory = found->second.toBool().value_or(vm.dynamicMemory);
    }
    if (settings.className == u"Msvm_ProcessorSettingData"_s)
        vm.processors = static_cast<std::uint32_t>(settings.number(u"VirtualQuantity"_s, vm.processors));
}

SettingResult modifyComponent(World& world, Vm& vm, const Component& component,
                              const EmbeddedSettings& settings)
{
    const bool needsOff = component.className == u"Msvm_ProcessorSettingData"_s;
    if (needsOff && vm.state != vmState::off)
        return wrongState(vm);
    auto found =
        std::find_if(vm.changedComponents.begin(), vm.changedComponents.end(),
                     [&component](const Component& changed) { return changed.localId == component.localId; });
    if (found == vm.changedComponents.end()) {
        vm.changedComponents.push_back({component.className, component.localId, {}});
        found = vm.changedComponents.end() - 1;
    }
    for (const auto& [name, value] : settings.values)
        found->values.insert_or_assign(name, value);
    adopt(vm, settings);
    return instanceIdPath(world.hosts[vm.host], component.className, settingsId(vm, component.localId));
}

bool isGpuVisible(const Host& host, const PartitionAdapter& adapter)
{
    return adapter.hostResource.isEmpty() || findGpu(host, adapter.gpuName);
}

template <class List>
auto findById(List& list, const QString& id)
{
    return std::find_if(list.begin(), list.end(),
                        [&id](const auto& item) { return item.id.compare(id, Qt::CaseInsensitive) == 0; });
}

} // namespace

SettingResult addSetting(World& world, Vm& vm, const EmbeddedSettings& settings)
{
    if (settings.className == gpuClass)
        return addPartition(world, vm, settings);
    if (settings.className == pciClass)
        return addDevice(world, vm, settings);
    if (settings.className == remoteFxClass)
        return invalid(vm); // RemoteFX cannot be added any more (wmi.md 2.18)
    return addComponent(world, vm, settings);
}

SettingResult modifySetting(World& world, Vm& vm, const EmbeddedSettings& settings)
{
    const QString localId = settings.instanceId.section(u'\\', 1);
    if (const auto adapter = findById(vm.partitions, localId); adapter != vm.partitions.end())
        return modifyPartition(world, vm, *adapter, settings);
    if (const auto device = findById(vm.devices, localId); device != vm.devices.end()) {
        if (vm.state != vmState::off)
            return wrongState(vm);
        for (const auto& [name, value] : settings.values)
            device->changes.insert_or_assign(name, value);
        return instanceIdPath(world.hosts[vm.host], pciClass, settingsId(vm, device->id));
    }
    for (const Component& component : componentsOf(world.hosts[vm.host], vm)) {
        if (component.localId.compare(localId, Qt::CaseInsensitive) == 0)
            return modifyComponent(world, vm, component, settings);
    }
    return invalid(vm);
}

bool hasSetting(const World& world, const Vm& vm, const QString& localId)
{
    const Host& host = world.hosts[vm.host];
    if (const auto adapter = findById(vm.partitions, localId); adapter != vm.partitions.end())
        return isGpuVisible(host, *adapter);
    if (findById(vm.devices, localId) != vm.devices.end())
        return true;
    if (vm.remoteFx && localId.compare(remoteFxLocalId(), Qt::CaseInsensitive) == 0)
        return true;
    const auto components = componentsOf(host, vm);
    return std::any_of(components.begin(), components.end(), [&localId](const Component& component) {
        return component.localId.compare(localId, Qt::CaseInsensitive) == 0;
    });
}

bool hasChildren(const World& world, const Vm& vm, const QString& localId)
{
    const QString id = settingsId(vm, localId);
    const auto components = componentsOf(world.hosts[vm.host], vm);
    return std::any_of(components.begin(), components.end(), [&id](const Component& component) {
        const auto parent = component.values.find(u"Parent"_s);
        const auto path = parent == component.values.end() ? std::nullopt : parent->second.toReference();
        return path &&
               path->key(u"InstanceID").toString().value_or(QString()).compare(id, Qt::CaseInsensitive) == 0;
    });
}

std::optional<JobFailure> checkRemoval(const World& world, const Vm& vm, const QString& localId)
{
    if (!hasSetting(world, vm, localId))
        return JobFailure{returns::invalidParameter, cannotModify(vm)};
    if (vm.state != vmState::off)
        return wrongState(vm).value();
    return std::nullopt;
}

void removeSetting(Vm& vm, const QString& localId)
{
    const auto same = [&localId](const auto& item) {
        return item.id.compare(localId, Qt::CaseInsensitive) == 0;
    };
    const auto removed = std::erase_if(vm.partitions, same) + std::erase_if(vm.devices, same);
    if (removed > 0)
        return;
    if (localId.compare(remoteFxLocalId(), Qt::CaseInsensitive) == 0)
        vm.remoteFx = false;
    else
        vm.removedComponents.insert(localId);
}

} // namespace hvgpu::simulation
