#include "ui/delegates/StatusDelegate.h"

#include "ui/models/IconSource.h"
#include "ui/models/Roles.h"

namespace hvgpu::ui {

void StatusDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QIcon icon = iconFor(index.data(IconNameRole).toString());
    if (icon.isNull())
        return;
    option->icon = icon;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = option->decorationSize.isValid() ? option->decorationSize : QSize(16, 16);
}

} // namespace hvgpu::ui
