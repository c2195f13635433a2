#include "core/operations/DeviceTargetRun.h"

#include "core/operations/ReadAgain.h"
#include "core/operations/StepWalk.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

using base::ErrorCode;
using model::Assignment;
using model::DeviceMount;
using model::PowerState;

// The host's list of devices lags behind what was done to them.
constexpr std::chrono::milliseconds listingPause{500};
constexpr int listingAttempts = 20;

/// Kinds whose effect shows in the list of devices, and so late.
bool showsLate(StepKind kind)
{
    return kind == StepKind::DismountDevice || kind == StepKind::VerifyAssignable ||
           kind == StepKind::MountDevice || kind == StepKind::EnableDevice ||
           kind == StepKind::DisableDevice || kind == StepKind::VerifyPartitionable;
}

bool isSame(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool contains(const std::vector<QString>& ids, const QString& id)
{
    return std::any_of(ids.begin(), ids.end(), [&id](const QString& other) { return isSame(other, id); });
}

/// Where the host says nothing of them there is nothing to compare.
bool differs(const std::vector<model::GpuId>& now, const std::vector<model::GpuId>& planned)
{
    return !now.empty() && !planned.empty() &&
           std::set<model::GpuId>(now.begin(), now.end()) !=
               std::set<model::GpuId>(planned.begin(), planned.end());
}

bool isOnlyOf(const std::vector<model::VmId>& owners, const model::VmId& vm)
{
    return std::all_of(owners.begin(), owners.end(), [&vm](const model::VmId& owner) { return owner == vm; });
}

} // namespace

bool DeviceTargetRun::handles(const Target& target)
{
    // A VM that only has its offline action set is one of these, too: it has no partitions to look after.
    const bool partitions = std::any_of(target.steps.begin(), target.steps.end(), [](const Step& step) {
        return step.kind == StepKind::AddPartitionAdapter || step.kind == StepKind::RemovePartitionAdapter ||
               step.kind == StepKind::SetPartitionCount;
    });
    return !partitions;
}

DeviceTargetRun::DeviceTargetRun(const Target& target, hyperv::HostControl& host, StepLog& log,
                                 const TargetHistory& earlier, std::stop_token stop)
    : m_target(target)
    , m_host(host)
    , m_log(log)
    , m_earlier(earlier)
    , m_stop(std::move(stop))
    , m_begun(earlier.begun)
    , m_touched(earlier.dirty)
{
    if (!target.vm.isEmpty())
        m_power.emplace(target, host, log, earlier);
}

base::Result<void> DeviceTargetRun::readDevices(State& state, const std::stop_token& stop)
{
    for (const DeviceExpectation& device : m_target.expected.devices) {
        auto read = readAgain(m_log.clock(), stop, [&](const hyperv::ActionContext& context) {
            return m_host.readDevice({device.id, device.locationPath}, context);
        });
        if (!read)
            return base::fail(read.error());
        state.devices.emplace(device.id, std::move(*read));
    }
    return {};
}

base::Result<void> DeviceTargetRun::readVmDevices(State& state, const std::stop_token& stop)
{
    auto has = readAgain(m_log.clock(), stop, [&](const hyperv::ActionContext& context) {
        return m_host.readVmDevices(m_target.vm, context);
    });
    if (!has)
        return base::fail(has.error());
    state.has = std::move(*has);
    return {};
}

base::Result<void> DeviceTargetRun::readPartitionable(State& state, const std::stop_token& stop)
{
    for (const Step& step : m_target.steps) {
        const auto device = state.devices.find(step.device);
        // Only what the host uses can be partitioned; there is nothing to ask about the rest.
        if (step.kind != StepKind::VerifyPartitionable || device == state.devices.end() ||
            device->second.mount != DeviceMount::Enabled)
            continue;
        const auto can = readAgain(m_log.clock(), stop, [&](const hyperv::ActionContext& context) {
            return m_host.isPartitionable({step.device, step.locationPath}, context);
        });
        if (!can)
            return base::fail(can.error());
        if (*can)
            state.partitionable.insert(step.device);
    }
    return {};
}

base::Result<DeviceTargetRun::State> DeviceTargetRun::read(const std::stop_token& stop)
{
    State state;
    if (m_power) {
        auto vm = m_power->read(stop);
        if (!vm)
            return base::fail(vm.error());
        state.vm = std::move(*vm);
        if (auto has = readVmDevices(state, stop); !has)
            return base::fail(has.error());
    }
    if (auto devices = readDevices(state, stop); !devices)
        return base::fail(devices.error());
    if (auto partitionable = readPartitionable(state, stop); !partitionable)
        return base::fail(partitionable.error());
    if (m_target.pool.isEmpty())
        return state;
    auto pools = readAgain(m_log.clock(), stop, [this](const hyperv::ActionContext& context) {
        return m_host.readPools(context);
    });
    if (!pools)
        return base::fail(pools.error());
    state.pools = std::move(*pools);
    return state;
}

base::Result<DeviceTargetRun::State> DeviceTargetRun::readSettled()
{
    if (m_power) {
        if (auto settled = m_power->readSettled(); !settled)
            return base::fail(settled.error());
    }
    return read({});
}

QString DeviceTargetRun::deviceDifference(const State& state) const
{
    for (const DeviceExpectation& device : m_target.expected.devices) {
        const hyperv::DeviceState& now = state.devices.at(device.id);
        if (now.mount == DeviceMount::Absent)
            return u"a device is no longer on this server"_s;
        if (now.mount != device.mount)
            return u"a device was mounted, dismounted, enabled or disabled meanwhile"_s;
        const Assignment* adapter = adapterFor(state, device.id);
        const bool same =
            adapter == nullptr ? device.adapterId.isEmpty() : isSame(adapter->adapterId, device.adapterId);
        if (!same || !isOnlyOf(now.assignedVms, m_target.vm))
            return u"a device was assigned to a VM or taken away from one meanwhile"_s;
        if (!now.partitionVms.empty())
            return u"partitions of a device were assigned to VMs meanwhile"_s;
    }
    return {};
}

QString DeviceTargetRun::difference(const State& state) const
{
    const Expectation& wanted = m_target.expected;
    if (state.vm) {
        if (QString power = m_power->difference(*state.vm); !power.isEmpty())
            return power;
        if (!wanted.settings.differingFrom(state.has.settings).isEmpty())
            return u"its settings are different"_s;
    }
    return deviceDifference(state);
}

Outcome DeviceTargetRun::run()
{
    if (m_stop.stop_requested())
        return Outcome::Cancelled;
    const auto state = read(m_stop);
    if (!state)
        return failed(state.error());
    m_log.report().changed = difference(*state);
    return m_log.report().changed.isEmpty() ? runSteps() : Outcome::Refused;
}

Outcome DeviceTargetRun::resume()
{
    if (const auto state = read(m_stop); state && state->vm && areEditsDone(*state))
        m_power->judgeAsAWhole(*state->vm);
    const Outcome outcome = runSteps();
    if (outcome != Outcome::Succeeded || !m_earlier.foundRunning || !m_power)
        return outcome;
    return m_power->startAgain([this](const Step& start, const hyperv::VmState& vm) {
        return m_log.perform(StepLog::undo, {}, [&](const hyperv::ActionContext& context) {
            State state;
            state.vm = vm;
            return act(start, state, context);
        });
    });
}

Outcome DeviceTargetRun::runSteps()
{
    const auto done = walkSteps(m_target, m_earlier, m_stop, [this](int index) { return perform(index); });
    return done ? Outcome::Succeeded : failed(done.error());
}

base::Result<void> DeviceTargetRun::perform(int index)
{
    const auto before = read(m_stop);
    if (!before)
        return base::fail(before.error());
    m_log.report().changed = conflict(index, *before);
    if (!m_log.report().changed.isEmpty())
        return base::fail(targetError(ErrorCode::Conflict, m_log.report().changed));
    if (isDone(index, *before)) {
        m_log.noteAlreadyDone(index);
        return {};
    }
    return m_log.perform(index, m_stop, [&](const hyperv::ActionContext& context) {
        m_touched = true;
        m_begun.insert(index);
        return actAndReadBack(index, *before, context);
    });
}

QString DeviceTargetRun::conflict(int index, const State& state) const
{
    const Step& step = m_target.steps[static_cast<std::size_t>(index)];
    const hyperv::PoolState* pool = poolOf(step, state);
    if (step.kind == StepKind::CreatePool && pool != nullptr && !isBegun(index))
        return u"somebody else made a pool of this name"_s;
    if (step.kind == StepKind::DeletePool && pool != nullptr && !pool->vms.empty())
        return u"VMs were assigned to the pool meanwhile"_s;
    if (step.kind == StepKind::DeletePool && pool != nullptr && differs(pool->devices, step.poolDevices))
        return u"there are other devices in the pool now"_s;
    const auto device = state.devices.find(step.device);
    if (device == state.devices.end())
        return {};
    const hyperv::DeviceState& now = device->second;
    if (now.mount == DeviceMount::Absent)
        return u"a device is no longer on this server"_s;
    if (!isOnlyOf(now.assignedVms, m_target.vm))
        return u"a device was assigned to another VM meanwhile"_s;
    const bool takes = step.kind == StepKind::DisableDevice || step.kind == StepKind::DismountDevice;
    if (takes && !now.partitionVms.empty())
        return u"partitions of a device were assigned to VMs meanwhile"_s;
    const Assignment* adapter = adapterFor(state, step.device);
    if (step.kind == StepKind::AssignDevice && adapter != nullptr && !isBegun(index))
        return u"somebody else assigned the device to this VM"_s;
    // Assigned again by an undo that was cut off it is ours to remove; by somebody else it is not.
    if (step.kind == StepKind::RemoveDevice && adapter != nullptr && !m_earlier.undoBegun &&
        !isSame(adapter->adapterId, step.adapterId))
        return u"somebody else assigned the device to this VM"_s;
    return {};
}

bool DeviceTargetRun::isDone(int index, const State& state) const
{
    const Step& step = m_target.steps[static_cast<std::size_t>(index)];
    if (state.vm) {
        if (const auto done = m_power->isDone(step, *state.vm))
            return *done;
    }
    const auto device = state.devices.find(step.device);
    const DeviceMount mount = device == state.devices.end() ? DeviceMount::Absent : device->second.mount;
    switch (step.kind) {
    case StepKind::SetVmSettings:
    case StepKind::SetVmMemory:
        return step.settingsAfter.differingFrom(state.has.settings).isEmpty();
    case StepKind::DisableDevice:
        return mount == DeviceMount::Disabled || mount == DeviceMount::Dismounted;
    case StepKind::DismountDevice:
        return mount == DeviceMount::Dismounted;
    case StepKind::VerifyAssignable:
        return device != state.devices.end() && device->second.listed;
    case StepKind::AssignDevice:
        return isBegun(index) && adapterFor(state, step.device) != nullptr;
    case StepKind::RemoveDevice:
        if (device != state.devices.end())
            return adapterFor(state, step.device) == nullptr;
        return std::none_of(state.has.adapters.begin(), state.has.adapters.end(),
                            [&](const Assignment& each) { return isSame(each.adapterId, step.adapterId); });
    case StepKind::MountDevice:
        return mount == DeviceMount::Enabled || mount == DeviceMount::Disabled;
    case StepKind::EnableDevice:
        return mount == DeviceMount::Enabled;
    case StepKind::VerifyPartitionable:
        return state.partitionable.contains(step.device);
    case StepKind::CreatePool:
        return isBegun(index) && poolOf(step, state) != nullptr;
    case StepKind::DeletePool:
        return poolOf(step, state) == nullptr;
    case StepKind::AssignFromPool: {
        const auto places =
            std::count_if(m_target.steps.begin(), m_target.steps.begin() + index + 1,
                          [](const Step& each) { return each.kind == StepKind::AssignFromPool; });
        return isBegun(index) && addedPlaces(state).size() >= static_cast<std::size_t>(places);
    }
    default:
        return false;
    }
}

bool DeviceTargetRun::areEditsDone(const State& state) const
{
    for (int i = 0; i < static_cast<int>(m_target.steps.size()); ++i) {
        const Step& step = m_target.steps[static_cast<std::size_t>(i)];
        const bool power = step.kind == StepKind::UpdateClusterVm || step.kind == StepKind::ShutDownGuest ||
                           step.kind == StepKind::TakeClusterOffline || step.kind == StepKind::StartVm ||
                           step.kind == StepKind::BringClusterOnline;
        if (!power && (!isDone(i, state) || !conflict(i, state).isEmpty()))
            return false;
    }
    return true;
}

base::Result<void> DeviceTargetRun::actAndReadBack(int index, const State& before,
                                                   const hyperv::ActionContext& context)
{
    const Step& step = m_target.steps[static_cast<std::size_t>(index)];
    auto result = act(step, before, context);
    if (m_power && m_power->wasSkipped())
        return result;
    // What counts is what the host says now, see VmTargetRun.
    const int attempts = showsLate(step.kind) ? listingAttempts : 1;
    for (int attempt = 1;; ++attempt) {
        const auto after = readSettled();
        if (!after)
            return base::fail(after.error());
        if (step.kind == StepKind::UpdateClusterVm)
            return result;
        if (isDone(index, *after))
            return {};
        if (!result && isRefusal(result.error()))
            return result;
        if (attempt == attempts)
            break;
        m_log.clock().sleepFor(listingPause, {});
    }
    if (!result)
        return result;
    if (step.kind == StepKind::VerifyAssignable)
        return base::fail(
            targetError(ErrorCode::NotFound, u"the host does not list the device as assignable"_s));
    if (step.kind == StepKind::VerifyPartitionable)
        return base::fail(
            targetError(ErrorCode::NotFound, u"the host cannot partition the GPU with its driver"_s));
    return base::fail(targetError(ErrorCode::Conflict, u"the host reported success, but nothing changed"_s));
}

base::Result<void> DeviceTargetRun::act(const Step& step, const State& state,
                                        const hyperv::ActionContext& context)
{
    if (state.vm) {
        if (auto done = m_power->act(step, *state.vm, context))
            return *done;
    }
    switch (step.kind) {
    case StepKind::SetVmSettings:
        return m_host.setVmSettings(m_target.vm, step.settingsAfter, context);
    case StepKind::SetVmMemory:
        return m_host.setVmMemory(m_target.vm, step.settingsAfter, context);
    case StepKind::AssignFromPool: {
        const auto added = m_host.assignFromPool(m_target.vm, step.pool, context);
        return added ? base::Result<void>() : base::Result<void>(base::fail(added.error()));
    }
    case StepKind::CreatePool:
        return m_host.createPool(step.pool, step.poolDevices, context);
    case StepKind::DeletePool:
        return m_host.deletePool(step.pool, context);
    case StepKind::VerifyAssignable:
    case StepKind::VerifyPartitionable:
        return {}; // what is read afterwards tells
    default:
        return actOnDevice(step, state, context);
    }
}

base::Result<void> DeviceTargetRun::actOnDevice(const Step& step, const State& state,
                                                const hyperv::ActionContext& context)
{
    const hyperv::DeviceRef device{step.device, step.locationPath};
    switch (step.kind) {
    case StepKind::DisableDevice:
        return m_host.disableDevice(device, context);
    case StepKind::EnableDevice:
        return m_host.enableDevice(device, context);
    case StepKind::DismountDevice:
        return m_host.dismountDevice(device, step.requirements.acs, step.requirements.mitigations, context);
    case StepKind::MountDevice:
        return m_host.mountDevice(device, context);
    case StepKind::AssignDevice: {
        const auto added = m_host.assignDevice(m_target.vm, device, context);
        return added ? base::Result<void>() : base::Result<void>(base::fail(added.error()));
    }
    case StepKind::RemoveDevice: {
        const Assignment* adapter = step.device.isEmpty() ? nullptr : adapterFor(state, step.device);
        return m_host.removeDevice(adapter == nullptr ? step.adapterId : adapter->adapterId, context);
    }
    default:
        return base::fail(targetError(ErrorCode::Internal, u"not a step of a device"_s));
    }
}

Outcome DeviceTargetRun::failed(const base::Error& error)
{
    m_log.report().error = error;
    if (m_touched) {
        if (const Outcome back = putBack(); back != Outcome::PutBack)
            return back;
    } else if (error.code == ErrorCode::NotFound && m_power) {
        m_log.report().changed = u"the VM is no longer on this server"_s;
    }
    if (m_power && m_power->wasSkipped())
        return m_power->outcomeOfSkipping();
    if (error.code == ErrorCode::Cancelled)
        return Outcome::Cancelled;
    if (!m_touched && !m_log.report().changed.isEmpty())
        return Outcome::Refused;
    return m_log.report().undo.empty() && !m_earlier.dirty ? Outcome::Failed : Outcome::PutBack;
}

bool DeviceTargetRun::hasBegun(const model::GpuId& device, std::initializer_list<StepKind> kinds) const
{
    return std::any_of(m_begun.begin(), m_begun.end(), [&](int index) {
        const Step& step = m_target.steps[static_cast<std::size_t>(index)];
        return step.device == device && std::find(kinds.begin(), kinds.end(), step.kind) != kinds.end();
    });
}

bool DeviceTargetRun::hasBegun(StepKind kind) const
{
    return std::any_of(m_begun.begin(), m_begun.end(), [&](int index) {
        return m_target.steps[static_cast<std::size_t>(index)].kind == kind;
    });
}

const Assignment* DeviceTargetRun::adapterFor(const State& state, const model::GpuId& device)
{
    const auto found = std::find_if(state.has.adapters.begin(), state.has.adapters.end(),
                                    [&device](const Assignment& adapter) {
                                        return !device.isEmpty() && !adapter.deviceInstancePath.isEmpty() &&
                                               model::gpuIdFrom(adapter.deviceInstancePath) == device;
                                    });
    return found == state.has.adapters.end() ? nullptr : &*found;
}

const hyperv::PoolState* DeviceTargetRun::poolOf(const Step& step, const State& state)
{
    const auto found =
        std::find_if(state.pools.begin(), state.pools.end(),
                     [&step](const hyperv::PoolState& pool) { return pool.name == step.pool; });
    return found == state.pools.end() ? nullptr : &*found;
}

std::vector<const Assignment*> DeviceTargetRun::addedPlaces(const State& state) const
{
    std::vector<const Assignment*> places;
    for (const Assignment& adapter : state.has.adapters) {
        if (adapter.deviceInstancePath.isEmpty() &&
            !contains(m_target.expected.poolAdapterIds, adapter.adapterId))
            places.push_back(&adapter);
    }
    return places;
}

} // namespace hvgpu::operations
