#include "core/operations/Runner.h"

#include "core/operations/GpuTargetRun.h"
#include "core/operations/StepLog.h"
#include "core/operations/VmTargetRun.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>

namespace hvgpu::operations {
namespace {

QDateTime utc(const base::Clock& clock)
{
    const auto sinceEpoch =
        std::chrono::duration_cast<std::chrono::milliseconds>(clock.now().time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count(), Qt::UTC);
}

bool isFailure(Outcome outcome)
{
    return outcome == Outcome::Failed || outcome == Outcome::PutBack || outcome == Outcome::PartlyDone ||
           outcome == Outcome::Indeterminate;
}

} // namespace

/// Everything the workers of one run share.
struct Runner::Work
{
    const std::vector<Target>& targets;
    TargetTask task;
    Journal& journal;
    RunObserver& observer;
    RunOptions options;
    std::stop_token stop;
    RunReport report;
    std::mutex mutex;
    std::condition_variable ended;
    std::size_t openHosts = 0;
    std::atomic<bool> halt = false;

    void noteJournalError(const base::Error& error)
    {
        const std::lock_guard lock(mutex);
        halt = true;
        report.journalError = error;
    }
};

Runner::Runner(HostControlFactory factory, base::Executor& executor, base::Clock& clock)
    : m_factory(std::move(factory))
    , m_executor(executor)
    , m_clock(clock)
{}

RunReport Runner::run(const Plan& plan, Journal& journal, RunObserver& observer, const RunOptions& options,
                      const std::stop_token& stop)
{
    return runAll(plan.targets, TargetTask::Run, {}, journal, observer, options, stop);
}

RunReport Runner::resume(const JournalStory& story, Journal& journal, RunObserver& observer,
                         const std::stop_token& stop)
{
    return runAll(story.plan.targets, TargetTask::Resume, story.records, journal, observer, {}, stop);
}

RunReport Runner::putBack(const JournalStory& story, Journal& journal, RunObserver& observer)
{
    return runAll(story.plan.targets, TargetTask::PutBack, story.records, journal, observer, {}, {});
}

RunReport Runner::runAll(const std::vector<Target>& targets, TargetTask task,
                         const std::vector<JournalRecord>& earlier, Journal& journal, RunObserver& observer,
                         const RunOptions& options, const std::stop_token& stop)
{
    Work work{targets, task, journal, observer, options, stop, {}, {}, {}, 0, false};
    work.report.startedAt = utc(m_clock);
    work.report.targets.resize(targets.size());
    std::map<model::HostId, std::vector<int>> byHost;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const auto index = static_cast<int>(i);
        for (const JournalRecord& record : earlier) {
            if (record.target != index)
                continue;
            if (!record.newAdapter.isEmpty())
                work.report.targets[i].newAdapter = record.newAdapter;
            if (record.outcome)
                work.report.targets[i].outcome = *record.outcome;
        }
        byHost[targets[i].host].push_back(index);
    }
    work.openHosts = byHost.size();
    for (const auto& [host, indexes] : byHost) {
        m_executor.post([this, &work, host = host, indexes = indexes] {
            runHost(work, host, indexes);
            const std::lock_guard lock(work.mutex);
            --work.openHosts;
            work.ended.notify_all();
        });
    }
    std::unique_lock lock(work.mutex);
    work.ended.wait(lock, [&] { return work.openHosts == 0; });
    lock.unlock();
    work.report.endedAt = utc(m_clock);
    JournalRecord ended;
    ended.kind = JournalRecord::Kind::PlanEnded;
    // A target whose fate is unknown keeps its plan open: it must be shown again at the next start.
    const bool open =
        std::any_of(work.report.targets.begin(), work.report.targets.end(), [](const TargetReport& report) {
            return report.outcome == Outcome::Indeterminate || report.outcome == Outcome::PartlyDone;
        });
    if (!open && !work.report.journalError) {
        if (auto written = journal.append(ended); !written)
            work.report.journalError = written.error();
    }
    return std::move(work.report);
}

void Runner::runHost(Work& work, const model::HostId& host, const std::vector<int>& indexes)
{
    std::unique_ptr<hyperv::HostControl> control;
    for (const int index : indexes) {
        TargetReport& report = work.report.targets[static_cast<std::size_t>(index)];
        if (isSettled(work.task, report.outcome))
            continue;
        const bool halted = work.halt || (work.task != TargetTask::PutBack && work.stop.stop_requested());
        StepLog log(index, work.journal, work.observer, m_clock, report);
        work.observer.targetStarted(index);
        Outcome outcome = Outcome::Cancelled;
        if (!halted) {
            if (!control) {
                auto made = m_factory(host);
                if (made)
                    control = std::move(*made);
                else
                    report.error = made.error();
            }
            outcome = control ? runTarget(work, index, *control, log) : Outcome::Failed;
        }
        if (auto written = log.end(outcome); !written)
            work.noteJournalError(written.error());
        else if (work.options.stopAfterFailure && isFailure(outcome))
            work.halt = true;
    }
}

bool Runner::isSettled(TargetTask task, Outcome outcome)
{
    if (task == TargetTask::Run)
        return false;
    if (task == TargetTask::Resume)
        return outcome == Outcome::Succeeded;
    // Put back what was begun: also what had succeeded, but not what was never touched or is back already.
    return outcome == Outcome::Refused || outcome == Outcome::PutBack || outcome == Outcome::Skipped ||
           outcome == Outcome::Cancelled;
}

Outcome Runner::runTarget(Work& work, int index, hyperv::HostControl& control, StepLog& log)
{
    const Target& target = work.targets[static_cast<std::size_t>(index)];
    const auto go = [&](auto targetRun) {
        switch (work.task) {
        case TargetTask::Run:
            return targetRun.run();
        case TargetTask::Resume:
            return targetRun.resume();
        case TargetTask::PutBack:
            break;
        }
        return targetRun.putBack();
    };
    return target.vm.isEmpty() ? go(GpuTargetRun(target, control, log, work.stop))
                               : go(VmTargetRun(target, control, log, work.stop));
}

bool RunReport::allSucceeded() const
{
    return !journalError && std::all_of(targets.begin(), targets.end(), [](const TargetReport& report) {
        return report.outcome == Outcome::Succeeded;
    });
}

} // namespace hvgpu::operations
