#include "core/analysis/Prerequisites.h"

#include "core/analysis/CheckList.h"

#include <algorithm>

namespace hvgpu::analysis {

namespace {

CheckGroup vmGroup(const model::VirtualMachine& vm, const ObservedHost& host, const ObservedEntry& entry)
{
    CheckGroup group;
    group.kind = CheckGroup::Kind::Vm;
    group.entry = entry.id;
    group.host = host.id;
    group.vm = vm.id;
    group.name = vm.name;
    CheckList list;
    checkVm(vm, *host.snapshot, list);
    if (entry.isCluster)
        checkMigration(vm, host, entry, list);
    group.checks = list.take();
    return group;
}

CheckGroup serverGroup(const ObservedHost& host, const ObservedEntry& entry)
{
    CheckGroup group;
    group.kind = CheckGroup::Kind::Server;
    group.entry = entry.id;
    group.host = host.id;
    group.name = host.name;
    group.pending = host.pending;
    if (host.pending)
        return group;
    CheckList list;
    checkServer(host, entry.isCluster, list);
    if (host.snapshot)
        checkGpus(*host.snapshot, list);
    group.checks = list.take();
    if (!host.snapshot)
        return group;
    for (const model::VirtualMachine& vm : host.snapshot->vms) {
        if (usesGpu(vm))
            group.groups.push_back(vmGroup(vm, host, entry));
    }
    return group;
}

CheckGroup clusterGroup(const ObservedEntry& entry)
{
    CheckGroup group;
    group.kind = CheckGroup::Kind::Cluster;
    group.entry = entry.id;
    group.name = entry.name;
    group.pending = entry.hosts.empty() && !entry.error;
    CheckList list;
    if (entry.error)
        list.add(CheckId::ServerRead, CheckResult::Unread, CheckReason::ReadFailed,
                 {{QStringLiteral("error"), base::describe(*entry.error)}});
    else if (!group.pending)
        checkCluster(entry, list);
    group.checks = list.take();
    for (const ObservedHost& host : entry.hosts)
        group.groups.push_back(serverGroup(host, entry));
    return group;
}

} // namespace

CheckResult worstResult(const CheckGroup& group)
{
    CheckResult worst = CheckResult::NotApplicable;
    for (const Check& check : group.checks)
        worst = std::max(worst, check.result);
    for (const CheckGroup& below : group.groups)
        worst = std::max(worst, worstResult(below));
    return worst;
}

bool usesGpu(const model::VirtualMachine& vm)
{
    return vm.partitionAdapters > 0 || vm.wholeDevices > 0;
}

QString shown(bool value)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}

std::vector<CheckGroup> prerequisites(const ObservedFleet& fleet)
{
    std::vector<CheckGroup> groups;
    for (const ObservedEntry& entry : fleet.entries) {
        if (entry.isCluster)
            groups.push_back(clusterGroup(entry));
        else
            for (const ObservedHost& host : entry.hosts)
                groups.push_back(serverGroup(host, entry));
    }
    return groups;
}

} // namespace hvgpu::analysis
