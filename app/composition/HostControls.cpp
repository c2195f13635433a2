#include "app/composition/HostControls.h"

#include "core/hyperv/WmiHostControl.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::app {
namespace {

base::Error noTransport(const fleet::HostConnection& connection)
{
    base::Error error;
    error.layer = base::Layer::Connect;
    error.code = base::ErrorCode::Unsupported;
    error.operation = u"Connect"_s;
    error.host = connection.address;
    error.detail = u"no session can be made with these settings"_s;
    return error;
}

} // namespace

operations::HostControlFactory
makeHostControlFactory(fleet::SessionFactory sessions,
                       std::shared_ptr<const fleet::ConnectionDirectory> connections, base::Clock& clock)
{
    return [sessions = std::move(sessions), connections = std::move(connections),
            &clock](const model::HostId& host) -> base::Result<std::unique_ptr<hyperv::HostControl>> {
        auto known = connections->find(host);
        if (!known)
            return base::fail(known.error());
        // Asked for again at each connection, as a password may be put right while a plan runs; but a server
        // that was taken from the list meanwhile must not keep its VMs off.
        hyperv::SessionMaker maker =
            [sessions, connections, host,
             last = *std::move(known)]() mutable -> base::Result<std::unique_ptr<wmi::Session>> {
            last = connections->find(host).value_or(std::move(last));
            auto session = sessions(last.entry, last.address, last.password);
            if (!session)
                return base::fail(noTransport(last));
            return session;
        };
        return std::make_unique<hyperv::WmiHostControl>(std::move(maker), clock);
    };
}

} // namespace hvgpu::app
