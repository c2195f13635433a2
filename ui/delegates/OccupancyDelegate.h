#pragma once

#include <QStyledItemDelegate>

namespace hvgpu::ui {

/// Cell "3 of 8" with a bar of the partitions; reads OccupancyRole.
class OccupancyDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Tooltip of the segment under the mouse.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
    /// Where the bar of a cell lies; next to the text, after it in reading direction.
    [[nodiscard]] static QRect barRect(const QStyleOptionViewItem& option);
};

} // namespace hvgpu::ui
