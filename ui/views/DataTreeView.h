#pragma once

#include "ui/models/FleetFilterProxy.h"
#include "ui/views/StateOverlay.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QTreeView>

class QMenu;
class QSettings;

namespace hvgpu::ui {

class ExpansionKeeper;

/// Base of the tabs' trees: filter, scope, columns the user arranges, copying, empty states. Owns its proxy.
class DataTreeView : public QTreeView
{
    Q_OBJECT

public:
    enum class Content { Gpus, Partitions, Pools, Vms, Servers, Activities };

    explicit DataTreeView(Content content, QWidget* parent = nullptr);
    ~DataTreeView() override;

    /// The model is not owned.
    void setListModel(ListModel* model);
    [[nodiscard]] ListModel* listModel() const;
    [[nodiscard]] FleetFilterProxy* proxy() const { return m_proxy; }
    [[nodiscard]] Content content() const { return m_content; }
    [[nodiscard]] StateOverlay* overlay() const { return m_overlay; }
    [[nodiscard]] ExpansionKeeper* keeper() const { return m_keeper; }

    /// Filters 150 ms after the last call.
    void setFilterText(const QString& text);
    void setScope(const Scope& scope);

    /// Selected rows (column 0, source model), in display order.
    [[nodiscard]] QModelIndexList selectedSourceRows() const;
    [[nodiscard]] QModelIndex currentSource() const;
    /// Makes the row with this RowKeyRole current, expanding its parents.
    bool selectKey(const QString& rowKey);

    /// Order, widths, visibility and sorting of the columns, under @p group with a version.
    void saveLayout(QSettings& settings, const QString& group) const;
    /// False when there is none or its version is unknown; the view is then as designed.
    bool restoreLayout(QSettings& settings, const QString& group);
    void resetLayout();
    /// Widths from header texts and the first 200 rows; called once when the first rows arrive.
    void sizeColumns();
    /// Check boxes for the columns, "Reset columns"; for the header and the View menu. Caller owns.
    [[nodiscard]] QMenu* createColumnMenu(QWidget* parent);

    /// Selected rows as TSV in the visible columns, the server's name before them; tabs and line breaks
    /// inside cells become \t and \n, backslashes stay so that IDs paste intact.
    [[nodiscard]] QString selectionAsTsv(bool withHeader) const;
    /// Siblings of the current row only (measured: selecting an expanded fleet takes seconds).
    void selectAll() override;
    /// Repaints when a painted row changed. Qt's own looks every changed row up in a linear list (seconds
    /// in an expanded fleet), and rows here are all of one height and never edited in place.
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight,
                     const QList<int>& roles = QList<int>()) override;

public Q_SLOTS:
    void copyRows();
    void copyRowsWithHeader();
    void copyCell();
    void copyId();
    /// Refuses beyond expandLimit rows and expands only servers then.
    void expandAllGuarded();
    void collapseAllKept();

Q_SIGNALS:
    /// Before a context menu opens, after the standard copy entries were added.
    void contextMenuWanted(QMenu* menu);
    /// Enter, Return or double click on a row of the source model.
    void rowActivated(const QModelIndex& sourceIndex);
    void selectionChangedByUser(); ///< also current row changes; not while the keeper restores
    void addServerRequested();
    void clearFilterRequested();
    void retryRequested();
    void layoutChangedByUser();

protected:
    void showEvent(QShowEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    /// Whoever comes by keyboard is at a row that is selected: commands and details are about it.
    void focusInEvent(QFocusEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    /// The columns have got their widths from what is in them.
    virtual void columnsSized() {}
    /// What @p column needs for its title and the first rows, within bounds.
    [[nodiscard]] int wantedWidth(int column) const;
    void drawRow(QPainter* painter, const QStyleOptionViewItem& options,
                 const QModelIndex& index) const override;

private:
    [[nodiscard]] QModelIndexList sampleOfRows() const;
    [[nodiscard]] int wantedWidth(int column, const QModelIndexList& sample) const;
    [[nodiscard]] bool isGrowing() const;
    [[nodiscard]] bool isTimeToSize() const;
    void setUpHeader();
    void setUpDelegates();
    void applyFilter();
    void scheduleOverlay();
    void updateOverlay();
    void showNothing(const ContentState& state);
    [[nodiscard]] std::vector<int> visibleColumns() const;

    Content m_content;
    FleetFilterProxy* m_proxy;
    StateOverlay* m_overlay;
    ExpansionKeeper* m_keeper = nullptr;
    QTimer m_filterTimer;
    QTimer m_overlayTimer;
    QString m_wantedFilter;
    /// Rows on screen, as the parent's identity in the proxy and the row; only ever compared.
    mutable std::vector<std::pair<quintptr, int>> m_painted;
    QElapsedTimer m_sizedAt;
    bool m_sized = false; ///< columns have their widths, from a sample or a stored layout
};

} // namespace hvgpu::ui
