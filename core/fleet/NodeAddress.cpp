#include "core/fleet/NodeAddress.h"

#include "core/fleet/HostPort.h"

namespace hvgpu::fleet {

QString nodeAddress(const ServerEntry& cluster, const QString& node)
{
    const auto known = cluster.nodeAddresses.find(node.toLower());
    if (known != cluster.nodeAddresses.end())
        return known->second;
    // Nodes call themselves by their short names, certificates and resolvers want the full one.
    const qsizetype dot = cluster.name.indexOf(u'.');
    const bool addDomain = dot > 0 && !node.contains(u'.') && !isAddressLiteral(cluster.name);
    return HostPort{addDomain ? node + cluster.name.mid(dot) : node, cluster.port}.toString();
}

} // namespace hvgpu::fleet
