#pragma once

#include "core/simulation/fleets/DeviceModels.h"
#include "core/simulation/fleets/JsonReader.h"
#include "core/simulation/host/World.h"

namespace hvgpu::simulation {

/// Reads one server or node of a fleet file, devices included, virtual machines not.
[[nodiscard]] Host readHost(JsonReader& reader, const DeviceModels& models, base::Clock& clock);

/// Gives a device its place in a host: bus number, location, instance id and memory.
void placeDevice(PciDevice& device, const QString& hostName, std::size_t index);

} // namespace hvgpu::simulation
