#include "core/operations/Activity.h"

#include <algorithm>
#include <set>
#include <utility>

namespace hvgpu::operations {
namespace {

/// Nothing of it is in place, so that the same may be tried anew.
bool mayRetry(Outcome outcome)
{
    switch (outcome) {
    case Outcome::NotStarted:
    case Outcome::Refused:
    case Outcome::Skipped:
    case Outcome::Cancelled:
    case Outcome::PutBack:
    case Outcome::Failed:
        return true;
    case Outcome::Succeeded:
    case Outcome::PartlyDone:
    case Outcome::Indeterminate:
        break;
    }
    return false;
}

bool hasTraces(const TargetProgress& target)
{
    const Outcome outcome = target.report.outcome;
    return target.unfinished || target.stands || outcome == Outcome::Succeeded ||
           outcome == Outcome::PartlyDone || outcome == Outcome::Indeterminate;
}

/// The targets of an activity that may be tried again.
class Retry
{
public:
    explicit Retry(const Activity& activity)
    {
        for (std::size_t i = 0; i < activity.targets.size(); ++i) {
            if (!mayRetry(activity.targets[i].report.outcome))
                continue;
            const Target& target = activity.plan.targets.at(i);
            m_gpus.insert({target.host, target.gpu});
            m_vms.insert({target.host, target.vm});
            m_hosts.insert(target.host);
            for (const DeviceExpectation& device : target.expected.devices)
                m_gpus.insert({target.host, device.id});
        }
    }

    std::optional<Request> operator()(SetCountRequest request) const
    {
        std::erase_if(request.gpus, [this](const GpuRef& gpu) { return !m_gpus.contains(gpu); });
        return request.gpus.empty() ? std::nullopt : std::optional<Request>(std::move(request));
    }
    std::optional<Request> operator()(AssignRequest request) const
    {
        std::erase_if(request.vms, [&](const model::VmId& vm) {
            return !m_vms.contains({request.host, vm});
        });
        return request.vms.empty() ? std::nullopt : std::optional<Request>(std::move(request));
    }
    std::optional<Request> operator()(UnassignRequest request) const
    {
        std::erase_if(request.adapters, [this](const AdapterRef& adapter) {
            return !m_vms.contains({adapter.host, adapter.vm});
        });
        return request.adapters.empty() ? std::nullopt : std::optional<Request>(std::move(request));
    }

    std::optional<Request> operator()(const DdaAssignRequest& request) const { return one(request); }
    std::optional<Request> operator()(const DdaRemoveRequest& request) const { return one(request); }
    std::optional<Request> operator()(const AssignPoolRequest& request) const { return one(request); }
    std::optional<Request> operator()(DismountRequest request) const { return devicesOf(std::move(request)); }
    std::optional<Request> operator()(MountRequest request) const { return devicesOf(std::move(request)); }
    std::optional<Request> operator()(CreatePoolRequest request) const
    {
        return devicesOf(std::move(request));
    }
    std::optional<Request> operator()(VmSettingsRequest request) const
    {
        std::erase_if(request.vms, [this](const VmRef& ref) { return !m_vms.contains({ref.host, ref.vm}); });
        return request.vms.empty() ? std::nullopt : std::optional<Request>(std::move(request));
    }
    std::optional<Request> operator()(DeletePoolRequest request) const
    {
        std::erase_if(request.hosts, [this](const model::HostId& host) { return !m_hosts.contains(host); });
        return request.hosts.empty() ? std::nullopt : std::optional<Request>(std::move(request));
    }

private:
    template <class OfOneVm>
    [[nodiscard]] std::optional<Request> one(const OfOneVm& request) const
    {
        return m_vms.empty() ? std::nullopt : std::optional<Request>(request);
    }
    template <class OfDevices>
    [[nodiscard]] std::optional<Request> devicesOf(OfDevices request) const
    {
        std::erase_if(request.devices, [this](const GpuRef& ref) { return !m_gpus.contains(ref); });
        return request.devices.empty() ? std::nullopt : std::optional<Request>(std::move(request));
    }

    std::set<GpuRef> m_gpus;
    std::set<model::HostId> m_hosts;
    std::set<std::pair<model::HostId, model::VmId>> m_vms;
};

} // namespace

int Activity::count(Outcome outcome) const
{
    return static_cast<int>(
        std::count_if(targets.begin(), targets.end(), [outcome](const TargetProgress& target) {
            return target.state == TargetProgress::State::Ended && target.report.outcome == outcome;
        }));
}

int Activity::endedTargets() const
{
    return static_cast<int>(std::count_if(targets.begin(), targets.end(), [](const TargetProgress& target) {
        return target.state == TargetProgress::State::Ended;
    }));
}

bool Activity::allSucceeded() const
{
    return !error && count(Outcome::Succeeded) == static_cast<int>(targets.size());
}

QStringList Activity::vmsLeft(VmLeft left) const
{
    QStringList names;
    for (std::size_t i = 0; i < targets.size() && i < plan.targets.size(); ++i) {
        if (targets[i].report.vmLeft == left)
            names << plan.targets[i].name;
    }
    return names;
}

bool Activity::canPutBack() const
{
    return (state == ActivityState::Ended || state == ActivityState::Interrupted) &&
           std::any_of(targets.begin(), targets.end(), hasTraces);
}

bool Activity::canRetry() const
{
    return retryRequest(*this).has_value();
}

std::optional<Request> retryRequest(const Activity& activity)
{
    if (activity.state != ActivityState::Ended || activity.task == ActivityTask::PutBack)
        return std::nullopt;
    return std::visit(Retry(activity), activity.plan.request);
}

} // namespace hvgpu::operations
