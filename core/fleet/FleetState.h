#pragma once

#include "core/fleet/FirstLooks.h"
#include "core/fleet/FleetDelta.h"
#include "core/fleet/Refresher.h"
#include "core/fleet/ServerEntry.h"

#include <deque>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace hvgpu::fleet {

/// What is known of the fleet, and what of it has been published. Changes pile up here and leave as deltas of
/// bounded size. A plain object of one thread; no I/O, no clock.
class FleetState
{
public:
    /// Hosts that came and went with a change.
    struct HostChanges
    {
        std::vector<model::HostId> added;
        std::vector<model::HostId> removed;
    };

    FleetState();

    /// Adds or replaces an entry. A stand-alone server has its one host at once, a cluster keeps the nodes it
    /// had and gets others by setNodes().
    HostChanges putEntry(const ServerEntry& config);
    HostChanges removeEntry(const model::EntryId& id);
    void setPasswordSaved(const model::EntryId& id, bool saved);
    [[nodiscard]] const ServerEntry* entry(const model::EntryId& id) const;
    [[nodiscard]] std::vector<ServerEntry> entries() const;

    /// The nodes of a cluster. With @p complete nodes that are not named go; else they only come.
    HostChanges setNodes(const model::EntryId& id, const model::ClusterFacts& cluster, bool complete);
    void setExpansionError(const model::EntryId& id, std::optional<base::Error> error);
    [[nodiscard]] bool hasExpansionError(const model::EntryId& id) const;

    [[nodiscard]] std::vector<model::HostId> hosts() const;
    [[nodiscard]] std::vector<model::HostId> hosts(const model::EntryId& id) const;
    /// The latest record, published or not; null when unknown.
    [[nodiscard]] std::shared_ptr<const HostRecord> host(const model::HostId& id) const;

    void beginReading(const model::HostId& id);
    /// Of a host that is being read and has no data yet.
    void setFirstLook(const FirstLookAt& look);
    /// Whether data of any host is known.
    [[nodiscard]] bool hasData() const;
    /// Takes over how a read of a host ended: new data, or the error beside the last known data. Cancelled is
    /// neither a success nor a failure.
    void apply(const ReadOutcome& outcome);

    [[nodiscard]] bool hasChanges() const;
    /// The next part of what changed since the last call: every removal and at most @p maximumHosts others.
    [[nodiscard]] FleetDelta takeDelta(std::size_t maximumHosts);
    [[nodiscard]] const std::shared_ptr<const FleetSnapshot>& published() const { return m_published; }

private:
    struct Entry
    {
        ServerEntry config;
        QString clusterName;
        std::optional<base::Error> expansionError;
        std::vector<model::HostId> hosts;
    };
    struct Host
    {
        std::shared_ptr<const HostRecord> record;
        HostPhase phaseBeforeReading = HostPhase::NeverRead;
        std::shared_ptr<const model::HostSnapshot> diffBase; ///< what diff was made from
        std::optional<SnapshotDiff> diff;                    ///< made by a worker for the present snapshot
    };

    [[nodiscard]] Entry* find(const model::EntryId& id);
    [[nodiscard]] const Entry* find(const model::EntryId& id) const;
    void addHost(Entry& entry, HostRecord record, HostChanges& changes);
    void removeHost(const model::HostId& id, HostChanges& changes);
    void replace(const model::HostId& id, HostRecord record);
    void markDirty(const model::HostId& id);
    void renameServer(HostRecord& record) const;
    [[nodiscard]] HostDelta deltaOf(const model::HostId& id);
    void publish(FleetDelta& delta);
    [[nodiscard]] std::shared_ptr<const EntryRecord> publishEntry(const Entry& entry) const;

    std::vector<Entry> m_entries;
    std::unordered_map<model::EntryId, std::size_t> m_places; ///< in m_entries
    std::unordered_map<model::HostId, Host> m_hosts;
    std::unordered_map<model::HostId, std::shared_ptr<const HostRecord>> m_publishedHosts;
    std::deque<model::HostId> m_dirtyOrder;
    std::unordered_set<model::HostId> m_dirty;
    bool m_entriesDirty = false;
    std::shared_ptr<const FleetSnapshot> m_published;
};

} // namespace hvgpu::fleet
