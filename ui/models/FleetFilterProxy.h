#pragma once

#include "ui/models/ListModel.h"

#include <QElapsedTimer>
#include <QSortFilterProxyModel>
#include <QStringList>
#include <QTimer>

namespace hvgpu::ui {

/// Filters by text (recursively, every word must be found) and by scope; sorts by SortRole with typed
/// comparison, unknown values last, rows of equal value in their natural order. Sorting is not dynamic: after
/// changes it runs once, at most every 2 s (codebases measured why).
class FleetFilterProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FleetFilterProxy(QObject* parent = nullptr);

    /// @p model must be a ListModel.
    void setListModel(ListModel* model);
    [[nodiscard]] ListModel* listModel() const { return m_model; }

    /// At once; debouncing is the search box's business (DataTreeView::setFilterText).
    void setFilterText(const QString& text);
    [[nodiscard]] QString filterText() const { return m_text; }
    /// Its words, case-folded.
    [[nodiscard]] const QStringList& words() const { return m_words; }
    void setScope(const Scope& scope);
    [[nodiscard]] const Scope& scope() const { return m_scope; }

    /// Sorts soon after changes; suspended while a menu is open or the user drags.
    void setResortSuspended(bool suspended);
    /// Column -1 = natural order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void aboutToRefilter();
    void refiltered();
    void aboutToResort();
    void resorted();

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    void scheduleResort();
    void resortNow();

    ListModel* m_model = nullptr;
    QString m_text;
    QStringList m_words; ///< case-folded
    Scope m_scope;
    QTimer m_resortTimer;
    QElapsedTimer m_lastSort;
    bool m_suspended = false;
    bool m_dirty = false;
};

/// Numbers inside texts count as numbers ("hv2" before "hv10"), case does not matter first. <0, 0, >0.
[[nodiscard]] int naturalCompare(QStringView left, QStringView right);
/// Three-way comparison of two RawValueRole values of one column; neither is invalid.
[[nodiscard]] int compareValues(const QVariant& left, const QVariant& right);

} // namespace hvgpu::ui
