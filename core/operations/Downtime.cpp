#include "core/operations/Downtime.h"

#include "core/operations/VmPower.h"

#include <algorithm>

namespace hvgpu::operations {
namespace {

using std::chrono::seconds;

seconds actionLimit()
{
    return std::chrono::ceil<seconds>(hyperv::ActionContext().deadline);
}

seconds limitOf(const Step& step)
{
    if (step.kind == StepKind::BringClusterOnline)
        return clusterTimeout;
    if (!takesDown(step))
        return actionLimit();
    const seconds off = step.kind == StepKind::TakeClusterOffline ? clusterTimeout : actionLimit();
    switch (step.power.policy) {
    case PowerPolicy::ShutDownThenAsk:
    case PowerPolicy::ShutDownThenTurnOff:
        return step.power.shutdownTimeout + off;
    case PowerPolicy::ShutDownThenSkip:
        return 2 * step.power.shutdownTimeout; // it may still go down, and is started again then
    case PowerPolicy::TurnOff:
    case PowerPolicy::Skip:
        break;
    }
    return off;
}

} // namespace

bool takesDown(const Step& step)
{
    return step.kind == StepKind::ShutDownGuest || step.kind == StepKind::TakeClusterOffline;
}

seconds longestDowntime(const std::vector<Step>& steps)
{
    seconds longest{0};
    for (auto step = std::ranges::find_if(steps, &takesDown); step != steps.end(); ++step)
        longest += limitOf(*step) + settleTime;
    return longest;
}

bool asks(const Target& target)
{
    return std::ranges::any_of(target.steps, [](const Step& step) {
        return takesDown(step) && step.power.policy == PowerPolicy::ShutDownThenAsk;
    });
}

} // namespace hvgpu::operations
