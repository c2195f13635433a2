#pragma once

#include "core/model/HostSnapshot.h"
#include "core/operations/Plan.h"
#include "core/operations/PlanBuilder.h"

#include <optional>
#include <vector>

namespace hvgpu::operations {

/// A GPU or another function of its card, as a snapshot knows it.
struct DeviceFacts
{
    model::GpuId id;
    QString name;
    QString locationPath;
    model::DeviceMount mount = model::DeviceMount::Absent;
    const std::vector<model::Assignment>* assignments = nullptr;
    const model::Gpu* card = nullptr; ///< the GPU, or the one whose card it is on
    bool isCompanion = false;

    /// The setting data that gives it to @p vm; null when it does not have it.
    [[nodiscard]] const model::Assignment* adapterOf(const model::VmId& vm) const;
    /// Names of the VMs that have it as a whole device, or hold partitions of it.
    [[nodiscard]] QStringList holders(model::Assignment::Kind kind) const;
    /// Those that have it as a whole device, and the ids of those that had and are not there any more.
    /// @{
    [[nodiscard]] QStringList owners(const model::HostSnapshot& host) const;
    [[nodiscard]] QStringList ownersGone(const model::HostSnapshot& host) const;
    /// @}
    [[nodiscard]] DeviceExpectation expectation(const model::VmId& vm) const;
};

[[nodiscard]] std::optional<DeviceFacts> findDevice(const model::HostSnapshot& host, const model::GpuId& id);
/// The GPU and every other function of its card, the GPU first.
[[nodiscard]] std::vector<DeviceFacts> devicesOfCard(const model::Gpu& gpu);

/// A step about @p device.
[[nodiscard]] Step deviceStep(StepKind kind, const DeviceFacts& device);
/// What takes @p device from its host, as far as that is not done: disable, dismount, verify.
[[nodiscard]] std::vector<Step> dismountSteps(const DeviceFacts& device,
                                              const DismountRequirements& requirements);
/// What gives it back: mount, enable.
[[nodiscard]] std::vector<Step> mountSteps(const DeviceFacts& device);

/// Notes what stands against taking @p device from its host. False = blocked.
[[nodiscard]] bool checkDismount(PlanBuilder& builder, const fleet::HostRecord& record,
                                 const DeviceFacts& device);
/// Notes functions of a chosen GPU's card that were not chosen, and a console left without a display.
void warnOfCards(PlanBuilder& builder, const fleet::HostRecord& record,
                 const std::vector<DeviceFacts>& chosen);
/// Notes that protections of the host were switched off by choice.
void warnOfForce(PlanBuilder& builder, const model::HostId& host, const DismountRequirements& requirements);

} // namespace hvgpu::operations
