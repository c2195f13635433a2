#include "ui/views/FleetTreeView.h"

#include "ui/models/FleetTreeModel.h"

#include <QHeaderView>

#include <algorithm>
#include <utility>

namespace hvgpu::ui {

namespace {
constexpr int namesDelayMs = 200;
}

FleetTreeView::FleetTreeView(QWidget* parent)
    : DataTreeView(Content::Servers, parent)
{
    setAccessibleName(tr("Servers"));
}

void FleetTreeView::setFleetTreeModel(FleetTreeModel* model)
{
    setListModel(model);
    // Few columns, in all of the width and never beyond it.
    header()->setSectionResizeMode(FleetTreeModel::Name, QHeaderView::Stretch);
    connect(header(), &QHeaderView::sectionResized, this, [this](int column, int /*before*/, int width) {
        if (column == FleetTreeModel::State && !m_fitting)
            m_stateWanted = width;
    });
    // Names come and go whatever layout was kept from the last time.
    m_namesTimer.setSingleShot(true);
    m_namesTimer.setInterval(namesDelayMs);
    connect(model, &ListModel::applied, this, [this] {
        if (!m_namesTimer.isActive())
            m_namesTimer.start();
    });
    connect(&m_namesTimer, &QTimer::timeout, this, [this] {
        m_nameWanted = wantedWidth(FleetTreeModel::Name);
        fitColumns();
    });
}

void FleetTreeView::columnsSized()
{
    m_nameWanted = wantedWidth(FleetTreeModel::Name);
    m_stateWanted = columnWidth(FleetTreeModel::State);
    fitColumns();
}

void FleetTreeView::resizeEvent(QResizeEvent* event)
{
    DataTreeView::resizeEvent(event);
    fitColumns();
}

/// Where there is not room for all, names come before states, and states before ages; tool tips have every
/// word of them.
void FleetTreeView::fitColumns()
{
    if (m_stateWanted == 0 || isColumnHidden(FleetTreeModel::State))
        return;
    m_fitting = true;
    unfitColumns();
    const int room = viewport()->width() - m_nameWanted;
    const bool hasAge = !isColumnHidden(FleetTreeModel::Age);
    const int least = std::min(m_stateWanted, header()->sectionSizeHint(FleetTreeModel::State));
    m_ageLeftOut = hasAge && room < least + columnWidth(FleetTreeModel::Age);
    if (m_ageLeftOut)
        setColumnHidden(FleetTreeModel::Age, true);
    const int age = hasAge && !m_ageLeftOut ? columnWidth(FleetTreeModel::Age) : 0;
    header()->resizeSection(FleetTreeModel::State, std::clamp(room - age, least, m_stateWanted));
    m_fitting = false;
}

void FleetTreeView::unfitColumns()
{
    if (std::exchange(m_ageLeftOut, false))
        setColumnHidden(FleetTreeModel::Age, false);
    header()->resizeSection(FleetTreeModel::State, m_stateWanted);
}

void FleetTreeView::saveLayout(QSettings& settings, const QString& group)
{
    if (m_stateWanted > 0)
        unfitColumns();
    DataTreeView::saveLayout(settings, group);
    fitColumns();
}

Scope FleetTreeView::currentScope() const
{
    const auto* tree = qobject_cast<const FleetTreeModel*>(listModel());
    return tree != nullptr ? tree->scopeOf(currentSource()) : Scope();
}

void FleetTreeView::selectScope(const Scope& scope)
{
    const auto* tree = qobject_cast<const FleetTreeModel*>(listModel());
    const QModelIndex index =
        tree != nullptr ? proxy()->mapFromSource(tree->indexOfScope(scope)) : QModelIndex();
    if (index.isValid())
        setCurrentIndex(index);
}

void FleetTreeView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    DataTreeView::currentChanged(current, previous);
    const Scope scope = currentScope();
    if (scope == m_lastScope)
        return;
    m_lastScope = scope;
    Q_EMIT scopeChanged(scope);
}

} // namespace hvgpu::ui
