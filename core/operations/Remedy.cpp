#include "core/operations/Remedy.h"

#include "core/analysis/ForgottenDevices.h"
#include "core/analysis/PartitionLayout.h"
#include "core/model/Hardware.h"
#include "core/operations/Devices.h"

#include <algorithm>
#include <map>

namespace hvgpu::operations {

namespace {

using analysis::Diagnosis;
using analysis::DiagnosisCode;

/// What was read of the host the diagnosis is about; null when nothing was.
std::shared_ptr<const model::HostSnapshot> hostOf(const Diagnosis& diagnosis,
                                                  const fleet::FleetSnapshot& fleet)
{
    const auto record = fleet.find(diagnosis.host);
    return record ? record->snapshot : nullptr;
}

std::optional<Request> unassignStale(const Diagnosis& diagnosis, const model::HostSnapshot& host)
{
    // Without setting data there is nothing to remove.
    if (diagnosis.adapterId.isEmpty())
        return std::nullopt;
    const auto stale =
        std::ranges::find(host.unplacedAssignments, diagnosis.adapterId, &model::Assignment::adapterId);
    if (stale != host.unplacedAssignments.end() && stale->kind == model::Assignment::Kind::WholeDevice) {
        DdaRemoveRequest remove;
        remove.host = diagnosis.host;
        remove.vm = diagnosis.vm;
        remove.adapters = {diagnosis.adapterId};
        return remove;
    }
    UnassignRequest request;
    request.adapters.push_back({diagnosis.host, diagnosis.vm, diagnosis.adapterId});
    return request;
}

/// Those that would not start: what they have is of no use to them.
std::optional<Request> unassignBeyond(const Diagnosis& diagnosis, const model::HostSnapshot& host)
{
    const model::Gpu* gpu = host.findGpu(diagnosis.gpu);
    if (gpu == nullptr)
        return std::nullopt;
    UnassignRequest request;
    for (const analysis::PartitionSlot& slot :
         analysis::partitionLayout(*gpu, analysis::assignmentFacts(host))) {
        if (slot.state == analysis::PartitionSlot::State::OverCommitted &&
            !slot.assignment->adapterId.isEmpty())
            request.adapters.push_back({diagnosis.host, slot.assignment->vm, slot.assignment->adapterId});
    }
    return request.adapters.empty() ? std::nullopt : std::optional<Request>(request);
}

/// The card of the GPU, or of the function, that the diagnosis is about.
const model::Gpu* cardOf(const Diagnosis& diagnosis, const model::HostSnapshot& host)
{
    const auto device = findDevice(host, diagnosis.gpu);
    return device ? device->card : nullptr;
}

std::optional<Request> giveBack(const Diagnosis& diagnosis, const model::HostSnapshot& host)
{
    const model::Gpu* card = cardOf(diagnosis, host);
    if (card == nullptr)
        return std::nullopt;
    MountRequest request;
    for (const model::GpuId& id : analysis::forgottenDevices(*card, host))
        request.devices.push_back({diagnosis.host, id});
    return request.devices.empty() ? std::nullopt : std::optional<Request>(request);
}

std::optional<Request> enable(const Diagnosis& diagnosis, const model::HostSnapshot& host)
{
    const model::Gpu* card = cardOf(diagnosis, host);
    if (card == nullptr)
        return std::nullopt;
    MountRequest request;
    for (const DeviceFacts& device : devicesOfCard(*card)) {
        if (device.mount == model::DeviceMount::Disabled)
            request.devices.push_back({diagnosis.host, device.id});
    }
    return request.devices.empty() ? std::nullopt : std::optional<Request>(request);
}

/// The model of the GPUs that the pool has where it is; empty when they differ. What is no GPU does not
/// count.
QString hardwareIn(const QString& pool, const std::vector<const fleet::HostRecord*>& nodes)
{
    QStringList found;
    for (const fleet::HostRecord* node : nodes) {
        for (const model::GpuPool& each : node->snapshot->pools) {
            for (const QString& path : each.name == pool ? each.devices : QStringList()) {
                if (const model::GpuId id = model::gpuIdFrom(path); node->snapshot->findGpu(id) != nullptr)
                    found << model::hardwareOf(id);
            }
        }
    }
    found.removeDuplicates();
    return found.size() == 1 ? found.front() : QString();
}

/// The pool on the nodes without it, of what is dismounted there and free and of the same model. Mounted GPUs
/// are not taken by themselves: the host uses them.
std::optional<Request> poolOnEveryNode(const Diagnosis& diagnosis, const fleet::FleetSnapshot& fleet)
{
    std::vector<const fleet::HostRecord*> nodes;
    for (const auto& record : fleet.hosts) {
        if (record->entry == diagnosis.entry && record->snapshot)
            nodes.push_back(record.get());
    }
    const QString hardware = hardwareIn(diagnosis.pool, nodes);
    CreatePoolRequest request;
    request.name = diagnosis.pool;
    for (const fleet::HostRecord* node : nodes) {
        if (hardware.isEmpty() || !diagnosis.arguments.contains(node->displayName))
            continue;
        for (const model::GpuId& id : analysis::forgottenDevices(*node->snapshot)) {
            if (model::hardwareOf(id) == hardware)
                request.devices.push_back({node->id, id});
        }
    }
    return request.devices.empty() ? std::nullopt : std::optional<Request>(request);
}

/// A GPU of the set whose counts differ.
struct Member
{
    GpuRef gpu;
    std::uint16_t count = 0;
};

std::vector<Member> membersOf(const Diagnosis& diagnosis, const fleet::FleetSnapshot& fleet,
                              std::vector<model::HostId>& servers)
{
    std::vector<Member> members;
    for (const auto& record : fleet.hosts) {
        if (record->entry != diagnosis.entry || !record->snapshot)
            continue;
        servers.push_back(record->id);
        for (const model::Gpu& gpu : record->snapshot->gpus) {
            const bool same = model::hardwareOf(gpu.id) == diagnosis.gpu.text();
            if (same && gpu.partitioning && gpu.partitioning->partitionCount)
                members.push_back({{record->id, gpu.id}, *gpu.partitioning->partitionCount});
        }
    }
    return members;
}

/// The count that most of them have; the larger one when two are as frequent, so that nobody loses
/// partitions.
std::uint16_t prevailing(const std::vector<Member>& members)
{
    std::map<std::uint16_t, int> counts;
    for (const Member& member : members)
        ++counts[member.count];
    const auto most = std::ranges::max_element(counts, [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second < b.second : a.first < b.first;
    });
    return most->first;
}

std::optional<Request> equalCounts(const Diagnosis& diagnosis, const fleet::FleetSnapshot& fleet)
{
    SetCountRequest request;
    const std::vector<Member> members = membersOf(diagnosis, fleet, request.servers);
    if (members.empty())
        return std::nullopt;
    request.count = prevailing(members);
    for (const Member& member : members) {
        if (member.count != request.count)
            request.gpus.push_back(member.gpu);
    }
    return request.gpus.empty() ? std::nullopt : std::optional<Request>(request);
}

/// What concerns one host and its GPUs only.
std::optional<Request> remedyOnHost(const Diagnosis& diagnosis, const model::HostSnapshot& host)
{
    switch (diagnosis.code) {
    case DiagnosisCode::GpuMoved:
    case DiagnosisCode::GpuGone:
        return unassignStale(diagnosis, host);
    case DiagnosisCode::OverCommitted:
        return unassignBeyond(diagnosis, host);
    case DiagnosisCode::OwnerGone:
    case DiagnosisCode::ForgottenDevice:
        return giveBack(diagnosis, host);
    case DiagnosisCode::DisabledDevice:
        return enable(diagnosis, host);
    default:
        return std::nullopt;
    }
}

} // namespace

Fix fixOf(const Diagnosis& diagnosis, const fleet::FleetSnapshot& fleet)
{
    if (diagnosis.code == DiagnosisCode::ChangeInterrupted)
        return Fix::Decision;
    return remedy(diagnosis, fleet) ? Fix::Plan : Fix::None;
}

std::optional<Request> remedy(const Diagnosis& diagnosis, const fleet::FleetSnapshot& fleet)
{
    switch (diagnosis.code) {
    case DiagnosisCode::CountsDiffer:
        return equalCounts(diagnosis, fleet);
    case DiagnosisCode::PoolMissing:
        return poolOnEveryNode(diagnosis, fleet);
    case DiagnosisCode::OfflineActionSave:
    case DiagnosisCode::StopActionSave:
    case DiagnosisCode::StopActionNotOff:
    case DiagnosisCode::DynamicMemory:
    case DiagnosisCode::CheckpointsOn:
    case DiagnosisCode::NoWriteCombining:
    case DiagnosisCode::DefaultMmio:
    case DiagnosisCode::MmioShort:
        return settingsRemedy(diagnosis, fleet);
    default:
        break;
    }
    const auto host = hostOf(diagnosis, fleet);
    return host ? remedyOnHost(diagnosis, *host) : std::nullopt;
}

} // namespace hvgpu::operations
