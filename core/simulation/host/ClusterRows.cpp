#include "core/simulation/host/ClusterState.h"
#include "core/simulation/host/Paths.h"
#include "core/simulation/host/RowContext.h"
#include "core/simulation/host/VmRows.h"

// root\MSCluster: the same answer from every node.
namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t virtualMachineGroup = 111;

void forEachClustered(RowContext& context, void (*visit)(RowContext&, const Vm&, const ClusterRole&))
{
    for (const auto& vm : context.world().vms()) {
        if (vm->cluster)
            visit(context, *vm, *vm->cluster);
    }
}

void clusters(RowContext& context)
{
    const Cluster& cluster = *context.world().cluster;
    context.add(
        context.row()
            .set(u"Name", cluster.name)
            .set(u"Caption", cluster.name)
            .set(u"Fqdn", cluster.domain.isEmpty() ? cluster.name : cluster.name + u'.' + cluster.domain));
}

void nodes(RowContext& context)
{
    const auto& hosts = context.world().hosts;
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        const bool isPaused = hosts[i].node == NodeState::Paused;
        const int drain = hosts[i].draining ? 1 : (isPaused ? 2 : 0);
        context.add(context.row()
                        .set(u"Name", hosts[i].name)
                        .set(u"Caption", hosts[i].name)
                        .set(u"Id", QString::number(i + 1))
                        .number(u"State", hosts[i].node == NodeState::Down ? 1 : (isPaused ? 2 : 0))
                        .number(u"NodeDrainStatus", static_cast<std::uint64_t>(drain))
                        .number(u"StatusInformation", hosts[i].quarantined ? 2 : 0)
                        .number(u"BuildNumber", hosts[i].build)
                        .number(u"DynamicWeight", hosts[i].node == NodeState::Down ? 0 : 1)
                        .number(u"NodeHighestVersion", 786432 + hosts[i].build % 1000)
                        .number(u"NodeLowestVersion", 720897));
    }
}

void groups(RowContext& context)
{
    forEachClustered(context, [](RowContext& rows, const Vm& vm, const ClusterRole& role) {
        rows.add(rows.row()
                     .set(u"Name", role.groupName)
                     .set(u"Caption", role.groupName)
                     .set(u"Id", role.groupId)
                     .number(u"GroupType", virtualMachineGroup)
                     .signedNumber(u"State", groupStateOf(vm))
                     .set(u"OwnerNode", rows.world().hosts[vm.host].name)
                     .number(u"PersistentState", role.wantsOnline ? 1 : 0));
    });
}

cim::Instance privateProperties(const RowContext& rows, const Vm& vm, const ClusterRole& role)
{
    const ClassInfo* const info =
        ClassCatalogue::builtIn().find(clusterNamespace, u"MSCluster_Property_Resource_Virtual_Machine");
    return Row(*info, rows.host().name)
        .set(u"VmID", vm.id.toLower())
        .number(u"OfflineAction", role.offlineAction)
        .number(u"ShutdownAction", role.shutdownAction)
        .number(u"CheckHeartbeat", role.checkHeartbeat)
        .number(u"StartMemory", vm.memory)
        .number(u"VmState", vm.state)
        .build();
}

cim::Instance configurationProperties(const RowContext& rows, const Vm& vm)
{
    const ClassInfo* const info = ClassCatalogue::builtIn().find(
        clusterNamespace, u"MSCluster_Property_Resource_Virtual_Machine_Configuration");
    return Row(*info, rows.host().name)
        .set(u"VmID", vm.id.toLower())
        .set(u"VmStoreRootPath", u"C:\\ClusterStorage\\Volume1"_s)
        .build();
}

void resources(RowContext& context)
{
    forEachClustered(context, [](RowContext& rows, const Vm& vm, const ClusterRole& role) {
        Row row = rows.row();
        row.set(u"OwnerGroup", role.groupName)
            .set(u"OwnerNode", rows.world().hosts[vm.host].name)
            .set(u"Name", resourceNameOf(role))
            .set(u"Caption", resourceNameOf(role))
            .set(u"Id", role.resourceId)
            .set(u"Type", u"Virtual Machine"_s)
            .signedNumber(u"State", resourceStateOf(vm))
            .set(u"PrivateProperties", cim::Value::object(privateProperties(rows, vm, role)));
        rows.add(row);
        const QString configuration = u"Virtual Machine Configuration "_s + role.groupName;
        row.set(u"Name", configuration)
            .set(u"Caption", configuration)
            .set(u"Id", guidFrom(role.resourceId).toLower())
            .set(u"Type", u"Virtual Machine Configuration"_s)
            .signedNumber(u"State", resourceState::online)
            .set(u"PrivateProperties", cim::Value::object(configurationProperties(rows, vm)));
        rows.add(row);
    });
}

cim::ObjectPath named(const RowContext& context, const QString& className, const QString& name)
{
    return makePath(context.host().name, clusterNamespace, className, {{u"Name"_s, name}});
}

void groupResources(RowContext& context)
{
    forEachClustered(context, [](RowContext& rows, const Vm&, const ClusterRole& role) {
        rows.add(rows.row()
                     .set(u"GroupComponent", named(rows, u"MSCluster_ResourceGroup"_s, role.groupName))
                     .set(u"PartComponent", named(rows, u"MSCluster_Resource"_s, resourceNameOf(role))));
    });
}

void nodeGroups(RowContext& context)
{
    forEachClustered(context, [](RowContext& rows, const Vm& vm, const ClusterRole& role) {
        rows.add(
            rows.row()
                .set(u"GroupComponent", named(rows, u"MSCluster_Node"_s, rows.world().hosts[vm.host].name))
                .set(u"PartComponent", named(rows, u"MSCluster_ResourceGroup"_s, role.groupName)));
    });
}

void clusterNodes(RowContext& context)
{
    for (const Host& host : context.world().hosts) {
        context.add(
            context.row()
                .set(u"Antecedent", named(context, u"MSCluster_Cluster"_s, context.world().cluster->name))
                .set(u"Dependent", named(context, u"MSCluster_Node"_s, host.name)));
    }
}

constexpr RowSource sources[] = {
    {u"MSCluster_Cluster", clusters},
    {u"MSCluster_Node", nodes},
    {u"MSCluster_ResourceGroup", groups},
    {u"MSCluster_Resource", resources},
    {u"MSCluster_ResourceGroupToResource", groupResources},
    {u"MSCluster_NodeToActiveGroup", nodeGroups},
    {u"MSCluster_ClusterToNode", clusterNodes},
};

} // namespace

std::span<const RowSource> clusterSources()
{
    return sources;
}

} // namespace hvgpu::simulation
