#pragma once

#include "core/model/Ids.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace hvgpu::operations {

/// A GPU of the fleet.
struct GpuRef
{
    model::HostId host;
    model::GpuId gpu;

    friend auto operator<=>(const GpuRef&, const GpuRef&) = default;
};

/// What may be done to a running VM so that its adapters can be changed.
enum class PowerPolicy {
    ShutDownThenAsk,     ///< shut the guest down; when the time is up, ask: wait on, turn off or skip
    ShutDownThenTurnOff, ///< shut the guest down; when the time is up, turn off
    ShutDownThenSkip,    ///< shut the guest down; when the time is up, leave this VM as it is
    TurnOff,
    Skip ///< change it only if it is off
};

struct PowerHandling
{
    PowerPolicy policy = PowerPolicy::ShutDownThenAsk;
    std::chrono::seconds shutdownTimeout{120};

    friend bool operator==(const PowerHandling&, const PowerHandling&) = default;
};

/// Set the partition count of some GPUs.
struct SetCountRequest
{
    std::vector<GpuRef> gpus;
    std::uint16_t count = 0;
    std::vector<model::HostId> servers; ///< servers the choice was made among; empty = those of gpus
};

/// Give each of some VMs of one host one partition.
struct AssignRequest
{
    model::HostId host;
    std::vector<model::VmId> vms;
    std::optional<model::GpuId> gpu; ///< nullopt: the GPU with the most free partitions of the wanted size
    std::optional<std::uint64_t> partitionVram; ///< bytes; nullopt: whatever the GPUs are configured to
    PowerHandling power;
    std::map<model::VmId, PowerHandling> powerOf; ///< exceptions from power
    bool configureOfflineAction = true;           ///< clustered VMs: offline action "forced shut down"
};

struct AdapterRef
{
    model::HostId host;
    model::VmId vm;
    QString adapterId; ///< InstanceID of the setting data

    friend auto operator<=>(const AdapterRef& a, const AdapterRef& b)
    {
        if (const auto order = a.host <=> b.host; order != 0)
            return order;
        if (const auto order = a.vm <=> b.vm; order != 0)
            return order;
        return a.adapterId.compare(b.adapterId) <=> 0;
    }
    friend bool operator==(const AdapterRef&, const AdapterRef&) = default;
};

/// Take partitions away from VMs.
struct UnassignRequest
{
    std::vector<AdapterRef> adapters;
    PowerHandling power;
    std::map<model::VmId, PowerHandling> powerOf;
};

using Request = std::variant<SetCountRequest, AssignRequest, UnassignRequest>;

} // namespace hvgpu::operations
