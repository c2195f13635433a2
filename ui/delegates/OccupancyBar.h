#pragma once

#include "ui/models/OccupancyValue.h"

#include <QWidget>

namespace hvgpu::ui {

/// The occupancy of one GPU as a widget: text, bar, and a keyboard focus that walks the segments (arrow keys,
/// Home, End) with a tooltip and a screen reader text for each.
class OccupancyBar final : public QWidget
{
    Q_OBJECT

public:
    explicit OccupancyBar(QWidget* parent = nullptr);

    void setValue(const OccupancyValue& value);
    [[nodiscard]] const OccupancyValue& value() const { return m_value; }
    /// Cell with the focus mark, -1 = the bar as a whole.
    [[nodiscard]] int focusedCell() const { return m_focused; }
    void setFocusedCell(int cell);
    [[nodiscard]] int cellCount() const;
    [[nodiscard]] QString cellText(int cell) const;
    [[nodiscard]] QRect cellRect(int cell) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Enter, Space or a click on a segment; index into value().segments, -1 for a block of a sum.
    void segmentActivated(int segment);
    void focusedCellChanged(int cell);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRect barRect() const;
    [[nodiscard]] int cellAt(const QPoint& position) const;
    void announce();

    OccupancyValue m_value;
    int m_focused = -1;
};

} // namespace hvgpu::ui
