#include "core/fleet/EntryText.h"
#include "core/fleet/FleetState.h"

#include <algorithm>
#include <utility>

namespace hvgpu::fleet {

namespace {

bool sameEntry(const EntryRecord& a, const EntryRecord& b)
{
    const bool sameError =
        a.expansionError.has_value() == b.expansionError.has_value() &&
        (!a.expansionError || base::describe(*a.expansionError) == base::describe(*b.expansionError));
    return sameError && a.id == b.id && a.isCluster == b.isCluster && a.displayName == b.displayName &&
           a.hosts == b.hosts;
}

} // namespace

bool FleetState::hasChanges() const
{
    return m_entriesDirty || !m_dirty.empty();
}

HostDelta FleetState::deltaOf(const model::HostId& id)
{
    const auto publishedPlace = m_publishedHosts.find(id);
    const std::shared_ptr<const HostRecord> before =
        publishedPlace == m_publishedHosts.end() ? nullptr : publishedPlace->second;
    const auto place = m_hosts.find(id);
    const std::shared_ptr<const HostRecord> after = place == m_hosts.end() ? nullptr : place->second.record;
    if (place == m_hosts.end())
        return diff(before, after);

    const std::optional<SnapshotDiff> made = std::exchange(place->second.diff, std::nullopt);
    const std::shared_ptr<const model::HostSnapshot> base = std::exchange(place->second.diffBase, nullptr);
    const bool usable = made && before && base && before->snapshot == base;
    if (!usable)
        return diff(before, after);
    HostDelta delta;
    delta.id = id;
    delta.before = before;
    delta.after = after;
    delta.stateChanged = true; // a new snapshot has a new age
    delta.gpuShapeChanged = made->gpuShapeChanged;
    delta.vmShapeChanged = made->vmShapeChanged;
    delta.changedGpus = made->changedGpus;
    delta.changedVms = made->changedVms;
    return delta;
}

FleetDelta FleetState::takeDelta(std::size_t maximumHosts)
{
    FleetDelta delta;
    std::deque<model::HostId> later;
    for (const model::HostId& id : m_dirtyOrder) {
        const bool gone = !m_hosts.contains(id);
        if (!gone && delta.hosts.size() >= maximumHosts) {
            later.push_back(id);
            continue;
        }
        m_dirty.erase(id);
        HostDelta change = deltaOf(id);
        if (!change.before && !change.after)
            continue; // came and went between two deltas
        if (change.after)
            m_publishedHosts[id] = change.after;
        else
            m_publishedHosts.erase(id);
        delta.hosts.push_back(std::move(change));
    }
    m_dirtyOrder = std::move(later);
    publish(delta);
    return delta;
}

std::shared_ptr<const EntryRecord> FleetState::publishEntry(const Entry& entry) const
{
    auto record = std::make_shared<EntryRecord>();
    record->id = entry.config.id;
    record->isCluster = entry.config.kind == ServerEntry::Kind::Cluster;
    record->expansionError = entry.expansionError;
    std::copy_if(entry.hosts.begin(), entry.hosts.end(), std::back_inserter(record->hosts),
                 [this](const model::HostId& id) { return m_publishedHosts.contains(id); });
    if (!entry.config.display.isEmpty())
        record->displayName = entry.config.display;
    else if (record->isCluster)
        record->displayName = entry.clusterName.isEmpty() ? entry.config.name : entry.clusterName;
    else
        record->displayName = record->hosts.empty() ? nameWithPort(entry.config)
                                                    : m_publishedHosts.at(record->hosts.front())->displayName;
    return record;
}

void FleetState::publish(FleetDelta& delta)
{
    auto next = std::make_shared<FleetSnapshot>();
    next->generation = m_published->generation + 1;
    next->hosts.reserve(m_publishedHosts.size());
    std::size_t place = 0;
    const auto& before = m_published->entries;
    for (const Entry& entry : m_entries) {
        std::shared_ptr<const EntryRecord> record = publishEntry(entry);
        // A server whose host waits for a later delta waits with it, so that snapshots are complete in
        // themselves.
        if (record->hosts.empty() && !record->isCluster)
            continue;
        if (place < before.size() && sameEntry(*before[place], *record))
            record = before[place];
        else
            delta.entriesChanged = true;
        ++place;
        for (const model::HostId& id : record->hosts)
            next->hosts.push_back(m_publishedHosts.at(id));
        next->entries.push_back(std::move(record));
    }
    delta.entriesChanged = delta.entriesChanged || next->entries.size() != before.size();
    m_entriesDirty = false;
    m_published = next;
    delta.snapshot = std::move(next);
}

} // namespace hvgpu::fleet
