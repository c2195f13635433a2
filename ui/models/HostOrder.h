#pragma once

#include "core/fleet/FleetSnapshot.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <vector>

// Where hosts stand in a model that follows the order of a fleet; for the models' source files.
namespace hvgpu::ui {

/// Rank of hosts in the fleet being applied; computed once per snapshot.
class HostOrder
{
public:
    /// Where to insert the host @p id into @p rows, which follow the order of @p fleet.
    template <class Rows, class IdOf>
    [[nodiscard]] std::size_t position(const Rows& rows, const model::HostId& id,
                                       const fleet::FleetSnapshot& fleet, IdOf idOf)
    {
        rank(fleet);
        const int wanted = m_rank.value(id);
        std::size_t at = rows.size(); // from the end: while a fleet loads, hosts arrive almost in order
        while (at > 0 && m_rank.value(idOf(rows[at - 1])) > wanted)
            --at;
        return at;
    }

private:
    void rank(const fleet::FleetSnapshot& fleet)
    {
        if (m_generation == fleet.generation && m_rank.size() == static_cast<qsizetype>(fleet.hosts.size()))
            return;
        m_generation = fleet.generation;
        m_rank.clear();
        for (const auto& host : fleet.hosts)
            m_rank.insert(host->id, static_cast<int>(m_rank.size()));
    }

    QHash<model::HostId, int> m_rank;
    std::uint64_t m_generation = 0;
};

/// Hosts of @p fleet that a model does not have.
template <class ById>
[[nodiscard]] std::vector<std::shared_ptr<const fleet::HostRecord>>
missingHosts(const ById& known, const fleet::FleetSnapshot& fleet)
{
    std::vector<std::shared_ptr<const fleet::HostRecord>> missing;
    for (const auto& host : fleet.hosts)
        if (!known.contains(host->id))
            missing.push_back(host);
    return missing;
}

/// Hosts a model has that are no longer in @p fleet.
template <class ById>
[[nodiscard]] std::vector<model::HostId> surplusHosts(const ById& known, const fleet::FleetSnapshot& fleet)
{
    QSet<model::HostId> present;
    for (const auto& host : fleet.hosts)
        present.insert(host->id);
    std::vector<model::HostId> surplus;
    for (auto one = known.cbegin(); one != known.cend(); ++one)
        if (!present.contains(one.key()))
            surplus.push_back(one.key());
    return surplus;
}

} // namespace hvgpu::ui
