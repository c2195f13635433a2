#pragma once

#include "ui/models/FleetModel.h"
#include "ui/models/HostOrder.h"

#include <QHash>

#include <memory>
#include <vector>

namespace hvgpu::ui {

/// Every virtual machine of the fleet in one flat list. A server whose machines are not known (loading,
/// failed, list unreadable) has one notice row instead, so that "could not read" never looks like "none".
class VmTableModel final : public FleetModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        Server,
        State,
        Generation,
        Version,
        GpuPartitions,
        Devices,
        Gpus,
        Memory,
        Processors,
        OfflineAction,
        Clustered,
        UpTime,
        GuestOs,
        VmIdentity
    };

    explicit VmTableModel(QObject* parent = nullptr);
    ~VmTableModel() override;

    [[nodiscard]] const std::vector<ColumnInfo>& columns() const override;
    [[nodiscard]] ContentState contentState(const Scope& scope) const override;
    [[nodiscard]] QModelIndex indexOfKey(const QString& rowKey) const override;
    [[nodiscard]] bool inScope(const QModelIndex& index, const Scope& scope) const override;
    [[nodiscard]] QString filterKey(const QModelIndex& index) const override;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    /// Null on notice rows. Valid until the next change of the model.
    [[nodiscard]] const model::VirtualMachine* vmAt(const QModelIndex& index) const;
    [[nodiscard]] std::shared_ptr<const fleet::HostRecord> hostAt(const QModelIndex& index) const;

private:
    struct Block; ///< the rows of one host
    using VmRows = std::vector<const model::VirtualMachine*>;

    void rebuild(const fleet::FleetSnapshot& snapshot) override;
    void applyHost(const fleet::HostDelta& delta, const fleet::FleetSnapshot& fleet) override;
    void applyEntries(const fleet::FleetSnapshot& fleet) override;
    void insertBlock(const std::shared_ptr<const fleet::HostRecord>& record,
                     const fleet::FleetSnapshot& fleet);
    void removeBlock(const model::HostId& id);
    void changeBlock(Block& block, const fleet::HostDelta& delta);
    void changeRows(Block& block, const VmRows& wanted);
    void renumber(std::size_t from);
    [[nodiscard]] QVariant identity(const Block& block, const model::VirtualMachine* vm, int role) const;

    HostOrder m_order;
    std::vector<std::unique_ptr<Block>> m_blocks;
    QHash<model::HostId, Block*> m_byId;
};

} // namespace hvgpu::ui
