#pragma once

#include "core/model/HostSnapshot.h"

/// GPUs and hosts as real servers report them, for tests to change one thing at a time.
namespace hvgpu::tests {

[[nodiscard]] inline QString guid()
{
    return QStringLiteral("#{064092b3-625e-43bf-9eb5-dc845897dd59}");
}

/// A server with the Hyper-V role and SR-IOV, nothing else on it.
[[nodiscard]] inline model::HostSnapshot healthyHost()
{
    model::HostSnapshot host;
    host.host.computerName = QStringLiteral("HV01");
    host.host.build = 26100U;
    host.host.productType = 3U;
    host.host.hyperVRole = true;
    host.host.iovSupport = true;
    return host;
}

/// A PCI Express display adapter that the host uses and that passes every rule of the survey.
[[nodiscard]] inline model::PnpDevice goodDevice()
{
    model::PnpDevice device;
    device.instanceId = QStringLiteral("PCI\\VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1\\4&18416DC3&0&0000");
    device.name = QStringLiteral("NVIDIA A2");
    device.pnpClass = QStringLiteral("Display");
    device.problemCode = 0U;
    device.present = true;
    device.locationPaths = QStringList{QStringLiteral("PCIROOT(0)#PCI(0300)#PCI(0000)")};
    device.busNumber = 0x65U;
    device.deviceType = 2U;
    device.baseClass = 3U;
    device.sriovSupport = 0U;
    device.acsCompatibleUpHierarchy = 3U;
    device.requiresReservedMemoryRegion = 0U;
    device.interruptSupport = 6U;
    device.propertiesRead = true;
    return device;
}

[[nodiscard]] inline model::Gpu mountedGpu()
{
    model::Gpu gpu;
    gpu.pnp = goodDevice();
    gpu.id = model::gpuIdFrom(gpu.pnp->instanceId);
    gpu.name = gpu.pnp->name;
    gpu.locationPath = gpu.pnp->locationPaths.constFirst();
    return gpu;
}

[[nodiscard]] inline model::Partitioning a2Partitioning()
{
    model::Partitioning partitioning;
    partitioning.name =
        QStringLiteral("\\\\?\\PCI#VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1#4&18416dc3&0&0000") + guid();
    partitioning.partitionCount = std::uint16_t{8};
    partitioning.validPartitionCounts = {16, 8, 4, 2, 1};
    partitioning.vram.total = 15'929'966'592ULL;
    partitioning.vram.available = 15'929'966'592ULL;
    partitioning.vram.optimalPartition = 1'991'245'824ULL;
    return partitioning;
}

[[nodiscard]] inline model::Partitioning paravirtualPartitioning()
{
    model::Partitioning partitioning;
    partitioning.name = a2Partitioning().name + QStringLiteral("\\GPUPARAV");
    partitioning.partitionCount = std::uint16_t{32};
    partitioning.validPartitionCounts = {32};
    partitioning.vram.total = 1'000'000'000ULL;
    partitioning.encode.total = 18'446'744'073'709'551'615ULL;
    return partitioning;
}

[[nodiscard]] inline model::Gpu dismountedGpu()
{
    model::Gpu gpu = mountedGpu();
    gpu.pnp->instanceId.replace(QStringLiteral("PCI\\"), QStringLiteral("PCIP\\"));
    gpu.dismounted = model::DismountedDevice{gpu.pnp->instanceId, gpu.locationPath};
    return gpu;
}

[[nodiscard]] inline model::VirtualMachine vm(const QString& id, const QString& name, model::PowerState state)
{
    model::VirtualMachine machine;
    machine.id = model::VmId(id);
    machine.name = name;
    machine.state = state;
    machine.enabledState = static_cast<std::uint16_t>(state == model::PowerState::Running ? 2 : 3);
    return machine;
}

[[nodiscard]] inline model::Assignment partitionOf(const QString& vmId,
                                                   std::optional<std::uint16_t> partitionId)
{
    model::Assignment assignment;
    assignment.vm = model::VmId(vmId);
    assignment.vmName = vmId;
    assignment.adapterId = QStringLiteral("Microsoft:") + vmId;
    assignment.partitionId = partitionId;
    return assignment;
}

[[nodiscard]] inline model::Assignment wholeDeviceOf(const QString& vmId)
{
    model::Assignment assignment = partitionOf(vmId, std::nullopt);
    assignment.kind = model::Assignment::Kind::WholeDevice;
    return assignment;
}

[[nodiscard]] inline model::ReadNote unreadNote(model::Part part, const QString& subject = {},
                                                base::ErrorCode code = base::ErrorCode::AccessDenied)
{
    model::ReadNote note;
    note.part = part;
    note.subject = subject;
    note.error.layer = base::Layer::Wmi;
    note.error.code = code;
    return note;
}

} // namespace hvgpu::tests
