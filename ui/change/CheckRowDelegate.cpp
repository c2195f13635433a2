#include "ui/change/CheckRowDelegate.h"

namespace hvgpu::ui {

CheckRowDelegate::CheckRowDelegate(std::function<bool(const QModelIndex& index)> isChoosable, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_isChoosable(std::move(isChoosable))
{}

void CheckRowDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // Fusion makes the outline of check boxes a darker window colour, which is none on a dark list.
    option->palette.setColor(QPalette::Window, option->palette.color(QPalette::PlaceholderText));
    if (!m_isChoosable(index))
        option->state &= ~QStyle::State_Enabled;
}

} // namespace hvgpu::ui
