#include "core/simulation/SimulatedFleet.h"

#include "core/simulation/classes/EmbeddedTexts.h"
#include "core/simulation/fleets/FleetFile.h"
#include "core/simulation/fleets/ScaleFleet.h"
#include "core/simulation/host/HostProvider.h"

#include <QFile>

#include <utility>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

using Worlds = std::vector<std::shared_ptr<World>>;

class LoadedFleet final : public SimulatedFleet
{
public:
    explicit LoadedFleet(const Worlds& worlds)
    {
        for (const auto& world : worlds) {
            for (std::size_t i = 0; i < world->hosts.size(); ++i)
                add(world, i);
        }
    }

    [[nodiscard]] const std::vector<FleetMember>& members() const override { return m_members; }

private:
    void add(const std::shared_ptr<World>& world, std::size_t index)
    {
        FleetMember member;
        member.name = world->hosts[index].name;
        member.cluster = world->cluster ? world->cluster->name : QString();
        member.poweredOn = world->hosts[index].poweredOn;
        member.provider = std::make_shared<HostProvider>(world, index);
        m_members.push_back(std::move(member));
    }

    std::vector<FleetMember> m_members;
};

base::Error loadError(base::ErrorCode code, const QString& target, const QString& detail)
{
    base::Error error;
    error.layer = base::Layer::Local;
    error.code = code;
    error.operation = u"Load simulated fleet"_s;
    error.target = target;
    error.detail = detail;
    return error;
}

QByteArray demoFleet()
{
    for (const EmbeddedText& file : embeddedTexts()) {
        if (QByteArray(file.name) == "demo.json")
            return file.text;
    }
    return {};
}

base::Result<Worlds> readFile(const QString& path, base::Clock& clock)
{
    constexpr qint64 largest = 64 * 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(loadError(base::ErrorCode::Io, path, file.errorString()));
    if (file.size() > largest)
        return base::fail(
            loadError(base::ErrorCode::LimitExceeded, path, u"the file is larger than 64 MiB"_s));
    return readFleetFile(file.readAll(), path, clock);
}

base::Result<Worlds> loadWorlds(const QString& specification, base::Clock& clock)
{
    if (specification == u"demo"_s)
        return readFleetFile(demoFleet(), specification, clock);
    if (!specification.startsWith(u"scale:"_s))
        return readFile(specification, clock);
    const auto scale = parseScale(specification.mid(6));
    if (!scale) {
        return base::fail(loadError(base::ErrorCode::InvalidArgument, specification,
                                    u"expected scale:HOSTSxGPUSxPARTITIONS, at most 10000x64x256"_s));
    }
    return makeScaleFleet(*scale, clock);
}

} // namespace

base::Result<std::shared_ptr<SimulatedFleet>> SimulatedFleet::load(const QString& specification,
                                                                   base::Clock& clock)
{
    const auto worlds = loadWorlds(specification, clock);
    if (!worlds)
        return base::fail(worlds.error());
    return std::make_shared<LoadedFleet>(*worlds);
}

} // namespace hvgpu::simulation
