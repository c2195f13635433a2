#include "tests/core/operations/FakeHost.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::test {
namespace {

using base::ErrorCode;
using model::PowerState;

base::Error error(ErrorCode code)
{
    base::Error made;
    made.layer = base::Layer::Wmi;
    made.code = code;
    made.operation = u"fake"_s;
    return made;
}

constexpr int restartingCalls = 3;
constexpr std::uint32_t resourceOnline = 2;
constexpr std::uint32_t resourceOffline = 3;
constexpr std::uint32_t resourceOfflinePending = 130;

} // namespace

void FakeWorld::settle(std::chrono::steady_clock::time_point now)
{
    for (auto& [id, vm] : vms) {
        if (!vm.offAt || now < *vm.offAt)
            continue;
        vm.offAt.reset();
        vm.power = PowerState::Off;
        if (vm.cluster)
            vm.cluster->state = resourceOffline;
    }
}

void FakeWorld::addForeignAdapter(Vm& vm)
{
    if (vm.power != PowerState::Off || gpus.empty())
        return;
    model::Assignment adapter;
    adapter.adapterId = u"Microsoft:%1\\foreign"_s.arg(vm.name);
    adapter.deviceInstancePath = gpus.begin()->first;
    vm.adapters.push_back(adapter);
    ++foreignAdded;
}

bool FakeWorld::isForeign(const model::Assignment& adapter)
{
    return adapter.adapterId.endsWith(u"foreign");
}

hyperv::GpuState FakeWorld::stateOf(const QString& gpuName) const
{
    const auto found = gpus.find(gpuName);
    const Gpu gpu = found == gpus.end() ? Gpu() : found->second;
    hyperv::GpuState state;
    state.partitioning.name = gpuName;
    state.partitioning.partitionCount = gpu.count;
    state.partitioning.validPartitionCounts = gpu.valid;
    for (const auto& [id, vm] : vms) {
        for (const model::Assignment& adapter : vm.adapters) {
            if (adapter.automatic)
                state.automaticVms.push_back(id);
            else if (adapter.deviceInstancePath == gpuName)
                state.assignedVms.push_back(id);
        }
    }
    state.onlyGpu = gpus.size() == 1;
    return state;
}

FakeHost::FakeHost(FakeWorld& world, std::shared_ptr<int> calls, std::vector<Fault> faults,
                   base::Clock& clock, std::stop_source stop)
    : m_world(world)
    , m_calls(std::move(calls))
    , m_faults(std::move(faults))
    , m_clock(clock)
    , m_stop(std::move(stop))
{}

Trouble FakeHost::troubleNow() const
{
    const int call = *m_calls - 1;
    for (const Fault& fault : m_faults) {
        const int length = fault.trouble == Trouble::Restarting ? restartingCalls : 1;
        if (call >= fault.call && call < fault.call + length)
            return fault.trouble;
    }
    return Trouble::None;
}

std::optional<base::Error> FakeHost::before()
{
    ++*m_calls;
    m_world.settle(m_clock.steadyNow());
    switch (troubleNow()) {
    case Trouble::RefusedBefore:
        return error(ErrorCode::InvalidState);
    case Trouble::LostBefore:
        return error(ErrorCode::Unreachable);
    case Trouble::JobFailed:
        return error(ErrorCode::JobFailed);
    case Trouble::AccessDenied:
        return error(ErrorCode::AccessDenied);
    case Trouble::Restarting:
        return error(ErrorCode::ShuttingDown);
    case Trouble::VmGone:
        m_world.vms.clear();
        return error(ErrorCode::NotFound);
    case Trouble::KilledBefore:
        throw Killed();
    case Trouble::Stop:
        m_stop.request_stop();
        return std::nullopt;
    case Trouble::ForeignAdapter:
        for (auto& [id, vm] : m_world.vms)
            m_world.addForeignAdapter(vm);
        return std::nullopt;
    case Trouble::DiskFull:
        m_world.fillDisk();
        return std::nullopt;
    case Trouble::MovedAway:
        for (auto& [id, vm] : m_world.vms)
            vm.elsewhere = vm.cluster && vm.power == PowerState::Off;
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

std::optional<base::Error> FakeHost::after()
{
    switch (troubleNow()) {
    case Trouble::LostAfter:
        return error(ErrorCode::Indeterminate);
    case Trouble::TimedOutAfter:
        return error(ErrorCode::TimedOut);
    case Trouble::KilledAfter:
        throw Killed();
    default:
        return std::nullopt;
    }
}

base::Result<void> FakeHost::goDown(FakeWorld::Vm& vm, std::chrono::seconds timeout)
{
    if (vm.power != PowerState::Running)
        return base::fail(error(ErrorCode::InvalidState));
    const auto now = m_clock.steadyNow();
    if (!vm.offAt)
        vm.offAt = now + m_world.shutdownTakes;
    if (vm.cluster)
        vm.cluster->state = resourceOfflinePending;
    const auto wait = std::min<std::chrono::steady_clock::duration>(timeout, *vm.offAt - now);
    if (wait.count() > 0)
        m_clock.sleepFor(std::chrono::duration_cast<std::chrono::milliseconds>(wait), {});
    m_world.settle(m_clock.steadyNow());
    if (vm.power != PowerState::Off)
        return base::fail(error(ErrorCode::TimedOut));
    return {};
}

void FakeHost::comeUp(FakeWorld::Vm& vm)
{
    vm.power = PowerState::Running;
    vm.offAt.reset();
    if (vm.cluster)
        vm.cluster->state = resourceOnline;
}

base::Result<void> FakeHost::change(const hyperv::ActionContext& context,
                                    const std::function<base::Result<void>()>& effect)
{
    if (const auto failure = before())
        return base::fail(*failure);
    if (troubleNow() != Trouble::AppliedNothing) {
        if (auto done = effect(); !done)
            return done;
    }
    if (const auto failure = after())
        return base::fail(*failure);
    if (context.stop.stop_requested())
        return base::fail(error(ErrorCode::Cancelled));
    return {};
}

base::Result<void> FakeHost::change(FakeWorld::Call call, const hyperv::ActionContext& context,
                                    const std::function<base::Result<void>()>& effect)
{
    return change(context, [&]() -> base::Result<void> {
        const auto refused = m_world.refuses.find(call);
        return refused == m_world.refuses.end() ? effect() : base::fail(error(refused->second));
    });
}

base::Result<hyperv::GpuState> FakeHost::readGpu(const QString& gpuName, const hyperv::ActionContext&)
{
    if (const auto failure = before())
        return base::fail(*failure);
    // One of the whole devices has partitions as long as the host has it.
    if (!m_world.gpus.contains(gpuName) && (m_world.devices.empty() || !m_world.canPartition(gpuName)))
        return base::fail(error(ErrorCode::NotFound));
    const hyperv::GpuState state = m_world.stateOf(gpuName);
    if (const auto failure = after())
        return base::fail(*failure);
    return state;
}

base::Result<std::vector<hyperv::GpuState>> FakeHost::readGpus(const hyperv::ActionContext&)
{
    if (const auto failure = before())
        return base::fail(*failure);
    std::vector<hyperv::GpuState> states;
    for (const auto& [name, gpu] : m_world.gpus)
        states.push_back(m_world.stateOf(name));
    if (const auto failure = after())
        return base::fail(*failure);
    return states;
}

base::Result<hyperv::VmState> FakeHost::readVm(const model::VmId& vm, const hyperv::ActionContext&)
{
    if (const auto failure = before())
        return base::fail(*failure);
    const auto found = m_world.vms.find(vm);
    if (found == m_world.vms.end() || found->second.elsewhere)
        return base::fail(error(ErrorCode::NotFound));
    hyperv::VmState state;
    state.id = vm;
    state.name = found->second.name;
    state.power = found->second.power;
    state.adapters = found->second.adapters;
    state.quotas = found->second.quotas;
    state.cluster = found->second.cluster;
    if (const auto failure = after())
        return base::fail(*failure);
    return state;
}

base::Result<std::vector<model::Assignment>> FakeHost::readPartitions(const model::VmId& vm,
                                                                      const hyperv::ActionContext&)
{
    if (const auto failure = before())
        return base::fail(*failure);
    std::vector<model::Assignment> held;
    const FakeWorld::Vm& machine = m_world.vms[vm];
    if (machine.power == PowerState::Running)
        held = machine.adapters;
    for (model::Assignment& partition : held) {
        if (!m_world.placesOn.isEmpty())
            partition.deviceInstancePath = m_world.placesOn;
        const FakeWorld::Gpu& gpu = m_world.gpus[partition.deviceInstancePath];
        partition.currentVram = gpu.vram / gpu.count;
    }
    if (const auto failure = after())
        return base::fail(*failure);
    return held;
}

base::Result<void> FakeHost::setPartitionCount(const QString& gpuName, std::uint16_t count,
                                               const hyperv::ActionContext& context)
{
    return change(FakeWorld::Call::SetCount, context, [&]() -> base::Result<void> {
        m_world.gpus[gpuName].count = count;
        if (const auto others = std::exchange(m_world.whenCounting, {}))
            others();
        return {};
    });
}

base::Result<QString> FakeHost::addPartitionAdapter(const model::VmId& vm, const QString& gpuName,
                                                    std::optional<std::uint64_t> minPartitionVram,
                                                    const hyperv::ActionContext& context)
{
    QString id;
    auto done = change(FakeWorld::Call::AddAdapter, context, [&]() -> base::Result<void> {
        FakeWorld::Vm& target = m_world.vms[vm];
        if (target.power != PowerState::Off)
            return base::fail(error(ErrorCode::InvalidState));
        if (!m_world.canPartition(gpuName) || (m_world.takesNoQuotas && minPartitionVram))
            return base::fail(error(ErrorCode::InvalidArgument));
        model::Assignment adapter;
        adapter.vm = vm;
        adapter.adapterId = u"Microsoft:%1\\%2"_s.arg(vm.text()).arg(m_world.nextAdapter++);
        adapter.deviceInstancePath = gpuName;
        adapter.automatic = gpuName.isEmpty();
        adapter.minPartitionVram = minPartitionVram;
        id = adapter.adapterId;
        target.adapters.push_back(adapter);
        if (minPartitionVram)
            target.quotas[id] = {{u"MinPartitionVRAM"_s, *minPartitionVram}};
        if (const auto meanwhile = std::exchange(m_world.whenAdding, {}))
            meanwhile();
        return {};
    });
    if (!done)
        return base::fail(done.error());
    return id;
}

base::Result<void> FakeHost::setPartitionQuotas(const QString& adapterId,
                                                const hyperv::PartitionQuotas& quotas,
                                                const hyperv::ActionContext& context)
{
    return change(FakeWorld::Call::SetQuotas, context, [&]() -> base::Result<void> {
        for (auto& [id, vm] : m_world.vms) {
            const auto found = std::ranges::find(vm.adapters, adapterId, &model::Assignment::adapterId);
            if (found == vm.adapters.end())
                continue;
            if (vm.power != PowerState::Off)
                return base::fail(error(ErrorCode::InvalidState));
            for (const auto& [name, value] : quotas)
                vm.quotas[adapterId][name] = value;
            if (const auto least = quotas.find(u"MinPartitionVRAM"_s); least != quotas.end())
                found->minPartitionVram = least->second;
            return {};
        }
        return base::fail(error(ErrorCode::NotFound));
    });
}

base::Result<void> FakeHost::removePartitionAdapter(const QString& adapterId,
                                                    const hyperv::ActionContext& context)
{
    return change(FakeWorld::Call::RemoveAdapter, context, [&]() -> base::Result<void> {
        for (auto& [id, vm] : m_world.vms) {
            const auto found = std::find_if(vm.adapters.begin(), vm.adapters.end(), [&](const auto& adapter) {
                return adapter.adapterId == adapterId;
            });
            if (found == vm.adapters.end())
                continue;
            if (vm.power != PowerState::Off)
                return base::fail(error(ErrorCode::InvalidState));
            vm.adapters.erase(found);
            vm.quotas.erase(adapterId);
            return {};
        }
        return base::fail(error(ErrorCode::NotFound));
    });
}

base::Result<void> FakeHost::shutDownGuest(const model::VmId& vm, std::chrono::seconds timeout,
                                           const hyperv::ActionContext& context)
{
    return change(FakeWorld::Call::ShutDownGuest, context, [&] { return goDown(m_world.vms[vm], timeout); });
}

base::Result<void> FakeHost::turnOff(const model::VmId& vm, const hyperv::ActionContext& context)
{
    return change(context, [&]() -> base::Result<void> {
        FakeWorld::Vm& target = m_world.vms[vm];
        // A cluster starts a VM again that is turned off behind its back.
        if (target.cluster)
            return {};
        if (target.power != PowerState::Running)
            return base::fail(error(ErrorCode::InvalidState));
        target.offAt = m_clock.steadyNow();
        m_world.settle(m_clock.steadyNow());
        return {};
    });
}

base::Result<void> FakeHost::start(const model::VmId& vm, const hyperv::ActionContext& context)
{
    return change(FakeWorld::Call::Start, context, [&]() -> base::Result<void> {
        if (m_world.vms[vm].power != PowerState::Off)
            return base::fail(error(ErrorCode::InvalidState));
        comeUp(m_world.vms[vm]);
        return {};
    });
}

FakeWorld::Vm* FakeHost::byResource(const QString& resource)
{
    for (auto& [id, vm] : m_world.vms) {
        if (vm.cluster && vm.cluster->name == resource)
            return &vm;
    }
    return nullptr;
}

base::Result<void> FakeHost::setOfflineAction(const QString& resource, std::uint32_t action,
                                              const hyperv::ActionContext& context)
{
    return change(FakeWorld::Call::SetOfflineAction, context, [&]() -> base::Result<void> {
        FakeWorld::Vm* vm = byResource(resource);
        if (vm == nullptr)
            return base::fail(error(ErrorCode::NotFound));
        vm->cluster->offlineAction = action;
        return {};
    });
}

base::Result<void> FakeHost::takeOffline(const QString& resource, std::chrono::seconds timeout,
                                         const hyperv::ActionContext& context)
{
    return change(FakeWorld::Call::TakeOffline, context, [&]() -> base::Result<void> {
        FakeWorld::Vm* vm = byResource(resource);
        if (vm == nullptr)
            return base::fail(error(ErrorCode::NotFound));
        m_world.actionsAtStop << QString::number(vm->cluster->offlineAction.value_or(0));
        if (vm->cluster->offlineAction != 0U && vm->power == PowerState::Running)
            return goDown(*vm, timeout);
        vm->offAt = m_clock.steadyNow();
        m_world.settle(m_clock.steadyNow());
        return {};
    });
}

base::Result<void> FakeHost::bringOnline(const QString& resource, std::chrono::seconds,
                                         const hyperv::ActionContext& context)
{
    return change(FakeWorld::Call::BringOnline, context, [&]() -> base::Result<void> {
        FakeWorld::Vm* vm = byResource(resource);
        if (vm == nullptr)
            return base::fail(error(ErrorCode::NotFound));
        comeUp(*vm);
        return {};
    });
}

base::Result<void> FakeHost::updateVirtualMachine(const QString&, const hyperv::ActionContext& context)
{
    return change(FakeWorld::Call::UpdateVm, context, [] { return base::Result<void>(); });
}

} // namespace hvgpu::test
