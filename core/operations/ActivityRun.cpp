#include "core/operations/ActivityRun.h"

#include "core/base/UtcTime.h"
#include "core/operations/ActivityStory.h"
#include "core/operations/TargetHistory.h"

#include <iterator>
#include <utility>

namespace hvgpu::operations {
namespace {

/// For what touches no host and must not wait behind what does.
class HereAndNow final : public base::Executor
{
public:
    void post(std::function<void()> task) override { task(); }
};

void prepend(std::vector<StepReport> earlier, std::vector<StepReport>& steps)
{
    std::move(steps.begin(), steps.end(), std::back_inserter(earlier));
    steps = std::move(earlier);
}

std::optional<base::Error> failureOf(const RunReport& report)
{
    return report.journalError ? report.journalError : report.refusal;
}

/// What was seen to end has ended so, even if the journal could not be told.
void correct(TargetProgress& seen, const TargetProgress& told)
{
    seen.unfinished = told.unfinished;
    seen.stands = told.stands;
    seen.report.vmLeft = told.report.vmLeft;
    if (seen.state == TargetProgress::State::Ended)
        return;
    seen.state = told.state;
    seen.report.outcome = told.report.outcome;
}

} // namespace

ActivityRun::ActivityRun(Job job, Services services)
    : m_job(std::move(job))
    , m_services(std::move(services))
    , m_lead([this](const std::stop_token& stop) { lead(stop); })
{}

ActivityRun::~ActivityRun() = default;

void ActivityRun::allow(const std::map<model::HostId, base::Error>& holds)
{
    const std::lock_guard lock(m_mutex);
    m_job.options.holds = holds;
    m_isItsTurn = true;
    m_wakeup.notify_all();
}

void ActivityRun::cancel()
{
    m_lead.request_stop();
}

void ActivityRun::answer(int target, ShutdownAnswer answer)
{
    const std::lock_guard lock(m_mutex);
    m_answers.insert_or_assign(target, answer);
    m_wakeup.notify_all();
}

bool ActivityRun::awaitTurn(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    return m_wakeup.wait(lock, stop, [this] { return m_isItsTurn; }) && !stop.stop_requested();
}

bool ActivityRun::openJournal()
{
    const bool isNew = m_job.task == ActivityTask::Run;
    auto opened = isNew ? Journal::create(m_job.journalFolder, m_job.plan, m_services.clock)
                        : Journal::reopen(m_job.journalPath, m_services.clock);
    if (opened) {
        m_journal = *std::move(opened);
        return true;
    }
    if (!isNew) {
        m_services.tell({m_job.plan.id, ActivityEvent::Kind::Refused, -1, {}, opened.error()});
        return false;
    }
    tell(ActivityEvent::Kind::Ended, -1,
         [error = opened.error(), now = base::toUtc(m_services.clock.now())](Activity& activity) {
             activity.state = ActivityState::Ended;
             activity.cancelling = false;
             activity.endedAt = now;
             activity.error = error;
         });
    return false;
}

void ActivityRun::lead(const std::stop_token& stop)
{
    if (!openJournal())
        return;
    std::optional<base::Error> error;
    // A plan that never had its turn is to tell who wanted it; going on or back later leaves no trace until
    // it begins.
    const bool isNew = m_job.task == ActivityTask::Run;
    if (isNew)
        error = noteStart();
    const bool isItsTurn = awaitTurn(stop);
    if (isItsTurn && !isNew)
        error = noteStart();
    if (!error && (isItsTurn || isNew))
        error = work(stop, isItsTurn);
    const QString path = m_journal->path();
    m_journal.reset(); // free for others before anybody is told
    tellEnd(path, error);
}

std::optional<base::Error> ActivityRun::noteStart()
{
    JournalRecord started;
    started.task = m_job.task;
    started.note = m_job.by;
    started.stopAfterFailure = m_job.options.stopAfterFailure;
    const auto written = m_journal->append(std::move(started));
    return written ? std::nullopt : std::optional(written.error());
}

std::optional<base::Error> ActivityRun::work(const std::stop_token& stop, bool isItsTurn)
{
    HereAndNow here;
    Runner runner(m_services.controls, isItsTurn ? m_services.hosts : here, m_services.clock);
    if (m_job.task == ActivityTask::Run)
        return failureOf(runner.run(m_job.plan, *m_journal, *this, m_job.options, stop));
    const auto story = readJournal(m_journal->path());
    if (!story)
        return story.error();
    const std::vector<TargetHistory> histories = historiesOf(story->plan, story->records);
    for (std::size_t i = 0; i < histories.size(); ++i) {
        if (isSettled(m_job.task, histories[i]))
            continue;
        tellTarget(ActivityEvent::Kind::Changed, static_cast<int>(i),
                   [](TargetProgress& target) { target.state = TargetProgress::State::Waiting; });
    }
    return failureOf(m_job.task == ActivityTask::Resume
                         ? runner.resume(*story, *m_journal, *this, stop, m_job.options)
                         : runner.putBack(*story, *m_journal, *this, m_job.options));
}

void ActivityRun::tellEnd(const QString& path, const std::optional<base::Error>& error)
{
    // Whether anything is left to do for it is what its journal says: the next start will go by that, too.
    auto story = readJournal(path);
    Activity told;
    if (story)
        told = activityFrom(*story);
    else
        told.state = ActivityState::Interrupted;
    const bool isKnown = story.has_value();
    tell(ActivityEvent::Kind::Ended, -1, [told = std::move(told), isKnown, error](Activity& activity) {
        activity.state = told.state;
        activity.error = error;
        activity.cancelling = false;
        if (!isKnown)
            return;
        activity.task = told.task;
        activity.startedAt = told.startedAt;
        activity.endedAt = told.endedAt;
        activity.by = told.by;
        for (std::size_t i = 0; i < activity.targets.size(); ++i)
            correct(activity.targets[i], told.targets[i]);
    });
}

void ActivityRun::tell(ActivityEvent::Kind kind, int target, std::function<void(Activity&)> apply)
{
    m_services.tell({m_job.plan.id, kind, target, std::move(apply), {}});
}

void ActivityRun::tellTarget(ActivityEvent::Kind kind, int target, std::function<void(TargetProgress&)> apply)
{
    tell(kind, target, [target, apply = std::move(apply)](Activity& activity) {
        apply(activity.targets.at(static_cast<std::size_t>(target)));
    });
}

void ActivityRun::targetStarted(int target)
{
    tellTarget(ActivityEvent::Kind::Changed, target, [](TargetProgress& progress) {
        progress.state = TargetProgress::State::Running;
        progress.step = -1;
        progress.percent = 0;
    });
}

void ActivityRun::stepProgress(int target, int step, int percent)
{
    tellTarget(ActivityEvent::Kind::Changed, target, [step, percent](TargetProgress& progress) {
        progress.state = step < 0 ? TargetProgress::State::PuttingBack : TargetProgress::State::Running;
        progress.step = step;
        progress.percent = percent;
    });
}

void ActivityRun::targetEnded(int target, const TargetReport& report)
{
    tellTarget(ActivityEvent::Kind::TargetEnded, target, [report](TargetProgress& progress) {
        TargetReport now = report;
        // What was done in earlier runs stays to be seen.
        prepend(std::move(progress.report.steps), now.steps);
        prepend(std::move(progress.report.undo), now.undo);
        progress = {};
        progress.state = TargetProgress::State::Ended;
        progress.report = std::move(now);
    });
}

ShutdownAnswer ActivityRun::askAboutShutdown(int target, const QString& because, const std::stop_token& stop)
{
    {
        const std::lock_guard lock(m_mutex);
        m_answers.erase(target); // of an earlier question
    }
    tellTarget(ActivityEvent::Kind::Asked, target, [because](TargetProgress& progress) {
        progress.state = TargetProgress::State::Asking;
        progress.askedBecause = because;
    });
    ShutdownAnswer answer = ShutdownAnswer::Skip;
    {
        std::unique_lock lock(m_mutex);
        if (m_wakeup.wait(lock, stop, [&] { return m_answers.contains(target); }))
            answer = m_answers.at(target);
    }
    tellTarget(ActivityEvent::Kind::Changed, target,
               [](TargetProgress& progress) { progress.state = TargetProgress::State::Running; });
    return answer;
}

} // namespace hvgpu::operations
