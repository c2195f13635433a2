#pragma once

#include "core/analysis/PartitionTotals.h"
#include "core/fleet/FleetSnapshot.h"
#include "ui/details/DetailContent.h"

#include <QDateTime>

#include <memory>
#include <unordered_map>
#include <vector>

namespace hvgpu::ui {

/// Counts for the status bar and the summaries.
struct FleetCounts
{
    int servers = 0;
    int ok = 0;
    int partly = 0; ///< read, but not every list of it
    int failed = 0; ///< the last reading failed, with or without older data
    int reading = 0;
    int gpus = 0;
    bool gpusUnknown = false; ///< of some servers: there may be more
    int partitions = 0;       ///< of SR-IOV partitionable GPUs that report a count
    int partitionsInUse = 0;
    bool inUseUnknown = false; ///< of some GPUs: it is at least so many
    bool totalUnknown = false; ///< of some servers: there may be more partitions
    QDateTime newest;          ///< latest successful reading, UTC
};

[[nodiscard]] FleetCounts countFleet(const fleet::FleetSnapshot& fleet);

/// countFleet() for who counts again and again: only servers with new data are looked through. One thread.
class FleetCounter
{
public:
    [[nodiscard]] FleetCounts count(const fleet::FleetSnapshot& fleet);

private:
    struct Known
    {
        std::shared_ptr<const model::HostSnapshot>
            snapshot; ///< that was counted; kept, so that it stays one of a kind
        analysis::PartitionTotals totals;
    };
    [[nodiscard]] static Known countHost(const std::shared_ptr<const model::HostSnapshot>& host);

    std::unordered_map<model::HostId, Known> m_known;
};

/// A GPU with the server it belongs to.
struct GpuOfHost
{
    std::shared_ptr<const fleet::HostRecord> host;
    const model::Gpu* gpu = nullptr;
};

/// What the details pane says when everything, or several GPUs, are selected.
[[nodiscard]] DetailContent describeFleet(const fleet::FleetSnapshot& fleet);
[[nodiscard]] DetailContent describeGpus(const std::vector<GpuOfHost>& gpus);
/// Several rows of other kinds: how many there are.
[[nodiscard]] DetailContent describeCount(int partitions, int vms, int servers);

} // namespace hvgpu::ui
