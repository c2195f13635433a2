#pragma once

#include "core/operations/Activity.h"
#include "core/operations/Journal.h"
#include "core/operations/Outcome.h"
#include "core/operations/Plan.h"

#include <QString>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace hvgpu::operations {

/// What a journal tells of one target: how its earlier runs went, and what they knew.
struct TargetHistory
{
    Outcome outcome =
        Outcome::NotStarted;   ///< of the last run that came to its end; NotStarted while one is open
    bool dirty = false;        ///< something was begun, and it is not known to be undone
    bool succeeded = false;    ///< the plan was carried out; undoing it is a later wish of its own
    bool addBegun = false;     ///< adding an adapter was begun: one that was not there before may be ours
    std::set<int> begun;       ///< steps that were begun
    bool undoBegun = false;    ///< putting back was begun
    bool foundRunning = false; ///< an undo that has not ended found the VM running
    QString newAdapter;
    std::map<QString, hyperv::PartitionQuotas> quotas; ///< that removed adapters had, by their ids
    QString clusterResource;
    QString changed; ///< Refused: what differs
    VmLeft vmLeft = VmLeft::AsFound;
    std::set<QString> othersAdapters; ///< in lower case: those that other changes are known to have added

    /// Carried out, and nothing was begun to take it back.
    [[nodiscard]] bool stands() const { return succeeded && dirty && !undoBegun; }
};

/// One history per target of @p plan.
[[nodiscard]] std::vector<TargetHistory> historiesOf(const Plan& plan,
                                                     const std::vector<JournalRecord>& records);

/// What was chosen when the plan was begun.
[[nodiscard]] bool stopsAfterFailure(const std::vector<JournalRecord>& records);

/// Nothing is left to do for a target with this history.
[[nodiscard]] bool isSettled(ActivityTask task, const TargetHistory& earlier);

} // namespace hvgpu::operations
