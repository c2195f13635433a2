#include "core/simulation/fleets/FleetFile.h"

#include "core/simulation/fleets/DeviceModels.h"
#include "core/simulation/fleets/HostReader.h"
#include "core/simulation/fleets/VmReader.h"

#include <QJsonDocument>
#include <QSet>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

using Worlds = std::vector<std::shared_ptr<World>>;

base::Error fileError(const QString& source, const QString& detail)
{
    base::Error error;
    error.layer = base::Layer::Local;
    error.code = base::ErrorCode::InvalidArgument;
    error.operation = u"Read fleet file"_s;
    error.target = source;
    error.detail = detail;
    return error;
}

void readVms(JsonReader& reader, World& world, std::size_t host)
{
    for (JsonReader& entry : reader.objects(u"vms"_s))
        readVm(entry, world, host);
}

std::shared_ptr<World> readCluster(JsonReader& reader, const DeviceModels& models, base::Clock& clock)
{
    auto world = std::make_shared<World>(clock);
    world->cluster = Cluster{reader.requiredText(u"name"_s), reader.text(u"domain"_s)};
    auto nodes = reader.objects(u"nodes"_s);
    if (nodes.empty())
        reader.report(u"nodes"_s, u"is required"_s);
    for (JsonReader& node : nodes) {
        world->hosts.push_back(readHost(node, models, clock));
        world->hosts.back().domain = world->cluster->domain;
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        readVms(nodes[i], *world, i);
        nodes[i].finish();
    }
    if (!nodes.empty())
        readVms(reader, *world, 0);
    reader.finish();
    return world;
}

std::shared_ptr<World> readServer(JsonReader& reader, const DeviceModels& models, base::Clock& clock)
{
    auto world = std::make_shared<World>(clock);
    world->hosts.push_back(readHost(reader, models, clock));
    readVms(reader, *world, 0);
    reader.finish();
    return world;
}

void checkNames(const Worlds& worlds, QString& problem)
{
    QSet<QString> names;
    for (const auto& world : worlds) {
        for (const Host& host : world->hosts) {
            if (names.contains(host.name.toLower()) && problem.isEmpty())
                problem = u"there are two servers named '%1'"_s.arg(host.name);
            names.insert(host.name.toLower());
        }
    }
}

} // namespace

base::Result<Worlds> readFleetFile(const QByteArray& json, const QString& source, base::Clock& clock)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (!document.isObject()) {
        const QString detail = parseError.error == QJsonParseError::NoError
                                   ? u"the file must hold one JSON object"_s
                                   : parseError.errorString();
        return base::fail(fileError(source, u"%1 (byte %2)"_s.arg(detail).arg(parseError.offset)));
    }
    QString problem;
    JsonReader reader(document.object(), {}, problem);
    DeviceModels models = DeviceModels::builtIn();
    models.read(reader);
    Worlds worlds;
    for (JsonReader& cluster : reader.objects(u"clusters"_s))
        worlds.push_back(readCluster(cluster, models, clock));
    for (JsonReader& server : reader.objects(u"servers"_s))
        worlds.push_back(readServer(server, models, clock));
    reader.finish();
    checkNames(worlds, problem);
    if (problem.isEmpty() && worlds.empty())
        problem = u"there are no clusters and no servers"_s;
    if (!problem.isEmpty())
        return base::fail(fileError(source, problem));
    return worlds;
}

} // namespace hvgpu::simulation
