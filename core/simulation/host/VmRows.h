#pragma once

#include "core/simulation/host/Row.h"
#include "core/simulation/host/World.h"

namespace hvgpu::simulation {

/// Whether a worker process exists: neither off nor saved.
[[nodiscard]] bool isActive(const Vm& vm);
/// 5, or 25 in a critical state.
[[nodiscard]] std::uint16_t healthOf(const Vm& vm);

/// Puts changed properties over a row; names the class does not have are left out.
void applyChanges(Row& row, const PropertyBag& changes);

/// Msvm_SummaryInformation with every field filled.
[[nodiscard]] Row summaryRow(const ClassInfo& info, const World& world, const Vm& vm);

/// Msvm_ConcreteJob as it stands at @p now: 3 starting, 4 running, then 7 or 10 (wmi.md 2.12).
[[nodiscard]] Row jobRow(const ClassInfo& info, const Host& host, const Job& job, SteadyTime now);

} // namespace hvgpu::simulation
