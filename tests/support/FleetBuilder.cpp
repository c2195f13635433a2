#include "tests/support/FleetBuilder.h"

#include <QHash>

#include <algorithm>

namespace hvgpu::test {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t partitionVram = 1'991'245'824;
constexpr int defaultBus = 101;

QDateTime at(int minutes)
{
    return QDateTime(QDate(2025, 3, 1), QTime(12, 0), Qt::UTC).addSecs(60LL * minutes);
}

std::shared_ptr<fleet::HostRecord> copyOf(const std::shared_ptr<const fleet::HostRecord>& record)
{
    return std::make_shared<fleet::HostRecord>(*record);
}

} // namespace

FleetBuilder::FleetBuilder(const FleetShape& shape, unsigned seed)
    : m_shape(shape)
    , m_random(seed)
{
    for (int i = 0; i < shape.hosts; ++i)
        m_hosts.push_back(makeHost());
    for (Host& host : m_hosts)
        host.committed = std::exchange(host.edited, nullptr);
    publish(1);
}

int FleetBuilder::random(int below)
{
    return below <= 1 ? 0 : static_cast<int>(m_random() % static_cast<unsigned>(below));
}

model::Gpu FleetBuilder::makeGpu(int number) const
{
    model::Gpu gpu;
    const QString tail =
        u"VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1\\4&%1&0&0010"_s.arg(number, 8, 16, QLatin1Char('0'));
    gpu.id = model::GpuId(tail.toUpper());
    gpu.name = u"NVIDIA A2"_s;
    gpu.vendorId = std::uint16_t{0x10DE};
    gpu.deviceId = std::uint16_t{0x25B6};
    gpu.locationPath = u"PCIROOT(0)#PCI(0300)#PCI(%1)"_s.arg(number, 4, 10, QLatin1Char('0'));
    model::PnpDevice pnp;
    pnp.instanceId = u"PCI\\"_s + gpu.id.text();
    pnp.name = gpu.name;
    pnp.manufacturer = u"NVIDIA"_s;
    pnp.problemCode = 0U;
    pnp.present = true;
    pnp.busNumber = static_cast<std::uint32_t>(defaultBus + number % 100);
    pnp.address = 0U;
    pnp.driverVersion = u"31.0.15.%1"_s.arg(5000 + number % 7);
    pnp.baseClass = 3U;
    pnp.propertiesRead = true;
    gpu.pnp = pnp;
    model::Partitioning partitioning;
    partitioning.name = u"\\\\?\\PCI#"_s + QString(gpu.id.text()).replace(u'\\', u'#') + u"#{064092b3}"_s;
    partitioning.partitionCount = static_cast<std::uint16_t>(m_shape.partitions);
    partitioning.validPartitionCounts = {16, 8, 4, 2, 1};
    const auto count = static_cast<std::uint64_t>(m_shape.partitions);
    partitioning.vram = {partitionVram * count, partitionVram * count, partitionVram, partitionVram,
                         partitionVram};
    gpu.partitioning = partitioning;
    return gpu;
}

model::VirtualMachine FleetBuilder::makeVm(int number)
{
    model::VirtualMachine vm;
    vm.id = model::VmId(u"%1-0000-4000-8000-000000000000"_s.arg(number, 8, 16, QLatin1Char('0')).toUpper());
    vm.name = u"vm%1"_s.arg(number, 5, 10, QLatin1Char('0'));
    vm.state = number % 3 == 0 ? model::PowerState::Off : model::PowerState::Running;
    vm.generation = 2;
    vm.version = u"12.0"_s;
    vm.startupMemoryMb = 4096U;
    if (vm.state == model::PowerState::Running)
        vm.memoryUsageMb = 2048U + static_cast<std::uint64_t>(number % 5) * 512U;
    return vm;
}

FleetBuilder::Host FleetBuilder::makeHost()
{
    const int number = m_nextHost++;
    auto data = std::make_shared<model::HostSnapshot>();
    data->host.hyperVRole = true;
    data->host.computerName = u"HV%1"_s.arg(number + 1, 4, 10, QLatin1Char('0'));
    data->takenAt = at(number);
    for (int i = 0; i < m_shape.gpusPerHost; ++i)
        data->gpus.push_back(makeGpu(m_nextGpu++));
    for (int i = 0; i < m_shape.vmsPerHost; ++i)
        data->vms.push_back(makeVm(m_nextVm++));
    auto record = std::make_shared<fleet::HostRecord>();
    const int size = m_shape.hostsPerCluster;
    record->inCluster = size > 0;
    const QString entry = size > 0 ? u"cluster%1"_s.arg(number / size) : u"server%1"_s.arg(number);
    record->entry = model::EntryId(entry);
    record->id = model::HostId(size > 0 ? entry + u"/hv%1"_s.arg(number + 1) : entry);
    record->displayName = data->host.computerName;
    record->address = u"http://%1:5985"_s.arg(record->displayName);
    record->phase = fleet::HostPhase::Ready;
    record->lastSuccess = at(number);
    record->snapshot = data;
    Host host;
    host.edited = record;
    host.data = data;
    m_hosts.push_back(host);
    const int index = static_cast<int>(m_hosts.size()) - 1;
    const int room = m_shape.gpusPerHost * m_shape.partitions;
    for (int vm = 0; vm < std::min(m_shape.vmsPerHost, room); ++vm) {
        const bool running = data->vms[static_cast<std::size_t>(vm)].state == model::PowerState::Running;
        assign(index, vm / m_shape.partitions, vm,
               running ? std::optional(static_cast<std::uint16_t>(vm % m_shape.partitions)) : std::nullopt);
    }
    host = m_hosts.back();
    m_hosts.pop_back();
    host.data = nullptr;
    return host;
}

fleet::HostRecord& FleetBuilder::record(int host)
{
    Host& one = m_hosts[static_cast<std::size_t>(host)];
    if (!one.edited)
        one.edited = copyOf(one.committed);
    return *one.edited;
}

model::HostSnapshot& FleetBuilder::data(int host)
{
    Host& one = m_hosts[static_cast<std::size_t>(host)];
    if (!one.data) {
        fleet::HostRecord& edited = record(host);
        one.data = edited.snapshot ? std::make_shared<model::HostSnapshot>(*edited.snapshot)
                                   : std::make_shared<model::HostSnapshot>();
        if (edited.firstLook) // the read ends
            one.data->gpus = edited.firstLook->gpus;
        edited.firstLook = nullptr;
        edited.snapshot = one.data;
    }
    return *one.data;
}

void FleetBuilder::addHost(int at)
{
    Host host = makeHost();
    m_hosts.insert(m_hosts.begin() + at, host);
    m_entriesChanged = true;
}

void FleetBuilder::removeHost(int at)
{
    m_hosts.erase(m_hosts.begin() + at);
    m_entriesChanged = true;
}

void FleetBuilder::moveHost(int from, int to)
{
    Host host = m_hosts[static_cast<std::size_t>(from)];
    m_hosts.erase(m_hosts.begin() + from);
    m_hosts.insert(m_hosts.begin() + to, host);
    m_entriesChanged = true;
}

void FleetBuilder::addGpu(int host, int at)
{
    auto& gpus = data(host).gpus;
    gpus.insert(gpus.begin() + at, makeGpu(m_nextGpu++));
}

void FleetBuilder::fail(int host, base::ErrorCode code, bool forgetData)
{
    fleet::HostRecord& one = record(host);
    base::Error error;
    error.layer = base::Layer::Connect;
    error.code = code;
    error.operation = u"Connect"_s;
    error.host = one.displayName;
    one.phase = fleet::HostPhase::Failed;
    one.firstLook = nullptr;
    one.lastError = error;
    if (forgetData) {
        one.snapshot = nullptr;
        m_hosts[static_cast<std::size_t>(host)].data = nullptr;
    }
}

void FleetBuilder::lookFirst(int host)
{
    fleet::HostRecord& one = record(host);
    model::FirstLook look;
    if (one.snapshot)
        look.gpus = one.snapshot->gpus;
    one.phase = fleet::HostPhase::Reading;
    one.snapshot = nullptr;
    m_hosts[static_cast<std::size_t>(host)].data = nullptr;
    one.firstLook = std::make_shared<const model::FirstLook>(std::move(look));
}

void FleetBuilder::assign(int host, int gpu, int vm, std::optional<std::uint16_t> partitionId)
{
    model::HostSnapshot& all = data(host);
    model::VirtualMachine& machine = all.vms[static_cast<std::size_t>(vm)];
    model::Assignment assignment;
    assignment.vm = machine.id;
    assignment.vmName = machine.name;
    assignment.adapterId = u"Microsoft:%1\\%2"_s.arg(machine.id.text()).arg(machine.partitionAdapters++);
    assignment.partitionId = partitionId;
    if (partitionId)
        assignment.currentVram = partitionVram;
    all.gpus[static_cast<std::size_t>(gpu)].assignments.push_back(assignment);
}

void FleetBuilder::mutate()
{
    const int kind = random(20);
    if (m_hosts.empty() || kind == 0) {
        addHost(random(hostCount() + 1));
        return;
    }
    const int host = random(hostCount());
    if (kind == 1)
        removeHost(host);
    else if (kind == 2)
        moveHost(host, random(hostCount()));
    else if (kind == 3)
        fail(host, base::ErrorCode::Unreachable, random(2) == 0);
    else if (kind == 4 && random(3) == 0)
        lookFirst(host);
    else if (kind == 4)
        record(host).phase = fleet::HostPhase::Reading;
    else if (kind < 12)
        mutateGpus(host);
    else
        mutateVms(host);
}

void FleetBuilder::mutateGpus(int host)
{
    auto& gpus = data(host).gpus;
    record(host).phase = fleet::HostPhase::Ready;
    const int kind = random(6);
    if (gpus.empty() || kind == 0) {
        addGpu(host, random(static_cast<int>(gpus.size()) + 1));
        return;
    }
    const auto gpu = static_cast<std::size_t>(random(static_cast<int>(gpus.size())));
    if (kind == 1)
        gpus.erase(gpus.begin() + static_cast<std::ptrdiff_t>(gpu));
    else if (kind == 2)
        std::swap(gpus[gpu], gpus[static_cast<std::size_t>(random(static_cast<int>(gpus.size())))]);
    else if (kind == 3 && gpus[gpu].partitioning)
        gpus[gpu].partitioning->partitionCount = static_cast<std::uint16_t>(random(12));
    else if (kind == 4 && random(3) == 0)
        gpus[gpu].partitioning.reset();
    else if (gpus[gpu].partitioning)
        gpus[gpu].partitioning->vram.available = static_cast<std::uint64_t>(random(1'000'000)) * 1'000;
}

void FleetBuilder::mutateVms(int host)
{
    model::HostSnapshot& all = data(host);
    record(host).phase = fleet::HostPhase::Ready;
    const int kind = random(7);
    if (all.vms.empty() || kind == 0) {
        all.vms.insert(all.vms.begin() + random(static_cast<int>(all.vms.size()) + 1), makeVm(m_nextVm++));
        return;
    }
    const int vm = random(static_cast<int>(all.vms.size()));
    if (kind == 1) {
        all.vms.erase(all.vms.begin() + vm);
    } else if (kind == 2) {
        model::VirtualMachine& machine = all.vms[static_cast<std::size_t>(vm)];
        machine.state =
            machine.state == model::PowerState::Off ? model::PowerState::Running : model::PowerState::Off;
    } else if (kind == 3) {
        model::Assignment lost;
        lost.vm = all.vms[static_cast<std::size_t>(vm)].id;
        lost.vmName = all.vms[static_cast<std::size_t>(vm)].name;
        lost.adapterId = u"lost%1"_s.arg(random(1000));
        lost.automatic = random(2) == 0;
        all.unplacedAssignments.push_back(lost);
    } else if (kind == 4 && !all.unplacedAssignments.empty()) {
        all.unplacedAssignments.erase(all.unplacedAssignments.begin());
    } else if (!all.gpus.empty()) {
        const int gpu = random(static_cast<int>(all.gpus.size()));
        auto& assignments = all.gpus[static_cast<std::size_t>(gpu)].assignments;
        if (kind == 5 && !assignments.empty())
            assignments.erase(assignments.begin() + random(static_cast<int>(assignments.size())));
        else
            assign(host, gpu, vm,
                   random(2) == 0 ? std::optional(static_cast<std::uint16_t>(random(8))) : std::nullopt);
    }
}

void FleetBuilder::touchGpus(int every)
{
    int number = 0;
    for (int host = 0; host < hostCount(); ++host) {
        const auto& known = m_hosts[static_cast<std::size_t>(host)].committed->snapshot;
        for (std::size_t gpu = 0; known && gpu < known->gpus.size(); ++gpu)
            if (number++ % every == 0)
                data(host).gpus[gpu].partitioning->vram.available =
                    known->gpus[gpu].partitioning->vram.available.value_or(0) ^ 0x1000U;
    }
}

fleet::FleetDelta FleetBuilder::commit()
{
    QHash<model::HostId, std::shared_ptr<const fleet::HostRecord>> before;
    for (const auto& host : m_committed->hosts)
        before.insert(host->id, host);
    fleet::FleetDelta delta;
    for (Host& host : m_hosts) {
        const auto known = before.take(host.edited ? host.edited->id : host.committed->id);
        if (!host.edited && known)
            continue;
        if (host.edited)
            host.committed = std::exchange(host.edited, nullptr);
        host.data = nullptr;
        delta.hosts.push_back(fleet::diff(known, host.committed));
    }
    for (const auto& gone : std::as_const(before))
        delta.hosts.push_back(fleet::diff(gone, nullptr));
    delta.entriesChanged = std::exchange(m_entriesChanged, false);
    publish(m_committed->generation + 1);
    delta.snapshot = m_committed;
    return delta;
}

void FleetBuilder::publish(std::uint64_t generation)
{
    auto fleet = std::make_shared<fleet::FleetSnapshot>();
    fleet->generation = generation;
    for (const Host& host : m_hosts) {
        fleet->hosts.push_back(host.committed);
        const auto known =
            std::find_if(fleet->entries.begin(), fleet->entries.end(),
                         [&host](const auto& entry) { return entry->id == host.committed->entry; });
        auto entry = std::make_shared<fleet::EntryRecord>();
        if (known != fleet->entries.end())
            *entry = **known;
        entry->id = host.committed->entry;
        entry->isCluster = host.committed->inCluster;
        entry->displayName = entry->id.text();
        entry->hosts.push_back(host.committed->id);
        if (known != fleet->entries.end())
            *known = entry;
        else
            fleet->entries.push_back(entry);
    }
    m_committed = fleet;
}

} // namespace hvgpu::test
