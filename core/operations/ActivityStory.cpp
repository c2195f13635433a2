#include "core/operations/ActivityStory.h"

#include "core/operations/TargetHistory.h"

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

using Kind = JournalRecord::Kind;

base::Error unknownEnd()
{
    base::Error error;
    error.layer = base::Layer::Model;
    error.code = base::ErrorCode::Indeterminate;
    error.detail = u"the program ended before this did"_s;
    return error;
}

std::optional<base::Error> errorOf(const JournalRecord& record)
{
    if (record.cause || record.error.isEmpty())
        return record.cause;
    // Of a journal that keeps the description only.
    base::Error error;
    error.detail = record.error;
    return error;
}

/// Tells the records of one target, one after the other.
class TargetTeller
{
public:
    void note(const JournalRecord& record)
    {
        switch (record.kind) {
        case Kind::StepBegun:
            begin(record.step);
            break;
        case Kind::UndoBegun:
            begin(-1);
            break;
        case Kind::StepEnded:
        case Kind::UndoEnded:
            end(record);
            break;
        case Kind::TargetEnded:
            m_progress.report.error = record.undoCause ? record.cause : errorOf(record);
            m_progress.report.undoError = record.undoCause;
            break;
        default:
            break;
        }
    }

    [[nodiscard]] TargetProgress take(const TargetHistory& history, bool running)
    {
        TargetReport& report = m_progress.report;
        report.outcome = history.outcome;
        report.newAdapter = history.newAdapter;
        report.changed = history.changed;
        m_progress.unfinished = history.dirty && history.outcome == Outcome::NotStarted;
        m_progress.stands = history.stands();
        report.vmLeft = history.vmLeft;
        if (report.outcome != Outcome::NotStarted)
            m_progress.state = TargetProgress::State::Ended;
        else if (running && m_progress.unfinished)
            m_progress.state = TargetProgress::State::Running;
        else if (!running)
            closeOpen();
        return std::move(m_progress);
    }

private:
    void begin(int step)
    {
        closeOpen();
        m_open = step;
        m_progress.step = step;
    }
    void end(const JournalRecord& record)
    {
        m_open.reset();
        StepReport report;
        report.step = record.step;
        report.error = errorOf(record);
        report.done = !report.error;
        report.calls = record.calls;
        report.duration = record.duration;
        push(std::move(report));
    }
    void closeOpen()
    {
        if (!m_open)
            return;
        StepReport report;
        report.step = *m_open;
        report.error = unknownEnd();
        push(std::move(report));
        m_open.reset();
    }
    void push(StepReport report)
    {
        auto& work = report.step < 0 ? m_progress.report.undo : m_progress.report.steps;
        work.push_back(std::move(report));
    }

    TargetProgress m_progress;
    std::optional<int> m_open; ///< step whose end is not recorded
};

ActivityState stateOf(const JournalStory& story)
{
    if (story.running)
        return ActivityState::RunningElsewhere;
    if (story.ended)
        return ActivityState::Ended;
    return story.dismissed ? ActivityState::Dismissed : ActivityState::Interrupted;
}

void noteOfAll(Activity& activity, const JournalRecord& record)
{
    if (record.kind == Kind::PlanStarted) {
        activity.task = record.task.value_or(ActivityTask::Run);
        activity.startedAt = record.at;
        activity.by = record.note;
    } else if (record.kind == Kind::PlanEnded || record.kind == Kind::Dismissed) {
        activity.endedAt = record.at;
    }
}

} // namespace

Activity activityFrom(const JournalStory& story)
{
    Activity activity;
    activity.id = story.plan.id;
    activity.plan = story.plan;
    activity.startedAt = story.plan.createdAt;
    activity.state = stateOf(story);
    std::vector<TargetTeller> tellers(story.plan.targets.size());
    for (const JournalRecord& record : story.records) {
        const auto index = static_cast<std::size_t>(record.target);
        if (record.target < 0)
            noteOfAll(activity, record);
        else if (index < tellers.size())
            tellers[index].note(record);
    }
    if (activity.state == ActivityState::Interrupted || activity.state == ActivityState::RunningElsewhere)
        activity.endedAt = {};
    const std::vector<TargetHistory> histories = historiesOf(story.plan, story.records);
    for (std::size_t i = 0; i < tellers.size(); ++i)
        activity.targets.push_back(tellers[i].take(histories[i], story.running));
    return activity;
}

} // namespace hvgpu::operations
