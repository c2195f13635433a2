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
    StepLog(int target, Journal& journal, RunObserver& observer, base::Clock& clock, TargetReport& report);

    /// Runs @p action as step @p step (-1 = putting back): journal before, action, journal after, report.
    /// When the journal cannot be written nothing is done and its error is returned.
    base::Result<void> perform(int step, const std::stop_token& stop,
                               const std::function<base::Result<void>(const hyperv::ActionContext&)>& action);

    void noteAlreadyDone(int step);
    [[nodiscard]] ShutdownAnswer ask(const std::stop_token& stop)
    {
        return m_observer.shutdownTimedOut(m_target, stop);
    }
    [[nodiscard]] TargetReport& report() { return m_report; }
    [[nodiscard]] base::Clock& clock() { return m_clock; }
    [[nodiscard]] bool journalFailed() const { return m_journalFailed; }
    base::Result<void> end(Outcome outcome);

private:
    int m_target;
    Journal& m_journal;
    RunObserver& m_observer;
    base::Clock& m_clock;
    TargetReport& m_report;
    bool m_journalFailed = false;
};

} // namespace hvgpu::operations
