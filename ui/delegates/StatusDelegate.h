#pragma once

#include "ui/delegates/CellDelegate.h"

namespace hvgpu::ui {

/// Icon and word of a status column; the icon comes from IconSource by IconNameRole and never stands alone.
class StatusDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace hvgpu::ui
