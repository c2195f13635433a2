// How VmTargetRun puts a VM back to what its plan found.
#include "core/operations/Downtime.h"
#include "core/operations/ReadAgain.h"
#include "core/operations/VmTargetRun.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

using base::ErrorCode;
using model::PowerState;

constexpr std::chrono::milliseconds pauseBetweenRounds{1'000};

bool same(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool isSetOf(const hyperv::VmState& state, const std::vector<QString>& ids)
{
    return state.adapters.size() == ids.size() &&
           std::ranges::all_of(state.adapters, [&](const model::Assignment& adapter) {
               return std::ranges::any_of(ids,
                                          [&](const QString& id) { return same(id, adapter.adapterId); });
           });
}

/// The adapter has these limits; others that the driver adds do not matter.
bool hasQuotas(const hyperv::VmState& state, const QString& id, const hyperv::PartitionQuotas& quotas)
{
    const auto has = state.quotas.find(id);
    return has != state.quotas.end() && std::ranges::includes(has->second, quotas);
}

bool isThere(const hyperv::VmState& state, const QString& id)
{
    return std::ranges::any_of(state.adapters,
                               [&](const model::Assignment& adapter) { return same(adapter.adapterId, id); });
}

/// Adapters can be changed now, or after taking the VM down.
bool canEdit(const hyperv::VmState& state)
{
    return state.power == PowerState::Running ||
           (state.power == PowerState::Off && !state.isSaved.value_or(false));
}

} // namespace

Outcome VmTargetRun::putBack()
{
    // Not to be stopped: a VM left off behind an error is the one thing that must not happen.
    constexpr int rounds = 4;
    for (int round = 0; round < rounds; ++round) {
        const auto state = m_power.readSettled();
        if (!state)
            return m_power.putBackLost(state.error());
        if (const auto ends = obstacle(*state))
            return *ends;
        m_power.noteFound(*state);
        if (state->power == PowerState::Off && !lackingQuotas(*state).empty()) {
            // Cut off between the two; whether it worked is seen at the end.
            static_cast<void>(m_log.perform(StepLog::undo, {}, [this](const hyperv::ActionContext& context) {
                return putQuotasBack(context);
            }));
        }
        const std::vector<Step> steps = stepsBack(*state);
        if (steps.empty() && ownAdapters(*state).size() > 1) {
            m_log.report().undoError = targetError(
                ErrorCode::Conflict, u"which of several new partition adapters is ours is not known"_s);
            return Outcome::PartlyDone;
        }
        if (steps.empty() && !lackingQuotas(*state).empty()) {
            m_log.report().undoError =
                targetError(ErrorCode::Conflict, u"the adapter is back, but not with the limits it had"_s);
            return Outcome::PartlyDone;
        }
        if (steps.empty()) {
            m_log.report().undoError.reset();
            noteForeign(*state);
            return Outcome::PutBack;
        }
        if (!m_power.mayTakeDown(steps)) {
            m_log.report().undoError = m_log.held();
            return Outcome::PartlyDone;
        }
        if (round == rounds - 1)
            break;
        if (round > 0)
            m_log.clock().sleepFor(pauseBetweenRounds * round, {});
        takeBack(steps, *state);
        if (m_power.stayedUp())
            return m_earlier.stands() ? Outcome::Succeeded : Outcome::PartlyDone;
    }
    if (!m_log.report().undoError)
        m_log.report().undoError = targetError(ErrorCode::Conflict, u"the VM could not be brought back"_s);
    return Outcome::PartlyDone;
}

void VmTargetRun::takeBack(const std::vector<Step>& steps, const hyperv::VmState& state)
{
    for (const Step& step : steps) {
        auto done = m_log.perform(StepLog::undo, {}, [&](const hyperv::ActionContext& context) {
            return act(step, state, context);
        });
        if (!done)
            m_log.report().undoError = done.error();
        // What comes after needs the VM off.
        if (!done && takesDown(step))
            return;
    }
}

base::Result<void> VmTargetRun::putQuotasBack(const hyperv::ActionContext& context)
{
    // Until it works, as far as that goes: for a later attempt the VM would have to go down again.
    constexpr int attempts = 3;
    for (int i = 1;; ++i) {
        base::Result<void> done;
        const auto now = readAgain(m_log.clock(), {}, [this](const hyperv::ActionContext& again) {
            return m_host.readVm(m_target.vm, again);
        });
        if (!now)
            return base::fail(now.error());
        for (const auto& [id, quotas] : lackingQuotas(*now)) {
            if (auto set = m_host.setPartitionQuotas(id, quotas, context); !set)
                done = set;
        }
        if (done || i == attempts)
            return done;
        m_log.clock().sleepFor(pauseBetweenRounds, {});
    }
}

std::map<QString, hyperv::PartitionQuotas> VmTargetRun::lackingQuotas(const hyperv::VmState& state) const
{
    std::map<QString, hyperv::PartitionQuotas> lacking;
    for (const auto& [removed, id] : standIns(state)) {
        const auto wanted = m_quotas.find(removed);
        if (wanted != m_quotas.end() && !hasQuotas(state, id, wanted->second))
            lacking.emplace(id, wanted->second);
    }
    return lacking;
}

std::map<QString, QString> VmTargetRun::standIns(const hyperv::VmState& state) const
{
    std::map<QString, QString> found;
    std::set<QString> counted;
    for (const Step& step : m_target.steps) {
        if (step.kind != StepKind::RemovePartitionAdapter || isThere(state, step.adapterId))
            continue;
        std::vector<QString> readded = readdedAdapters(step, state);
        std::erase_if(readded, [&](const QString& id) { return counted.contains(id); });
        if (readded.empty())
            continue;
        const auto wanted = m_quotas.find(step.adapterId);
        const auto fits = std::ranges::find_if(readded, [&](const QString& id) {
            return wanted == m_quotas.end() ? !state.quotas.contains(id)
                                            : hasQuotas(state, id, wanted->second);
        });
        const QString& id = fits == readded.end() ? readded.front() : *fits;
        counted.insert(id);
        found.emplace(step.adapterId, id);
    }
    return found;
}

Outcome VmTargetRun::undo()
{
    m_power.followHandling();
    if (!m_earlier.stands())
        return putBack();
    const auto state = m_power.readSettled();
    const auto changed = state.transform([this](const hyperv::VmState& now) { return changedSince(now); });
    if (!changed && changed.error().code != ErrorCode::NotFound) {
        m_log.report().undoError = changed.error();
        return Outcome::Succeeded;
    }
    m_log.report().changed = changed ? *changed : u"the VM is no longer on this server"_s;
    if (!m_log.report().changed.isEmpty())
        return Outcome::Refused;
    const auto lack = lackOfRoomBack(*state);
    if (!lack) {
        m_log.report().undoError = lack.error();
        return Outcome::Succeeded;
    }
    if (!lack->isEmpty()) {
        m_log.report().undoError = targetError(ErrorCode::Conflict, *lack);
        return Outcome::Refused;
    }
    const Outcome outcome = putBack();
    return outcome == Outcome::PutBack || !m_log.report().undo.empty() ? outcome : Outcome::Succeeded;
}

QString VmTargetRun::changedSince(const hyperv::VmState& state) const
{
    const Expectation& before = m_target.expected;
    if (state.cluster.has_value() != before.clustered)
        return u"it was added to or removed from the cluster"_s;
    if (QString adapters = adaptersChanged(state); !adapters.isEmpty())
        return adapters;
    const auto left = m_power.configuredAction();
    const auto now = state.cluster ? state.cluster->offlineAction : std::nullopt;
    if (left && now != left && now != before.offlineAction)
        return u"its offline action is %1, where this change left %2; before it was %3"_s.arg(now.value_or(0))
            .arg(*left)
            .arg(before.offlineAction.value_or(0));
    return {};
}

base::Result<QString> VmTargetRun::lackOfRoomBack(const hyperv::VmState& state)
{
    std::map<QString, std::size_t> wanted;
    for (const Step& step : adds() ? std::vector<Step>() : additionsBack(state))
        ++wanted[step.gpuName];
    for (const auto& [gpu, count] : wanted) {
        auto lacks = lacksRoom(gpu, count);
        if (!lacks || !lacks->isEmpty())
            return lacks;
    }
    return QString();
}

QString VmTargetRun::adaptersChanged(const hyperv::VmState& state) const
{
    const std::vector<QString>& before = m_target.expected.adapterIds;
    std::vector<QString> left = before;
    for (const Step& step : m_target.steps) {
        if (step.kind == StepKind::RemovePartitionAdapter)
            std::erase_if(left, [&](const QString& id) { return same(id, step.adapterId); });
    }
    // Which one is ours is not always known; then the adapters themselves are looked at.
    const QString& added = m_log.report().newAdapter;
    if (!added.isEmpty())
        left.push_back(added);
    if (isSetOf(state, before) || isSetOf(state, left) || (adds() && added.isEmpty()))
        return {};
    return u"its partition adapters are not those that this change left: %1 now, %2 then, %3 before"_s
        .arg(state.adapters.size())
        .arg(left.size())
        .arg(before.size());
}

base::Result<hyperv::GpuState> VmTargetRun::readGpu(const QString& gpuName)
{
    return readAgain(m_log.clock(), {},
                     [&](const hyperv::ActionContext& context) { return m_host.readGpu(gpuName, context); });
}

base::Result<QString> VmTargetRun::lacksRoom(const QString& gpuName, std::size_t wanted)
{
    if (gpuName.isEmpty())
        return QString();
    // One that an earlier target of the plan has given back to the host takes a while to be listed.
    constexpr int attempts = 20;
    auto gpu = readGpu(gpuName);
    for (int i = 1; i < attempts && !gpu && gpu.error().code == ErrorCode::NotFound; ++i) {
        m_log.clock().sleepFor(pauseBetweenRounds, {});
        gpu = readGpu(gpuName);
    }
    if (!gpu && gpu.error().code == ErrorCode::NotFound)
        return u"the GPU is no longer on this server"_s;
    if (!gpu)
        return base::fail(gpu.error());
    const std::uint16_t count = gpu->partitioning.partitionCount.value_or(0);
    if (gpu->assignedVms.size() + wanted <= count)
        return QString();
    return u"%1 of the %2 partitions of its GPU are assigned, which leaves none for it"_s
        .arg(gpu->assignedVms.size())
        .arg(count);
}

void VmTargetRun::noteForeign(const hyperv::VmState& state)
{
    std::vector<QString> foreign = addedAdapters(state);
    for (const Step& step : m_target.steps) {
        if (step.kind != StepKind::RemovePartitionAdapter)
            continue;
        const std::vector<QString> again = readdedAdapters(step, state);
        std::erase_if(foreign,
                      [&](const QString& id) { return std::ranges::find(again, id) != again.end(); });
    }
    QString& changed = m_log.report().changed;
    if (!foreign.empty() && changed.isEmpty())
        changed = u"a partition adapter that is not of this change is there, and was left"_s;
}

std::optional<Outcome> VmTargetRun::obstacle(const hyperv::VmState& state)
{
    if (m_power.isPending(state)) {
        m_log.report().undoError =
            targetError(ErrorCode::TimedOut, u"the VM is still changing its power state"_s);
        return Outcome::Indeterminate;
    }
    if (canEdit(state) || editsBack(state).empty())
        return std::nullopt;
    m_log.report().undoError = targetError(
        ErrorCode::InvalidState, u"the VM is neither running nor off; its adapters cannot be put back"_s);
    return Outcome::PartlyDone;
}

bool VmTargetRun::adds() const
{
    return std::any_of(m_target.steps.begin(), m_target.steps.end(),
                       [](const Step& step) { return step.kind == StepKind::AddPartitionAdapter; });
}

std::vector<Step> VmTargetRun::removalsBack(const hyperv::VmState& state) const
{
    // Which of several is ours is known only from the answer; without it none is touched.
    const std::vector<QString> own = ownAdapters(state);
    if (own.size() != 1)
        return {};
    Step removal = stepBack(StepKind::RemovePartitionAdapter);
    removal.adapterId = own.front();
    return {removal};
}

std::vector<QString> VmTargetRun::readdedAdapters(const Step& removal, const hyperv::VmState& state) const
{
    if (!m_mayHaveReadded)
        return {};
    std::vector<QString> readded = addedAdapters(state);
    std::erase_if(readded, [&](const QString& id) {
        return std::none_of(
            state.adapters.begin(), state.adapters.end(), [&](const model::Assignment& adapter) {
                return same(adapter.adapterId, id) && (same(adapter.deviceInstancePath, removal.gpuName) ||
                                                       (adapter.automatic && removal.gpuName.isEmpty()));
            });
    });
    return readded;
}

std::vector<Step> VmTargetRun::additionsBack(const hyperv::VmState& state) const
{
    // One that an earlier attempt added again has a new id; it must not be added twice.
    const std::map<QString, QString> again = standIns(state);
    std::vector<Step> edits;
    for (const Step& original : m_target.steps) {
        if (original.kind != StepKind::RemovePartitionAdapter || isThere(state, original.adapterId) ||
            again.contains(original.adapterId))
            continue;
        edits.push_back(stepBack(StepKind::AddPartitionAdapter));
        edits.back().gpuName = original.gpuName;
        edits.back().minPartitionVram = original.minPartitionVram;
    }
    return edits;
}

std::vector<Step> VmTargetRun::editsBack(const hyperv::VmState& state) const
{
    return adds() ? removalsBack(state) : additionsBack(state);
}

std::vector<Step> VmTargetRun::stepsBack(const hyperv::VmState& state) const
{
    std::vector<Step> edits = editsBack(state);
    const bool edited = !edits.empty();
    std::vector<Step> steps;
    if (edited && state.power != PowerState::Off)
        steps.push_back(m_power.downBack(state));
    std::move(edits.begin(), edits.end(), std::back_inserter(steps));
    const std::vector<Step> up = m_power.upBack(state, edited);
    steps.insert(steps.end(), up.begin(), up.end());
    return steps;
}

} // namespace hvgpu::operations
