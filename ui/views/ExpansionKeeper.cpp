#include "ui/views/ExpansionKeeper.h"

#include "ui/models/FleetFilterProxy.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace hvgpu::ui {

namespace {

/// Beyond this many selected rows only positions are kept while data changes.
constexpr qsizetype maxHeld = 5000;

QString keyOf(const QModelIndex& index)
{
    return index.data(RowKeyRole).toString();
}

} // namespace

ExpansionKeeper::ExpansionKeeper(QTreeView* view, FleetFilterProxy* proxy)
    : QObject(view)
    , m_view(view)
    , m_proxy(proxy)
{
    connect(view, &QTreeView::expanded, this, [this](const QModelIndex& index) { onExpanded(index, true); });
    connect(view, &QTreeView::collapsed, this,
            [this](const QModelIndex& index) { onExpanded(index, false); });
    connect(proxy, &QAbstractItemModel::rowsInserted, this, &ExpansionKeeper::onInserted);
    connect(proxy, &QAbstractItemModel::modelAboutToBeReset, this, &ExpansionKeeper::beforeFilter);
    connect(proxy, &QAbstractItemModel::modelReset, this, [this] {
        restoreExpansion();
        afterFilter();
    });
    connect(proxy, &FleetFilterProxy::aboutToRefilter, this, &ExpansionKeeper::beforeFilter);
    connect(proxy, &FleetFilterProxy::refiltered, this, &ExpansionKeeper::afterFilter);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ExpansionKeeper::onSelectionChanged);
    connect(proxy->listModel(), &ListModel::aboutToApply, this, &ExpansionKeeper::beforeApply);
    connect(proxy->listModel(), &ListModel::applied, this, &ExpansionKeeper::afterApply);
}

QStringList ExpansionKeeper::selectedKeys() const
{
    QStringList keys;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        keys << keyOf(index);
    return keys;
}

QString ExpansionKeeper::currentKey() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? keyOf(current.siblingAtColumn(0)) : QString();
}

QModelIndex ExpansionKeeper::find(const QString& key) const
{
    return key.isEmpty() ? QModelIndex() : m_proxy->mapFromSource(m_proxy->listModel()->indexOfKey(key));
}

void ExpansionKeeper::select(const QStringList& keys, const QString& current)
{
    const QScopedValueRollback<bool> busy(m_busy, true);
    const int lastColumn = m_proxy->columnCount() - 1;
    QItemSelection selection;
    for (const QString& key : keys)
        if (const QModelIndex index = find(key); index.isValid())
            selection.append(QItemSelectionRange(index, index.siblingAtColumn(lastColumn)));
    m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (const QModelIndex index = find(current); index.isValid())
        m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
}

// ---- expansion

void ExpansionKeeper::onExpanded(const QModelIndex& index, bool expanded)
{
    const QString key = keyOf(index);
    (expanded ? m_expanded : m_collapsed).insert(key);
    (expanded ? m_collapsed : m_expanded).remove(key);
}

bool ExpansionKeeper::wantsOpen(const QModelIndex& index) const
{
    const QString key = keyOf(index);
    if (m_expanded.contains(key))
        return true;
    if (m_collapsed.contains(key))
        return false;
    switch (static_cast<RowKind>(index.data(RowKindRole).toInt())) {
    case RowKind::AllServers:
    case RowKind::Cluster:
        return true;
    case RowKind::Host:
        return !index.parent().isValid() && m_proxy->rowCount() <= m_autoExpandLimit;
    default:
        return false;
    }
}

void ExpansionKeeper::onInserted(const QModelIndex& parent, int first, int last)
{
    if (parent.isValid() && !m_view->isExpanded(parent) && wantsOpen(parent))
        m_view->expand(parent);
    expandBelow(parent, first, last);
}

void ExpansionKeeper::expandBelow(const QModelIndex& parent, int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_proxy->index(row, 0, parent);
        if (!m_proxy->hasChildren(index))
            continue;
        if (wantsOpen(index))
            m_view->expand(index);
        if (m_view->isExpanded(index))
            expandBelow(index, 0, m_proxy->rowCount(index) - 1);
    }
}

void ExpansionKeeper::restoreExpansion()
{
    expandBelow({}, 0, m_proxy->rowCount() - 1);
}

// ---- selection

void ExpansionKeeper::onSelectionChanged()
{
    if (!m_busy)
        m_wanted.clear();
}

void ExpansionKeeper::beforeFilter()
{
    if (m_wanted.isEmpty()) {
        m_wanted = selectedKeys();
        m_wantedCurrent = currentKey();
    }
    m_busy = true;
}

void ExpansionKeeper::afterFilter()
{
    m_busy = false;
    if (!m_wanted.isEmpty() || !m_wantedCurrent.isEmpty())
        select(m_wanted, m_wantedCurrent);
}

void ExpansionKeeper::beforeApply()
{
    m_held.clear();
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (rows.size() > maxHeld)
        return;
    for (const QModelIndex& index : rows)
        m_held.push_back({m_proxy->mapToSource(index), keyOf(index)});
    m_held.push_back({m_proxy->mapToSource(m_view->currentIndex().siblingAtColumn(0)), currentKey()});
    m_busy = true;
}

void ExpansionKeeper::afterApply()
{
    m_busy = false;
    if (m_held.empty())
        return;
    const bool moved = std::any_of(m_held.begin(), m_held.end(), [](const Held& held) {
        return !held.key.isEmpty() && (!held.index.isValid() || keyOf(held.index) != held.key);
    });
    if (moved) {
        QStringList keys;
        for (std::size_t i = 0; i + 1 < m_held.size(); ++i)
            keys << m_held[i].key;
        select(keys, m_held.back().key);
    }
    m_held.clear();
}

} // namespace hvgpu::ui
