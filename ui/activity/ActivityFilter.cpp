#include "ui/activity/ActivityFilter.h"

#include <algorithm>

namespace hvgpu::ui {

namespace {

using operations::Activity;
using operations::ActivityState;
using operations::Outcome;

constexpr int daysOfWeek = 7;
constexpr int daysOfMonth = 30;

/// First day that belongs to @p period, in local time.
QDate firstDay(ActivityFilter::Period period, const QDate& today)
{
    switch (period) {
    case ActivityFilter::Period::Today:
        return today;
    case ActivityFilter::Period::Week:
        return today.addDays(1 - daysOfWeek);
    case ActivityFilter::Period::Month:
        return today.addDays(1 - daysOfMonth);
    case ActivityFilter::Period::All:
        break;
    }
    return {};
}

bool hasResult(const Activity& activity, ActivityFilter::Result result)
{
    const bool underWay = isUnderWay(activity);
    switch (result) {
    case ActivityFilter::Result::UnderWay:
        return underWay;
    case ActivityFilter::Result::Succeeded:
        return !underWay && activity.allSucceeded();
    case ActivityFilter::Result::NotSucceeded:
        return !underWay && !activity.allSucceeded() && !isTakenBack(activity);
    case ActivityFilter::Result::PutBack:
        return !underWay && isTakenBack(activity);
    case ActivityFilter::Result::All:
        break;
    }
    return true;
}

} // namespace

bool isUnderWay(const Activity& activity)
{
    return activity.isActive() || activity.state == ActivityState::RunningElsewhere ||
           activity.state == ActivityState::Interrupted;
}

bool isTakenBack(const Activity& activity)
{
    const bool undone = activity.task == operations::ActivityTask::PutBack;
    const auto isBack = [undone](const operations::TargetProgress& target) {
        return target.report.outcome == Outcome::Cancelled ||
               (undone && target.report.outcome == Outcome::PutBack);
    };
    return !activity.targets.empty() && std::ranges::all_of(activity.targets, isBack);
}

bool ActivityFilter::accepts(const Activity& activity, const QDateTime& now) const
{
    if (!host.isEmpty() && std::ranges::find(activity.plan.targets, host, &operations::Target::host) ==
                               activity.plan.targets.end())
        return false;
    const QDate first = firstDay(period, now.toLocalTime().date());
    if (first.isValid() && !isUnderWay(activity) && activity.startedAt.isValid() &&
        activity.startedAt.toLocalTime().date() < first)
        return false;
    return hasResult(activity, result);
}

} // namespace hvgpu::ui
