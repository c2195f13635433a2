#pragma once

#include "ui/models/HostTreeModel.h"

namespace hvgpu::ui {

/// Server → GPU, every GPU of the fleet with its assigned status.
class GpuTreeModel final : public HostTreeModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        AssignedStatus,
        StatusDetail,
        Occupancy,
        PartitionCount,
        PartitionsInUse,
        TotalVram,
        AvailableVram,
        Model,
        Driver,
        Location,
        Manufacturer,
        DriverDate,
        ValidCounts,
        GpuIdentity
    };

    explicit GpuTreeModel(QObject* parent = nullptr);
    [[nodiscard]] const std::vector<ColumnInfo>& columns() const override;

private:
    [[nodiscard]] bool listsGpu(const model::Gpu& gpu) const override;
    [[nodiscard]] bool isUnreadable(const model::HostSnapshot& host) const override;
    [[nodiscard]] QString hostText(const Row& row, int column) const;
    [[nodiscard]] static QString arrivingText(const GpuRow& row, int column);
    [[nodiscard]] QString cellText(const Row& row, int column) const override;
    [[nodiscard]] QVariant rawValue(const Row& row, int column) const override;
    [[nodiscard]] QString toolTip(const Row& row, int column) const override;
    [[nodiscard]] QString spoken(const Row& row, int column) const override;
    [[nodiscard]] QString iconName(const Row& row, int column) const override;
    [[nodiscard]] int occupancyColumn() const override { return Occupancy; }
};

} // namespace hvgpu::ui
