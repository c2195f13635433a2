#include "core/simulation/host/ClusterState.h"
#include "core/simulation/host/Methods.h"
#include "core/simulation/host/PropertyList.h"

#include <QByteArray>

// Methods of root\MSCluster (wmi.md 4.2 to 4.5). Void on Windows: success is return value 0, failure an
// HRESULT.
namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t setPrivateProperties = 0x01400086; // CLUSCTL_RESOURCE_SET_PRIVATE_PROPERTIES

QString targetName(const Call& call)
{
    return call.target.key(u"Name").toString().value_or(QString());
}

base::Error notFoundError(const Call& call)
{
    return wmiError(Hr::ClusterResourceNotFound, u"Invoke "_s + call.method.name, call.target.toString());
}

base::Result<MethodOutcome> finish(const Call& call, const base::Result<void>& result)
{
    if (!result)
        return base::fail(result.error());
    return call.finish(returns::completed);
}

base::Result<MethodOutcome> onResource(Call& call, base::Result<void> (*verb)(World&, Vm&))
{
    Vm* const vm = vmOfResource(call.world, targetName(call));
    return vm ? finish(call, verb(call.world, *vm)) : base::fail(notFoundError(call));
}

base::Result<MethodOutcome> onGroup(Call& call, base::Result<void> (*verb)(World&, Vm&))
{
    Vm* const vm = vmOfGroup(call.world, targetName(call));
    return vm ? finish(call, verb(call.world, *vm)) : base::fail(notFoundError(call));
}

base::Result<MethodOutcome> resourceOnline(Call& call)
{
    return onResource(call, bringOnline);
}

base::Result<MethodOutcome> resourceOffline(Call& call)
{
    return onResource(call, takeOffline);
}

base::Result<MethodOutcome> groupOnline(Call& call)
{
    return onGroup(call, bringOnline);
}

base::Result<MethodOutcome> groupOffline(Call& call)
{
    return onGroup(call, takeOffline);
}

base::Result<MethodOutcome> updateVirtualMachine(Call& call)
{
    return onResource(call, [](World&, Vm&) -> base::Result<void> { return {}; });
}

base::Result<MethodOutcome> moveGroup(Call& call)
{
    Vm* const vm = vmOfGroup(call.world, targetName(call));
    if (!vm)
        return base::fail(notFoundError(call));
    const QString node = call.text(u"NodeName");
    for (std::size_t i = 0; i < call.world.hosts.size(); ++i) {
        if (call.world.hosts[i].name.compare(node, Qt::CaseInsensitive) != 0)
            continue;
        if (call.world.hosts[i].node != NodeState::Up)
            break;
        const bool atRest = vm->state == vmState::off || vm->state == vmState::saved;
        if (!atRest && (!vm->partitions.empty() || !vm->devices.empty()))
            return base::fail(wmiError(Hr::ClusterNotSupported, u"Invoke MoveToNewNode"_s, vm->name));
        vm->host = i;
        return call.finish(returns::completed);
    }
    return base::fail(wmiError(Hr::ClusterNodeDown, u"Invoke MoveToNewNode"_s, node));
}

base::Result<MethodOutcome> resourceControl(Call& call)
{
    Vm* const vm = vmOfResource(call.world, targetName(call));
    if (!vm)
        return base::fail(notFoundError(call));
    QByteArray bytes;
    for (const cim::Value& byte : call.in(u"InputBuffer").elements())
        bytes.append(static_cast<char>(byte.toUInt64().value_or(0)));
    const auto properties = readPropertyList(bytes);
    if (call.in(u"ControlCode").toInt64() != setPrivateProperties || !properties)
        return base::fail(
            wmiError(Hr::InvalidParameter, u"Invoke ExecuteResourceControl"_s, targetName(call)));
    for (const auto& [name, value] : *properties) {
        if (name.compare(u"OfflineAction"_s, Qt::CaseInsensitive) == 0)
            vm->cluster->offlineAction = value;
        else if (name.compare(u"ShutdownAction"_s, Qt::CaseInsensitive) == 0)
            vm->cluster->shutdownAction = value;
    }
    call.out(u"OutputBufferSize", cim::Value::signedInteger(cim::Type::SInt32, 0));
    return call.finish(returns::completed);
}

base::Result<MethodOutcome> setNode(Call& call, NodeState from, NodeState to)
{
    for (Host& host : call.world.hosts) {
        if (host.name.compare(targetName(call), Qt::CaseInsensitive) != 0)
            continue;
        if (host.node == NodeState::Down)
            return base::fail(wmiError(Hr::ClusterNodeDown, u"Invoke "_s + call.method.name, host.name));
        if (host.node == from)
            host.node = to;
        return call.finish(returns::completed);
    }
    return base::fail(notFoundError(call));
}

base::Result<MethodOutcome> pauseNode(Call& call)
{
    return setNode(call, NodeState::Up, NodeState::Paused);
}

base::Result<MethodOutcome> resumeNode(Call& call)
{
    return setNode(call, NodeState::Paused, NodeState::Up);
}

base::Result<MethodOutcome> nodeClusterState(Call& call)
{
    constexpr std::int64_t running = 19; // ClusterStateRunning
    call.out(u"ClusterState", cim::Value::signedInteger(cim::Type::SInt32, running));
    return call.finish(returns::completed);
}

constexpr MethodEntry methods[] = {
    {u"MSCluster_Resource", u"BringOnline", resourceOnline},
    {u"MSCluster_Resource", u"TakeOffline", resourceOffline},
    {u"MSCluster_Resource", u"UpdateVirtualMachine", updateVirtualMachine},
    {u"MSCluster_Resource", u"ExecuteResourceControl", resourceControl},
    {u"MSCluster_ResourceGroup", u"BringOnline", groupOnline},
    {u"MSCluster_ResourceGroup", u"TakeOffline", groupOffline},
    {u"MSCluster_ResourceGroup", u"MoveToNewNode", moveGroup},
    {u"MSCluster_Node", u"Pause", pauseNode},
    {u"MSCluster_Node", u"Resume", resumeNode},
    {u"MSCluster_Cluster", u"GetNodeClusterState", nodeClusterState},
};

} // namespace

std::span<const MethodEntry> clusterMethods()
{
    return methods;
}

} // namespace hvgpu::simulation
