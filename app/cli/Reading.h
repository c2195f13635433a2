#pragma once

#include "app/cli/Arguments.h"
#include "app/cli/Collector.h"
#include "core/base/Clock.h"
#include "core/fleet/ConnectionDirectory.h"
#include "core/fleet/FleetOptions.h"

#include <memory>
#include <variant>

namespace hvgpu::cli {

/// The servers of the command line as they were read, with what it takes to talk to them again.
struct Reading
{
    Servers servers; ///< keeps a demo fleet alive
    std::unique_ptr<fleet::Fleet> fleet;
    std::shared_ptr<fleet::ConnectionDirectory> connections;
    std::shared_ptr<const fleet::FleetSnapshot> snapshot;
    Readings readings;

    /// What the program ends with when everything else went well. A simulated outage is a part of the show.
    [[nodiscard]] ExitCode exitCode() const
    {
        if (servers.demo || (readings.failed == 0 && readings.partly == 0))
            return Success;
        return readings.read > 0 ? SomeUnreachable : Failure;
    }
};

/// What the command line says about how servers are talked to.
[[nodiscard]] fleet::FleetOptions fleetOptions(const Arguments& arguments);

/// Reads the servers once and says which could not be read. Failure or Interrupted, explained, when there is
/// nothing to go on with. @p clock must outlive what is returned.
[[nodiscard]] std::variant<Reading, ExitCode> readServers(const Arguments& arguments, base::Clock& clock,
                                                          Interrupt& interrupt);

} // namespace hvgpu::cli
