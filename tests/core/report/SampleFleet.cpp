#include "tests/core/report/SampleFleet.h"

#include "tests/core/analysis/SampleHosts.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace hvgpu::tests {
namespace {

model::VirtualMachine vmWithGpu(const QString& id, const QString& name, model::PowerState state)
{
    model::VirtualMachine machine = vm(id, name, state);
    machine.partitionAdapters = 1;
    machine.generation = 2;
    return machine;
}

std::shared_ptr<model::HostSnapshot> fullHost()
{
    auto host = std::make_shared<model::HostSnapshot>(healthyHost());
    model::Gpu sriov = mountedGpu();
    sriov.vendorId = std::uint16_t{0x10DE};
    sriov.deviceId = std::uint16_t{0x25E6};
    sriov.partitioning = a2Partitioning();
    sriov.partitioning->partitionCount = std::uint16_t{4};
    sriov.partitioning->encode.total = std::numeric_limits<std::uint64_t>::max();
    sriov.partitioning->decode.total = (1ULL << 53U) + 1;
    model::Assignment running = partitionOf(u"A"_s, std::uint16_t{2});
    running.currentVram = 1'991'245'824ULL;
    sriov.assignments = {running, partitionOf(u"B"_s, std::nullopt)};
    model::Gpu paravirtual = mountedGpu();
    paravirtual.id = model::GpuId(u"PV"_s);
    paravirtual.name = u"RTX \"4080\", SUPER"_s;
    paravirtual.partitioning = paravirtualPartitioning();
    paravirtual.partitioning->partitionCount = std::uint16_t{1};
    model::Gpu dismounted = dismountedGpu();
    dismounted.id = model::GpuId(u"DDA"_s);
    host->gpus = {sriov, paravirtual, dismounted};
    host->vms = {vmWithGpu(u"A"_s, u"=cmd|' /C calc'!A0"_s, model::PowerState::Running),
                 vmWithGpu(u"B"_s, u"設計, \"東京\"\r\n二行目"_s, model::PowerState::Off)};
    model::Assignment lost = partitionOf(u"C"_s, std::nullopt);
    lost.automatic = false;
    model::Assignment automatic = partitionOf(u"D"_s, std::nullopt);
    automatic.automatic = true;
    host->unplacedAssignments = {lost, automatic};
    return host;
}

fleet::HostRecord record(const QString& entry, const QString& name, fleet::HostPhase phase)
{
    fleet::HostRecord result;
    result.id = model::HostId(entry + u'/' + name);
    result.entry = model::EntryId(entry);
    result.displayName = name;
    result.address = u"http://%1:5985/wsman"_s.arg(name);
    result.phase = phase;
    return result;
}

void add(fleet::FleetSnapshot& fleet, fleet::HostRecord host)
{
    fleet.hosts.push_back(std::make_shared<fleet::HostRecord>(std::move(host)));
}

void addEntry(fleet::FleetSnapshot& fleet, const QString& id, bool isCluster, bool hasHosts)
{
    fleet::EntryRecord entry;
    entry.id = model::EntryId(id);
    entry.isCluster = isCluster;
    entry.displayName = id;
    if (hasHosts)
        entry.hosts.push_back(model::HostId(id));
    else
        entry.expansionError = unreadNote(model::Part::Cluster, {}, base::ErrorCode::Unreachable).error;
    fleet.entries.push_back(std::make_shared<fleet::EntryRecord>(entry));
}

} // namespace

QDateTime sampleNow()
{
    return QDateTime::fromString(u"2025-05-01T12:00:00Z"_s, Qt::ISODate);
}

fleet::FleetSnapshot sampleFleet()
{
    fleet::FleetSnapshot fleet;
    addEntry(fleet, u"CL1"_s, true, true);
    addEntry(fleet, u"standalone"_s, false, true);
    addEntry(fleet, u"new"_s, false, true);
    addEntry(fleet, u"CL2"_s, true, false);

    fleet::HostRecord node = record(u"CL1"_s, u"NODE1"_s, fleet::HostPhase::Ready);
    node.inCluster = true;
    node.nodeState = model::NodeState::Up;
    node.snapshot = fullHost();
    node.lastSuccess = sampleNow().addSecs(-5);
    add(fleet, node);

    fleet::HostRecord down = record(u"CL1"_s, u"NODE2"_s, fleet::HostPhase::Failed);
    down.inCluster = true;
    down.nodeState = model::NodeState::Down;
    down.lastError = unreadNote(model::Part::PnpDevices, {}, base::ErrorCode::Unreachable).error;
    add(fleet, down);

    fleet::HostRecord stale = record(u"standalone"_s, u"OLD"_s, fleet::HostPhase::Failed);
    auto host = std::make_shared<model::HostSnapshot>(healthyHost());
    host->gpus = {mountedGpu()};
    host->gpus[0].partitioning = a2Partitioning();
    host->notes = {unreadNote(model::Part::PartitionAdapters), unreadNote(model::Part::VirtualMachines)};
    stale.snapshot = host;
    stale.lastSuccess = sampleNow().addSecs(-3600);
    stale.lastError = unreadNote(model::Part::PnpDevices, {}, base::ErrorCode::TimedOut).error;
    add(fleet, stale);

    add(fleet, record(u"new"_s, u"NEW"_s, fleet::HostPhase::NeverRead));
    return fleet;
}

report::Table awkwardTable()
{
    report::Table table;
    table.name = u"awkward"_s;
    table.columns = {{u"text"_s, u"Text"_s, true},    {u"number"_s, u"Number"_s, true},
                     {u"truth"_s, u"Truth"_s, false}, {u"time"_s, u"Time"_s, false},
                     {u"list"_s, u"List"_s, false},   {u"nothing"_s, u"Nothing"_s, false}};
    const QStringList texts = {u"plain"_s,
                               u"with \"quotes\", commas"_s,
                               u"two\r\nlines"_s,
                               u"=1+1"_s,
                               u"+49 30"_s,
                               u"-5"_s,
                               u"@SUM(A1)"_s,
                               u"\ttab"_s,
                               u"\rreturn"_s,
                               u"設計 東京 \U0001F600"_s,
                               u"12345678901234567890"_s,
                               u" padded "_s,
                               u"＝1"_s,
                               QString()};
    const std::uint64_t numbers[] = {0, 1ULL << 53U, (1ULL << 53U) + 1,
                                     std::numeric_limits<std::uint64_t>::max()};
    std::size_t n = 0;
    for (const QString& text : texts) {
        table.rows.push_back({text, numbers[n % 4], n % 2 == 0, sampleNow(),
                              QStringList{u"a"_s, u"b, \"c\""_s}, report::Cell()});
        ++n;
    }
    return table;
}

} // namespace hvgpu::tests
