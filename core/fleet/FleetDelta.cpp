#include "core/fleet/FleetDelta.h"

#include "core/fleet/SnapshotDiff.h"

#include <utility>

namespace hvgpu::fleet {

namespace {

bool sameError(const std::optional<base::Error>& a, const std::optional<base::Error>& b)
{
    if (a.has_value() != b.has_value())
        return false;
    return !a || base::describe(*a) == base::describe(*b);
}

bool sameState(const HostRecord& a, const HostRecord& b)
{
    return a.snapshot == b.snapshot && a.firstLook == b.firstLook && a.phase == b.phase &&
           a.displayName == b.displayName && a.address == b.address && a.nodeState == b.nodeState &&
           a.inCluster == b.inCluster && a.lastSuccess == b.lastSuccess && a.lastAttempt == b.lastAttempt &&
           a.consecutiveFailures == b.consecutiveFailures && sameError(a.lastError, b.lastError);
}

} // namespace

HostDelta diff(const std::shared_ptr<const HostRecord>& before,
               const std::shared_ptr<const HostRecord>& after)
{
    HostDelta delta;
    delta.before = before;
    delta.after = after;
    if (!before || !after) {
        delta.kind = before ? HostDelta::Kind::Removed : HostDelta::Kind::Added;
        if (const HostRecord* known = before ? before.get() : after.get())
            delta.id = known->id;
        return delta;
    }
    delta.id = after->id;
    delta.stateChanged = !sameState(*before, *after);
    SnapshotDiff changes = diffSnapshots(before->snapshot.get(), after->snapshot.get());
    delta.gpuShapeChanged = changes.gpuShapeChanged;
    delta.vmShapeChanged = changes.vmShapeChanged;
    delta.changedGpus = std::move(changes.changedGpus);
    delta.changedVms = std::move(changes.changedVms);
    return delta;
}

} // namespace hvgpu::fleet
