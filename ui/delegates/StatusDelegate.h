#pragma once

#include <QStyledItemDelegate>

namespace hvgpu::ui {

/// Icon and word of a status column; the icon comes from IconSource by IconNameRole and never stands alone.
class StatusDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace hvgpu::ui
