#pragma once

#include <QStyledItemDelegate>

namespace hvgpu::ui {

/// Paints ProgressRole as a bar with the cell's text in it; cells without it as usual.
class ProgressDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace hvgpu::ui
