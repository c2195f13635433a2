#pragma once

#include "core/base/Result.h"
#include "core/hyperv/ActionContext.h"
#include "core/model/Gpu.h"
#include "core/model/VmSettings.h"

#include <QString>

#include <optional>
#include <vector>

namespace hvgpu::hyperv {

/// A device of a host: a GPU or another function of its card.
struct DeviceRef
{
    model::GpuId id;
    QString locationPath; ///< may be empty

    friend bool operator==(const DeviceRef&, const DeviceRef&) = default;
};

/// A device as it stands now, read just before a step.
struct DeviceState
{
    model::DeviceMount mount = model::DeviceMount::Absent;
    bool listed = false;                   ///< the host lists it as assignable (Msvm_PciExpress)
    std::vector<model::VmId> assignedVms;  ///< VMs with setting data that names it, off or on
    std::vector<model::VmId> partitionVms; ///< VMs with a partition adapter that names it
    QString pool;                          ///< the pool it is in; empty for none
};

/// What a VM has to do with devices.
struct VmDevices
{
    model::VmSettings settings;
    std::vector<model::Assignment> adapters; ///< whole devices; deviceInstancePath empty: out of a pool
};

/// A pool of devices made on the host.
struct PoolState
{
    QString name;
    std::vector<model::GpuId> devices; ///< whatever they are; empty also when its setting data names none
    std::vector<model::VmId> vms;      ///< with a place in it, off or on
};

/// The part of HostControl that is about whole devices, settings of VMs and pools. Sources: wmi.md §§2.5,
/// 2.8, 2.14–2.17, 3.1, 6.6–6.8.
class DeviceControl
{
public:
    virtual ~DeviceControl() = default;
    DeviceControl() = default;
    DeviceControl(const DeviceControl&) = delete;
    DeviceControl& operator=(const DeviceControl&) = delete;

    /// One that is gone is Absent, not an error.
    virtual base::Result<DeviceState> readDevice(const DeviceRef& device, const ActionContext& context) = 0;
    /// The host can divide the GPU into partitions now: it lists it as partitionable, and not as paravirtual.
    virtual base::Result<bool> isPartitionable(const DeviceRef& device, const ActionContext& context) = 0;
    virtual base::Result<VmDevices> readVmDevices(const model::VmId& vm, const ActionContext& context) = 0;

    /// Win32_PnPEntity.Disable and Enable. Conflict when the server would have to be restarted for it.
    virtual base::Result<void> disableDevice(const DeviceRef& device, const ActionContext& context) = 0;
    virtual base::Result<void> enableDevice(const DeviceRef& device, const ActionContext& context) = 0;
    /// Takes a disabled device from the host.
    virtual base::Result<void> dismountDevice(const DeviceRef& device, bool requireAcs,
                                              bool requireMitigations, const ActionContext& context) = 0;
    /// Gives a dismounted device back; it comes back disabled.
    virtual base::Result<void> mountDevice(const DeviceRef& device, const ActionContext& context) = 0;
    /// Gives a dismounted device to a VM. Returns the InstanceID of the setting data, empty when the host
    /// does not tell.
    virtual base::Result<QString> assignDevice(const model::VmId& vm, const DeviceRef& device,
                                               const ActionContext& context) = 0;
    /// Also a place in a pool.
    virtual base::Result<void> removeDevice(const QString& adapterId, const ActionContext& context) = 0;

    /// Each sets only what is set in @p settings.
    virtual base::Result<void> setVmSettings(const model::VmId& vm, const model::VmSettings& settings,
                                             const ActionContext& context) = 0;
    virtual base::Result<void> setVmMemory(const model::VmId& vm, const model::VmSettings& settings,
                                           const ActionContext& context) = 0;

    virtual base::Result<std::vector<PoolState>> readPools(const ActionContext& context) = 0;
    virtual base::Result<void> createPool(const QString& name, const std::vector<model::GpuId>& devices,
                                          const ActionContext& context) = 0;
    virtual base::Result<void> deletePool(const QString& name, const ActionContext& context) = 0;
    virtual base::Result<QString> assignFromPool(const model::VmId& vm, const QString& pool,
                                                 const ActionContext& context) = 0;
};

} // namespace hvgpu::hyperv
