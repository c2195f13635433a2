#include "core/operations/TargetHistory.h"

#include <algorithm>
#include <initializer_list>

namespace hvgpu::operations {
namespace {

using Kind = JournalRecord::Kind;

bool isOneOf(const Target& target, int step, std::initializer_list<StepKind> kinds)
{
    return step >= 0 && static_cast<std::size_t>(step) < target.steps.size() &&
           std::ranges::find(kinds, target.steps[static_cast<std::size_t>(step)].kind) != kinds.end();
}

void noteEnd(TargetHistory& history, const JournalRecord& record)
{
    history.outcome = *record.outcome;
    history.changed = record.note;
    // Journals of before that was recorded: only what came to no clear end may have left a VM off.
    const bool unclear = *record.outcome == Outcome::PartlyDone || *record.outcome == Outcome::Indeterminate;
    history.vmLeft = record.vmLeft.value_or(unclear ? history.vmLeft : VmLeft::AsFound);
    if (*record.outcome == Outcome::Refused && history.stands())
        return; // taking it back was refused
    switch (*record.outcome) {
    case Outcome::Succeeded:
        history.succeeded = true;
        history.undoBegun = false;
        history.foundRunning = false;
        break;
    case Outcome::Refused:
    case Outcome::Skipped:
    case Outcome::Cancelled:
    case Outcome::PutBack:
    case Outcome::Failed: {
        // As before the plan: what was known of its traces does not hold for a later attempt.
        TargetHistory clean;
        clean.outcome = history.outcome;
        clean.changed = history.changed;
        clean.clusterResource = history.clusterResource;
        clean.vmLeft = history.vmLeft;
        history = clean;
        break;
    }
    case Outcome::NotStarted:
    case Outcome::PartlyDone:
    case Outcome::Indeterminate:
        break;
    }
}

bool ran(const Target& target)
{
    return target.expected.power == model::PowerState::Running;
}

void note(TargetHistory& history, const Target& target, const JournalRecord& record)
{
    if (!record.newAdapter.isEmpty())
        history.newAdapter = record.newAdapter;
    if (!record.clusterResource.isEmpty())
        history.clusterResource = record.clusterResource;
    switch (record.kind) {
    case Kind::StepBegun:
        history.dirty = true;
        history.outcome = Outcome::NotStarted;
        history.addBegun = history.addBegun || isOneOf(target, record.step, {StepKind::AddPartitionAdapter});
        if (ran(target) &&
            isOneOf(target, record.step, {StepKind::ShutDownGuest, StepKind::TakeClusterOffline}))
            history.vmLeft = VmLeft::MayBeOff;
        if (record.step >= 0 && static_cast<std::size_t>(record.step) < target.steps.size())
            history.begun.insert(record.step);
        if (!record.quotas.empty() && isOneOf(target, record.step, {StepKind::RemovePartitionAdapter}))
            history.quotas[target.steps[static_cast<std::size_t>(record.step)].adapterId] = record.quotas;
        break;
    case Kind::StepEnded:
        if (!record.cause && record.error.isEmpty() &&
            isOneOf(target, record.step, {StepKind::StartVm, StepKind::BringClusterOnline}))
            history.vmLeft = VmLeft::AsFound;
        break;
    case Kind::UndoBegun:
        if (record.foundRunning || (ran(target) && !history.succeeded))
            history.vmLeft = VmLeft::MayBeOff;
        history.dirty = true;
        history.outcome = Outcome::NotStarted;
        history.undoBegun = true;
        history.foundRunning = history.foundRunning || record.foundRunning;
        break;
    case Kind::TargetEnded:
        if (record.outcome)
            noteEnd(history, record);
        break;
    default:
        break;
    }
}

} // namespace

std::vector<TargetHistory> historiesOf(const Plan& plan, const std::vector<JournalRecord>& records)
{
    std::vector<TargetHistory> histories(plan.targets.size());
    for (const JournalRecord& record : records) {
        const auto index = static_cast<std::size_t>(record.target);
        if (record.target >= 0 && index < histories.size())
            note(histories[index], plan.targets[index], record);
    }
    return histories;
}

bool stopsAfterFailure(const std::vector<JournalRecord>& records)
{
    return std::ranges::any_of(records, &JournalRecord::stopAfterFailure);
}

bool isSettled(ActivityTask task, const TargetHistory& earlier)
{
    switch (task) {
    case ActivityTask::Run:
        return false;
    case ActivityTask::Resume:
        return earlier.outcome == Outcome::Succeeded || earlier.outcome == Outcome::Refused;
    case ActivityTask::PutBack:
        break;
    }
    return !earlier.dirty;
}

} // namespace hvgpu::operations
