#pragma once

#include "core/simulation/fleets/JsonReader.h"
#include "core/simulation/host/World.h"

namespace hvgpu::simulation {

/// Reads one entry of "vms" (it may stand for several VMs, see "count") and adds it to the world. @p host is
/// where the VM lives unless the entry names a node.
void readVm(JsonReader& reader, World& world, std::size_t host);

} // namespace hvgpu::simulation
