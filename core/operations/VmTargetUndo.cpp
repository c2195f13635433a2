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
        const auto state = m_power.readSettled();
        if (!state)
            return m_power.putBackLost(state.error());
        if (const auto ends = obstacle(*state))
            return *ends;
        m_power.noteFound(*state);
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

std::optional<Outcome> VmTargetRun::obstacle(const hyperv::VmState& state)
{
    if (m_power.isPending(state)) {
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

bool VmTargetRun::adds() const
{
    return std::any_of(m_target.steps.begin(), m_target.steps.end(),
                       [](const Step& step) { return step.kind == StepKind::AddPartitionAdapter; });
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
        steps.push_back(m_power.downBack(state));
    std::move(edits.begin(), edits.end(), std::back_inserter(steps));
    const std::vector<Step> up = m_power.upBack(state, edited);
    steps.insert(steps.end(), up.begin(), up.end());
    return steps;
}

} // namespace hvgpu::operations
