#include "ui/activity/ActivityFace.h"

#include "core/text/PlanText.h"
#include "core/text/Text.h"
#include "ui/activity/ActivityFilter.h"

#include <QCoreApplication>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

using operations::Activity;
using operations::ActivityState;
using operations::Outcome;
using operations::TargetProgress;

constexpr int whole = 100;

struct ActivityWords
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::ActivityWords)
};

QString requestIcon(const operations::Plan& plan)
{
    const QLatin1String kind = operations::kindOf(plan.request);
    if (kind == QLatin1String("set-count"))
        return u"partition-count"_s;
    if (kind == QLatin1String("vm-settings"))
        return u"settings"_s;
    const bool gives = kind == QLatin1String("assign") || kind == QLatin1String("dda-assign") ||
                       kind == QLatin1String("assign-pool") || kind == QLatin1String("create-pool") ||
                       kind == QLatin1String("dismount");
    return gives ? u"assign"_s : u"unassign"_s;
}

bool isBusy(const TargetProgress& target)
{
    return target.state == TargetProgress::State::Running ||
           target.state == TargetProgress::State::PuttingBack ||
           target.state == TargetProgress::State::Asking;
}

int targetPercent(const TargetProgress& target, const operations::Target& plan)
{
    if (target.state == TargetProgress::State::Ended)
        return whole;
    if (target.step < 0 || plan.steps.empty())
        return 0;
    const int steps = static_cast<int>(plan.steps.size());
    return std::clamp((target.step * whole + target.percent) / steps, 0, whole);
}

QString activityIcon(const Activity& activity)
{
    switch (activity.state) {
    case ActivityState::Queued:
        return u"waiting"_s;
    case ActivityState::Running:
    case ActivityState::RunningElsewhere:
        return u"running"_s;
    case ActivityState::Interrupted:
        return u"warning"_s;
    case ActivityState::Dismissed:
        return u"info"_s;
    case ActivityState::Ended:
        break;
    }
    if (activity.allSucceeded())
        return u"done"_s;
    if (isTakenBack(activity))
        return activity.count(Outcome::Cancelled) > 0 ? u"cancel"_s : u"undo"_s;
    const bool bad = activity.error.has_value() || activity.count(Outcome::Failed) > 0 ||
                     activity.count(Outcome::PutBack) > 0 || activity.count(Outcome::PartlyDone) > 0 ||
                     activity.count(Outcome::Indeterminate) > 0;
    return bad ? u"error"_s : u"warning"_s;
}

/// How a target stands that has not ended.
void showUnderWay(ActivityFace& face, const Activity& activity, const TargetProgress& target)
{
    const bool busy = isBusy(target);
    switch (target.state) {
    case TargetProgress::State::Running:
        face.state = ActivityWords::tr("Running");
        break;
    case TargetProgress::State::PuttingBack:
        face.state = ActivityWords::tr("Putting back");
        break;
    case TargetProgress::State::Asking:
        face.state = ActivityWords::tr("Waits for your answer");
        break;
    default:
        face.state = activity.isActive() ? ActivityWords::tr("Waiting") : ActivityWords::tr("Not started");
    }
    const bool broken = (busy || target.unfinished) && !activity.isActive() &&
                        activity.state != ActivityState::RunningElsewhere;
    if (broken)
        face.state = ActivityWords::tr("Interrupted");
    face.state = text::withVmLeft(face.state, broken ? target.report.vmLeft : operations::VmLeft::AsFound);
    const bool asks = target.state == TargetProgress::State::Asking;
    face.stateIcon = broken || asks ? u"warning"_s : (busy ? u"running"_s : u"waiting"_s);
}

QString callText(const hyperv::CallRecord& call)
{
    return call.target.isEmpty() ? call.operation : u"%1 – %2"_s.arg(call.operation, call.target);
}

void showStep(ActivityFace& face, const StepStory& story, bool open)
{
    switch (story.state) {
    case StepStory::State::Running:
        face.state = open ? ActivityWords::tr("Running") : ActivityWords::tr("Interrupted");
        face.stateIcon = open ? u"running"_s : u"warning"_s;
        break;
    case StepStory::State::Done:
        face.state = ActivityWords::tr("Done");
        face.stateIcon = u"done"_s;
        break;
    case StepStory::State::AlreadyDone:
        face.state = ActivityWords::tr("Was done already");
        face.stateIcon = u"done"_s;
        break;
    case StepStory::State::Failed:
        face.state = ActivityWords::tr("Failed");
        face.stateIcon = u"error"_s;
        break;
    case StepStory::State::NotYet:
        face.state = open ? ActivityWords::tr("Waiting") : ActivityWords::tr("Not done");
        face.stateIcon = u"waiting"_s;
        break;
    }
}

} // namespace

QString outcomeIcon(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Succeeded:
        return u"done"_s;
    case Outcome::Failed:
    case Outcome::PartlyDone:
        return u"error"_s;
    case Outcome::Refused:
    case Outcome::Indeterminate:
        return u"warning"_s;
    case Outcome::Cancelled:
        return u"cancel"_s;
    case Outcome::PutBack:
        return u"undo"_s;
    case Outcome::Skipped:
        return u"info"_s;
    case Outcome::NotStarted:
        break;
    }
    return u"waiting"_s;
}

QString outcomeIcon(const operations::TargetReport& report)
{
    const bool kept = report.outcome == Outcome::Succeeded && report.undoError;
    return kept ? outcomeIcon(Outcome::Refused) : outcomeIcon(report.outcome);
}

QStringList serversOf(const Activity& activity)
{
    QStringList names;
    for (const operations::Target& target : activity.plan.targets)
        names.append(target.hostName);
    names.removeDuplicates();
    return names;
}

bool wasPutBack(const TargetProgress& target)
{
    return !target.report.undo.empty() || target.state == TargetProgress::State::PuttingBack;
}

StepStory stepStory(const TargetProgress& target, int step)
{
    StepStory story;
    const bool undo = step == putBackStep;
    const bool here =
        undo ? target.state == TargetProgress::State::PuttingBack : isBusy(target) && target.step == step;
    for (const operations::StepReport& report : undo ? target.report.undo : target.report.steps) {
        if (!undo && report.step != step)
            continue;
        for (const hyperv::CallRecord& call : report.calls)
            story.calls.push_back(&call);
        story.duration = story.duration.value_or(std::chrono::milliseconds(0)) + report.duration;
        story.error = report.error ? &*report.error : nullptr;
        const auto ended = report.alreadyDone ? StepStory::State::AlreadyDone : StepStory::State::Done;
        story.state = report.done ? ended : StepStory::State::Failed;
    }
    if (here)
        story.state = StepStory::State::Running;
    else if (story.state == StepStory::State::NotYet && isBusy(target) && !undo && step < target.step)
        story.state = StepStory::State::Done;
    return story;
}

ActivityFace activityFace(const Activity& activity, const QDateTime& now)
{
    ActivityFace face;
    face.what = text::planTitle(activity.plan);
    face.whatIcon = requestIcon(activity.plan);
    face.state = text::activityState(activity);
    face.stateIcon = activityIcon(activity);
    face.stateTip = activity.error ? text::present(*activity.error).title : text::activitySummary(activity);
    if (const QString left = text::vmsLeft(activity); !left.isEmpty() && !activity.isActive())
        face.stateTip += u'\n' + left;
    const int targets = static_cast<int>(activity.targets.size());
    if (activity.isActive() && targets > 0) {
        int sum = 0;
        for (std::size_t i = 0; i < activity.targets.size(); ++i)
            sum += targetPercent(activity.targets[i], activity.plan.targets[i]);
        face.percent = sum / targets;
    }
    face.progress = ActivityWords::tr("%1 of %n", "targets that ended", targets).arg(activity.endedTargets());
    face.started = activity.startedAt;
    const QDateTime end = activity.endedAt.isValid() ? activity.endedAt : now;
    if (activity.startedAt.isValid() && (activity.endedAt.isValid() || activity.isActive()))
        face.duration = std::chrono::milliseconds(std::max<qint64>(0, activity.startedAt.msecsTo(end)));
    face.by = activity.by;
    const QStringList servers = serversOf(activity);
    const int count = static_cast<int>(servers.size());
    face.server = count == 1 ? servers.front() : ActivityWords::tr("%n server(s)", nullptr, count);
    return face;
}

ActivityFace targetFace(const Activity& activity, std::size_t index)
{
    const operations::Target& plan = activity.plan.targets[index];
    const TargetProgress& target = activity.targets[index];
    ActivityFace face;
    face.what = plan.name;
    face.whatIcon = plan.vm.isEmpty() ? u"gpu"_s : u"vm-other"_s;
    face.server = plan.hostName;
    const int steps = static_cast<int>(plan.steps.size());
    if (target.state == TargetProgress::State::Ended) {
        face.state = text::outcome(target.report);
        face.stateIcon = outcomeIcon(target.report);
        const QString reason = text::targetReason(target.report, plan.hostName);
        face.stateTip = reason.isEmpty() ? text::outcomeMeaning(target.report.outcome) : reason;
    } else {
        showUnderWay(face, activity, target);
    }
    if (activity.isActive() && isBusy(target))
        face.percent = targetPercent(target, plan);
    int done = 0;
    std::chrono::milliseconds spent{};
    for (int step = putBackStep; step < steps; ++step) {
        const StepStory story = stepStory(target, step);
        spent += story.duration.value_or(std::chrono::milliseconds(0));
        const bool good =
            story.state == StepStory::State::Done || story.state == StepStory::State::AlreadyDone;
        done += good && step != putBackStep ? 1 : 0;
    }
    face.progress = ActivityWords::tr("%1 of %n step(s)", nullptr, steps).arg(done);
    if (spent > std::chrono::milliseconds(0))
        face.duration = spent;
    return face;
}

ActivityFace stepFace(const Activity& activity, std::size_t index, int step)
{
    const operations::Target& plan = activity.plan.targets[index];
    const TargetProgress& target = activity.targets[index];
    const StepStory story = stepStory(target, step);
    ActivityFace face;
    face.what = step == putBackStep ? ActivityWords::tr("Put back as it was")
                                    : text::step(plan.steps[static_cast<std::size_t>(step)]);
    face.whatIcon = step == putBackStep ? u"undo"_s : QString();
    face.server = plan.hostName;
    face.duration = story.duration;
    showStep(face, story, activity.isActive() && target.state != TargetProgress::State::Ended);
    if (story.error != nullptr)
        face.stateTip = text::present(*story.error, plan.hostName).title;
    if (story.state == StepStory::State::Running && activity.isActive())
        face.percent = target.percent;
    return face;
}

ActivityFace callFace(const hyperv::CallRecord& call)
{
    ActivityFace face;
    face.what = callText(call);
    face.state = call.result;
    face.stateTip = call.result;
    face.duration = call.duration;
    return face;
}

} // namespace hvgpu::ui
