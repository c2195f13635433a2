#pragma once

#include "core/wmi/ConnectionSettings.h"
#include "core/wmi/Session.h"

#include <memory>

namespace hvgpu::com {

/// Whether this system has WMI of its own: Windows.
[[nodiscard]] bool isAvailable();

/// A session to this computer's WMI when settings.host is empty, else to another's by DCOM, with the user
/// and password of the settings or as the current user. Where there is no native WMI, every call of it fails
/// with Unsupported.
[[nodiscard]] std::unique_ptr<wmi::Session> makeSession(const wmi::ConnectionSettings& settings);

} // namespace hvgpu::com
