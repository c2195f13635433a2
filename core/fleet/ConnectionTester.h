#pragma once

#include "core/base/Clock.h"
#include "core/fleet/ConnectionTest.h"
#include "core/fleet/ServerEntry.h"
#include "core/wmi/Session.h"

#include <chrono>
#include <stop_token>

namespace hvgpu::fleet {

/// Tries @p session stage by stage and stops at the first that fails; later stages count as not tried.
/// No call takes longer than @p deadline. Blocks.
[[nodiscard]] ConnectionTestReport runConnectionTest(wmi::Session& session, const ServerEntry& entry,
                                                     base::Clock& clock, std::chrono::milliseconds deadline,
                                                     const std::stop_token& stop);

} // namespace hvgpu::fleet
