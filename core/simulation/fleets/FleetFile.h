#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/simulation/host/World.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace hvgpu::simulation {

/// The worlds a fleet file describes: its clusters, then its servers. @p source names the file in errors. The
/// format is documented in core/simulation/README.md.
[[nodiscard]] base::Result<std::vector<std::shared_ptr<World>>>
readFleetFile(const QByteArray& json, const QString& source, base::Clock& clock);

} // namespace hvgpu::simulation
