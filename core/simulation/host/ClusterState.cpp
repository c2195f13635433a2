#include "core/simulation/host/ClusterState.h"

#include "core/simulation/host/Errors.h"
#include "core/simulation/host/Lifecycle.h"
#include "core/simulation/host/VmRows.h"

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t turnOffAction = 0;
constexpr std::uint32_t saveAction = 1;
constexpr std::uint32_t forcedShutdownAction = 3;
constexpr std::chrono::seconds restartDelay{5};

template <class Matches>
Vm* findClustered(World& world, Matches matches)
{
    for (const auto& vm : world.vms()) {
        if (vm->cluster && matches(*vm->cluster))
            return vm.get();
    }
    return nullptr;
}

bool saveForCluster(World& world, Vm& vm)
{
    return requestState(world, vm, vmState::saved).returnValue == returns::jobStarted;
}

/// Shuts the guest down; without integration services only the forced action succeeds, by turning off.
bool shutDownForCluster(World& world, Vm& vm, bool force)
{
    if (vm.integrationServices && vm.state == vmState::running)
        return shutDownGuest(world, vm, force, false) == returns::completed;
    return force && requestState(world, vm, vmState::off).returnValue == returns::jobStarted;
}

bool stopForCluster(World& world, Vm& vm)
{
    const std::uint32_t action = vm.cluster->offlineAction;
    if (action == turnOffAction)
        return requestState(world, vm, vmState::off).returnValue == returns::jobStarted;
    if (action == saveAction)
        return saveForCluster(world, vm);
    return shutDownForCluster(world, vm, action == forcedShutdownAction);
}

} // namespace

std::int64_t resourceStateOf(const Vm& vm)
{
    switch (vm.state) {
    case vmState::off:
    case vmState::saved:
    case vmState::offCritical:
    case vmState::savedCritical:
        return vm.cluster && vm.cluster->failed ? resourceState::failed : resourceState::offline;
    case vmState::starting:
    case vmState::resuming:
        return resourceState::onlinePending;
    case vmState::shuttingDown:
    case vmState::stopping:
    case vmState::saving:
        return resourceState::offlinePending;
    default:
        return resourceState::online;
    }
}

std::int64_t groupStateOf(const Vm& vm)
{
    constexpr std::int64_t groupOnline = 0;
    constexpr std::int64_t groupOffline = 1;
    constexpr std::int64_t groupFailed = 2;
    constexpr std::int64_t groupPending = 4;
    switch (resourceStateOf(vm)) {
    case resourceState::online:
        return groupOnline;
    case resourceState::offline:
        return groupOffline;
    case resourceState::failed:
        return groupFailed;
    default:
        return groupPending;
    }
}

QString resourceNameOf(const ClusterRole& role)
{
    return u"Virtual Machine "_s + role.groupName;
}

Vm* vmOfResource(World& world, const QString& resourceName)
{
    return findClustered(world, [&resourceName](const ClusterRole& role) {
        return resourceNameOf(role).compare(resourceName, Qt::CaseInsensitive) == 0;
    });
}

Vm* vmOfGroup(World& world, const QString& groupName)
{
    return findClustered(world, [&groupName](const ClusterRole& role) {
        return role.groupName.compare(groupName, Qt::CaseInsensitive) == 0;
    });
}

base::Result<void> bringOnline(World& world, Vm& vm)
{
    if (world.hosts[vm.host].node == NodeState::Down)
        return base::fail(wmiError(Hr::ClusterNodeDown, u"Invoke BringOnline"_s, vm.name));
    vm.cluster->wantsOnline = true;
    vm.cluster->failed = false;
    if (isActive(vm))
        return {};
    (void)requestState(world, vm, vmState::running); // a VM at rest can always be started
    return {};
}

base::Result<void> takeOffline(World& world, Vm& vm)
{
    if (world.hosts[vm.host].node == NodeState::Down)
        return base::fail(wmiError(Hr::ClusterNodeDown, u"Invoke TakeOffline"_s, vm.name));
    if (!isActive(vm)) {
        vm.cluster->wantsOnline = false;
        return {};
    }
    const bool saves = vm.cluster->offlineAction == saveAction;
    const bool hasGpu = !vm.partitions.empty() || !vm.devices.empty();
    if (saves && hasGpu) {
        return base::fail(wmiError(Hr::ClusterNotSupported, u"Invoke TakeOffline"_s, vm.name,
                                   u"'%1' cannot be saved because a device is assigned."_s.arg(vm.name)));
    }
    vm.cluster->wantsOnline = false;
    if (!stopForCluster(world, vm)) {
        vm.cluster->wantsOnline = true;
        return base::fail(wmiError(Hr::Failed, u"Invoke TakeOffline"_s, vm.name,
                                   u"'%1' could not be shut down."_s.arg(vm.name)));
    }
    return {};
}

void onStoppedBehindCluster(World& world, Vm& vm)
{
    if (!vm.cluster || !vm.cluster->wantsOnline)
        return;
    world.schedule(restartDelay, [&world, id = vm.id] {
        Vm* const stopped = world.vm(id);
        if (stopped && stopped->cluster && stopped->cluster->wantsOnline && !isActive(*stopped))
            (void)requestState(world, *stopped, vmState::running);
    });
}

} // namespace hvgpu::simulation
