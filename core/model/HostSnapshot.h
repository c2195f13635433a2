#pragma once

#include "core/base/Error.h"
#include "core/model/Gpu.h"
#include "core/model/HostPlatform.h"
#include "core/model/VirtualMachine.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace hvgpu::model {

/// What the host is (Win32_OperatingSystem, Win32_ComputerSystem and role detection).
struct HostFacts
{
    QString computerName;
    QString osCaption;                        ///< localised by the host; shown, never compared
    std::optional<std::uint32_t> build;       ///< 17763 = 2019, 20348 = 2022, 25398 = 23H2, 26100 = 2025
    std::optional<std::uint32_t> productType; ///< 1 workstation, 2 domain controller, 3 server
    std::optional<std::uint32_t> operatingSystemSku;
    QString manufacturer;
    QString model;
    std::optional<bool> hypervisorPresent;
    bool hyperVRole = false; ///< root\virtualization\v2 answered
    std::optional<bool> iovSupport;
    QStringList iovSupportReasons; ///< the host's own words
    QDateTime lastBoot;
    HostPlatform platform;

    friend bool operator==(const HostFacts&, const HostFacts&) = default;
};

/// State of a cluster node as the cluster sees it (MSCluster_Node).
enum class NodeState { Unknown, Up, Down, Paused, Joining };

struct ClusterNode
{
    QString name;
    NodeState state = NodeState::Unknown;
    bool draining = false;
    bool isolated = false;
    bool quarantined = false;

    friend bool operator==(const ClusterNode&, const ClusterNode&) = default;
};

/// What one member says about its cluster (root\MSCluster).
struct ClusterFacts
{
    QString name;
    std::optional<std::uint32_t> functionalLevel;
    std::vector<ClusterNode> nodes;

    friend bool operator==(const ClusterFacts&, const ClusterFacts&) = default;
};

/// A pool of assignable devices made on this host (Msvm_ResourcePool of type 32769 below the primordial one).
/// Clustered VMs name it, and every node they may run on needs one of that name (wmi.md 6.8).
struct GpuPool
{
    QString instanceId;  ///< InstanceID of the pool
    QString name;        ///< PoolID
    QStringList devices; ///< instance paths of the devices in it, "PCIP\\VEN_…"; network cards and disks too

    [[nodiscard]] bool holds(const Gpu& gpu) const;
    friend bool operator==(const GpuPool&, const GpuPool&) = default;
};

/// A part of the host that could not be read, and why; so that "could not read" is never shown as "none".
enum class Part {
    OperatingSystem,
    ComputerSystem,
    PnpDevices,
    DeviceProperties,
    AdapterMemory,
    PartitionableGpus,
    AssignableDevices,
    VirtualMachines,
    VmRuntime,
    VmMemory,
    VmSecurity,
    VmProcessors,
    PartitionAdapters,
    Partitions,
    DeviceAdapters,
    RemoteFx,
    IovSupport,
    Processors,
    DeviceGuard,
    Policies,
    MigrationSettings,
    Cluster,
    DeviceMemory,
    ResourcePools,
    ClusterResources
};

struct ReadNote
{
    Part part = Part::OperatingSystem;
    QString subject; ///< for example an instance id; empty = the whole part
    base::Error error;
};

/// Stable English identifier of a part, for JSON and logs.
[[nodiscard]] QLatin1String name(Part part);

/// Everything read from one host in one refresh. Immutable once published; shared between threads.
struct HostSnapshot
{
    HostFacts host;
    std::vector<Gpu> gpus;           ///< in slot order: by bus number, then instance id
    std::vector<VirtualMachine> vms; ///< by name without case, then id
    std::optional<ClusterFacts> cluster;
    /// Adapters whose GPU is not among gpus: the GPU is gone or its path changed, or the choice is automatic
    /// and the VM is off.
    std::vector<Assignment> unplacedAssignments;
    std::vector<GpuPool> pools; ///< by name without case
    std::vector<ReadNote> notes;
    QDateTime takenAt;      ///< UTC
    QDateTime propertiesAt; ///< UTC; when the oldest of the devices' properties were asked for
    std::chrono::milliseconds readDuration{};
    std::uint64_t roundTrips = 0;
    std::uint64_t bytesReceived = 0;

    [[nodiscard]] const VirtualMachine* findVm(const VmId& id) const;
    [[nodiscard]] const Gpu* findGpu(const GpuId& id) const;
    /// The pool a GPU is in; null when it is in none.
    [[nodiscard]] const GpuPool* poolOf(const Gpu& gpu) const;
    /// The whole part is missing; notes about single subjects do not count.
    [[nodiscard]] bool couldNotRead(Part part) const;
};

} // namespace hvgpu::model
