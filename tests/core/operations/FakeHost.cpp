#include "tests/core/operations/FakeHost.h"

#include <algorithm>

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

} // namespace

FakeHost::FakeHost(FakeWorld& world, std::shared_ptr<int> calls, int troubleAt, Trouble trouble,
                   std::stop_source stop)
    : m_world(world)
    , m_calls(std::move(calls))
    , m_troubleAt(troubleAt)
    , m_trouble(trouble)
    , m_stop(std::move(stop))
{}

std::optional<base::Error> FakeHost::before()
{
    const int call = (*m_calls)++;
    if (m_trouble == Trouble::Restarting && call >= m_troubleAt && call < m_troubleAt + restartingCalls)
        return error(ErrorCode::ShuttingDown);
    if (call != m_troubleAt)
        return std::nullopt;
    switch (m_trouble) {
    case Trouble::RefusedBefore:
        return error(ErrorCode::InvalidState);
    case Trouble::LostBefore:
        return error(ErrorCode::Unreachable);
    case Trouble::JobFailed:
        return error(ErrorCode::JobFailed);
    case Trouble::AccessDenied:
        return error(ErrorCode::AccessDenied);
    case Trouble::VmGone:
        m_world.vms.clear();
        return error(ErrorCode::NotFound);
    case Trouble::KilledBefore:
        throw Killed();
    case Trouble::Stop:
        m_stop.request_stop();
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

std::optional<base::Error> FakeHost::after()
{
    if (*m_calls - 1 != m_troubleAt)
        return std::nullopt;
    switch (m_trouble) {
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

base::Result<void> FakeHost::change(const hyperv::ActionContext& context,
                                    const std::function<base::Result<void>()>& effect)
{
    if (const auto failure = before())
        return base::fail(*failure);
    const bool nothing = m_trouble == Trouble::AppliedNothing && *m_calls - 1 == m_troubleAt;
    if (!nothing) {
        if (auto done = effect(); !done)
            return done;
    }
    if (const auto failure = after())
        return base::fail(*failure);
    if (context.stop.stop_requested())
        return base::fail(error(ErrorCode::Cancelled));
    return {};
}

base::Result<hyperv::GpuState> FakeHost::readGpu(const QString& gpuName, const hyperv::ActionContext&)
{
    if (const auto failure = before())
        return base::fail(*failure);
    const auto found = m_world.gpus.find(gpuName);
    if (found == m_world.gpus.end())
        return base::fail(error(ErrorCode::NotFound));
    hyperv::GpuState state;
    state.partitioning.name = gpuName;
    state.partitioning.partitionCount = found->second.count;
    state.partitioning.validPartitionCounts = found->second.valid;
    for (const auto& [id, vm] : m_world.vms) {
        for (const model::Assignment& adapter : vm.adapters) {
            if (adapter.deviceInstancePath == gpuName)
                state.assignedVms.push_back(id);
        }
    }
    if (const auto failure = after())
        return base::fail(*failure);
    return state;
}

base::Result<hyperv::VmState> FakeHost::readVm(const model::VmId& vm, const hyperv::ActionContext&)
{
    if (const auto failure = before())
        return base::fail(*failure);
    const auto found = m_world.vms.find(vm);
    if (found == m_world.vms.end())
        return base::fail(error(ErrorCode::NotFound));
    hyperv::VmState state;
    state.id = vm;
    state.name = found->second.name;
    state.power = found->second.power;
    state.adapters = found->second.adapters;
    state.cluster = found->second.cluster;
    if (const auto failure = after())
        return base::fail(*failure);
    return state;
}

base::Result<void> FakeHost::setPartitionCount(const QString& gpuName, std::uint16_t count,
                                               const hyperv::ActionContext& context)
{
    return change(context, [&]() -> base::Result<void> {
        m_world.gpus[gpuName].count = count;
        return {};
    });
}

base::Result<QString> FakeHost::addPartitionAdapter(const model::VmId& vm, const QString& gpuName,
                                                    std::optional<std::uint64_t> minPartitionVram,
                                                    const hyperv::ActionContext& context)
{
    QString id;
    auto done = change(context, [&]() -> base::Result<void> {
        FakeWorld::Vm& target = m_world.vms[vm];
        if (target.power != PowerState::Off)
            return base::fail(error(ErrorCode::InvalidState));
        model::Assignment adapter;
        adapter.vm = vm;
        adapter.adapterId = u"Microsoft:%1\\%2"_s.arg(vm.text()).arg(m_world.nextAdapter++);
        adapter.deviceInstancePath = gpuName;
        adapter.automatic = gpuName.isEmpty();
        adapter.minPartitionVram = minPartitionVram;
        id = adapter.adapterId;
        target.adapters.push_back(adapter);
        return {};
    });
    if (!done)
        return base::fail(done.error());
    return id;
}

base::Result<void> FakeHost::removePartitionAdapter(const QString& adapterId,
                                                    const hyperv::ActionContext& context)
{
    return change(context, [&]() -> base::Result<void> {
        for (auto& [id, vm] : m_world.vms) {
            const auto found = std::find_if(vm.adapters.begin(), vm.adapters.end(), [&](const auto& adapter) {
                return adapter.adapterId == adapterId;
            });
            if (found == vm.adapters.end())
                continue;
            if (vm.power != PowerState::Off)
                return base::fail(error(ErrorCode::InvalidState));
            vm.adapters.erase(found);
            return {};
        }
        return base::fail(error(ErrorCode::NotFound));
    });
}

base::Result<void> FakeHost::setPower(const model::VmId& vm, PowerState from, PowerState to,
                                      const hyperv::ActionContext& context)
{
    return change(context, [&]() -> base::Result<void> {
        FakeWorld::Vm& target = m_world.vms[vm];
        if (target.power != from)
            return base::fail(error(ErrorCode::InvalidState));
        target.power = to;
        if (target.cluster)
            target.cluster->state = to == PowerState::Running ? 2 : 3;
        return {};
    });
}

base::Result<void> FakeHost::shutDownGuest(const model::VmId& vm, std::chrono::seconds,
                                           const hyperv::ActionContext& context)
{
    if (ignoresShutdown)
        return change(context, [] { return base::Result<void>(base::fail(error(ErrorCode::TimedOut))); });
    return setPower(vm, PowerState::Running, PowerState::Off, context);
}

base::Result<void> FakeHost::turnOff(const model::VmId& vm, const hyperv::ActionContext& context)
{
    // A cluster starts a VM again that is turned off behind its back.
    if (m_world.vms[vm].cluster)
        return change(context, [] { return base::Result<void>(); });
    return setPower(vm, PowerState::Running, PowerState::Off, context);
}

base::Result<void> FakeHost::start(const model::VmId& vm, const hyperv::ActionContext& context)
{
    return setPower(vm, PowerState::Off, PowerState::Running, context);
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
    return change(context, [&]() -> base::Result<void> {
        FakeWorld::Vm* vm = byResource(resource);
        if (vm == nullptr)
            return base::fail(error(ErrorCode::NotFound));
        vm->cluster->offlineAction = action;
        return {};
    });
}

base::Result<void> FakeHost::takeOffline(const QString& resource, std::chrono::seconds,
                                         const hyperv::ActionContext& context)
{
    FakeWorld::Vm* vm = byResource(resource);
    if (vm == nullptr)
        return change(context, [] { return base::Result<void>(base::fail(error(ErrorCode::NotFound))); });
    if (ignoresShutdown && vm->cluster->offlineAction != 0)
        return change(context, [] { return base::Result<void>(base::fail(error(ErrorCode::TimedOut))); });
    return change(context, [vm]() -> base::Result<void> {
        vm->power = PowerState::Off;
        vm->cluster->state = 3;
        return {};
    });
}

base::Result<void> FakeHost::bringOnline(const QString& resource, std::chrono::seconds,
                                         const hyperv::ActionContext& context)
{
    return change(context, [&]() -> base::Result<void> {
        FakeWorld::Vm* vm = byResource(resource);
        if (vm == nullptr)
            return base::fail(error(ErrorCode::NotFound));
        vm->power = PowerState::Running;
        vm->cluster->state = 2;
        return {};
    });
}

base::Result<void> FakeHost::updateVirtualMachine(const QString&, const hyperv::ActionContext& context)
{
    return change(context, [] { return base::Result<void>(); });
}

} // namespace hvgpu::test
