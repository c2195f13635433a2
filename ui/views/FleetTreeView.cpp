#include "ui/views/FleetTreeView.h"

#include "ui/models/FleetTreeModel.h"

#include <QHeaderView>

namespace hvgpu::ui {

FleetTreeView::FleetTreeView(QWidget* parent)
    : DataTreeView(Content::Servers, parent)
{
    setAccessibleName(tr("Servers"));
}

void FleetTreeView::setFleetTreeModel(FleetTreeModel* model)
{
    setListModel(model);
    header()->setStretchLastSection(true); // few columns: none of the width is left unused
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
