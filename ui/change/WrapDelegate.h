#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace hvgpu::ui {

/// Cells that go on in further lines where their column is narrower than their text. Icons belong to the
/// first line. Rows get other heights when the columns get other widths.
class WrapDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Serves @p view, which is a list without branches, from now on.
    explicit WrapDelegate(QTreeView* view);

    /// Wide enough for what is in the column, up to @p most or its title; measured once, not with every
    /// change.
    void fitColumn(int column, int most);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    QTreeView* m_view;
};

} // namespace hvgpu::ui
