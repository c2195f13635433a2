#include "ui/delegates/OccupancyPainter.h"

#include <QPainter>

#include <algorithm>

namespace hvgpu::ui {

using State = analysis::PartitionSlot::State;

namespace {

constexpr int minCellWidth = 4;
constexpr int maxSegments = 32;
constexpr int darkLightness = 128;

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Base).lightness() < darkLightness;
}

/// Cell edges without a rest: the i-th of n starts at width * i / n.
int edge(int width, qint64 part, qint64 whole)
{
    return static_cast<int>(static_cast<qint64>(width) * part / whole);
}

void mirror(std::vector<OccupancyPainter::Cell>& cells, const QRect& bar)
{
    for (OccupancyPainter::Cell& cell : cells)
        cell.rect.moveLeft(bar.left() + bar.right() - cell.rect.right());
}

Qt::BrushStyle pattern(State state)
{
    switch (state) {
    case State::Running:
        return Qt::SolidPattern;
    case State::ResolvedAtStart:
    case State::Unread:
        return Qt::BDiagPattern;
    case State::OverCommitted:
        return Qt::DiagCrossPattern;
    case State::Free:
        break;
    }
    return Qt::NoBrush;
}

void paintCell(QPainter& painter, const OccupancyPainter::Cell& cell, const QPalette& palette)
{
    const QColor colour = OccupancyPainter::colour(cell.state, palette);
    painter.fillRect(cell.rect, palette.color(QPalette::Base));
    if (cell.state == State::Free)
        return;
    if (cell.state != State::Running) {
        QColor wash = colour;
        wash.setAlphaF(0.25F);
        painter.fillRect(cell.rect, wash);
    }
    painter.setBrushOrigin(cell.rect.topLeft());
    painter.fillRect(cell.rect, QBrush(colour, pattern(cell.state)));
}

void paintFrame(QPainter& painter, const std::vector<OccupancyPainter::Cell>& cells, const QRect& bar,
                const QPalette& palette)
{
    QColor line = palette.color(QPalette::Text);
    line.setAlphaF(0.6F);
    painter.setPen(QPen(line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
    for (const OccupancyPainter::Cell& cell : cells)
        if (cell.rect.left() > bar.left())
            painter.drawLine(cell.rect.left(), bar.top(), cell.rect.left(), bar.bottom());
}

} // namespace

std::vector<OccupancyPainter::Cell> OccupancyPainter::layout(const OccupancyValue& value, const QRect& bar,
                                                             Qt::LayoutDirection direction)
{
    std::vector<Cell> cells;
    const int count = static_cast<int>(value.segments.size());
    if (value.total + value.overCommitted <= 0 || bar.width() <= 0)
        return cells;
    if (count > 0 && count <= maxSegments && bar.width() >= count * minCellWidth) {
        for (int i = 0; i < count; ++i) {
            const int left = edge(bar.width(), i, count);
            cells.push_back(
                {QRect(bar.left() + left, bar.top(), edge(bar.width(), i + 1, count) - left, bar.height()),
                 value.segments[static_cast<std::size_t>(i)].state, i, 1});
        }
    } else {
        const std::pair<State, int> blocks[] = {{State::Running, value.running},
                                                {State::ResolvedAtStart, value.resolvedAtStart},
                                                {State::Free, value.freeCount()},
                                                {State::OverCommitted, value.overCommitted}};
        int whole = 0;
        for (const auto& block : blocks)
            whole += block.second;
        int done = 0;
        for (const auto& [state, size] : blocks) {
            if (size <= 0)
                continue;
            const int left = edge(bar.width(), done, whole);
            done += size;
            cells.push_back(
                {QRect(bar.left() + left, bar.top(), edge(bar.width(), done, whole) - left, bar.height()),
                 state, -1, size});
        }
    }
    if (direction == Qt::RightToLeft)
        mirror(cells, bar);
    return cells;
}

void OccupancyPainter::paint(QPainter& painter, const OccupancyValue& value, const QRect& bar,
                             const QPalette& palette, Qt::LayoutDirection direction, int focusedCell)
{
    const std::vector<Cell> cells = layout(value, bar, direction);
    if (cells.empty())
        return;
    painter.save();
    for (const Cell& cell : cells)
        paintCell(painter, cell, palette);
    paintFrame(painter, cells, bar, palette);
    if (focusedCell >= 0 && focusedCell < static_cast<int>(cells.size())) {
        painter.setPen(QPen(palette.color(QPalette::Text), 2));
        painter.drawRect(cells[static_cast<std::size_t>(focusedCell)].rect.adjusted(1, 1, -1, -1));
    }
    painter.restore();
}

QColor OccupancyPainter::colour(State state, const QPalette& palette)
{
    const bool dark = isDark(palette);
    switch (state) {
    case State::Running:
        return palette.color(QPalette::Link); // not Highlight: rows are selected in that
    case State::Unread:
    case State::ResolvedAtStart: {
        QColor colour = palette.color(QPalette::Link);
        return dark ? colour.lighter(140) : colour.darker(130);
    }
    case State::OverCommitted:
        return dark ? QColor(255, 120, 100) : QColor(176, 32, 16);
    case State::Free:
        break;
    }
    return palette.color(QPalette::Base);
}

} // namespace hvgpu::ui
