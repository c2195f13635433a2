#pragma once

#include "core/base/Result.h"
#include "core/simulation/host/World.h"
#include "core/simulation/wql/Query.h"

#include <vector>

namespace hvgpu::simulation {

/// Answers ASSOCIATORS OF and REFERENCES OF. Call under the lock of the world.
[[nodiscard]] base::Result<std::vector<cim::Instance>>
traverse(const World& world, std::size_t host, const QString& nameSpace, const wql::Query& query);

} // namespace hvgpu::simulation
