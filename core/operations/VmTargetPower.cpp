// How VmTargetRun takes a VM down: by itself, or through the cluster.
#include "core/operations/VmTargetRun.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

using base::ErrorCode;

constexpr std::uint32_t offlineTurnOff = 0;
constexpr std::uint32_t offlineShutDown = 2;

base::Result<void> stopped()
{
    return base::fail(targetError(ErrorCode::Cancelled, u"stopped while the guest was shutting down"_s));
}

/// A guest that is shutting down cannot be stopped from it: a cancel takes effect when it is down or late.
hyperv::ActionContext withoutStop(const hyperv::ActionContext& context)
{
    hyperv::ActionContext patient = context;
    patient.stop = {};
    return patient;
}

} // namespace

std::optional<std::uint32_t> VmTargetRun::configuredAction() const
{
    for (const Step& step : m_target.steps) {
        if (step.kind == StepKind::SetOfflineAction && step.after)
            return static_cast<std::uint32_t>(*step.after);
    }
    return m_target.expected.offlineAction;
}

ShutdownAnswer VmTargetRun::answerTo(const Step& step, const std::stop_token& stop)
{
    if (step.power.policy == PowerPolicy::ShutDownThenAsk)
        return m_log.ask(stop);
    return step.power.policy == PowerPolicy::ShutDownThenSkip ? ShutdownAnswer::Skip
                                                              : ShutdownAnswer::TurnOff;
}

void VmTargetRun::noteMayGoDown(const base::Error& error, std::chrono::seconds timeout)
{
    if (!isRefusal(error))
        m_goingDownUntil = m_log.clock().steadyNow() + timeout;
}

base::Result<void> VmTargetRun::shutDownOrAsk(const Step& step, const std::stop_token& stop,
                                              const std::function<base::Result<void>()>& shutDown,
                                              std::initializer_list<ErrorCode> askAfter,
                                              const std::function<base::Result<void>()>& turnOff)
{
    for (;;) {
        auto down = shutDown();
        if (down)
            return down;
        noteMayGoDown(down.error(), step.power.shutdownTimeout);
        if (std::ranges::find(askAfter, down.error().code) == askAfter.end())
            return down;
        if (stop.stop_requested())
            return stopped();
        const ShutdownAnswer answer = answerTo(step, stop);
        if (stop.stop_requested())
            return stopped();
        if (answer == ShutdownAnswer::Skip) {
            m_skipped = true;
            return down;
        }
        if (answer == ShutdownAnswer::TurnOff)
            return turnOff();
    }
}

base::Result<void> VmTargetRun::powerDown(const Step& step, const hyperv::VmState& state,
                                          const hyperv::ActionContext& context)
{
    const hyperv::ActionContext patient = withoutStop(context);
    if (step.power.policy == PowerPolicy::TurnOff)
        return m_host.turnOff(m_target.vm, patient);
    const auto turnOff = [&]() -> base::Result<void> {
        return state.cluster ? m_host.takeOffline(state.cluster->name, clusterTimeout, patient)
                             : m_host.turnOff(m_target.vm, patient);
    };
    return shutDownOrAsk(
        step, context.stop,
        [&] { return m_host.shutDownGuest(m_target.vm, step.power.shutdownTimeout, patient); },
        {ErrorCode::TimedOut, ErrorCode::Unsupported}, turnOff);
}

base::Result<void> VmTargetRun::clusterDown(const Step& step, const hyperv::VmState& state,
                                            const hyperv::ActionContext& context)
{
    if (!state.cluster)
        return base::fail(targetError(ErrorCode::Conflict, u"the VM is no longer a cluster resource"_s));
    const hyperv::ActionContext patient = withoutStop(context);
    const QString& resource = state.cluster->name;
    // Taking it offline does what the offline action says; the one to have is put back right after.
    const std::uint32_t wanted = step.power.policy == PowerPolicy::TurnOff ? offlineTurnOff : offlineShutDown;
    const std::optional<std::uint32_t> now = state.cluster->offlineAction;
    const auto configured =
        step.after ? std::optional(static_cast<std::uint32_t>(*step.after)) : configuredAction();
    if (now != wanted) {
        if (auto set = m_host.setOfflineAction(resource, wanted, patient); !set)
            return set;
    }
    auto down = stopThroughCluster(step, resource, context, patient);
    if (auto set = m_host.setOfflineAction(resource, configured.value_or(now.value_or(wanted)), patient);
        !set && down)
        return set;
    return down;
}

base::Result<void> VmTargetRun::stopThroughCluster(const Step& step, const QString& resource,
                                                   const hyperv::ActionContext& context,
                                                   const hyperv::ActionContext& patient)
{
    if (step.power.policy == PowerPolicy::TurnOff)
        return m_host.takeOffline(resource, clusterTimeout, patient);
    const auto turnOff = [&]() -> base::Result<void> {
        if (auto set = m_host.setOfflineAction(resource, offlineTurnOff, patient); !set)
            return set;
        return m_host.takeOffline(resource, clusterTimeout, patient);
    };
    return shutDownOrAsk(
        step, context.stop, [&] { return m_host.takeOffline(resource, step.power.shutdownTimeout, patient); },
        {ErrorCode::TimedOut}, turnOff);
}

} // namespace hvgpu::operations
