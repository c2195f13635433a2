#include "core/fleet/FleetSnapshot.h"

#include <algorithm>

namespace hvgpu::fleet {

std::shared_ptr<const HostRecord> FleetSnapshot::find(const model::HostId& id) const
{
    const auto place =
        std::find_if(hosts.begin(), hosts.end(), [&id](const auto& host) { return host->id == id; });
    return place == hosts.end() ? nullptr : *place;
}

} // namespace hvgpu::fleet
