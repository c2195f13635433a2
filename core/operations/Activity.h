#pragma once

#include "core/operations/Outcome.h"
#include "core/operations/Plan.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace hvgpu::operations {

/// What is being done, or was done last, with a plan.
enum class ActivityTask { Run, Resume, PutBack };

enum class ActivityState {
    Queued,           ///< waits for another activity that works on one of its hosts
    Running,          ///< in this process
    RunningElsewhere, ///< another process is at it
    Interrupted,      ///< begun, not ended, nobody is at it: resume, put back or dismiss
    Ended,
    Dismissed ///< was interrupted; the user has dealt with it
};

/// Where one target of an activity stands.
struct TargetProgress
{
    enum class State { Waiting, Running, PuttingBack, Asking, Ended };

    State state = State::Waiting;
    int step = -1;   ///< index of the step under way; -1 before the first
    int percent = 0; ///< of that step's job
    /// Interrupted in the middle: begun, and not known to be done or put back. From the journal.
    bool unfinished = false;
    /// The change stands, whatever became of taking it back. From the journal.
    bool stands = false;
    /// When Asking: why the guest could not even be asked to shut down, English; empty when it took too long.
    QString askedBecause;
    TargetReport report; ///< when Ended; from the journal for activities of earlier runs of the program

    /// Its VM ran before and does not now, or was not seen to.
    [[nodiscard]] bool mayBeOff() const { return report.vmLeft != VmLeft::AsFound; }
};

/// One plan and how it went or goes. Immutable; replaced as a whole.
struct Activity
{
    QString id; ///< of the plan
    Plan plan;
    ActivityTask task = ActivityTask::Run;
    ActivityState state = ActivityState::Queued;
    bool cancelling = false;
    QDateTime startedAt;                 ///< of the task, UTC
    QDateTime endedAt;                   ///< UTC, invalid until then
    QString by;                          ///< "user@computer" that began it, or went on with it
    std::vector<TargetProgress> targets; ///< parallel to plan.targets
    std::optional<base::Error> error;    ///< journal or refusal: why all of it stopped

    [[nodiscard]] bool isActive() const
    {
        return state == ActivityState::Queued || state == ActivityState::Running;
    }
    /// Targets that ended with @p outcome.
    [[nodiscard]] int count(Outcome outcome) const;
    /// Targets that ended, however.
    [[nodiscard]] int endedTargets() const;
    [[nodiscard]] bool allSucceeded() const;
    /// Names of the VMs that are left so.
    [[nodiscard]] QStringList vmsLeft(VmLeft left) const;
    /// Ended (or interrupted) with something done that is recorded well enough to be taken back.
    [[nodiscard]] bool canPutBack() const;
    [[nodiscard]] bool canResume() const { return state == ActivityState::Interrupted; }
    /// Ended with targets that did not succeed and may be tried again.
    [[nodiscard]] bool canRetry() const;
};

/// The part of an activity's request that did not succeed, to be planned anew against fresh data. Pure.
/// nullopt when there is nothing to retry.
[[nodiscard]] std::optional<Request> retryRequest(const Activity& activity);

} // namespace hvgpu::operations
