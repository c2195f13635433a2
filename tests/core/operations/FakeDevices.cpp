// FakeHost: whole devices, settings and pools.
#include "tests/core/operations/FakeHost.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::test {
namespace {

using base::ErrorCode;
using model::DeviceMount;
using model::PowerState;

base::Error error(ErrorCode code)
{
    base::Error made;
    made.layer = base::Layer::Wmi;
    made.code = code;
    made.operation = u"fake"_s;
    return made;
}

QString pathOf(const model::GpuId& device)
{
    return u"PCIP\\"_s + device.text();
}

} // namespace

std::vector<model::VmId> FakeWorld::ownersOf(const model::GpuId& device) const
{
    std::vector<model::VmId> owners;
    for (const auto& [id, vm] : vms) {
        for (const model::Assignment& adapter : vm.devices) {
            if (adapter.deviceInstancePath == pathOf(device))
                owners.push_back(id);
        }
    }
    return owners;
}

base::Result<hyperv::DeviceState> FakeHost::readDevice(const hyperv::DeviceRef& device,
                                                       const hyperv::ActionContext&)
{
    if (const auto failure = before())
        return base::fail(*failure);
    hyperv::DeviceState state;
    if (const auto found = m_world.devices.find(device.id); found != m_world.devices.end()) {
        FakeWorld::Device& real = found->second;
        state.mount = real.mount;
        state.listed = real.mount == DeviceMount::Dismounted && real.readsLeft == 0;
        real.readsLeft = std::max(0, real.readsLeft - 1);
        state.assignedVms = m_world.ownersOf(device.id);
        for (const auto& [id, vm] : m_world.vms) {
            for (const model::Assignment& adapter : vm.adapters) {
                if (!real.partitions.isEmpty() && adapter.deviceInstancePath == real.partitions)
                    state.partitionVms.push_back(id);
            }
        }
    }
    if (const auto failure = after())
        return base::fail(*failure);
    return state;
}

bool FakeWorld::canPartition(const QString& gpuName) const
{
    return std::none_of(devices.begin(), devices.end(), [&gpuName](const auto& each) {
        return each.second.partitions == gpuName && each.second.mount != DeviceMount::Enabled;
    });
}

base::Result<bool> FakeHost::isPartitionable(const hyperv::DeviceRef& device, const hyperv::ActionContext&)
{
    if (const auto failure = before())
        return base::fail(*failure);
    const FakeWorld::Device& real = m_world.devices[device.id];
    const bool can = !real.partitions.isEmpty() && m_world.canPartition(real.partitions);
    if (const auto failure = after())
        return base::fail(*failure);
    return can;
}

base::Result<hyperv::VmDevices> FakeHost::readVmDevices(const model::VmId& vm, const hyperv::ActionContext&)
{
    if (const auto failure = before())
        return base::fail(*failure);
    const auto found = m_world.vms.find(vm);
    if (found == m_world.vms.end() || found->second.elsewhere)
        return base::fail(error(ErrorCode::NotFound));
    hyperv::VmDevices has{found->second.settings, found->second.devices};
    if (const auto failure = after())
        return base::fail(*failure);
    return has;
}

base::Result<void> FakeHost::moveDevice(const hyperv::DeviceRef& device,
                                        std::initializer_list<DeviceMount> from, DeviceMount to,
                                        const hyperv::ActionContext& context)
{
    return change(context, [&]() -> base::Result<void> {
        FakeWorld::Device& real = m_world.devices[device.id];
        if (std::find(from.begin(), from.end(), real.mount) == from.end())
            return base::fail(error(ErrorCode::InvalidArgument));
        if (!m_world.ownersOf(device.id).empty())
            return base::fail(error(ErrorCode::InUse));
        if (to == DeviceMount::Dismounted && real.refusesDismount)
            return base::fail(error(ErrorCode::JobFailed));
        real.mount = to;
        real.readsLeft = to == DeviceMount::Dismounted ? real.listedAfter : 0;
        return {};
    });
}

base::Result<void> FakeHost::disableDevice(const hyperv::DeviceRef& device,
                                           const hyperv::ActionContext& context)
{
    return moveDevice(device, {DeviceMount::Enabled, DeviceMount::Disabled}, DeviceMount::Disabled, context);
}

base::Result<void> FakeHost::enableDevice(const hyperv::DeviceRef& device,
                                          const hyperv::ActionContext& context)
{
    return moveDevice(device, {DeviceMount::Enabled, DeviceMount::Disabled}, DeviceMount::Enabled, context);
}

base::Result<void> FakeHost::dismountDevice(const hyperv::DeviceRef& device, bool, bool,
                                            const hyperv::ActionContext& context)
{
    return moveDevice(device, {DeviceMount::Disabled}, DeviceMount::Dismounted, context);
}

base::Result<void> FakeHost::mountDevice(const hyperv::DeviceRef& device,
                                         const hyperv::ActionContext& context)
{
    return moveDevice(device, {DeviceMount::Dismounted}, DeviceMount::Disabled, context);
}

base::Result<QString> FakeHost::giveDevice(const model::VmId& vm, const model::Assignment& adapter,
                                           const hyperv::ActionContext& context)
{
    QString id;
    auto done = change(context, [&]() -> base::Result<void> {
        FakeWorld::Vm& target = m_world.vms[vm];
        if (target.power != PowerState::Off)
            return base::fail(error(ErrorCode::InvalidState));
        target.devices.push_back(adapter);
        id = u"Microsoft:%1\\%2"_s.arg(vm.text()).arg(m_world.nextAdapter++);
        target.devices.back().adapterId = id;
        target.devices.back().kind = model::Assignment::Kind::WholeDevice;
        target.devices.back().vm = vm;
        return {};
    });
    if (!done)
        return base::fail(done.error());
    return id;
}

base::Result<QString> FakeHost::assignDevice(const model::VmId& vm, const hyperv::DeviceRef& device,
                                             const hyperv::ActionContext& context)
{
    const bool possible = m_world.devices[device.id].mount == DeviceMount::Dismounted &&
                          m_world.devices[device.id].readsLeft == 0 && m_world.ownersOf(device.id).empty();
    if (!possible)
        return base::fail(error(ErrorCode::InvalidArgument));
    model::Assignment adapter;
    adapter.deviceInstancePath = pathOf(device.id);
    return giveDevice(vm, adapter, context);
}

base::Result<void> FakeHost::removeDevice(const QString& adapterId, const hyperv::ActionContext& context)
{
    return change(context, [&]() -> base::Result<void> {
        for (auto& [id, vm] : m_world.vms) {
            const auto found =
                std::find_if(vm.devices.begin(), vm.devices.end(),
                             [&](const model::Assignment& each) { return each.adapterId == adapterId; });
            if (found == vm.devices.end())
                continue;
            if (vm.power != PowerState::Off)
                return base::fail(error(ErrorCode::InvalidState));
            vm.devices.erase(found);
            return {};
        }
        return base::fail(error(ErrorCode::NotFound));
    });
}

base::Result<void> FakeHost::setVmSettings(const model::VmId& vm, const model::VmSettings& settings,
                                           const hyperv::ActionContext& context)
{
    return change(context, [&]() -> base::Result<void> {
        FakeWorld::Vm& target = m_world.vms[vm];
        if (settings.needsOff() && target.power != PowerState::Off)
            return base::fail(error(ErrorCode::InvalidState));
        target.settings = target.settings.mergedWith(settings.systemPart());
        return {};
    });
}

base::Result<void> FakeHost::setVmMemory(const model::VmId& vm, const model::VmSettings& settings,
                                         const hyperv::ActionContext& context)
{
    return change(context, [&]() -> base::Result<void> {
        FakeWorld::Vm& target = m_world.vms[vm];
        if (target.power != PowerState::Off)
            return base::fail(error(ErrorCode::InvalidState));
        target.settings = target.settings.mergedWith(settings.memoryPart());
        return {};
    });
}

base::Result<std::vector<hyperv::PoolState>> FakeHost::readPools(const hyperv::ActionContext&)
{
    if (const auto failure = before())
        return base::fail(*failure);
    std::vector<hyperv::PoolState> pools;
    for (const auto& [name, pool] : m_world.pools)
        pools.push_back({name, pool.devices, {}});
    if (const auto failure = after())
        return base::fail(*failure);
    return pools;
}

base::Result<void> FakeHost::createPool(const QString& name, const std::vector<model::GpuId>& devices,
                                        const hyperv::ActionContext& context)
{
    return change(context, [&]() -> base::Result<void> {
        const bool ready = std::all_of(devices.begin(), devices.end(), [this](const model::GpuId& id) {
            return m_world.devices[id].mount == DeviceMount::Dismounted;
        });
        if (!ready || m_world.pools.contains(name))
            return base::fail(error(ErrorCode::InvalidArgument));
        m_world.pools[name].devices = devices;
        return {};
    });
}

base::Result<void> FakeHost::deletePool(const QString& name, const hyperv::ActionContext& context)
{
    return change(context, [&]() -> base::Result<void> {
        return m_world.pools.erase(name) == 1 ? base::Result<void>()
                                              : base::Result<void>(base::fail(error(ErrorCode::NotFound)));
    });
}

base::Result<QString> FakeHost::assignFromPool(const model::VmId& vm, const QString& pool,
                                               const hyperv::ActionContext& context)
{
    if (!m_world.pools.contains(pool))
        return base::fail(error(ErrorCode::InvalidArgument));
    return giveDevice(vm, {}, context);
}

} // namespace hvgpu::test
