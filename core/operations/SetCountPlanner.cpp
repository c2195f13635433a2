#include "core/analysis/GpuTitle.h"
#include "core/analysis/HomogeneousSets.h"
#include "core/analysis/VmTitle.h"
#include "core/operations/PlanBuilder.h"

#include <algorithm>
#include <set>

namespace hvgpu::operations {
namespace {

using analysis::ConfigurationKey;
using analysis::GpuOfHost;

/// Names of VMs that hold, or may hold, a partition of the GPU: off ones count too (EC-43).
QStringList holders(const model::HostSnapshot& host, const model::Gpu& gpu)
{
    QStringList names;
    for (const model::Assignment& assignment : gpu.assignments)
        names << analysis::vmName(assignment);
    const auto partitionable = std::count_if(host.gpus.begin(), host.gpus.end(), [](const model::Gpu& other) {
        return other.partitioning && !other.partitioning->isParavirtual();
    });
    if (partitionable != 1)
        return names;
    // With a single GPU an adapter that lets the host choose can only mean this one.
    for (const model::Assignment& assignment : host.unplacedAssignments) {
        if (assignment.automatic)
            names << analysis::vmName(assignment);
    }
    return names;
}

Target countTarget(const fleet::HostRecord& record, const model::Gpu& gpu, std::uint16_t count)
{
    Target target;
    target.host = record.id;
    target.hostName = record.displayName;
    target.gpu = gpu.id;
    target.name = analysis::gpuTitle(*record.snapshot, gpu);
    target.gpuName = gpu.partitioning->name;
    target.expected.partitionCount = gpu.partitioning->partitionCount;
    Step step;
    step.kind = StepKind::SetPartitionCount;
    step.gpuName = gpu.partitioning->name;
    if (gpu.partitioning->partitionCount)
        step.before = *gpu.partitioning->partitionCount;
    step.after = count;
    target.steps.push_back(std::move(step));
    return target;
}

/// Everything partitionable on the servers the choice was made among.
std::vector<GpuOfHost> considered(const SetCountRequest& request, const fleet::FleetSnapshot& fleet)
{
    std::set<model::HostId> servers(request.servers.begin(), request.servers.end());
    if (servers.empty()) {
        for (const GpuRef& ref : request.gpus)
            servers.insert(ref.host);
    }
    std::vector<GpuOfHost> gpus;
    for (const model::HostId& id : servers) {
        const auto record = fleet.find(id);
        if (!record || !record->snapshot)
            continue;
        for (const model::Gpu& gpu : record->snapshot->gpus)
            gpus.push_back({id, record->snapshot.get(), &gpu});
    }
    return gpus;
}

QStringList waitingForAny(const model::HostSnapshot& host)
{
    QStringList names;
    for (const model::Assignment& assignment : host.unplacedAssignments) {
        if (assignment.automatic && assignment.kind == model::Assignment::Kind::Partition)
            names << analysis::vmName(assignment);
    }
    return names;
}

/// Partitions of the host that are not taken, with the counts that @p targets set or as they are.
int freeWith(const fleet::HostRecord& record, const std::vector<Target>& targets)
{
    int free = 0;
    for (const model::Gpu& gpu : record.snapshot->gpus) {
        if (!gpu.partitioning)
            continue;
        const auto planned = std::ranges::find_if(
            targets, [&](const Target& target) { return target.host == record.id && target.gpu == gpu.id; });
        const auto count = planned == targets.end() ? gpu.partitioning->partitionCount.value_or(0)
                                                    : planned->steps.front().after.value_or(0);
        free += std::max(0, static_cast<int>(count) - static_cast<int>(gpu.assignments.size()));
    }
    return free;
}

/// VMs that get a partition of any GPU when they start need as many as there are of them.
void judgeWaiting(PlanBuilder& builder, const SetCountRequest& request)
{
    std::set<model::HostId> hosts;
    for (const GpuRef& ref : request.gpus)
        hosts.insert(ref.host);
    for (const model::HostId& id : hosts) {
        const fleet::HostRecord* record = builder.usableHost(id);
        if (record == nullptr)
            continue;
        const QStringList names = waitingForAny(*record->snapshot);
        const int after = freeWith(*record, builder.targets());
        if (after < names.size() && after < freeWith(*record, {}))
            builder.add(FindingCode::PartitionsAwaited, Severity::Warning, id, {}, {},
                        QStringList{QString::number(after)} + names);
    }
}

/// Servers of the choice whose GPUs are not known, in the clusters of those that were chosen.
void judgeUnread(PlanBuilder& builder, const SetCountRequest& request, const fleet::FleetSnapshot& fleet)
{
    std::set<model::EntryId> entries;
    for (const GpuRef& ref : request.gpus) {
        if (const auto record = fleet.find(ref.host))
            entries.insert(record->entry);
    }
    for (const model::HostId& id : request.servers) {
        const auto record = fleet.find(id);
        const bool chosen = std::ranges::find(request.gpus, id, &GpuRef::host) != request.gpus.end();
        if (!record || chosen || !entries.contains(record->entry))
            continue;
        if (!record->snapshot || record->snapshot->couldNotRead(model::Part::PartitionableGpus))
            builder.add(FindingCode::SetNotKnown, Severity::Warning, id);
    }
}

bool areOnSeveralServers(const std::vector<analysis::HomogeneousSet>& sets)
{
    std::set<model::HostId> servers;
    for (const analysis::HomogeneousSet& set : sets) {
        for (const GpuOfHost& gpu : set.gpus)
            servers.insert(gpu.hostId);
    }
    return servers.size() > 1;
}

void judgeSets(PlanBuilder& builder, const SetCountRequest& request, const fleet::FleetSnapshot& fleet)
{
    const auto sets = analysis::homogeneousSets(considered(request, fleet));
    const std::set<GpuRef> chosen(request.gpus.begin(), request.gpus.end());
    std::size_t touched = 0;
    for (const analysis::HomogeneousSet& set : sets) {
        const auto inSet = static_cast<std::size_t>(
            std::count_if(set.gpus.begin(), set.gpus.end(), [&](const GpuOfHost& gpu) {
                return chosen.contains({gpu.hostId, gpu.gpu->id});
            }));
        touched += inSet > 0 ? 1 : 0;
        if (inSet > 0 && inSet < set.gpus.size()) {
            builder.add(FindingCode::PartOfHomogeneousSet, Severity::Warning, {}, {}, {},
                        {QString::number(inSet), QString::number(set.gpus.size())});
        }
    }
    if (touched > 1)
        builder.add(FindingCode::MixedConfiguration, Severity::Blocking, {});
    if (sets.size() > 1 && areOnSeveralServers(sets))
        builder.add(FindingCode::ServersDiffer, Severity::Warning, {});
}

void planGpu(PlanBuilder& builder, const fleet::HostRecord& record, const model::Gpu& gpu,
             std::uint16_t count)
{
    const auto block = [&](FindingCode code, QStringList arguments) {
        builder.add(code, Severity::Blocking, record.id, gpu.id, {}, std::move(arguments));
    };
    if (!gpu.partitioning || gpu.partitioning->isParavirtual())
        return block(FindingCode::NotPartitionable, {gpu.name});
    const QStringList names = holders(*record.snapshot, gpu);
    if (!names.isEmpty())
        block(FindingCode::PartitionsAssigned, names);
    const auto offered = analysis::offeredCounts(*gpu.partitioning);
    const bool isOffered = std::binary_search(offered.begin(), offered.end(), count);
    if (!isOffered)
        block(FindingCode::CountNotValid, {QString::number(count)});
    if (!names.isEmpty() || !isOffered)
        return;
    if (gpu.partitioning->partitionCount == count) {
        builder.add(FindingCode::CountUnchanged, Severity::Note, record.id, gpu.id, {},
                    {QString::number(count)});
        return;
    }
    builder.add(countTarget(record, gpu, count));
}

} // namespace

Plan planSetCount(const SetCountRequest& request, const fleet::FleetSnapshot& fleet,
                  const PlanContext& context)
{
    PlanBuilder builder(request, fleet, context);
    if (request.gpus.empty())
        builder.add(FindingCode::NothingSelected, Severity::Blocking, {});
    judgeSets(builder, request, fleet);
    judgeUnread(builder, request, fleet);
    for (const GpuRef& ref : request.gpus) {
        const fleet::HostRecord* record = builder.usableHost(ref.host);
        if (record == nullptr)
            continue;
        const model::Gpu* gpu = record->snapshot->findGpu(ref.gpu);
        if (gpu == nullptr)
            builder.add(FindingCode::NotPartitionable, Severity::Blocking, ref.host, ref.gpu);
        else
            planGpu(builder, *record, *gpu, request.count);
    }
    judgeWaiting(builder, request);
    return builder.take();
}

} // namespace hvgpu::operations
