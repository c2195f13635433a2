#pragma once

#include "core/model/Ids.h"
#include "core/model/VmSettings.h"

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

/// What must hold for a device to be taken from its host (Msvm_AssignableDeviceDismountSettingData). Without
/// both this is what -Force does.
struct DismountRequirements
{
    bool acs = true;         ///< the way to the device keeps its traffic from other devices
    bool mitigations = true; ///< the vendor's mitigation driver is installed

    friend bool operator==(const DismountRequirements&, const DismountRequirements&) = default;
};

/// Give whole devices (GPUs, and other functions of their cards) of a host to one of its VMs: discrete device
/// assignment. Those that are mounted are taken from the host first.
struct DdaAssignRequest
{
    model::HostId host;
    model::VmId vm;
    std::vector<model::GpuId> devices;
    std::optional<std::uint64_t> lowMmioMb;  ///< nullopt: worked out
    std::optional<std::uint64_t> highMmioMb; ///< nullopt: worked out
    DismountRequirements requirements;
    bool makeMemoryStatic = false; ///< turn dynamic memory off, when it is in the way
    bool disableCheckpoints = false;
    bool configureOfflineAction = true; ///< clustered VM: offline action "forced shut down"
    bool unassignPartitions = false;    ///< take its partitions from the VMs that have them first
    PowerHandling power;                ///< also of VMs that lose their partitions
    std::map<model::VmId, PowerHandling> powerOf = {}; ///< exceptions from power
};

/// Take whole devices, or places from a pool, away from a VM.
struct DdaRemoveRequest
{
    model::HostId host;
    model::VmId vm;
    std::vector<QString> adapters;              ///< InstanceIDs of the setting data
    bool keepDismounted = false;                ///< leave the devices ready for another VM
    bool forPartitioning = false;               ///< and then wait until the host can partition them
    model::VmSettings restore;                  ///< as they were before; only when no other device stays
    std::optional<std::uint32_t> offlineAction; ///< as it was before
    PowerHandling power;
};

/// Take devices from their hosts, so that they can be assigned to VMs or put into a pool.
struct DismountRequest
{
    std::vector<GpuRef> devices;
    DismountRequirements requirements;
    bool unassignPartitions = false; ///< take their partitions from the VMs that have them first
    PowerHandling power = {};        ///< of these VMs
    std::map<model::VmId, PowerHandling> powerOf = {}; ///< exceptions from power
};

/// Give dismounted devices back to their hosts.
struct MountRequest
{
    std::vector<GpuRef> devices;
    bool forPartitioning = false; ///< and wait until their hosts can partition them
};

struct VmRef
{
    model::HostId host;
    model::VmId vm;

    friend auto operator<=>(const VmRef&, const VmRef&) = default;
};

/// Change settings of VMs that device assignment depends on.
struct VmSettingsRequest
{
    std::vector<VmRef> vms;
    model::VmSettings settings;
    std::optional<std::uint32_t> offlineAction; ///< of clustered VMs: 0 turn off, 1 save, 2 and 3 shut down
    PowerHandling power;
};

/// Make a pool of devices on each of their hosts, all of the same name (Windows Server 2025).
struct CreatePoolRequest
{
    QString name;
    std::vector<GpuRef> devices;
    DismountRequirements requirements;
};

struct DeletePoolRequest
{
    QString name;
    std::vector<model::HostId> hosts;
    bool mountDevices = false; ///< give the devices back to their hosts
};

/// Give a VM devices out of a pool: whichever are free where it starts.
struct AssignPoolRequest
{
    model::HostId host;
    model::VmId vm;
    QString pool;
    int count = 1;
    std::optional<std::uint64_t> lowMmioMb;
    std::optional<std::uint64_t> highMmioMb;
    bool makeMemoryStatic = false;
    bool disableCheckpoints = false;
    PowerHandling power;
};

using Request = std::variant<SetCountRequest, AssignRequest, UnassignRequest, DdaAssignRequest,
                             DdaRemoveRequest, DismountRequest, MountRequest, VmSettingsRequest,
                             CreatePoolRequest, DeletePoolRequest, AssignPoolRequest>;

/// The same with @p power for the VMs that it takes down; requests that take none down stay as they are.
[[nodiscard]] Request withPower(Request request, const PowerHandling& power);
/// "set-count", "assign", "dda-assign" …: the request's kind in files and reports.
[[nodiscard]] QLatin1String kindOf(const Request& request);

} // namespace hvgpu::operations
