#pragma once

#include "tests/core/operations/FleetOf.h"

namespace hvgpu::test {

constexpr std::uint64_t mebibyte = 1024ULL * 1024;

/// Makes the last GPU of @p fleet a T4 that the host uses and that passes the device survey: 16 MB of memory
/// ranges below 4 GB, @p largeMb above.
inline model::Gpu& asT4(FleetOf& fleet, const QString& slot, std::uint64_t largeMb = 256)
{
    model::Gpu& gpu = fleet.lastGpu();
    const QString tail = QStringLiteral("VEN_10DE&DEV_1EB8&SUBSYS_12A210DE&REV_A1\\4&ABC&0&") + slot;
    gpu.id = model::GpuId(tail);
    gpu.name = QStringLiteral("NVIDIA Tesla T4");
    gpu.deviceId = 0x1EB8;
    gpu.partitioning.reset();
    gpu.locationPath = QStringLiteral("PCIROOT(%1)#PCI(0300)#PCI(0000)").arg(slot);
    gpu.pnp = model::PnpDevice{};
    gpu.pnp->instanceId = QStringLiteral("PCI\\") + tail;
    gpu.pnp->name = gpu.name;
    gpu.pnp->pnpClass = QStringLiteral("Display");
    gpu.pnp->problemCode = 0U;
    gpu.pnp->present = true;
    gpu.pnp->locationPaths = QStringList{gpu.locationPath};
    gpu.pnp->deviceType = 2U;
    gpu.pnp->baseClass = 3U;
    gpu.pnp->acsCompatibleUpHierarchy = 3U;
    gpu.pnp->requiresReservedMemoryRegion = 0U;
    gpu.pnp->interruptSupport = 6U;
    gpu.pnp->propertiesRead = true;
    constexpr std::uint64_t low = 0xC0000000;
    constexpr std::uint64_t high = 0x380000000000;
    gpu.memory =
        model::DeviceMemory{{{low, low + 16 * mebibyte - 1}, {high, high + largeMb * mebibyte - 1}}, false};
    return gpu;
}

inline void dismounted(model::Gpu& gpu)
{
    gpu.pnp->instanceId.replace(QStringLiteral("PCI\\"), QStringLiteral("PCIP\\"));
    gpu.dismounted = model::DismountedDevice{gpu.pnp->instanceId, gpu.locationPath};
    if (gpu.memory)
        gpu.memory->remembered = true;
}

inline model::Assignment wholeDevice(const model::VirtualMachine& vm, int number = 1)
{
    model::Assignment assignment;
    assignment.kind = model::Assignment::Kind::WholeDevice;
    assignment.vm = vm.id;
    assignment.vmName = vm.name;
    assignment.adapterId = QStringLiteral("Microsoft:%1\\D%2").arg(vm.id.text()).arg(number);
    return assignment;
}

/// Server A (Windows Server 2025): a T4 the host uses, a dismounted one, and a basic adapter that cannot be
/// assigned; "vm OFF" is off, "vm RUN" runs.
inline FleetOf ddaServer()
{
    FleetOf fleet;
    fleet.host(QStringLiteral("A"));
    fleet.snapshot().host.iovSupport = true;
    fleet.snapshot().host.productType = 3U;
    fleet.gpu(QStringLiteral("1"), 1);
    asT4(fleet, QStringLiteral("2100"));
    fleet.gpu(QStringLiteral("2"), 1);
    dismounted(asT4(fleet, QStringLiteral("2200")));
    fleet.gpu(QStringLiteral("3"), 1);
    model::Gpu& basic = asT4(fleet, QStringLiteral("0300"));
    basic.name = QStringLiteral("Matrox G200");
    basic.pnp->name = basic.name;
    basic.pnp->requiresReservedMemoryRegion = 1U;
    basic.pnp->compatibleIds = QStringList{QStringLiteral("PCI\\CC_0300")};
    fleet.vm(QStringLiteral("OFF"), model::PowerState::Off)
        .vm(QStringLiteral("RUN"), model::PowerState::Running);
    for (model::VirtualMachine& vm : fleet.snapshot().vms) {
        vm.lowMmioGapMb = 128;
        vm.highMmioGapMb = 512;
        vm.startupMemoryMb = 4096;
        vm.minimumMemoryMb = 4096;
    }
    return fleet;
}

} // namespace hvgpu::test
