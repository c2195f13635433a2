#include "ui/models/FleetTreeModel.h"

#include "core/text/Text.h"
#include "ui/models/GpuCells.h"
#include "ui/models/HostCondition.h"
#include "ui/models/IconSource.h"

#include <QSet>

#include <algorithm>

namespace hvgpu::ui {

using namespace Qt::StringLiterals;

struct FleetTreeModel::Node
{
    RowKind kind = RowKind::AllServers;
    Node* parent = nullptr;
    int row = 0;
    std::shared_ptr<const fleet::EntryRecord> entry; ///< clusters
    std::shared_ptr<const fleet::HostRecord> host;   ///< hosts
    std::vector<std::unique_ptr<Node>> children;

    [[nodiscard]] QString key() const
    {
        if (kind == RowKind::AllServers)
            return u"a:"_s;
        return kind == RowKind::Cluster ? u"c:"_s + entry->id.text() : u"h:"_s + host->id.text();
    }

    void number()
    {
        for (std::size_t i = 0; i < children.size(); ++i)
            children[i]->row = static_cast<int>(i);
    }

    void adopt(std::size_t at, std::unique_ptr<Node> child)
    {
        child->parent = this;
        children.insert(children.begin() + static_cast<std::ptrdiff_t>(at), std::move(child));
        number();
    }
};

namespace {

/// How many hosts below a row are in which state.
struct Tally
{
    int hosts = 0;
    int failed = 0;
    int partly = 0;
    int reading = 0;

    void count(const fleet::HostRecord& host)
    {
        ++hosts;
        partly += host.phase == fleet::HostPhase::Ready && isPartlyRead(host) ? 1 : 0;
        failed += host.phase == fleet::HostPhase::Failed ? 1 : 0;
        reading += host.phase == fleet::HostPhase::Reading ? 1 : 0;
    }
};

template <class Node>
void visitHosts(const Node& node, Tally& tally)
{
    if (node.host)
        tally.count(*node.host);
    for (const auto& child : node.children)
        visitHosts(*child, tally);
}

QString nodeStateText(const fleet::HostRecord& host)
{
    return host.inCluster && host.nodeState != model::NodeState::Unknown &&
                   host.nodeState != model::NodeState::Up
               ? text::nodeState(host.nodeState)
               : QString();
}

/// A few words for a narrow column; the tooltip has the whole story.
QString stateText(const fleet::HostRecord& host)
{
    const QString nodeState = nodeStateText(host);
    switch (hostCondition(host)) {
    case HostCondition::Failed:
        return nodeState.isEmpty() ? FleetTreeModel::tr("Not readable") : nodeState;
    case HostCondition::Stale:
        return nodeState.isEmpty() ? FleetTreeModel::tr("Not up to date") : nodeState;
    case HostCondition::Ready:
        if (isPartlyRead(host))
            return nodeState.isEmpty() ? FleetTreeModel::tr("Partly read")
                                       : nodeState + u" · "_s + FleetTreeModel::tr("partly read");
        if (host.passwordInClear)
            return nodeState.isEmpty() ? FleetTreeModel::tr("OK, unencrypted")
                                       : nodeState + u" · "_s + FleetTreeModel::tr("unencrypted");
        return nodeState.isEmpty() ? FleetTreeModel::tr("OK") : nodeState;
    default:
        break;
    }
    QStringList words{nodeState, hostConditionText(host)};
    words.removeAll(QString());
    return words.join(u" · "_s);
}

} // namespace

FleetTreeModel::FleetTreeModel(QObject* parent)
    : FleetModel(parent)
    , m_root(std::make_unique<Node>())
{
    m_root->adopt(0, std::make_unique<Node>());
}

FleetTreeModel::~FleetTreeModel() = default;

const std::vector<ColumnInfo>& FleetTreeModel::columns() const
{
    static const std::vector<ColumnInfo> all{
        {"name", tr("Name"), {}},
        {"state", tr("State"), {}},
        {"age", tr("Data read"), tr("When the server was last read successfully"), true, false,
         static_cast<int>(text::age(std::chrono::minutes(59)).size()) + 3}}; // it will not stay "just now"
    return all;
}

// ---- structure

FleetTreeModel::Node* FleetTreeModel::nodeOf(const QModelIndex& index)
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : nullptr;
}

QModelIndex FleetTreeModel::indexOf(const Node& node, int column) const
{
    return &node == m_root.get() ? QModelIndex()
                                 : createIndex(node.row, column, static_cast<const void*>(&node));
}

QModelIndex FleetTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= columnCount() || row >= rowCount(parent))
        return {};
    const Node& node = parent.isValid() ? *nodeOf(parent) : *m_root;
    return indexOf(*node.children[static_cast<std::size_t>(row)], column);
}

QModelIndex FleetTreeModel::parent(const QModelIndex& child) const
{
    const Node* node = nodeOf(child);
    return node != nullptr ? indexOf(*node->parent, 0) : QModelIndex();
}

int FleetTreeModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return 0;
    const Node& node = parent.isValid() ? *nodeOf(parent) : *m_root;
    return static_cast<int>(node.children.size());
}

QModelIndex FleetTreeModel::indexOfKey(const QString& rowKey) const
{
    const Node& all = *m_root->children.front();
    if (all.key() == rowKey)
        return indexOf(all, 0);
    for (const auto& entry : all.children) {
        if (entry->key() == rowKey)
            return indexOf(*entry, 0);
        for (const auto& host : entry->children)
            if (host->key() == rowKey)
                return indexOf(*host, 0);
    }
    return {};
}

Scope FleetTreeModel::scopeOf(const QModelIndex& index) const
{
    const Node* node = nodeOf(index);
    if (node == nullptr || node->kind == RowKind::AllServers)
        return {};
    if (node->kind == RowKind::Cluster)
        return {Scope::Kind::Entry, node->entry->id, {}};
    return {Scope::Kind::Host, node->host->entry, node->host->id};
}

QModelIndex FleetTreeModel::indexOfScope(const Scope& scope) const
{
    switch (scope.kind) {
    case Scope::Kind::Entry:
        return indexOfKey(u"c:"_s + scope.entry.text());
    case Scope::Kind::Host:
        return indexOfKey(u"h:"_s + scope.host.text());
    case Scope::Kind::All:
        break;
    }
    return indexOfKey(u"a:"_s);
}

bool FleetTreeModel::inScope(const QModelIndex&, const Scope&) const
{
    return true; // this tree is where the scope is chosen
}

// ---- cells

QVariant FleetTreeModel::cellText(const Node& node, int column) const
{
    if (column == Age)
        return node.host ? hostAge(*node.host, now()) : QString();
    if (column == Name) {
        if (node.kind == RowKind::AllServers)
            return tr("All servers");
        return node.kind == RowKind::Cluster ? node.entry->displayName : node.host->displayName;
    }
    if (node.host)
        return stateText(*node.host);
    if (node.entry && node.entry->expansionError)
        return tr("Nodes could not be listed: %1")
            .arg(text::present(*node.entry->expansionError, node.entry->displayName).title);
    Tally tally;
    visitHosts(node, tally);
    QStringList words;
    if (tally.reading > 0)
        words << tr("%n reading", nullptr, tally.reading);
    if (tally.failed > 0)
        words << tr("%n failed", nullptr, tally.failed);
    if (tally.partly > 0)
        words << tr("%n partly read", nullptr, tally.partly);
    return words.isEmpty() ? tr("%n server(s)", nullptr, tally.hosts) : words.join(u", "_s);
}

QVariant FleetTreeModel::rawValue(const Node& node, int column) const
{
    if (column == Age)
        return node.host && node.host->lastSuccess.isValid() ? QVariant(node.host->lastSuccess) : QVariant();
    return cellText(node, column);
}

QString FleetTreeModel::toolTip(const Node& node) const
{
    if (node.host)
        return hostToolTip(*node.host, now());
    if (!node.entry || !node.entry->expansionError)
        return cellText(node, Name).toString() + u'\n' + cellText(node, State).toString();
    const text::ErrorText error = text::present(*node.entry->expansionError, node.entry->displayName);
    QStringList lines{node.entry->displayName, error.title, error.explanation, error.advice};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QVariant FleetTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Node& node = *nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return cellText(node, index.column());
    case AccessibleTextRole:
        return index.column() == Name
                   ? QVariant(cellText(node, Name).toString() + u", "_s + cellText(node, State).toString())
                   : cellText(node, index.column());
    case RawValueRole:
    case SortRole:
        return rawValue(node, index.column());
    case Qt::ToolTipRole:
        return toolTip(node);
    case Qt::DecorationRole:
        return index.column() == Name ? QVariant(iconFor(node.host ? u"server"_s : u"cluster"_s))
                                      : QVariant();
    case IconNameRole:
        if (index.column() != State)
            return {};
        if (node.entry && node.entry->expansionError)
            return u"error"_s;
        if (!node.host)
            return QString();
        if (hostCondition(*node.host) != HostCondition::Ready)
            return hostIconName(*node.host);
        return node.host->passwordInClear || isPartlyRead(*node.host) ? u"warning"_s : QString();
    case FilterKeyRole:
        return filterKey(index);
    case HostIdRole:
        return node.host ? node.host->id.text() : QString();
    case EntryIdRole:
        return node.host ? node.host->entry.text() : (node.entry ? node.entry->id.text() : QString());
    case RowKindRole:
        return static_cast<int>(node.kind);
    case RowKeyRole:
        return node.key();
    case StatusRole:
        return node.host ? QVariant(static_cast<int>(hostCondition(*node.host))) : QVariant();
    case CopyIdRole:
        return node.host && !node.host->address.isEmpty() ? node.host->address
                                                          : cellText(node, Name).toString();
    default:
        return {};
    }
}

QString FleetTreeModel::filterKey(const QModelIndex& index) const
{
    const Node& node = *nodeOf(index);
    return (cellText(node, Name).toString() + u'\n' + cellText(node, State).toString()).toCaseFolded();
}

ContentState FleetTreeModel::contentState(const Scope&) const
{
    Tally tally;
    visitHosts(*m_root, tally);
    ContentState state;
    state.hosts = tally.hosts;
    state.failed = tally.failed;
    state.items = static_cast<int>(m_root->children.front()->children.size());
    return state;
}

// ---- updates

namespace {

template <class Node>
std::unique_ptr<Node> hostNode(const std::shared_ptr<const fleet::HostRecord>& host)
{
    auto node = std::make_unique<Node>();
    node->kind = RowKind::Host;
    node->host = host;
    return node;
}

/// The rows below "All servers" as @p fleet has them.
template <class Node>
std::vector<std::unique_ptr<Node>> wantedEntries(const fleet::FleetSnapshot& fleet)
{
    QHash<QString, std::shared_ptr<const fleet::HostRecord>> hosts;
    for (const auto& host : fleet.hosts)
        hosts.insert(host->id.text(), host);
    std::vector<std::unique_ptr<Node>> nodes;
    for (const auto& entry : fleet.entries) {
        auto cluster = std::make_unique<Node>();
        cluster->kind = RowKind::Cluster;
        cluster->entry = entry;
        for (const model::HostId& id : entry->hosts) {
            const auto host = hosts.value(id.text());
            if (!host)
                continue;
            if (entry->isCluster)
                cluster->adopt(cluster->children.size(), hostNode<Node>(host));
            else
                nodes.push_back(hostNode<Node>(host));
        }
        if (entry->isCluster)
            nodes.push_back(std::move(cluster));
    }
    return nodes;
}

} // namespace

void FleetTreeModel::rebuild(const fleet::FleetSnapshot& snapshot)
{
    Node& all = *m_root->children.front();
    all.children.clear();
    m_hosts.clear();
    for (auto& node : wantedEntries<Node>(snapshot)) {
        node->parent = &all;
        all.children.push_back(std::move(node));
    }
    all.number();
    know(all);
}

void FleetTreeModel::applyEntries(const fleet::FleetSnapshot& fleet)
{
    Node& all = *m_root->children.front();
    syncChildren(all, wantedEntries<Node>(fleet));
    emitChanged(all);
}

void FleetTreeModel::syncChildren(Node& parent, std::vector<std::unique_ptr<Node>> wanted)
{
    auto& now = parent.children;
    const QModelIndex at = indexOf(parent, 0);
    QSet<QString> keys;
    for (const auto& node : wanted)
        keys.insert(node->key());
    for (std::size_t i = now.size(); i-- > 0;) {
        if (keys.contains(now[i]->key()))
            continue;
        beginRemoveRows(at, static_cast<int>(i), static_cast<int>(i));
        forget(*now[i]);
        now.erase(now.begin() + static_cast<std::ptrdiff_t>(i));
        parent.number();
        endRemoveRows();
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto row = static_cast<std::ptrdiff_t>(i);
        const QString key = wanted[i]->key();
        const auto found =
            std::find_if(now.begin() + row, now.end(), [&key](const auto& one) { return one->key() == key; });
        if (found == now.end()) {
            beginInsertRows(at, static_cast<int>(i), static_cast<int>(i));
            parent.adopt(i, std::move(wanted[i]));
            know(*now[i]);
            endInsertRows();
            continue;
        }
        const int from = static_cast<int>(found - now.begin());
        if (from != static_cast<int>(i)) {
            beginMoveRows(at, from, from, at, static_cast<int>(i));
            std::rotate(now.begin() + row, found, found + 1);
            parent.number();
            endMoveRows();
        }
        now[i]->entry = wanted[i]->entry;
        now[i]->host = wanted[i]->host;
        syncChildren(*now[i], std::move(wanted[i]->children));
        emitChanged(*now[i]);
    }
}

void FleetTreeModel::know(Node& node)
{
    if (node.host)
        m_hosts.insert(node.host->id, &node);
    for (const auto& child : node.children)
        know(*child);
}

void FleetTreeModel::forget(const Node& node)
{
    if (node.host && m_hosts.value(node.host->id) == &node)
        m_hosts.remove(node.host->id);
    for (const auto& child : node.children)
        forget(*child);
}

void FleetTreeModel::applyHost(const fleet::HostDelta& delta, const fleet::FleetSnapshot& fleet)
{
    Node* node = m_hosts.value(delta.id);
    if (delta.kind == fleet::HostDelta::Kind::Removed || !delta.after) {
        if (node != nullptr)
            applyEntries(fleet);
        return;
    }
    if (node == nullptr) {
        applyEntries(fleet); // brings every new host at once; the tree is small
        return;
    }
    if (node->host == delta.after)
        return;
    node->host = delta.after;
    for (const Node* changed = node; changed != m_root.get(); changed = changed->parent)
        emitChanged(*changed);
}

void FleetTreeModel::emitChanged(const Node& node)
{
    Q_EMIT dataChanged(indexOf(node, 0), indexOf(node, columnCount() - 1));
}

void FleetTreeModel::refreshAges()
{
    const auto refresh = [this](const Node& parent) {
        if (!parent.children.empty())
            Q_EMIT dataChanged(indexOf(*parent.children.front(), Age), indexOf(*parent.children.back(), Age));
    };
    const Node& all = *m_root->children.front();
    refresh(all);
    for (const auto& entry : all.children)
        refresh(*entry);
}

} // namespace hvgpu::ui
