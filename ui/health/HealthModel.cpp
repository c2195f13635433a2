#include "ui/health/HealthModel.h"

#include "ui/models/IconSource.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace hvgpu::ui {

namespace {

HealthRow withoutChildren(const HealthRow& row)
{
    HealthRow copy = row;
    copy.children.clear();
    return copy;
}

} // namespace

struct HealthModel::Node
{
    HealthRow row; ///< without children
    Node* parent = nullptr;
    int place = 0;
    Nodes children;

    static std::unique_ptr<Node> grown(const HealthRow& row, Node& parent)
    {
        auto node = std::make_unique<Node>();
        node->row = withoutChildren(row);
        node->parent = &parent;
        for (const HealthRow& below : row.children)
            node->children.push_back(grown(below, *node));
        node->renumber(0);
        return node;
    }
    void renumber(int from)
    {
        for (std::size_t i = static_cast<std::size_t>(from); i < children.size(); ++i)
            children[i]->place = static_cast<int>(i);
    }
};

HealthModel::HealthModel(std::vector<ColumnInfo> columns, QObject* parent)
    : ListModel(parent)
    , m_columns(std::move(columns))
    , m_root(std::make_unique<Node>())
{}

HealthModel::~HealthModel() = default;

void HealthModel::show(const std::vector<HealthRow>& rows, State state)
{
    Q_EMIT aboutToApply();
    m_state = std::move(state);
    bring(*m_root, rows);
    Q_EMIT applied();
}

void HealthModel::bring(Node& parent, const std::vector<HealthRow>& rows)
{
    QSet<QString> wanted;
    for (const HealthRow& row : rows)
        wanted.insert(row.key);
    for (int at = static_cast<int>(parent.children.size()) - 1; at >= 0; --at) {
        if (!wanted.contains(parent.children[static_cast<std::size_t>(at)]->row.key))
            remove(parent, at);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const HealthRow& row = rows[i];
        Nodes& children = parent.children;
        if (i >= children.size() || children[i]->row.key != row.key) {
            // Order changes are rare: what is out of place is taken out and put in anew.
            const auto known =
                std::find_if(children.begin() + static_cast<std::ptrdiff_t>(std::min(i, children.size())),
                             children.end(), [&row](const auto& node) { return node->row.key == row.key; });
            if (known != children.end())
                remove(parent, static_cast<int>(known - children.begin()));
            insert(parent, static_cast<int>(i), row);
            continue;
        }
        Node& node = *children[i];
        if (!node.row.isSame(row)) {
            node.row = withoutChildren(row);
            Q_EMIT dataChanged(indexOf(node), indexOf(node, columnCount() - 1));
        }
        bring(node, row.children);
    }
}

void HealthModel::insert(Node& parent, int at, const HealthRow& row)
{
    // With everything below it, so that views are told once.
    std::unique_ptr<Node> node = Node::grown(row, parent);
    beginInsertRows(&parent == m_root.get() ? QModelIndex() : indexOf(parent), at, at);
    parent.children.insert(parent.children.begin() + at, std::move(node));
    parent.renumber(at);
    endInsertRows();
}

void HealthModel::remove(Node& parent, int at)
{
    beginRemoveRows(&parent == m_root.get() ? QModelIndex() : indexOf(parent), at, at);
    parent.children.erase(parent.children.begin() + at);
    parent.renumber(at);
    endRemoveRows();
}

HealthModel::Node& HealthModel::nodeAt(const QModelIndex& index) const
{
    return index.isValid() ? *static_cast<Node*>(index.internalPointer()) : *m_root;
}

QModelIndex HealthModel::indexOf(const Node& node, int column) const
{
    return createIndex(node.place, column, &node);
}

QModelIndex HealthModel::index(int row, int column, const QModelIndex& parent) const
{
    const Node& node = nodeAt(parent);
    if (parent.column() > 0 || row < 0 || row >= static_cast<int>(node.children.size()) || column < 0 ||
        column >= columnCount())
        return {};
    return indexOf(*node.children[static_cast<std::size_t>(row)], column);
}

QModelIndex HealthModel::parent(const QModelIndex& child) const
{
    if (!child.isValid())
        return {};
    const Node* above = nodeAt(child).parent;
    return above == m_root.get() || above == nullptr ? QModelIndex() : indexOf(*above);
}

int HealthModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeAt(parent).children.size());
}

QVariant HealthModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const HealthRow& row = nodeAt(index).row;
    const auto column = static_cast<std::size_t>(index.column());
    static const HealthRow::Cell none;
    const HealthRow::Cell& cell = column < row.cells.size() ? row.cells[column] : none;
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::DecorationRole:
        return cell.icon.isEmpty() ? QVariant() : iconFor(cell.icon);
    case Qt::ToolTipRole:
        return cell.toolTip.isEmpty() ? QVariant() : QVariant(cell.toolTip);
    case AccessibleTextRole:
        return cell.toolTip.isEmpty() ? cell.text : cell.text + QStringLiteral(", ") + cell.toolTip;
    case IconNameRole:
        return cell.icon;
    case RawValueRole:
        return cell.text.isEmpty() ? QVariant() : QVariant(cell.text);
    case SortRole:
        return cell.sort.isValid() ? cell.sort : (cell.text.isEmpty() ? QVariant() : QVariant(cell.text));
    case RowKeyRole:
        return row.key;
    case RowKindRole:
        return static_cast<int>(row.kind);
    case EntryIdRole:
        return row.entry.text();
    case HostIdRole:
        return row.host.text();
    case GpuIdRole:
        return row.gpu.isEmpty() ? QVariant() : QVariant(row.gpu.text());
    case VmIdRole:
        return row.vm.isEmpty() ? QVariant() : QVariant(row.vm.text());
    case CopyIdRole:
        return row.copyId;
    case FilterKeyRole:
        return row.search;
    default:
        return {};
    }
}

QModelIndex HealthModel::indexOfKey(const QString& rowKey) const
{
    std::vector<const Node*> open{m_root.get()};
    while (!open.empty()) {
        const Node* node = open.back();
        open.pop_back();
        for (const auto& child : node->children) {
            if (child->row.key == rowKey)
                return indexOf(*child);
            open.push_back(child.get());
        }
    }
    return {};
}

bool HealthModel::inScope(const QModelIndex& index, const Scope& scope) const
{
    const HealthRow& row = nodeAt(index).row;
    return scope.contains(row.entry, row.host);
}

QString HealthModel::filterKey(const QModelIndex& index) const
{
    return nodeAt(index).row.search;
}

int HealthModel::countInScope(const Node& node, const Scope& scope) const
{
    int count = 0;
    for (const auto& child : node.children)
        count += (scope.contains(child->row.entry, child->row.host) ? 1 : 0) + countInScope(*child, scope);
    return count;
}

ContentState HealthModel::contentState(const Scope& scope) const
{
    ContentState state = m_state ? m_state(scope) : ContentState();
    state.items = countInScope(*m_root, scope);
    return state;
}

} // namespace hvgpu::ui
