#pragma once

#include "core/hyperv/ControlCalls.h"
#include "core/hyperv/HostControl.h"

namespace hvgpu::hyperv {

/// HostControl over WMI, whatever the transport.
class WmiHostControl final : public HostControl
{
public:
    /// @p clock must outlive this object.
    WmiHostControl(SessionMaker maker, base::Clock& clock);

    base::Result<GpuState> readGpu(const QString& gpuName, const ActionContext& context) override;
    base::Result<std::vector<GpuState>> readGpus(const ActionContext& context) override;
    base::Result<VmState> readVm(const model::VmId& vm, const ActionContext& context) override;
    base::Result<std::vector<model::Assignment>> readPartitions(const model::VmId& vm,
                                                                const ActionContext& context) override;
    base::Result<void> setPartitionCount(const QString& gpuName, std::uint16_t count,
                                         const ActionContext& context) override;
    base::Result<QString> addPartitionAdapter(const model::VmId& vm, const QString& gpuName,
                                              std::optional<std::uint64_t> minPartitionVram,
                                              const ActionContext& context) override;
    base::Result<void> setPartitionQuotas(const QString& adapterId, const PartitionQuotas& quotas,
                                          const ActionContext& context) override;
    base::Result<void> removePartitionAdapter(const QString& adapterId,
                                              const ActionContext& context) override;
    base::Result<void> shutDownGuest(const model::VmId& vm, std::chrono::seconds timeout,
                                     const ActionContext& context) override;
    base::Result<void> turnOff(const model::VmId& vm, const ActionContext& context) override;
    base::Result<void> start(const model::VmId& vm, const ActionContext& context) override;
    base::Result<void> setOfflineAction(const QString& resource, std::uint32_t action,
                                        const ActionContext& context) override;
    base::Result<void> takeOffline(const QString& resource, std::chrono::seconds timeout,
                                   const ActionContext& context) override;
    base::Result<void> bringOnline(const QString& resource, std::chrono::seconds timeout,
                                   const ActionContext& context) override;
    base::Result<void> updateVirtualMachine(const QString& resource, const ActionContext& context) override;

    base::Result<DeviceState> readDevice(const DeviceRef& device, const ActionContext& context) override;
    base::Result<bool> isPartitionable(const DeviceRef& device, const ActionContext& context) override;
    base::Result<VmDevices> readVmDevices(const model::VmId& vm, const ActionContext& context) override;
    base::Result<void> disableDevice(const DeviceRef& device, const ActionContext& context) override;
    base::Result<void> enableDevice(const DeviceRef& device, const ActionContext& context) override;
    base::Result<void> dismountDevice(const DeviceRef& device, bool requireAcs, bool requireMitigations,
                                      const ActionContext& context) override;
    base::Result<void> mountDevice(const DeviceRef& device, const ActionContext& context) override;
    base::Result<QString> assignDevice(const model::VmId& vm, const DeviceRef& device,
                                       const ActionContext& context) override;
    base::Result<void> removeDevice(const QString& adapterId, const ActionContext& context) override;
    base::Result<void> setVmSettings(const model::VmId& vm, const model::VmSettings& settings,
                                     const ActionContext& context) override;
    base::Result<void> setVmMemory(const model::VmId& vm, const model::VmSettings& settings,
                                   const ActionContext& context) override;
    base::Result<std::vector<PoolState>> readPools(const ActionContext& context) override;
    base::Result<void> createPool(const QString& name, const std::vector<model::GpuId>& devices,
                                  const ActionContext& context) override;
    base::Result<void> deletePool(const QString& name, const ActionContext& context) override;
    base::Result<QString> assignFromPool(const model::VmId& vm, const QString& pool,
                                         const ActionContext& context) override;

private:
    /// Fills in the partition adapters of @p state's VM and their limits.
    base::Result<void> readOwnAdapters(VmState& state, const ActionContext& context);
    [[nodiscard]] base::Result<std::vector<model::Assignment>> adapters(const QString& condition,
                                                                        const ActionContext& context);
    [[nodiscard]] base::Result<std::optional<ClusterResource>> clusterResource(const model::VmId& vm,
                                                                               const ActionContext& context);
    [[nodiscard]] base::Result<cim::Instance> clusterRow(const QString& resource,
                                                         const ActionContext& context);
    /// Settings of one adapter or of the memory; of @p changes only what is set there.
    base::Result<void> modifyResourceSettings(const cim::Instance& changes, const ActionContext& context);
    base::Result<void> askToShutDown(const model::VmId& vm, const ActionContext& context);
    [[nodiscard]] base::Result<model::PowerState> powerState(const model::VmId& vm,
                                                             const ActionContext& context);
    base::Result<void> requestState(const model::VmId& vm, std::uint16_t state, const ActionContext& context);
    base::Result<void> moveResource(const QString& method, const QString& resource, std::uint32_t wanted,
                                    std::chrono::seconds timeout, const ActionContext& context);
    base::Result<void> controlOfflineAction(const QString& resource, std::uint32_t action,
                                            const ActionContext& context);

    using Rows = std::vector<cim::Instance>;
    [[nodiscard]] base::Result<Rows> deviceSettings(const QString& condition, const ActionContext& context);
    [[nodiscard]] base::Result<Rows> assignableRows(const ActionContext& context);
    [[nodiscard]] base::Result<Rows> poolRows(bool primordial, const ActionContext& context);
    base::Result<void> switchDevice(const DeviceRef& device, const QString& method,
                                    const ActionContext& context);
    base::Result<QString> addDeviceSettings(const model::VmId& vm, const cim::Instance& settings,
                                            const ActionContext& context);

    ControlCalls m_calls;
    bool m_noCluster = false; ///< root\MSCluster does not exist there
};

} // namespace hvgpu::hyperv
