#pragma once

#include "core/fleet/SessionFactory.h"

namespace hvgpu::app {

/// Opens WS-Management sessions for the entries of a server list: the one place where a transport is chosen.
/// The factory may be called from any thread.
[[nodiscard]] fleet::SessionFactory makeSessionFactory();

} // namespace hvgpu::app
