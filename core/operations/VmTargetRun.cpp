#include "core/operations/VmTargetRun.h"

#include "core/operations/ReadAgain.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

using base::ErrorCode;
using model::PowerState;

constexpr std::chrono::seconds clusterTimeout{180};
constexpr std::chrono::milliseconds settlePause{1'000};
constexpr int settleAttempts = 90;
constexpr std::uint32_t offlineTurnOff = 0;
constexpr std::uint32_t offlineShutDown = 2;

base::Error stepError(ErrorCode code, const QString& detail)
{
    base::Error error;
    error.layer = base::Layer::Model;
    error.code = code;
    error.detail = detail;
    return error;
}

std::vector<QString> adapterIds(const hyperv::VmState& state)
{
    std::vector<QString> ids;
    ids.reserve(state.adapters.size());
    for (const model::Assignment& adapter : state.adapters)
        ids.push_back(adapter.adapterId);
    std::sort(ids.begin(), ids.end());
    return ids;
}

bool has(const std::vector<QString>& ids, const QString& id)
{
    return std::any_of(ids.begin(), ids.end(),
                       [&](const QString& other) { return other.compare(id, Qt::CaseInsensitive) == 0; });
}

Step stepBack(StepKind kind)
{
    Step step;
    step.kind = kind;
    step.power.policy = PowerPolicy::TurnOff;
    return step;
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

VmTargetRun::VmTargetRun(const Target& target, hyperv::HostControl& host, StepLog& log, std::stop_token stop)
    : m_target(target)
    , m_host(host)
    , m_log(log)
    , m_stop(std::move(stop))
{}

Outcome VmTargetRun::run()
{
    if (m_stop.stop_requested())
        return Outcome::Cancelled;
    const auto state = read(m_stop);
    if (!state) {
        m_log.report().error = state.error();
        if (state.error().code == ErrorCode::NotFound) {
            m_log.report().changed = u"the VM is no longer on this server"_s;
            return Outcome::Refused;
        }
        return state.error().code == ErrorCode::Cancelled ? Outcome::Cancelled : Outcome::Failed;
    }
    if (!isAsExpected(*state))
        return Outcome::Refused;
    return runSteps();
}

Outcome VmTargetRun::resume()
{
    return runSteps();
}

Outcome VmTargetRun::runSteps()
{
    for (std::size_t i = 0; i < m_target.steps.size(); ++i) {
        if (m_stop.stop_requested())
            return failed(stepError(ErrorCode::Cancelled, u"stopped before step %1"_s.arg(i + 1)));
        if (auto done = perform(static_cast<int>(i)); !done)
            return failed(done.error());
    }
    return Outcome::Succeeded;
}

base::Result<void> VmTargetRun::perform(int index)
{
    const Step& step = m_target.steps[static_cast<std::size_t>(index)];
    auto before = read(m_stop);
    if (!before)
        return base::fail(before.error());
    if (isDone(step, *before)) {
        m_log.noteAlreadyDone(index);
        return {};
    }
    const auto result = m_log.perform(
        index, m_stop, [&](const hyperv::ActionContext& context) { return act(step, *before, context); });
    if (m_log.journalFailed() || m_skipped)
        return result;
    // What counts is what the host says now: an answer lost on the way may have taken effect, and an
    // "applied" may have changed nothing (EC-42).
    const auto after = readSettled();
    if (!after)
        return base::fail(after.error());
    if (step.kind == StepKind::UpdateClusterVm)
        return result;
    if (isDone(step, *after)) {
        const auto added = addedAdapters(*after);
        if (step.kind == StepKind::AddPartitionAdapter && m_log.report().newAdapter.isEmpty() &&
            added.size() == 1)
            m_log.report().newAdapter = added.front();
        return {};
    }
    if (!result)
        return result;
    return base::fail(stepError(ErrorCode::Conflict, u"the host reported success, but nothing changed"_s));
}

base::Result<hyperv::VmState> VmTargetRun::read(const std::stop_token& stop)
{
    return readAgain(m_log.clock(), stop, [this](const hyperv::ActionContext& context) {
        return m_host.readVm(m_target.vm, context);
    });
}

base::Result<hyperv::VmState> VmTargetRun::readSettled()
{
    // What the host began it also ends, even when we stopped waiting for it.
    for (int attempt = 1;; ++attempt) {
        auto state = read({});
        if (!state || !isTransient(state->power) || attempt == settleAttempts)
            return state;
        m_log.clock().sleepFor(settlePause, {});
    }
}

bool VmTargetRun::isAsExpected(const hyperv::VmState& state)
{
    const Expectation& expected = m_target.expected;
    QString& changed = m_log.report().changed;
    if (expected.power && state.power != *expected.power)
        changed = u"its power state is different"_s;
    else if (adapterIds(state) != expected.adapterIds)
        changed = u"its partition adapters are different"_s;
    else if (state.cluster.has_value() != expected.clustered)
        changed = u"it was added to or removed from the cluster"_s;
    else if (state.cluster && state.cluster->offlineAction != expected.offlineAction)
        changed = u"its offline action is different"_s;
    return changed.isEmpty();
}

std::vector<QString> VmTargetRun::addedAdapters(const hyperv::VmState& state) const
{
    std::vector<QString> added;
    for (const model::Assignment& adapter : state.adapters) {
        if (!has(m_target.expected.adapterIds, adapter.adapterId))
            added.push_back(adapter.adapterId);
    }
    return added;
}

std::optional<std::uint32_t> VmTargetRun::configuredAction() const
{
    for (const Step& step : m_target.steps) {
        if (step.kind == StepKind::SetOfflineAction && step.after)
            return static_cast<std::uint32_t>(*step.after);
    }
    return m_target.expected.offlineAction;
}

bool VmTargetRun::isDone(const Step& step, const hyperv::VmState& state) const
{
    switch (step.kind) {
    case StepKind::SetOfflineAction:
        return state.cluster && state.cluster->offlineAction && *state.cluster->offlineAction == step.after;
    case StepKind::ShutDownGuest:
        return state.power == PowerState::Off;
    case StepKind::TakeClusterOffline:
        // Only whole with the offline action back that stopping the VM had to change for a moment.
        return state.power == PowerState::Off && state.cluster &&
               (!configuredAction() || state.cluster->offlineAction == configuredAction());
    case StepKind::AddPartitionAdapter:
        return !addedAdapters(state).empty();
    case StepKind::RemovePartitionAdapter:
        return !has(adapterIds(state), step.adapterId);
    case StepKind::StartVm:
    case StepKind::BringClusterOnline:
        return state.power == PowerState::Running;
    case StepKind::UpdateClusterVm: // leaves no trace to look for; repeating it is harmless
    case StepKind::SetPartitionCount:
        break;
    }
    return false;
}

base::Result<void> VmTargetRun::act(const Step& step, const hyperv::VmState& state,
                                    const hyperv::ActionContext& context)
{
    const QString resource = state.cluster ? state.cluster->name : QString();
    switch (step.kind) {
    case StepKind::SetOfflineAction:
        return m_host.setOfflineAction(resource, static_cast<std::uint32_t>(step.after.value_or(0)), context);
    case StepKind::ShutDownGuest:
        return powerDown(step, state, context);
    case StepKind::TakeClusterOffline:
        return clusterDown(step, state, context);
    case StepKind::AddPartitionAdapter: {
        auto added = m_host.addPartitionAdapter(m_target.vm, step.gpuName, step.minPartitionVram, context);
        if (!added)
            return base::fail(added.error());
        m_log.report().newAdapter = *added;
        return {};
    }
    case StepKind::RemovePartitionAdapter:
        return m_host.removePartitionAdapter(step.adapterId, context);
    case StepKind::UpdateClusterVm:
        return m_host.updateVirtualMachine(resource, context);
    case StepKind::StartVm:
        return m_host.start(m_target.vm, context);
    case StepKind::BringClusterOnline:
        return m_host.bringOnline(resource, clusterTimeout, context);
    case StepKind::SetPartitionCount:
        break;
    }
    return base::fail(stepError(ErrorCode::Internal, u"not a step of a VM"_s));
}

base::Result<void> VmTargetRun::powerDown(const Step& step, const hyperv::VmState& state,
                                          const hyperv::ActionContext& context)
{
    if (step.power.policy == PowerPolicy::TurnOff)
        return m_host.turnOff(m_target.vm, context);
    for (;;) {
        auto down = m_host.shutDownGuest(m_target.vm, step.power.shutdownTimeout, context);
        const bool late = !down && (down.error().code == ErrorCode::TimedOut ||
                                    down.error().code == ErrorCode::Unsupported);
        if (!late)
            return down;
        ShutdownAnswer answer = ShutdownAnswer::TurnOff;
        if (step.power.policy == PowerPolicy::ShutDownThenAsk)
            answer = m_log.ask(context.stop);
        else if (step.power.policy == PowerPolicy::ShutDownThenSkip)
            answer = ShutdownAnswer::Skip;
        if (answer == ShutdownAnswer::Skip || context.stop.stop_requested()) {
            m_skipped = true;
            return down;
        }
        if (answer == ShutdownAnswer::TurnOff)
            return state.cluster ? m_host.takeOffline(state.cluster->name, clusterTimeout, context)
                                 : m_host.turnOff(m_target.vm, context);
    }
}

base::Result<void> VmTargetRun::clusterDown(const Step& step, const hyperv::VmState& state,
                                            const hyperv::ActionContext& context)
{
    if (!state.cluster)
        return base::fail(stepError(ErrorCode::Conflict, u"the VM is no longer a cluster resource"_s));
    const QString& resource = state.cluster->name;
    // Taking it offline does what the offline action says; the one configured is put back right after.
    const bool off = step.power.policy == PowerPolicy::TurnOff;
    const std::uint32_t wanted = off ? offlineTurnOff : offlineShutDown;
    const std::optional<std::uint32_t> now = state.cluster->offlineAction;
    const std::uint32_t configured = configuredAction().value_or(now.value_or(wanted));
    if (now != wanted) {
        if (auto set = m_host.setOfflineAction(resource, wanted, context); !set)
            return set;
    }
    auto down = m_host.takeOffline(resource, off ? clusterTimeout : step.power.shutdownTimeout, context);
    if (!down && !off && down.error().code == ErrorCode::TimedOut) {
        ShutdownAnswer answer = ShutdownAnswer::TurnOff;
        if (step.power.policy == PowerPolicy::ShutDownThenAsk)
            answer = m_log.ask(context.stop);
        else if (step.power.policy == PowerPolicy::ShutDownThenSkip)
            answer = ShutdownAnswer::Skip;
        if (answer == ShutdownAnswer::Skip || context.stop.stop_requested()) {
            m_skipped = true;
        } else if (answer == ShutdownAnswer::TurnOff) {
            if (auto set = m_host.setOfflineAction(resource, offlineTurnOff, context); set)
                down = m_host.takeOffline(resource, clusterTimeout, context);
        } else {
            down = m_host.takeOffline(resource, clusterTimeout, context);
        }
    }
    hyperv::ActionContext restore = context;
    restore.stop = {};
    if (auto set = m_host.setOfflineAction(resource, configured, restore); !set && down)
        return set;
    return down;
}

Outcome VmTargetRun::failed(base::Error error)
{
    m_log.report().error = error;
    const Outcome back = putBack();
    if (back != Outcome::PutBack)
        return back;
    if (m_skipped)
        return Outcome::Skipped;
    if (error.code == ErrorCode::Cancelled)
        return Outcome::Cancelled;
    return m_log.report().undo.empty() ? Outcome::Failed : Outcome::PutBack;
}

Outcome VmTargetRun::putBack()
{
    // Not to be stopped: a VM left off behind an error is the one thing that must not happen.
    constexpr int rounds = 4;
    for (int round = 0; round < rounds; ++round) {
        const auto state = readSettled();
        if (!state) {
            m_log.report().undoError = state.error();
            return Outcome::Indeterminate;
        }
        const std::vector<Step> steps = stepsBack(*state);
        if (steps.empty()) {
            m_log.report().undoError.reset();
            return Outcome::PutBack;
        }
        if (round == rounds - 1)
            break;
        if (round > 0)
            m_log.clock().sleepFor(settlePause * round, {});
        for (const Step& step : steps) {
            auto done = m_log.perform(
                -1, {}, [&](const hyperv::ActionContext& context) { return act(step, *state, context); });
            if (!done)
                m_log.report().undoError = done.error();
        }
    }
    if (!m_log.report().undoError)
        m_log.report().undoError = stepError(ErrorCode::Conflict, u"the VM could not be brought back"_s);
    return Outcome::PartlyDone;
}

std::vector<Step> VmTargetRun::editsBack(const hyperv::VmState& state) const
{
    std::vector<model::Assignment> extra;
    for (const model::Assignment& adapter : state.adapters) {
        if (!has(m_target.expected.adapterIds, adapter.adapterId))
            extra.push_back(adapter);
    }
    std::vector<Step> edits;
    const bool adds = std::any_of(m_target.steps.begin(), m_target.steps.end(), [](const Step& step) {
        return step.kind == StepKind::AddPartitionAdapter;
    });
    if (adds) {
        const QString& ours = m_log.report().newAdapter;
        for (const model::Assignment& adapter : extra) {
            // Which of several is ours is known only from the answer; without it none is touched.
            if (ours.isEmpty() ? extra.size() == 1
                               : adapter.adapterId.compare(ours, Qt::CaseInsensitive) == 0) {
                edits.push_back(stepBack(StepKind::RemovePartitionAdapter));
                edits.back().adapterId = adapter.adapterId;
            }
        }
        return edits;
    }
    const auto present = adapterIds(state);
    for (const Step& original : m_target.steps) {
        if (original.kind != StepKind::RemovePartitionAdapter || has(present, original.adapterId))
            continue;
        // One that an earlier attempt added again has a new id; it must not be added twice.
        const auto again = std::find_if(extra.begin(), extra.end(), [&](const model::Assignment& adapter) {
            return adapter.deviceInstancePath.compare(original.gpuName, Qt::CaseInsensitive) == 0 ||
                   (adapter.automatic && original.gpuName.isEmpty());
        });
        if (again != extra.end()) {
            extra.erase(again);
            continue;
        }
        edits.push_back(stepBack(StepKind::AddPartitionAdapter));
        edits.back().gpuName = original.gpuName;
        edits.back().minPartitionVram = original.minPartitionVram;
    }
    return edits;
}

std::vector<Step> VmTargetRun::stepsBack(const hyperv::VmState& state) const
{
    std::vector<Step> edits = editsBack(state);
    const bool edited = !edits.empty();
    std::vector<Step> steps;
    if (edited && state.power != PowerState::Off)
        steps.push_back(stepBack(state.cluster ? StepKind::TakeClusterOffline : StepKind::ShutDownGuest));
    std::move(edits.begin(), edits.end(), std::back_inserter(steps));
    if (edited && state.cluster)
        steps.push_back(stepBack(StepKind::UpdateClusterVm));
    const std::optional<std::uint32_t>& action = m_target.expected.offlineAction;
    if (state.cluster && action && state.cluster->offlineAction != action) {
        steps.push_back(stepBack(StepKind::SetOfflineAction));
        steps.back().after = *action;
    }
    const bool mustRun = m_target.expected.power == PowerState::Running;
    if (mustRun && (state.power != PowerState::Running || edited))
        steps.push_back(stepBack(state.cluster ? StepKind::BringClusterOnline : StepKind::StartVm));
    return steps;
}

} // namespace hvgpu::operations
