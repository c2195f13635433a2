#pragma once

#include "core/fleet/FleetDelta.h"
#include "ui/models/ListModel.h"

#include <deque>
#include <memory>

namespace hvgpu::ui {

/// Base of the models fed by fleet::FleetDelta. GUI thread only. Applies ranges, never resets after the first
/// snapshot; work beyond the time budget continues from the event loop, in order.
class FleetModel : public ListModel
{
    Q_OBJECT

public:
    explicit FleetModel(QObject* parent = nullptr);

    /// Replaces everything (the only reset). Drops deltas that were still waiting.
    void setSnapshot(std::shared_ptr<const fleet::FleetSnapshot> snapshot);
    enum class When { Now, Soon };
    /// Applies @p delta: now as far as the budget goes, the rest in slices; or all of it in slices, for what
    /// nobody looks at, so that several models do not use up their budgets in one go.
    void apply(const fleet::FleetDelta& delta, When when = When::Now);
    /// Applies whatever is waiting, however long it takes.
    void flush();
    [[nodiscard]] bool hasPending() const;
    /// Longest time one slice may take before it yields to the event loop; 8 ms unless set.
    void setSliceBudget(std::chrono::microseconds budget);

    [[nodiscard]] std::shared_ptr<const fleet::FleetSnapshot> snapshot() const;

protected:
    virtual void rebuild(const fleet::FleetSnapshot& snapshot) = 0; ///< inside begin/endResetModel
    virtual void applyHost(const fleet::HostDelta& delta, const fleet::FleetSnapshot& fleet) = 0;
    /// The server list changed: bring the order of hosts (and entries) to that of @p fleet.
    virtual void applyEntries(const fleet::FleetSnapshot& fleet) = 0;

private:
    struct Pending
    {
        std::shared_ptr<const fleet::FleetSnapshot> fleet;
        std::deque<fleet::HostDelta> hosts;
        bool entriesChanged = false;
    };
    bool runSlice(std::chrono::microseconds budget); ///< true when nothing is left
    void continueSlices();

    std::shared_ptr<const fleet::FleetSnapshot> m_snapshot;
    std::deque<Pending> m_pending;
    QTimer m_sliceTimer;
    std::chrono::microseconds m_budget{8000};
};

} // namespace hvgpu::ui
