#include "core/operations/Remedy.h"

#include <algorithm>
#include <map>

namespace hvgpu::operations {

namespace {

using analysis::Diagnosis;
using analysis::DiagnosisCode;

constexpr std::uint32_t offlineForcedShutDown = 3;

/// Settings of the virtual machine the diagnosis is about.
VmSettingsRequest settingsOf(const Diagnosis& diagnosis)
{
    VmSettingsRequest request;
    request.vms.push_back({diagnosis.host, diagnosis.vm});
    return request;
}

std::optional<Request> forceShutDown(const Diagnosis& diagnosis)
{
    VmSettingsRequest request = settingsOf(diagnosis);
    request.offlineAction = offlineForcedShutDown;
    return request;
}

std::optional<Request> unassignStale(const Diagnosis& diagnosis)
{
    // Without setting data there is nothing to remove.
    if (diagnosis.adapterId.isEmpty())
        return std::nullopt;
    UnassignRequest request;
    request.adapters.push_back({diagnosis.host, diagnosis.vm, diagnosis.adapterId});
    return request;
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
            const bool same = gpu.id.text().section(QLatin1Char('\\'), 0, 0) == diagnosis.gpu.text();
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

} // namespace

std::optional<Request> remedy(const Diagnosis& diagnosis, const fleet::FleetSnapshot& fleet)
{
    switch (diagnosis.code) {
    case DiagnosisCode::GpuMoved:
    case DiagnosisCode::GpuGone:
        return unassignStale(diagnosis);
    case DiagnosisCode::OfflineActionSave:
        return forceShutDown(diagnosis);
    case DiagnosisCode::CountsDiffer:
        return equalCounts(diagnosis, fleet);
    default:
        return std::nullopt;
    }
}

} // namespace hvgpu::operations
