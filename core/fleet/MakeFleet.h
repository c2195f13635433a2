#pragma once

#include "core/base/Clock.h"
#include "core/fleet/ConnectionDirectory.h"
#include "core/fleet/Fleet.h"
#include "core/fleet/FleetOptions.h"
#include "core/fleet/SessionFactory.h"

#include <memory>

namespace hvgpu::fleet {

/// The fleet that really reads its servers. Lives on the calling thread, which needs an event loop. @p clock
/// must outlive it. @p connections, when there is one, is kept up to date with every host, address and
/// password.
[[nodiscard]] std::unique_ptr<Fleet> makeFleet(SessionFactory sessions, base::Clock& clock,
                                               const FleetOptions& options = {},
                                               std::shared_ptr<ConnectionDirectory> connections = nullptr);

} // namespace hvgpu::fleet
