// Servers and nodes that are not there, policies that were weakened, and clusters whose nodes are not alike.
#include "core/analysis/CheckList.h"
#include "core/analysis/DiagnosisList.h"
#include "core/analysis/HomogeneousSets.h"
#include "core/analysis/NodeCapacity.h"
#include "core/analysis/NodeFacts.h"
#include "core/model/Hardware.h"
#include "core/model/WindowsBuild.h"

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace hvgpu::analysis {

namespace {

using model::NodeState;

void diagnoseNode(const ObservedHost& host, const ObservedEntry& entry, DiagnosisList& list)
{
    if (host.nodeState == NodeState::Down)
        list.add(DiagnosisCode::NodeDown, DiagnosisSeverity::Error, {{u"MSCluster_Node.State"_s, u"1"_s}});
    else if (host.error)
        list.add(DiagnosisCode::NodeUnreachable, DiagnosisSeverity::Error,
                 {{u"error"_s, base::describe(*host.error)}});
    const model::ClusterNode* node = nodeFacts(entry, host.name);
    if (host.nodeState == NodeState::Paused)
        list.add(DiagnosisCode::NodePaused, DiagnosisSeverity::Warning,
                 {{u"MSCluster_Node.State"_s, u"2"_s}});
    if (node == nullptr)
        return;
    if (node->draining)
        list.add(DiagnosisCode::NodeDraining, DiagnosisSeverity::Note,
                 {{u"MSCluster_Node.NodeDrainStatus"_s, u"1"_s}});
    if (node->quarantined || node->isolated)
        list.add(DiagnosisCode::NodeQuarantined, DiagnosisSeverity::Error,
                 {{u"MSCluster_Node.StatusInformation"_s, node->quarantined ? u"2"_s : u"1"_s}});
}

void diagnosePolicies(const model::HostSnapshot& host, DiagnosisList& list)
{
    const model::HostPlatform& platform = host.host.platform;
    const QString key = u"HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\HyperV\\"_s;
    std::vector<Evidence> evidence;
    QStringList names;
    for (const auto& [name, value] :
         {std::pair(u"RequireSecureDeviceAssignment"_s, platform.requireSecureDeviceAssignment),
          std::pair(u"RequireSupportedDeviceAssignment"_s, platform.requireSupportedDeviceAssignment)}) {
        if (value != 0U)
            continue;
        names << name;
        evidence.push_back({key + name, u"0"_s});
    }
    if (!names.isEmpty())
        list.add(DiagnosisCode::PolicyWeakened, DiagnosisSeverity::Warning, std::move(evidence)).arguments =
            names;
    if (const auto flags = platform.gpuVirtualizationFlags; flags.value_or(0) != 0)
        list.add(DiagnosisCode::ForcedParavirtual, DiagnosisSeverity::Warning,
                 {{u"HKLM\\SYSTEM\\CurrentControlSet\\Control\\GraphicsDrivers\\GpuVirtualizationFlags"_s,
                   QString::number(*flags)}});
}

/// Virtual machines with partitions of paravirtualized GPUs, each counted once.
std::set<model::VmId> paravirtualUsers(const model::HostSnapshot& host)
{
    std::set<model::VmId> vms;
    for (const model::Gpu& gpu : host.gpus) {
        if (!gpu.partitioning || !gpu.partitioning->isParavirtual())
            continue;
        for (const model::Assignment& assignment : gpu.assignments)
            vms.insert(assignment.vm);
    }
    return vms;
}

/// Guests lose memory on Windows before build 26100.4946 when several of them have paravirtualized GPUs
/// (EC-61).
void diagnoseMemoryLeak(const model::HostSnapshot& host, DiagnosisList& list)
{
    constexpr std::uint32_t build = model::windowsServer2025Build;
    constexpr std::uint32_t revision = 4946;
    constexpr std::size_t several = 2;
    const auto found = host.host.build;
    const auto update = host.host.platform.updateRevision;
    const bool old = found && (*found < build || (*found == build && update && *update < revision));
    const std::size_t users = old ? paravirtualUsers(host).size() : 0;
    if (users < several)
        return;
    const QString full = update ? u"%1.%2"_s.arg(*found).arg(*update) : QString::number(*found);
    list.add(DiagnosisCode::GuestMemoryLeak, DiagnosisSeverity::Warning,
             {{u"Win32_OperatingSystem.BuildNumber"_s, full},
              {u"virtual machines with paravirtualized GPUs"_s, QString::number(users)}})
        .arguments = {full, QString::number(users)};
}

/// Differences inside one set of equal GPUs, named by its first GPU.
void diagnoseSet(const HomogeneousSet& set, const ObservedEntry& cluster, DiagnosisCode code,
                 QString (*value)(const model::Gpu&), DiagnosisList& list)
{
    std::map<QString, int> values;
    std::vector<Evidence> evidence;
    for (const GpuOfHost& gpu : set.gpus) {
        const QString found = value(*gpu.gpu);
        if (found.isEmpty())
            continue;
        ++values[found];
        const auto host = std::ranges::find(cluster.hosts, gpu.hostId, &ObservedHost::id);
        evidence.push_back(
            {(host == cluster.hosts.end() ? QString() : host->name + u' ') + gpu.gpu->name, found});
    }
    if (values.size() < 2)
        return;
    Diagnosis& diagnosis = list.add(code, DiagnosisSeverity::Warning, std::move(evidence));
    diagnosis.subject = set.gpus.front().gpu->name;
    // Named by its hardware: the same as long as the set exists, whichever GPU comes first.
    diagnosis.gpu = model::GpuId(model::hardwareOf(set.gpus.front().gpu->id));
    for (const auto& [found, count] : values)
        diagnosis.arguments << found;
}

QString countOf(const model::Gpu& gpu)
{
    const auto count = gpu.partitioning ? gpu.partitioning->partitionCount : std::nullopt;
    return count ? QString::number(*count) : QString();
}

QString driverOf(const model::Gpu& gpu)
{
    return gpu.pnp ? gpu.pnp->driverVersion : QString();
}

} // namespace

void diagnoseServer(const ObservedHost& host, const ObservedEntry& entry, DiagnosisList& list)
{
    if (entry.isCluster)
        diagnoseNode(host, entry, list);
    else if (host.error)
        list.add(DiagnosisCode::ServerUnreachable, DiagnosisSeverity::Error,
                 {{u"error"_s, base::describe(*host.error)}});
    if (host.snapshot) {
        diagnosePolicies(*host.snapshot, list);
        diagnoseMemoryLeak(*host.snapshot, list);
    }
}

void diagnoseCluster(const ObservedEntry& cluster, DiagnosisList& list)
{
    if (cluster.error)
        list.add(DiagnosisCode::ServerUnreachable, DiagnosisSeverity::Error,
                 {{u"error"_s, base::describe(*cluster.error)}});
    std::vector<GpuOfHost> gpus;
    for (const ObservedHost& host : cluster.hosts) {
        if (!host.snapshot)
            continue;
        for (const model::Gpu& gpu : host.snapshot->gpus)
            gpus.push_back({host.id, host.snapshot.get(), &gpu});
    }
    for (const HomogeneousSet& set : homogeneousSets(gpus)) {
        diagnoseSet(set, cluster, DiagnosisCode::CountsDiffer, countOf, list);
        diagnoseSet(set, cluster, DiagnosisCode::DriversDiffer, driverOf, list);
    }
    for (const NodeLoss& loss : nodeLosses(cluster)) {
        if (!loss.isShort())
            continue;
        const auto host = std::ranges::find(cluster.hosts, loss.node, &ObservedHost::name);
        list.setHost(&*host);
        list.add(DiagnosisCode::FailoverShort, DiagnosisSeverity::Warning,
                 {{u"partitions needed"_s, QString::number(loss.needed)},
                  {u"partitions missing elsewhere"_s, QString::number(loss.missing)}})
            .arguments = {QString::number(loss.needed), QString::number(loss.missing)};
    }
    list.setHost(nullptr);
}

} // namespace hvgpu::analysis
