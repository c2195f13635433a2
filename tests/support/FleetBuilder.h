#pragma once

#include "core/fleet/FleetDelta.h"
#include "core/fleet/FleetSnapshot.h"

#include <memory>
#include <random>
#include <vector>

namespace hvgpu::test {

/// Size of a synthetic fleet.
struct FleetShape
{
    int hosts = 3;
    int gpusPerHost = 2;
    int partitions = 8;      ///< per GPU
    int vmsPerHost = 6;      ///< each with one partition while there is room
    int hostsPerCluster = 0; ///< 0 = stand-alone servers only
};

/// Makes a fleet in memory and edits it, handing out snapshots and deltas exactly as fleet::Fleet would.
/// Reproducible from its seed.
class FleetBuilder
{
public:
    explicit FleetBuilder(const FleetShape& shape, unsigned seed = 1);

    /// The fleet as last committed.
    [[nodiscard]] std::shared_ptr<const fleet::FleetSnapshot> snapshot() const { return m_committed; }
    [[nodiscard]] int hostCount() const { return static_cast<int>(m_hosts.size()); }

    /// Copies to edit; seen after the next commit().
    fleet::HostRecord& record(int host);
    model::HostSnapshot& data(int host);

    void addHost(int at);
    void removeHost(int at);
    void moveHost(int from, int to);
    void addGpu(int host, int at);
    void fail(int host, base::ErrorCode code, bool forgetData);
    /// As if the host had never been read before and had listed its GPUs; the next edit of its data ends
    /// that.
    void lookFirst(int host);
    /// Gives @p vm of @p host a partition of @p gpu; running with @p partitionId, else resolved at start.
    void assign(int host, int gpu, int vm, std::optional<std::uint16_t> partitionId);

    /// One random edit of any kind.
    void mutate();
    /// Changes one figure of every @p every-th GPU.
    void touchGpus(int every);
    /// What changed since the last commit.
    fleet::FleetDelta commit();

private:
    struct Host
    {
        std::shared_ptr<const fleet::HostRecord> committed;
        std::shared_ptr<fleet::HostRecord> edited; ///< null when untouched
        std::shared_ptr<model::HostSnapshot> data; ///< null when untouched
    };

    [[nodiscard]] Host makeHost();
    [[nodiscard]] model::Gpu makeGpu(int number) const;
    [[nodiscard]] model::VirtualMachine makeVm(int number);
    void mutateGpus(int host);
    void mutateVms(int host);
    void publish(std::uint64_t generation);
    [[nodiscard]] int random(int below);

    FleetShape m_shape;
    std::mt19937 m_random;
    std::vector<Host> m_hosts;
    bool m_entriesChanged = false;
    int m_nextHost = 0;
    int m_nextGpu = 0;
    int m_nextVm = 0;
    std::shared_ptr<const fleet::FleetSnapshot> m_committed;
};

} // namespace hvgpu::test
