#pragma once

#include "ui/models/OccupancyValue.h"

#include <QPalette>
#include <QRect>

#include <vector>

class QPainter;

namespace hvgpu::ui {

/// Draws an occupancy bar; used by the delegate and the widget. Every state has a pattern beside its colour.
class OccupancyPainter
{
public:
    /// Where one segment or block lies.
    struct Cell
    {
        QRect rect;
        analysis::PartitionSlot::State state = analysis::PartitionSlot::State::Free;
        int firstSegment = -1; ///< index into OccupancyValue::segments; -1 for a block of a sum
        int count = 1;         ///< partitions this cell stands for
    };

    /// Divides @p bar without a rest pixel; right to left when asked. More partitions than fit at 4 px each
    /// (or more than 32) become one block per state.
    [[nodiscard]] static std::vector<Cell> layout(const OccupancyValue& value, const QRect& bar,
                                                  Qt::LayoutDirection direction);
    static void paint(QPainter& painter, const OccupancyValue& value, const QRect& bar,
                      const QPalette& palette, Qt::LayoutDirection direction, int focusedCell = -1);
    /// Fill colour of a state for this palette.
    [[nodiscard]] static QColor colour(analysis::PartitionSlot::State state, const QPalette& palette);
};

} // namespace hvgpu::ui
