#include "core/fleet/FleetState.h"

#include "core/base/UtcTime.h"
#include "core/fleet/EntryText.h"
#include "core/fleet/HostPort.h"
#include "core/fleet/NodeAddress.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace hvgpu::fleet {

namespace {

void remove(std::vector<model::HostId>& list, const model::HostId& id)
{
    list.erase(std::remove(list.begin(), list.end(), id), list.end());
}

} // namespace

FleetState::FleetState()
    : m_published(std::make_shared<const FleetSnapshot>())
{}

FleetState::Entry* FleetState::find(const model::EntryId& id)
{
    const auto place = m_places.find(id);
    return place == m_places.end() ? nullptr : &m_entries[place->second];
}

const FleetState::Entry* FleetState::find(const model::EntryId& id) const
{
    return const_cast<FleetState*>(this)->find(id); // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

const ServerEntry* FleetState::entry(const model::EntryId& id) const
{
    const Entry* entry = find(id);
    return entry == nullptr ? nullptr : &entry->config;
}

std::vector<ServerEntry> FleetState::entries() const
{
    std::vector<ServerEntry> list;
    list.reserve(m_entries.size());
    for (const Entry& entry : m_entries)
        list.push_back(entry.config);
    return list;
}

std::vector<model::HostId> FleetState::hosts() const
{
    std::vector<model::HostId> list;
    for (const Entry& entry : m_entries)
        list.insert(list.end(), entry.hosts.begin(), entry.hosts.end());
    return list;
}

std::vector<model::HostId> FleetState::hosts(const model::EntryId& id) const
{
    const Entry* entry = find(id);
    return entry == nullptr ? std::vector<model::HostId>() : entry->hosts;
}

std::shared_ptr<const HostRecord> FleetState::host(const model::HostId& id) const
{
    const auto place = m_hosts.find(id);
    return place == m_hosts.end() ? nullptr : place->second.record;
}

void FleetState::markDirty(const model::HostId& id)
{
    if (m_dirty.insert(id).second)
        m_dirtyOrder.push_back(id);
}

void FleetState::replace(const model::HostId& id, HostRecord record)
{
    m_hosts[id].record = std::make_shared<const HostRecord>(std::move(record));
    markDirty(id);
}

void FleetState::addHost(Entry& entry, HostRecord record, HostChanges& changes)
{
    const model::HostId id = record.id;
    entry.hosts.push_back(id);
    replace(id, std::move(record));
    changes.added.push_back(id);
    m_entriesDirty = true;
}

void FleetState::removeHost(const model::HostId& id, HostChanges& changes)
{
    m_hosts.erase(id);
    markDirty(id);
    changes.removed.push_back(id);
    m_entriesDirty = true;
}

void FleetState::setPasswordSaved(const model::EntryId& id, bool saved)
{
    Entry* entry = find(id);
    if (entry == nullptr)
        return;
    entry->config.passwordSaved = saved;
    entry->config.savedUnderId = false;
}

FleetState::HostChanges FleetState::putEntry(const ServerEntry& config)
{
    HostChanges changes;
    m_entriesDirty = true;
    Entry* entry = find(config.id);
    if (entry != nullptr && entry->config.kind != config.kind) {
        changes = removeEntry(config.id);
        entry = nullptr;
    }
    if (entry == nullptr) {
        m_places.emplace(config.id, m_entries.size());
        entry = &m_entries.emplace_back();
    }
    entry->config = config;
    if (config.kind == ServerEntry::Kind::Server && entry->hosts.empty()) {
        HostRecord record;
        record.id = model::HostId(config.id.text());
        record.entry = config.id;
        addHost(*entry, std::move(record), changes);
    }
    for (const model::HostId& id : entry->hosts) {
        HostRecord record = *m_hosts.at(id).record;
        record.firstLook.reset(); // may be of another computer
        const QString address = record.inCluster ? nodeAddress(config, record.displayName)
                                                 : HostPort{config.name, config.port}.toString();
        record.address = urlOf(config, address);
        record.passwordInClear = sendsPasswordInClear(config);
        if (!record.inCluster)
            renameServer(record);
        replace(id, std::move(record));
    }
    return changes;
}

FleetState::HostChanges FleetState::removeEntry(const model::EntryId& id)
{
    HostChanges changes;
    const Entry* entry = find(id);
    if (entry == nullptr)
        return changes;
    for (const model::HostId& host : entry->hosts)
        removeHost(host, changes);
    m_entries.erase(m_entries.begin() + (entry - m_entries.data()));
    m_places.clear();
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        m_places.emplace(m_entries[i].config.id, i);
    m_entriesDirty = true;
    return changes;
}

void FleetState::renameServer(HostRecord& record) const
{
    const ServerEntry* config = entry(record.entry);
    if (config == nullptr || record.inCluster)
        return;
    record.displayName = config->display.isEmpty() ? nameWithPort(*config) : config->display;
    // An address, "localhost" or what has a port of its own tells people little once the host has said its
    // name.
    const bool saysLittle = isAddressLiteral(config->name) ||
                            config->transport == ServerEntry::Transport::Local ||
                            record.displayName != config->name;
    if (config->display.isEmpty() && saysLittle && record.snapshot &&
        !record.snapshot->host.computerName.isEmpty())
        record.displayName = record.snapshot->host.computerName;
}

FleetState::HostChanges FleetState::setNodes(const model::EntryId& id, const model::ClusterFacts& cluster,
                                             bool complete)
{
    HostChanges changes;
    Entry* entry = find(id);
    if (entry == nullptr)
        return changes;
    if (!cluster.name.isEmpty() && entry->clusterName != cluster.name) {
        entry->clusterName = cluster.name;
        m_entriesDirty = true;
    }
    std::unordered_set<model::HostId> named;
    for (const model::ClusterNode& node : cluster.nodes) {
        const model::HostId host(id.text() + u'/' + node.name.toLower());
        named.insert(host);
        const auto known = m_hosts.find(host);
        HostRecord record = known == m_hosts.end() ? HostRecord() : *known->second.record;
        record.id = host;
        record.entry = id;
        record.inCluster = true;
        record.address = urlOf(entry->config, nodeAddress(entry->config, node.name));
        record.passwordInClear = sendsPasswordInClear(entry->config);
        if (known == m_hosts.end()) {
            record.displayName = node.name;
            record.nodeState = node.state;
            addHost(*entry, std::move(record), changes);
        } else if (record.displayName != node.name || record.nodeState != node.state) {
            record.displayName = node.name;
            record.nodeState = node.state;
            replace(host, std::move(record));
        }
    }
    const std::vector<model::HostId> before = entry->hosts;
    for (const model::HostId& host : before) {
        if (!complete || named.contains(host))
            continue;
        remove(entry->hosts, host);
        removeHost(host, changes);
    }
    std::sort(entry->hosts.begin(), entry->hosts.end());
    return changes;
}

void FleetState::setExpansionError(const model::EntryId& id, std::optional<base::Error> error)
{
    Entry* entry = find(id);
    if (entry == nullptr || (!entry->expansionError && !error))
        return;
    entry->expansionError = std::move(error);
    m_entriesDirty = true;
}

bool FleetState::hasExpansionError(const model::EntryId& id) const
{
    const Entry* entry = find(id);
    return entry != nullptr && entry->expansionError.has_value();
}

void FleetState::beginReading(const model::HostId& id)
{
    const auto place = m_hosts.find(id);
    if (place == m_hosts.end() || place->second.record->phase == HostPhase::Reading)
        return;
    place->second.phaseBeforeReading = place->second.record->phase;
    HostRecord record = *place->second.record;
    record.phase = HostPhase::Reading;
    replace(id, std::move(record));
}

void FleetState::setFirstLook(const FirstLookAt& look)
{
    const auto place = m_hosts.find(look.host);
    if (place == m_hosts.end())
        return;
    HostRecord record = *place->second.record;
    if (record.phase != HostPhase::Reading || record.snapshot)
        return;
    record.firstLook = look.look;
    place->second.record = std::make_shared<const HostRecord>(std::move(record));
    // Before the hosts of which there is nothing to see yet.
    if (m_dirty.insert(look.host).second)
        m_dirtyOrder.push_front(look.host);
}

bool FleetState::hasData() const
{
    return std::ranges::any_of(m_hosts,
                               [](const auto& host) { return host.second.record->snapshot != nullptr; });
}

void FleetState::apply(const ReadOutcome& outcome)
{
    const auto place = m_hosts.find(outcome.id);
    if (place == m_hosts.end())
        return;
    Host& host = place->second;
    HostRecord record = *host.record;
    record.firstLook.reset();
    if (outcome.error && outcome.error->code == base::ErrorCode::Cancelled) {
        record.phase = host.phaseBeforeReading;
        return replace(outcome.id, std::move(record));
    }
    record.lastAttempt = base::toUtc(outcome.attempted);
    if (outcome.error) {
        record.phase = HostPhase::Failed;
        record.lastError = outcome.error;
        ++record.consecutiveFailures;
        return replace(outcome.id, std::move(record));
    }
    // A diff made from data that was never published cannot be handed on: takeDelta() compares again.
    const bool first = !host.diff.has_value();
    host.diff = first ? std::optional(outcome.diff) : SnapshotDiff();
    host.diffBase = first ? outcome.previous : nullptr;
    record.phase = HostPhase::Ready;
    record.snapshot = outcome.snapshot;
    record.lastError.reset();
    record.lastSuccess = outcome.snapshot->takenAt;
    record.consecutiveFailures = 0;
    renameServer(record);
    replace(outcome.id, std::move(record));
}

} // namespace hvgpu::fleet
