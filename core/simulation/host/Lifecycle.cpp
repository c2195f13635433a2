#include "core/simulation/host/Lifecycle.h"

#include "core/simulation/host/ClusterState.h"
#include "core/simulation/host/Partitions.h"
#include "core/simulation/host/Paths.h"
#include "core/simulation/host/VmRows.h"

#include <utility>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

// JobType values (wmi.md 2.12).
constexpr std::uint16_t startJobType = 12;
constexpr std::uint16_t powerOffJobType = 13;
constexpr std::uint16_t saveJobType = 14;
constexpr std::uint16_t pauseJobType = 15;
constexpr std::uint16_t resetJobType = 17;

const Outcome refused{returns::invalidState, {}};

void becomeRunning(World& world, Vm& vm)
{
    vm.state = vmState::running;
    vm.started = world.now();
    vm.processId = 4000 + world.nextNumber() * 4;
    if (vm.cluster) {
        vm.cluster->failed = false;
        vm.cluster->wantsOnline = true;
    }
}

void becomeOff(Vm& vm, std::uint16_t state)
{
    releaseDevices(vm);
    vm.state = state;
    vm.processId = 0;
}

/// Work on a VM that may have been deleted meanwhile.
std::function<std::optional<JobFailure>()> onVm(World& world, const Vm& vm,
                                                std::function<std::optional<JobFailure>(World&, Vm&)> work)
{
    return [&world, id = vm.id, work = std::move(work)]() -> std::optional<JobFailure> {
        Vm* const target = world.vm(id);
        return target ? work(world, *target) : std::nullopt;
    };
}

Outcome change(World& world, Vm& vm, std::uint16_t transition, std::uint16_t jobType, const QString& caption,
               std::chrono::milliseconds duration, std::function<std::optional<JobFailure>(World&, Vm&)> work)
{
    vm.state = transition;
    return startJob(world, vm.host, jobType, caption, vmPath(world.hosts[vm.host], vm), duration,
                    onVm(world, vm, std::move(work)));
}

std::optional<JobFailure> finishStart(World& world, Vm& vm)
{
    if (auto failure = acquireDevices(world, vm)) {
        becomeOff(vm, vmState::off);
        if (vm.cluster) {
            vm.cluster->failed = vm.cluster->wantsOnline;
            vm.cluster->wantsOnline = false;
        }
        return failure;
    }
    becomeRunning(world, vm);
    return std::nullopt;
}

Outcome start(World& world, Vm& vm)
{
    return change(world, vm, vmState::starting, startJobType, u"Starting Virtual Machine"_s, startDuration,
                  finishStart);
}

Outcome resume(World& world, Vm& vm)
{
    return change(world, vm, vmState::resuming, startJobType, u"Resuming Virtual Machine"_s,
                  configureDuration, [](World&, Vm& target) -> std::optional<JobFailure> {
                      target.state = vmState::running;
                      return std::nullopt;
                  });
}

Outcome turnOff(World& world, Vm& vm)
{
    return change(world, vm, vmState::stopping, powerOffJobType, u"Turning Off Virtual Machine"_s,
                  stopDuration, [](World& inner, Vm& target) -> std::optional<JobFailure> {
                      becomeOff(target, vmState::off);
                      onStoppedBehindCluster(inner, target);
                      return std::nullopt;
                  });
}

Outcome save(World& world, Vm& vm)
{
    const bool hasGpu = !vm.partitions.empty() || !vm.devices.empty();
    const std::uint16_t before = vm.state;
    return change(world, vm, vmState::saving, saveJobType, u"Saving Virtual Machine"_s, saveDuration,
                  [hasGpu, before](World&, Vm& target) -> std::optional<JobFailure> {
                      if (hasGpu) {
                          target.state = before;
                          return JobFailure{returns::failed,
                                            u"'%1' cannot be saved because a device is assigned.\n"
                                            u"(Virtual machine ID %2)"_s.arg(target.name, target.id)};
                      }
                      becomeOff(target, vmState::saved);
                      return std::nullopt;
                  });
}

Outcome pause(World& world, Vm& vm)
{
    return change(world, vm, vmState::pausing, pauseJobType, u"Pausing Virtual Machine"_s, configureDuration,
                  [](World&, Vm& target) -> std::optional<JobFailure> {
                      target.state = vmState::paused;
                      return std::nullopt;
                  });
}

/// Reboot and reset keep the worker process and so the partitions.
Outcome restart(World& world, Vm& vm)
{
    return change(world, vm, vmState::starting, resetJobType, u"Resetting Virtual Machine"_s, startDuration,
                  [](World& inner, Vm& target) -> std::optional<JobFailure> {
                      target.state = vmState::running;
                      target.started = inner.now();
                      return std::nullopt;
                  });
}

bool isStable(const Vm& vm)
{
    return vm.state == vmState::running || vm.state == vmState::off || vm.state == vmState::saved ||
           vm.state == vmState::paused;
}

} // namespace

Outcome startJob(World& world, std::size_t host, std::uint16_t jobType, const QString& caption,
                 const cim::ObjectPath& affected, std::chrono::milliseconds duration,
                 std::function<std::optional<JobFailure>()> work)
{
    Job job;
    job.type = jobType;
    job.caption = caption;
    job.affected = affected;
    job.duration = duration;
    job.work = std::move(work);
    return {returns::jobStarted, world.startJob(host, std::move(job))};
}

Outcome failLater(World& world, std::size_t host, std::uint16_t jobType, const QString& caption,
                  const cim::ObjectPath& affected, JobFailure failure)
{
    return startJob(world, host, jobType, caption, affected, configureDuration,
                    [failure = std::move(failure)]() -> std::optional<JobFailure> { return failure; });
}

Outcome requestState(World& world, Vm& vm, std::uint16_t requested)
{
    const bool atRest = vm.state == vmState::off || vm.state == vmState::saved;
    const bool alive = vm.state == vmState::running || vm.state == vmState::paused;
    if (!isStable(vm))
        return refused;
    switch (requested) {
    case vmState::running:
        if (vm.state == vmState::paused)
            return resume(world, vm);
        return atRest ? start(world, vm) : refused;
    case vmState::off:
        return alive || vm.state == vmState::saved ? turnOff(world, vm) : refused;
    case vmState::saved:
        return alive ? save(world, vm) : refused;
    case vmState::paused:
        return vm.state == vmState::running ? pause(world, vm) : refused;
    case vmState::starting: // as a request: reboot
    case vmState::reset:
        return alive ? restart(world, vm) : refused;
    default:
        return refused;
    }
}

std::uint32_t shutDownGuest(World& world, Vm& vm, bool force, bool reboot)
{
    constexpr std::uint32_t notReady = 32780;
    constexpr std::uint32_t locked = 32781;
    constexpr std::uint32_t inProgress = 32782;
    if (vm.state == vmState::shuttingDown)
        return inProgress;
    if (vm.state != vmState::running)
        return returns::invalidState;
    if (!vm.integrationServices)
        return notReady;
    if (vm.guestLocked && !force)
        return locked;
    if (reboot)
        return restart(world, vm).returnValue == returns::jobStarted ? returns::completed : returns::failed;
    vm.state = vmState::shuttingDown;
    if (vm.cluster)
        vm.cluster->wantsOnline = false; // a clean shutdown from inside takes the resource offline
    world.schedule(shutdownDuration, [&world, id = vm.id] {
        if (Vm* const target = world.vm(id); target && target->state == vmState::shuttingDown)
            becomeOff(*target, vmState::off);
    });
    return returns::completed;
}

bool startNow(World& world, Vm& vm)
{
    if (acquireDevices(world, vm))
        return false;
    becomeRunning(world, vm);
    return true;
}

} // namespace hvgpu::simulation
