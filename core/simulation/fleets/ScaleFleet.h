#pragma once

#include "core/base/Clock.h"
#include "core/simulation/host/World.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace hvgpu::simulation {

/// How large a made-up fleet is.
struct FleetScale
{
    std::uint32_t hosts = 0;
    std::uint32_t gpusPerHost = 0;
    std::uint16_t partitionsPerGpu = 0;
};

/// Reads "HOSTSxGPUSxPARTITIONS"; nullopt when a number is missing, 0 or out of reason (10000, 64, 256).
[[nodiscard]] std::optional<FleetScale> parseScale(const QString& text);

/// Stand-alone hosts of which every partition of every GPU is used by a running VM of its own.
[[nodiscard]] std::vector<std::shared_ptr<World>> makeScaleFleet(const FleetScale& scale, base::Clock& clock);

} // namespace hvgpu::simulation
