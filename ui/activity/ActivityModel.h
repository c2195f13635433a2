#pragma once

#include "core/operations/Activity.h"
#include "ui/activity/ActivityFilter.h"
#include "ui/models/ListModel.h"

#include <QTimer>

#include <memory>
#include <vector>

namespace hvgpu::ui {

/// Activities → targets → steps → calls to the host, newest activity first. Only rows whose face changed are
/// told of.
class ActivityModel final : public ListModel
{
    Q_OBJECT

public:
    enum Column { What, State, Progress, Started, Duration, By, Server };
    using Activities = std::vector<std::shared_ptr<const operations::Activity>>;

    explicit ActivityModel(QObject* parent = nullptr);
    ~ActivityModel() override;

    /// Brings the rows to these activities, in this order, as far as the filter lets them through.
    void show(Activities activities);
    void setFilter(const ActivityFilter& filter);
    [[nodiscard]] const ActivityFilter& filter() const { return m_filter; }
    /// What the filter lets through.
    [[nodiscard]] Activities shown() const;

    /// The activity a row belongs to; null for invalid indexes.
    [[nodiscard]] std::shared_ptr<const operations::Activity> activityAt(const QModelIndex& index) const;
    /// Target, step and call of a row; -1 where the row has none. A step of putBackStep is the putting back.
    struct Place
    {
        int target = -1;
        int step = -1;
        int call = -1;
    };
    [[nodiscard]] Place placeAt(const QModelIndex& index) const;
    [[nodiscard]] static QString activityKey(const QString& id);

    [[nodiscard]] const std::vector<ColumnInfo>& columns() const override;
    [[nodiscard]] ContentState contentState(const Scope& scope) const override;
    [[nodiscard]] QModelIndex indexOfKey(const QString& rowKey) const override;
    [[nodiscard]] bool inScope(const QModelIndex& index, const Scope& scope) const override;
    [[nodiscard]] QString filterKey(const QModelIndex& index) const override;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

public Q_SLOTS:
    void refreshAges() override; ///< "today" may have become yesterday

private:
    struct Node;

    void applyFilter();
    void tick();
    void insertRoot(int row, const std::shared_ptr<const operations::Activity>& activity);
    void removeRoot(int row);
    [[nodiscard]] int rowOf(const QString& id, int from) const;
    void changeRoot(Node& root, const std::shared_ptr<const operations::Activity>& activity);
    void changeTarget(Node& node, const operations::Activity& activity);
    void refresh(Node& node, const operations::Activity& activity);
    void addMissing(Node& node, std::vector<std::unique_ptr<Node>> wanted);
    [[nodiscard]] QModelIndex indexOf(const Node& node, int column = 0) const;
    [[nodiscard]] static Node* nodeAt(const QModelIndex& index);
    [[nodiscard]] const operations::Activity& activityOf(const Node& node) const;
    [[nodiscard]] QVariant identity(const Node& node, int role) const;

    Activities m_all;
    ActivityFilter m_filter;
    std::vector<std::unique_ptr<Node>> m_roots;
    QTimer m_tick; ///< durations of what runs
};

} // namespace hvgpu::ui
