// What VmPower does when a target is put back.
#include "core/operations/Downtime.h"
#include "core/operations/VmPower.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {

using base::ErrorCode;
using model::PowerState;

void VmPower::noteFound(const hyperv::VmState& state)
{
    if (m_foundRunning)
        return;
    m_foundRunning = m_earlier.foundRunning || state.power == PowerState::Running;
    m_log.noteFoundRunning(*m_foundRunning);
}

bool VmPower::mustRun() const
{
    const bool found = m_foundRunning.value_or(m_earlier.foundRunning);
    return m_earlier.succeeded ? found : found || m_target.expected.power == PowerState::Running;
}

Step VmPower::downBack(const hyperv::VmState& state) const
{
    Step down = stepBack(state.cluster ? StepKind::TakeClusterOffline : StepKind::ShutDownGuest);
    const auto planned = std::ranges::find_if(m_target.steps, takesDown);
    if (planned != m_target.steps.end())
        down.power = planned->power;
    // Its guest does work of its own; and unless it is a wish of the user, nobody may be there to be asked.
    if (m_followsHandling)
        return down;
    down.power.policy = PowerPolicy::ShutDownThenTurnOff;
    down.after = m_target.expected.offlineAction;
    return down;
}

bool VmPower::mayTakeDown(const std::vector<Step>& steps) const
{
    const bool down = std::ranges::any_of(steps, takesDown);
    return !down || !m_log.held();
}

bool VmPower::stayedUp()
{
    if (!m_followsHandling || !std::exchange(m_skipped, false))
        return false;
    const auto state = readSettled();
    if (!state || state->power != PowerState::Running)
        return false;
    m_log.report().undoError =
        m_notAsked.isEmpty()
            ? targetError(ErrorCode::TimedOut, u"the guest has not shut down in time; it was left as it is"_s)
            : targetError(ErrorCode::Unsupported, m_notAsked);
    return true;
}

std::vector<Step> VmPower::upBack(const hyperv::VmState& state, bool edited) const
{
    std::vector<Step> steps;
    if (edited && state.cluster)
        steps.push_back(stepBack(StepKind::UpdateClusterVm));
    const std::optional<std::uint32_t>& action = m_target.expected.offlineAction;
    if (state.cluster && action && state.cluster->offlineAction != action) {
        steps.push_back(stepBack(StepKind::SetOfflineAction));
        steps.back().after = *action;
    }
    if (mustRun() && (state.power != PowerState::Running || edited))
        steps.push_back(stepBack(state.cluster ? StepKind::BringClusterOnline : StepKind::StartVm));
    return steps;
}

Outcome VmPower::putBackLost(const base::Error& error)
{
    m_log.report().undoError = error;
    const bool moved = error.code == ErrorCode::NotFound && m_target.expected.clustered &&
                       !m_resource.isEmpty() &&
                       (m_foundRunning.value_or(m_earlier.foundRunning) ||
                        (!m_earlier.succeeded && m_target.expected.power == PowerState::Running));
    if (!moved)
        return Outcome::Indeterminate;
    // The cluster moves a VM that is off like any other; wherever it is now, it must not stay off.
    const auto up = m_log.perform(StepLog::undo, {}, [&](const hyperv::ActionContext& context) {
        return m_host.bringOnline(m_resource, clusterTimeout, context);
    });
    if (up)
        m_log.report().vmLeft = VmLeft::AsFound;
    base::Error told = up ? error : up.error();
    told.detail =
        up ? u"the VM is on another node now; it was brought online there, the rest was not put back"_s
           : u"the VM is on another node now and could not be brought online there"_s;
    m_log.report().undoError = told;
    return Outcome::PartlyDone;
}

Outcome
VmPower::startAgain(const std::function<base::Result<void>(const Step&, const hyperv::VmState&)>& perform)
{
    const auto state = readSettled();
    if (state && state->power == PowerState::Running)
        return Outcome::Succeeded;
    const Step start = stepBack(state && state->cluster ? StepKind::BringClusterOnline : StepKind::StartVm);
    const base::Result<void> done =
        state ? perform(start, *state) : base::Result<void>(base::fail(state.error()));
    if (done)
        return Outcome::Succeeded;
    m_log.report().error = done.error();
    return state ? Outcome::PartlyDone : Outcome::Indeterminate;
}

} // namespace hvgpu::operations
