#include "core/simulation/host/Partitions.h"

#include "core/simulation/host/Components.h"
#include "core/simulation/host/Paths.h"
#include "core/simulation/host/Registry.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t startFailed = 32768;

QString failureText(const Vm& vm, const QString& part, const QString& reason)
{
    return u"'%1' failed to start. (Virtual machine ID %2)\n"
           u"%3: Failed to Power on with Error '%4'.\n"
           u"'%1' %3: Failed to Power on with Error '%4'. (Virtual machine ID %2)."_s.arg(vm.name, vm.id,
                                                                                          part, reason);
}

JobFailure noResources(const Vm& vm, const PartitionAdapter& adapter)
{
    return {startFailed,
            failureText(vm, u"GPU Partition (Instance ID %1)"_s.arg(adapter.id),
                        u"Insufficient system resources exist to complete the requested service."_s) +
                u" (0x800705AA)"_s};
}

std::optional<std::uint16_t> lowestFreePartition(const World& world, std::size_t host, std::size_t device)
{
    const auto& partitioning = world.hosts[host].devices[device].partitioning;
    const auto running = runningOn(world, host, device);
    for (std::uint16_t id = 0; id < partitioning->count; ++id) {
        const bool taken =
            std::any_of(running.begin(), running.end(),
                        [id](const RunningPartition* partition) { return partition->id == id; });
        if (!taken)
            return id;
    }
    return std::nullopt;
}

std::optional<std::uint64_t> quota(const PartitionAdapter& adapter, QLatin1String prefix,
                                   std::size_t capacity)
{
    const QString name = prefix + u"Partition"_s + capacityNames[capacity];
    const auto found = adapter.changes.find(name);
    return found == adapter.changes.end() ? std::nullopt : found->second.toUInt64();
}

/// What the partition gets, or nothing when the adapter asks for more than a partition can have.
std::optional<Capacities> granted(const PartitionAdapter& adapter, const Partitioning& partitioning)
{
    const PartitionLimits limits = limitsOf(partitioning);
    Capacities result = limits.optimal;
    for (std::size_t i = 0; i < result.size(); ++i) {
        if (!partitioning.paravirtual &&
            quota(adapter, QLatin1String("Min"), i).value_or(0) > limits.maximum[i])
            return std::nullopt;
        result[i] =
            std::min(quota(adapter, QLatin1String("Optimal"), i).value_or(result[i]), limits.maximum[i]);
    }
    return result;
}

QString newLuid(World& world)
{
    constexpr std::uint32_t spread =
        2654435761U; // Knuth's multiplicative hash, so that numbers look unrelated
    return u"10-%1"_s.arg(100'000'000U + (world.nextNumber() * spread) % 900'000'000U);
}

bool acquireOn(World& world, Vm& vm, PartitionAdapter& adapter, std::size_t device)
{
    const auto& partitioning = world.hosts[vm.host].devices[device].partitioning;
    const auto id = lowestFreePartition(world, vm.host, device);
    const auto capacities = granted(adapter, *partitioning);
    if (!id || !capacities)
        return false;
    adapter.running = RunningPartition{device, *id, newLuid(world), *capacities};
    return true;
}

/// The GPU with most room first, so that automatic adapters spread.
std::vector<std::size_t> candidates(const World& world, const Vm& vm, const PartitionAdapter& adapter)
{
    const Host& host = world.hosts[vm.host];
    std::vector<std::pair<std::size_t, std::size_t>> free; // negative room would wrap, hence "used" first
    for (std::size_t i = 0; i < host.devices.size(); ++i) {
        const bool wanted = adapter.hostResource.isEmpty() ||
                            gpuName(host.devices[i]).compare(adapter.gpuName, Qt::CaseInsensitive) == 0;
        if (wanted && isPartitionable(host.devices[i]))
            free.emplace_back(runningOn(world, vm.host, i).size(), i);
    }
    std::sort(free.begin(), free.end());
    std::vector<std::size_t> result;
    result.reserve(free.size());
    for (const auto& [used, index] : free)
        result.push_back(index);
    return result;
}

/// Startup memory must equal minimum memory (wmi.md 9, row 12).
bool hasVaryingMemory(const World& world, const Vm& vm)
{
    if (!vm.dynamicMemory)
        return false;
    for (const Component& component : componentsOf(world.hosts[vm.host], vm)) {
        if (component.localId == memoryLocalId())
            return component.values.at(u"Reservation"_s).toUInt64() !=
                   component.values.at(u"VirtualQuantity"_s).toUInt64();
    }
    return false;
}

std::optional<JobFailure> forbiddenByPolicy(const World& world, const Vm& vm, std::size_t device)
{
    const Host& host = world.hosts[vm.host];
    if (!host.devices[device].partitioning->paravirtual || !hasStrictDevicePolicy(host))
        return std::nullopt;
    return JobFailure{
        startFailed,
        u"'%1' failed to start. (Virtual machine ID %2)\nCould not allocate partitionable GPU device '%3' "
        u"that is not compliant with currently set group policy. See "
        u"HyperV\\RequireSecureDeviceAssignment and HyperV\\RequireSupportedDeviceAssignment."_s.arg(
            vm.name, vm.id, gpuName(host.devices[device]))};
}

std::optional<JobFailure> acquirePartition(World& world, Vm& vm, PartitionAdapter& adapter)
{
    const auto devices = candidates(world, vm, adapter);
    if (devices.empty() && adapter.hostResource.isEmpty()) {
        return JobFailure{startFailed,
                          failureText(vm, u"GPU Partition (Instance ID %1)"_s.arg(adapter.id),
                                      u"cannot find a GPU device with partitioning capabilities"_s)};
    }
    if (!devices.empty()) {
        if (auto failure = forbiddenByPolicy(world, vm, devices.front()))
            return failure;
    }
    const bool done = std::any_of(devices.begin(), devices.end(),
                                  [&](std::size_t device) { return acquireOn(world, vm, adapter, device); });
    return done ? std::nullopt : std::optional(noResources(vm, adapter));
}

/// Memory-mapped I/O space the VM must have below and above 4 GiB for a device's ranges; where the host has a
/// range says where the guest gets it.
bool fitsMmio(const Vm& vm, const std::vector<const PciDevice*>& devices)
{
    constexpr std::uint64_t bytesPerMebibyte = 1024ULL * 1024;
    constexpr std::uint64_t fourGibibytes = 4096 * bytesPerMebibyte;
    constexpr std::uint64_t defaultLow = 128;
    constexpr std::uint64_t defaultHigh = 512;
    const auto gap = [&vm](const QString& name, std::uint64_t otherwise) {
        const auto found = vm.settings.find(name);
        return bytesPerMebibyte *
               (found == vm.settings.end() ? otherwise : found->second.toUInt64().value_or(otherwise));
    };
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    for (const PciDevice* device : devices) {
        for (const MemoryRange& range : device->memory)
            (range.start < fourGibibytes ? low : high) += range.size;
    }
    return low <= gap(u"LowMmioGapSize"_s, defaultLow) && high <= gap(u"HighMmioGapSize"_s, defaultHigh);
}

bool isDeviceInUse(const World& world, std::size_t host, std::size_t device)
{
    return std::any_of(world.vms().begin(), world.vms().end(), [host, device](const auto& vm) {
        return vm->host == host && std::any_of(vm->devices.begin(), vm->devices.end(),
                                               [device](const DeviceAssignment& assignment) {
                                                   return assignment.runningDevice == device;
                                               });
    });
}

bool suits(const Host& host, const DeviceAssignment& assignment, const PciDevice& device)
{
    if (!device.dismounted)
        return false;
    if (assignment.poolId.isEmpty())
        return device.locationPath.compare(assignment.locationPath, Qt::CaseInsensitive) == 0;
    return std::any_of(host.pools.begin(), host.pools.end(), [&](const ChildPool& pool) {
        return pool.name == assignment.poolId &&
               pool.hostResources.contains(dismountedInstanceId(device), Qt::CaseInsensitive);
    });
}

std::optional<JobFailure> acquireDevice(World& world, Vm& vm, DeviceAssignment& assignment)
{
    const Host& host = world.hosts[vm.host];
    const QString part = u"Virtual Pci Express Port (Instance ID %1)"_s.arg(assignment.id);
    if (host.productType == 1) {
        return JobFailure{startFailed,
                          failureText(vm, part, u"A hypervisor feature is not available to the user."_s) +
                              u" (0xC035001E)"_s};
    }
    for (std::size_t i = 0; i < host.devices.size(); ++i) {
        if (suits(host, assignment, host.devices[i]) && !isDeviceInUse(world, vm.host, i)) {
            assignment.runningDevice = i;
            return std::nullopt;
        }
    }
    return JobFailure{startFailed,
                      failureText(vm, part, u"The assigned device is in use or not available."_s)};
}

} // namespace

PartitionLimits limitsOf(const Partitioning& partitioning)
{
    PartitionLimits limits;
    for (std::size_t i = 0; i < partitioning.total.size(); ++i) {
        const std::uint64_t share = partitioning.paravirtual || partitioning.count == 0
                                        ? partitioning.total[i]
                                        : partitioning.total[i] / partitioning.count;
        limits.maximum[i] = share;
        limits.optimal[i] = share;
        limits.minimum[i] = partitioning.paravirtual ? 0 : share;
    }
    return limits;
}

bool isPartitionable(const PciDevice& device)
{
    return device.partitioning && !device.disabled && !device.dismounted && device.problem == 0;
}

std::optional<std::size_t> findGpu(const Host& host, const QString& name)
{
    for (std::size_t i = 0; i < host.devices.size(); ++i) {
        if (isPartitionable(host.devices[i]) &&
            gpuName(host.devices[i]).compare(name, Qt::CaseInsensitive) == 0)
            return i;
    }
    return std::nullopt;
}

std::vector<const RunningPartition*> runningOn(const World& world, std::size_t host, std::size_t device)
{
    std::vector<const RunningPartition*> result;
    for (const auto& vm : world.vms()) {
        if (vm->host != host)
            continue;
        for (const PartitionAdapter& adapter : vm->partitions) {
            if (adapter.running && adapter.running->device == device)
                result.push_back(&*adapter.running);
        }
    }
    return result;
}

Capacities availableOn(const World& world, std::size_t host, std::size_t device)
{
    const auto& partitioning = world.hosts[host].devices[device].partitioning;
    Capacities available = partitioning->total;
    if (partitioning->paravirtual)
        return available; // quotas are not enforced there
    for (const RunningPartition* partition : runningOn(world, host, device)) {
        for (std::size_t i = 0; i < available.size(); ++i)
            available[i] -= std::min(available[i], partition->current[i]);
    }
    return available;
}

bool isAssigned(const World& world, std::size_t host, std::size_t device)
{
    const QString name = gpuName(world.hosts[host].devices[device]);
    return std::any_of(world.vms().begin(), world.vms().end(), [&](const auto& vm) {
        return vm->host == host &&
               std::any_of(vm->partitions.begin(), vm->partitions.end(),
                           [&name](const PartitionAdapter& adapter) {
                               return adapter.gpuName.compare(name, Qt::CaseInsensitive) == 0;
                           });
    });
}

std::optional<JobFailure> acquireDevices(World& world, Vm& vm)
{
    std::optional<JobFailure> failure;
    if (vm.remoteFx) {
        failure =
            JobFailure{startFailed, failureText(vm, u"RemoteFX 3D Video Adapter"_s,
                                                u"The RemoteFX vGPU feature is no longer supported."_s)};
    }
    const bool hasDevices = !vm.partitions.empty() || !vm.devices.empty();
    if (!failure && hasDevices && hasVaryingMemory(world, vm)) {
        failure = JobFailure{
            startFailed, failureText(vm, u"Virtual Pci Express Port"_s,
                                     u"The memory settings of the virtual machine are not compatible with an "
                                     u"assigned device: startup memory must equal minimum memory."_s)};
    }
    for (std::size_t i = 0; !failure && i < vm.partitions.size(); ++i)
        failure = acquirePartition(world, vm, vm.partitions[i]);
    std::vector<const PciDevice*> acquired;
    for (std::size_t i = 0; !failure && i < vm.devices.size(); ++i) {
        failure = acquireDevice(world, vm, vm.devices[i]);
        if (!failure)
            acquired.push_back(&world.hosts[vm.host].devices[*vm.devices[i].runningDevice]);
    }
    if (!failure && !fitsMmio(vm, acquired)) {
        failure = JobFailure{
            startFailed,
            failureText(vm, u"Virtual Pci Express Port (Instance ID %1)"_s.arg(vm.devices.front().id),
                        u"Insufficient system resources exist to complete the requested service."_s) +
                u" (0x800705AA)"_s};
    }
    if (failure)
        releaseDevices(vm);
    return failure;
}

void releaseDevices(Vm& vm)
{
    for (PartitionAdapter& adapter : vm.partitions)
        adapter.running.reset();
    for (DeviceAssignment& assignment : vm.devices)
        assignment.runningDevice.reset();
}

} // namespace hvgpu::simulation
