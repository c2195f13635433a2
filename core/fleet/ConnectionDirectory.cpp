#include "core/fleet/ConnectionDirectory.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::fleet {

void ConnectionDirectory::set(const model::HostId& host, HostConnection connection)
{
    const std::lock_guard lock(m_mutex);
    m_connections.insert_or_assign(host, std::move(connection));
}

void ConnectionDirectory::forget(const model::HostId& host)
{
    const std::lock_guard lock(m_mutex);
    m_connections.erase(host);
}

base::Result<HostConnection> ConnectionDirectory::find(const model::HostId& host) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_connections.find(host);
    if (known != m_connections.end())
        return known->second;
    base::Error error;
    error.layer = base::Layer::Connect;
    error.code = base::ErrorCode::NotFound;
    error.host = host.text();
    error.operation = u"Connect"_s;
    error.target = host.text();
    error.detail = u"the server is not in the list, or its cluster has not named it"_s;
    return base::fail(error);
}

} // namespace hvgpu::fleet
