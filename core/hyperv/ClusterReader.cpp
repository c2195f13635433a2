#include "core/hyperv/ClusterReader.h"

#include "core/hyperv/Fields.h"
#include "core/hyperv/Queries.h"

#include <algorithm>
#include <utility>

namespace hvgpu::hyperv {

namespace {

/// MSCluster_Node.State; −1 (also as 4294967295) and anything new are unknown.
model::NodeState nodeState(std::optional<std::int64_t> state)
{
    switch (state.value_or(-1)) {
    case 0:
        return model::NodeState::Up;
    case 1:
        return model::NodeState::Down;
    case 2:
        return model::NodeState::Paused;
    case 3:
        return model::NodeState::Joining;
    default:
        return model::NodeState::Unknown;
    }
}

constexpr std::uint32_t drainInProgress = 1;
constexpr std::uint32_t statusIsolated = 1;
constexpr std::uint32_t statusQuarantined = 2;

} // namespace

model::ClusterFacts clusterFacts(const std::vector<cim::Instance>& clusterRows,
                                 const std::vector<cim::Instance>& nodeRows, ReadContext& context)
{
    model::ClusterFacts cluster;
    if (!clusterRows.empty()) {
        const Fields fields(clusterRows.front(), model::Part::Cluster, {}, context);
        cluster.name = fields.text(u"Name");
        cluster.functionalLevel = fields.u32(u"ClusterFunctionalLevel");
    }
    for (const cim::Instance& row : nodeRows) {
        model::ClusterNode node;
        node.name = row.value(u"Name").toString().value_or(QString());
        if (node.name.isEmpty())
            continue;
        const Fields fields(row, model::Part::Cluster, node.name, context);
        node.state = nodeState(row.value(u"State").toInt64());
        node.draining = fields.u32(u"NodeDrainStatus") == drainInProgress;
        const std::optional<std::uint32_t> status = fields.u32(u"StatusInformation");
        node.isolated = status == statusIsolated;
        node.quarantined = status == statusQuarantined;
        cluster.nodes.push_back(std::move(node));
    }
    std::sort(cluster.nodes.begin(), cluster.nodes.end(),
              [](const auto& a, const auto& b) { return a.name.compare(b.name, Qt::CaseInsensitive) < 0; });
    return cluster;
}

base::Result<model::ClusterFacts> readCluster(wmi::Session& session, base::Clock& clock,
                                              const ReadOptions& options)
{
    Conversation conversation(session, clock, options);
    const base::Result<Conversation::Rows> cluster = conversation.tryRows(queries::cluster());
    if (!cluster)
        return base::fail(cluster.error());
    const base::Result<Conversation::Rows> nodes = conversation.tryRows(queries::clusterNodes());
    if (!nodes)
        return base::fail(nodes.error());
    ReadContext context;
    return clusterFacts(*cluster, *nodes, context);
}

} // namespace hvgpu::hyperv
