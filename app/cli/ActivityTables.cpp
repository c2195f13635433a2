#include "app/cli/ActivityTables.h"

#include "core/report/ChangeFields.h"
#include "core/report/Fields.h"

#include <functional>
#include <numeric>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

using operations::Activity;
using operations::ActivityState;
using operations::ActivityTask;
using operations::Outcome;
using operations::TargetProgress;
using report::Cell;

using A = const std::shared_ptr<const Activity>&;

QString stateId(ActivityState state)
{
    switch (state) {
    case ActivityState::Queued:
        return u"queued"_s;
    case ActivityState::Running:
        return u"running"_s;
    case ActivityState::RunningElsewhere:
        return u"running-elsewhere"_s;
    case ActivityState::Interrupted:
        return u"interrupted"_s;
    case ActivityState::Ended:
        return u"ended"_s;
    case ActivityState::Dismissed:
        break;
    }
    return u"dismissed"_s;
}

QString taskId(ActivityTask task)
{
    switch (task) {
    case ActivityTask::Run:
        return u"run"_s;
    case ActivityTask::Resume:
        return u"resume"_s;
    case ActivityTask::PutBack:
        break;
    }
    return u"put-back"_s;
}

QStringList servers(const Activity& activity)
{
    QStringList names;
    for (const operations::Target& target : activity.plan.targets) {
        if (!names.contains(target.hostName))
            names << target.hostName;
    }
    return names;
}

template <class Property>
QStringList namesOf(const Activity& activity, Property property)
{
    QStringList names;
    for (std::size_t i = 0; i < activity.targets.size(); ++i) {
        if (std::invoke(property, activity.targets[i]))
            names << activity.plan.targets[i].name;
    }
    return names;
}

Cell counted(A activity, std::initializer_list<Outcome> outcomes)
{
    return static_cast<std::uint64_t>(
        std::accumulate(outcomes.begin(), outcomes.end(), 0,
                        [&](int sum, Outcome outcome) { return sum + activity->count(outcome); }));
}

std::vector<report::Field<std::shared_ptr<const Activity>>> activityFields()
{
    return {
        {"activity_id", "Change", true, [](A a) { return report::text(a->id); }},
        {"kind", "Kind", true, [](A a) { return Cell(report::kindId(a->plan.request)); }},
        {"task", "Task", true, [](A a) { return Cell(taskId(a->task)); }},
        {"activity_state", "State", true, [](A a) { return Cell(stateId(a->state)); }},
        {"started", "Started", true, [](A a) { return report::time(a->startedAt); }},
        {"ended", "Ended", false, [](A a) { return report::time(a->endedAt); }},
        {"by", "By", false, [](A a) { return report::text(a->by); }},
        {"servers", "Servers", true, [](A a) { return report::list(servers(*a)); }},
        {"targets", "Targets", true, [](A a) { return report::count(a->targets.size()); }},
        {"succeeded", "Succeeded", true, [](A a) { return counted(a, {Outcome::Succeeded}); }},
        {"put_back", "Put back", true, [](A a) { return counted(a, {Outcome::PutBack}); }},
        {"not_done", "Not done", true,
         [](A a) {
             return counted(a, {Outcome::Refused, Outcome::Skipped, Outcome::Cancelled, Outcome::Failed});
         }},
        {"unclear", "Unclear", true,
         [](A a) {
             return counted(a, {Outcome::PartlyDone, Outcome::Indeterminate});
         }},
        {"unfinished", "Unfinished", true,
         [](A a) { return report::list(namesOf(*a, &TargetProgress::unfinished)); }},
        {"vms_may_be_off", "May be off", true,
         [](A a) { return report::list(namesOf(*a, &TargetProgress::mayBeOff)); }},
        {"can_undo", "Can be put back", false, [](A a) { return Cell(a->canPutBack()); }},
        {"can_resume", "Can be resumed", false, [](A a) { return Cell(a->canResume()); }},
        {"error", "Error", false,
         [](A a) { return a->error ? report::text(base::describe(*a->error)) : Cell(); }},
    };
}

} // namespace

report::Table summaryTable(const ActivityList& activities)
{
    return report::makeTable(u"activities"_s, activityFields(), activities);
}

} // namespace hvgpu::cli
