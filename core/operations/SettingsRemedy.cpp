// Settings of virtual machines that do not go with their GPUs, put right.
#include "core/analysis/MmioSizing.h"
#include "core/model/OfflineAction.h"
#include "core/operations/Remedy.h"

#include <algorithm>

namespace hvgpu::operations {

namespace {

using analysis::Diagnosis;
using analysis::DiagnosisCode;
using analysis::MmioLimits;

bool hasPoolPlaces(const model::VirtualMachine& vm, const model::HostSnapshot& host)
{
    const auto isPlace = [&vm](const model::Assignment& each) {
        return each.vm == vm.id && !each.poolName.isEmpty();
    };
    return std::ranges::any_of(host.unplacedAssignments, isPlace) ||
           std::ranges::any_of(host.gpus, [&isPlace](const model::Gpu& gpu) {
               return std::ranges::any_of(gpu.assignments, isPlace);
           });
}

/// The sum of what its devices need, and what the documents give one when that is not known in full. Never
/// less than it has.
void setMmio(model::VmSettings& wanted, const model::VirtualMachine& vm, const model::HostSnapshot& host)
{
    const analysis::MmioSizing need = analysis::mmioSizingOf(vm, host);
    // Which device a place in a pool becomes is not known before the start.
    const bool known =
        need.isComplete() && !analysis::wholeDevicesOf(vm, host).empty() && !hasPoolPlaces(vm, host);
    wanted.lowMmioMb = std::max(known ? need.lowMb : std::max(need.lowMb, MmioLimits::exampleLowMb),
                                vm.lowMmioGapMb.value_or(0));
    wanted.highMmioMb = std::max(known ? need.highMb : std::max(need.highMb, MmioLimits::exampleHighMb),
                                 vm.highMmioGapMb.value_or(0));
}

/// Everything that can only be changed while the machine is off, so that it goes down once for all of it.
model::VmSettings whileOff(const model::VirtualMachine& vm, const model::HostSnapshot& host)
{
    model::VmSettings wanted;
    if (vm.dynamicMemory.value_or(false))
        wanted.dynamicMemory = false;
    if (vm.wholeDevices == 0)
        return wanted;
    wanted.automaticStopAction = model::stopActionTurnOff;
    wanted.guestControlledCacheTypes = true;
    setMmio(wanted, vm, host);
    return wanted;
}

model::VmSettings wantedFor(DiagnosisCode code, const model::VirtualMachine& vm,
                            const model::HostSnapshot& host)
{
    model::VmSettings wanted;
    switch (code) {
    case DiagnosisCode::StopActionSave:
        wanted.automaticStopAction =
            vm.wholeDevices > 0 ? model::stopActionTurnOff : model::stopActionShutDown;
        return wanted;
    case DiagnosisCode::StopActionNotOff:
        wanted.automaticStopAction = model::stopActionTurnOff;
        return wanted;
    case DiagnosisCode::CheckpointsOn:
        wanted.checkpointType = model::checkpointsDisabled;
        return wanted;
    default:
        return whileOff(vm, host);
    }
}

} // namespace

std::optional<Request> settingsRemedy(const Diagnosis& diagnosis, const fleet::FleetSnapshot& fleet)
{
    VmSettingsRequest request;
    request.vms.push_back({diagnosis.host, diagnosis.vm});
    if (diagnosis.code == DiagnosisCode::OfflineActionSave) {
        request.offlineAction = model::offlineActionForcedShutDown;
        return request;
    }
    const auto record = fleet.find(diagnosis.host);
    const model::VirtualMachine* vm =
        record && record->snapshot ? record->snapshot->findVm(diagnosis.vm) : nullptr;
    if (vm == nullptr)
        return std::nullopt;
    request.settings = wantedFor(diagnosis.code, *vm, *record->snapshot).differingFrom(vm->settings());
    return request.settings.isEmpty() ? std::nullopt : std::optional<Request>(request);
}

} // namespace hvgpu::operations
