#pragma once

#include "core/simulation/host/Model.h"

#include <vector>

namespace hvgpu::simulation {

/// The resource settings of a VM besides GPU partitions and assigned devices: what every VM of its generation
/// has, less what was removed, plus what was added, with changes applied. Made on demand; a VM keeps only
/// differences.
[[nodiscard]] std::vector<Component> componentsOf(const Host& host, const Vm& vm);

/// Local id (InstanceID behind "Microsoft:<VM>\") of the memory settings.
[[nodiscard]] QString memoryLocalId();
[[nodiscard]] QString processorLocalId();

} // namespace hvgpu::simulation
