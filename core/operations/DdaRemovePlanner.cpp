#include "core/operations/DdaPlanner.h"
#include "core/operations/Devices.h"
#include "core/operations/Planner.h"

#include <algorithm>

namespace hvgpu::operations {
namespace {

/// A claim of the VM on a device, and the device when it is on the host.
struct Claimed
{
    const model::Assignment* assignment = nullptr;
    std::optional<DeviceFacts> device;
};

/// Every whole device of the VM.
std::vector<Claimed> claimsOf(const model::HostSnapshot& host, const model::VmId& vm)
{
    std::vector<Claimed> claims;
    for (const model::Gpu& gpu : host.gpus) {
        for (const DeviceFacts& device : devicesOfCard(gpu)) {
            if (const model::Assignment* assignment = device.adapterOf(vm))
                claims.push_back({assignment, findDevice(host, device.id)});
        }
    }
    for (const model::Assignment& assignment : host.unplacedAssignments) {
        if (assignment.kind == model::Assignment::Kind::WholeDevice && assignment.vm == vm)
            claims.push_back({&assignment, std::nullopt});
    }
    return claims;
}

std::vector<Claimed> chosenClaims(PlanBuilder& builder, const DdaRemoveRequest& request,
                                  const std::vector<Claimed>& all)
{
    std::vector<Claimed> chosen;
    for (const QString& id : request.adapters) {
        const auto found = std::find_if(all.begin(), all.end(), [&id](const Claimed& claim) {
            return claim.assignment->adapterId.compare(id, Qt::CaseInsensitive) == 0;
        });
        if (found != all.end())
            chosen.push_back(*found);
        else
            builder.add(FindingCode::AdapterNotFound, Severity::Blocking, request.host, {}, request.vm, {id});
    }
    return chosen;
}

Step removal(const Claimed& claim)
{
    Step step;
    // A place in a pool is no device's, also while its VM runs and has one.
    if (claim.device && claim.assignment->poolName.isEmpty())
        step = deviceStep(StepKind::RemoveDevice, *claim.device);
    step.pool = claim.assignment->poolName;
    step.kind = StepKind::RemoveDevice;
    step.adapterId = claim.assignment->adapterId;
    return step;
}

/// Removals first, so that the VM is rid of all of them before the first goes back to the host.
std::vector<Step> editsFor(PlanBuilder& builder, const DdaRemoveRequest& request,
                           const std::vector<Claimed>& chosen, const fleet::HostRecord& record)
{
    std::vector<Step> edits;
    std::vector<Step> checks;
    for (const Claimed& claim : chosen) {
        edits.push_back(removal(claim));
        if (!claim.device && claim.assignment->poolName.isEmpty())
            builder.add(FindingCode::GpuMissing, Severity::Warning, record.id, {}, request.vm,
                        {claim.assignment->vmName, claim.assignment->deviceInstancePath});
    }
    for (const Claimed& claim : chosen) {
        if (!claim.device || !claim.assignment->poolName.isEmpty() || request.keepDismounted ||
            claim.device->mount != model::DeviceMount::Dismounted)
            continue;
        const std::vector<Step> steps = mountSteps(*claim.device);
        edits.insert(edits.end(), steps.begin(), steps.end());
        if (request.forPartitioning && !claim.device->isCompanion)
            checks.push_back(deviceStep(StepKind::VerifyPartitionable, *claim.device));
    }
    // When every function of a card is back.
    edits.insert(edits.end(), checks.begin(), checks.end());
    return edits;
}

} // namespace

Plan planDdaRemove(const DdaRemoveRequest& request, const fleet::FleetSnapshot& fleet,
                   const PlanContext& context)
{
    PlanBuilder builder(request, fleet, context);
    if (request.adapters.empty())
        builder.add(FindingCode::NothingSelected, Severity::Blocking, request.host);
    const fleet::HostRecord* record = builder.usableHostOfVms(request.host);
    if (record == nullptr)
        return builder.take();
    const model::VirtualMachine* vm = record->snapshot->findVm(request.vm);
    if (vm == nullptr) {
        builder.add(FindingCode::VmNotFound, Severity::Blocking, request.host, {}, request.vm,
                    {request.vm.text()});
        return builder.take();
    }
    const std::vector<Claimed> all = claimsOf(*record->snapshot, request.vm);
    const std::vector<Claimed> chosen = chosenClaims(builder, request, all);
    VmChange change{*record, *vm, request.power};
    for (const Claimed& claim : chosen) {
        if (claim.device && claim.assignment->poolName.isEmpty())
            change.devices.push_back(claim.device->expectation(vm->id));
    }
    std::vector<Step> edits = editsFor(builder, request, chosen, *record);
    const bool othersStay = chosen.size() < all.size();
    const bool restores = !request.restore.isEmpty() || request.offlineAction;
    if (othersStay && restores)
        builder.add(FindingCode::SettingsKept, Severity::Note, record->id, {}, vm->id, {vm->name});
    else if (!restores)
        builder.add(FindingCode::PriorSettingsUnknown, Severity::Note, record->id, {}, vm->id, {vm->name});
    const bool mmio = checkMmio(builder, record->id, vm->id, request.restore.lowMmioMb);
    if (!othersStay) {
        const std::vector<Step> back = PlanBuilder::settingSteps(*vm, request.restore);
        edits.insert(edits.end(), back.begin(), back.end());
        change.offlineAction = request.offlineAction;
    }
    if (builder.checkPower(change) && mmio && !chosen.empty() && chosen.size() == request.adapters.size())
        builder.addVmTarget(change, std::move(edits));
    return builder.take();
}

} // namespace hvgpu::operations
