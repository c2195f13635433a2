#include "ui/delegates/OccupancyDelegate.h"

#include "ui/delegates/OccupancyPainter.h"
#include "ui/models/Roles.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace hvgpu::ui {

namespace {

constexpr int textWidthInDigits = 9; ///< room for "999 of 999"

int textWidth(const QStyleOptionViewItem& option)
{
    return option.fontMetrics.horizontalAdvance(QLatin1Char('8')) * textWidthInDigits;
}

OccupancyValue valueOf(const QModelIndex& index)
{
    return index.data(OccupancyRole).value<OccupancyValue>();
}

} // namespace

QRect OccupancyDelegate::barRect(const QStyleOptionViewItem& option)
{
    const int margin = option.fontMetrics.height() / 4;
    const QRect cell = option.rect.adjusted(margin, margin, -margin, -margin);
    QRect bar = cell;
    bar.setLeft(cell.left() + textWidth(option));
    return QStyle::visualRect(option.direction, option.rect, bar);
}

void OccupancyDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const QString text = cell.text;
    cell.text.clear();
    const QStyle* style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    const QPalette::ColorGroup group =
        cell.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    painter->save();
    painter->setPen(cell.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
    painter->setFont(cell.font);
    const int margin = cell.fontMetrics.height() / 4;
    const QRect words = cell.rect.adjusted(margin, 0, -margin, 0);
    painter->drawText(
        words, static_cast<int>(QStyle::visualAlignment(cell.direction, Qt::AlignLeft) | Qt::AlignVCenter),
        text);
    painter->restore();
    OccupancyPainter::paint(*painter, valueOf(index), barRect(cell), cell.palette, cell.direction);
}

QSize OccupancyDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize base = QStyledItemDelegate::sizeHint(option, index);
    return {textWidth(option) * 3, base.height()};
}

bool OccupancyDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                                  const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() == QEvent::ToolTip && index.isValid()) {
        const OccupancyValue value = valueOf(index);
        for (const OccupancyPainter::Cell& cell :
             OccupancyPainter::layout(value, barRect(option), option.direction))
            if (cell.firstSegment >= 0 && cell.rect.contains(event->pos())) {
                QToolTip::showText(event->globalPos(),
                                   value.segments[static_cast<std::size_t>(cell.firstSegment)].spoken, view);
                return true;
            }
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace hvgpu::ui
