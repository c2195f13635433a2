#include "core/analysis/PartitionLayout.h"
#include "core/analysis/PartitionMmio.h"
#include "core/analysis/PartitionSize.h"
#include "core/model/WindowsBuild.h"
#include "core/operations/FreePartitions.h"
#include "core/operations/PlanBuilder.h"

#include <algorithm>
#include <unordered_map>

namespace hvgpu::operations {
namespace {

constexpr std::uint32_t offlineSave = 1;
constexpr std::uint16_t stopActionSave = 3;
constexpr std::uint16_t checkpointsDisabled = 2;
constexpr double oldestConfigurationVersion = 9.0;

/// A GPU that could take partitions, with what is left of it.
struct Candidate
{
    const model::Gpu* gpu = nullptr;
    int free = 0;
};

std::vector<Candidate> candidates(const AssignRequest& request, const model::HostSnapshot& host)
{
    std::vector<Candidate> found;
    for (const model::Gpu& gpu : host.gpus) {
        if (!gpu.partitioning || (request.gpu && gpu.id != *request.gpu))
            continue;
        if (request.partitionVram) {
            const auto size = analysis::currentPartitionSize(gpu);
            if (!size || size->bytes != *request.partitionVram)
                continue;
        }
        found.push_back({&gpu, analysis::occupancy(gpu).free().value_or(0)});
    }
    return found;
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
std::optional<analysis::MmioNeed> mmioNeed(const std::vector<Candidate>& found)
{
    std::optional<analysis::MmioNeed> most;
    for (const Candidate& candidate : found) {
        const auto need = analysis::mmioNeed(*candidate.gpu);
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

Step addStep(const AssignRequest& request, const model::HostSnapshot& host)
{
    Step step;
    step.kind = StepKind::AddPartitionAdapter;
    if (request.gpu) {
        const model::Gpu* gpu = host.findGpu(*request.gpu);
        if (gpu != nullptr && gpu->partitioning)
            step.gpuName = gpu->partitioning->name;
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

void judgeHost(PlanBuilder& builder, const AssignRequest& request, const fleet::HostRecord& record,
               const std::vector<Candidate>& found)
{
    if (record.snapshot->host.build.value_or(model::windowsServer2025Build) < model::windowsServer2025Build)
        builder.add(FindingCode::OldWindows, Severity::Warning, record.id, {}, {},
                    {QString::number(*record.snapshot->host.build)});
    if (found.empty() && request.partitionVram)
        builder.add(FindingCode::VramNotOffered, Severity::Blocking, record.id, {}, {},
                    {QString::number(*request.partitionVram)});
    const bool paravirtual = std::any_of(found.begin(), found.end(), [](const Candidate& candidate) {
        return candidate.gpu->partitioning->isParavirtual();
    });
    if (paravirtual)
        builder.add(FindingCode::ParavirtualGpu, Severity::Note, record.id);
}

} // namespace

int freePartitions(const AssignRequest& request, const model::HostSnapshot& host)
{
    int free = 0;
    for (const Candidate& candidate : candidates(request, host))
        free += std::max(candidate.free, 0);
    if (request.gpu)
        return free;
    // Adapters without a GPU of their own will take one of these when their VM starts.
    const auto waiting =
        std::count_if(host.unplacedAssignments.begin(), host.unplacedAssignments.end(),
                      [](const model::Assignment& assignment) { return assignment.automatic; });
    return std::max(0, free - static_cast<int>(waiting));
}

Plan planAssign(const AssignRequest& request, const fleet::FleetSnapshot& fleet, const PlanContext& context)
{
    PlanBuilder builder(request, fleet, context);
    if (request.vms.empty())
        builder.add(FindingCode::NothingSelected, Severity::Blocking, request.host);
    const fleet::HostRecord* record = builder.usableHost(request.host);
    if (record == nullptr)
        return builder.take();

    const std::vector<Candidate> found = candidates(request, *record->snapshot);
    judgeHost(builder, request, *record, found);
    const std::optional<analysis::MmioNeed> need = mmioNeed(found);
    int free = freePartitions(request, *record->snapshot);
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
        const VmChange change{*record, *vm,
                              exception == request.powerOf.end() ? request.power : exception->second,
                              request.configureOfflineAction};
        if (!checkVm(builder, request, change, need))
            continue;
        if (free == 0) {
            builder.add(FindingCode::NoFreePartition, Severity::Blocking, request.host, {}, id, {vm->name});
            continue;
        }
        --free;
        builder.addVmTarget(change, {addStep(request, *record->snapshot)});
    }
    return builder.take();
}

} // namespace hvgpu::operations
