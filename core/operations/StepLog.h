#pragma once

#include "core/base/Clock.h"
#include "core/operations/Journal.h"
#include "core/operations/Outcome.h"
#include "core/operations/Runner.h"

#include <functional>

namespace hvgpu::operations {

/// What one target's work reports to: journal, observer and its own report. One worker at a time.
class StepLog
{
public:
    /// Work that takes back instead of going on; not a step of the plan.
    static constexpr int undo = -1;

    StepLog(int target, Journal& journal, RunObserver& observer, base::Clock& clock, TargetReport& report);

    /// Runs @p action as step @p step (or undo): journal before, action, journal after, report. The action
    /// reads back what it did, so that journal and report tell the same. When the journal cannot be written a
    /// step is not begun and the journal's error is returned; an undo goes on without the record, for a VM
    /// left off is worse than a gap in the journal.
    base::Result<void> perform(int step, const std::stop_token& stop,
                               const std::function<base::Result<void>(const hyperv::ActionContext&)>& action);

    void noteAlreadyDone(int step);
    /// What a later run must know should this one be cut off; goes with every record that begins something.
    void noteClusterResource(const QString& resource) { m_clusterResource = resource; }
    void noteQuotas(const hyperv::PartitionQuotas& quotas) { m_quotas = quotas; }
    void noteFoundRunning(bool running) { m_foundRunning = running; }
    /// Nothing is to be taken down any more, for this reason.
    void hold(const std::optional<base::Error>& reason) { m_hold = reason; }
    [[nodiscard]] const std::optional<base::Error>& held() const { return m_hold; }
    [[nodiscard]] ShutdownAnswer ask(const QString& because, const std::stop_token& stop)
    {
        return m_observer.askAboutShutdown(m_target, because, stop);
    }
    [[nodiscard]] TargetReport& report() { return m_report; }
    [[nodiscard]] base::Clock& clock() { return m_clock; }
    base::Result<void> end(Outcome outcome);

private:
    int m_target;
    Journal& m_journal;
    RunObserver& m_observer;
    base::Clock& m_clock;
    TargetReport& m_report;
    QString m_clusterResource;
    hyperv::PartitionQuotas m_quotas;
    bool m_foundRunning = false;
    std::optional<base::Error> m_hold;
};

} // namespace hvgpu::operations
