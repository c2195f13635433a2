#include "core/analysis/GpuTitle.h"
#include "core/analysis/PartitionMmio.h"
#include "core/model/WindowsBuild.h"
#include "core/operations/PartitionSupply.h"
#include "core/operations/PlanBuilder.h"

#include <algorithm>
#include <unordered_map>

namespace hvgpu::operations {
namespace {

constexpr std::uint32_t offlineSave = 1;
constexpr std::uint16_t stopActionSave = 3;
constexpr std::uint16_t checkpointsDisabled = 2;
constexpr double oldestConfigurationVersion = 9.0;

bool isPartitionable(const model::Gpu& gpu)
{
    return gpu.partitioning.has_value();
}

bool checkVersion(PlanBuilder& builder, const fleet::HostRecord& record, const model::VirtualMachine& vm)
{
    bool isNumber = false;
    const double version = vm.version.toDouble(&isNumber);
    if (!isNumber || version >= oldestConfigurationVersion)
        return true;
    builder.add(FindingCode::OldConfigurationVersion, Severity::Blocking, record.id, {}, vm.id,
                {vm.name, vm.version});
    return false;
}

void warnOfSettings(PlanBuilder& builder, const AssignRequest& request, const fleet::HostRecord& record,
                    const model::VirtualMachine& vm)
{
    const auto warn = [&](FindingCode code) {
        builder.add(code, Severity::Warning, record.id, {}, vm.id, {vm.name});
    };
    if (vm.generation == 1)
        warn(FindingCode::Generation1);
    if (vm.userSnapshotType && *vm.userSnapshotType != checkpointsDisabled)
        warn(FindingCode::CheckpointsEnabled);
    if (vm.clustered.value_or(false)) {
        if (vm.offlineAction.value_or(offlineSave) == offlineSave && !request.configureOfflineAction)
            warn(FindingCode::OfflineActionSave);
    } else if (vm.automaticShutdownAction == stopActionSave) {
        warn(FindingCode::StopActionSave);
    }
}

/// The most that any of the GPUs asks for: which one it becomes may be the host's choice.
std::optional<analysis::MmioNeed> mmioNeed(const std::vector<const model::Gpu*>& found)
{
    std::optional<analysis::MmioNeed> most;
    for (const model::Gpu* gpu : found) {
        const auto need = analysis::mmioNeed(*gpu);
        if (!need)
            continue;
        if (!most)
            most.emplace();
        *most = {std::max(most->lowMb, need->lowMb), std::max(most->highMb, need->highMb),
                 most->cacheTypes || need->cacheTypes};
    }
    return most;
}

void noteMmio(PlanBuilder& builder, const fleet::HostRecord& record, const model::VirtualMachine& vm,
              const std::optional<analysis::MmioNeed>& need)
{
    if (!need || !analysis::fallsShort(vm, *need))
        return;
    const std::uint64_t low = vm.lowMmioGapMb.value_or(0);
    builder.add(FindingCode::MmioSpaceSmall, Severity::Note, record.id, {}, vm.id,
                {vm.name, QString::number(low), QString::number(vm.highMmioGapMb.value_or(0)),
                 QString::number(std::max(low, need->lowMb)), QString::number(need->highMb)});
}

Step addStep(const AssignRequest& request, const model::HostSnapshot& host, const model::Gpu* gpu)
{
    Step step;
    step.kind = StepKind::AddPartitionAdapter;
    if (gpu != nullptr) {
        step.gpuName = gpu->partitioning->name;
        step.deviceName = analysis::gpuTitle(host, *gpu);
    }
    // A size asked for selects a partition by its minimum, as Microsoft's own tooling does (wmi.md 5.2).
    step.minPartitionVram = request.partitionVram;
    return step;
}

bool checkVm(PlanBuilder& builder, const AssignRequest& request, const VmChange& change,
             const std::optional<analysis::MmioNeed>& need)
{
    const model::VirtualMachine& vm = change.vm;
    if (vm.partitionAdapters > 0) {
        builder.add(FindingCode::AlreadyHasPartition, Severity::Blocking, change.record.id, {}, vm.id,
                    {vm.name, QString::number(vm.partitionAdapters)});
        return false;
    }
    // No short-circuit: every reason is worth telling at once.
    const bool memory = builder.checkMemory(change.record, vm);
    const bool version = checkVersion(builder, change.record, vm);
    const bool power = builder.checkPower(change);
    warnOfSettings(builder, request, change.record, vm);
    builder.warnOfProtection(change.record, vm);
    noteMmio(builder, change.record, vm, need);
    return memory && version && power;
}

/// What the server has to say for itself; false when it has nothing to give partitions of.
bool judgeHost(PlanBuilder& builder, const AssignRequest& request, const fleet::HostRecord& record,
               const std::vector<const model::Gpu*>& found)
{
    if (record.snapshot->host.build.value_or(model::windowsServer2025Build) < model::windowsServer2025Build)
        builder.add(FindingCode::OldWindows, Severity::Warning, record.id, {}, {},
                    {QString::number(*record.snapshot->host.build)});
    if (std::ranges::none_of(record.snapshot->gpus, &isPartitionable))
        builder.add(FindingCode::NoPartitionableGpu, Severity::Blocking, record.id);
    else if (found.empty() && request.partitionVram)
        builder.add(FindingCode::VramNotOffered, Severity::Blocking, record.id, {}, {},
                    {QString::number(*request.partitionVram)});
    else if (found.empty())
        builder.add(FindingCode::NotPartitionable, Severity::Blocking, record.id,
                    request.gpu.value_or(model::GpuId()));
    if (std::ranges::any_of(found, [](const model::Gpu* gpu) { return gpu->partitioning->isParavirtual(); }))
        builder.add(FindingCode::ParavirtualGpu, Severity::Note, record.id);
    return !found.empty();
}

} // namespace

Plan planAssign(const AssignRequest& request, const fleet::FleetSnapshot& fleet, const PlanContext& context)
{
    PlanBuilder builder(request, fleet, context);
    if (request.vms.empty())
        builder.add(FindingCode::NothingSelected, Severity::Blocking, request.host);
    const fleet::HostRecord* record = builder.usableHostOfVms(request.host);
    if (record == nullptr)
        return builder.take();

    PartitionSupply supply(request, *record->snapshot);
    const bool hasGpus = judgeHost(builder, request, *record, supply.gpus());
    const std::optional<analysis::MmioNeed> need = mmioNeed(supply.gpus());
    // By id: a plan for every machine of a large server must not look through all of them for each.
    std::unordered_map<model::VmId, const model::VirtualMachine*> machines;
    for (const model::VirtualMachine& vm : record->snapshot->vms)
        machines.emplace(vm.id, &vm);
    for (const model::VmId& id : request.vms) {
        const auto listed = machines.find(id);
        const model::VirtualMachine* vm = listed == machines.end() ? nullptr : listed->second;
        if (vm == nullptr) {
            builder.add(FindingCode::VmNotFound, Severity::Blocking, request.host, {}, id, {id.text()});
            continue;
        }
        const auto exception = request.powerOf.find(id);
        VmChange change{*record, *vm, exception == request.powerOf.end() ? request.power : exception->second,
                        request.configureOfflineAction};
        if (!checkVm(builder, request, change, need))
            continue;
        if (supply.free() == 0) {
            if (hasGpus)
                builder.add(FindingCode::NoFreePartition, Severity::Blocking, request.host, {}, id,
                            {vm->name});
            continue;
        }
        const model::Gpu* gpu = supply.take();
        if (gpu != nullptr)
            change.gpus.push_back({gpu->partitioning->name, gpu->partitioning->partitionCount});
        builder.addVmTarget(change, {addStep(request, *record->snapshot, gpu)});
    }
    return builder.take();
}

} // namespace hvgpu::operations
