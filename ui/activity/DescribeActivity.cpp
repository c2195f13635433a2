#include "ui/activity/DescribeActivity.h"

#include "core/text/PlanText.h"
#include "core/text/Text.h"
#include "ui/activity/ActivityFace.h"
#include "ui/details/SectionBuilder.h"

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

using operations::Activity;

struct ActivityDetails
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::ActivityDetails)
};

QString durationText(const ActivityFace& face)
{
    return face.duration ? text::duration(*face.duration) : QString();
}

/// What went wrong and what to try; left out when nothing did.
void addError(DetailContent& content, const base::Error* error, const QString& server = {})
{
    if (error == nullptr)
        return;
    const text::ErrorText words = text::present(*error, server);
    SectionBuilder section(u"error"_s, ActivityDetails::tr("What went wrong"));
    section.add(u"errorTitle"_s, ActivityDetails::tr("Error"), words.title);
    section.addOptional(u"errorExplanation"_s, ActivityDetails::tr("Meaning"), words.explanation);
    section.addOptional(u"errorAdvice"_s, ActivityDetails::tr("What to try"), words.advice);
    section.addOptional(u"errorDetails"_s, ActivityDetails::tr("Technical details"), words.details);
    content.sections.push_back(section.take());
}

DetailContent describeActivity(const Activity& activity, const ActivityFace& face)
{
    DetailContent content;
    content.title = face.what;
    content.subtitle =
        face.by.isEmpty() ? ActivityDetails::tr("Change") : ActivityDetails::tr("Change by %1").arg(face.by);
    content.icon = face.whatIcon;
    SectionBuilder section(u"activity"_s, {});
    section.add(u"activityState"_s, ActivityDetails::tr("State"), face.state);
    section.addOptional(u"summary"_s, ActivityDetails::tr("Result"), text::activitySummary(activity));
    section.add(u"started"_s, ActivityDetails::tr("Started"), DetailWords::dateTime(activity.startedAt));
    section.addOptional(u"ended"_s, ActivityDetails::tr("Ended"), DetailWords::dateTime(activity.endedAt));
    section.addOptional(u"duration"_s, ActivityDetails::tr("Duration"), durationText(face));
    section.add(u"servers"_s, ActivityDetails::tr("Servers"), serversOf(activity).join(u", "_s));
    section.add(u"downtime"_s, ActivityDetails::tr("Planned downtime"), text::downtime(activity.plan));
    section.addIdentifier(u"activityId"_s, ActivityDetails::tr("Change ID"), activity.id);
    content.sections.push_back(section.take());
    addError(content, activity.error ? &*activity.error : nullptr);
    return content;
}

DetailContent describeTarget(const Activity& activity, std::size_t index, const ActivityFace& face)
{
    const operations::Target& plan = activity.plan.targets[index];
    const operations::TargetReport& report = activity.targets[index].report;
    DetailContent content;
    content.title = face.what;
    content.subtitle =
        ActivityDetails::tr("%1, on %2", "change, server").arg(text::planTitle(activity.plan), plan.hostName);
    content.icon = face.whatIcon;
    SectionBuilder section(u"target"_s, {});
    section.add(u"targetState"_s, ActivityDetails::tr("State"), face.state, face.stateTip);
    section.addOptional(u"reason"_s, ActivityDetails::tr("Reason"), face.stateTip);
    section.add(u"progress"_s, ActivityDetails::tr("Progress"), face.progress);
    section.addOptional(u"duration"_s, ActivityDetails::tr("Duration"), durationText(face));
    section.add(u"server"_s, ActivityDetails::tr("Server"), plan.hostName);
    section.addIdentifier(u"targetId"_s,
                          plan.vm.isEmpty() ? ActivityDetails::tr("GPU ID") : ActivityDetails::tr("VM ID"),
                          plan.vm.isEmpty() ? plan.gpuName : plan.vm.text());
    if (!report.newAdapter.isEmpty())
        section.addIdentifier(u"newAdapter"_s, ActivityDetails::tr("New adapter ID"), report.newAdapter);
    content.sections.push_back(section.take());
    addError(content, report.error ? &*report.error : nullptr, plan.hostName);
    if (report.undoError) {
        SectionBuilder undo(u"undoError"_s, ActivityDetails::tr("Why it could not be put back"));
        const text::ErrorText words = text::present(*report.undoError, plan.hostName);
        undo.add(u"undoErrorTitle"_s, ActivityDetails::tr("Error"), words.title);
        undo.addOptional(u"undoErrorAdvice"_s, ActivityDetails::tr("What to try"), words.advice);
        undo.addOptional(u"undoErrorDetails"_s, ActivityDetails::tr("Technical details"), words.details);
        content.sections.push_back(undo.take());
    }
    return content;
}

DetailContent describeStep(const Activity& activity, std::size_t index, int step, const ActivityFace& face)
{
    const StepStory story = stepStory(activity.targets[index], step);
    DetailContent content;
    content.title = face.what;
    content.subtitle = ActivityDetails::tr("Step for %1 on %2")
                           .arg(activity.plan.targets[index].name, activity.plan.targets[index].hostName);
    content.icon = face.whatIcon.isEmpty() ? u"activity"_s : face.whatIcon;
    SectionBuilder section(u"step"_s, {});
    section.add(u"stepState"_s, ActivityDetails::tr("State"), face.state);
    section.addOptional(u"duration"_s, ActivityDetails::tr("Duration"), durationText(face));
    if (step != putBackStep)
        section.add(
            u"number"_s, ActivityDetails::tr("Step"),
            ActivityDetails::tr("%1 of %2").arg(step + 1).arg(activity.plan.targets[index].steps.size()));
    const int calls = static_cast<int>(story.calls.size());
    section.add(u"calls"_s, ActivityDetails::tr("Calls to the server"), QLocale().toString(calls));
    content.sections.push_back(section.take());
    addError(content, story.error, activity.plan.targets[index].hostName);
    return content;
}

DetailContent describeCall(const hyperv::CallRecord& call, const ActivityFace& face)
{
    DetailContent content;
    content.title = call.operation;
    content.subtitle = ActivityDetails::tr("Call to the server");
    content.icon = u"activity"_s;
    SectionBuilder section(u"call"_s, {});
    section.add(u"operation"_s, ActivityDetails::tr("Operation"), call.operation);
    section.addIdentifier(u"callTarget"_s, ActivityDetails::tr("Target"), call.target);
    section.add(u"duration"_s, ActivityDetails::tr("Duration"), durationText(face));
    section.add(u"result"_s, ActivityDetails::tr("Result"), call.result);
    content.sections.push_back(section.take());
    return content;
}

DetailContent describeSeveral(int count)
{
    DetailContent content;
    content.title = ActivityDetails::tr("%n row(s) selected", nullptr, count);
    content.icon = u"activity"_s;
    return content;
}

} // namespace

DetailContent activityDetails(const ActivityModel& model, const QModelIndexList& rows)
{
    if (rows.size() != 1)
        return rows.isEmpty() ? DetailContent() : describeSeveral(static_cast<int>(rows.size()));
    const auto activity = model.activityAt(rows.first());
    if (!activity)
        return {};
    const ActivityModel::Place place = model.placeAt(rows.first());
    const auto target = static_cast<std::size_t>(std::max(0, place.target));
    switch (static_cast<RowKind>(rows.first().data(RowKindRole).toInt())) {
    case RowKind::ActivityTarget:
        return describeTarget(*activity, target, targetFace(*activity, target));
    case RowKind::ActivityStep:
        return describeStep(*activity, target, place.step, stepFace(*activity, target, place.step));
    case RowKind::ActivityCall: {
        const StepStory story = stepStory(activity->targets[target], place.step);
        const hyperv::CallRecord& call = *story.calls[static_cast<std::size_t>(place.call)];
        return describeCall(call, callFace(call));
    }
    default:
        return describeActivity(*activity, activityFace(*activity, model.now()));
    }
}

} // namespace hvgpu::ui
