#include "core/operations/ResumePlan.h"

#include "core/operations/Downtime.h"

#include <algorithm>

namespace hvgpu::operations {
namespace {

bool isAtItsEnd(const TargetProgress& target)
{
    return target.stands || target.report.outcome == Outcome::Succeeded ||
           target.report.outcome == Outcome::Refused;
}

bool isDone(const TargetProgress& target, int step)
{
    // After putting back was begun, which steps still stand is for the runner to find out.
    return target.report.undo.empty() &&
           std::ranges::any_of(target.report.steps, [step](const StepReport& report) {
               return report.step == step && report.done;
           });
}

Target rest(const Target& of, const TargetProgress& progress)
{
    Target left = of;
    left.steps.clear();
    for (std::size_t i = 0; i < of.steps.size(); ++i) {
        if (!isDone(progress, static_cast<int>(i)))
            left.steps.push_back(of.steps[i]);
    }
    if (std::ranges::none_of(left.steps, takesDown)) { // it is down already, if it was to be
        left.goesDown = false;
        left.maxDowntime = {};
    } else {
        left.maxDowntime = longestDowntime(left.steps);
    }
    return left;
}

} // namespace

Plan resumePlan(const Activity& activity)
{
    Plan plan = activity.plan;
    plan.targets.clear();
    for (std::size_t i = 0; i < activity.plan.targets.size(); ++i) {
        const TargetProgress progress = i < activity.targets.size() ? activity.targets[i] : TargetProgress();
        if (isAtItsEnd(progress))
            continue;
        if (Target left = rest(activity.plan.targets[i], progress); !left.steps.empty())
            plan.targets.push_back(std::move(left));
    }
    return plan;
}

} // namespace hvgpu::operations
