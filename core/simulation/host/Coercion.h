#pragma once

#include "core/cim/Value.h"
#include "core/simulation/CimProvider.h"

#include <optional>

namespace hvgpu::simulation {

/// The value in the declared type. WS-Management carries no types, so text and one-element arrays are
/// converted; nullopt when it cannot be done without loss.
[[nodiscard]] std::optional<cim::Value> coerce(const PropertyDeclaration& declaration,
                                               const cim::Value& value);

} // namespace hvgpu::simulation
