#pragma once

#include "core/base/Result.h"
#include "core/hyperv/DeviceControl.h"
#include "core/hyperv/PartitionQuotas.h"
#include "core/model/Gpu.h"
#include "core/model/VirtualMachine.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace hvgpu::hyperv {

/// A partitionable GPU as it stands now, read just before a step.
struct GpuState
{
    model::Partitioning partitioning;
    std::vector<model::VmId>
        assignedVms; ///< VMs with an adapter whose HostResource names this GPU, off or on
    std::vector<model::VmId> automaticVms; ///< VMs with an adapter that names no GPU
    bool onlyGpu = false; ///< no other SR-IOV GPU on the host: those adapters can only mean this one
};

/// A VM's cluster resource ("Virtual Machine …"), found by VmID.
struct ClusterResource
{
    QString name;
    QString ownerNode;
    std::optional<std::uint32_t> offlineAction; ///< 0 turn off, 1 save, 2 shut down, 3 forced shut down
    std::optional<std::uint32_t> state;         ///< 2 online, 3 offline, 4 failed, 129 / 130 pending
};

/// One VM as it stands now, read just before a step.
struct VmState
{
    model::VmId id;
    QString name;
    model::PowerState power = model::PowerState::Unknown;
    std::optional<bool> isSaved;
    std::vector<model::Assignment> adapters;   ///< partition adapters, with ids and GPU paths
    std::map<QString, PartitionQuotas> quotas; ///< of those adapters that have any, by id
    std::optional<ClusterResource> cluster;    ///< set when the VM is a cluster resource
};

/// Typed writes to one host, and the reads that go with them. Blocking, one call at a time, from any one
/// thread. Every action that starts a job waits for it; both 0 and 4096 are success. Sources: wmi.md §§4,
/// 5, 6.
class HostControl : public DeviceControl
{
public:
    /// @p gpuName is Msvm_PartitionableGpu.Name. NotFound when the GPU is gone.
    virtual base::Result<GpuState> readGpu(const QString& gpuName, const ActionContext& context) = 0;
    /// Every partitionable GPU of the host. An adapter that names none counts for the GPU that its VM runs
    /// on, and as automatic while it holds no partition.
    virtual base::Result<std::vector<GpuState>> readGpus(const ActionContext& context) = 0;
    /// NotFound when no VM of this id is on this host (deleted, or moved to another node).
    virtual base::Result<VmState> readVm(const model::VmId& vm, const ActionContext& context) = 0;
    /// The partitions that a running VM holds now, with the paths of their GPUs and their VRAM; none when it
    /// is off.
    virtual base::Result<std::vector<model::Assignment>> readPartitions(const model::VmId& vm,
                                                                        const ActionContext& context) = 0;

    /// Put of PartitionCount. The host refuses while partitions are in use.
    virtual base::Result<void> setPartitionCount(const QString& gpuName, std::uint16_t count,
                                                 const ActionContext& context) = 0;
    /// Adds an adapter; @p gpuName empty = the host chooses at start. Returns the new adapter's InstanceID.
    virtual base::Result<QString> addPartitionAdapter(const model::VmId& vm, const QString& gpuName,
                                                      std::optional<std::uint64_t> minPartitionVram,
                                                      const ActionContext& context) = 0;
    /// The VM must be off. Properties that @p quotas does not name stay as they are.
    virtual base::Result<void> setPartitionQuotas(const QString& adapterId, const PartitionQuotas& quotas,
                                                  const ActionContext& context) = 0;
    virtual base::Result<void> removePartitionAdapter(const QString& adapterId,
                                                      const ActionContext& context) = 0;

    /// Asks the guest to shut down and waits until the VM is off; TimedOut when it is not off by @p timeout
    /// (it may go off later), Unsupported when the guest has no working shutdown component. Asking again
    /// while it shuts down goes on waiting.
    virtual base::Result<void> shutDownGuest(const model::VmId& vm, std::chrono::seconds timeout,
                                             const ActionContext& context) = 0;
    virtual base::Result<void> turnOff(const model::VmId& vm, const ActionContext& context) = 0;
    virtual base::Result<void> start(const model::VmId& vm, const ActionContext& context) = 0;

    /// Cluster verbs; @p resource is ClusterResource::name. TakeOffline honours the offline action.
    virtual base::Result<void> setOfflineAction(const QString& resource, std::uint32_t action,
                                                const ActionContext& context) = 0;
    virtual base::Result<void> takeOffline(const QString& resource, std::chrono::seconds timeout,
                                           const ActionContext& context) = 0;
    virtual base::Result<void> bringOnline(const QString& resource, std::chrono::seconds timeout,
                                           const ActionContext& context) = 0;
    virtual base::Result<void> updateVirtualMachine(const QString& resource,
                                                    const ActionContext& context) = 0;
};

} // namespace hvgpu::hyperv
