#include "core/fleet/HostChannel.h"

#include "core/hyperv/ClusterReader.h"
#include "core/hyperv/HostReader.h"

#include <utility>

namespace hvgpu::fleet {

namespace {

class WmiChannel final : public HostChannel
{
public:
    WmiChannel(std::unique_ptr<wmi::Session> session, base::Clock& clock)
        : m_session(std::move(session))
        , m_clock(clock)
    {}

    base::Result<model::HostSnapshot> readHost(const hyperv::ReadOptions& options) override
    {
        return hyperv::HostReader(*m_session, m_clock).read(options);
    }

    base::Result<model::ClusterFacts> readNodes(const hyperv::ReadOptions& options) override
    {
        return hyperv::readCluster(*m_session, m_clock, options);
    }

private:
    std::unique_ptr<wmi::Session> m_session;
    base::Clock& m_clock;
};

} // namespace

ChannelFactory wmiChannels(SessionFactory sessions, base::Clock& clock)
{
    return [sessions = std::move(sessions), &clock](const Target& target) -> std::unique_ptr<HostChannel> {
        std::unique_ptr<wmi::Session> session = sessions(target.entry, target.address, target.password);
        if (!session)
            return nullptr;
        return std::make_unique<WmiChannel>(std::move(session), clock);
    };
}

} // namespace hvgpu::fleet
