#include "ui/details/ColumnsLayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <vector>

namespace hvgpu::ui {

ColumnsLayout::ColumnsLayout(int columnWidth, QWidget* parent)
    : QLayout(parent)
    , m_columnWidth(columnWidth)
{}

ColumnsLayout::~ColumnsLayout()
{
    qDeleteAll(m_items);
}

void ColumnsLayout::setColumnWidth(int width)
{
    m_columnWidth = width;
    invalidate();
}

int ColumnsLayout::columnsFor(int width) const
{
    const int gap = std::max(0, spacing());
    const int fitting = (width + gap) / std::max(1, m_columnWidth + gap);
    return std::clamp(fitting, 1, std::max(1, count()));
}

void ColumnsLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

QLayoutItem* ColumnsLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem* ColumnsLayout::takeAt(int index)
{
    return index >= 0 && index < count() ? m_items.takeAt(index) : nullptr;
}

int ColumnsLayout::count() const
{
    return static_cast<int>(m_items.size());
}

int ColumnsLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize ColumnsLayout::sizeHint() const
{
    return {m_columnWidth * 2, heightForWidth(m_columnWidth * 2)};
}

QSize ColumnsLayout::minimumSize() const
{
    int width = 0;
    for (const QLayoutItem* item : m_items)
        width = std::max(width, item->minimumSize().width());
    const QMargins margins = contentsMargins();
    return {width + margins.left() + margins.right(), margins.top() + margins.bottom()};
}

void ColumnsLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int ColumnsLayout::arrange(const QRect& rect, bool apply) const
{
    const QRect area = rect.marginsRemoved(contentsMargins());
    const int gap = std::max(0, spacing());
    const int columns = columnsFor(area.width());
    const int width = (area.width() - gap * (columns - 1)) / columns;
    const Qt::LayoutDirection direction =
        parentWidget() != nullptr ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    std::vector<int> bottoms(static_cast<std::size_t>(columns), 0);
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const auto shortest = std::min_element(bottoms.begin(), bottoms.end());
        const int height =
            item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
        const int column = static_cast<int>(std::distance(bottoms.begin(), shortest));
        const QRect place(area.left() + column * (width + gap), area.top() + *shortest, width, height);
        if (apply)
            item->setGeometry(QStyle::visualRect(direction, area, place));
        *shortest += height + gap;
    }
    const int used = *std::max_element(bottoms.begin(), bottoms.end());
    const QMargins margins = contentsMargins();
    return std::max(0, used - gap) + margins.top() + margins.bottom();
}

} // namespace hvgpu::ui
