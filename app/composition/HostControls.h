#pragma once

#include "core/base/Clock.h"
#include "core/fleet/ConnectionDirectory.h"
#include "core/fleet/SessionFactory.h"
#include "core/operations/Runner.h"

#include <memory>

namespace hvgpu::app {

/// Controls over sessions of their own, opened as @p connections says at the time. @p clock must outlive the
/// factory and what it makes.
[[nodiscard]] operations::HostControlFactory
makeHostControlFactory(fleet::SessionFactory sessions,
                       std::shared_ptr<const fleet::ConnectionDirectory> connections, base::Clock& clock);

} // namespace hvgpu::app
