#include "ui/delegates/OccupancyAccessible.h"

#include "ui/delegates/OccupancyBar.h"

#include <QAccessibleWidget>

#include <map>
#include <utility>

namespace hvgpu::ui {

namespace {

/// One segment of a bar.
class SegmentInterface final : public QAccessibleInterface
{
public:
    SegmentInterface(OccupancyBar* bar, int cell)
        : m_bar(bar)
        , m_cell(cell)
    {}

    [[nodiscard]] bool isValid() const override { return m_cell < m_bar->cellCount(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_bar);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? m_bar->cellText(m_cell) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override
    {
        const QRect cell = m_bar->cellRect(m_cell);
        return {m_bar->mapToGlobal(cell.topLeft()), cell.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.focused = m_bar->hasFocus() && m_bar->focusedCell() == m_cell;
        state.readOnly = true;
        return state;
    }

private:
    OccupancyBar* m_bar;
    int m_cell;
};

/// The bar: a list of segments.
class BarInterface final : public QAccessibleWidget
{
public:
    explicit BarInterface(OccupancyBar* bar)
        : QAccessibleWidget(bar, QAccessible::List)
        , m_bar(bar)
    {}
    ~BarInterface() override
    {
        for (const auto& [cell, id] : m_children)
            QAccessible::deleteAccessibleInterface(id);
    }
    BarInterface(const BarInterface&) = delete;
    BarInterface& operator=(const BarInterface&) = delete;

    [[nodiscard]] int childCount() const override { return m_bar->cellCount(); }
    [[nodiscard]] QAccessibleInterface* child(int cell) const override
    {
        if (cell < 0 || cell >= m_bar->cellCount())
            return nullptr;
        const auto known = m_children.find(cell);
        if (known != m_children.end())
            return QAccessible::accessibleInterface(known->second);
        auto* segment = new SegmentInterface(m_bar, cell);
        m_children.emplace(cell, QAccessible::registerAccessibleInterface(segment)); // owned by Qt's cache
        return segment;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override
    {
        for (const auto& [cell, id] : m_children)
            if (QAccessible::accessibleInterface(id) == child)
                return cell;
        return -1;
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override
    {
        const QPoint position = m_bar->mapFromGlobal(QPoint(x, y));
        for (int cell = 0; cell < m_bar->cellCount(); ++cell)
            if (m_bar->cellRect(cell).contains(position))
                return child(cell);
        return nullptr;
    }
    [[nodiscard]] QAccessibleInterface* focusChild() const override { return child(m_bar->focusedCell()); }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name)
            return m_bar->value().spoken;
        if (kind == QAccessible::Value)
            return m_bar->value().text;
        return QAccessibleWidget::text(kind);
    }

private:
    OccupancyBar* m_bar;
    mutable std::map<int, QAccessible::Id> m_children;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* bar = qobject_cast<OccupancyBar*>(object);
    return bar != nullptr ? new BarInterface(bar) : nullptr;
}

} // namespace

void installOccupancyAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    static_cast<void>(installed);
}

} // namespace hvgpu::ui
