#include "ui/delegates/OccupancyBar.h"

#include "ui/delegates/OccupancyAccessible.h"
#include "ui/delegates/OccupancyPainter.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QToolTip>

#include <algorithm>

namespace hvgpu::ui {

using State = analysis::PartitionSlot::State;

OccupancyBar::OccupancyBar(QWidget* parent)
    : QWidget(parent)
{
    installOccupancyAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
}

void OccupancyBar::setValue(const OccupancyValue& value)
{
    if (value == m_value)
        return;
    m_value = value;
    m_focused = std::min(m_focused, cellCount() - 1);
    setAccessibleName(value.spoken);
    update();
    if (QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::ObjectReorder);
        QAccessible::updateAccessibility(&event);
    }
}

QRect OccupancyBar::barRect() const
{
    const int words = fontMetrics().horizontalAdvance(m_value.text + QStringLiteral("  "));
    QRect bar = rect().adjusted(words, 2, -2, -2);
    return QStyle::visualRect(layoutDirection(), rect(), bar);
}

int OccupancyBar::cellCount() const
{
    return static_cast<int>(OccupancyPainter::layout(m_value, barRect(), layoutDirection()).size());
}

QRect OccupancyBar::cellRect(int cell) const
{
    const auto cells = OccupancyPainter::layout(m_value, barRect(), layoutDirection());
    return cell >= 0 && cell < static_cast<int>(cells.size()) ? cells[static_cast<std::size_t>(cell)].rect
                                                              : QRect();
}

QString OccupancyBar::cellText(int cell) const
{
    const auto cells = OccupancyPainter::layout(m_value, barRect(), layoutDirection());
    if (cell < 0 || cell >= static_cast<int>(cells.size()))
        return m_value.spoken;
    const OccupancyPainter::Cell& one = cells[static_cast<std::size_t>(cell)];
    if (one.firstSegment >= 0)
        return m_value.segments[static_cast<std::size_t>(one.firstSegment)].spoken;
    switch (one.state) {
    case State::Running:
        return tr("%n partition(s) of running VMs", nullptr, one.count);
    case State::Unread:
    case State::ResolvedAtStart:
        return tr("%n partition(s) of VMs that do not run", nullptr, one.count);
    case State::OverCommitted:
        return tr("%n assignment(s) too many", nullptr, one.count);
    case State::Free:
        break;
    }
    return tr("%n free partition(s)", nullptr, one.count);
}

int OccupancyBar::cellAt(const QPoint& position) const
{
    const auto cells = OccupancyPainter::layout(m_value, barRect(), layoutDirection());
    const auto hit = std::find_if(cells.begin(), cells.end(),
                                  [&position](const auto& cell) { return cell.rect.contains(position); });
    return hit == cells.end() ? -1 : static_cast<int>(hit - cells.begin());
}

void OccupancyBar::setFocusedCell(int cell)
{
    const int wanted = std::clamp(cell, -1, cellCount() - 1);
    if (wanted == m_focused)
        return;
    m_focused = wanted;
    update();
    announce();
    Q_EMIT focusedCellChanged(m_focused);
}

void OccupancyBar::announce()
{
    if (m_focused >= 0 && isVisible() && hasFocus())
        QToolTip::showText(mapToGlobal(cellRect(m_focused).bottomLeft()), cellText(m_focused), this);
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(m_focused);
    QAccessible::updateAccessibility(&event);
}

QSize OccupancyBar::sizeHint() const
{
    const int height = fontMetrics().height();
    return {height * 16, height + height / 2};
}

QSize OccupancyBar::minimumSizeHint() const
{
    const int height = fontMetrics().height();
    return {height * 8, height + height / 2};
}

bool OccupancyBar::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), cellText(cellAt(help->pos())), this);
        return true;
    }
    return QWidget::event(event);
}

void OccupancyBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(
        rect(),
        static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
        m_value.text);
    OccupancyPainter::paint(painter, m_value, barRect(), palette(), layoutDirection(),
                            hasFocus() ? m_focused : -1);
    if (!hasFocus() || m_focused >= 0)
        return;
    QStyleOptionFocusRect focus;
    focus.initFrom(this);
    focus.rect = rect();
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
}

void OccupancyBar::keyPressEvent(QKeyEvent* event)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Right:
        setFocusedCell(std::max(0, m_focused + forward));
        return;
    case Qt::Key_Left:
        setFocusedCell(std::max(0, m_focused - forward));
        return;
    case Qt::Key_Home:
        setFocusedCell(0);
        return;
    case Qt::Key_End:
        setFocusedCell(cellCount() - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_focused >= 0) {
            const auto cells = OccupancyPainter::layout(m_value, barRect(), layoutDirection());
            Q_EMIT segmentActivated(cells[static_cast<std::size_t>(m_focused)].firstSegment);
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void OccupancyBar::mousePressEvent(QMouseEvent* event)
{
    const int cell = cellAt(event->position().toPoint());
    setFocusedCell(cell);
    if (cell >= 0) {
        const auto cells = OccupancyPainter::layout(m_value, barRect(), layoutDirection());
        Q_EMIT segmentActivated(cells[static_cast<std::size_t>(cell)].firstSegment);
    }
}

void OccupancyBar::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void OccupancyBar::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace hvgpu::ui
