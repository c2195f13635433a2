#pragma once

#include "core/model/Ids.h"

#include <QString>
#include <QStringList>

namespace hvgpu::operations {

enum class Severity { Note, Warning, Blocking };

/// What a plan has to say before anything happens. Words are made in core/text from the code and the
/// arguments.
enum class FindingCode {
    // set partition count
    PartOfHomogeneousSet, ///< warning: not all of a homogeneous set is selected (different counts not
                          ///< recommended)
    ServersDiffer,        ///< warning: GPUs across servers do not all have the same configuration
    MixedConfiguration,   ///< blocking: the selection mixes configurations
    PartitionsAssigned,   ///< blocking: VMs hold partitions of this GPU; arguments: VM names
    CountNotValid,        ///< blocking: the manufacturer does not offer this count
    CountUnchanged,       ///< note: already so; nothing to do for this GPU
    NotPartitionable,     ///< blocking: the GPU cannot be partitioned; arguments: status label
    NothingSelected,
    // assign
    NoFreePartition,     ///< blocking
    AlreadyHasPartition, ///< blocking: argument: how many
    VmNotFound,
    VmSaved,                 ///< blocking: saved state must be started or deleted first
    VmCritical,              ///< blocking: state does not allow a change; argument: state
    VmTransient,             ///< blocking: starting, stopping …
    VmPaused,                ///< blocking
    VmRunningSkipped,        ///< note: runs and power handling says skip
    VmGoesDown,              ///< warning: will be shut down or turned off; unsaved work is lost
    CheckpointsEnabled,      ///< warning: checkpoints fail while a partition is assigned
    DynamicMemory,           ///< blocking when minimum differs from startup memory
    Generation1,             ///< warning
    OldConfigurationVersion, ///< blocking below 9.0; argument: version
    OfflineActionSave,       ///< warning: clustered VM would be saved at drain, which fails with a GPU
    StopActionSave,          ///< warning: automatic stop action Save fails with a GPU
    ParavirtualGpu,          ///< note: quotas are not enforced
    VramNotOffered,          ///< blocking: no GPU of the server has partitions of this size
    HostNotReady, ///< blocking: server unreachable or never read; arguments: parts that could not be read
    NodeNotUp,    ///< blocking or warning: cluster node is down or paused
    OldWindows,   ///< warning: GPU partitioning is supported from Windows Server 2025 on
    // unassign
    AdapterNotFound, ///< blocking
    GpuMissing,      ///< warning: the adapter's GPU is gone or its path changed (EC-36)
    // any
    DataStale, ///< warning: what the plan is based on is old; argument: age
    // assign
    MemoryUnknown, ///< warning: whether memory is dynamic could not be read; arguments: VM
    // whole devices
    DeviceNotFound,          ///< blocking; argument: device
    DeviceNotAssignable,     ///< blocking; why is what its assigned status says
    DeviceUncertain,         ///< warning: whether it can be assigned could not be found out
    DeviceAssigned,          ///< blocking: given to other VMs; arguments: VM names
    DevicePartitionsInUse,   ///< blocking: VMs hold partitions of it; arguments: VM names
    DeviceInPool,            ///< blocking; argument: pool
    DeviceAlreadyDismounted, ///< note
    DeviceNotDismounted,     ///< note: the host has it already
    LastDisplayAdapter,      ///< warning: the host's console has no other display adapter
    CompanionLeftOut,        ///< warning: functions of the card stay with the host; arguments: their names
    DismountForced,          ///< warning: taken from the host without what protects it; arguments: "acs",
                             ///< "mitigations"
    ClientWindows,           ///< blocking: devices can be assigned on servers only
    MmioOutOfRange,          ///< blocking; arguments: wanted, least, most MB
    SettingsUnchanged,       ///< note: nothing to do for this VM
    PriorSettingsUnknown,    ///< note: what the VM's settings were before is not recorded; they are left
    SettingsKept,            ///< note: other devices stay, so the settings do, too
    // pools
    PoolNameInvalid,
    PoolExists,     ///< blocking; arguments: pool
    PoolNotFound,   ///< blocking; arguments: pool
    PoolInUse,      ///< blocking; arguments: VM names
    PoolNotOnNodes, ///< warning: nodes of the cluster without it; arguments: node names
    PoolTooSmall,   ///< blocking on a stand-alone host; arguments: pool, devices in it
    PoolsNeedServer2025,
    // assign: EC-30, EC-31, EC-32
    MmioSpaceSmall,    ///< note; arguments: VM, low and high MB now, low and high MB advised
    VmShielded,        ///< warning: shielded or isolated from the host
    VmVirtualTpm,      ///< warning: the guest may ask for its BitLocker recovery key
    VmNested,          ///< warning: runs virtual machines itself
    ProtectionUnknown, ///< warning for the server: parts that could not be read
    VmReplicated,      ///< note: replicated to or from another server
    VmBackedUp,        ///< note: changes are tracked for a backup product
    // taking back
    ChangedSince, ///< warning: somebody changed it, so it is not taken back; argument: how, in English
    // whole devices
    MmioTooSmall,    ///< warning: less MMIO space than the devices need; arguments: low and high MB needed
    DeviceOwnerGone, ///< warning: held for VMs that are not there any more; arguments: their ids
    // conversion of a partitioned GPU
    NoGpuLeft, ///< warning: VMs that leave the choice of the GPU to the host; arguments: VM names
    // partitions
    NoPartitionableGpu, ///< blocking: the server has no GPU that could be partitioned
    SetNotKnown,        ///< warning for a server that could not be read: its GPUs may be of the set
    PartitionsAwaited   ///< warning for a server: fewer partitions than VMs that get theirs when they start;
                        ///< arguments: partitions left for them, VM names
};

struct Finding
{
    FindingCode code = FindingCode::NothingSelected;
    Severity severity = Severity::Note;
    model::HostId host;
    model::GpuId gpu;
    model::VmId vm;
    QStringList arguments;

    friend bool operator==(const Finding&, const Finding&) = default;
};

} // namespace hvgpu::operations
