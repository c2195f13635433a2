#pragma once

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
    BringClusterOnline
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

    friend bool operator==(const Step&, const Step&) = default;
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

    friend bool operator==(const Expectation&, const Expectation&) = default;
};

/// One GPU or one VM with its steps in order.
struct Target
{
    model::HostId host;
    QString hostName; ///< shown
    model::GpuId gpu; ///< set for count targets
    model::VmId vm;   ///< set for VM targets
    QString name;     ///< GPU's or VM's name, shown
    QString gpuName;  ///< Msvm_PartitionableGpu.Name of a count target
    Expectation expected;
    std::vector<Step> steps;
    bool goesDown = false;              ///< the VM is off for a while
    std::chrono::seconds maxDowntime{}; ///< upper bound from the timeouts, zero when it does not go down

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
