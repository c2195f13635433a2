#include "core/simulation/fleets/HostReader.h"

#include "core/simulation/host/Paths.h"
#include "core/simulation/host/Registry.h"

#include <algorithm>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

struct SystemKind
{
    const char16_t* name;
    const char16_t* caption;
    std::uint32_t build;
    std::uint32_t sku;
    std::uint32_t productType;
};

constexpr SystemKind systems[] = {
    {u"2025-datacenter", u"Microsoft Windows Server 2025 Datacenter", 26100, 8, 3},
    {u"2025-standard", u"Microsoft Windows Server 2025 Standard", 26100, 7, 3},
    {u"2022-datacenter", u"Microsoft Windows Server 2022 Datacenter", 20348, 8, 3},
    {u"2022-standard", u"Microsoft Windows Server 2022 Standard", 20348, 7, 3},
    {u"2019-standard", u"Microsoft Windows Server 2019 Standard", 17763, 7, 3},
    {u"azure-local", u"Microsoft Azure Stack HCI", 25398, 406, 3},
    {u"windows-11", u"Microsoft Windows 11 Pro", 26100, 48, 1},
};

void readSystem(JsonReader& reader, Host& host)
{
    const QString name = reader.text(u"system"_s, u"2025-datacenter"_s);
    const auto found = std::find_if(std::begin(systems), std::end(systems), [&name](const SystemKind& kind) {
        return name == QStringView(kind.name);
    });
    if (found == std::end(systems)) {
        reader.report(u"system"_s, u"is not a known Windows version: '%1'"_s.arg(name));
        return;
    }
    host.systemCaption = QString::fromUtf16(found->caption);
    host.build = found->build;
    host.sku = found->sku;
    host.productType = found->productType;
    host.systemVersion = u"10.0.%1"_s.arg(found->build);
}

void readState(JsonReader& reader, Host& host)
{
    const QString state = reader.text(u"state"_s, u"up"_s);
    host.poweredOn = state != u"down"_s;
    if (state == u"down"_s)
        host.node = NodeState::Down;
    else if (state == u"paused"_s)
        host.node = NodeState::Paused;
    else if (state != u"up"_s)
        reader.report(u"state"_s, u"must be up, down or paused"_s);
}

void readPartitionCount(JsonReader& reader, PciDevice& device)
{
    if (!reader.has(u"partitions"_s))
        return;
    const std::uint64_t count = reader.number(u"partitions"_s, 0);
    const bool valid = device.partitioning && std::find(device.partitioning->validCounts.begin(),
                                                        device.partitioning->validCounts.end(),
                                                        count) != device.partitioning->validCounts.end();
    if (valid)
        device.partitioning->count = static_cast<std::uint16_t>(count);
    else
        reader.report(u"partitions"_s, u"is not a valid partition count of the model"_s);
}

std::optional<PciDevice> readDevice(JsonReader& reader, const DeviceModels& models)
{
    const QString model = reader.requiredText(u"model"_s);
    auto device = models.device(model);
    if (!device) {
        reader.report(u"model"_s, u"names the unknown model '%1'"_s.arg(model));
        return std::nullopt;
    }
    if (reader.has(u"driver"_s) && !models.setDriver(*device, reader.text(u"driver"_s)))
        reader.report(u"driver"_s, u"names an unknown driver"_s);
    readPartitionCount(reader, *device);
    device->bus = static_cast<std::uint32_t>(reader.number(u"bus"_s, 0));
    device->dismounted = reader.flag(u"dismounted"_s, false);
    device->disabled = reader.flag(u"disabled"_s, false);
    device->assignable = reader.flag(u"assignable"_s, true);
    device->mitigations = reader.flag(u"mitigations"_s, false);
    device->function = static_cast<std::uint32_t>(reader.number(u"function"_s, 0));
    device->problem = static_cast<std::uint32_t>(reader.number(u"problem"_s, device->problem));
    if (reader.has(u"sriovSupport"_s))
        device->sriovSupport = static_cast<std::uint32_t>(reader.number(u"sriovSupport"_s, 0));
    reader.finish();
    return device;
}

void readDevices(JsonReader& reader, const DeviceModels& models, Host& host)
{
    for (JsonReader& entry : reader.objects(u"devices"_s)) {
        auto device = readDevice(entry, models);
        if (!device)
            return;
        placeDevice(*device, host.name, host.devices.size());
        host.devices.push_back(*std::move(device));
    }
}

/// Pools of dismounted devices, named by their index.
void readPools(JsonReader& reader, Host& host)
{
    constexpr std::uint16_t pciExpress = 32769;
    for (JsonReader& entry : reader.objects(u"pools"_s)) {
        ChildPool pool;
        pool.name = entry.requiredText(u"name"_s);
        pool.id = settingsId(guidFrom(host.name + u"/pool/"_s + pool.name));
        pool.resourceType = pciExpress;
        pool.resourceSubType = u"Microsoft:Hyper-V:Virtual Pci Express Port"_s;
        for (const std::uint64_t index : entry.numbers(u"devices"_s)) {
            if (index < host.devices.size() && host.devices[index].dismounted)
                pool.hostResources.append(dismountedInstanceId(host.devices[index]));
            else
                entry.report(u"devices"_s, u"names a device that is not dismounted"_s);
        }
        entry.finish();
        host.pools.push_back(std::move(pool));
    }
}

void readRegistry(JsonReader& reader, Host& host)
{
    for (JsonReader& entry : reader.objects(u"registry"_s)) {
        const QString name = registryEntry(entry.requiredText(u"key"_s), entry.requiredText(u"value"_s));
        host.registry.insert(name,
                             cim::Value::unsignedInteger(cim::Type::UInt32, entry.number(u"dword"_s, 0)));
        entry.finish();
    }
}

} // namespace

void placeDevice(PciDevice& device, const QString& hostName, std::size_t index)
{
    constexpr std::uint64_t memoryBase = 0x380000000000; // above 4 GiB, where firmware puts large BARs
    constexpr std::uint64_t lowBase = 0xC0000000;
    constexpr std::uint64_t lowLimit = 64ULL * 1024 * 1024;
    constexpr std::uint64_t spacing = 0x4000000000;
    if (device.bus == 0)
        device.bus = static_cast<std::uint32_t>(0x17 + index * 0x11) & 0xFFU;
    const QString hash = QString::number(qHash(hostName) & 0x0FFFFFFFU, 16).toUpper();
    device.instance += u"\\%1&%2&0&%3"_s.arg(4)
                           .arg(hash)
                           .arg((device.bus + device.function) << 8U, 4, 16, QLatin1Char('0'))
                           .toUpper();
    device.locationPath = u"PCIROOT(%1)#PCI(0300)#PCI(00%2)"_s.arg(device.bus, 0, 16)
                              .arg(device.function, 2, 16, QLatin1Char('0'))
                              .toUpper();
    device.interfaceName = makeInterfaceName(device);
    device.registryIndex = static_cast<std::uint32_t>(index);
    std::uint64_t low = lowBase + index * lowLimit;
    std::uint64_t high = memoryBase + index * spacing;
    for (MemoryRange& range : device.memory) {
        std::uint64_t& next = range.size < lowLimit / 2 ? low : high;
        range.start = next;
        next += range.size;
    }
}

Host readHost(JsonReader& reader, const DeviceModels& models, base::Clock& clock)
{
    Host host;
    host.name = reader.requiredText(u"name"_s);
    host.domain = reader.text(u"domain"_s);
    readSystem(reader, host);
    host.updateRevision = static_cast<std::uint32_t>(reader.number(u"updateRevision"_s, host.updateRevision));
    readState(reader, host);
    host.manufacturer = reader.text(u"manufacturer"_s, u"Dell Inc."_s);
    host.model = reader.text(u"machine"_s, u"PowerEdge R760"_s);
    host.serialNumber = u"SN%1"_s.arg(qHash(host.name) % 10000000U, 7, 10, QLatin1Char('0'));
    host.uuid = guidFrom(u"machine/"_s + host.name);
    host.processorName = reader.text(u"processor"_s, u"Intel(R) Xeon(R) Gold 6426Y"_s);
    host.sockets = static_cast<std::uint32_t>(reader.number(u"sockets"_s, 2));
    host.coresPerSocket = static_cast<std::uint32_t>(reader.number(u"cores"_s, 16));
    constexpr std::uint64_t mebibytesPerGibibyte = 1024;
    host.memory = reader.number(u"memoryGiB"_s, 256) * mebibytesPerGibibyte;
    host.hyperV = reader.flag(u"hyperV"_s, true);
    host.iovReasons = reader.texts(u"iovReasons"_s);
    host.iovSupport = host.iovReasons.isEmpty();
    host.firmwareVirtualization = reader.flag(u"firmwareVirtualization"_s, true);
    if (!reader.flag(u"deviceGuard"_s, true))
        host.dmaProtection.reset();
    else
        host.dmaProtection = reader.flag(u"dmaProtection"_s, true);
    host.liveMigration = reader.flag(u"liveMigration"_s, true);
    host.draining = reader.flag(u"draining"_s, false);
    host.quarantined = reader.flag(u"quarantined"_s, false);
    host.switchName = reader.text(u"switch"_s, u"vSwitch"_s);
    host.refusesCountWhileAssigned = reader.flag(u"refusesCountWhileAssigned"_s, false);
    host.booted = clock.now() - std::chrono::hours(24 * 12 + qHash(host.name) % 500);
    readDevices(reader, models, host);
    readPools(reader, host);
    readRegistry(reader, host);
    return host;
}

} // namespace hvgpu::simulation
