#pragma once

#include "core/model/Gpu.h"
#include "core/model/VirtualMachine.h"
#include "core/operations/Finding.h"
#include "core/operations/Request.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace hvgpu::operations {

enum class StepKind {
    SetPartitionCount,
    SetOfflineAction,
    ShutDownGuest,      ///< stand-alone VM
    TakeClusterOffline, ///< clustered VM: through the cluster, or it restarts the VM behind our back
    AddPartitionAdapter,
    RemovePartitionAdapter,
    UpdateClusterVm, ///< the cluster re-reads the VM's configuration
    StartVm,
    BringClusterOnline,
    // whole devices
    SetVmSettings, ///< Msvm_VirtualSystemSettingData
    SetVmMemory,   ///< Msvm_MemorySettingData
    DisableDevice,
    DismountDevice,
    VerifyAssignable, ///< wait until the host lists it; nothing is changed
    AssignDevice,
    RemoveDevice, ///< or a place from a pool: by the id of its setting data
    MountDevice,
    EnableDevice,
    // pools of devices
    CreatePool,
    DeletePool,
    AssignFromPool,
    VerifyPartitionable ///< wait until the host can partition the GPU; nothing is changed
};

/// One thing to do, with the value before and the value after. A plain value.
struct Step
{
    StepKind kind = StepKind::SetPartitionCount;
    std::optional<std::uint64_t> before; ///< count or offline action
    std::optional<std::uint64_t> after;
    QString gpuName;                               ///< Msvm_PartitionableGpu.Name; empty = the host chooses
    QString adapterId;                             ///< adapter to remove
    std::optional<std::uint64_t> minPartitionVram; ///< of the adapter to add or of the one removed, for undo
    PowerHandling power;
    model::GpuId device;  ///< steps about a device
    QString deviceName;   ///< shown; of partition adapters their GPU's
    QString locationPath; ///< of the device
    DismountRequirements requirements;
    model::VmSettings settingsBefore; ///< of those that settingsAfter names; nullopt = not known
    model::VmSettings settingsAfter;
    QString pool;
    std::vector<model::GpuId> poolDevices; ///< put into the pool, or in it when it is deleted

    friend bool operator==(const Step&, const Step&) = default;
};

/// A device as it stands when the plan is made.
struct DeviceExpectation
{
    model::GpuId id;
    QString name;
    QString locationPath;
    model::DeviceMount mount = model::DeviceMount::Enabled;
    QString adapterId; ///< setting data that assigns it to the target's VM; empty when none does

    friend bool operator==(const DeviceExpectation&, const DeviceExpectation&) = default;
};

/// A GPU that a VM gets a partition of, as it stands when the plan is made.
struct GpuExpectation
{
    QString name; ///< Msvm_PartitionableGpu.Name
    std::optional<std::uint16_t> partitionCount;

    friend bool operator==(const GpuExpectation&, const GpuExpectation&) = default;
};

/// What the plan relies on for one target; the runner re-reads and compares before each step (EC-40, EC-41).
struct Expectation
{
    std::optional<std::uint16_t> partitionCount;
    std::vector<model::VmId> assignedVms;   ///< GPU target: VMs with adapters on it, sorted
    std::optional<model::PowerState> power; ///< VM target
    std::vector<QString> adapterIds;        ///< VM target: its partition adapters, sorted
    std::optional<std::uint32_t> offlineAction;
    bool clustered = false;
    std::vector<GpuExpectation> gpus; ///< VM target: those that its steps name for partitions to add
    std::vector<DeviceExpectation> devices;
    std::vector<QString> poolAdapterIds; ///< VM target: its places from pools, sorted
    model::VmSettings settings;          ///< VM target: of those that its steps change

    friend bool operator==(const Expectation&, const Expectation&) = default;
};

/// One GPU, one VM or one pool with its steps in order.
struct Target
{
    model::HostId host;
    QString hostName; ///< shown
    model::GpuId gpu; ///< set for targets that are a GPU: partition count, dismounting, mounting
    model::VmId vm;   ///< set for VM targets
    QString pool;     ///< set for pool targets
    QString name;     ///< the GPU's, VM's or pool's name, shown
    QString gpuName;  ///< Msvm_PartitionableGpu.Name of a count target
    Expectation expected;
    std::vector<Step> steps;
    bool goesDown = false;              ///< the VM is off for a while
    std::chrono::seconds maxDowntime{}; ///< see longestDowntime(); zero when it does not go down

    friend bool operator==(const Target&, const Target&) = default;
};

/// An intent worked out against a snapshot: pure data, printable, saveable. Nothing happens by making one.
struct Plan
{
    QString id; ///< GUID
    Request request;
    QDateTime createdAt; ///< UTC
    std::vector<Target> targets;
    std::vector<Finding> findings;

    [[nodiscard]] bool isBlocked() const;
    [[nodiscard]] bool isEmpty() const { return targets.empty(); }
    [[nodiscard]] std::size_t vmsGoingDown() const;
};

} // namespace hvgpu::operations
