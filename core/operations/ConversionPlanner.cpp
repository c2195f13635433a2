// A GPU that is partitioned becomes one that is given away as a whole.
#include "core/analysis/VmTitle.h"
#include "core/operations/Conversion.h"
#include "core/operations/Devices.h"
#include "core/operations/PlanBuilder.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace hvgpu::operations {
namespace {

using model::Assignment;

/// Every partition of the devices that has setting data to remove.
UnassignRequest partitionsOf(const std::vector<GpuRef>& devices, const PowerHandling& power,
                             const std::map<model::VmId, PowerHandling>& powerOf,
                             const fleet::FleetSnapshot& fleet)
{
    UnassignRequest request;
    request.power = power;
    request.powerOf = powerOf;
    for (const GpuRef& ref : devices) {
        const auto record = fleet.find(ref.host);
        const model::Gpu* gpu = record && record->snapshot ? record->snapshot->findGpu(ref.gpu) : nullptr;
        if (gpu == nullptr)
            continue;
        for (const Assignment& assignment : gpu->assignments) {
            if (assignment.kind == Assignment::Kind::Partition && !assignment.adapterId.isEmpty())
                request.adapters.push_back({ref.host, assignment.vm, assignment.adapterId});
        }
    }
    return request;
}

/// What the plan takes away from VMs, by host.
std::map<model::HostId, std::set<QString>> removedBy(const Plan& plan)
{
    std::map<model::HostId, std::set<QString>> removed;
    for (const Target& target : plan.targets) {
        for (const Step& step : target.steps) {
            if (step.kind == StepKind::RemovePartitionAdapter)
                removed[target.host].insert(step.adapterId);
        }
    }
    return removed;
}

std::shared_ptr<const model::HostSnapshot> without(const model::HostSnapshot& host,
                                                   const std::set<QString>& removed)
{
    auto after = std::make_shared<model::HostSnapshot>(host);
    std::map<model::VmId, int> taken;
    for (model::Gpu& gpu : after->gpus) {
        std::erase_if(gpu.assignments, [&](const Assignment& assignment) {
            const bool goes = removed.contains(assignment.adapterId);
            taken[assignment.vm] += goes ? 1 : 0;
            return goes;
        });
    }
    for (model::VirtualMachine& vm : after->vms)
        vm.partitionAdapters = std::max(0, vm.partitionAdapters - taken[vm.id]);
    return after;
}

/// The fleet as it will be when @p plan is done.
fleet::FleetSnapshot after(const Plan& plan, const fleet::FleetSnapshot& fleet)
{
    fleet::FleetSnapshot changed = fleet;
    for (const auto& [host, removed] : removedBy(plan)) {
        for (auto& record : changed.hosts) {
            if (record->id != host || !record->snapshot)
                continue;
            auto copy = std::make_shared<fleet::HostRecord>(*record);
            copy->snapshot = without(*record->snapshot, removed);
            record = std::move(copy);
        }
    }
    return changed;
}

bool isPartitionable(const model::Gpu& gpu)
{
    return gpu.partitioning && !gpu.partitioning->isParavirtual();
}

/// VMs that leave the choice of the GPU to their host do not start when it has none left for that.
void warnOfChoosers(std::vector<Finding>& findings, const std::vector<GpuRef>& devices,
                    const fleet::FleetSnapshot& fleet)
{
    std::set<model::HostId> hosts;
    for (const GpuRef& ref : devices)
        hosts.insert(ref.host);
    for (const model::HostId& host : hosts) {
        const auto record = fleet.find(host);
        if (!record || !record->snapshot)
            continue;
        const bool anyLeft = std::ranges::any_of(record->snapshot->gpus, [&](const model::Gpu& gpu) {
            return isPartitionable(gpu) && std::ranges::find(devices, GpuRef{host, gpu.id}) == devices.end();
        });
        QStringList names;
        for (const Assignment& assignment : record->snapshot->unplacedAssignments) {
            if (assignment.automatic && assignment.kind == Assignment::Kind::Partition)
                names << analysis::vmName(assignment);
        }
        if (!anyLeft && !names.isEmpty())
            findings.push_back({FindingCode::NoGpuLeft, Severity::Warning, host, {}, {}, names});
    }
}

template <class Wanted>
Plan convert(Wanted request, const std::vector<GpuRef>& devices, const fleet::FleetSnapshot& fleet,
             const PlanContext& context)
{
    const UnassignRequest partitions = partitionsOf(devices, request.power, request.powerOf, fleet);
    Plan plan = partitions.adapters.empty() ? Plan{} : planUnassign(partitions, fleet, context);
    plan.id = context.id;
    plan.createdAt = context.now;
    plan.request = request;
    request.unassignPartitions = false;
    Plan whole = operations::plan(request, after(plan, fleet), context);
    std::ranges::move(whole.targets, std::back_inserter(plan.targets));
    // What both have to say, as that a server's data is old, is said once.
    for (Finding& finding : whole.findings) {
        if (std::ranges::find(plan.findings, finding) == plan.findings.end())
            plan.findings.push_back(std::move(finding));
    }
    warnOfChoosers(plan.findings, devices, fleet);
    return plan;
}

} // namespace

Plan planWithoutPartitions(const DdaAssignRequest& request, const std::vector<GpuRef>& devices,
                           const fleet::FleetSnapshot& fleet, const PlanContext& context)
{
    return convert(request, devices, fleet, context);
}

Plan planWithoutPartitions(const DismountRequest& request, const std::vector<GpuRef>& devices,
                           const fleet::FleetSnapshot& fleet, const PlanContext& context)
{
    return convert(request, devices, fleet, context);
}

} // namespace hvgpu::operations
