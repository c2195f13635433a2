#pragma once

#include "ui/models/FleetModel.h"
#include "ui/models/HostOrder.h"

#include <QHash>

#include <memory>
#include <vector>

namespace hvgpu::ui {

/// Server → GPU pool → device with the VM that has it; dismounted GPUs outside of any pool below "Not in a
/// pool". Virtual machines that wait for a device of a pool are listed below it, also below a pool that their
/// server does not have.
class PoolTreeModel final : public FleetModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        VirtualMachine,
        VmState,
        AssignmentStatus,
        Devices,
        Note,
        Mmio,
        Location,
        InstancePath,
        VmIdentity
    };

    explicit PoolTreeModel(QObject* parent = nullptr);
    ~PoolTreeModel() override;

    [[nodiscard]] const std::vector<ColumnInfo>& columns() const override;
    [[nodiscard]] ContentState contentState(const Scope& scope) const override;
    [[nodiscard]] QModelIndex indexOfKey(const QString& rowKey) const override;
    [[nodiscard]] bool inScope(const QModelIndex& index, const Scope& scope) const override;
    [[nodiscard]] QString filterKey(const QModelIndex& index) const override;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    void refreshAges() override;

    /// Objects behind a row; null where the row has none. Valid until the next change of the model.
    [[nodiscard]] std::shared_ptr<const fleet::HostRecord> hostAt(const QModelIndex& index) const;
    [[nodiscard]] const model::Gpu* gpuAt(const QModelIndex& index) const;
    [[nodiscard]] const model::GpuPool* poolAt(const QModelIndex& index) const;
    [[nodiscard]] const model::Assignment* assignmentAt(const QModelIndex& index) const;

private:
    struct Node;
    class Builder;
    using Nodes = std::vector<std::unique_ptr<Node>>;

    void rebuild(const fleet::FleetSnapshot& snapshot) override;
    void applyHost(const fleet::HostDelta& delta, const fleet::FleetSnapshot& fleet) override;
    void applyEntries(const fleet::FleetSnapshot& fleet) override;

    [[nodiscard]] static std::unique_ptr<Node> makeHost(std::shared_ptr<const fleet::HostRecord> record,
                                                        const fleet::FleetSnapshot& fleet);
    void insertHost(const std::shared_ptr<const fleet::HostRecord>& record,
                    const fleet::FleetSnapshot& fleet);
    void removeHost(const model::HostId& id, const fleet::FleetSnapshot& fleet);
    void reconcile(Node& parent, Nodes fresh);
    void removeMissing(Node& parent, const Nodes& fresh);
    void updateNotes(const fleet::HostRecord& changed, const fleet::FleetSnapshot& fleet);
    void renumberHosts(std::size_t from);

    [[nodiscard]] QModelIndex indexOf(const Node& node, int column = 0) const;
    [[nodiscard]] static const Node* nodeAt(const QModelIndex& index);
    [[nodiscard]] const Node* find(const Nodes& nodes, const QString& key) const;
    [[nodiscard]] QVariant identity(const Node& node, int role) const;
    void emitRow(const Node& node);

    HostOrder m_order;
    Nodes m_hosts;
    QHash<model::HostId, Node*> m_byId;
};

} // namespace hvgpu::ui
