// How DeviceTargetRun puts devices, settings and power back to what its plan found.
#include "core/operations/DeviceTargetRun.h"
#include "core/operations/Downtime.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

using base::ErrorCode;
using model::Assignment;
using model::DeviceMount;
using model::PowerState;

constexpr std::chrono::milliseconds pauseBetweenRounds{1'000};

/// Settings and devices can be changed now, or after taking the VM down.
bool canEdit(const hyperv::VmState& state)
{
    return state.power == PowerState::Running ||
           (state.power == PowerState::Off && !state.isSaved.value_or(false));
}

Step stepOn(StepKind kind, const DeviceExpectation& device)
{
    Step step = stepBack(kind);
    step.device = device.id;
    step.deviceName = device.name;
    step.locationPath = device.locationPath;
    return step;
}

Step removalBack(const Assignment& adapter)
{
    Step step = stepBack(StepKind::RemoveDevice);
    step.adapterId = adapter.adapterId;
    return step;
}

void append(std::vector<Step>& to, const std::vector<Step>& steps)
{
    to.insert(to.end(), steps.begin(), steps.end());
}

} // namespace

Outcome DeviceTargetRun::putBack()
{
    // Not to be stopped: neither may a VM stay off nor a device be lost to its host behind an error.
    constexpr int rounds = 5;
    for (int round = 0; round < rounds; ++round) {
        auto state = readSettled();
        if (!state && state.error().code == ErrorCode::NotFound && m_power) {
            // The VM has moved or is gone; its devices are still here.
            m_vmLost = state.error();
            state = State{};
            if (auto devices = readDevices(*state, {}); !devices)
                state = base::fail(devices.error());
        }
        if (!state) {
            m_log.report().undoError = state.error();
            return Outcome::Indeterminate;
        }
        if (const auto ends = obstacle(*state))
            return *ends;
        if (state->vm)
            m_power->noteFound(*state->vm);
        const std::vector<Step> steps = inOrder(stepsBack(*state), *state);
        if (steps.empty())
            break;
        if (m_power && !m_power->mayTakeDown(steps)) {
            m_log.report().undoError = m_log.held();
            return Outcome::PartlyDone;
        }
        if (round == rounds - 1) {
            if (!m_log.report().undoError)
                m_log.report().undoError =
                    targetError(ErrorCode::Conflict, u"not everything could be brought back"_s);
            return Outcome::PartlyDone;
        }
        if (round > 0)
            m_log.clock().sleepFor(pauseBetweenRounds * round, {});
        takeBack(steps, *state);
        if (m_power && m_power->stayedUp())
            return m_earlier.stands() ? Outcome::Succeeded : Outcome::PartlyDone;
    }
    if (m_vmLost)
        return m_power->putBackLost(*m_vmLost);
    m_log.report().undoError.reset();
    return Outcome::PutBack;
}

Outcome DeviceTargetRun::undo()
{
    if (m_power)
        m_power->followHandling();
    if (!m_earlier.stands())
        return putBack();
    const auto state = readSettled();
    if (!state && state.error().code != ErrorCode::NotFound) {
        m_log.report().undoError = state.error();
        return Outcome::Succeeded;
    }
    if (state) {
        const Back back = stepsBack(*state);
        if ((back.touchesVm() || !back.onHost.empty()) && !areEditsDone(*state)) {
            m_log.report().changed = u"it is not as this change left it"_s;
            return Outcome::Refused;
        }
    }
    const Outcome outcome = putBack();
    return outcome == Outcome::PutBack || !m_log.report().undo.empty() ? outcome : Outcome::Succeeded;
}

void DeviceTargetRun::takeBack(const std::vector<Step>& steps, const State& state)
{
    for (const Step& step : steps) {
        auto done = m_log.perform(StepLog::undo, {}, [&](const hyperv::ActionContext& context) {
            return act(step, state, context);
        });
        if (done)
            continue;
        m_log.report().undoError = done.error();
        // What comes after a device that could not be moved would fail as well, or do harm; but the VM is
        // started in any case.
        if (takesDown(step))
            return;
    }
}

std::optional<Outcome> DeviceTargetRun::obstacle(const State& state)
{
    if (!state.vm)
        return std::nullopt;
    if (m_power->isPending(*state.vm)) {
        m_log.report().undoError =
            targetError(ErrorCode::TimedOut, u"the VM is still changing its power state"_s);
        return Outcome::Indeterminate;
    }
    if (canEdit(*state.vm) || !stepsBack(state).touchesVm())
        return std::nullopt;
    m_log.report().undoError = targetError(
        ErrorCode::InvalidState, u"the VM is neither running nor off; its devices cannot be put back"_s);
    return Outcome::PartlyDone;
}

void DeviceTargetRun::deviceBack(Back& back, const DeviceExpectation& device, const State& state) const
{
    const hyperv::DeviceState& now = state.devices.at(device.id);
    const Assignment* adapter = adapterFor(state, device.id);
    const bool had = !device.adapterId.isEmpty();
    const bool assigns = hasBegun(device.id, {StepKind::AssignDevice});
    const bool removes = hasBegun(device.id, {StepKind::RemoveDevice});
    if (!had && adapter != nullptr && assigns)
        back.removals.push_back(removalBack(*adapter));
    const bool mountChanged = hasBegun(device.id, {StepKind::DisableDevice, StepKind::DismountDevice,
                                                   StepKind::MountDevice, StepKind::EnableDevice});
    // Given to another VM meanwhile it is not ours to take.
    const bool free = std::all_of(now.assignedVms.begin(), now.assignedVms.end(),
                                  [this](const model::VmId& vm) { return vm == m_target.vm; });
    if (mountChanged && free && now.mount != DeviceMount::Absent && now.mount != device.mount) {
        const auto add = [&](StepKind kind) { back.onHost.push_back(stepOn(kind, device)); };
        if (device.mount == DeviceMount::Dismounted) {
            if (now.mount == DeviceMount::Enabled)
                add(StepKind::DisableDevice);
            add(StepKind::DismountDevice);
            // It was dismounted before; how strictly that was asked for is not known.
            back.onHost.back().requirements = {false, false};
        } else {
            if (now.mount == DeviceMount::Dismounted)
                add(StepKind::MountDevice);
            if (device.mount == DeviceMount::Enabled)
                add(StepKind::EnableDevice);
            else if (now.mount == DeviceMount::Enabled)
                add(StepKind::DisableDevice);
        }
    }
    if (had && adapter == nullptr && removes && state.vm && free)
        back.edits.push_back(stepOn(StepKind::AssignDevice, device));
}

void DeviceTargetRun::placesBack(Back& back, const State& state) const
{
    const auto begun = static_cast<std::size_t>(std::count_if(m_begun.begin(), m_begun.end(), [&](int index) {
        return m_target.steps[static_cast<std::size_t>(index)].kind == StepKind::AssignFromPool;
    }));
    const std::vector<const Assignment*> added = addedPlaces(state);
    // More than ours: which of them is somebody else's is not known, and all of one pool are alike.
    for (std::size_t i = 0; i < std::min(begun, added.size()); ++i)
        back.removals.push_back(removalBack(*added[i]));
    for (int index : m_begun) {
        const Step& step = m_target.steps[static_cast<std::size_t>(index)];
        if (step.kind != StepKind::RemoveDevice || !step.device.isEmpty() || step.pool.isEmpty())
            continue;
        const bool gone = std::none_of(
            state.has.adapters.begin(), state.has.adapters.end(), [&step](const Assignment& each) {
                return each.adapterId.compare(step.adapterId, Qt::CaseInsensitive) == 0;
            });
        if (!gone || addedPlaces(state).size() > back.edits.size())
            continue;
        back.edits.push_back(stepBack(StepKind::AssignFromPool));
        back.edits.back().pool = step.pool;
    }
}

/// A pool that was made goes before its devices do; one that was deleted comes back after them.
void DeviceTargetRun::poolBack(Back& back, const State& state) const
{
    for (const int index : m_begun) {
        const Step& step = m_target.steps[static_cast<std::size_t>(index)];
        const hyperv::PoolState* pool = poolOf(step, state);
        if (step.kind == StepKind::CreatePool && pool != nullptr) {
            back.onHost.insert(back.onHost.begin(), stepBack(StepKind::DeletePool));
            back.onHost.front().pool = step.pool;
        } else if (step.kind == StepKind::DeletePool && pool == nullptr) {
            back.onHost.push_back(step);
            back.onHost.back().kind = StepKind::CreatePool;
        }
    }
}

void DeviceTargetRun::settingsBack(Back& back, const State& state) const
{
    const model::VmSettings differing = m_target.expected.settings.differingFrom(state.has.settings);
    const auto add = [&](StepKind kind, const model::VmSettings& part) {
        if (part.isEmpty() || !hasBegun(kind))
            return;
        back.edits.push_back(stepBack(kind));
        back.edits.back().settingsAfter = part;
        back.edits.back().settingsBefore = state.has.settings.only(part);
    };
    add(StepKind::SetVmSettings, differing.systemPart());
    add(StepKind::SetVmMemory, differing.memoryPart());
}

DeviceTargetRun::Back DeviceTargetRun::stepsBack(const State& state) const
{
    Back back;
    if (state.vm) {
        settingsBack(back, state);
        placesBack(back, state);
    }
    for (const DeviceExpectation& device : m_target.expected.devices)
        deviceBack(back, device, state);
    poolBack(back, state);
    return back;
}

std::vector<Step> DeviceTargetRun::inOrder(const Back& back, const State& state) const
{
    std::vector<Step> steps;
    // Settings that may be changed while the VM runs are no reason to take it down.
    const bool needsOff =
        !back.removals.empty() || std::any_of(back.edits.begin(), back.edits.end(), [](const Step& step) {
            return step.kind != StepKind::SetVmSettings || step.settingsAfter.needsOff();
        });
    const bool down = needsOff && state.vm && state.vm->power != PowerState::Off;
    if (down)
        steps.push_back(m_power->downBack(*state.vm));
    append(steps, back.removals);
    append(steps, back.onHost);
    append(steps, back.edits);
    if (state.vm)
        append(steps, m_power->upBack(*state.vm, needsOff));
    return steps;
}

} // namespace hvgpu::operations
