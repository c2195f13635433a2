#pragma once

#include "core/analysis/ObservedFleet.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace hvgpu::analysis {

/// Partitions that can stand in for one another: of the same GPU model, cut into the same number.
struct PartitionKind
{
    std::uint16_t vendorId = 0;
    std::uint16_t deviceId = 0;
    std::uint32_t subsystemId = 0;
    std::uint16_t partitionCount = 0;

    friend auto operator<=>(const PartitionKind&, const PartitionKind&) = default;
};
[[nodiscard]] std::optional<PartitionKind> partitionKind(const model::Gpu& gpu);

/// What losing one node would mean for the virtual machines of the cluster that have partitions on it.
struct NodeLoss
{
    QString node;
    int needed = 0;         ///< partitions of clustered virtual machines on it
    int missing = 0;        ///< of these, how many would find none free on the nodes that are up
    bool needsKnown = true; ///< false: a list of the node was not read; it may need more
    bool roomKnown = true;  ///< false: a list of another node was not read; less may be missing

    [[nodiscard]] bool isKnown() const { return needsKnown && roomKnown; }
    [[nodiscard]] bool isShort() const { return missing > 0 && roomKnown; }
    friend bool operator==(const NodeLoss&, const NodeLoss&) = default;
};

/// The loss of each node in turn (row 111 of the peers' table: N-1). Pure.
[[nodiscard]] std::vector<NodeLoss> nodeLosses(const ObservedEntry& cluster);

} // namespace hvgpu::analysis
