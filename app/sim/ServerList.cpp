#include "app/sim/ServerList.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

namespace hvgpu::sim {

using namespace Qt::StringLiterals;
using simulation::HostEndpoint;

namespace {

QString address(const HostEndpoint& endpoint)
{
    const QString host = endpoint.host.contains(u':') ? u'[' + endpoint.host + u']' : endpoint.host;
    return host + u':' + QString::number(endpoint.port);
}

QJsonObject entry(const HostEndpoint& endpoint, const QString& kind, const QString& display,
                  const simulation::ServerOptions& options)
{
    const bool basic = !options.user.isEmpty();
    QJsonObject object{{u"kind"_s, kind},
                       {u"name"_s, endpoint.host},
                       {u"port"_s, endpoint.port},
                       {u"https"_s, options.tls},
                       {u"authentication"_s, basic ? u"basic"_s : u"none"_s},
                       {u"display"_s, display}};
    if (basic) {
        object[u"user"_s] = options.user;
        if (!options.tls) // Basic over plain HTTP is what an administrator has to allow on purpose
            object[u"allowInsecureBasic"_s] = true;
    }
    return object;
}

} // namespace

QByteArray writeServerList(const std::vector<HostEndpoint>& endpoints,
                           const simulation::ServerOptions& options)
{
    QJsonArray servers;
    std::map<QString, std::vector<const HostEndpoint*>> clusters;
    for (const HostEndpoint& endpoint : endpoints) {
        if (endpoint.cluster.isEmpty())
            servers.append(entry(endpoint, u"server"_s, endpoint.computerName, options));
        else
            clusters[endpoint.cluster].push_back(&endpoint);
    }
    for (const auto& [name, nodes] : clusters) {
        const auto entrance = std::find_if(nodes.begin(), nodes.end(),
                                           [](const HostEndpoint* node) { return node->poweredOn; });
        QJsonObject cluster =
            entry(entrance == nodes.end() ? *nodes.front() : **entrance, u"cluster"_s, name, options);
        QJsonObject addresses;
        for (const HostEndpoint* node : nodes)
            addresses[node->computerName.toLower()] = address(*node);
        cluster[u"nodeAddresses"_s] = addresses;
        servers.append(cluster);
    }
    return QJsonDocument(QJsonObject{{u"servers"_s, servers}}).toJson();
}

} // namespace hvgpu::sim
