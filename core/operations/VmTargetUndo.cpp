// How VmTargetRun puts a VM back to what its plan found.
#include "core/operations/VmTargetRun.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

using base::ErrorCode;
using model::PowerState;

constexpr std::chrono::milliseconds pauseBetweenRounds{1'000};

Step stepBack(StepKind kind)
{
    Step step;
    step.kind = kind;
    return step;
}

bool same(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Adapters can be changed now, or after taking the VM down.
bool canEdit(const hyperv::VmState& state)
{
    return state.power == PowerState::Running ||
           (state.power == PowerState::Off && !state.isSaved.value_or(false));
}

} // namespace

Outcome VmTargetRun::putBack()
{
    // Not to be stopped: a VM left off behind an error is the one thing that must not happen.
    constexpr int rounds = 4;
    for (int round = 0; round < rounds; ++round) {
        const auto state = readSettled();
        if (!state)
            return putBackLost(state.error());
        if (const auto ends = obstacle(*state))
            return *ends;
        noteFound(*state);
        const std::vector<Step> steps = stepsBack(*state);
        if (steps.empty() && ownAdapters(*state).size() > 1) {
            m_log.report().undoError = targetError(
                ErrorCode::Conflict, u"which of several new partition adapters is ours is not known"_s);
            return Outcome::PartlyDone;
        }
        if (steps.empty()) {
            m_log.report().undoError.reset();
            return Outcome::PutBack;
        }
        if (round == rounds - 1)
            break;
        if (round > 0)
            m_log.clock().sleepFor(pauseBetweenRounds * round, {});
        for (const Step& step : steps) {
            auto done = m_log.perform(StepLog::undo, {}, [&](const hyperv::ActionContext& context) {
                return act(step, *state, context);
            });
            if (!done)
                m_log.report().undoError = done.error();
        }
    }
    if (!m_log.report().undoError)
        m_log.report().undoError = targetError(ErrorCode::Conflict, u"the VM could not be brought back"_s);
    return Outcome::PartlyDone;
}

Outcome VmTargetRun::putBackLost(const base::Error& error)
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
    base::Error told = up ? error : up.error();
    told.detail =
        up ? u"the VM is on another node now; it was brought online there, the rest was not put back"_s
           : u"the VM is on another node now and could not be brought online there"_s;
    m_log.report().undoError = told;
    return Outcome::PartlyDone;
}

std::optional<Outcome> VmTargetRun::obstacle(const hyperv::VmState& state)
{
    if (isPending(state)) {
        m_log.report().undoError =
            targetError(ErrorCode::TimedOut, u"the VM is still changing its power state"_s);
        return Outcome::Indeterminate;
    }
    if (canEdit(state) || editsBack(state).empty())
        return std::nullopt;
    m_log.report().undoError = targetError(
        ErrorCode::InvalidState, u"the VM is neither running nor off; its adapters cannot be put back"_s);
    return Outcome::PartlyDone;
}

void VmTargetRun::noteFound(const hyperv::VmState& state)
{
    if (m_foundRunning)
        return;
    m_foundRunning = m_earlier.foundRunning || state.power == PowerState::Running;
    m_log.noteFoundRunning(*m_foundRunning);
}

bool VmTargetRun::mustRun() const
{
    const bool found = m_foundRunning.value_or(false);
    return m_earlier.succeeded ? found : found || m_target.expected.power == PowerState::Running;
}

bool VmTargetRun::adds() const
{
    return std::any_of(m_target.steps.begin(), m_target.steps.end(),
                       [](const Step& step) { return step.kind == StepKind::AddPartitionAdapter; });
}

Step VmTargetRun::downBack(const hyperv::VmState& state) const
{
    Step down = stepBack(state.cluster ? StepKind::TakeClusterOffline : StepKind::ShutDownGuest);
    const auto planned = std::find_if(m_target.steps.begin(), m_target.steps.end(), [](const Step& step) {
        return step.kind == StepKind::ShutDownGuest || step.kind == StepKind::TakeClusterOffline;
    });
    if (planned != m_target.steps.end())
        down.power = planned->power;
    // Its guest does work of its own; and nobody may be there to be asked.
    down.power.policy = PowerPolicy::ShutDownThenTurnOff;
    down.after = m_target.expected.offlineAction;
    return down;
}

std::vector<Step> VmTargetRun::removalsBack(const hyperv::VmState& state) const
{
    // Which of several is ours is known only from the answer; without it none is touched.
    const std::vector<QString> own = ownAdapters(state);
    if (own.size() != 1)
        return {};
    Step removal = stepBack(StepKind::RemovePartitionAdapter);
    removal.adapterId = own.front();
    return {removal};
}

std::vector<QString> VmTargetRun::readdedAdapters(const Step& removal, const hyperv::VmState& state) const
{
    if (!m_mayHaveReadded)
        return {};
    std::vector<QString> readded = addedAdapters(state);
    std::erase_if(readded, [&](const QString& id) {
        return std::none_of(
            state.adapters.begin(), state.adapters.end(), [&](const model::Assignment& adapter) {
                return same(adapter.adapterId, id) && (same(adapter.deviceInstancePath, removal.gpuName) ||
                                                       (adapter.automatic && removal.gpuName.isEmpty()));
            });
    });
    return readded;
}

std::vector<Step> VmTargetRun::additionsBack(const hyperv::VmState& state) const
{
    std::vector<Step> edits;
    std::vector<QString> counted;
    for (const Step& original : m_target.steps) {
        const bool present =
            std::any_of(state.adapters.begin(), state.adapters.end(), [&](const model::Assignment& adapter) {
                return same(adapter.adapterId, original.adapterId);
            });
        if (original.kind != StepKind::RemovePartitionAdapter || present)
            continue;
        // One that an earlier attempt added again has a new id; it must not be added twice.
        std::vector<QString> again = readdedAdapters(original, state);
        std::erase_if(again, [&](const QString& id) {
            return std::find(counted.begin(), counted.end(), id) != counted.end();
        });
        if (!again.empty()) {
            counted.push_back(again.front());
            continue;
        }
        edits.push_back(stepBack(StepKind::AddPartitionAdapter));
        edits.back().gpuName = original.gpuName;
        edits.back().minPartitionVram = original.minPartitionVram;
    }
    return edits;
}

std::vector<Step> VmTargetRun::editsBack(const hyperv::VmState& state) const
{
    return adds() ? removalsBack(state) : additionsBack(state);
}

std::vector<Step> VmTargetRun::stepsBack(const hyperv::VmState& state) const
{
    std::vector<Step> edits = editsBack(state);
    const bool edited = !edits.empty();
    std::vector<Step> steps;
    if (edited && state.power != PowerState::Off)
        steps.push_back(downBack(state));
    std::move(edits.begin(), edits.end(), std::back_inserter(steps));
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

} // namespace hvgpu::operations
