#include "app/composition/DemoFleet.h"

#include "core/base/Clock.h"
#include "core/fleet/HostPort.h"
#include "core/simulation/FleetServer.h"
#include "core/simulation/SimulatedFleet.h"

#include <QRandomGenerator>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::app {
namespace {

base::Secret randomPassword()
{
    QByteArray bytes;
    for (int i = 0; i < 3; ++i)
        bytes += QByteArray::number(QRandomGenerator::system()->generate64(), 36);
    return base::Secret(bytes);
}

} // namespace

struct DemoFleet::Parts
{
    base::SystemClock clock;
    std::shared_ptr<simulation::SimulatedFleet> fleet;
    base::Secret password;
    QString user = u"demo"_s;
    std::unique_ptr<simulation::FleetServer> server; // last: stops before what it serves goes

    [[nodiscard]] simulation::HostEndpoint endpoint(const simulation::FleetMember& member) const
    {
        const auto& endpoints = server->endpoints();
        const auto found = std::ranges::find(endpoints, member.name, &simulation::HostEndpoint::computerName);
        return found != endpoints.end() ? *found : simulation::HostEndpoint();
    }

    [[nodiscard]] fleet::ServerEntry entry(const simulation::FleetMember& member) const
    {
        const simulation::HostEndpoint place = endpoint(member);
        fleet::ServerEntry entry;
        entry.name = place.host;
        entry.port = place.port;
        entry.authentication = fleet::ServerEntry::Authentication::Basic;
        entry.user = user;
        entry.allowInsecureBasic = true; // never leaves this computer
        entry.display = member.cluster.isEmpty() ? member.name : member.cluster;
        entry.kind =
            member.cluster.isEmpty() ? fleet::ServerEntry::Kind::Server : fleet::ServerEntry::Kind::Cluster;
        // Ports change with every start, names do not.
        entry.id = model::EntryId(u"demo:"_s + entry.display.toLower());
        return entry;
    }
};

DemoFleet::DemoFleet(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{}
DemoFleet::~DemoFleet() = default;

base::Result<std::unique_ptr<DemoFleet>> DemoFleet::start(const QString& specification)
{
    auto parts = std::make_unique<Parts>();
    auto fleet = simulation::SimulatedFleet::load(specification, parts->clock);
    if (!fleet)
        return base::fail(fleet.error());
    parts->fleet = *std::move(fleet);
    parts->password = randomPassword();
    simulation::ServerOptions options;
    options.user = parts->user;
    options.password = parts->password;
    auto server = simulation::FleetServer::start(parts->fleet, options);
    if (!server)
        return base::fail(server.error());
    parts->server = *std::move(server);
    return std::unique_ptr<DemoFleet>(new DemoFleet(std::move(parts)));
}

std::vector<fleet::ServerEntry> DemoFleet::entries() const
{
    std::vector<fleet::ServerEntry> entries;
    std::map<QString, std::size_t> clusters;
    std::set<QString> reachable; // clusters whose entry names a node that is on, which can list the others
    for (const simulation::FleetMember& member : m_parts->fleet->members()) {
        if (member.cluster.isEmpty()) {
            entries.push_back(m_parts->entry(member));
            continue;
        }
        const auto [known, isNew] = clusters.try_emplace(member.cluster, entries.size());
        if (isNew)
            entries.push_back(m_parts->entry(member));
        const simulation::HostEndpoint place = m_parts->endpoint(member);
        fleet::ServerEntry& cluster = entries[known->second];
        cluster.nodeAddresses[member.name.toLower()] = fleet::HostPort{place.host, place.port}.toString();
        if (member.poweredOn && reachable.insert(member.cluster).second) {
            cluster.name = place.host;
            cluster.port = place.port;
        }
    }
    return entries;
}

base::Secret DemoFleet::password() const
{
    return m_parts->password;
}

} // namespace hvgpu::app
