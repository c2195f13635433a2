#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "ui/details/DetailContent.h"

namespace hvgpu::ui {

/// A GPU pool of a server. An empty name means the dismounted GPUs that are in none; @p pool is null when the
/// server does not have it. @p note is what the list says is wrong with it.
[[nodiscard]] DetailContent describePool(const fleet::HostRecord& host, const QString& name,
                                         const model::GpuPool* pool, const QString& note);

} // namespace hvgpu::ui
