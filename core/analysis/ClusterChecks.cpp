// Checks that need all nodes of a cluster: alike, up, and able to stand in for one another.
#include "core/analysis/CheckList.h"
#include "core/analysis/HomogeneousSets.h"
#include "core/analysis/NodeCapacity.h"
#include "core/analysis/NodeFacts.h"

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace hvgpu::analysis {

namespace {

using model::NodeState;
using model::Part;

QString stateName(const ObservedHost& host)
{
    if (host.pending)
        return u"not read yet"_s;
    switch (host.nodeState) {
    case NodeState::Up:
        return host.error ? u"up, but could not be read"_s : u"up"_s;
    case NodeState::Down:
        return u"down"_s;
    case NodeState::Paused:
        return u"paused"_s;
    case NodeState::Joining:
        return u"joining"_s;
    case NodeState::Unknown:
        break;
    }
    return host.error ? u"could not be read"_s : u"unknown"_s;
}

QString fullState(const ObservedEntry& cluster, const ObservedHost& host)
{
    QString state = stateName(host);
    const model::ClusterNode* node = nodeFacts(cluster, host.name);
    if (node == nullptr)
        return state;
    if (node->draining)
        state += u", draining"_s;
    if (node->isolated)
        state += u", isolated"_s;
    if (node->quarantined)
        state += u", quarantined"_s;
    return state;
}

void checkNodes(const ObservedEntry& cluster, CheckList& list)
{
    QStringList affected;
    std::vector<Evidence> evidence;
    for (const ObservedHost& host : cluster.hosts) {
        const QString state = fullState(cluster, host);
        evidence.push_back({host.name, state});
        if (state != u"up"_s)
            affected << host.name;
    }
    list.add(CheckId::NodesUp, affected.isEmpty() ? CheckResult::Pass : CheckResult::Warning,
             affected.isEmpty() ? CheckReason::AllNodesUp : CheckReason::NodesNotUp, std::move(evidence),
             affected);
}

std::vector<GpuOfHost> gpusOf(const ObservedEntry& cluster)
{
    std::vector<GpuOfHost> gpus;
    for (const ObservedHost& host : cluster.hosts) {
        if (!host.snapshot)
            continue;
        for (const model::Gpu& gpu : host.snapshot->gpus)
            gpus.push_back({host.id, host.snapshot.get(), &gpu});
    }
    return gpus;
}

const QString& nameOf(const ObservedEntry& cluster, const model::HostId& id)
{
    static const QString none;
    const auto found = std::ranges::find(cluster.hosts, id, &ObservedHost::id);
    return found == cluster.hosts.end() ? none : found->name;
}

/// "HVA-N01: 2 × NVIDIA A2", one per node and set.
std::vector<Evidence> setEvidence(const ObservedEntry& cluster, const std::vector<HomogeneousSet>& sets)
{
    std::vector<Evidence> evidence;
    for (const HomogeneousSet& set : sets) {
        std::map<model::HostId, int> perHost;
        for (const GpuOfHost& gpu : set.gpus)
            ++perHost[gpu.hostId];
        for (const auto& [host, count] : perHost)
            evidence.push_back(
                {nameOf(cluster, host), u"%1 × %2"_s.arg(count).arg(set.gpus.front().gpu->name)});
    }
    return evidence;
}

bool allListsRead(const ObservedEntry& cluster)
{
    return std::ranges::all_of(cluster.hosts, [](const ObservedHost& host) {
        return host.snapshot && !host.snapshot->couldNotRead(Part::PnpDevices) &&
               !host.snapshot->couldNotRead(Part::PartitionableGpus);
    });
}

QStringList nodesWithout(const ObservedEntry& cluster, const HomogeneousSet& set)
{
    QStringList without;
    for (const ObservedHost& host : cluster.hosts) {
        const bool has =
            std::ranges::any_of(set.gpus, [&host](const GpuOfHost& gpu) { return gpu.hostId == host.id; });
        if (!has && host.snapshot)
            without << host.name;
    }
    return without;
}

void checkSameGpus(const ObservedEntry& cluster, const std::vector<HomogeneousSet>& sets, CheckList& list)
{
    if (sets.empty())
        return list.notApplicable(CheckId::SameGpus, CheckReason::NoGpus);
    std::vector<Evidence> evidence = setEvidence(cluster, sets);
    if (sets.size() > 1) {
        QStringList names;
        for (const HomogeneousSet& set : sets)
            names << u"%1 × %2"_s.arg(set.gpus.size()).arg(set.gpus.front().gpu->name);
        return list.add(CheckId::SameGpus, CheckResult::Fail, CheckReason::GpusDiffer, std::move(evidence),
                        names);
    }
    if (const QStringList without = nodesWithout(cluster, sets.front()); !without.isEmpty())
        return list.add(CheckId::SameGpus, CheckResult::Fail, CheckReason::GpusMissing, std::move(evidence),
                        without);
    if (!allListsRead(cluster))
        return list.unread(CheckId::SameGpus, std::move(evidence));
    list.add(CheckId::SameGpus, CheckResult::Pass, CheckReason::GpusSame, std::move(evidence),
             {QString::number(sets.front().gpus.size()), sets.front().gpus.front().gpu->name});
}

/// Values of the GPUs of one set, each with where it was found.
struct Values
{
    std::vector<Evidence> evidence;
    std::set<QString> different; ///< all values of sets in which they differ
    std::set<QString> all;
    bool unknown = false;
};

Values valuesOf(const ObservedEntry& cluster, const std::vector<HomogeneousSet>& sets,
                QString (*value)(const model::Gpu&))
{
    Values values;
    for (const HomogeneousSet& set : sets) {
        std::set<QString> ofSet;
        for (const GpuOfHost& gpu : set.gpus) {
            const QString found = value(*gpu.gpu);
            values.unknown = values.unknown || found.isEmpty();
            if (!found.isEmpty())
                ofSet.insert(found);
            values.evidence.push_back(
                {nameOf(cluster, gpu.hostId) + u' ' + gpu.gpu->name, found.isEmpty() ? u"-"_s : found});
        }
        if (ofSet.size() > 1)
            values.different.insert(ofSet.begin(), ofSet.end());
        values.all.insert(ofSet.begin(), ofSet.end());
    }
    return values;
}

void checkSame(CheckId id, CheckReason same, CheckReason differ, CheckResult worst, Values values,
               CheckList& list)
{
    const auto listOf = [](const std::set<QString>& set) { return QStringList(set.begin(), set.end()); };
    if (!values.different.empty())
        return list.add(id, worst, differ, std::move(values.evidence), listOf(values.different));
    if (values.unknown)
        return list.unread(id, std::move(values.evidence));
    list.add(id, CheckResult::Pass, same, std::move(values.evidence), listOf(values.all));
}

QString driverOf(const model::Gpu& gpu)
{
    return gpu.pnp ? gpu.pnp->driverVersion : QString();
}

QString countOf(const model::Gpu& gpu)
{
    const auto count = gpu.partitioning ? gpu.partitioning->partitionCount : std::nullopt;
    return count ? QString::number(*count) : QString();
}

void checkOneUseInCluster(const ObservedEntry& cluster, CheckList& list)
{
    QStringList whole;
    bool partitioned = false;
    std::vector<Evidence> evidence;
    for (const GpuOfHost& gpu : gpusOf(cluster)) {
        partitioned = partitioned || configurationKey(*gpu.gpu).has_value();
        if (!gpu.gpu->dismounted)
            continue;
        whole << u"%1 (%2)"_s.arg(gpu.gpu->name, nameOf(cluster, gpu.hostId));
        evidence.push_back({u"Msvm_PciExpress.LocationPath"_s, gpu.gpu->dismounted->locationPath});
    }
    const bool mixed = partitioned && !whole.isEmpty();
    list.add(CheckId::OneUseInCluster, mixed ? CheckResult::Warning : CheckResult::Pass,
             mixed ? CheckReason::MixedUse : CheckReason::OneUse, std::move(evidence),
             mixed ? whole : QStringList());
}

void checkFailover(const ObservedEntry& cluster, CheckList& list)
{
    const std::vector<NodeLoss> losses = nodeLosses(cluster);
    std::vector<Evidence> evidence;
    const NodeLoss* worst = nullptr;
    int needed = 0;
    for (const NodeLoss& loss : losses) {
        const QString atLeast = loss.needsKnown ? QString() : u"at least "_s;
        const QString missing = loss.roomKnown ? atLeast + QString::number(loss.missing) : u"?"_s;
        evidence.push_back(
            {loss.node, u"needs %1%2, missing %3"_s.arg(atLeast).arg(loss.needed).arg(missing)});
        needed += loss.needed;
        if (loss.isShort() && (worst == nullptr || loss.missing > worst->missing))
            worst = &loss;
    }
    if (worst != nullptr)
        return list.add(CheckId::FailoverCapacity, CheckResult::Fail, CheckReason::CapacityShort,
                        std::move(evidence), {worst->node, QString::number(worst->missing)});
    const bool allKnown =
        std::ranges::all_of(cluster.hosts, [](const ObservedHost& host) { return host.snapshot != nullptr; });
    if (!allKnown || !std::ranges::all_of(losses, &NodeLoss::isKnown))
        return list.unread(CheckId::FailoverCapacity, std::move(evidence));
    if (needed == 0)
        return list.notApplicable(CheckId::FailoverCapacity, CheckReason::NothingAssigned);
    list.add(CheckId::FailoverCapacity, CheckResult::Pass, CheckReason::CapacityEnough, std::move(evidence));
}

} // namespace

void checkCluster(const ObservedEntry& cluster, CheckList& list)
{
    checkNodes(cluster, list);
    const std::vector<HomogeneousSet> sets = homogeneousSets(gpusOf(cluster));
    checkSameGpus(cluster, sets, list);
    if (sets.empty()) {
        list.notApplicable(CheckId::SameDrivers, CheckReason::NoGpus);
        list.notApplicable(CheckId::SamePartitionCount, CheckReason::NoGpus);
    } else {
        checkSame(CheckId::SameDrivers, CheckReason::DriversSame, CheckReason::DriversDiffer,
                  CheckResult::Warning, valuesOf(cluster, sets, driverOf), list);
        checkSame(CheckId::SamePartitionCount, CheckReason::CountsSame, CheckReason::CountsDiffer,
                  CheckResult::Warning, valuesOf(cluster, sets, countOf), list);
    }
    checkOneUseInCluster(cluster, list);
    checkFailover(cluster, list);
}

} // namespace hvgpu::analysis
