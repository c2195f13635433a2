#pragma once

#include "core/fleet/SessionFactory.h"
#include "core/wmi/HostGates.h"

#include <memory>

namespace hvgpu::app {

/// The gates of this program: all that it does on a host goes through the same one.
[[nodiscard]] std::shared_ptr<wmi::HostGates> hostGates();

/// Opens sessions for the entries of a server list: the one place where a transport is chosen. The factory
/// may be called from any thread.
[[nodiscard]] fleet::SessionFactory makeSessionFactory(std::shared_ptr<wmi::HostGates> gates = hostGates());

/// Whether this system can read its own WMI and others' by DCOM: Windows.
[[nodiscard]] bool hasNativeWmi();

} // namespace hvgpu::app
