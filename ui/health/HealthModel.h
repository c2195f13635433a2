#pragma once

#include "ui/health/HealthRow.h"
#include "ui/models/ListModel.h"

#include <functional>
#include <memory>

namespace hvgpu::ui {

/// Shows rows that were made elsewhere. A new list is brought in by what differs, so that selection and
/// expansion stay. GUI thread only.
class HealthModel final : public ListModel
{
    Q_OBJECT

public:
    using State = std::function<ContentState(const Scope& scope)>;

    explicit HealthModel(std::vector<ColumnInfo> columns, QObject* parent = nullptr);
    ~HealthModel() override;

    /// Brings the rows to @p rows, in this order. @p state answers contentState() from now on; its items are
    /// counted here.
    void show(const HealthRows& rows, State state);

    /// The rows are the same, but their state is another: why there are none, say.
    void stateChanged();

    [[nodiscard]] const std::vector<ColumnInfo>& columns() const override { return m_columns; }
    [[nodiscard]] ContentState contentState(const Scope& scope) const override;
    [[nodiscard]] QModelIndex indexOfKey(const QString& rowKey) const override;
    [[nodiscard]] bool inScope(const QModelIndex& index, const Scope& scope) const override;
    [[nodiscard]] QString filterKey(const QModelIndex& index) const override;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Node;
    using Nodes = std::vector<std::unique_ptr<Node>>;

    void bring(Node& parent, const HealthRows& rows);
    void bringNode(Node& node, const std::shared_ptr<const HealthRow>& row);
    /// Rows @p from up to but without @p to of @p rows, with everything below them, so that views are told
    /// once.
    void insert(Node& parent, const HealthRows& rows, std::size_t from, std::size_t to);
    void remove(Node& parent, int at, int count);
    void removeUnwanted(Node& parent, const HealthRows& rows);
    [[nodiscard]] QModelIndex indexOf(const Node& node, int column = 0) const;
    [[nodiscard]] Node& nodeAt(const QModelIndex& index) const;
    [[nodiscard]] int countInScope(const Node& node, const Scope& scope) const;

    std::vector<ColumnInfo> m_columns;
    std::unique_ptr<Node> m_root;
    State m_state;
};

} // namespace hvgpu::ui
