#pragma once

#include "core/fleet/FleetSnapshot.h"

namespace hvgpu::tests {

/// A fixed moment for everything that has an age.
[[nodiscard]] QDateTime sampleNow();

/// An NVIDIA A2 in four partitions: partition 0 held by the running VM "cad-01", one more assigned to
/// "cad-02", which is off.
[[nodiscard]] model::Gpu partitionedGpu();
/// A client card whose capacities are placeholders.
[[nodiscard]] model::Gpu paravirtualGpu();
/// A card without a driver.
[[nodiscard]] model::Gpu undrivenGpu();
[[nodiscard]] std::vector<model::VirtualMachine> sampleVms();

/// A host that was read one minute before sampleNow().
[[nodiscard]] fleet::HostRecord readyHost(const QString& name, std::vector<model::Gpu> gpus);
/// A host that refuses the credentials; with data of two hours ago when @p stale.
[[nodiscard]] fleet::HostRecord failedHost(const QString& name, bool stale);
/// One entry per host.
[[nodiscard]] std::shared_ptr<const fleet::FleetSnapshot> fleetOf(std::vector<fleet::HostRecord> hosts,
                                                                  std::uint64_t generation = 1);
/// hv01 with an A2 and a card without driver, hv02 paravirtual, hv03 failed, hv04 stale.
[[nodiscard]] std::shared_ptr<const fleet::FleetSnapshot> sampleFleet();

} // namespace hvgpu::tests
