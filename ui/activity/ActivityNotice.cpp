#include "ui/activity/ActivityNotice.h"

#include "core/text/PlanText.h"
#include "core/text/Text.h"

#include <QCoreApplication>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longSeconds = 5;

struct NoticeWords
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::NoticeWords)
};

struct Success
{
    int targets;
    QString first; ///< name of the first target

    QString operator()(const operations::SetCountRequest& request) const
    {
        return targets == 1 ? NoticeWords::tr("The partition count of %1 was successfully set to %2.")
                                  .arg(first, QString::number(request.count))
                            : NoticeWords::tr("The partition count of %n GPU(s) was successfully set to %1.",
                                              nullptr, targets)
                                  .arg(request.count);
    }
    QString operator()(const operations::AssignRequest& /*request*/) const
    {
        return targets == 1
                   ? NoticeWords::tr("A GPU partition was successfully assigned to %1.").arg(first)
                   : NoticeWords::tr(
                         "A GPU partition was successfully assigned to each of %n virtual machine(s).",
                         nullptr, targets);
    }
    QString operator()(const operations::UnassignRequest& /*request*/) const
    {
        return targets == 1
                   ? NoticeWords::tr("The GPU partition was successfully unassigned from %1.").arg(first)
                   : NoticeWords::tr(
                         "GPU partitions were successfully unassigned from %n virtual machine(s).", nullptr,
                         targets);
    }
    QString operator()(const operations::DdaAssignRequest& /*request*/) const
    {
        return NoticeWords::tr("The devices were successfully assigned to %1.").arg(first);
    }
    QString operator()(const operations::DdaRemoveRequest& /*request*/) const
    {
        return NoticeWords::tr("The devices were successfully taken away from %1.").arg(first);
    }
    QString operator()(const operations::DismountRequest& /*request*/) const
    {
        return NoticeWords::tr("%n GPU(s) are ready for DDA assignment now.", nullptr, targets);
    }
    QString operator()(const operations::MountRequest& /*request*/) const
    {
        return NoticeWords::tr("%n GPU(s) were successfully given back to their servers.", nullptr, targets);
    }
    QString operator()(const operations::VmSettingsRequest& /*request*/) const
    {
        return NoticeWords::tr("The settings of %n virtual machine(s) were successfully changed.", nullptr,
                               targets);
    }
    QString operator()(const operations::CreatePoolRequest& request) const
    {
        return NoticeWords::tr("The GPU pool %1 was successfully made on %n server(s).", nullptr, targets)
            .arg(request.name);
    }
    QString operator()(const operations::DeletePoolRequest& request) const
    {
        return NoticeWords::tr("The GPU pool %1 was successfully deleted on %n server(s).", nullptr, targets)
            .arg(request.name);
    }
    QString operator()(const operations::AssignPoolRequest& request) const
    {
        return NoticeWords::tr("%1 gets its GPUs from the pool %2 now.").arg(first, request.pool);
    }
};

} // namespace

ActivityNotice noticeOf(const operations::Activity& activity)
{
    const QString title = text::planTitle(activity.plan);
    if (activity.error)
        return {NoticeWords::tr("%1: %2", "change, error").arg(title, text::present(*activity.error).title),
                false};
    const int targets = static_cast<int>(activity.targets.size());
    if (activity.task == operations::ActivityTask::PutBack &&
        activity.count(operations::Outcome::PutBack) == targets)
        return {NoticeWords::tr("%1 was put back: everything is as it was before.").arg(title), true};
    const bool isUndo = activity.task == operations::ActivityTask::PutBack;
    if (isUndo || !activity.allSucceeded()) {
        QString result = text::activitySummary(activity);
        if (const QString left = text::vmsLeft(activity); !left.isEmpty())
            result += u". "_s + left;
        return {NoticeWords::tr("%1: %2", "change, result").arg(title, result), false};
    }
    const QString first = activity.plan.targets.empty() ? QString() : activity.plan.targets.front().name;
    return {std::visit(Success{targets, first}, activity.plan.request), true};
}

bool tookLong(const operations::Activity& activity)
{
    return activity.startedAt.isValid() && activity.endedAt.isValid() &&
           activity.startedAt.secsTo(activity.endedAt) >= longSeconds;
}

} // namespace hvgpu::ui
