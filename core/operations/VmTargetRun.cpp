#include "core/operations/VmTargetRun.h"

#include "core/operations/GpuRoom.h"
#include "core/operations/ReadAgain.h"
#include "core/operations/StepWalk.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

using base::ErrorCode;
using model::PowerState;

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

} // namespace

VmTargetRun::VmTargetRun(const Target& target, hyperv::HostControl& host, StepLog& log,
                         const TargetHistory& earlier, std::stop_token stop)
    : m_target(target)
    , m_host(host)
    , m_log(log)
    , m_earlier(earlier)
    , m_stop(std::move(stop))
    , m_power(target, host, log, earlier)
    , m_touched(earlier.dirty)
    , m_mayHaveAdded(earlier.addBegun)
    , m_mayHaveReadded(earlier.dirty)
    , m_quotas(earlier.quotas)
{}

Outcome VmTargetRun::run()
{
    if (m_stop.stop_requested())
        return Outcome::Cancelled;
    const auto state = m_power.read(m_stop);
    if (!state)
        return failed(state.error());
    return isAsExpected(*state) ? runSteps() : Outcome::Refused;
}

Outcome VmTargetRun::resume()
{
    if (const auto state = m_power.read(m_stop); state && areEditsDone(*state))
        m_power.judgeAsAWhole(*state);
    const Outcome outcome = runSteps();
    // Its undo was cut off after it had taken the VM down; the plan itself does not start it again.
    if (outcome != Outcome::Succeeded || !m_earlier.foundRunning)
        return outcome;
    return m_power.startAgain([this](const Step& start, const hyperv::VmState& state) {
        return m_log.perform(StepLog::undo, {}, [&](const hyperv::ActionContext& context) {
            return actAndReadBack(start, state, context);
        });
    });
}

Outcome VmTargetRun::runSteps()
{
    const auto done = walkSteps(m_target, m_earlier, m_stop, [this](int index) { return perform(index); });
    return done ? Outcome::Succeeded : failed(done.error());
}

base::Result<void> VmTargetRun::perform(int index)
{
    const Step& step = m_target.steps[static_cast<std::size_t>(index)];
    const auto before = m_power.read(m_stop);
    if (!before)
        return base::fail(before.error());
    m_log.report().changed = conflict(step, *before);
    if (!m_log.report().changed.isEmpty())
        return base::fail(targetError(ErrorCode::Conflict, m_log.report().changed));
    if (isDone(step, *before)) {
        m_log.noteAlreadyDone(index);
        return {};
    }
    // Before the VM is taken down for a partition that is not there any more, and again when that took a
    // while.
    if (index == 0 || step.kind == StepKind::AddPartitionAdapter) {
        if (auto room = checkRoom(1); !room)
            return room;
    }
    noteQuotas(step, *before);
    return m_log.perform(index, m_stop, [&](const hyperv::ActionContext& context) {
        m_touched = true;
        return actAndReadBack(step, *before, context);
    });
}

void VmTargetRun::noteQuotas(const Step& step, const hyperv::VmState& state)
{
    hyperv::PartitionQuotas quotas;
    for (const auto& [id, found] : state.quotas) {
        if (step.kind == StepKind::RemovePartitionAdapter &&
            id.compare(step.adapterId, Qt::CaseInsensitive) == 0)
            quotas = found;
    }
    if (!quotas.empty())
        m_quotas[step.adapterId] = quotas;
    m_log.noteQuotas(quotas);
}

base::Result<void> VmTargetRun::checkRoom(int needed)
{
    if (!adds())
        return {};
    // Behind an addition it is read to the end: what was added may have to go again.
    const std::stop_token stop = needed > 0 ? m_stop : std::stop_token();
    const auto gpus = readAgain(m_log.clock(), stop, [this](const hyperv::ActionContext& context) {
        return m_host.readGpus(context);
    });
    if (!gpus)
        return base::fail(gpus.error());
    return changed(lackOfRoom(m_target, *gpus, needed));
}

base::Result<void> VmTargetRun::changed(const QString& difference)
{
    if (difference.isEmpty())
        return {};
    m_log.report().changed = difference;
    return base::fail(targetError(ErrorCode::Conflict, difference));
}

base::Result<void> VmTargetRun::verify(const Step& step, const hyperv::VmState& state)
{
    if (step.kind == StepKind::StartVm || step.kind == StepKind::BringClusterOnline)
        return verifyPartitions();
    if (step.kind != StepKind::AddPartitionAdapter)
        return {};
    const std::vector<QString> own = ownAdapters(state);
    for (const model::Assignment& adapter : state.adapters) {
        const QString difference =
            own.size() == 1 && has(own, adapter.adapterId) ? differenceOf(adapter, step) : QString();
        if (!difference.isEmpty())
            return base::fail(targetError(ErrorCode::Conflict, difference));
    }
    // Two that took the last free partition at once both find it taken twice, and leave it.
    return checkRoom(0);
}

base::Result<void> VmTargetRun::verifyPartitions()
{
    if (!adds() || m_target.expected.gpus.empty())
        return {};
    const auto partitions = readAgain(m_log.clock(), {}, [this](const hyperv::ActionContext& context) {
        return m_host.readPartitions(m_target.vm, context);
    });
    // Not to be seen is no difference: that the adapter is as planned was read before.
    const QString difference = partitions ? differenceOf(*partitions, m_target) : QString();
    return difference.isEmpty() ? base::Result<void>()
                                : base::fail(targetError(ErrorCode::Conflict, difference));
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
    if (m_power.wasSkipped())
        return result;
    // What counts is what the host says now: an answer lost on the way may have taken effect, and an
    // "applied" may have changed nothing (EC-42).
    const auto after = m_power.readSettled();
    if (!after)
        return base::fail(after.error());
    if (step.kind == StepKind::AddPartitionAdapter)
        findNewAdapter(before, *after);
    if (step.kind == StepKind::UpdateClusterVm)
        return result;
    if (isDone(step, *after))
        return verify(step, *after);
    if (!result)
        return result;
    return base::fail(targetError(ErrorCode::Conflict, u"the host reported success, but nothing changed"_s));
}

bool VmTargetRun::isAsExpected(const hyperv::VmState& state)
{
    QString& changed = m_log.report().changed;
    changed = m_power.difference(state);
    const std::vector<QString>& expected = m_target.expected.adapterIds;
    if (changed.isEmpty() && adapterIds(state) != expected) {
        changed = state.adapters.size() == expected.size()
                      ? u"its partition adapters are others than those that the plan found"_s
                      : u"its number of partition adapters is %1, where the plan found %2"_s
                            .arg(state.adapters.size())
                            .arg(expected.size());
    }
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
    std::erase_if(added, [&](const QString& id) {
        return ours.isEmpty() ? !mayBeOurs(state, id) : id.compare(ours, Qt::CaseInsensitive) != 0;
    });
    return added;
}

bool VmTargetRun::mayBeOurs(const hyperv::VmState& state, const QString& adapterId) const
{
    if (m_earlier.othersAdapters.contains(adapterId.toLower()))
        return false;
    const auto adapter = std::ranges::find(state.adapters, adapterId, &model::Assignment::adapterId);
    return adapter != state.adapters.end() && std::ranges::any_of(m_target.steps, [&](const Step& step) {
               if (step.kind != StepKind::AddPartitionAdapter)
                   return false;
               if (step.minPartitionVram && adapter->minPartitionVram != step.minPartitionVram)
                   return false;
               return step.gpuName.isEmpty()
                          ? adapter->automatic
                          : adapter->deviceInstancePath.compare(step.gpuName, Qt::CaseInsensitive) == 0;
           });
}

bool VmTargetRun::areEditsDone(const hyperv::VmState& state) const
{
    return std::ranges::all_of(m_target.steps, [&](const Step& step) {
        const bool edit =
            step.kind == StepKind::AddPartitionAdapter || step.kind == StepKind::RemovePartitionAdapter;
        return !edit || (isDone(step, state) && conflict(step, state).isEmpty());
    });
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
    if (const auto done = m_power.isDone(step, state))
        return *done;
    if (step.kind == StepKind::AddPartitionAdapter)
        return !ownAdapters(state).empty();
    return step.kind == StepKind::RemovePartitionAdapter && !has(adapterIds(state), step.adapterId);
}

base::Result<void> VmTargetRun::act(const Step& step, const hyperv::VmState& state,
                                    const hyperv::ActionContext& context)
{
    if (auto done = m_power.act(step, state, context))
        return *done;
    if (step.kind == StepKind::AddPartitionAdapter)
        return addAdapter(step, context);
    if (step.kind == StepKind::RemovePartitionAdapter)
        return m_host.removePartitionAdapter(step.adapterId, context);
    return base::fail(targetError(ErrorCode::Internal, u"not a step of a VM"_s));
}

base::Result<void> VmTargetRun::addAdapter(const Step& step, const hyperv::ActionContext& context)
{
    const bool hasLimits = !adds() && !m_quotas.empty();
    auto added = m_host.addPartitionAdapter(m_target.vm, step.gpuName, step.minPartitionVram, context);
    // Some drivers take no limits with a new adapter (wmi.md 5.2); it gets them afterwards.
    if (!added && added.error().code == ErrorCode::InvalidArgument && step.minPartitionVram && hasLimits)
        added = m_host.addPartitionAdapter(m_target.vm, step.gpuName, std::nullopt, context);
    const bool certainlyNot = !added && isRefusal(added.error());
    bool& mayHave = adds() ? m_mayHaveAdded : m_mayHaveReadded;
    mayHave = mayHave || !certainlyNot;
    if (!added)
        return base::fail(added.error());
    m_answeredAdapter = *added;
    return hasLimits ? putQuotasBack(context) : base::Result<void>();
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
    if (m_power.wasSkipped())
        return m_power.outcomeOfSkipping();
    if (error.code == ErrorCode::Cancelled)
        return Outcome::Cancelled;
    if (!m_touched && !m_log.report().changed.isEmpty())
        return Outcome::Refused;
    return m_log.report().undo.empty() && !m_earlier.dirty ? Outcome::Failed : Outcome::PutBack;
}

} // namespace hvgpu::operations
