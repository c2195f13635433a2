#include "core/text/PlanText.h"

#include "core/operations/Downtime.h"
#include "core/text/DeviceStepText.h"
#include "core/text/Text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <limits>
#include <set>

using namespace Qt::StringLiterals;

namespace hvgpu::text {
namespace {

using operations::PowerPolicy;
using operations::Step;
using operations::StepKind;
using std::chrono::milliseconds;

int pluralCount(std::size_t count)
{
    return static_cast<int>(std::min<std::size_t>(count, std::numeric_limits<int>::max()));
}

QString offlineAction(std::uint64_t action)
{
    switch (action) {
    case 0:
        return QCoreApplication::translate("Plan", "Turn off", "offline action of a cluster");
    case 1:
        return QCoreApplication::translate("Plan", "Save", "offline action of a cluster");
    case 2:
        return QCoreApplication::translate("Plan", "Shut down", "offline action of a cluster");
    case 3:
        return QCoreApplication::translate("Plan", "Forced shut down", "offline action of a cluster");
    default:
        return QLocale().toString(static_cast<qulonglong>(action));
    }
}

QString setCount(const Step& step)
{
    const QString after = QLocale().toString(static_cast<qulonglong>(step.after.value_or(0)));
    if (!step.before)
        return QCoreApplication::translate("Plan", "Set the partition count to %1").arg(after);
    return QCoreApplication::translate("Plan", "Set the partition count from %1 to %2")
        .arg(QLocale().toString(static_cast<qulonglong>(*step.before)), after);
}

QString setOfflineAction(const Step& step)
{
    const QString after = offlineAction(step.after.value_or(0));
    if (!step.before)
        return QCoreApplication::translate("Plan", "Set the cluster's offline action to \"%1\"").arg(after);
    return QCoreApplication::translate("Plan", "Set the cluster's offline action from \"%1\" to \"%2\"")
        .arg(offlineAction(*step.before), after);
}

/// What follows when the guest takes longer than it may.
QString limit(const operations::PowerHandling& power)
{
    const QString time = duration(power.shutdownTimeout);
    switch (power.policy) {
    case PowerPolicy::ShutDownThenAsk:
        return QCoreApplication::translate("Plan", "%1 at most, then ask").arg(time);
    case PowerPolicy::ShutDownThenTurnOff:
        return QCoreApplication::translate("Plan", "%1 at most, then turn off").arg(time);
    case PowerPolicy::ShutDownThenSkip:
    case PowerPolicy::TurnOff:
    case PowerPolicy::Skip:
        break;
    }
    return QCoreApplication::translate("Plan", "%1 at most, then skip").arg(time);
}

QString powerDown(const Step& step)
{
    const bool clustered = step.kind == StepKind::TakeClusterOffline;
    if (step.power.policy == PowerPolicy::TurnOff)
        return clustered ? QCoreApplication::translate("Plan", "Turn the VM off through the cluster")
                         : QCoreApplication::translate("Plan", "Turn the VM off");
    const QString text =
        clustered ? QCoreApplication::translate("Plan", "Shut the guest down through the cluster (%1)")
                  : QCoreApplication::translate("Plan", "Shut the guest down (%1)");
    return text.arg(limit(step.power));
}

QString addAdapter(const Step& step)
{
    QString text = QCoreApplication::translate("Plan", "Assign a GPU partition; the server chooses the GPU");
    if (!step.deviceName.isEmpty())
        text = QCoreApplication::translate("Plan", "Assign a partition of %1").arg(step.deviceName);
    else if (!step.gpuName.isEmpty())
        text = QCoreApplication::translate("Plan", "Assign a partition of the chosen GPU");
    if (!step.minPartitionVram)
        return text;
    return QCoreApplication::translate("Plan", "%1 (VRAM: %2)").arg(text, bytes(*step.minPartitionVram));
}

QString removeAdapter(const Step& step)
{
    const QString id = step.adapterId.section(u'\\', -1);
    if (step.deviceName.isEmpty())
        return QCoreApplication::translate("Plan", "Unassign the GPU partition %1", "id of an adapter")
            .arg(id);
    return QCoreApplication::translate("Plan", "Unassign the partition of %1 (adapter %2)")
        .arg(step.deviceName, id);
}

/// "NVIDIA A2", or how many there are. VMs that only lose partitions of GPUs do not count among the GPUs.
QString things(const operations::Plan& plan, std::size_t requested, bool gpus)
{
    std::vector<const operations::Target*> targets;
    for (const operations::Target& target : plan.targets) {
        if (!gpus || target.vm.isEmpty())
            targets.push_back(&target);
    }
    const int n = pluralCount(targets.empty() ? requested : targets.size());
    if (targets.size() == 1)
        return targets.front()->name;
    return gpus ? QCoreApplication::translate("Plan", "%n GPUs", nullptr, n)
                : QCoreApplication::translate("Plan", "%n VMs", nullptr, n);
}

/// The VM's name: of those of a plan it may be one of several.
QString machine(const operations::Plan& plan, const model::VmId& vm)
{
    const auto target = std::find_if(plan.targets.begin(), plan.targets.end(),
                                     [&vm](const operations::Target& each) { return each.vm == vm; });
    return target == plan.targets.end() ? things(plan, 1, false) : target->name;
}

QString onServers(const operations::Plan& plan, const QString& text)
{
    std::set<model::HostId> hosts;
    for (const operations::Target& target : plan.targets)
        hosts.insert(target.host);
    if (hosts.empty())
        return text;
    if (hosts.size() == 1)
        return QCoreApplication::translate("Plan", "%1 on %2", "work on server")
            .arg(text, plan.targets.front().hostName);
    const int n = pluralCount(hosts.size());
    return QCoreApplication::translate("Plan", "%1 on %n servers", "work on servers", n).arg(text);
}

struct Title
{
    const operations::Plan& plan;

    QString operator()(const operations::SetCountRequest& request) const
    {
        return QCoreApplication::translate("Plan", "Partition count of %1")
            .arg(things(plan, request.gpus.size(), true));
    }
    QString operator()(const operations::AssignRequest& request) const
    {
        return QCoreApplication::translate("Plan", "Assign a GPU partition to %1")
            .arg(things(plan, request.vms.size(), false));
    }
    QString operator()(const operations::UnassignRequest& request) const
    {
        std::set<std::pair<model::HostId, model::VmId>> vms;
        for (const operations::AdapterRef& adapter : request.adapters)
            vms.insert({adapter.host, adapter.vm});
        return QCoreApplication::translate("Plan", "Unassign GPU partitions from %1")
            .arg(things(plan, vms.size(), false));
    }
    QString operator()(const operations::DdaAssignRequest& request) const
    {
        return QCoreApplication::translate("Plan", "Assign %n devices to %1", nullptr,
                                           pluralCount(request.devices.size()))
            .arg(machine(plan, request.vm));
    }
    QString operator()(const operations::DdaRemoveRequest& request) const
    {
        return QCoreApplication::translate("Plan", "Take %n devices away from %1", nullptr,
                                           pluralCount(request.adapters.size()))
            .arg(things(plan, 1, false));
    }
    QString operator()(const operations::DismountRequest& request) const
    {
        return QCoreApplication::translate("Plan", "Dismount %1")
            .arg(things(plan, request.devices.size(), true));
    }
    QString operator()(const operations::MountRequest& request) const
    {
        return QCoreApplication::translate("Plan", "Mount %1")
            .arg(things(plan, request.devices.size(), true));
    }
    QString operator()(const operations::VmSettingsRequest& request) const
    {
        return QCoreApplication::translate("Plan", "Settings of %1")
            .arg(things(plan, request.vms.size(), false));
    }
    QString operator()(const operations::CreatePoolRequest& request) const
    {
        return QCoreApplication::translate("Plan", "Make the GPU pool %1").arg(request.name);
    }
    QString operator()(const operations::DeletePoolRequest& request) const
    {
        return QCoreApplication::translate("Plan", "Delete the GPU pool %1").arg(request.name);
    }
    QString operator()(const operations::AssignPoolRequest& request) const
    {
        return QCoreApplication::translate("Plan", "Assign %1 to the GPU pool %2")
            .arg(things(plan, 1, false), request.pool);
    }
};

} // namespace

QString severity(operations::Severity severity)
{
    switch (severity) {
    case operations::Severity::Blocking:
        return QCoreApplication::translate("Plan", "Error");
    case operations::Severity::Warning:
        return QCoreApplication::translate("Plan", "Warning");
    case operations::Severity::Note:
        break;
    }
    return QCoreApplication::translate("Plan", "Note");
}

QString step(const Step& step)
{
    switch (step.kind) {
    case StepKind::SetPartitionCount:
        return setCount(step);
    case StepKind::SetOfflineAction:
        return setOfflineAction(step);
    case StepKind::ShutDownGuest:
    case StepKind::TakeClusterOffline:
        return powerDown(step);
    case StepKind::AddPartitionAdapter:
        return addAdapter(step);
    case StepKind::RemovePartitionAdapter:
        return removeAdapter(step);
    case StepKind::UpdateClusterVm:
        return QCoreApplication::translate("Plan", "Let the cluster take over the VM's configuration");
    case StepKind::StartVm:
        return QCoreApplication::translate("Plan", "Start the VM");
    case StepKind::BringClusterOnline:
        return QCoreApplication::translate("Plan", "Start the VM through the cluster");
    default:
        return deviceStep(step);
    }
}

QString planTitle(const operations::Plan& plan)
{
    return onServers(plan, std::visit(Title{plan}, plan.request));
}

QString downtime(const operations::Plan& plan)
{
    const int n = pluralCount(plan.vmsGoingDown());
    if (n == 0)
        return QCoreApplication::translate("Plan", "No VM goes down");
    std::chrono::seconds longest{0};
    for (const operations::Target& target : plan.targets)
        longest = std::max(longest, target.maxDowntime);
    const QString text = QCoreApplication::translate(
                             "Plan", "%n VMs go down, each for at most %1 if every step works", nullptr, n)
                             .arg(duration(longest));
    if (std::none_of(plan.targets.begin(), plan.targets.end(), &operations::asks))
        return text;
    return QCoreApplication::translate(
               "Plan", "%1. If a guest does not shut down in time, the time until you answer comes on top.")
        .arg(text);
}

QString powerPolicy(PowerPolicy policy)
{
    switch (policy) {
    case PowerPolicy::ShutDownThenAsk:
        return QCoreApplication::translate("Plan", "Shut the guest down; ask when it takes too long");
    case PowerPolicy::ShutDownThenTurnOff:
        return QCoreApplication::translate("Plan",
                                           "Shut the guest down; turn the VM off when it takes too long");
    case PowerPolicy::ShutDownThenSkip:
        return QCoreApplication::translate(
            "Plan", "Shut the guest down; leave the VM as it is when it takes too long");
    case PowerPolicy::TurnOff:
        return QCoreApplication::translate("Plan", "Turn the VM off");
    case PowerPolicy::Skip:
        break;
    }
    return QCoreApplication::translate("Plan", "Leave running VMs as they are");
}

QString duration(milliseconds duration)
{
    using namespace std::chrono;
    const QLocale locale;
    const std::int64_t ms = std::max<std::int64_t>(duration.count(), 0);
    if (ms < 1000)
        return QCoreApplication::translate("Duration", "%1 ms")
            .arg(locale.toString(static_cast<qlonglong>(ms)));
    if (ms < 10'000 && ms % 1000 != 0)
        return QCoreApplication::translate("Duration", "%1 s")
            .arg(locale.toString(static_cast<double>(ms) / 1000.0, 'f', 1));
    const std::int64_t whole = ms / 1000 + (ms % 1000 >= 500 ? 1 : 0);
    const auto hours =
        static_cast<int>(std::min<std::int64_t>(whole / 3600, std::numeric_limits<int>::max()));
    const auto minutes = static_cast<int>(whole / 60 % 60);
    const auto seconds = static_cast<int>(whole % 60);
    QStringList parts;
    if (hours > 0)
        parts << QCoreApplication::translate("Duration", "%n hours", nullptr, hours);
    if (minutes > 0)
        parts << QCoreApplication::translate("Duration", "%n minutes", nullptr, minutes);
    if (seconds > 0)
        parts << QCoreApplication::translate("Duration", "%n seconds", nullptr, seconds);
    return parts.mid(0, 2).join(u' ');
}

} // namespace hvgpu::text
