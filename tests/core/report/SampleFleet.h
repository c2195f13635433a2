#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Activity.h"
#include "core/report/Table.h"

namespace hvgpu::tests {

/// The moment ages count from in these tests.
[[nodiscard]] QDateTime sampleNow();

/// A cluster of a ready node (an SR-IOV GPU with partitions in every state, a paravirtual and a dismounted
/// one) and a node that was never reached; a stand-alone server with data from an hour ago; one never read;
/// and a cluster whose nodes could not be listed.
[[nodiscard]] fleet::FleetSnapshot sampleFleet();

/// Setting the count of a GPU of the cluster node, with a warning, and a stand-alone server that blocks it.
[[nodiscard]] operations::Plan samplePlan();
/// That plan carried out after a fashion, and two VMs that lost their partition.
[[nodiscard]] std::vector<std::shared_ptr<const operations::Activity>> sampleActivities();

/// A table with every kind of cell and every character that makes trouble.
[[nodiscard]] report::Table awkwardTable();

} // namespace hvgpu::tests
