// Pools of whole devices: nodes without one, names that are nearly the same, and what does not belong in
// (EC-50).
#include "core/analysis/DiagnosisList.h"
#include "core/model/WindowsBuild.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace hvgpu::analysis {

namespace {

using model::Part;

/// The node can have pools, and those it has are known.
bool isKnown(const ObservedHost& node)
{
    return node.snapshot && !node.snapshot->couldNotRead(Part::ResourcePools) &&
           node.snapshot->host.build.value_or(0) >= model::windowsServer2025Build;
}

/// What a person would take for the same name; to Windows only equal ones are.
QString alike(const QString& name)
{
    return name.simplified().toCaseFolded();
}

using NodesByName = std::map<QString, QStringList>;

/// Names that are taken for the same one, with the nodes that have each.
std::map<QString, NodesByName> poolsOf(const std::vector<const ObservedHost*>& nodes)
{
    std::map<QString, NodesByName> pools;
    for (const ObservedHost* node : nodes) {
        for (const model::GpuPool& pool : node->snapshot->pools)
            pools[alike(pool.name)][pool.name] << node->name;
    }
    return pools;
}

std::vector<Evidence> evidenceOf(const NodesByName& names, const QStringList& without)
{
    std::vector<Evidence> evidence;
    for (const auto& [name, nodes] : names) {
        for (const QString& node : nodes)
            evidence.push_back({u"Msvm_ResourcePool.PoolID "_s + node, u'"' + name + u'"'});
    }
    for (const QString& node : without)
        evidence.push_back({u"Msvm_ResourcePool.PoolID "_s + node, u"-"_s});
    return evidence;
}

QStringList nodesWithout(const std::vector<const ObservedHost*>& nodes, const NodesByName& names)
{
    QStringList without;
    for (const ObservedHost* node : nodes) {
        const bool has =
            std::ranges::any_of(names, [node](const auto& each) { return each.second.contains(node->name); });
        if (!has)
            without << node->name;
    }
    return without;
}

bool isGpuOrOnItsCard(const model::HostSnapshot& host, const model::GpuId& device)
{
    return std::ranges::any_of(host.gpus, [&device](const model::Gpu& gpu) {
        return gpu.id == device || std::ranges::find(gpu.companions, device, &model::CompanionFunction::id) !=
                                       gpu.companions.end();
    });
}

} // namespace

void diagnosePools(const model::HostSnapshot& host, DiagnosisList& list)
{
    if (host.couldNotRead(Part::PnpDevices) || host.couldNotRead(Part::AssignableDevices))
        return;
    for (const model::GpuPool& pool : host.pools) {
        QStringList foreign;
        std::vector<Evidence> evidence;
        for (const QString& path : pool.devices) {
            if (isGpuOrOnItsCard(host, model::gpuIdFrom(path)))
                continue;
            foreign << path;
            evidence.push_back({u"Msvm_PciExpressSettingData.HostResource"_s, path});
        }
        if (foreign.isEmpty())
            continue;
        Diagnosis& diagnosis =
            list.add(DiagnosisCode::PoolForeignDevice, DiagnosisSeverity::Warning, std::move(evidence));
        diagnosis.pool = pool.name;
        diagnosis.subject = pool.name;
        diagnosis.arguments = foreign;
    }
}

void diagnoseClusterPools(const ObservedEntry& cluster, DiagnosisList& list)
{
    std::vector<const ObservedHost*> nodes;
    for (const ObservedHost& host : cluster.hosts) {
        if (isKnown(host))
            nodes.push_back(&host);
    }
    const auto add = [&list](DiagnosisCode code, const QString& pool, std::vector<Evidence> evidence,
                             QStringList arguments) {
        Diagnosis& diagnosis = list.add(code, DiagnosisSeverity::Warning, std::move(evidence));
        diagnosis.pool = pool;
        diagnosis.subject = pool;
        diagnosis.arguments = std::move(arguments);
    };
    for (const auto& [key, names] : poolsOf(nodes)) {
        const QStringList without = nodesWithout(nodes, names);
        const QString& first = names.begin()->first;
        if (!without.isEmpty())
            add(DiagnosisCode::PoolMissing, first, evidenceOf(names, without), without);
        if (names.size() < 2)
            continue;
        QStringList spellings;
        for (const auto& [name, having] : names)
            spellings << u'"' + name + u'"';
        add(DiagnosisCode::PoolNamesAlike, first, evidenceOf(names, {}), spellings);
    }
}

} // namespace hvgpu::analysis
