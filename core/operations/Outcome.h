#pragma once

#include "core/base/Error.h"
#include "core/hyperv/HostControl.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace hvgpu::operations {

/// How a target ended.
enum class Outcome {
    NotStarted,
    Succeeded,
    Refused,      ///< not touched: it changed since the plan was made
    Skipped,      ///< not touched or put back: its power handling said so
    Cancelled,    ///< stopped before any effect, or put back after a cancel
    PutBack,      ///< failed, and everything done before was undone
    Failed,       ///< failed before anything was changed
    PartlyDone,   ///< failed, and putting back did not fully work: see the error of the undo
    Indeterminate ///< the host was lost: what happened is not known; put back or resume when it is reachable
};

/// How a VM that ran is left.
enum class VmLeft {
    AsFound, ///< it runs, or it did not run before
    Off,     ///< it was seen to be off at the end
    MayBeOff ///< it was taken down and not seen to run again
};

/// One step as it went.
struct StepReport
{
    int step = -1; ///< index in the target's steps; -1 for work of the undo
    bool done = false;
    bool alreadyDone = false; ///< found in place when resuming
    std::optional<base::Error> error;
    std::vector<hyperv::CallRecord> calls;
    std::chrono::milliseconds duration{};
};

struct TargetReport
{
    Outcome outcome = Outcome::NotStarted;
    std::vector<StepReport> steps;
    std::vector<StepReport> undo;
    std::optional<base::Error> error;     ///< the one that decided the outcome
    std::optional<base::Error> undoError; ///< why putting back did not fully work
    QString changed;                      ///< Refused: what differs, English, "partition count is 8, was 4"
    QString newAdapter;                   ///< InstanceID of an adapter that was added
    VmLeft vmLeft = VmLeft::AsFound;
};

struct RunReport
{
    std::vector<TargetReport> targets; ///< parallel to Plan::targets
    QDateTime startedAt;               ///< UTC
    QDateTime endedAt;
    std::optional<base::Error> journalError; ///< the run stopped because its journal could not be written
    std::optional<base::Error> refusal;      ///< nothing was done: the plan has blocking findings

    [[nodiscard]] bool allSucceeded() const;
};

} // namespace hvgpu::operations
