#pragma once

#include <QStyledItemDelegate>

#include <functional>

namespace hvgpu::ui {

/// Rows with check boxes whose outline is seen in the dark, too; greys what cannot be chosen.
class CheckRowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    CheckRowDelegate(std::function<bool(const QModelIndex& index)> isChoosable, QObject* parent);

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    std::function<bool(const QModelIndex& index)> m_isChoosable;
};

} // namespace hvgpu::ui
