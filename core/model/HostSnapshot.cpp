#include "core/model/HostSnapshot.h"

#include <algorithm>

namespace hvgpu::model {

QLatin1String name(Part part)
{
    switch (part) {
    case Part::OperatingSystem:
        return QLatin1String("operating-system");
    case Part::ComputerSystem:
        return QLatin1String("computer-system");
    case Part::PnpDevices:
        return QLatin1String("pnp-devices");
    case Part::DeviceProperties:
        return QLatin1String("device-properties");
    case Part::AdapterMemory:
        return QLatin1String("adapter-memory");
    case Part::PartitionableGpus:
        return QLatin1String("partitionable-gpus");
    case Part::AssignableDevices:
        return QLatin1String("assignable-devices");
    case Part::VirtualMachines:
        return QLatin1String("virtual-machines");
    case Part::VmRuntime:
        return QLatin1String("vm-runtime");
    case Part::VmMemory:
        return QLatin1String("vm-memory");
    case Part::VmSecurity:
        return QLatin1String("vm-security");
    case Part::VmProcessors:
        return QLatin1String("vm-processors");
    case Part::PartitionAdapters:
        return QLatin1String("partition-adapters");
    case Part::Partitions:
        return QLatin1String("partitions");
    case Part::DeviceAdapters:
        return QLatin1String("device-adapters");
    case Part::RemoteFx:
        return QLatin1String("remotefx");
    case Part::IovSupport:
        return QLatin1String("iov-support");
    case Part::Processors:
        return QLatin1String("processors");
    case Part::DeviceGuard:
        return QLatin1String("device-guard");
    case Part::Policies:
        return QLatin1String("policies");
    case Part::MigrationSettings:
        return QLatin1String("migration-settings");
    case Part::Cluster:
        return QLatin1String("cluster");
    case Part::DeviceMemory:
        return QLatin1String("device-memory");
    case Part::ResourcePools:
        return QLatin1String("resource-pools");
    case Part::ClusterResources:
        break;
    }
    return QLatin1String("cluster-resources");
}

const VirtualMachine* HostSnapshot::findVm(const VmId& id) const
{
    const auto found =
        std::find_if(vms.begin(), vms.end(), [&id](const VirtualMachine& vm) { return vm.id == id; });
    return found == vms.end() ? nullptr : &*found;
}

const Gpu* HostSnapshot::findGpu(const GpuId& id) const
{
    const auto found = std::find_if(gpus.begin(), gpus.end(), [&id](const Gpu& gpu) { return gpu.id == id; });
    return found == gpus.end() ? nullptr : &*found;
}

bool GpuPool::holds(const Gpu& gpu) const
{
    return std::any_of(devices.begin(), devices.end(),
                       [&gpu](const QString& path) { return gpuIdFrom(path) == gpu.id; });
}

const GpuPool* HostSnapshot::poolOf(const Gpu& gpu) const
{
    const auto found =
        std::find_if(pools.begin(), pools.end(), [&gpu](const GpuPool& pool) { return pool.holds(gpu); });
    return found == pools.end() ? nullptr : &*found;
}

bool HostSnapshot::couldNotRead(Part part) const
{
    return std::any_of(notes.begin(), notes.end(),
                       [part](const ReadNote& note) { return note.part == part && note.subject.isEmpty(); });
}

} // namespace hvgpu::model
