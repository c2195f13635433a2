#include "ui/health/HealthModel.h"

#include "ui/models/IconSource.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace hvgpu::ui {

namespace {

/// The rows below @p row, which share its life.
HealthRows below(const std::shared_ptr<const HealthRow>& row)
{
    HealthRows rows;
    rows.reserve(row->children.size());
    for (const HealthRow& child : row->children)
        rows.emplace_back(row, &child);
    return rows;
}

} // namespace

struct HealthModel::Node
{
    std::shared_ptr<const HealthRow> row; ///< null in the root; its children are those of the node
    Node* parent = nullptr;
    int place = 0;
    Nodes children;

    static std::unique_ptr<Node> grown(const std::shared_ptr<const HealthRow>& row, Node& parent)
    {
        auto node = std::make_unique<Node>();
        node->row = row;
        node->parent = &parent;
        node->children.reserve(row->children.size());
        for (const HealthRow& child : row->children)
            node->children.push_back(grown({row, &child}, *node));
        node->renumber(0);
        return node;
    }
    void renumber(std::size_t from)
    {
        for (std::size_t i = from; i < children.size(); ++i)
            children[i]->place = static_cast<int>(i);
    }
};

HealthModel::HealthModel(std::vector<ColumnInfo> columns, QObject* parent)
    : ListModel(parent)
    , m_columns(std::move(columns))
    , m_root(std::make_unique<Node>())
{}

HealthModel::~HealthModel() = default;

void HealthModel::show(const HealthRows& rows, State state)
{
    Q_EMIT aboutToApply();
    m_state = std::move(state);
    bring(*m_root, rows);
    Q_EMIT applied();
}

void HealthModel::stateChanged()
{
    Q_EMIT aboutToApply();
    Q_EMIT applied();
}

void HealthModel::removeUnwanted(Node& parent, const HealthRows& rows)
{
    QSet<QString> wanted;
    wanted.reserve(static_cast<qsizetype>(rows.size()));
    for (const auto& row : rows)
        wanted.insert(row->key);
    const Nodes& children = parent.children;
    for (int end = static_cast<int>(children.size()); end > 0;) {
        int begin = end;
        while (begin > 0 && !wanted.contains(children[static_cast<std::size_t>(begin) - 1]->row->key))
            --begin;
        if (begin < end)
            remove(parent, begin, end - begin);
        end = begin - 1;
    }
}

void HealthModel::bring(Node& parent, const HealthRows& rows)
{
    removeUnwanted(parent, rows);
    const Nodes& children = parent.children;
    QSet<QString> here;
    here.reserve(static_cast<qsizetype>(children.size()));
    for (const auto& child : children)
        here.insert(child->row->key);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i < children.size() && children[i]->row->key == rows[i]->key) {
            bringNode(*children[i], rows[i]);
            continue;
        }
        if (here.contains(rows[i]->key)) {
            // Order changes are rare: what is out of place is taken out and put in anew.
            const auto known = std::find_if(children.begin() + static_cast<std::ptrdiff_t>(i), children.end(),
                                            [&](const auto& node) { return node->row->key == rows[i]->key; });
            remove(parent, static_cast<int>(known - children.begin()), 1);
            insert(parent, rows, i, i + 1);
            continue;
        }
        std::size_t end = i + 1;
        while (end < rows.size() && !here.contains(rows[end]->key))
            ++end;
        insert(parent, rows, i, end);
        i = end - 1;
    }
}

void HealthModel::bringNode(Node& node, const std::shared_ptr<const HealthRow>& row)
{
    if (node.row == row)
        return;
    const bool same = node.row->isSame(*row);
    node.row = row;
    if (!same)
        Q_EMIT dataChanged(indexOf(node), indexOf(node, columnCount() - 1));
    bring(node, below(row));
}

void HealthModel::insert(Node& parent, const HealthRows& rows, std::size_t from, std::size_t to)
{
    Nodes grown;
    grown.reserve(to - from);
    for (std::size_t i = from; i < to; ++i)
        grown.push_back(Node::grown(rows[i], parent));
    beginInsertRows(&parent == m_root.get() ? QModelIndex() : indexOf(parent), static_cast<int>(from),
                    static_cast<int>(to) - 1);
    parent.children.insert(parent.children.begin() + static_cast<std::ptrdiff_t>(from),
                           std::make_move_iterator(grown.begin()), std::make_move_iterator(grown.end()));
    parent.renumber(from);
    endInsertRows();
}

void HealthModel::remove(Node& parent, int at, int count)
{
    beginRemoveRows(&parent == m_root.get() ? QModelIndex() : indexOf(parent), at, at + count - 1);
    const auto first = parent.children.begin() + at;
    parent.children.erase(first, first + count);
    parent.renumber(static_cast<std::size_t>(at));
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
    const HealthRow& row = *nodeAt(index).row;
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
            if (child->row->key == rowKey)
                return indexOf(*child);
            open.push_back(child.get());
        }
    }
    return {};
}

bool HealthModel::inScope(const QModelIndex& index, const Scope& scope) const
{
    const HealthRow& row = *nodeAt(index).row;
    return scope.contains(row.entry, row.host);
}

QString HealthModel::filterKey(const QModelIndex& index) const
{
    return nodeAt(index).row->search;
}

int HealthModel::countInScope(const Node& node, const Scope& scope) const
{
    int count = 0;
    for (const auto& child : node.children)
        count += (scope.contains(child->row->entry, child->row->host) ? 1 : 0) + countInScope(*child, scope);
    return count;
}

ContentState HealthModel::contentState(const Scope& scope) const
{
    ContentState state = m_state ? m_state(scope) : ContentState();
    state.items = countInScope(*m_root, scope);
    return state;
}

} // namespace hvgpu::ui
