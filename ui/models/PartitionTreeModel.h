#pragma once

#include "ui/models/HostTreeModel.h"

namespace hvgpu::ui {

/// Server → partitionable GPU → partition with the VM on it; free partitions too. Assignments whose GPU is
/// not there (gone, or automatic and the VM off) are listed below the server.
class PartitionTreeModel final : public HostTreeModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        VirtualMachine,
        VmState,
        PartitionCount,
        Occupancy,
        Vram,
        Encode,
        Decode,
        Compute,
        PartitionId,
        VmIdentity,
        Location,
        GpuIdentity,
        AdapterIdentity
    };

    explicit PartitionTreeModel(QObject* parent = nullptr);
    [[nodiscard]] const std::vector<ColumnInfo>& columns() const override;

private:
    [[nodiscard]] bool listsGpu(const model::Gpu& gpu) const override;
    [[nodiscard]] bool isUnreadable(const model::HostSnapshot& host) const override;
    [[nodiscard]] QString cellText(const Row& row, int column) const override;
    [[nodiscard]] QVariant rawValue(const Row& row, int column) const override;
    [[nodiscard]] QString toolTip(const Row& row, int column) const override;
    [[nodiscard]] QString spoken(const Row& row, int column) const override;
    [[nodiscard]] QString iconName(const Row& row, int column) const override;
    [[nodiscard]] int occupancyColumn() const override { return Occupancy; }

    [[nodiscard]] QString hostText(const Row& row, int column) const;
    [[nodiscard]] static QString nameText(const Row& row);
    [[nodiscard]] static QString partitionIdText(const Row& row);
    /// VRAM, encoder and the like: what the GPU has left, or what the partition has or would get.
    [[nodiscard]] static QString measureText(const Row& row, int column);
};

} // namespace hvgpu::ui
