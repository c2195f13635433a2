#include "core/simulation/host/Components.h"
#include "core/simulation/host/Partitions.h"
#include "core/simulation/host/Paths.h"
#include "core/simulation/host/PoolRows.h"
#include "core/simulation/host/PoolTypes.h"
#include "core/simulation/host/RowContext.h"
#include "core/simulation/host/VmRows.h"

#include <algorithm>
#include <functional>

// Associations between virtual machines, their settings, devices, pools and jobs (wmi.md 1.8).
namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

void link(RowContext& context, QStringView first, const cim::ObjectPath& firstPath, QStringView second,
          const cim::ObjectPath& secondPath)
{
    context.add(context.row().set(first, firstPath).set(second, secondPath));
}

cim::ObjectPath settingPath(const Host& host, const Vm& vm, const QString& className, const QString& localId)
{
    return instanceIdPath(host, className, settingsId(vm, localId));
}

cim::ObjectPath partitionPath(const Host& host, const Vm& vm, const PartitionAdapter& adapter)
{
    return devicePath(host, u"Msvm_GpuPartition"_s, vm.id, settingsId(vm, adapter.id));
}

void settingsDefineState(RowContext& context)
{
    const Host& host = context.host();
    for (const ChildPool& pool : host.pools) {
        link(context, u"ManagedElement", instanceIdPath(host, u"Msvm_ResourcePool"_s, pool.id),
             u"SettingData", instanceIdPath(host, u"Msvm_PciExpressSettingData"_s, poolSettingsId(pool)));
    }
    context.forEachVm([&](const Vm& vm) {
        link(context, u"ManagedElement", vmPath(host, vm), u"SettingData", vmSettingsPath(host, vm));
        for (const PartitionAdapter& adapter : vm.partitions) {
            if (adapter.running) {
                link(context, u"ManagedElement", partitionPath(host, vm, adapter), u"SettingData",
                     settingPath(host, vm, u"Msvm_GpuPartitionSettingData"_s, adapter.id));
            }
        }
        for (const DeviceAssignment& assignment : vm.devices) {
            if (!assignment.runningDevice)
                continue;
            const PciDevice& device = host.devices[*assignment.runningDevice];
            link(context, u"ManagedElement",
                 devicePath(host, u"Msvm_PciExpress"_s, vm.id, pciExpressDeviceId(device, vm.id)),
                 u"SettingData", settingPath(host, vm, u"Msvm_PciExpressSettingData"_s, assignment.id));
        }
    });
}

/// Calls @p visit with the path of every resource setting of a VM.
void forEachSetting(const Host& host, const Vm& vm, const std::function<void(const cim::ObjectPath&)>& visit)
{
    for (const Component& component : componentsOf(host, vm))
        visit(settingPath(host, vm, component.className, component.localId));
    for (const PartitionAdapter& adapter : vm.partitions)
        visit(settingPath(host, vm, u"Msvm_GpuPartitionSettingData"_s, adapter.id));
    for (const DeviceAssignment& assignment : vm.devices)
        visit(settingPath(host, vm, u"Msvm_PciExpressSettingData"_s, assignment.id));
    if (vm.remoteFx)
        visit(settingPath(host, vm, u"Msvm_Synthetic3DDisplayControllerSettingData"_s, remoteFxLocalId()));
}

void settingComponents(RowContext& context)
{
    const Host& host = context.host();
    context.forEachVm([&](const Vm& vm) {
        forEachSetting(host, vm, [&](const cim::ObjectPath& path) {
            link(context, u"GroupComponent", vmSettingsPath(host, vm), u"PartComponent", path);
        });
    });
}

void systemDevices(RowContext& context)
{
    const Host& host = context.host();
    const auto device = [&](const Vm& vm, const QString& className, const QString& deviceId) {
        link(context, u"GroupComponent", vmPath(host, vm), u"PartComponent",
             devicePath(host, className, vm.id, deviceId));
    };
    context.forEachVm([&](const Vm& vm) {
        for (const PartitionAdapter& adapter : vm.partitions) {
            if (adapter.running)
                device(vm, u"Msvm_GpuPartition"_s, settingsId(vm, adapter.id));
        }
        for (const DeviceAssignment& assignment : vm.devices) {
            if (assignment.runningDevice)
                device(vm, u"Msvm_PciExpress"_s,
                       pciExpressDeviceId(host.devices[*assignment.runningDevice], vm.id));
        }
        if (vm.state == vmState::running || vm.state == vmState::paused)
            device(vm, u"Msvm_ShutdownComponent"_s, settingsId(vm, shutdownLocalId()));
        if (!isActive(vm))
            return;
        device(vm, u"Msvm_Keyboard"_s, settingsId(vm, keyboardLocalId()));
        device(vm, u"Msvm_SyntheticDisplayController"_s, settingsId(vm, displayLocalId()));
        device(vm, u"Msvm_VideoHead"_s, settingsId(vm, videoHeadLocalId()));
    });
}

void videoHeadsOnControllers(RowContext& context)
{
    const Host& host = context.host();
    context.forEachVm([&](const Vm& vm) {
        if (isActive(vm))
            link(context, u"Antecedent",
                 devicePath(host, u"Msvm_SyntheticDisplayController"_s, vm.id,
                            settingsId(vm, displayLocalId())),
                 u"Dependent",
                 devicePath(host, u"Msvm_VideoHead"_s, vm.id, settingsId(vm, videoHeadLocalId())));
    });
}

const PoolType* poolType(std::uint16_t type)
{
    const auto found = std::find_if(poolTypes().begin(), poolTypes().end(),
                                    [type](const PoolType& pool) { return pool.resourceType == type; });
    return found == poolTypes().end() ? nullptr : &*found;
}

cim::ObjectPath poolPath(const Host& host, std::uint16_t type)
{
    return instanceIdPath(host, u"Msvm_ResourcePool"_s, primordialPoolId(host, *poolType(type)));
}

void allocatedFromPool(RowContext& context)
{
    const Host& host = context.host();
    context.forEachVm([&](const Vm& vm) {
        for (const PartitionAdapter& adapter : vm.partitions) {
            if (adapter.running) {
                link(context, u"Antecedent", poolPath(host, gpuPartitionType), u"Dependent",
                     partitionPath(host, vm, adapter));
            }
        }
    });
}

void settingsFromPool(RowContext& context)
{
    const Host& host = context.host();
    context.forEachVm([&](const Vm& vm) {
        for (const PartitionAdapter& adapter : vm.partitions) {
            link(context, u"Antecedent", poolPath(host, gpuPartitionType), u"Dependent",
                 settingPath(host, vm, u"Msvm_GpuPartitionSettingData"_s, adapter.id));
        }
        for (const DeviceAssignment& assignment : vm.devices) {
            link(context, u"Antecedent", poolPath(host, pciExpressType), u"Dependent",
                 settingPath(host, vm, u"Msvm_PciExpressSettingData"_s, assignment.id));
        }
    });
}

void affectedElements(RowContext& context)
{
    for (const Job& job : context.host().jobs) {
        context.add(context.row()
                        .set(u"AffectedElement", job.affected)
                        .set(u"AffectingElement", jobPath(context.host(), job))
                        .numbers(u"ElementEffects", {0}));
    }
}

constexpr RowSource sources[] = {
    {u"Msvm_SettingsDefineState", settingsDefineState},
    {u"Msvm_VirtualSystemSettingDataComponent", settingComponents},
    {u"Msvm_SystemDevice", systemDevices},
    {u"Msvm_VideoHeadOnController", videoHeadsOnControllers},
    {u"Msvm_ElementAllocatedFromPool", allocatedFromPool},
    {u"Msvm_ResourceAllocationFromPool", settingsFromPool},
    {u"Msvm_AffectedJobElement", affectedElements},
};

} // namespace

std::span<const RowSource> associationSources()
{
    return sources;
}

} // namespace hvgpu::simulation
