#pragma once

#include "core/analysis/AssignedStatus.h"
#include "core/analysis/PartitionLayout.h"
#include "ui/models/FleetModel.h"
#include "ui/models/HostOrder.h"

#include <QHash>

#include <memory>
#include <optional>
#include <vector>

namespace hvgpu::ui {

/// A GPU with what analysis says of it, computed once per snapshot.
struct GpuRow
{
    const model::Gpu* gpu = nullptr;
    std::vector<analysis::PartitionSlot> slots;
    int ordinal = 0;  ///< 1-based among cards of the same name in the host; 0 = the only one
    int position = 0; ///< index into the snapshot's GPUs
    analysis::Occupancy occupancy;

    [[nodiscard]] const analysis::StatusVerdict& verdict(const model::HostSnapshot& host) const;

private:
    mutable std::optional<analysis::StatusVerdict> m_verdict;
};

/// What the models share that show server → GPU (→ partition). Sub-classes say which rows exist and what the
/// cells hold.
class HostTreeModel : public FleetModel
{
    Q_OBJECT

public:
    ~HostTreeModel() override;

    [[nodiscard]] ContentState contentState(const Scope& scope) const override;
    [[nodiscard]] QModelIndex indexOfKey(const QString& wanted) const override;
    [[nodiscard]] bool inScope(const QModelIndex& index, const Scope& scope) const override;
    [[nodiscard]] QString filterKey(const QModelIndex& index) const override;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    void refreshAges() override;

    /// Objects behind a row, for details panes and commands; null where the row has none. Valid until the
    /// next change of the model.
    [[nodiscard]] std::shared_ptr<const fleet::HostRecord> hostAt(const QModelIndex& index) const;
    [[nodiscard]] const model::Gpu* gpuAt(const QModelIndex& index) const;
    [[nodiscard]] const analysis::PartitionSlot* slotAt(const QModelIndex& index) const;
    [[nodiscard]] const model::Assignment* assignmentAt(const QModelIndex& index) const;

protected:
    /// A row as the cells see it.
    struct Row
    {
        RowKind kind = RowKind::Host;
        const fleet::HostRecord* host = nullptr;
        const GpuRow* gpu = nullptr;
        const analysis::PartitionSlot* slot = nullptr;
        const model::Assignment* unplaced = nullptr;
        int number = 0; ///< position of a partition below its GPU
    };

    explicit HostTreeModel(bool withPartitions, QObject* parent);

    [[nodiscard]] virtual bool listsGpu(const model::Gpu& gpu) const = 0;
    /// The model's own verdict that its part of the host could not be read.
    [[nodiscard]] virtual bool isUnreadable(const model::HostSnapshot& host) const = 0;
    [[nodiscard]] virtual QString cellText(const Row& row, int column) const = 0;
    [[nodiscard]] virtual QVariant rawValue(const Row& row, int column) const = 0;
    [[nodiscard]] virtual QString toolTip(const Row& row, int column) const = 0;
    /// Empty = the cell's text says it.
    [[nodiscard]] virtual QString spoken(const Row& row, int column) const = 0;
    [[nodiscard]] virtual QString iconName(const Row& row, int column) const = 0;
    [[nodiscard]] virtual int occupancyColumn() const = 0;

private:
    struct Branch;
    struct GpuBranch;
    struct HostBranch;

    void rebuild(const fleet::FleetSnapshot& snapshot) override;
    void applyHost(const fleet::HostDelta& delta, const fleet::FleetSnapshot& fleet) override;
    void applyEntries(const fleet::FleetSnapshot& fleet) override;

    [[nodiscard]] std::unique_ptr<HostBranch> makeHost(std::shared_ptr<const fleet::HostRecord> record) const;
    void fill(HostBranch& host) const;
    void fillFromFirstLook(HostBranch& host) const;
    void insertHost(const std::shared_ptr<const fleet::HostRecord>& record,
                    const fleet::FleetSnapshot& fleet);
    void removeHost(const model::HostId& id);
    void changeHost(HostBranch& host, const fleet::HostDelta& delta);
    void changeInPlace(HostBranch& host, HostBranch& fresh, const fleet::HostDelta& delta);
    void changeGpus(HostBranch& host, HostBranch& fresh);
    void changeSlots(HostBranch& host, GpuBranch& gpu, GpuBranch& fresh);
    void changeUnplaced(HostBranch& host, HostBranch& fresh);
    void renumber(std::size_t from);
    void emitRows(const Branch& parent, int first, int last);

    [[nodiscard]] QModelIndex indexOf(const Branch& branch, int column = 0) const;
    [[nodiscard]] const Branch* branchAt(const QModelIndex& index) const;
    [[nodiscard]] Row rowAt(const QModelIndex& index) const;
    [[nodiscard]] QString rowKey(const Row& row) const;
    [[nodiscard]] QVariant identity(const Row& row, int role) const;

    HostOrder m_order;
    bool m_withPartitions;
    std::vector<std::unique_ptr<HostBranch>> m_hosts;
    QHash<model::HostId, HostBranch*> m_byId;
};

} // namespace hvgpu::ui
