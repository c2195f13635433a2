#include "core/simulation/host/Methods.h"
#include "core/simulation/host/Paths.h"

// Msvm_VirtualSystemSnapshotService: checkpoints, as far as devices stand in their way (wmi.md 9, row 11).
namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint16_t snapshotJob = 70;

base::Result<MethodOutcome> createSnapshot(Call& call)
{
    constexpr std::uint64_t disabled = 2;
    const auto path = call.in(u"AffectedSystem").toReference();
    const Vm* const vm = path ? call.world.vm(path->key(u"Name").toString().value_or(QString())) : nullptr;
    if (!vm || vm->host != call.hostIndex)
        return call.finish(returns::invalidParameter);
    const auto type = vm->settings.find(u"UserSnapshotType"_s);
    QString reason;
    if (type != vm->settings.end() && type->second.toUInt64() == disabled)
        reason = u"Checkpoints have been disabled for the virtual machine."_s;
    else if (!vm->devices.empty())
        reason = u"The operation cannot be performed because devices are assigned to the virtual machine."_s;
    else if (!vm->partitions.empty())
        reason = u"The operation cannot be performed because the virtual machine has been assigned one or "
                 u"more GPUP partitions."_s;
    const QString caption = u"Creating Virtual Machine Checkpoint"_s;
    if (!reason.isEmpty())
        return call.finish(failLater(
            call.world, call.hostIndex, snapshotJob, caption, call.target,
            {returns::failed, u"Checkpoint operation for '%1' failed.\n%2"_s.arg(vm->name, reason)}));
    return call.finish(
        startJob(call.world, call.hostIndex, snapshotJob, caption, call.target, configureDuration, {}));
}

constexpr MethodEntry methods[] = {
    {u"Msvm_VirtualSystemSnapshotService", u"CreateSnapshot", createSnapshot},
};

} // namespace

std::span<const MethodEntry> snapshotMethods()
{
    return methods;
}

} // namespace hvgpu::simulation
