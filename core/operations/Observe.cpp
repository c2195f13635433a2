#include "core/operations/Observe.h"

#include <algorithm>
#include <unordered_map>

namespace hvgpu::operations {

namespace {

analysis::ObservedHost observeHost(const fleet::HostRecord& record)
{
    analysis::ObservedHost host;
    host.id = record.id;
    host.name = record.displayName;
    host.snapshot = record.snapshot;
    host.lastSuccess = record.lastSuccess;
    host.nodeState = record.nodeState;
    // An error stays with the record while it is being read again.
    if (record.phase == fleet::HostPhase::Failed || record.phase == fleet::HostPhase::Reading)
        host.error = record.lastError;
    host.pending = !record.snapshot && !host.error && record.phase != fleet::HostPhase::Failed;
    return host;
}

analysis::InterruptedChange interruptedChange(const Activity& activity)
{
    analysis::InterruptedChange change;
    change.id = activity.id;
    change.started = activity.startedAt;
    for (const Target& target : activity.plan.targets) {
        if (std::ranges::find(change.hosts, target.host) == change.hosts.end())
            change.hosts.push_back(target.host);
    }
    return change;
}

} // namespace

analysis::ObservedFleet observe(const fleet::FleetSnapshot& fleet,
                                const std::vector<std::shared_ptr<const Activity>>& activities)
{
    analysis::ObservedFleet observed;
    std::unordered_map<model::HostId, const fleet::HostRecord*> records;
    for (const auto& record : fleet.hosts)
        records.emplace(record->id, record.get());
    for (const auto& entry : fleet.entries) {
        analysis::ObservedEntry& seen = observed.entries.emplace_back();
        seen.id = entry->id;
        seen.isCluster = entry->isCluster;
        seen.name = entry->displayName;
        seen.error = entry->expansionError;
        for (const model::HostId& id : entry->hosts) {
            if (const auto place = records.find(id); place != records.end())
                seen.hosts.push_back(observeHost(*place->second));
        }
    }
    for (const auto& activity : activities) {
        if (activity->state == ActivityState::Interrupted)
            observed.interrupted.push_back(interruptedChange(*activity));
    }
    return observed;
}

} // namespace hvgpu::operations
