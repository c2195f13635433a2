#pragma once

#include "ui/commands/ChangeSelection.h"

namespace hvgpu::ui {

/// What the selection means to the commands about whole GPUs and pools of them.
/// @{
/// GPUs selected, whoever has them.
[[nodiscard]] std::vector<operations::GpuRef> gpusOf(const ChangeSelection& selection);
/// The machine that gives devices back, and which, as far as the selection says: the owner of a selected GPU,
/// place or machine. An empty vm means that the dialog asks.
[[nodiscard]] operations::DdaRemoveRequest devicesToReturn(const ChangeSelection& selection,
                                                           const fleet::FleetSnapshot& fleet);
/// @}

/// Why a command about whole GPUs cannot be used on the selection, for people; empty when it can. Without a
/// selection the dialogs ask, so that only a fleet without anything to choose from stands in the way.
class DeviceReasons
{
public:
    /// @p readOnlyReason says of a host why nothing may be written there; empty when it may.
    DeviceReasons(const fleet::FleetSnapshot& fleet,
                  std::function<QString(const model::HostId&)> readOnlyReason);

    [[nodiscard]] QString assign(const ChangeSelection& selection) const;
    [[nodiscard]] QString makeReady(const ChangeSelection& selection) const;
    [[nodiscard]] QString giveBack(const ChangeSelection& selection) const;
    [[nodiscard]] QString giveAllBack(const ChangeSelection& selection) const;
    [[nodiscard]] QString returnDevice(const ChangeSelection& selection) const;
    [[nodiscard]] QString mmio(const ChangeSelection& selection) const;
    [[nodiscard]] QString createPool(const ChangeSelection& selection) const;
    [[nodiscard]] QString assignPool(const ChangeSelection& selection) const;
    [[nodiscard]] QString unassignPool(const ChangeSelection& selection) const;

private:
    [[nodiscard]] QString hosts(const std::vector<model::HostId>& hosts) const;
    [[nodiscard]] QString mounted(const operations::GpuRef& ref) const;
    [[nodiscard]] QString owner(const operations::GpuRef& ref) const;
    template <class Test>
    [[nodiscard]] bool anyHost(const Test& test) const;

    const fleet::FleetSnapshot& m_fleet;
    std::function<QString(const model::HostId&)> m_readOnlyReason;
};

} // namespace hvgpu::ui
