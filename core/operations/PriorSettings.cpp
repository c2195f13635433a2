#include "core/operations/PriorSettings.h"

#include <algorithm>

namespace hvgpu::operations {
namespace {

using Activities = std::vector<std::shared_ptr<const Activity>>;

bool gives(const Step& step)
{
    return step.kind == StepKind::AssignDevice || step.kind == StepKind::AssignFromPool;
}

bool takes(const Step& step)
{
    return step.kind == StepKind::RemoveDevice;
}

bool hasStep(const Target& target, bool (*matches)(const Step&))
{
    return std::any_of(target.steps.begin(), target.steps.end(), matches);
}

/// The target of @p activity that gave the VM devices or took them, and was carried out and not taken back.
/// It may have another one, which took partitions from it before.
const Target* doneFor(const Activity& activity, const model::HostId& host, const model::VmId& vm)
{
    for (std::size_t i = 0; i < activity.targets.size() && i < activity.plan.targets.size(); ++i) {
        const Target& target = activity.plan.targets[i];
        if (target.host == host && target.vm == vm && (hasStep(target, gives) || hasStep(target, takes)) &&
            activity.targets[i].report.outcome == Outcome::Succeeded)
            return &target;
    }
    return nullptr;
}

} // namespace

std::optional<PriorSettings> priorSettings(const Activities& activities, const model::HostId& host,
                                           const model::VmId& vm)
{
    Activities oldestFirst = activities;
    std::sort(oldestFirst.begin(), oldestFirst.end(),
              [](const auto& a, const auto& b) { return a->plan.createdAt < b->plan.createdAt; });
    std::optional<PriorSettings> prior;
    for (const auto& activity : oldestFirst) {
        const Target* target = doneFor(*activity, host, vm);
        if (target == nullptr)
            continue;
        // Devices may come one after the other; what was before the first of them counts.
        if (hasStep(*target, takes))
            prior.reset();
        else if (hasStep(*target, gives) && !prior)
            prior = PriorSettings{target->expected.settings, target->expected.offlineAction};
    }
    return prior;
}

} // namespace hvgpu::operations
