#include "core/operations/Activities.h"

#include "core/operations/ActivitiesPrivate.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {

using base::ErrorCode;

Activities::Activities(HostControlFactory controls, base::Clock& clock, ActivitiesOptions options,
                       QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(controls), clock, std::move(options)))
{}

Activities::~Activities() = default;

void Activities::load()
{
    d->load();
}

std::vector<std::shared_ptr<const Activity>> Activities::all() const
{
    std::vector<std::shared_ptr<const Activity>> activities;
    for (const auto& [id, entry] : d->entries()) {
        if (entry.shown)
            activities.push_back(entry.shown);
    }
    std::stable_sort(activities.begin(), activities.end(),
                     [](const auto& a, const auto& b) { return a->startedAt > b->startedAt; });
    return activities;
}

std::shared_ptr<const Activity> Activities::find(const QString& id) const
{
    const Private::Entry* entry = d->find(id);
    return entry == nullptr ? nullptr : entry->shown;
}

bool Activities::isBusy() const
{
    return d->isBusy();
}

base::Result<void> Activities::start(const Plan& plan, const RunOptions& options)
{
    const auto fail = [&](ErrorCode code, const QString& detail) {
        return base::fail(activityError(code, u"Start"_s, plan.id, detail));
    };
    if (isReadOnly())
        return fail(ErrorCode::ReadOnly, u"this program is in read-only mode"_s);
    if (plan.isEmpty() || plan.isBlocked())
        return fail(ErrorCode::InvalidArgument, plan.isEmpty() ? u"there is nothing to do in this plan"_s
                                                               : u"the plan has blocking findings"_s);
    for (const Target& target : plan.targets) {
        if (auto denied = writeDenial(target.host))
            return base::fail(*std::move(denied));
    }
    const QString path = QDir(d->options().journalFolder).filePath(plan.id + u".journal"_s);
    if (d->find(plan.id) != nullptr || QFileInfo::exists(path))
        return fail(ErrorCode::InvalidState, u"this plan was begun before; make a new one"_s);
    Activity activity;
    activity.id = plan.id;
    activity.plan = plan;
    activity.targets.resize(plan.targets.size());
    ActivityRun::Job job;
    job.plan = plan;
    job.journalFolder = d->options().journalFolder;
    job.options = options;
    d->begin(std::move(activity), std::move(job), path);
    return {};
}

base::Result<void> Activities::resume(const QString& id)
{
    return d->again(id, ActivityTask::Resume);
}

base::Result<void> Activities::putBack(const QString& id)
{
    return d->again(id, ActivityTask::PutBack);
}

base::Result<void> Activities::dismiss(const QString& id)
{
    Private::Entry* entry = d->find(id);
    if (entry == nullptr)
        return base::fail(
            activityError(ErrorCode::NotFound, u"Dismiss"_s, id, u"there is no such activity"_s));
    if (entry->now.state != ActivityState::Interrupted)
        return base::fail(
            activityError(ErrorCode::InvalidState, u"Dismiss"_s, id, u"this activity is not interrupted"_s));
    if (entry->isBeingDismissed())
        return base::fail(
            activityError(ErrorCode::InvalidState, u"Dismiss"_s, id, u"this activity is being dismissed"_s));
    d->dismiss(*entry);
    return {};
}

void Activities::cancel(const QString& id)
{
    if (Private::Entry* entry = d->find(id))
        d->cancel(*entry);
}

void Activities::answer(const QString& id, int target, ShutdownAnswer answer)
{
    const Private::Entry* entry = d->find(id);
    if (entry != nullptr && entry->run)
        entry->run->answer(target, answer);
}

void Activities::setReadOnly(bool readOnly)
{
    if (readOnly == isReadOnly())
        return;
    d->setReadOnly(readOnly);
    Q_EMIT readOnlyChanged(readOnly);
}

bool Activities::isReadOnly() const
{
    return d->options().readOnly;
}

bool Activities::mayWrite(const model::HostId& host) const
{
    return !writeDenial(host);
}

std::optional<base::Error> Activities::writeDenial(const model::HostId& host) const
{
    return d->denial(host);
}

void Activities::forgetDenials(const std::vector<model::HostId>& hosts)
{
    d->forgetDenials(hosts);
}

} // namespace hvgpu::operations
