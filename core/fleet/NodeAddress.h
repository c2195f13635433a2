#pragma once

#include "core/fleet/ServerEntry.h"

#include <QString>

namespace hvgpu::fleet {

/// Where to reach a node of a cluster ("host:port"): what the entry says for it, else the node's name with
/// the entry's port, in the domain of the cluster's name when that is fully qualified.
[[nodiscard]] QString nodeAddress(const ServerEntry& cluster, const QString& node);

} // namespace hvgpu::fleet
