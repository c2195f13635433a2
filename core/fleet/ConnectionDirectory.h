#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"
#include "core/fleet/ServerEntry.h"

#include <QString>

#include <mutex>
#include <unordered_map>

namespace hvgpu::fleet {

/// How one host is reached: what its entry says, the address in use and the password of this session.
struct HostConnection
{
    ServerEntry entry;
    QString address;
    base::Secret password;
};

/// Where the hosts of the fleet are and with which account they are read, for whoever opens a connection of
/// its own to one of them. Kept by the fleet, asked by workers, and valid for as long as somebody shares it.
/// Thread-safe.
class ConnectionDirectory
{
public:
    void set(const model::HostId& host, HostConnection connection);
    void forget(const model::HostId& host);
    /// Errors: NotFound when the host is not (or no longer) in the list.
    [[nodiscard]] base::Result<HostConnection> find(const model::HostId& host) const;

private:
    mutable std::mutex m_mutex;
    std::unordered_map<model::HostId, HostConnection> m_connections;
};

} // namespace hvgpu::fleet
