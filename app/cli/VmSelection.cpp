// The requests about virtual machines as the command line names them.
#include "app/cli/Selection.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

using model::Assignment;
using operations::AdapterRef;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(VmSelection)

public:
    static QString noAdapter(const QString& text)
    {
        return tr("No virtual machine has the partition adapter \"%1\"").arg(text);
    }
    static QString nothingOnVm(const QString& name)
    {
        return tr("\"%1\" has no such GPU partition").arg(name);
    }
    static QString notRead()
    {
        return tr("Which virtual machines have GPU partitions could not be read on these servers:");
    }
    static QString nothingOnGpu(const QString& text)
    {
        return tr("No virtual machine has a partition of \"%1\"").arg(text);
    }
};

/// A partition adapter of one VM with the GPU it is on, if that is there.
struct Adapter
{
    AdapterRef ref;
    model::GpuId gpu;
};

std::vector<Adapter> adaptersOf(const Hosts& hosts)
{
    std::vector<Adapter> adapters;
    const auto collect = [&](const fleet::HostRecord& host, const std::vector<Assignment>& assignments,
                             const model::GpuId& gpu) {
        for (const Assignment& assignment : assignments) {
            if (assignment.kind == Assignment::Kind::Partition)
                adapters.push_back({{host.id, assignment.vm, assignment.adapterId},
                                    gpu.isEmpty() ? model::gpuIdFrom(assignment.deviceInstancePath) : gpu});
        }
    };
    for (const auto& host : hosts) {
        if (!host->snapshot)
            continue;
        for (const model::Gpu& gpu : host->snapshot->gpus)
            collect(*host, gpu.assignments, gpu.id);
        collect(*host, host->snapshot->unplacedAssignments, {});
    }
    return adapters;
}

/// Which adapters are meant, besides the VM they are of.
struct Filter
{
    std::optional<operations::GpuRef> gpu;
    QString goneGpu; ///< named, but not there (any more): adapters may still name it

    [[nodiscard]] bool admits(const Adapter& adapter) const
    {
        if (gpu)
            return adapter.gpu == gpu->gpu && adapter.ref.host == gpu->host;
        return goneGpu.isEmpty() || adapter.gpu == model::gpuIdFrom(goneGpu);
    }
};

Selected<Filter> filterFor(const QStringList& gpus, const Hosts& hosts, const std::vector<Adapter>& adapters)
{
    if (gpus.isEmpty())
        return Filter();
    const QString& text = gpus.front();
    auto gpu = gpuFor(text, hosts);
    if (gpu)
        return Filter{*gpu, {}};
    const bool isNamed = std::ranges::find(adapters, model::gpuIdFrom(text), &Adapter::gpu) != adapters.end();
    const bool ambiguous = isNamed && std::ranges::any_of(hosts, [&](const auto& host) {
                               return host->snapshot && host->snapshot->findGpu(model::gpuIdFrom(text));
                           });
    return isNamed && !ambiguous ? Selected<Filter>(Filter{std::nullopt, text})
                                 : tl::make_unexpected(gpu.error());
}

/// Nothing was found; of servers whose adapters were not read that says nothing.
SelectionProblem nothing(const QString& message, const Hosts& hosts)
{
    SelectionProblem problem{message, {}};
    for (const auto& host : hosts) {
        if (!host->snapshot || host->snapshot->couldNotRead(model::Part::PartitionAdapters))
            problem.candidates << host->displayName;
    }
    if (!problem.candidates.isEmpty())
        problem.message = Words::notRead();
    return problem;
}

/// One adapter by its InstanceID; of any of the servers.
Selected<AdapterRef> adapterFor(const QString& text, const std::vector<Adapter>& adapters, const Hosts& hosts)
{
    const auto found = std::ranges::find_if(adapters, [&](const Adapter& adapter) {
        return adapter.ref.adapterId.compare(text, Qt::CaseInsensitive) == 0;
    });
    if (found == adapters.end())
        return tl::make_unexpected(nothing(Words::noAdapter(text), hosts));
    return found->ref;
}

/// Of the VM, or without one of any VM, what the filter admits.
std::vector<AdapterRef> admitted(const std::vector<Adapter>& adapters, const Filter& filter,
                                 const VmOfHost* vm)
{
    std::vector<AdapterRef> refs;
    for (const Adapter& adapter : adapters) {
        const bool ofVm = vm == nullptr || (adapter.ref.host == vm->host->id && adapter.ref.vm == vm->vm->id);
        if (ofVm && filter.admits(adapter))
            refs.push_back(adapter.ref);
    }
    return refs;
}

Selected<std::vector<AdapterRef>> adaptersFor(const ChangeArguments& change, const Hosts& hosts)
{
    const std::vector<Adapter> adapters = adaptersOf(hosts);
    std::vector<AdapterRef> chosen;
    for (const QString& text : change.adapters) {
        auto ref = adapterFor(text, adapters, hosts);
        if (!ref)
            return tl::make_unexpected(ref.error());
        chosen.push_back(*std::move(ref));
    }
    const auto take = [&](const Hosts& place, const VmOfHost* vm, const QString& none) {
        const auto filter = filterFor(change.gpus, place, adapters);
        const auto refs = filter.map([&](const Filter& f) { return admitted(adapters, f, vm); });
        if (refs)
            chosen.insert(chosen.end(), refs->begin(), refs->end());
        return refs && !refs->empty() ? std::nullopt
                                      : std::optional(refs ? nothing(none, place) : refs.error());
    };
    for (const QString& text : change.vms) {
        const auto vm = vmFor(text, hosts);
        if (!vm)
            return tl::make_unexpected(vm.error());
        if (auto problem = take({vm->host}, &*vm, Words::nothingOnVm(vm->vm->name)))
            return tl::make_unexpected(*std::move(problem));
    }
    if (change.vms.isEmpty() && !change.gpus.isEmpty()) {
        if (auto problem = take(hosts, nullptr, Words::nothingOnGpu(change.gpus.front())))
            return tl::make_unexpected(*std::move(problem));
    }
    return chosen;
}

} // namespace

Selected<std::vector<operations::AssignRequest>> assignRequests(const ChangeArguments& change,
                                                                const fleet::FleetSnapshot& fleet)
{
    const auto hosts = hostsFor(change.on, fleet);
    if (!hosts)
        return tl::make_unexpected(hosts.error());
    std::vector<operations::AssignRequest> requests;
    for (const QString& text : change.vms) {
        const auto vm = vmFor(text, *hosts);
        if (!vm)
            return tl::make_unexpected(vm.error());
        auto request = std::ranges::find(requests, vm->host->id, &operations::AssignRequest::host);
        if (request == requests.end()) {
            operations::AssignRequest made;
            made.host = vm->host->id;
            made.partitionVram = change.partitionVram;
            made.power = change.power;
            made.configureOfflineAction = change.configureOfflineAction;
            if (!change.gpus.isEmpty()) {
                const auto gpu = gpuFor(change.gpus.front(), {vm->host});
                if (!gpu)
                    return tl::make_unexpected(gpu.error());
                made.gpu = gpu->gpu;
            }
            request = requests.insert(request, std::move(made));
        }
        if (std::ranges::find(request->vms, vm->vm->id) == request->vms.end())
            request->vms.push_back(vm->vm->id);
    }
    return requests;
}

Selected<operations::UnassignRequest> unassignRequest(const ChangeArguments& change,
                                                      const fleet::FleetSnapshot& fleet)
{
    const auto hosts = hostsFor(change.on, fleet);
    if (!hosts)
        return tl::make_unexpected(hosts.error());
    auto adapters = adaptersFor(change, *hosts);
    if (!adapters)
        return tl::make_unexpected(adapters.error());
    std::ranges::sort(*adapters);
    adapters->erase(std::unique(adapters->begin(), adapters->end()), adapters->end());
    operations::UnassignRequest request;
    request.adapters = *std::move(adapters);
    request.power = change.power;
    return request;
}

} // namespace hvgpu::cli
