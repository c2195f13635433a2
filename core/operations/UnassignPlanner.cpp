#include "core/analysis/GpuTitle.h"
#include "core/operations/PlanBuilder.h"

#include <algorithm>
#include <map>
#include <utility>

namespace hvgpu::operations {
namespace {

struct FoundAdapter
{
    const model::Assignment* assignment = nullptr;
    const model::Gpu* gpu = nullptr; ///< null when the adapter's GPU is not on the host
};

FoundAdapter findAdapter(const model::HostSnapshot& host, const AdapterRef& ref)
{
    if (ref.adapterId.isEmpty())
        return {};
    const auto matches = [&](const model::Assignment& assignment) {
        return assignment.kind == model::Assignment::Kind::Partition && assignment.vm == ref.vm &&
               assignment.adapterId.compare(ref.adapterId, Qt::CaseInsensitive) == 0;
    };
    for (const model::Gpu& gpu : host.gpus) {
        const auto found = std::find_if(gpu.assignments.begin(), gpu.assignments.end(), matches);
        if (found != gpu.assignments.end())
            return {&*found, &gpu};
    }
    const auto found =
        std::find_if(host.unplacedAssignments.begin(), host.unplacedAssignments.end(), matches);
    return {found == host.unplacedAssignments.end() ? nullptr : &*found, nullptr};
}

Step removeStep(const FoundAdapter& adapter, const model::HostSnapshot& host)
{
    Step step;
    step.kind = StepKind::RemovePartitionAdapter;
    step.adapterId = adapter.assignment->adapterId;
    step.minPartitionVram = adapter.assignment->minPartitionVram;
    if (adapter.gpu != nullptr)
        step.deviceName = analysis::gpuTitle(host, *adapter.gpu);
    // As the adapter names it, also when that GPU is gone: undoing must not turn it into the host's choice.
    if (!adapter.assignment->automatic)
        step.gpuName = adapter.assignment->deviceInstancePath;
    return step;
}

/// The removals of one VM; adapters that are not there are noted.
std::vector<Step> removals(PlanBuilder& builder, const fleet::HostRecord& record,
                           const std::vector<AdapterRef>& adapters)
{
    std::vector<Step> steps;
    for (const AdapterRef& ref : adapters) {
        const FoundAdapter adapter = findAdapter(*record.snapshot, ref);
        if (adapter.assignment == nullptr) {
            builder.add(FindingCode::AdapterNotFound, Severity::Blocking, ref.host, {}, ref.vm,
                        {ref.adapterId});
            continue;
        }
        if (adapter.gpu == nullptr && !adapter.assignment->automatic)
            builder.add(FindingCode::GpuMissing, Severity::Warning, ref.host, {}, ref.vm,
                        {adapter.assignment->vmName, adapter.assignment->deviceInstancePath});
        steps.push_back(removeStep(adapter, *record.snapshot));
    }
    return steps;
}

} // namespace

Plan planUnassign(const UnassignRequest& request, const fleet::FleetSnapshot& fleet,
                  const PlanContext& context)
{
    PlanBuilder builder(request, fleet, context);
    if (request.adapters.empty())
        builder.add(FindingCode::NothingSelected, Severity::Blocking, {});

    // One power cycle per VM, however many of its adapters go.
    std::map<std::pair<model::HostId, model::VmId>, std::vector<AdapterRef>> byVm;
    for (const AdapterRef& ref : request.adapters)
        byVm[{ref.host, ref.vm}].push_back(ref);

    for (const auto& [key, adapters] : byVm) {
        const fleet::HostRecord* record = builder.usableHostOfVms(key.first);
        if (record == nullptr)
            continue;
        const model::VirtualMachine* vm = record->snapshot->findVm(key.second);
        if (vm == nullptr) {
            builder.add(FindingCode::VmNotFound, Severity::Blocking, key.first, {}, key.second,
                        {key.second.text()});
            continue;
        }
        const auto exception = request.powerOf.find(key.second);
        const VmChange change{*record, *vm,
                              exception == request.powerOf.end() ? request.power : exception->second};
        std::vector<Step> steps = removals(builder, *record, adapters);
        const bool possible = builder.checkPower(change);
        if (possible && !steps.empty())
            builder.addVmTarget(change, std::move(steps));
    }
    return builder.take();
}

} // namespace hvgpu::operations
