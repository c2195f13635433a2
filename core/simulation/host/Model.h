#pragma once

#include "core/cim/Instance.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

// What a simulated host consists of: plain data, changed only under the lock of its World.
namespace hvgpu::simulation {

using SteadyTime = std::chrono::steady_clock::time_point;
using WallTime = std::chrono::system_clock::time_point;

/// The four kinds of capacity a partitionable GPU has, in the order of the class.
enum class Capacity : std::uint8_t { Vram, Encode, Decode, Compute };
inline constexpr std::array capacityNames{QLatin1String("VRAM"), QLatin1String("Encode"),
                                          QLatin1String("Decode"), QLatin1String("Compute")};
using Capacities = std::array<std::uint64_t, capacityNames.size()>;

/// Changed or added properties of an object, by name.
using PropertyBag = std::map<QString, cim::Value>;

/// What a partition-capable driver reports.
struct Partitioning
{
    bool paravirtual = false; ///< name ends in \GPUPARAV, abstract scale (wmi.md 8.1)
    std::vector<std::uint16_t> validCounts;
    std::uint16_t count = 0;
    Capacities total{};
    bool supportsLiveMigration = false;
};

struct MemoryRange
{
    std::uint64_t start = 0;
    std::uint64_t size = 0;
};

/// A PCI device of the host: a GPU or something else worth showing.
struct PciDevice
{
    QString instance;     ///< "VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1\4&18416DC3&0&0000"
    QString name;         ///< as the driver names it, or Windows' generic name
    QString manufacturer; ///< of the driver, or "(Standard…)"
    QString service;      ///< empty without driver
    QString classCode;    ///< PCI class, "0302"
    QString pnpClass;     ///< "Display", empty without driver
    QString classGuid;
    QString driverVersion;
    QString driverDate; ///< CIM datetime
    QString driverProvider;
    QString inf;
    QString locationPath;  ///< "PCIROOT(0)#PCI(0300)#PCI(0000)"
    QString interfaceName; ///< key of Msvm_PartitionableGpu, kept because it is compared for every adapter
    std::uint32_t bus = 0;
    std::uint32_t slot = 0;
    std::uint32_t function = 0;
    std::uint32_t problem = 0;       ///< ConfigManagerErrorCode while enabled
    std::uint32_t registryIndex = 0; ///< NNNN below the display class key
    std::uint64_t videoMemory = 0;   ///< bytes on the board, as the registry tells
    std::uint32_t deviceType = 2;    ///< DEVPKEY_PciDevice_DeviceType
    std::uint32_t acsUpHierarchy = 3;
    std::uint32_t reservedMemoryRegion = 0;
    std::uint32_t interruptSupport = 6;
    std::optional<std::uint32_t> sriovSupport;
    std::vector<MemoryRange> memory;
    std::optional<std::uint32_t> lineInterrupt; ///< set: line-based; else message-signalled
    std::optional<Partitioning> partitioning;
    bool assignable = true;   ///< false: the platform refuses to dismount it
    bool mitigations = false; ///< the vendor's mitigation driver is installed
    bool disabled = false;
    bool dismounted = false;
    SteadyTime listedAfter{}; ///< when the change of dismounted shows in Msvm_PciExpress
};

/// A partition that runs: resolved at start, gone at stop.
struct RunningPartition
{
    std::size_t device = 0;
    std::uint16_t id = 0;
    QString luid;
    Capacities current{};
};

/// A GPU partition setting of a VM.
struct PartitionAdapter
{
    QString id;           ///< adapter GUID
    QString hostResource; ///< WMI path of the GPU; empty: automatic
    QString gpuName;      ///< Name in that path
    PropertyBag changes;  ///< quotas and whatever else was set
    std::optional<RunningPartition> running;
};

/// A discretely assigned device of a VM.
struct DeviceAssignment
{
    QString id;
    QString hostResource; ///< WMI path of the Msvm_PciExpress; empty with a pool
    QString locationPath; ///< of the device in hostResource
    QString poolId;
    PropertyBag changes;
    std::optional<std::size_t> runningDevice;
};

/// A resource setting that was added at run time, or a standard one that was changed.
struct Component
{
    QString className;
    QString localId; ///< InstanceID behind "Microsoft:<VM>\"
    PropertyBag values;
};

/// EnabledState of a virtual machine (wmi.md 2.6).
namespace vmState {
inline constexpr std::uint16_t running = 2;
inline constexpr std::uint16_t off = 3;
inline constexpr std::uint16_t shuttingDown = 4;
inline constexpr std::uint16_t saved = 6;
inline constexpr std::uint16_t paused = 9;
inline constexpr std::uint16_t starting = 10;
inline constexpr std::uint16_t reset = 11;
inline constexpr std::uint16_t saving = 32773;
inline constexpr std::uint16_t stopping = 32774;
inline constexpr std::uint16_t pausing = 32776;
inline constexpr std::uint16_t resuming = 32777;
// Its storage does not answer.
inline constexpr std::uint16_t runningCritical = 32781;
inline constexpr std::uint16_t offCritical = 32782;
inline constexpr std::uint16_t savedCritical = 32784;
inline constexpr std::uint16_t pausedCritical = 32785;
} // namespace vmState

/// What the cluster knows of a clustered VM.
struct ClusterRole
{
    QString resourceId;
    QString groupId;
    QString groupName;
    bool wantsOnline = false; ///< the cluster brings it back when it stops
    bool failed = false;
    std::uint32_t offlineAction = 1;
    std::uint32_t shutdownAction = 0;
    std::uint32_t checkHeartbeat = 1;
};

struct Vm
{
    QString id; ///< GUID, upper case
    QString name;
    std::size_t host = 0;
    std::uint16_t state = vmState::off;
    int generation = 2;
    QString version;
    std::uint32_t processors = 2;
    std::uint64_t memory = 4096; ///< MiB
    bool dynamicMemory = false;
    bool integrationServices = true;
    bool guestLocked = false; ///< shutdown needs Force
    QString guestSystem;
    QString notes;
    QString switchName;
    WallTime created{};
    SteadyTime started{};
    std::uint32_t processId = 0;
    std::vector<PartitionAdapter> partitions;
    std::vector<DeviceAssignment> devices;
    bool remoteFx = false;
    bool shielded = false;
    bool virtualTpm = false;
    bool nestedVirtualization = false;
    std::uint16_t replicationMode = 0; ///< 0 none, 1 primary, 2 replica
    PropertyBag settings;              ///< changed properties of the VSSD
    std::vector<Component> changedComponents;
    std::vector<Component> addedComponents;
    QSet<QString> removedComponents; ///< local ids
    std::optional<ClusterRole> cluster;
};

struct JobFailure
{
    std::uint32_t code = 32768;
    QString text;
};

struct Job
{
    QString id;
    std::uint16_t type = 0;
    QString caption;
    cim::ObjectPath affected;
    WallTime submitted{};
    SteadyTime start{};
    std::chrono::milliseconds duration{};
    bool finished = false;
    bool cancelled = false;
    std::optional<JobFailure> failure;
    /// Does the work when the time has come; runs once, under the lock.
    std::function<std::optional<JobFailure>()> work;
};

/// A pool made with CreatePool.
struct ChildPool
{
    QString id; ///< InstanceID
    QString name;
    std::uint16_t resourceType = 0;
    QString resourceSubType;
    QStringList hostResources;
};

enum class NodeState { Up, Down, Paused };

struct Host
{
    QString name;
    QString domain;
    bool poweredOn = true;
    NodeState node = NodeState::Up;
    QString systemCaption;
    QString systemVersion; ///< "10.0.26100"
    std::uint32_t build = 26100;
    std::uint32_t updateRevision = 6905; ///< UBR, counts the updates of a build
    std::uint32_t sku = 8;
    std::uint32_t productType = 3;
    QString manufacturer;
    QString model;
    QString serialNumber;
    QString uuid;
    QString processorName;
    std::uint32_t sockets = 2;
    std::uint32_t coresPerSocket = 16;
    std::uint32_t clockMhz = 2900;
    std::uint64_t memory = 0; ///< MiB
    bool hyperV = true;
    bool refusesCountWhileAssigned =
        false; ///< strict provider: a partition count stays while VMs name the GPU
    bool iovSupport = true;
    QStringList iovReasons;
    bool firmwareVirtualization = true;
    /// Nothing: Windows without root\Microsoft\Windows\DeviceGuard.
    std::optional<bool> dmaProtection = true;
    bool liveMigration = false;
    bool draining = false;
    bool quarantined = false;
    QString switchName;
    WallTime booted{};
    std::vector<PciDevice> devices;
    std::vector<Job> jobs;
    std::vector<ChildPool> pools;
    QHash<QString, cim::Value> registry; ///< "key|value" below HKLM, see registryEntry()
};

struct Cluster
{
    QString name;
    QString domain;
};

} // namespace hvgpu::simulation
