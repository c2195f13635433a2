#pragma once

#include "core/base/Result.h"
#include "core/simulation/FleetServer.h"

#include <QString>

#include <optional>
#include <variant>

namespace hvgpu::sim {

/// What the command line asks for.
struct Options
{
    QString fleet;
    simulation::ServerOptions server;
    QString serversFile;     ///< where to write the server list; empty: nowhere
    QString certificateFile; ///< where to write the certificate in use, for clients; empty: nowhere
    unsigned timeFactor = 1; ///< how many times as fast as usual the hosts work
};

/// Reads the command line; an int is the exit code to leave with at once (help, version, usage error).
[[nodiscard]] std::variant<Options, int> parseArguments(int argc, char** argv);

} // namespace hvgpu::sim
