#include "core/operations/VmTargetRun.h"

#include "core/operations/ReadAgain.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

using base::ErrorCode;
using model::PowerState;

constexpr std::chrono::milliseconds settlePause{1'000};
constexpr std::chrono::seconds settleTime{90};
constexpr std::uint32_t resourcePending = 128; // then 129 online pending, 130 offline pending
constexpr std::uint32_t resourceOfflinePending = 130;

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

VmTargetRun::VmTargetRun(const Target& target, hyperv::HostControl& host, StepLog& log,
                         const TargetHistory& earlier, std::stop_token stop)
    : m_target(target)
    , m_host(host)
    , m_log(log)
    , m_earlier(earlier)
    , m_stop(std::move(stop))
    , m_touched(earlier.dirty)
    , m_mayHaveAdded(earlier.addBegun)
    , m_mayHaveReadded(earlier.dirty)
    , m_resource(earlier.clusterResource)
{
    m_log.noteClusterResource(m_resource);
}

Outcome VmTargetRun::run()
{
    if (m_stop.stop_requested())
        return Outcome::Cancelled;
    const auto state = read(m_stop);
    if (!state)
        return failed(state.error());
    return isAsExpected(*state) ? runSteps() : Outcome::Refused;
}

Outcome VmTargetRun::resume()
{
    const Outcome outcome = runSteps();
    // Its undo was cut off after it had taken the VM down; the plan itself does not start it again.
    return outcome == Outcome::Succeeded && m_earlier.foundRunning ? startAgain() : outcome;
}

Outcome VmTargetRun::runSteps()
{
    const bool leaveOff = m_earlier.succeeded && m_earlier.undoBegun && !m_earlier.foundRunning;
    for (std::size_t i = 0; i < m_target.steps.size(); ++i) {
        const StepKind kind = m_target.steps[i].kind;
        if (leaveOff && (kind == StepKind::StartVm || kind == StepKind::BringClusterOnline))
            continue;
        if (m_stop.stop_requested())
            return failed(targetError(ErrorCode::Cancelled, u"stopped before step %1"_s.arg(i + 1)));
        if (auto done = perform(static_cast<int>(i)); !done)
            return failed(done.error());
    }
    return Outcome::Succeeded;
}

Outcome VmTargetRun::startAgain()
{
    const auto state = readSettled();
    if (state && state->power == PowerState::Running)
        return Outcome::Succeeded;
    Step start;
    start.kind = state && state->cluster ? StepKind::BringClusterOnline : StepKind::StartVm;
    const base::Result<void> done = state ? m_log.perform(StepLog::undo, {},
                                                          [&](const hyperv::ActionContext& context) {
                                                              return actAndReadBack(start, *state, context);
                                                          })
                                          : base::Result<void>(base::fail(state.error()));
    if (done)
        return Outcome::Succeeded;
    m_log.report().error = done.error();
    return state ? Outcome::PartlyDone : Outcome::Indeterminate;
}

base::Result<void> VmTargetRun::perform(int index)
{
    const Step& step = m_target.steps[static_cast<std::size_t>(index)];
    const auto before = read(m_stop);
    if (!before)
        return base::fail(before.error());
    m_log.report().changed = conflict(step, *before);
    if (!m_log.report().changed.isEmpty())
        return base::fail(targetError(ErrorCode::Conflict, m_log.report().changed));
    if (isDone(step, *before)) {
        m_log.noteAlreadyDone(index);
        return {};
    }
    return m_log.perform(index, m_stop, [&](const hyperv::ActionContext& context) {
        m_touched = true;
        return actAndReadBack(step, *before, context);
    });
}

QString VmTargetRun::conflict(const Step& step, const hyperv::VmState& state) const
{
    if (step.kind == StepKind::AddPartitionAdapter && !isDone(step, state) && !addedAdapters(state).empty())
        return u"somebody else added a partition adapter"_s;
    // Added again by an undo that was cut off, or by somebody else: not ours to remove without knowing.
    if (step.kind == StepKind::RemovePartitionAdapter && isDone(step, state) &&
        !readdedAdapters(step, state).empty())
        return u"a partition adapter for the same GPU was added meanwhile"_s;
    return {};
}

base::Result<void> VmTargetRun::actAndReadBack(const Step& step, const hyperv::VmState& before,
                                               const hyperv::ActionContext& context)
{
    auto result = act(step, before, context);
    if (m_skipped)
        return result;
    // What counts is what the host says now: an answer lost on the way may have taken effect, and an
    // "applied" may have changed nothing (EC-42).
    const auto after = readSettled();
    if (!after)
        return base::fail(after.error());
    if (step.kind == StepKind::AddPartitionAdapter)
        findNewAdapter(before, *after);
    if (step.kind == StepKind::UpdateClusterVm)
        return result;
    if (isDone(step, *after))
        return {};
    if (!result)
        return result;
    return base::fail(targetError(ErrorCode::Conflict, u"the host reported success, but nothing changed"_s));
}

base::Result<hyperv::VmState> VmTargetRun::read(const std::stop_token& stop)
{
    auto state = readAgain(m_log.clock(), stop, [this](const hyperv::ActionContext& context) {
        return m_host.readVm(m_target.vm, context);
    });
    if (state && state->cluster) {
        m_resource = state->cluster->name;
        m_log.noteClusterResource(m_resource);
    }
    return state;
}

bool VmTargetRun::isPending(const hyperv::VmState& state) const
{
    if (isTransient(state.power))
        return true;
    if (state.cluster && state.cluster->state && *state.cluster->state >= resourcePending &&
        *state.cluster->state <= resourceOfflinePending)
        return true;
    return state.power == PowerState::Running && m_goingDownUntil &&
           m_log.clock().steadyNow() < *m_goingDownUntil;
}

base::Result<hyperv::VmState> VmTargetRun::readSettled()
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

std::vector<QString> VmTargetRun::ownAdapters(const hyperv::VmState& state) const
{
    if (!m_mayHaveAdded)
        return {};
    std::vector<QString> added = addedAdapters(state);
    const QString& ours = m_log.report().newAdapter;
    if (!ours.isEmpty())
        std::erase_if(added, [&](const QString& id) { return id.compare(ours, Qt::CaseInsensitive) != 0; });
    return added;
}

void VmTargetRun::findNewAdapter(const hyperv::VmState& before, const hyperv::VmState& after)
{
    if (!m_mayHaveAdded)
        return;
    const std::vector<QString> earlier = adapterIds(before);
    std::vector<QString> fresh = adapterIds(after);
    std::erase_if(fresh, [&](const QString& id) { return has(earlier, id); });
    if (has(fresh, m_answeredAdapter))
        m_log.report().newAdapter = m_answeredAdapter;
    else if (fresh.size() == 1)
        m_log.report().newAdapter = fresh.front();
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
        return !ownAdapters(state).empty();
    case StepKind::RemovePartitionAdapter:
        return !has(adapterIds(state), step.adapterId);
    case StepKind::StartVm:
    case StepKind::BringClusterOnline:
        return state.power == PowerState::Running;
    default: // updating the cluster leaves no trace to look for; repeating it is harmless
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
    case StepKind::TakeClusterOffline: {
        auto down = step.kind == StepKind::ShutDownGuest ? powerDown(step, state, context)
                                                         : clusterDown(step, state, context);
        if (down)
            m_goingDownUntil.reset();
        return down;
    }
    case StepKind::AddPartitionAdapter:
        return addAdapter(step, context);
    case StepKind::RemovePartitionAdapter:
        return m_host.removePartitionAdapter(step.adapterId, context);
    case StepKind::UpdateClusterVm:
        return m_host.updateVirtualMachine(resource, context);
    case StepKind::StartVm:
        return m_host.start(m_target.vm, context);
    case StepKind::BringClusterOnline:
        return m_host.bringOnline(resource, clusterTimeout, context);
    default:
        break;
    }
    return base::fail(targetError(ErrorCode::Internal, u"not a step of a VM"_s));
}

base::Result<void> VmTargetRun::addAdapter(const Step& step, const hyperv::ActionContext& context)
{
    auto added = m_host.addPartitionAdapter(m_target.vm, step.gpuName, step.minPartitionVram, context);
    const bool certainlyNot = !added && isRefusal(added.error());
    bool& mayHave = adds() ? m_mayHaveAdded : m_mayHaveReadded;
    mayHave = mayHave || !certainlyNot;
    if (!added)
        return base::fail(added.error());
    m_answeredAdapter = *added;
    return {};
}

Outcome VmTargetRun::failed(const base::Error& error)
{
    m_log.report().error = error;
    if (m_touched) {
        if (const Outcome back = putBack(); back != Outcome::PutBack)
            return back;
    } else if (error.code == ErrorCode::NotFound) {
        m_log.report().changed = u"the VM is no longer on this server"_s;
    }
    if (m_skipped)
        return Outcome::Skipped;
    if (error.code == ErrorCode::Cancelled)
        return Outcome::Cancelled;
    if (!m_touched && !m_log.report().changed.isEmpty())
        return Outcome::Refused;
    return m_log.report().undo.empty() && !m_earlier.dirty ? Outcome::Failed : Outcome::PutBack;
}

} // namespace hvgpu::operations
