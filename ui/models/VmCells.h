#pragma once

#include "core/fleet/FleetSnapshot.h"

#include <QVariant>

#include <vector>

namespace hvgpu::ui {

/// Cells of one row of VmTableModel: a VM, or the notice of a host whose VMs are not known. Made per cell;
/// holds references only.
class VmCells
{
public:
    VmCells(const fleet::HostRecord& host, const model::VirtualMachine* vm)
        : m_host(host)
        , m_vm(vm)
    {}

    /// Empty for VmTableModel::Gpus, which the model knows for all VMs of a host at once.
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QVariant raw(int column) const;
    [[nodiscard]] QString toolTip(int column, const QDateTime& now) const;
    /// Of VmTableModel::Gpus, which says @p gpus.
    [[nodiscard]] QString gpusToolTip(const QString& gpus) const;
    [[nodiscard]] QString spoken(int column, const QString& title) const;
    [[nodiscard]] QString iconName(int column) const;

private:
    [[nodiscard]] QString notice() const;
    [[nodiscard]] static std::vector<model::Part> sources(int column);
    /// For the tooltip of a dash.
    [[nodiscard]] QString whyUnknown(int column) const;
    [[nodiscard]] QString offlineAction() const;
    /// Nothing when they could not be read.
    [[nodiscard]] std::optional<int> adapters(model::Part source, int count) const;
    [[nodiscard]] std::optional<std::uint64_t> memoryBytes() const;

    const fleet::HostRecord& m_host;
    const model::VirtualMachine* m_vm;
};

} // namespace hvgpu::ui
