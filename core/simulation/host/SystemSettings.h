#pragma once

#include "core/simulation/host/Embedded.h"
#include "core/simulation/host/World.h"

#include <memory>
#include <optional>

namespace hvgpu::simulation {

/// Whether ModifySystemSettings takes the changes: read-only members and MMIO gaps out of range give 32773,
/// what needs the VM off 32775 (wmi.md 2.8, wsman.md 2.5).
[[nodiscard]] std::optional<JobFailure> checkSystemSettings(const Vm& vm, const EmbeddedSettings& settings);
void applySystemSettings(Vm& vm, const EmbeddedSettings& settings);

/// A VM as DefineSystem makes it.
[[nodiscard]] std::unique_ptr<Vm> newVm(World& world, std::size_t host, const EmbeddedSettings& settings);

} // namespace hvgpu::simulation
