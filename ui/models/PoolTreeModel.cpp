#include "ui/models/PoolTreeModel.h"

#include "ui/models/GpuCells.h"
#include "ui/models/HostCondition.h"
#include "ui/models/IconSource.h"
#include "ui/models/PoolNode.h"

#include <algorithm>

namespace hvgpu::ui {

using namespace Qt::StringLiterals;

PoolTreeModel::PoolTreeModel(QObject* parent)
    : FleetModel(parent)
{}

PoolTreeModel::~PoolTreeModel() = default;

const std::vector<ColumnInfo>& PoolTreeModel::columns() const
{
    static const std::vector<ColumnInfo> all{
        {"name", tr("Name"), {}},
        {"virtual_machine", tr("Virtual machine"), tr("The VM that has the device")},
        {"vm_state", tr("VM state"), {}},
        {"assignment_status", tr("Assignment status"), tr("Whether a virtual machine has the device")},
        {"devices", tr("Devices"), tr("How many devices of the pool are free")},
        {"note", tr("Note"), tr("What keeps virtual machines from running on every server of the cluster")},
        {"mmio", tr("MMIO space"), tr("What a virtual machine needs for this device alone"), false},
        {"location", tr("Location"), tr("PCI slot; tells identical cards apart")},
        {"instance_path", tr("Instance path"), {}, false},
        {"vm_id", tr("VM ID"), {}, false}};
    return all;
}

// ---- structure

const PoolTreeModel::Node* PoolTreeModel::nodeAt(const QModelIndex& index)
{
    return index.isValid() ? static_cast<const Node*>(index.constInternalPointer()) : nullptr;
}

QModelIndex PoolTreeModel::indexOf(const Node& node, int column) const
{
    return createIndex(node.row, column, static_cast<const void*>(&node));
}

QModelIndex PoolTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= columnCount() || row >= rowCount(parent))
        return {};
    const Node* node = nodeAt(parent);
    const Nodes& siblings = node != nullptr ? node->children : m_hosts;
    return indexOf(*siblings[static_cast<std::size_t>(row)], column);
}

QModelIndex PoolTreeModel::parent(const QModelIndex& child) const
{
    const Node* node = nodeAt(child);
    return node != nullptr && node->parent != nullptr ? indexOf(*node->parent) : QModelIndex();
}

int PoolTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_hosts.size());
    return parent.column() == 0 ? static_cast<int>(nodeAt(parent)->children.size()) : 0;
}

const PoolTreeModel::Node* PoolTreeModel::find(const Nodes& nodes, const QString& key) const
{
    for (const auto& node : nodes) {
        if (node->key == key)
            return node.get();
        if (const Node* below = find(node->children, key))
            return below;
    }
    return nullptr;
}

QModelIndex PoolTreeModel::indexOfKey(const QString& rowKey) const
{
    const Node* node = find(m_hosts, rowKey);
    return node != nullptr ? indexOf(*node) : QModelIndex();
}

bool PoolTreeModel::inScope(const QModelIndex& index, const Scope& scope) const
{
    const fleet::HostRecord& host = *nodeAt(index)->record;
    return scope.contains(host.entry, host.id);
}

// ---- cells

QVariant PoolTreeModel::identity(const Node& node, int role) const
{
    switch (role) {
    case HostIdRole:
        return node.record->id.text();
    case EntryIdRole:
        return node.record->entry.text();
    case GpuIdRole:
        return node.gpu != nullptr ? node.gpu->id.text() : QString();
    case VmIdRole:
        return node.assignment != nullptr ? node.assignment->vm.text() : QString();
    case AdapterIdRole:
        return node.assignment != nullptr ? node.assignment->adapterId : QString();
    case PoolRole:
        return node.kind == RowKind::Pool ? node.title : node.pool != nullptr ? node.pool->name : QString();
    case RowKindRole:
        return static_cast<int>(node.kind);
    case RowKeyRole:
        return node.key;
    case CopyIdRole:
        if (!node.devicePath.isEmpty())
            return node.devicePath;
        if (node.assignment != nullptr)
            return node.assignment->vm.text();
        if (node.kind == RowKind::Pool)
            return node.title;
        return node.record->address.isEmpty() ? node.record->displayName : node.record->address;
    default:
        return node.kind == RowKind::Host ? QVariant(static_cast<int>(hostCondition(*node.record)))
                                          : QVariant();
    }
}

QVariant PoolTreeModel::data(const QModelIndex& index, int role) const
{
    const Node* node = nodeAt(index);
    if (node == nullptr)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return node->text(column);
    case RawValueRole:
    case SortRole:
        return node->value(column);
    case Qt::ToolTipRole:
        return node->toolTip(column, now());
    case AccessibleTextRole:
        return node->spoken(column, columns()[static_cast<std::size_t>(column)].title);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    case Qt::DecorationRole:
        return column == Name ? QVariant(iconFor(node->iconName(column))) : QVariant();
    case IconNameRole:
        return node->iconName(column);
    case FilterKeyRole:
        return filterKey(index);
    case HostIdRole:
    case EntryIdRole:
    case GpuIdRole:
    case VmIdRole:
    case AdapterIdRole:
    case PoolRole:
    case RowKindRole:
    case RowKeyRole:
    case CopyIdRole:
    case StatusRole:
        return identity(*node, role);
    default:
        return {};
    }
}

QString PoolTreeModel::filterKey(const QModelIndex& index) const
{
    const Node& node = *nodeAt(index);
    if (node.filterKey.isEmpty()) {
        QStringList words;
        for (const int column : {Name, VirtualMachine, VmIdentity, Location, InstancePath, Note})
            words << node.text(column);
        if (node.gpu != nullptr)
            words << node.gpu->locationPath;
        node.filterKey = words.join(u'\n').toCaseFolded();
    }
    return node.filterKey;
}

ContentState PoolTreeModel::contentState(const Scope& scope) const
{
    ContentState state;
    for (const auto& host : m_hosts) {
        if (!scope.contains(host->record->entry, host->record->id))
            continue;
        ++state.hosts;
        state.items += static_cast<int>(host->children.size());
        const HostCondition condition = hostCondition(*host->record);
        state.loading += condition == HostCondition::Loading ? 1 : 0;
        state.neverRead += condition == HostCondition::NeverRead ? 1 : 0;
        if (condition == HostCondition::Failed && ++state.failed == 1)
            state.firstError = namedHostCondition(*host->record);
        const auto& data = host->record->snapshot;
        if (data && (data->couldNotRead(model::Part::ResourcePools) ||
                     data->couldNotRead(model::Part::AssignableDevices)))
            ++state.incomplete;
    }
    return state;
}

// ---- objects behind rows

std::shared_ptr<const fleet::HostRecord> PoolTreeModel::hostAt(const QModelIndex& index) const
{
    return index.isValid() ? nodeAt(index)->record : nullptr;
}

const model::Gpu* PoolTreeModel::gpuAt(const QModelIndex& index) const
{
    return index.isValid() ? nodeAt(index)->gpu : nullptr;
}

const model::GpuPool* PoolTreeModel::poolAt(const QModelIndex& index) const
{
    return index.isValid() ? nodeAt(index)->pool : nullptr;
}

const model::Assignment* PoolTreeModel::assignmentAt(const QModelIndex& index) const
{
    return index.isValid() ? nodeAt(index)->assignment : nullptr;
}

void PoolTreeModel::refreshAges()
{
    if (!m_hosts.empty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_hosts.size()) - 1, 0), {Qt::ToolTipRole});
}

} // namespace hvgpu::ui
