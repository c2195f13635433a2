#include "core/operations/VmPower.h"

#include "core/operations/ReadAgain.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

using base::ErrorCode;
using model::PowerState;

constexpr std::chrono::milliseconds settlePause{1'000};
constexpr std::uint32_t resourcePending = 128; // then 129 online pending, 130 offline pending
constexpr std::uint32_t resourceOfflinePending = 130;
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

bool isTransient(PowerState state)
{
    switch (state) {
    case PowerState::Starting:
    case PowerState::Stopping:
    case PowerState::ShuttingDown:
    case PowerState::Saving:
    case PowerState::Pausing:
    case PowerState::Resuming:
        return true;
    default:
        return false;
    }
}

} // namespace

bool isRefusal(const base::Error& error)
{
    switch (error.code) {
    case ErrorCode::TimedOut:
    case ErrorCode::Cancelled:
    case ErrorCode::Unreachable:
    case ErrorCode::ProtocolViolation:
    case ErrorCode::LimitExceeded:
    case ErrorCode::ShuttingDown:
    case ErrorCode::Indeterminate:
    case ErrorCode::Io:
    case ErrorCode::Internal:
        return false;
    default:
        return true;
    }
}

base::Error targetError(ErrorCode code, const QString& detail)
{
    base::Error error;
    error.layer = base::Layer::Model;
    error.code = code;
    error.detail = detail;
    return error;
}

Step stepBack(StepKind kind)
{
    Step step;
    step.kind = kind;
    return step;
}

VmPower::VmPower(const Target& target, hyperv::HostControl& host, StepLog& log, const TargetHistory& earlier)
    : m_target(target)
    , m_host(host)
    , m_log(log)
    , m_earlier(earlier)
    , m_wentDown(earlier.vmLeft != VmLeft::AsFound)
    , m_resource(earlier.clusterResource)
{
    m_log.noteClusterResource(m_resource);
}

base::Result<hyperv::VmState> VmPower::read(const std::stop_token& stop)
{
    auto state = readAgain(m_log.clock(), stop, [this](const hyperv::ActionContext& context) {
        return m_host.readVm(m_target.vm, context);
    });
    noteSeen(state);
    if (state && state->cluster) {
        m_resource = state->cluster->name;
        m_log.noteClusterResource(m_resource);
    }
    return state;
}

void VmPower::noteSeen(const base::Result<hyperv::VmState>& state)
{
    m_now = state ? std::optional(state->power) : std::nullopt;
    m_log.report().vmLeft = left();
}

VmLeft VmPower::left() const
{
    if (!m_wentDown || !mustRun() || m_now == PowerState::Running)
        return VmLeft::AsFound;
    return m_now == PowerState::Off ? VmLeft::Off : VmLeft::MayBeOff;
}

bool VmPower::isPending(const hyperv::VmState& state) const
{
    if (isTransient(state.power))
        return true;
    if (state.cluster && state.cluster->state && *state.cluster->state >= resourcePending &&
        *state.cluster->state <= resourceOfflinePending)
        return true;
    return state.power == PowerState::Running && m_goingDownUntil &&
           m_log.clock().steadyNow() < *m_goingDownUntil;
}

base::Result<hyperv::VmState> VmPower::readSettled()
{
    // What the host began it also ends, even when we stopped waiting for it.
    const auto usual = m_log.clock().steadyNow() + settleTime;
    for (;;) {
        auto state = read({});
        if (!state)
            return state;
        if (state->power == PowerState::Off)
            m_goingDownUntil.reset();
        const auto limit = m_goingDownUntil ? std::max(usual, *m_goingDownUntil) : usual;
        if (!isPending(*state) || m_log.clock().steadyNow() >= limit)
            return state;
        m_log.clock().sleepFor(settlePause, {});
    }
}

std::optional<std::uint32_t> VmPower::configuredAction() const
{
    for (const Step& step : m_target.steps) {
        if (step.kind == StepKind::SetOfflineAction && step.after)
            return static_cast<std::uint32_t>(*step.after);
    }
    return m_target.expected.offlineAction;
}

ShutdownAnswer VmPower::answerTo(const Step& step, const std::stop_token& stop)
{
    if (step.power.policy == PowerPolicy::ShutDownThenAsk)
        return m_log.ask(m_notAsked, stop);
    return step.power.policy == PowerPolicy::ShutDownThenSkip ? ShutdownAnswer::Skip
                                                              : ShutdownAnswer::TurnOff;
}

void VmPower::noteWhetherAsked(const base::Error& error)
{
    m_notAsked.clear();
    if (error.code != ErrorCode::Unsupported)
        return;
    // Of a code of the host's the detail is its number.
    const bool isSaid = !error.detail.isEmpty() && !error.nativeCode;
    m_notAsked = isSaid ? error.detail : u"the guest cannot be asked to shut down"_s;
}

void VmPower::noteMayGoDown(const base::Error& error, std::chrono::seconds timeout)
{
    if (!isRefusal(error))
        m_goingDownUntil = m_log.clock().steadyNow() + timeout;
}

base::Result<void> VmPower::shutDownOrAsk(const Step& step, const std::stop_token& stop,
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
        noteWhetherAsked(down.error());
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

base::Result<void> VmPower::powerDown(const Step& step, const hyperv::VmState& state,
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

base::Result<void> VmPower::clusterDown(const Step& step, const hyperv::VmState& state,
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

base::Result<void> VmPower::stopThroughCluster(const Step& step, const QString& resource,
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

Outcome VmPower::outcomeOfSkipping()
{
    if (!m_restarted && !m_notAsked.isEmpty()) {
        m_log.report().error = targetError(ErrorCode::Unsupported, m_notAsked);
        return Outcome::Skipped;
    }
    m_log.report().error = targetError(
        ErrorCode::TimedOut,
        m_restarted ? u"the guest did not shut down in time, but soon after; the VM was started again"_s
                    : u"the guest did not shut down in time and is not turned off; it has been asked to shut "
                      "down and may still do so"_s);
    return m_restarted ? Outcome::PutBack : Outcome::Skipped;
}

QString VmPower::difference(const hyperv::VmState& state) const
{
    const Expectation& expected = m_target.expected;
    if (expected.power && state.power != *expected.power) {
        if (state.power == PowerState::Running)
            return u"the VM is running now"_s;
        return state.power == PowerState::Off ? u"the VM is off now"_s : u"its power state is different"_s;
    }
    if (state.cluster.has_value() != expected.clustered)
        return u"it was added to or removed from the cluster"_s;
    if (state.cluster && state.cluster->offlineAction != expected.offlineAction)
        return u"its offline action is different"_s;
    return {};
}

bool VmPower::hasBegun(std::initializer_list<StepKind> kinds) const
{
    return std::ranges::any_of(m_earlier.begun, [&](int index) {
        return std::ranges::find(kinds, m_target.steps[static_cast<std::size_t>(index)].kind) != kinds.end();
    });
}

void VmPower::judgeAsAWhole(const hyperv::VmState& state)
{
    const bool action =
        !state.cluster || !configuredAction() || state.cluster->offlineAction == configuredAction();
    m_finished = action && state.power == PowerState::Running &&
                 state.cluster.has_value() == m_target.expected.clustered;
}

std::optional<bool> VmPower::isDone(const Step& step, const hyperv::VmState& state) const
{
    switch (step.kind) {
    case StepKind::SetOfflineAction:
        return state.cluster && state.cluster->offlineAction && *state.cluster->offlineAction == step.after;
    case StepKind::ShutDownGuest:
        return m_finished || state.power == PowerState::Off;
    case StepKind::TakeClusterOffline:
        if (m_finished)
            return true;
        // Only whole with the offline action back that stopping the VM had to change for a moment.
        return state.power == PowerState::Off && state.cluster &&
               (!configuredAction() || state.cluster->offlineAction == configuredAction());
    case StepKind::StartVm:
    case StepKind::BringClusterOnline:
        return state.power == PowerState::Running;
    case StepKind::UpdateClusterVm: // leaves no trace to look for; repeating it is harmless
        return m_finished && hasBegun({StepKind::BringClusterOnline});
    default:
        return std::nullopt;
    }
}

std::optional<base::Result<void>> VmPower::act(const Step& step, const hyperv::VmState& state,
                                               const hyperv::ActionContext& context)
{
    const QString resource = state.cluster ? state.cluster->name : QString();
    switch (step.kind) {
    case StepKind::SetOfflineAction:
        return m_host.setOfflineAction(resource, static_cast<std::uint32_t>(step.after.value_or(0)), context);
    case StepKind::ShutDownGuest:
    case StepKind::TakeClusterOffline: {
        if (m_log.held())
            return base::fail(*m_log.held());
        m_wentDown = true;
        auto down = step.kind == StepKind::ShutDownGuest ? powerDown(step, state, context)
                                                         : clusterDown(step, state, context);
        if (down)
            m_goingDownUntil.reset();
        return down;
    }
    case StepKind::UpdateClusterVm:
        return m_host.updateVirtualMachine(resource, context);
    case StepKind::StartVm:
        m_restarted = m_skipped;
        return m_host.start(m_target.vm, context);
    case StepKind::BringClusterOnline:
        m_restarted = m_skipped;
        return m_host.bringOnline(resource, clusterTimeout, context);
    default:
        return std::nullopt;
    }
}

} // namespace hvgpu::operations
