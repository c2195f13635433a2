#pragma once

#include "core/analysis/Diagnosis.h"
#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Request.h"

#include <optional>

namespace hvgpu::operations {

/// What would put right what @p diagnosis says, where that can be done safely by a plan; nullopt where a
/// person has to. The plan made of it is reviewed like every other. Pure.
[[nodiscard]] std::optional<Request> remedy(const analysis::Diagnosis& diagnosis,
                                            const fleet::FleetSnapshot& fleet);

} // namespace hvgpu::operations
