#include "core/operations/StepWalk.h"

#include "core/operations/VmPower.h"

using namespace Qt::StringLiterals;

namespace hvgpu::operations {

base::Result<void> walkSteps(const Target& target, const TargetHistory& earlier, const std::stop_token& stop,
                             const std::function<base::Result<void>(int)>& perform)
{
    const bool leaveOff = earlier.succeeded && earlier.undoBegun && !earlier.foundRunning;
    for (std::size_t i = 0; i < target.steps.size(); ++i) {
        const StepKind kind = target.steps[i].kind;
        if (leaveOff && (kind == StepKind::StartVm || kind == StepKind::BringClusterOnline))
            continue;
        if (stop.stop_requested())
            return base::fail(
                targetError(base::ErrorCode::Cancelled, u"stopped before step %1"_s.arg(i + 1)));
        if (auto done = perform(static_cast<int>(i)); !done)
            return done;
    }
    return {};
}

} // namespace hvgpu::operations
