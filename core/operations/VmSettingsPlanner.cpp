#include "core/operations/DdaPlanner.h"
#include "core/operations/Planner.h"

namespace hvgpu::operations {
namespace {

void planVm(PlanBuilder& builder, const VmSettingsRequest& request, const fleet::HostRecord& record,
            const model::VirtualMachine& vm)
{
    std::vector<Step> edits = PlanBuilder::settingSteps(vm, request.settings);
    VmChange change{record, vm, request.power};
    if (vm.clustered.value_or(false) && request.offlineAction != vm.offlineAction)
        change.offlineAction = request.offlineAction;
    if (edits.empty() && !change.offlineAction) {
        builder.add(FindingCode::SettingsUnchanged, Severity::Note, record.id, {}, vm.id, {vm.name});
        return;
    }
    model::VmSettings changes;
    for (const Step& edit : edits)
        changes = changes.mergedWith(edit.settingsAfter);
    change.staysUp = !changes.needsOff();
    if (builder.checkPower(change))
        builder.addVmTarget(change, std::move(edits));
}

} // namespace

Plan planVmSettings(const VmSettingsRequest& request, const fleet::FleetSnapshot& fleet,
                    const PlanContext& context)
{
    PlanBuilder builder(request, fleet, context);
    if (request.vms.empty())
        builder.add(FindingCode::NothingSelected, Severity::Blocking, {});
    if (!checkMmio(builder, {}, {}, request.settings.lowMmioMb))
        return builder.take();
    for (const VmRef& ref : request.vms) {
        const fleet::HostRecord* record = builder.usableHostOfVms(ref.host);
        if (record == nullptr)
            continue;
        if (const model::VirtualMachine* vm = record->snapshot->findVm(ref.vm))
            planVm(builder, request, *record, *vm);
        else
            builder.add(FindingCode::VmNotFound, Severity::Blocking, ref.host, {}, ref.vm, {ref.vm.text()});
    }
    return builder.take();
}

} // namespace hvgpu::operations
