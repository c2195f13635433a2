#include "ui/change/WrapDelegate.h"

#include <QHeaderView>
#include <QTreeView>

#include <algorithm>

namespace hvgpu::ui {

WrapDelegate::WrapDelegate(QTreeView* view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
    view->setItemDelegate(this);
    view->setWordWrap(true);
    view->setUniformRowHeights(false);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel); // rows may be taller than the view
    connect(view->header(), &QHeaderView::sectionResized, this,
            [this] { Q_EMIT sizeHintChanged(QModelIndex()); });
}

void WrapDelegate::fitColumn(int column, int most)
{
    m_view->setWordWrap(false);
    m_view->resizeColumnToContents(column);
    m_view->setWordWrap(true);
    const int wanted = std::min(m_view->columnWidth(column), most);
    m_view->setColumnWidth(column, std::max(wanted, m_view->header()->sectionSizeHint(column)));
}

QSize WrapDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem inColumn = option;
    if ((option.features & QStyleOptionViewItem::WrapText) != 0)
        inColumn.rect = QRect(0, 0, m_view->columnWidth(index.column()), QWIDGETSIZE_MAX);
    return QStyledItemDelegate::sizeHint(inColumn, index);
}

void WrapDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->decorationAlignment = Qt::AlignLeft | Qt::AlignTop;
}

} // namespace hvgpu::ui
