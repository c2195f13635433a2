#include "app/sim/ServerList.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
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

/// What is the same for every entry.
QJsonObject common(const simulation::ServerOptions& options, const QString& caFile)
{
    const bool basic = !options.user.isEmpty();
    QJsonObject object{{u"https"_s, options.tls}, {u"authentication"_s, basic ? u"basic"_s : u"none"_s}};
    if (basic)
        object[u"user"_s] = options.user;
    if (basic && !options.tls) // Basic over plain HTTP is what an administrator has to allow on purpose
        object[u"allowInsecureBasic"_s] = true;
    if (!caFile.isEmpty())
        object[u"caFile"_s] = caFile;
    return object;
}

QJsonObject entry(QJsonObject object, const HostEndpoint& endpoint, const QString& kind,
                  const QString& display)
{
    object[u"kind"_s] = kind;
    object[u"name"_s] = endpoint.host;
    object[u"port"_s] = endpoint.port;
    object[u"display"_s] = display;
    return object;
}

} // namespace

QByteArray writeServerList(const std::vector<HostEndpoint>& endpoints,
                           const simulation::ServerOptions& options, const QString& caFile)
{
    const QJsonObject shared = common(options, caFile);
    QJsonArray servers;
    std::map<QString, std::vector<const HostEndpoint*>> clusters;
    for (const HostEndpoint& endpoint : endpoints) {
        if (endpoint.cluster.isEmpty())
            servers.append(entry(shared, endpoint, u"server"_s, endpoint.computerName));
        else
            clusters[endpoint.cluster].push_back(&endpoint);
    }
    for (const auto& [name, nodes] : clusters) {
        const auto entrance = std::find_if(nodes.begin(), nodes.end(),
                                           [](const HostEndpoint* node) { return node->poweredOn; });
        QJsonObject cluster =
            entry(shared, entrance == nodes.end() ? *nodes.front() : **entrance, u"cluster"_s, name);
        QJsonObject addresses;
        for (const HostEndpoint* node : nodes)
            addresses[node->computerName.toLower()] = address(*node);
        cluster[u"nodeAddresses"_s] = addresses;
        servers.append(cluster);
    }
    return QJsonDocument(QJsonObject{{u"servers"_s, servers}}).toJson();
}

} // namespace hvgpu::sim
