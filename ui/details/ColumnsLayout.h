#pragma once

#include <QLayout>
#include <QList>

namespace hvgpu::ui {

/// Lays blocks of different height into as many columns as fit, in order, each into the column that is
/// shortest so far. One column when narrow; mirrored from right to left.
class ColumnsLayout final : public QLayout
{
    Q_OBJECT

public:
    /// A column is never narrower than @p columnWidth, unless the whole layout is.
    explicit ColumnsLayout(int columnWidth, QWidget* parent = nullptr);
    ~ColumnsLayout() override;

    void setColumnWidth(int width);
    [[nodiscard]] int columnsFor(int width) const;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool apply) const;

    QList<QLayoutItem*> m_items;
    int m_columnWidth;
};

} // namespace hvgpu::ui
