#include "tests/support/FleetSamples.h"

#include <QTimeZone>

namespace hvgpu::tests {
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t megabyte = 1024ULL * 1024ULL;

const QString a2Path =
    u"\\\\?\\PCI#VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1#4&18416DC3&0&0000#{064092b3-625e-43bf-9eb5-dc845897dd59}"_s;

model::Capacity capacity(std::uint64_t total, std::uint64_t available, std::uint64_t partition)
{
    return {total, available, partition, partition, partition};
}

model::Assignment assignment(const QString& vmName, const QString& vmId,
                             std::optional<std::uint16_t> partition)
{
    model::Assignment result;
    result.vm = model::VmId(vmId);
    result.vmName = vmName;
    result.adapterId = u"Microsoft:%1\\adapter"_s.arg(vmId);
    result.deviceInstancePath = a2Path;
    result.partitionId = partition;
    if (partition) {
        result.partitionVfLuid = u"10-973909323"_s;
        result.currentVram = 1991245824ULL;
        result.currentEncode = 8;
        result.currentDecode = 9;
    }
    return result;
}

model::PnpDevice pnp(const QString& instance, const QString& name)
{
    model::PnpDevice device;
    device.instanceId = instance;
    device.name = name;
    device.pnpClass = u"Display"_s;
    device.status = u"OK"_s;
    device.manufacturer = u"NVIDIA"_s;
    device.problemCode = 0;
    device.present = true;
    device.busNumber = 101;
    device.address = 0;
    device.deviceType = 2;
    device.baseClass = 3;
    device.sriovSupport = 0;
    device.acsCompatibleUpHierarchy = 1;
    device.requiresReservedMemoryRegion = 0;
    device.interruptSupport = 6;
    device.linkSpeed = 4;
    device.linkWidth = 8;
    device.numaNode = 1;
    device.driverVersion = u"31.0.15.3833"_s;
    device.driverProvider = u"NVIDIA"_s;
    device.driverInf = u"oem12.inf"_s;
    device.propertiesRead = true;
    return device;
}

} // namespace

QDateTime sampleNow()
{
    return {QDate(2026, 3, 14), QTime(12, 0), QTimeZone::utc()};
}

model::Gpu partitionedGpu()
{
    model::Gpu gpu;
    const QString instance = u"PCI\\VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1\\4&18416DC3&0&0000"_s;
    gpu.id = model::gpuIdFrom(instance);
    gpu.name = u"NVIDIA A2"_s;
    gpu.locationPath = u"PCIROOT(40)#PCI(0101)#PCI(0000)"_s;
    gpu.vendorId = 0x10DE;
    gpu.deviceId = 0x25B6;
    gpu.subsystemId = 0x157E10DE;
    gpu.pnp = pnp(instance, gpu.name);
    model::Partitioning partitioning;
    partitioning.name = a2Path;
    partitioning.partitionCount = 4;
    partitioning.validPartitionCounts = {16, 8, 4, 2, 1};
    partitioning.vram = capacity(16101933056ULL, 14110687232ULL, 3824ULL * megabyte);
    partitioning.encode = capacity(32, 24, 8);
    partitioning.decode = capacity(36, 27, 9);
    partitioning.compute = capacity(18000, 13500, 4500);
    gpu.partitioning = partitioning;
    gpu.adapterMemory = 16ULL * 1024 * megabyte;
    gpu.assignments = {assignment(u"cad-01"_s, u"11111111-0000-0000-0000-000000000001"_s, 0),
                       assignment(u"cad-02"_s, u"11111111-0000-0000-0000-000000000002"_s, std::nullopt)};
    return gpu;
}

model::Gpu paravirtualGpu()
{
    constexpr std::uint64_t scale = 1000000000ULL;
    model::Gpu gpu;
    const QString instance = u"PCI\\VEN_10DE&DEV_2704&SUBSYS_16F110DE&REV_A1\\4&2283F625&0&0019"_s;
    gpu.id = model::gpuIdFrom(instance);
    gpu.name = u"NVIDIA GeForce RTX 4080"_s;
    gpu.pnp = pnp(instance, gpu.name);
    model::Partitioning partitioning;
    partitioning.name = u"\\\\?\\PCI#VEN_10DE&DEV_2704&SUBSYS_16F110DE&REV_A1#4&2283F625&0&0019"
                        "#{064092b3-625e-43bf-9eb5-dc845897dd59}\\GPUPARAV"_s;
    partitioning.partitionCount = 32;
    partitioning.validPartitionCounts = {32};
    partitioning.vram = capacity(scale, scale, scale);
    partitioning.encode = capacity(18446744073709551615ULL, 18446744073709551615ULL, 18446744073709551615ULL);
    partitioning.decode = capacity(scale, scale, scale);
    gpu.partitioning = partitioning;
    return gpu;
}

model::Gpu undrivenGpu()
{
    model::Gpu gpu;
    const QString instance = u"PCI\\VEN_10DE&DEV_1EB8&SUBSYS_12A210DE&REV_A1\\4&5906F5E&0&0010"_s;
    gpu.id = model::gpuIdFrom(instance);
    gpu.name = u"3D Video Controller"_s;
    gpu.pnp = pnp(instance, gpu.name);
    gpu.pnp->problemCode = 28;
    gpu.pnp->status = u"Error"_s;
    gpu.pnp->driverVersion.clear();
    gpu.pnp->driverProvider.clear();
    gpu.pnp->driverInf.clear();
    return gpu;
}

std::vector<model::VirtualMachine> sampleVms()
{
    model::VirtualMachine running;
    running.id = model::VmId(u"11111111-0000-0000-0000-000000000001"_s);
    running.name = u"cad-01"_s;
    running.state = model::PowerState::Running;
    running.generation = 2;
    running.version = u"12.0"_s;
    running.startupMemoryMb = 4096;
    running.dynamicMemory = false;
    running.partitionAdapters = 1;
    running.highMmioGapMb = 512;
    model::VirtualMachine off = running;
    off.id = model::VmId(u"11111111-0000-0000-0000-000000000002"_s);
    off.name = u"cad-02"_s;
    off.state = model::PowerState::Off;
    return {running, off};
}

fleet::HostRecord readyHost(const QString& name, std::vector<model::Gpu> gpus)
{
    auto data = std::make_shared<model::HostSnapshot>();
    data->host.computerName = name.toUpper();
    data->host.osCaption = u"Microsoft Windows Server 2025 Datacenter"_s;
    data->host.build = 26100;
    data->host.productType = 3;
    data->host.hyperVRole = true;
    data->host.iovSupport = true;
    data->gpus = std::move(gpus);
    data->vms = sampleVms();
    data->takenAt = sampleNow().addSecs(-60);
    data->readDuration = std::chrono::milliseconds(180);
    data->roundTrips = 12;
    data->bytesReceived = 65536;
    fleet::HostRecord host;
    host.id = model::HostId(name);
    host.entry = model::EntryId(name);
    host.displayName = name;
    host.address = u"https://%1:5986/wsman"_s.arg(name);
    host.phase = fleet::HostPhase::Ready;
    host.snapshot = data;
    host.lastSuccess = data->takenAt;
    host.lastAttempt = data->takenAt;
    return host;
}

fleet::HostRecord failedHost(const QString& name, bool stale)
{
    fleet::HostRecord host = readyHost(name, {partitionedGpu()});
    host.phase = fleet::HostPhase::Failed;
    base::Error error;
    error.layer = base::Layer::Auth;
    error.code = base::ErrorCode::CredentialsRejected;
    error.operation = u"Identify"_s;
    error.host = name;
    error.httpStatus = 401;
    host.lastError = error;
    host.consecutiveFailures = 2;
    if (stale) {
        host.lastSuccess = sampleNow().addSecs(-7200);
    } else {
        host.snapshot = nullptr;
        host.lastSuccess = {};
    }
    return host;
}

std::shared_ptr<const fleet::FleetSnapshot> fleetOf(std::vector<fleet::HostRecord> hosts,
                                                    std::uint64_t generation)
{
    auto fleet = std::make_shared<fleet::FleetSnapshot>();
    fleet->generation = generation;
    for (fleet::HostRecord& host : hosts) {
        auto entry = std::make_shared<fleet::EntryRecord>();
        entry->id = host.entry;
        entry->displayName = host.displayName;
        entry->hosts = {host.id};
        fleet->entries.push_back(entry);
        fleet->hosts.push_back(std::make_shared<const fleet::HostRecord>(std::move(host)));
    }
    return fleet;
}

std::shared_ptr<const fleet::FleetSnapshot> sampleFleet()
{
    return fleetOf({readyHost(u"hv01"_s, {partitionedGpu(), undrivenGpu()}),
                    readyHost(u"hv02"_s, {paravirtualGpu()}), failedHost(u"hv03"_s, false),
                    failedHost(u"hv04"_s, true)});
}

} // namespace hvgpu::tests
