// The requests about whole devices, pools and settings as the command line names them.
#include "app/cli/Selection.h"
#include "core/analysis/ForgottenDevices.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

using operations::GpuRef;
using operations::Request;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(DeviceSelection)

public:
    static QString noDevice(const QString& vm) { return tr("\"%1\" has no such device").arg(vm); }
    static QString nothingForgotten()
    {
        return tr("No GPU is dismounted without a virtual machine or a pool that has it");
    }
    static QString noPool(const QString& pool)
    {
        return tr("There is no GPU pool \"%1\" on these servers").arg(pool);
    }
};

tl::unexpected<SelectionProblem> problem(const QString& message)
{
    return tl::make_unexpected(SelectionProblem{message, {}});
}

/// The GPUs that --gpu names, each with the other functions of its card.
Selected<std::vector<GpuRef>> cardsFor(const ChangeArguments& change, const Hosts& hosts)
{
    std::vector<GpuRef> devices;
    for (const QString& text : change.gpus) {
        const auto ref = gpuFor(text, hosts);
        if (!ref)
            return tl::make_unexpected(ref.error());
        devices.push_back(*ref);
        const auto host = std::ranges::find(hosts, ref->host, [](const auto& each) { return each->id; });
        const model::Gpu* gpu = (*host)->snapshot->findGpu(ref->gpu);
        if (!change.companions || gpu == nullptr)
            continue;
        for (const model::CompanionFunction& companion : gpu->companions)
            devices.push_back({ref->host, companion.id});
    }
    return devices;
}

template <class OfVm>
void setVm(OfVm& request, const ChangeArguments& change, const VmOfHost& vm)
{
    request.host = vm.host->id;
    request.vm = vm.vm->id;
    request.power = change.power;
}

template <class OfVm>
void setWishes(OfVm& request, const ChangeArguments& change)
{
    request.lowMmioMb = change.settings.lowMmioMb;
    request.highMmioMb = change.settings.highMmioMb;
    request.makeMemoryStatic = change.settings.dynamicMemory.has_value();
    request.disableCheckpoints = change.settings.checkpointType.has_value();
}

/// @p unassignPartitions: of GPUs that are partitioned, first.
Selected<Request> ddaAssign(const ChangeArguments& change, const Hosts& hosts, bool unassignPartitions)
{
    const auto vm = vmFor(change.vms.front(), hosts);
    if (!vm)
        return tl::make_unexpected(vm.error());
    const auto devices = cardsFor(change, {vm->host});
    if (!devices)
        return tl::make_unexpected(devices.error());
    operations::DdaAssignRequest request;
    setVm(request, change, *vm);
    setWishes(request, change);
    for (const GpuRef& ref : *devices)
        request.devices.push_back(ref.gpu);
    request.requirements = change.requirements;
    request.unassignPartitions = unassignPartitions;
    request.configureOfflineAction = change.configureOfflineAction;
    return request;
}

/// The VM's setting data for whole devices: of the chosen GPUs' cards, or all of it.
std::vector<QString> adaptersOf(const VmOfHost& vm, const std::vector<GpuRef>& chosen)
{
    std::vector<QString> adapters;
    const auto collect = [&](const std::vector<model::Assignment>& assignments, const model::GpuId& device) {
        const bool wanted = chosen.empty() || std::ranges::find(chosen, device, &GpuRef::gpu) != chosen.end();
        for (const model::Assignment& assignment : assignments) {
            if (wanted && assignment.kind == model::Assignment::Kind::WholeDevice &&
                assignment.vm == vm.vm->id)
                adapters.push_back(assignment.adapterId);
        }
    };
    for (const model::Gpu& gpu : vm.host->snapshot->gpus) {
        collect(gpu.assignments, gpu.id);
        for (const model::CompanionFunction& companion : gpu.companions)
            collect(companion.assignments, companion.id);
    }
    collect(vm.host->snapshot->unplacedAssignments, {});
    return adapters;
}

Selected<Request> ddaRemove(const ChangeArguments& change, const Hosts& hosts)
{
    const auto vm = vmFor(change.vms.front(), hosts);
    if (!vm)
        return tl::make_unexpected(vm.error());
    const auto devices = cardsFor(change, {vm->host});
    if (!devices)
        return tl::make_unexpected(devices.error());
    operations::DdaRemoveRequest request;
    setVm(request, change, *vm);
    request.adapters = adaptersOf(*vm, *devices);
    request.keepDismounted = change.keepDismounted;
    if (request.adapters.empty())
        return problem(Words::noDevice(vm->vm->name));
    return request;
}

/// GPUs that nobody has and the host has not: what a deleted VM leaves behind.
Selected<Request> recover(const Hosts& hosts)
{
    operations::MountRequest request;
    for (const auto& host : hosts) {
        if (!host->snapshot)
            continue;
        for (const model::GpuId& id : analysis::forgottenDevices(*host->snapshot))
            request.devices.push_back({host->id, id});
    }
    if (request.devices.empty())
        return problem(Words::nothingForgotten());
    return request;
}

Selected<Request> poolRemove(const ChangeArguments& change, const Hosts& hosts)
{
    operations::DeletePoolRequest request;
    request.name = change.pool;
    request.mountDevices = change.mountDevices;
    for (const auto& host : hosts) {
        const bool has =
            host->snapshot && std::ranges::find(host->snapshot->pools, change.pool, &model::GpuPool::name) !=
                                  host->snapshot->pools.end();
        if (has)
            request.hosts.push_back(host->id);
    }
    if (request.hosts.empty())
        return problem(Words::noPool(change.pool));
    return request;
}

/// The VM that has the GPU as a whole; none when it is only dismounted.
std::optional<VmOfHost> ownerOf(const GpuRef& gpu, const Hosts& hosts)
{
    const auto host = std::ranges::find(hosts, gpu.host, [](const auto& each) { return each->id; });
    const model::HostSnapshot& snapshot = *(*host)->snapshot;
    for (const model::Assignment& assignment : snapshot.findGpu(gpu.gpu)->assignments) {
        const model::VirtualMachine* vm = snapshot.findVm(assignment.vm);
        if (assignment.kind == model::Assignment::Kind::WholeDevice && vm != nullptr)
            return VmOfHost{*host, vm};
    }
    return std::nullopt;
}

Selected<Request> toPartitions(const ChangeArguments& change, const Hosts& hosts)
{
    const auto devices = cardsFor(change, hosts);
    if (!devices)
        return tl::make_unexpected(devices.error());
    const auto vm = ownerOf(devices->front(), hosts);
    if (!vm)
        return operations::MountRequest{*devices, true};
    operations::DdaRemoveRequest request;
    setVm(request, change, *vm);
    request.adapters = adaptersOf(*vm, *devices);
    request.forPartitioning = true;
    return request;
}

Selected<Request> convert(const ChangeArguments& change, const Hosts& hosts)
{
    if (change.toPartitions)
        return toPartitions(change, hosts);
    if (change.vms.isEmpty()) {
        return cardsFor(change, hosts).map([&change](const std::vector<GpuRef>& devices) -> Request {
            return operations::DismountRequest{devices, change.requirements, true, change.power};
        });
    }
    return ddaAssign(change, hosts, true);
}

Selected<Request> poolAssign(const ChangeArguments& change, const Hosts& hosts)
{
    const auto vm = vmFor(change.vms.front(), hosts);
    if (!vm)
        return tl::make_unexpected(vm.error());
    operations::AssignPoolRequest request;
    setVm(request, change, *vm);
    setWishes(request, change);
    request.pool = change.pool;
    request.count = change.poolCount;
    return request;
}

Selected<Request> vmSet(const ChangeArguments& change, const Hosts& hosts)
{
    operations::VmSettingsRequest request;
    request.settings = change.settings;
    request.offlineAction = change.offlineAction;
    request.power = change.power;
    for (const QString& text : change.vms) {
        const auto vm = vmFor(text, hosts);
        if (!vm)
            return tl::make_unexpected(vm.error());
        request.vms.push_back({vm->host->id, vm->vm->id});
    }
    return request;
}

} // namespace

Selected<operations::Request> deviceRequest(const Arguments& arguments, const fleet::FleetSnapshot& fleet)
{
    const ChangeArguments& change = arguments.change;
    const auto hosts = hostsFor(change.on, fleet);
    if (!hosts)
        return tl::make_unexpected(hosts.error());
    switch (arguments.command) {
    case Command::DdaAssign:
        return ddaAssign(change, *hosts, false);
    case Command::DdaRemove:
        return ddaRemove(change, *hosts);
    case Command::DdaRecover:
        return recover(*hosts);
    case Command::DdaConvert:
        return convert(change, *hosts);
    case Command::PoolAssign:
        return poolAssign(change, *hosts);
    case Command::PoolRemove:
        return poolRemove(change, *hosts);
    case Command::VmSet:
        return vmSet(change, *hosts);
    default:
        break;
    }
    return cardsFor(change, *hosts).map([&](const std::vector<GpuRef>& devices) -> Request {
        if (arguments.command == Command::DdaMount)
            return operations::MountRequest{devices};
        if (arguments.command == Command::PoolCreate)
            return operations::CreatePoolRequest{change.pool, devices, change.requirements};
        return operations::DismountRequest{devices, change.requirements};
    });
}

} // namespace hvgpu::cli
