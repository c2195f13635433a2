#pragma once

#include "core/fleet/SessionFactory.h"

namespace hvgpu::app {

/// Opens sessions for the entries of a server list: the one place where a transport is chosen. The factory
/// may be called from any thread.
[[nodiscard]] fleet::SessionFactory makeSessionFactory();

/// Whether this system can read its own WMI and others' by DCOM: Windows.
[[nodiscard]] bool hasNativeWmi();

} // namespace hvgpu::app
