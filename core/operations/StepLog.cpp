#include "core/operations/StepLog.h"

namespace hvgpu::operations {
namespace {

using Kind = JournalRecord::Kind;

JournalRecord record(Kind kind, int target, int step)
{
    JournalRecord made;
    made.kind = kind;
    made.target = target;
    made.step = step;
    return made;
}

} // namespace

StepLog::StepLog(int target, Journal& journal, RunObserver& observer, base::Clock& clock,
                 TargetReport& report)
    : m_target(target)
    , m_journal(journal)
    , m_observer(observer)
    , m_clock(clock)
    , m_report(report)
{}

base::Result<void>
StepLog::perform(int step, const std::stop_token& stop,
                 const std::function<base::Result<void>(const hyperv::ActionContext&)>& action)
{
    const bool undoing = step == undo;
    JournalRecord begun = record(undoing ? Kind::UndoBegun : Kind::StepBegun, m_target, step);
    begun.clusterResource = m_clusterResource;
    if (!undoing)
        begun.quotas = m_quotas;
    begun.foundRunning = undoing && m_foundRunning;
    if (auto written = m_journal.append(std::move(begun)); !written && !undoing)
        return written;
    m_observer.stepProgress(m_target, step, 0);

    StepReport done;
    done.step = step;
    hyperv::ActionContext context;
    context.stop = stop;
    context.progress = [this, step](int percent) { m_observer.stepProgress(m_target, step, percent); };
    context.record = [&done](const hyperv::CallRecord& call) { done.calls.push_back(call); };
    const auto started = m_clock.steadyNow();
    base::Result<void> result = action(context);
    done.duration = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.steadyNow() - started);
    done.done = result.has_value();

    JournalRecord ended = record(undoing ? Kind::UndoEnded : Kind::StepEnded, m_target, step);
    ended.newAdapter = m_report.newAdapter;
    if (!result) {
        done.error = result.error();
        ended.error = base::describe(result.error());
        ended.cause = result.error();
    }
    ended.calls = done.calls;
    ended.duration = done.duration;
    (undoing ? m_report.undo : m_report.steps).push_back(std::move(done));
    // The effect stands whether or not its end could be recorded; the next append will say so again.
    static_cast<void>(m_journal.append(std::move(ended)));
    return result;
}

void StepLog::noteAlreadyDone(int step)
{
    StepReport found;
    found.step = step;
    found.done = true;
    found.alreadyDone = true;
    m_report.steps.push_back(std::move(found));
}

base::Result<void> StepLog::end(Outcome outcome)
{
    m_report.outcome = outcome;
    JournalRecord ended = record(Kind::TargetEnded, m_target, -1);
    ended.outcome = outcome;
    ended.newAdapter = m_report.newAdapter;
    ended.vmLeft = m_report.vmLeft;
    ended.note = m_report.changed;
    ended.cause = m_report.error;
    ended.undoCause = m_report.undoError;
    if (m_report.undoError)
        ended.error = base::describe(*m_report.undoError);
    else if (m_report.error)
        ended.error = base::describe(*m_report.error);
    auto written = m_journal.append(std::move(ended));
    m_observer.targetEnded(m_target, m_report);
    return written;
}

} // namespace hvgpu::operations
