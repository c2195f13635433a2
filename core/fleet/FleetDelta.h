#pragma once

#include "core/fleet/FleetSnapshot.h"

#include <memory>
#include <vector>

namespace hvgpu::fleet {

/// What changed in one host between two records, as ranges a model can apply.
struct HostDelta
{
    enum class Kind { Added, Removed, Changed };

    Kind kind = Kind::Changed;
    model::HostId id;
    std::shared_ptr<const HostRecord> before; ///< null when added
    std::shared_ptr<const HostRecord> after;  ///< null when removed
    bool stateChanged = false;                ///< phase, error, age, name, node state
    bool gpuShapeChanged = false; ///< GPUs added, removed or reordered, or a GPU's number of partition rows
    bool vmShapeChanged = false;  ///< VMs added, removed or reordered
    std::vector<int> changedGpus; ///< indexes into after->snapshot->gpus, when the shape is the same
    std::vector<int> changedVms;  ///< indexes into after->snapshot->vms, when the shape is the same
};

/// What changed since the previous signal.
struct FleetDelta
{
    std::shared_ptr<const FleetSnapshot> snapshot; ///< the fleet after the change
    bool entriesChanged = false;                   ///< the server list or a cluster's nodes changed
    std::vector<HostDelta> hosts;

    [[nodiscard]] bool isEmpty() const { return !entriesChanged && hosts.empty(); }
};

/// Compares two records of the same host field by field. Pure.
[[nodiscard]] HostDelta diff(const std::shared_ptr<const HostRecord>& before,
                             const std::shared_ptr<const HostRecord>& after);

} // namespace hvgpu::fleet
