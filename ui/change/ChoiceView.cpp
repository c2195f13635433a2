#include "ui/change/ChoiceView.h"

#include "ui/change/CheckRowDelegate.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int sampleRows = 200;
constexpr int mostCharacters = 30;
constexpr int leastCharacters = 16;

/// What is checked can still be unchecked, and looks it.
bool looksChoosable(const QModelIndex& index)
{
    return index.data(WhyNotRole).toString().isEmpty() ||
           index.siblingAtColumn(0).data(Qt::CheckStateRole).toInt() == Qt::Checked;
}

} // namespace

ChoiceView::ChoiceView(ChoiceModel* model, QWidget* parent)
    : QTreeView(parent)
    , m_model(model)
    , m_proxy(new FleetFilterProxy(this))
{
    m_proxy->setListModel(model);
    setModel(m_proxy);
    setItemDelegate(new CheckRowDelegate(looksChoosable, this));
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setRootIsDecorated(false);
    setAllColumnsShowFocus(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(model->mode() == ChoiceModel::Mode::Several ? QAbstractItemView::ExtendedSelection
                                                                 : QAbstractItemView::SingleSelection);
    setTextElideMode(Qt::ElideRight);
    header()->setHighlightSections(false);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(true);
    header()->setSortIndicatorClearable(true);
    header()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(model, &ListModel::applied, this, &ChoiceView::sizeColumns);
    connect(model, &QAbstractItemModel::dataChanged, this, [this] {
        if (m_model->find(m_current) != nullptr)
            Q_EMIT currentKeyChanged();
    });
    if (model->mode() == ChoiceModel::Mode::Several)
        connect(this, &QAbstractItemView::doubleClicked, this, &ChoiceView::toggleSelected);
}

QString ChoiceView::currentKey() const
{
    return currentIndex().data(RowKeyRole).toString();
}

void ChoiceView::setCurrentKey(const QString& key)
{
    const QModelIndex index = m_proxy->mapFromSource(m_model->indexOfKey(key));
    setCurrentIndex(index);
    if (index.isValid())
        scrollTo(index);
}

QStringList ChoiceView::shownKeys() const
{
    QStringList keys;
    for (int row = 0; row < m_proxy->rowCount(); ++row)
        keys << m_proxy->index(row, 0).data(RowKeyRole).toString();
    return keys;
}

void ChoiceView::toggleSelected()
{
    QStringList keys;
    bool allChecked = true;
    QModelIndexList rows = selectionModel()->selectedRows();
    // Where the keyboard is counts more than what was selected elsewhere.
    if (!selectionModel()->isRowSelected(currentIndex().row(), {}))
        rows = {currentIndex().siblingAtColumn(0)};
    for (const QModelIndex& index : std::as_const(rows)) {
        const QString key = index.data(RowKeyRole).toString();
        keys << key;
        if (index.data(WhyNotRole).toString().isEmpty())
            allChecked = allChecked && m_model->isChecked(key);
    }
    m_model->setChecked(keys, !allChecked);
}

void ChoiceView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (event->key() == Qt::Key_Space && plain && m_model->mode() == ChoiceModel::Mode::Several) {
        toggleSelected();
        return;
    }
    if (event->key() == Qt::Key_Up && plain && currentIndex().row() <= 0) {
        Q_EMIT leaveRequested();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void ChoiceView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    if (const QString key = currentKey(); key != m_current) {
        m_current = key;
        Q_EMIT currentKeyChanged();
    }
}

void ChoiceView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    Q_EMIT currentKeyChanged();
}

void ChoiceView::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    sizeColumns();
}

/// Once, from the first rows, when both they and the width are there.
void ChoiceView::sizeColumns()
{
    const int columns = m_proxy->columnCount();
    if (m_sized || m_proxy->rowCount() == 0 || !isVisible())
        return;
    m_sized = true;
    const int character = fontMetrics().averageCharWidth();
    const int icon = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this) + character;
    for (int column = 0; column < columns - 1; ++column) {
        int width = 0;
        bool hasIcon = column == 0;
        for (int row = 0; row < std::min(m_proxy->rowCount(), sampleRows); ++row) {
            const QModelIndex index = m_proxy->index(row, column);
            width = std::max(width, fontMetrics().horizontalAdvance(index.data().toString()));
            hasIcon = hasIcon || !index.data(IconNameRole).toString().isEmpty();
        }
        width = std::min(width, character * mostCharacters);
        if (column == 0)
            width = std::max(width, character * leastCharacters) +
                    (m_model->mode() == ChoiceModel::Mode::Several ? icon : 0);
        width += (hasIcon ? icon : 0) + 3 * character;
        header()->resizeSection(column, std::max(width, header()->sectionSizeHint(column)));
    }
}

} // namespace hvgpu::ui
