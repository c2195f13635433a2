#include "core/simulation/host/Partitions.h"
#include "core/simulation/host/Paths.h"
#include "core/simulation/host/PoolRows.h"
#include "core/simulation/host/RowContext.h"
#include "core/simulation/host/Templates.h"
#include "core/simulation/host/VmRows.h"

#include <utility>

// GPUs, their partitions and dismounted devices in root\virtualization\v2.
namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

void setCapacities(Row& row, const QString& prefix, const Capacities& values)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        row.number(prefix + capacityNames[i], values[i]);
}

void partitionableGpus(RowContext& context)
{
    const Host& host = context.host();
    for (std::size_t i = 0; i < host.devices.size(); ++i) {
        const PciDevice& device = host.devices[i];
        if (!isPartitionable(device))
            continue;
        const PartitionLimits limits = limitsOf(*device.partitioning);
        Row row = context.row();
        row.set(u"Name", gpuName(device))
            .numbers(u"ValidPartitionCounts",
                     {device.partitioning->validCounts.begin(), device.partitioning->validCounts.end()})
            .number(u"PartitionCount", device.partitioning->count)
            .set(u"SupportsIncomingLiveMigration", device.partitioning->supportsLiveMigration);
        setCapacities(row, u"Total"_s, device.partitioning->total);
        setCapacities(row, u"Available"_s, availableOn(context.world(), context.hostIndex(), i));
        setCapacities(row, u"MinPartition"_s, limits.minimum);
        setCapacities(row, u"MaxPartition"_s, limits.maximum);
        setCapacities(row, u"OptimalPartition"_s, limits.optimal);
        if (host.build < 26100)
            row.null(u"SupportsIncomingLiveMigration");
        context.add(row);
    }
}

void gpuPartitions(RowContext& context)
{
    const Host& host = context.host();
    context.forEachVm([&](const Vm& vm) {
        for (const PartitionAdapter& adapter : vm.partitions) {
            if (!adapter.running)
                continue;
            const PciDevice& device = host.devices[adapter.running->device];
            Row row = context.row();
            row.set(u"SystemCreationClassName", u"Msvm_ComputerSystem"_s)
                .set(u"SystemName", vm.id)
                .set(u"CreationClassName", u"Msvm_GpuPartition"_s)
                .set(u"DeviceID", settingsId(vm, adapter.id))
                .set(u"ElementName", u"GPU Partition"_s)
                .number(u"EnabledState", 2)
                .numbers(u"OperationalStatus", {2})
                .number(u"HealthState", 5)
                .set(u"DeviceInstancePath", gpuName(device))
                .number(u"PartitionId", adapter.running->id)
                .set(u"PartitionVfLuid", adapter.running->luid)
                .set(u"SupportsOutgoingLiveMigration", device.partitioning->supportsLiveMigration);
            setCapacities(row, u"Current"_s, adapter.running->current);
            context.add(row);
        }
    });
}

/// An adapter whose GPU is gone cannot be seen through WMI (wmi.md 9, row 7).
bool isStale(const Host& host, const PartitionAdapter& adapter)
{
    return !adapter.hostResource.isEmpty() && !findGpu(host, adapter.gpuName);
}

void partitionSettings(RowContext& context)
{
    addTemplates(context);
    context.forEachVm([&context](const Vm& vm) {
        for (const PartitionAdapter& adapter : vm.partitions) {
            if (isStale(context.host(), adapter))
                continue;
            Row row = context.row();
            row.set(u"InstanceID", settingsId(vm, adapter.id))
                .texts(u"VirtualSystemIdentifiers", {u"{%1}"_s.arg(adapter.id)});
            if (!adapter.hostResource.isEmpty())
                row.texts(u"HostResource", {adapter.hostResource});
            applyChanges(row, adapter.changes);
            context.add(row);
        }
    });
}

Row pciExpress(const RowContext& context, const PciDevice& device, const QString& systemName)
{
    Row row = context.row();
    row.set(u"SystemCreationClassName", u"Msvm_ComputerSystem"_s)
        .set(u"SystemName", systemName)
        .set(u"CreationClassName", u"Msvm_PciExpress"_s)
        .set(u"DeviceID", pciExpressDeviceId(device, systemName))
        .set(u"ElementName", u"PCI Express Port"_s)
        .number(u"EnabledState", 2)
        .numbers(u"OperationalStatus", {2})
        .number(u"HealthState", 5)
        .set(u"DeviceInstancePath", dismountedInstanceId(device))
        .set(u"LocationPath", device.locationPath)
        .number(u"FunctionNumber", device.function);
    return row;
}

void pciExpressDevices(RowContext& context)
{
    const Host& host = context.host();
    const SteadyTime now = context.world().now();
    for (const PciDevice& device : host.devices) {
        const bool changeShows = now >= device.listedAfter;
        if (device.dismounted == changeShows) // a change shows some 300 ms late
            context.add(pciExpress(context, device, host.name));
    }
    context.forEachVm([&](const Vm& vm) {
        for (const DeviceAssignment& assignment : vm.devices) {
            if (assignment.runningDevice)
                context.add(pciExpress(context, host.devices[*assignment.runningDevice], vm.id));
        }
    });
}

void pciExpressSettings(RowContext& context)
{
    addTemplates(context);
    context.forEachVm([&context](const Vm& vm) {
        for (const DeviceAssignment& assignment : vm.devices) {
            Row row = context.row();
            row.set(u"InstanceID", settingsId(vm, assignment.id))
                .set(u"PoolID", assignment.poolId)
                .texts(u"VirtualSystemIdentifiers", {u"{%1}"_s.arg(assignment.id)});
            if (!assignment.hostResource.isEmpty())
                row.texts(u"HostResource", {assignment.hostResource});
            applyChanges(row, assignment.changes);
            context.add(row);
        }
    });
    for (const ChildPool& pool : context.host().pools) {
        context.add(context.row()
                        .set(u"InstanceID", poolSettingsId(pool))
                        .set(u"PoolID", QString())
                        .texts(u"HostResource", poolHostResources(context.host(), pool)));
    }
}

void remoteFxSettings(RowContext& context)
{
    addTemplates(context);
    context.forEachVm([&context](const Vm& vm) {
        if (vm.remoteFx) {
            context.add(context.row()
                            .set(u"InstanceID", settingsId(vm, remoteFxLocalId()))
                            .texts(u"VirtualSystemIdentifiers", {u"{%1}"_s.arg(vm.id)}));
        }
    });
}

void none(RowContext&) {}

constexpr RowSource sources[] = {
    {u"Msvm_PartitionableGpu", partitionableGpus},
    {u"Msvm_GpuPartition", gpuPartitions},
    {u"Msvm_GpuPartitionSettingData", partitionSettings},
    {u"Msvm_PciExpress", pciExpressDevices},
    {u"Msvm_PciExpressSettingData", pciExpressSettings},
    {u"Msvm_Synthetic3DDisplayControllerSettingData", remoteFxSettings},
    {u"Msvm_Physical3dGraphicsProcessor", none}, // none since RemoteFX was removed
};

} // namespace

std::span<const RowSource> gpuSources()
{
    return sources;
}

} // namespace hvgpu::simulation
