#pragma once

#include "core/base/Result.h"
#include "core/simulation/classes/ClassCatalogue.h"
#include "core/simulation/host/World.h"

#include <vector>

namespace hvgpu::simulation {

/// PutInstance: PartitionCount of a GPU and the private properties of a cluster resource; other classes
/// cannot be written (0x80041024). @p current is the object as it is now.
base::Result<void> write(World& world, std::size_t host, const ClassInfo& info, const cim::Instance& current,
                         const std::vector<cim::Property>& changes);

} // namespace hvgpu::simulation
