#pragma once

#include "core/analysis/AssignedStatus.h"
#include "core/model/Ids.h"

#include <QStringList>

#include <vector>

namespace hvgpu::analysis {

/// What is checked: the prerequisites of Microsoft's documents on GPU partitioning and discrete device
/// assignment, and what else keeps a GPU from a virtual machine (wmi.md 7). Grouped by what a check is about.
enum class CheckId {
    // server
    ServerRead,
    OperatingSystem,
    Edition,
    HyperVRole,
    Virtualization,
    SrIov,
    Iommu,
    DmaBitTracking,
    LiveMigrationEnabled,
    DevicePolicies,
    GpuVirtualizationFlags,
    RemoteFx,
    // GPU
    GpuPresent, ///< of the server: is there one at all
    GpuDriver,
    PartitionCapable,
    VgpuSoftware,
    SupportedModel,
    OneUse,
    // virtual machine
    GuestSystem,
    VmGeneration,
    VmVersion,
    VmMemory,
    VmCheckpoints,
    VmOfflineAction,
    VmStopAction,
    VmCacheTypes,
    VmMmio,
    VmLiveMigration,
    // cluster
    NodesUp,
    SameGpus,
    SameDrivers,
    SamePartitionCount,
    OneUseInCluster,
    FailoverCapacity
};

/// Ordered by how much attention it needs, least first.
enum class CheckResult { NotApplicable, Pass, Unread, Warning, Fail };

/// Why a check has its result. Words are made in core/text from the reason and the arguments.
enum class CheckReason {
    // any
    Unreadable,      ///< what decides could not be read
    NotReported,     ///< the server does not say
    NeedsHyperV,     ///< cannot be told without the role
    NoGpus,          ///< nothing to check: there is no GPU
    NotCandidate,    ///< display output of the board and the like
    NotPartitioning, ///< concerns GPU partitions only
    NotClustered,
    NothingAssigned, ///< no virtual machine uses a GPU
    // server
    Read,
    ReadPartly, ///< arguments: names of parts
    ReadFailed,
    ReadOld,
    NotReadYet,
    SystemSupported,     ///< argument: build
    SystemAzureLocal,    ///< argument: build
    SystemBefore2025,    ///< argument: build
    SystemTooOld,        ///< argument: build
    SystemClient,        ///< argument: build
    EditionDatacenter,   ///< argument: SKU
    EditionStandAlone,   ///< any edition will do
    EditionNotClustered, ///< argument: SKU
    RolePresent,
    RoleMissing,
    VirtualizationInUse,
    VirtualizationOffInFirmware,
    VirtualizationUnused,
    IovSupported,
    IovReasons, ///< arguments: the host's own words
    IovUnsupported,
    DmaProtected,
    NoDmaProtection,
    TracksDma,     ///< argument: processor
    NoDmaTracking, ///< argument: processor
    UnknownProcessor,
    MigrationOn,
    MigrationOff,
    MigrationOffInCluster,
    PoliciesStrict,
    PoliciesRelaxed, ///< arguments: names of the values
    FlagsUnset,
    FlagsSet, ///< argument: value
    NoRemoteFx,
    HasRemoteFx, ///< arguments: virtual machines
    // GPU
    GpusFound, ///< argument: how many
    NoGpuFound,
    DriverWorks, ///< arguments: provider, version
    DriverMissing,
    DeviceDisabled,
    DeviceProblem, ///< argument: problem code
    Dismounted,
    CanPartition, ///< argument: partition count
    Paravirtual,
    NoPartitionDriver,
    VgpuRecent,  ///< arguments: version as NVIDIA counts, vGPU software
    VgpuTooOld,  ///< arguments: version as NVIDIA counts, vGPU software
    VgpuUnknown, ///< argument: version
    OtherVendor,
    ModelListed,    ///< argument: model
    ModelDdaOnly,   ///< argument: model
    ModelNotListed, ///< argument: model
    UsedOneWay,
    UsedBothWays, ///< arguments: virtual machines with partitions
    // virtual machine
    GuestListed,    ///< argument: guest
    GuestNotListed, ///< argument: guest
    GuestUnknown,
    GenerationTwo,
    GenerationOne,
    VersionRecent, ///< argument: version
    VersionTooOld, ///< argument: version
    MemoryStatic,
    MemoryEqual,
    MemoryDynamic,    ///< arguments: startup, minimum
    MemoryDynamicDda, ///< a whole device and dynamic memory
    CheckpointsOff,
    CheckpointsOn,
    OfflineForced,
    OfflineOther, ///< argument: action
    OfflineSave,
    StopFits,
    StopSave,
    StopNotOff, ///< a whole device needs "turn off"
    CacheTypesOn,
    CacheTypesOff,
    MmioSet,             ///< arguments: low, high
    MmioDefault,         ///< arguments: low, high
    MmioShort,           ///< arguments: low, high, low needed, high needed
    MigrationPossible,   ///< arguments: nodes
    MigrationImpossible, ///< arguments: node, why; evidence says it in full
    MigrationWholeDevice,
    // cluster
    AllNodesUp,
    NodesNotUp,    ///< arguments: nodes
    GpusSame,      ///< arguments: how many GPUs, model
    GpusDiffer,    ///< arguments: configurations
    GpusMissing,   ///< arguments: nodes without the GPUs of the others
    DriversSame,   ///< argument: version
    DriversDiffer, ///< arguments: versions
    CountsSame,    ///< argument: count
    CountsDiffer,  ///< arguments: counts
    OneUse,
    MixedUse, ///< arguments: GPUs given away as a whole
    CapacityEnough,
    CapacityShort ///< arguments: node, how many are short
};

/// One thing checked. A plain value.
struct Check
{
    CheckId id = CheckId::ServerRead;
    CheckResult result = CheckResult::Unread;
    CheckReason reason = CheckReason::Unreadable;
    QStringList arguments;
    std::vector<Evidence> evidence;
    model::GpuId gpu; ///< what it is about, when it is one of several GPUs
    QString gpuName;  ///< shown

    friend bool operator==(const Check&, const Check&) = default;
};

/// The checks of one cluster, server or virtual machine, with those below it.
struct CheckGroup
{
    enum class Kind { Cluster, Server, Vm };

    Kind kind = Kind::Server;
    model::EntryId entry;
    model::HostId host;   ///< not set on clusters
    model::VmId vm;       ///< set on virtual machines only
    QString name;         ///< shown
    bool pending = false; ///< being read for the first time
    std::vector<Check> checks;
    std::vector<CheckGroup> groups;
};

/// The result that needs the most attention, groups below included; NotApplicable when there is none.
[[nodiscard]] CheckResult worstResult(const CheckGroup& group);

} // namespace hvgpu::analysis
