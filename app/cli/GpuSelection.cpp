// GPUs as the command line names them, and the request to set their count.
#include "app/cli/Selection.h"

#include "core/analysis/HomogeneousSets.h"
#include "core/model/LocationPath.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

using analysis::GpuOfHost;
using operations::GpuRef;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(GpuSelection)

public:
    static QString noGpu(const QString& text)
    {
        return tr("No GPU is called \"%1\" on these servers; there are:").arg(text);
    }
    static QString severalGpus(const QString& text)
    {
        return tr("\"%1\" could be any of these; add @SERVER or give the instance path:").arg(text);
    }
    static QString noModel(const QString& model)
    {
        return tr("No GPU that can be partitioned is called \"%1\"; there are:").arg(model);
    }
    static QString noPartitionable() { return tr("No partitionable GPU has been found on these servers"); }
    static QString noneRead()
    {
        return tr("No partitionable GPU is known; the GPUs of these servers could not be read:");
    }
    static QString severalSets()
    {
        return tr("There are GPUs of several configurations; choose with --gpu, --model or --on:");
    }
    static QString gpu(const fleet::HostRecord& host, const model::Gpu& gpu)
    {
        const QString path = gpu.pnp ? gpu.pnp->instanceId : gpu.id.text();
        return u"%1: %2, %3"_s.arg(host.displayName, gpu.name, path);
    }
};

bool same(const QString& a, const QString& b)
{
    return !a.isEmpty() && a.compare(b, Qt::CaseInsensitive) == 0;
}

/// At the location, or below it: of a way that is only begun the rest follows from what is plugged in.
bool isBelow(const model::Gpu& gpu, const QString& text)
{
    const auto wanted = model::LocationPath::parse(text);
    const auto own = model::LocationPath::parse(gpu.locationPath);
    return wanted && own && own->startsWith(*wanted);
}

bool isCalled(const model::Gpu& gpu, const QString& text)
{
    if (gpu.id == model::gpuIdFrom(text) || same(gpu.name, text) || isBelow(gpu, text))
        return true;
    return gpu.pnp && gpu.pnp->busNumber && same(u"bus:%1"_s.arg(*gpu.pnp->busNumber), text);
}

/// Calls @p visit with each host that was read and each of its GPUs.
void forEachGpu(const Hosts& hosts, const auto& visit)
{
    for (const auto& host : hosts) {
        if (!host->snapshot)
            continue;
        for (const model::Gpu& gpu : host->snapshot->gpus)
            visit(*host, gpu);
    }
}

QStringList listed(const Hosts& hosts, const auto& matches)
{
    QStringList lines;
    forEachGpu(hosts, [&](const fleet::HostRecord& host, const model::Gpu& gpu) {
        if (matches(gpu))
            lines << Words::gpu(host, gpu);
    });
    return lines;
}

bool isPartitionable(const model::Gpu& gpu)
{
    return analysis::configurationKey(gpu).has_value();
}

/// "bus:3@HV01" → "bus:3" and that server; everything else is left as it is.
std::pair<QString, Hosts> placeOf(const QString& text, const Hosts& hosts)
{
    const qsizetype at = text.lastIndexOf(u'@');
    Hosts named;
    std::ranges::copy_if(hosts, std::back_inserter(named), [&](const auto& host) {
        return at >= 0 && same(host->displayName, text.mid(at + 1));
    });
    return named.empty() ? std::pair(text, hosts) : std::pair(text.left(at), named);
}

/// No GPU was seen; of servers that were not read that says nothing.
SelectionProblem noneIn(const Hosts& hosts)
{
    SelectionProblem problem{Words::noPartitionable(), {}};
    for (const auto& host : hosts) {
        if (!host->snapshot || host->snapshot->couldNotRead(model::Part::PartitionableGpus))
            problem.candidates << host->displayName;
    }
    if (!problem.candidates.isEmpty())
        problem.message = Words::noneRead();
    return problem;
}

Selected<std::vector<GpuRef>> namedGpus(const ChangeArguments& change, const Hosts& hosts)
{
    std::vector<GpuRef> gpus;
    for (const QString& text : change.gpus) {
        auto gpu = gpuFor(text, hosts);
        if (!gpu)
            return tl::make_unexpected(gpu.error());
        gpus.push_back(*std::move(gpu));
    }
    const bool everyGpu = change.gpus.isEmpty() && !change.allOfSet;
    const std::size_t before = gpus.size();
    forEachGpu(hosts, [&](const fleet::HostRecord& host, const model::Gpu& gpu) {
        const bool wanted = change.model.isEmpty() ? everyGpu : same(gpu.name, change.model);
        if (wanted && isPartitionable(gpu))
            gpus.push_back({host.id, gpu.id});
    });
    if (gpus.size() == before && !change.model.isEmpty())
        return tl::make_unexpected(
            SelectionProblem{Words::noModel(change.model), listed(hosts, isPartitionable)});
    if (gpus.empty() && everyGpu)
        return tl::make_unexpected(noneIn(hosts));
    return gpus;
}

/// With the other GPUs of the sets that @p gpus belong to; all of the only set when there are none yet.
Selected<std::vector<GpuRef>> widened(const std::vector<GpuRef>& gpus, const Hosts& hosts)
{
    std::vector<GpuOfHost> all;
    forEachGpu(hosts, [&](const fleet::HostRecord& host, const model::Gpu& gpu) {
        all.push_back({host.id, host.snapshot.get(), &gpu});
    });
    const auto sets = analysis::homogeneousSets(all);
    if (sets.empty())
        return tl::make_unexpected(noneIn(hosts));
    if (gpus.empty() && sets.size() > 1)
        return tl::make_unexpected(SelectionProblem{Words::severalSets(), listed(hosts, isPartitionable)});
    const std::set<GpuRef> chosen(gpus.begin(), gpus.end());
    std::set<GpuRef> result = chosen;
    for (const analysis::HomogeneousSet& set : sets) {
        const bool touched = chosen.empty() || std::ranges::any_of(set.gpus, [&](const GpuOfHost& gpu) {
                                 return chosen.contains({gpu.hostId, gpu.gpu->id});
                             });
        for (const GpuOfHost& gpu : set.gpus) {
            if (touched)
                result.insert({gpu.hostId, gpu.gpu->id});
        }
    }
    return std::vector<GpuRef>(result.begin(), result.end());
}

/// The servers of @p gpus and of --on, with the other nodes of their clusters: what the choice is one among.
std::vector<model::HostId> choiceAmong(const std::vector<GpuRef>& gpus, const Hosts& admitted, bool named,
                                       const fleet::FleetSnapshot& fleet)
{
    std::set<model::EntryId> entries;
    for (const auto& host : admitted) {
        if (named || std::ranges::find(gpus, host->id, &GpuRef::host) != gpus.end())
            entries.insert(host->entry);
    }
    std::vector<model::HostId> among;
    for (const auto& host : fleet.hosts) {
        if (entries.contains(host->entry))
            among.push_back(host->id);
    }
    return among;
}

/// Of the servers that --on admits those that the choice is one among; all of them while nothing is chosen.
Hosts scopeOf(const std::vector<GpuRef>& gpus, const Hosts& admitted, const fleet::FleetSnapshot& fleet)
{
    if (gpus.empty())
        return admitted;
    const auto among = choiceAmong(gpus, admitted, false, fleet);
    Hosts scope;
    std::ranges::copy_if(admitted, std::back_inserter(scope),
                         [&](const auto& host) { return std::ranges::find(among, host->id) != among.end(); });
    return scope;
}

} // namespace

Selected<GpuRef> gpuFor(const QString& text, const Hosts& hosts)
{
    const auto [name, place] = placeOf(text, hosts);
    std::vector<GpuRef> found;
    forEachGpu(place, [&, &name = name](const fleet::HostRecord& host, const model::Gpu& gpu) {
        if (isCalled(gpu, name))
            found.push_back({host.id, gpu.id});
    });
    if (found.size() == 1)
        return found.front();
    if (found.empty())
        return tl::make_unexpected(
            SelectionProblem{Words::noGpu(text), listed(place, [](const model::Gpu&) { return true; })});
    return tl::make_unexpected(SelectionProblem{
        Words::severalGpus(text),
        listed(place, [&name = name](const model::Gpu& gpu) { return isCalled(gpu, name); })});
}

Selected<operations::SetCountRequest> setCountRequest(const ChangeArguments& change,
                                                      const fleet::FleetSnapshot& fleet)
{
    const auto hosts = hostsFor(change.on, fleet);
    if (!hosts)
        return tl::make_unexpected(hosts.error());
    auto gpus = namedGpus(change, *hosts);
    if (gpus && change.allOfSet)
        gpus = widened(*gpus, scopeOf(*gpus, *hosts, fleet));
    if (!gpus)
        return tl::make_unexpected(gpus.error());
    std::ranges::sort(*gpus);
    gpus->erase(std::unique(gpus->begin(), gpus->end()), gpus->end());
    operations::SetCountRequest request;
    request.gpus = *std::move(gpus);
    request.count = static_cast<std::uint16_t>(change.count);
    request.servers = choiceAmong(request.gpus, *hosts, !change.on.isEmpty(), fleet);
    return request;
}

} // namespace hvgpu::cli
