#include "ui/dda/PriorSettings.h"

#include "core/operations/Plan.h"

namespace hvgpu::ui {

namespace {

using operations::Activity;

bool gaveDevices(const Activity& activity)
{
    return activity.state == operations::ActivityState::Ended &&
           (std::holds_alternative<operations::DdaAssignRequest>(activity.plan.request) ||
            std::holds_alternative<operations::AssignPoolRequest>(activity.plan.request));
}

bool tookDevices(const Activity& activity)
{
    return std::holds_alternative<operations::DdaRemoveRequest>(activity.plan.request);
}

template <class Value>
void takeFirst(std::optional<Value>& into, const std::optional<Value>& value)
{
    if (value)
        into = value;
}

void add(PriorSettings& prior, const operations::Step& step)
{
    if (step.kind == operations::StepKind::SetOfflineAction && step.before)
        prior.offlineAction = static_cast<std::uint32_t>(*step.before);
    if (step.kind != operations::StepKind::SetVmSettings && step.kind != operations::StepKind::SetVmMemory)
        return;
    const model::VmSettings& before = step.settingsBefore;
    model::VmSettings& all = prior.settings;
    takeFirst(all.lowMmioMb, before.lowMmioMb);
    takeFirst(all.highMmioMb, before.highMmioMb);
    takeFirst(all.guestControlledCacheTypes, before.guestControlledCacheTypes);
    takeFirst(all.automaticStopAction, before.automaticStopAction);
    takeFirst(all.checkpointType, before.checkpointType);
    takeFirst(all.dynamicMemory, before.dynamicMemory);
    takeFirst(all.minimumMemoryMb, before.minimumMemoryMb);
    takeFirst(all.maximumMemoryMb, before.maximumMemoryMb);
}

} // namespace

std::optional<PriorSettings> priorSettings(const operations::Activities& activities,
                                           const model::HostId& host, const model::VmId& vm)
{
    PriorSettings prior;
    for (const auto& activity :
         activities.all()) { // newest first: older ones overwrite what they knew before
        for (std::size_t i = 0; i < activity->plan.targets.size(); ++i) {
            const operations::Target& target = activity->plan.targets[i];
            const bool succeeded = i < activity->targets.size() &&
                                   activity->targets[i].report.outcome == operations::Outcome::Succeeded;
            if (target.host != host || target.vm != vm || !succeeded)
                continue;
            if (tookDevices(*activity))
                return prior.isEmpty() ? std::nullopt : std::optional(prior);
            if (!gaveDevices(*activity))
                continue;
            for (const operations::Step& step : target.steps)
                add(prior, step);
            prior.recordedAt = activity->startedAt;
        }
    }
    return prior.isEmpty() ? std::nullopt : std::optional(prior);
}

} // namespace hvgpu::ui
