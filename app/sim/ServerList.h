#pragma once

#include "core/simulation/FleetServer.h"

#include <QByteArray>

namespace hvgpu::sim {

/// The endpoints as a server list for `hvgpu --servers` (JSON): one entry per stand-alone server and one per
/// cluster, which is reached through its first powered-on node and knows the addresses of all. @p caFile:
/// path of the certificate clients are to trust; empty: none.
[[nodiscard]] QByteArray writeServerList(const std::vector<simulation::HostEndpoint>& endpoints,
                                         const simulation::ServerOptions& options, const QString& caFile);

} // namespace hvgpu::sim
