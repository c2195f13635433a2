#pragma once

#include "core/base/Secret.h"
#include "core/fleet/ServerEntry.h"
#include "core/wmi/Session.h"

#include <QString>

#include <functional>
#include <memory>

namespace hvgpu::fleet {

/// Opens a session to one host of an entry at @p address ("host:port", IPv6 in brackets: see HostPort.h).
/// Called from worker threads, several at a time; must not block on the network.
using SessionFactory = std::function<std::unique_ptr<wmi::Session>(
    const ServerEntry& entry, const QString& address, const base::Secret& password)>;

} // namespace hvgpu::fleet
