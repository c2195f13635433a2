#include "core/analysis/MmioSizing.h"
#include "core/operations/Conversion.h"
#include "core/operations/DdaPlanner.h"
#include "core/operations/Devices.h"
#include "core/operations/Planner.h"

#include <algorithm>

namespace hvgpu::operations {
namespace {

constexpr std::uint16_t productionCheckpoints = 3;

/// The chosen devices that may be assigned; what stands against the others is noted.
std::vector<DeviceFacts> usableDevices(PlanBuilder& builder, const fleet::HostRecord& record,
                                       const DdaAssignRequest& request)
{
    std::vector<DeviceFacts> usable;
    for (const model::GpuId& id : request.devices) {
        const auto device = findDevice(*record.snapshot, id);
        if (!device) {
            builder.add(FindingCode::DeviceNotFound, Severity::Blocking, record.id, id, {}, {id.text()});
            continue;
        }
        const QStringList owners = device->holders(model::Assignment::Kind::WholeDevice);
        if (!owners.isEmpty())
            builder.add(FindingCode::DeviceAssigned, Severity::Blocking, record.id, id, {}, owners);
        const model::GpuPool* pool = record.snapshot->poolOf(*device->card);
        if (pool != nullptr)
            builder.add(FindingCode::DeviceInPool, Severity::Blocking, record.id, id, {}, {pool->name});
        // No short-circuit: every reason is worth telling at once.
        if (checkDismount(builder, record, *device) && owners.isEmpty() && pool == nullptr)
            usable.push_back(*device);
    }
    return usable;
}

VmChange changeOf(const fleet::HostRecord& record, const model::VirtualMachine& vm,
                  const DdaAssignRequest& request, const std::vector<DeviceFacts>& devices)
{
    const auto exception = request.powerOf.find(vm.id);
    VmChange change{record, vm, exception == request.powerOf.end() ? request.power : exception->second,
                    request.configureOfflineAction};
    for (const DeviceFacts& device : devices) {
        change.devices.push_back(device.expectation(vm.id));
        const std::vector<Step> steps = dismountSteps(device, request.requirements);
        change.before.insert(change.before.end(), steps.begin(), steps.end());
    }
    return change;
}

analysis::MmioSizing neededMmio(const fleet::HostRecord& record, const model::VirtualMachine& vm,
                                const std::vector<const model::Gpu*>& added)
{
    std::vector<const model::Gpu*> all = analysis::wholeDevicesOf(vm, *record.snapshot);
    all.insert(all.end(), added.begin(), added.end());
    return analysis::mmioSizing(all, *record.snapshot, &vm);
}

} // namespace

bool checkMmio(PlanBuilder& builder, const model::HostId& host, const model::VmId& vm,
               const std::optional<std::uint64_t>& lowMmioMb)
{
    const std::uint64_t low = lowMmioMb.value_or(model::leastLowMmioMb);
    if (low >= model::leastLowMmioMb && low <= model::mostLowMmioMb)
        return true;
    builder.add(FindingCode::MmioOutOfRange, Severity::Blocking, host, {}, vm,
                {QString::number(low), QString::number(model::leastLowMmioMb),
                 QString::number(model::mostLowMmioMb)});
    return false;
}

std::optional<model::VmSettings> settingsForDevices(PlanBuilder& builder, const fleet::HostRecord& record,
                                                    const model::VirtualMachine& vm,
                                                    const DeviceVmWishes& wishes)
{
    model::VmSettings wanted;
    wanted.automaticStopAction = model::stopActionTurnOff;
    wanted.guestControlledCacheTypes = true;
    const analysis::MmioSizing need = neededMmio(record, vm, wishes.devices);
    wanted.lowMmioMb = wishes.lowMmioMb.value_or(
        std::min(std::max({analysis::MmioLimits::exampleLowMb, need.lowMb, vm.lowMmioGapMb.value_or(0)}),
                 std::max(model::mostLowMmioMb, vm.lowMmioGapMb.value_or(0))));
    wanted.highMmioMb = wishes.highMmioMb.value_or(
        std::max({analysis::MmioLimits::exampleHighMb, need.highMb, vm.highMmioGapMb.value_or(0)}));
    if (*wanted.lowMmioMb < need.lowMb || *wanted.highMmioMb < need.highMb)
        builder.add(FindingCode::MmioTooSmall, Severity::Warning, record.id, {}, vm.id,
                    {QString::number(need.lowMb), QString::number(need.highMb)});
    if (wishes.makeMemoryStatic && vm.dynamicMemory.value_or(true))
        wanted.dynamicMemory = false;
    const bool checkpoints =
        vm.userSnapshotType.value_or(productionCheckpoints) != model::checkpointsDisabled;
    if (wishes.disableCheckpoints)
        wanted.checkpointType = model::checkpointsDisabled;
    else if (checkpoints)
        builder.add(FindingCode::CheckpointsEnabled, Severity::Warning, record.id, {}, vm.id, {vm.name});
    builder.warnOfProtection(record, vm);
    const bool memory = builder.checkMemory(record, vm, wishes.makeMemoryStatic);
    const bool mmio = checkMmio(builder, record.id, vm.id, wanted.lowMmioMb);
    return memory && mmio ? std::optional(wanted) : std::nullopt;
}

Plan planDdaAssign(const DdaAssignRequest& request, const fleet::FleetSnapshot& fleet,
                   const PlanContext& context)
{
    if (request.unassignPartitions) {
        std::vector<GpuRef> devices;
        for (const model::GpuId& id : request.devices)
            devices.push_back({request.host, id});
        return planWithoutPartitions(request, devices, fleet, context);
    }
    PlanBuilder builder(request, fleet, context);
    if (request.devices.empty())
        builder.add(FindingCode::NothingSelected, Severity::Blocking, request.host);
    const fleet::HostRecord* record = builder.usableHostOfVms(request.host);
    if (record == nullptr)
        return builder.take();
    const std::vector<DeviceFacts> devices = usableDevices(builder, *record, request);
    warnOfCards(builder, *record, devices);
    warnOfForce(builder, request.host, request.requirements);
    const model::VirtualMachine* vm = record->snapshot->findVm(request.vm);
    if (vm == nullptr) {
        builder.add(FindingCode::VmNotFound, Severity::Blocking, request.host, {}, request.vm,
                    {request.vm.text()});
        return builder.take();
    }
    VmChange change = changeOf(*record, *vm, request, devices);
    DeviceVmWishes wishes{request.lowMmioMb, request.highMmioMb, request.makeMemoryStatic,
                          request.disableCheckpoints};
    for (const DeviceFacts& device : devices) {
        if (!device.isCompanion)
            wishes.devices.push_back(device.card);
    }
    const auto settings = settingsForDevices(builder, *record, *vm, wishes);
    const bool power = builder.checkPower(change);
    if (!settings || !power || devices.size() != request.devices.size() || devices.empty())
        return builder.take();
    std::vector<Step> edits = PlanBuilder::settingSteps(*vm, *settings);
    for (const DeviceFacts& device : devices)
        edits.push_back(deviceStep(StepKind::AssignDevice, device));
    builder.addVmTarget(change, std::move(edits));
    return builder.take();
}

} // namespace hvgpu::operations
