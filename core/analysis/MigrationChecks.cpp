// Whether a virtual machine with a GPU can move to another node while it runs.
#include "core/analysis/CheckList.h"
#include "core/analysis/DirtyBitTracking.h"
#include "core/analysis/NodeCapacity.h"
#include "core/analysis/PartitionLayout.h"
#include "core/model/WindowsBuild.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace hvgpu::analysis {

namespace {

using model::HostSnapshot;
using model::VirtualMachine;

/// What speaks against a host taking part in a migration with partitions, as a source or as a target.
QString hostObstacle(const HostSnapshot& host)
{
    if (host.host.build.value_or(0) < model::windowsServer2025Build)
        return u"Windows before Server 2025"_s;
    if (!host.host.platform.liveMigrationEnabled.value_or(true))
        return u"live migration is off"_s;
    if (!tracksDmaWrites(host.host.platform.processorName).value_or(true))
        return u"no IOMMU DMA bit tracking"_s;
    return {};
}

struct Needs
{
    std::map<PartitionKind, int> kinds;
    bool outgoing = true; ///< no partition says that it cannot leave
};

Needs needsOf(const VirtualMachine& vm, const HostSnapshot& host)
{
    Needs needs;
    for (const model::Gpu& gpu : host.gpus) {
        for (const model::Assignment& assignment : gpu.assignments) {
            if (assignment.vm != vm.id || assignment.kind != model::Assignment::Kind::Partition)
                continue;
            needs.outgoing = needs.outgoing && assignment.supportsOutgoingLiveMigration.value_or(true);
            if (const auto kind = partitionKind(gpu))
                ++needs.kinds[*kind];
            else
                needs.outgoing = false; // paravirtual ones never move
        }
    }
    return needs;
}

/// Empty when the target could take the virtual machine.
QString targetObstacle(const Needs& needs, const ObservedHost& target)
{
    if (!target.snapshot || target.error)
        return u"could not be read"_s;
    if (target.nodeState != model::NodeState::Up && target.nodeState != model::NodeState::Unknown)
        return u"not up"_s;
    if (QString obstacle = hostObstacle(*target.snapshot); !obstacle.isEmpty())
        return obstacle;
    std::map<PartitionKind, int> free;
    bool accepts = true;
    for (const model::Gpu& gpu : target.snapshot->gpus) {
        const auto kind = partitionKind(gpu);
        if (!kind || !needs.kinds.contains(*kind))
            continue;
        if (gpu.partitioning->supportsIncomingLiveMigration.value_or(true))
            free[*kind] += occupancy(gpu).free().value_or(0);
        else
            accepts = false;
    }
    for (const auto& [kind, count] : needs.kinds) {
        if (free[kind] < count)
            return accepts ? u"no free partition of the same GPU and size"_s
                           : u"its GPU does not take migrations"_s;
    }
    return {};
}

} // namespace

void checkMigration(const VirtualMachine& vm, const ObservedHost& host, const ObservedEntry& cluster,
                    CheckList& list)
{
    if (vm.wholeDevices > 0)
        return list.add(CheckId::VmLiveMigration, CheckResult::Warning, CheckReason::MigrationWholeDevice,
                        {{u"Msvm_PciExpressSettingData"_s, QString::number(vm.wholeDevices)}});
    if (!vm.clustered.value_or(false))
        return list.notApplicable(CheckId::VmLiveMigration, CheckReason::NotClustered);
    const Needs needs = needsOf(vm, *host.snapshot);
    std::vector<Evidence> evidence;
    QString source = hostObstacle(*host.snapshot);
    if (source.isEmpty() && !needs.outgoing)
        source = u"its partition cannot be migrated"_s;
    if (!source.isEmpty())
        return list.add(CheckId::VmLiveMigration, CheckResult::Warning, CheckReason::MigrationImpossible,
                        {{host.name, source}}, {host.name});
    QStringList possible;
    for (const ObservedHost& target : cluster.hosts) {
        if (target.id == host.id)
            continue;
        const QString obstacle = targetObstacle(needs, target);
        evidence.push_back({target.name, obstacle.isEmpty() ? u"ready"_s : obstacle});
        if (obstacle.isEmpty())
            possible << target.name;
    }
    if (possible.isEmpty())
        return list.add(CheckId::VmLiveMigration, CheckResult::Warning, CheckReason::MigrationImpossible,
                        std::move(evidence), {host.name});
    list.add(CheckId::VmLiveMigration, CheckResult::Pass, CheckReason::MigrationPossible, std::move(evidence),
             possible);
}

} // namespace hvgpu::analysis
