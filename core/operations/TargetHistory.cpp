#include "core/operations/TargetHistory.h"

namespace hvgpu::operations {
namespace {

using Kind = JournalRecord::Kind;

bool isAdd(const Target& target, int step)
{
    return step >= 0 && static_cast<std::size_t>(step) < target.steps.size() &&
           target.steps[static_cast<std::size_t>(step)].kind == StepKind::AddPartitionAdapter;
}

void noteEnd(TargetHistory& history, const JournalRecord& record)
{
    history.outcome = *record.outcome;
    history.changed = record.note;
    switch (*record.outcome) {
    case Outcome::Succeeded:
        history.succeeded = true;
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
        history = clean;
        break;
    }
    case Outcome::NotStarted:
    case Outcome::PartlyDone:
    case Outcome::Indeterminate:
        break;
    }
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
        history.addBegun = history.addBegun || isAdd(target, record.step);
        if (record.step >= 0 && static_cast<std::size_t>(record.step) < target.steps.size())
            history.begun.insert(record.step);
        break;
    case Kind::UndoBegun:
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
