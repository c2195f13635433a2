#include "core/operations/Runner.h"

#include "core/base/UtcTime.h"
#include "core/operations/DeviceTargetRun.h"
#include "core/operations/GpuTargetRun.h"
#include "core/operations/HostHold.h"
#include "core/operations/StepLog.h"
#include "core/operations/TargetHistory.h"
#include "core/operations/VmTargetRun.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

bool isFailure(Outcome outcome)
{
    return outcome == Outcome::Failed || outcome == Outcome::PutBack || outcome == Outcome::PartlyDone ||
           outcome == Outcome::Indeterminate;
}

base::Error chosenStop()
{
    base::Error error;
    error.layer = base::Layer::Model;
    error.code = base::ErrorCode::Cancelled;
    error.detail = u"nothing further was begun after a failure, as chosen"_s;
    return error;
}

bool isOpen(Outcome outcome)
{
    return outcome == Outcome::NotStarted || outcome == Outcome::Indeterminate ||
           outcome == Outcome::PartlyDone;
}

/// Waits until every one of its tokens is gone: with its task, whether that ran or was dropped.
class Latch
{
public:
    using Token = std::shared_ptr<void>;

    static Token tokenOf(const std::shared_ptr<Latch>& latch)
    {
        const std::lock_guard lock(latch->m_mutex);
        ++latch->m_open;
        return {nullptr, [latch](void*) { latch->release(); }};
    }
    void wait()
    {
        std::unique_lock lock(m_mutex);
        m_released.wait(lock, [this] { return m_open == 0; });
    }

private:
    void release()
    {
        const std::lock_guard lock(m_mutex);
        --m_open;
        m_released.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_released;
    std::size_t m_open = 0;
};

} // namespace

/// Everything the workers of one run share.
struct Runner::Work
{
    const Plan& plan;
    ActivityTask task;
    Journal& journal;
    RunObserver& observer;
    RunOptions options;
    std::stop_token stop;
    std::vector<TargetHistory> earlier;
    RunReport report;
    std::mutex mutex;
    std::atomic<bool> halt = false;

    void noteJournalError(const base::Error& error)
    {
        const std::lock_guard lock(mutex);
        halt = true;
        report.journalError = error;
    }
    [[nodiscard]] std::optional<base::Error> journalError()
    {
        const std::lock_guard lock(mutex);
        return report.journalError;
    }
    /// Nothing further is to be begun; putting back goes on.
    [[nodiscard]] bool isHalted() const
    {
        return task != ActivityTask::PutBack && (halt || stop.stop_requested());
    }
    [[nodiscard]] TargetReport& target(int index) { return report.targets[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const TargetHistory& history(int index) const
    {
        return earlier[static_cast<std::size_t>(index)];
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
    return runAll(plan, ActivityTask::Run, {}, journal, observer, options, stop);
}

RunReport Runner::resume(const JournalStory& story, Journal& journal, RunObserver& observer,
                         const std::stop_token& stop, const RunOptions& options)
{
    RunOptions chosen = options;
    chosen.stopAfterFailure = chosen.stopAfterFailure || stopsAfterFailure(story.records);
    return runAll(story.plan, ActivityTask::Resume, story.records, journal, observer, chosen, stop);
}

RunReport Runner::putBack(const JournalStory& story, Journal& journal, RunObserver& observer,
                          const RunOptions& options)
{
    return runAll(story.plan, ActivityTask::PutBack, story.records, journal, observer, options, {});
}

RunReport Runner::runAll(const Plan& plan, ActivityTask task, const std::vector<JournalRecord>& earlier,
                         Journal& journal, RunObserver& observer, const RunOptions& options,
                         const std::stop_token& stop)
{
    Work work{plan, task, journal, observer, options, stop, historiesOf(plan, earlier), {}, {}, false};
    work.report.startedAt = base::toUtc(m_clock.now());
    for (TargetHistory& history : work.earlier) {
        history.othersAdapters = options.othersAdapters;
        TargetReport report;
        report.outcome = history.outcome;
        report.vmLeft = history.vmLeft;
        report.newAdapter = history.newAdapter;
        if (history.outcome == Outcome::Refused)
            report.changed = history.changed;
        work.report.targets.push_back(std::move(report));
    }
    if (task == ActivityTask::Run && plan.isBlocked()) {
        base::Error error;
        error.layer = base::Layer::Model;
        error.code = base::ErrorCode::InvalidArgument;
        error.operation = u"Run plan"_s;
        error.detail = u"the plan has blocking findings"_s;
        work.report.refusal = error;
    }
    runHosts(work);
    work.report.endedAt = base::toUtc(m_clock.now());
    close(work);
    return std::move(work.report);
}

void Runner::runHosts(Work& work)
{
    std::map<model::HostId, std::vector<int>> byHost;
    for (std::size_t i = 0; i < work.plan.targets.size(); ++i)
        byHost[work.plan.targets[i].host].push_back(static_cast<int>(i));
    // What came last goes first: a later target may rest on an earlier one.
    if (work.task == ActivityTask::PutBack) {
        for (auto& [host, indexes] : byHost)
            std::reverse(indexes.begin(), indexes.end());
    }
    const auto latch = std::make_shared<Latch>();
    for (const auto& [host, indexes] : byHost) {
        m_executor.post(
            [this, &work, indexes = indexes, token = Latch::tokenOf(latch)] { runHost(work, indexes); });
    }
    latch->wait();
}

void Runner::close(Work& work)
{
    // A target whose fate is unknown, or whose turn never came, keeps its plan open: it must be shown again
    // at the next start.
    for (std::size_t i = 0; i < work.report.targets.size(); ++i) {
        if (!isSettled(work.task, work.earlier[i]) && isOpen(work.report.targets[i].outcome))
            return;
    }
    if (work.report.journalError)
        return;
    JournalRecord ended;
    ended.kind = JournalRecord::Kind::PlanEnded;
    if (auto written = work.journal.append(ended); !written)
        work.report.journalError = written.error();
}

void Runner::runHost(Work& work, const std::vector<int>& indexes)
{
    std::unique_ptr<hyperv::HostControl> control;
    const auto held =
        work.options.holds.find(work.plan.targets[static_cast<std::size_t>(indexes.front())].host);
    HostHold hold(held == work.options.holds.end() ? std::nullopt : std::optional(held->second));
    for (const int index : indexes) {
        if (isSettled(work.task, work.history(index)))
            continue;
        StepLog log(index, work.journal, work.observer, m_clock, work.target(index));
        log.hold(hold.reason());
        work.observer.targetStarted(index);
        const Outcome outcome = settle(work, index, control, log);
        hold.note(work.plan.targets[static_cast<std::size_t>(index)], log.report());
        if (auto written = log.end(outcome); !written)
            work.noteJournalError(written.error());
        else if (work.options.stopAfterFailure && isFailure(outcome))
            work.halt = true;
    }
}

std::optional<Outcome> Runner::leftOut(Work& work, int index, StepLog& log)
{
    TargetReport& report = log.report();
    const TargetHistory& history = work.history(index);
    const bool putsBack = work.task == ActivityTask::PutBack;
    if (work.report.refusal) {
        report.error = work.report.refusal;
        return Outcome::Refused;
    }
    // What was cut off in the middle is looked after in any case.
    if (log.held() && !history.dirty) {
        report.error = log.held();
        return Outcome::Cancelled;
    }
    if (log.held() && putsBack && history.stands()) {
        report.undoError = log.held();
        return Outcome::Succeeded;
    }
    const auto journalError = work.journalError();
    if (!work.isHalted() || (history.dirty && !journalError))
        return std::nullopt;
    report.error = journalError;
    if (history.dirty)
        return Outcome::Indeterminate;
    if (!journalError && !work.stop.stop_requested())
        report.error = chosenStop();
    return Outcome::Cancelled;
}

Outcome Runner::settle(Work& work, int index, std::unique_ptr<hyperv::HostControl>& control, StepLog& log)
{
    if (const auto ends = leftOut(work, index, log))
        return *ends;
    TargetReport& report = log.report();
    const TargetHistory& history = work.history(index);
    const bool putsBack = work.task == ActivityTask::PutBack;
    if (!control) {
        auto made = m_factory(work.plan.targets[static_cast<std::size_t>(index)].host);
        if (!made && putsBack && history.stands()) {
            report.undoError = made.error();
            return Outcome::Succeeded;
        }
        if (!made) {
            report.error = made.error();
            return history.dirty ? Outcome::Indeterminate : Outcome::Failed;
        }
        control = std::move(*made);
    }
    if (putsBack)
        return runTarget(work, index, Way::Undo, *control, log);
    if (!work.isHalted()) {
        const bool resumes = work.task == ActivityTask::Resume && history.dirty;
        return runTarget(work, index, resumes ? Way::Resume : Way::Run, *control, log);
    }
    // Cancelling what was begun earlier leaves nothing half done either.
    const Outcome back = runTarget(work, index, Way::BackOut, *control, log);
    return back == Outcome::PutBack ? Outcome::Cancelled : back;
}

Outcome Runner::runTarget(const Work& work, int index, Way way, hyperv::HostControl& control, StepLog& log)
{
    const Target& target = work.plan.targets[static_cast<std::size_t>(index)];
    const TargetHistory& earlier = work.history(index);
    const auto go = [way](auto targetRun) {
        switch (way) {
        case Way::Run:
            return targetRun.run();
        case Way::Resume:
            return targetRun.resume();
        case Way::Undo:
            return targetRun.undo();
        case Way::BackOut:
            break;
        }
        return targetRun.putBack();
    };
    if (DeviceTargetRun::handles(target))
        return go(DeviceTargetRun(target, control, log, earlier, work.stop));
    return target.vm.isEmpty() ? go(GpuTargetRun(target, control, log, earlier, work.stop))
                               : go(VmTargetRun(target, control, log, earlier, work.stop));
}

bool RunReport::allSucceeded() const
{
    return !journalError && !refusal &&
           std::all_of(targets.begin(), targets.end(),
                       [](const TargetReport& report) { return report.outcome == Outcome::Succeeded; });
}

} // namespace hvgpu::operations
