#include "core/simulation/fleets/ScaleFleet.h"

#include "core/simulation/fleets/DeviceModels.h"
#include "core/simulation/fleets/HostReader.h"
#include "core/simulation/host/Partitions.h"
#include "core/simulation/host/Paths.h"

#include <QStringList>

#include <utility>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t mostHosts = 10000;
constexpr std::uint32_t mostGpus = 64;
constexpr std::uint32_t mostPartitions = 256;

std::uint32_t parsePart(const QString& text, std::uint32_t most)
{
    const std::uint32_t value = text.toUInt();
    return value <= most ? value : 0;
}

PciDevice makeGpu(const Host& host, std::size_t index, std::uint16_t partitions)
{
    PciDevice device = DeviceModels::builtIn().device(u"L40S"_s).value_or(PciDevice());
    device.bus = static_cast<std::uint32_t>(index + 1);
    placeDevice(device, host.name, index);
    auto& partitioning = *device.partitioning;
    auto& counts = partitioning.validCounts;
    if (std::find(counts.begin(), counts.end(), partitions) == counts.end())
        counts.insert(counts.begin(), partitions);
    partitioning.count = partitions;
    return device;
}

Host makeHost(std::uint32_t index, const FleetScale& scale, base::Clock& clock)
{
    QString problem;
    const QString name = u"SCALE-%1"_s.arg(index + 1, 4, 10, QLatin1Char('0'));
    JsonReader reader(QJsonObject{{u"name"_s, name}}, {}, problem);
    Host host = readHost(reader, DeviceModels::builtIn(), clock);
    for (std::size_t gpu = 0; gpu < scale.gpusPerHost; ++gpu)
        host.devices.push_back(makeGpu(host, gpu, scale.partitionsPerGpu));
    return host;
}

/// One running VM with one partition. Texts that repeat are shared between VMs.
std::unique_ptr<Vm> makeVm(World& world, const PartitionAdapter& pattern, std::size_t gpu,
                           std::uint16_t partition)
{
    const Host& host = world.hosts.front();
    auto vm = std::make_unique<Vm>();
    vm->id = world.nextGuid();
    vm->name = u"%1-g%2-p%3"_s.arg(host.name)
                   .arg(gpu, 2, 10, QLatin1Char('0'))
                   .arg(partition, 3, 10, QLatin1Char('0'));
    static const QString version = u"12.0"_s;
    static const QString guest = u"Windows 11 Enterprise multi-session"_s;
    vm->version = version;
    vm->guestSystem = guest;
    vm->switchName = host.switchName;
    vm->state = vmState::running;
    vm->started = world.now() - std::chrono::hours(1 + partition);
    vm->created = host.booted;
    vm->processId = 4000 + world.nextNumber() * 4;
    vm->partitions.push_back(pattern);
    PartitionAdapter& adapter = vm->partitions.front();
    adapter.id = world.nextGuid();
    adapter.running->id = partition;
    adapter.running->luid = u"10-%1"_s.arg(100'000'000U + qHash(vm->id) % 900'000'000U);
    return vm;
}

} // namespace

std::optional<FleetScale> parseScale(const QString& text)
{
    const QStringList parts = text.split(u'x');
    if (parts.size() != 3)
        return std::nullopt;
    const FleetScale scale{parsePart(parts[0], mostHosts), parsePart(parts[1], mostGpus),
                           static_cast<std::uint16_t>(parsePart(parts[2], mostPartitions))};
    return scale.hosts > 0 && scale.gpusPerHost > 0 && scale.partitionsPerGpu > 0 ? std::optional(scale)
                                                                                  : std::nullopt;
}

std::vector<std::shared_ptr<World>> makeScaleFleet(const FleetScale& scale, base::Clock& clock)
{
    std::vector<std::shared_ptr<World>> worlds;
    worlds.reserve(scale.hosts);
    for (std::uint32_t index = 0; index < scale.hosts; ++index) {
        auto world = std::make_shared<World>(clock);
        world->hosts.push_back(makeHost(index, scale, clock));
        for (std::size_t gpu = 0; gpu < scale.gpusPerHost; ++gpu) {
            const PciDevice& device = world->hosts.front().devices[gpu];
            PartitionAdapter pattern;
            pattern.gpuName = gpuName(device);
            pattern.hostResource = gpuPath(world->hosts.front(), device).toString();
            pattern.running = RunningPartition{gpu, 0, {}, limitsOf(*device.partitioning).optimal};
            for (std::uint16_t partition = 0; partition < scale.partitionsPerGpu; ++partition)
                world->addVm(makeVm(*world, pattern, gpu, partition));
        }
        worlds.push_back(std::move(world));
    }
    return worlds;
}

} // namespace hvgpu::simulation
