#pragma once

#include "ui/models/FleetModel.h"

#include <QHash>

#include <memory>
#include <vector>

namespace hvgpu::ui {

/// All servers → clusters → nodes, and stand-alone servers beside the clusters. Columns: name, state, age.
class FleetTreeModel final : public FleetModel
{
    Q_OBJECT

public:
    enum Column { Name, State, Age };

    explicit FleetTreeModel(QObject* parent = nullptr);
    ~FleetTreeModel() override;

    [[nodiscard]] const std::vector<ColumnInfo>& columns() const override;
    [[nodiscard]] ContentState contentState(const Scope& scope) const override;
    [[nodiscard]] QModelIndex indexOfKey(const QString& rowKey) const override;
    [[nodiscard]] bool inScope(const QModelIndex& index, const Scope& scope) const override;
    [[nodiscard]] QString filterKey(const QModelIndex& index) const override;
    /// Scope that choosing this row means; All for an invalid index.
    [[nodiscard]] Scope scopeOf(const QModelIndex& index) const;
    /// Row of a scope; invalid when it is gone.
    [[nodiscard]] QModelIndex indexOfScope(const Scope& scope) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    void refreshAges() override;

private:
    struct Node;

    void rebuild(const fleet::FleetSnapshot& snapshot) override;
    void applyHost(const fleet::HostDelta& delta, const fleet::FleetSnapshot& fleet) override;
    void applyEntries(const fleet::FleetSnapshot& fleet) override;

    [[nodiscard]] static Node* nodeOf(const QModelIndex& index);
    [[nodiscard]] QModelIndex indexOf(const Node& node, int column) const;
    [[nodiscard]] QVariant cellText(const Node& node, int column) const;
    [[nodiscard]] QVariant rawValue(const Node& node, int column) const;
    [[nodiscard]] QString toolTip(const Node& node) const;
    void syncChildren(Node& parent, std::vector<std::unique_ptr<Node>> wanted);
    void emitChanged(const Node& node);
    void know(Node& node);
    void forget(const Node& node);

    std::unique_ptr<Node> m_root; ///< invisible; its only child is "All servers"
    QHash<model::HostId, Node*> m_hosts;
};

} // namespace hvgpu::ui
