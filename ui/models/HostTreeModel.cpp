#include "ui/models/HostTreeModel.h"

#include "core/text/Text.h"
#include "ui/models/GpuCells.h"
#include "ui/models/HostCondition.h"
#include "ui/models/HostTreeBranches.h"
#include "ui/models/IconSource.h"
#include "ui/models/OccupancyValue.h"

namespace hvgpu::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar keySeparator(0x1f);

/// Names and ids of the virtual machines that have something of the GPU.
QStringList ownersOf(const model::Gpu& gpu, const fleet::HostRecord& host)
{
    QStringList words;
    for (const model::Assignment& assignment : gpu.assignments)
        words << cells::vmName(assignment, host.snapshot) << assignment.vm.text();
    return words;
}

} // namespace

const analysis::StatusVerdict& GpuRow::verdict(const model::HostSnapshot& host) const
{
    if (!m_verdict)
        m_verdict = analysis::assignedStatus(*gpu, host);
    return *m_verdict;
}

HostTreeModel::HostTreeModel(bool withPartitions, QObject* parent)
    : FleetModel(parent)
    , m_withPartitions(withPartitions)
{}

HostTreeModel::~HostTreeModel() = default;

// ---- structure

QModelIndex HostTreeModel::indexOf(const Branch& branch, int column) const
{
    if (branch.isHost)
        return createIndex(branch.row, column, static_cast<const void*>(nullptr));
    const Branch* host = static_cast<const GpuBranch&>(branch).host;
    return createIndex(branch.row, column, static_cast<const void*>(host));
}

const HostTreeModel::Branch* HostTreeModel::branchAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    const auto row = static_cast<std::size_t>(index.row());
    const auto* parent = static_cast<const Branch*>(index.constInternalPointer());
    if (parent == nullptr)
        return row < m_hosts.size() ? m_hosts[row].get() : nullptr;
    if (!parent->isHost)
        return nullptr;
    const auto& gpus = static_cast<const HostBranch*>(parent)->gpus;
    return row < gpus.size() ? gpus[row].get() : nullptr;
}

QModelIndex HostTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= columnCount() || row >= rowCount(parent))
        return {};
    return createIndex(row, column, static_cast<const void*>(branchAt(parent)));
}

QModelIndex HostTreeModel::parent(const QModelIndex& child) const
{
    const auto* parent = static_cast<const Branch*>(child.constInternalPointer());
    return child.isValid() && parent != nullptr ? indexOf(*parent) : QModelIndex();
}

int HostTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_hosts.size());
    const Branch* branch = parent.column() == 0 ? branchAt(parent) : nullptr;
    if (branch == nullptr)
        return 0;
    if (branch->isHost)
        return static_cast<const HostBranch*>(branch)->childCount();
    return m_withPartitions ? static_cast<int>(static_cast<const GpuBranch*>(branch)->data.slots.size()) : 0;
}

bool HostTreeModel::hasChildren(const QModelIndex& parent) const
{
    return rowCount(parent) > 0;
}

HostTreeModel::Row HostTreeModel::rowAt(const QModelIndex& index) const
{
    Row row;
    row.number = index.row();
    const auto position = static_cast<std::size_t>(index.row());
    const auto* parent = static_cast<const Branch*>(index.constInternalPointer());
    if (parent == nullptr) {
        row.host = m_hosts[position]->record.get();
        return row;
    }
    if (parent->isHost) {
        const auto* host = static_cast<const HostBranch*>(parent);
        row.host = host->record.get();
        if (position < host->gpus.size()) {
            row.kind = row.host->snapshot ? RowKind::Gpu : RowKind::ArrivingGpu;
            row.gpu = &host->gpus[position]->data;
        } else {
            row.kind = RowKind::Unplaced;
            row.unplaced = host->unplaced[position - host->gpus.size()];
        }
        return row;
    }
    const auto* gpu = static_cast<const GpuBranch*>(parent);
    row.kind = RowKind::Partition;
    row.host = gpu->host->record.get();
    row.gpu = &gpu->data;
    row.slot = &gpu->data.slots[position];
    return row;
}

// ---- cells

QString HostTreeModel::rowKey(const Row& row) const
{
    const QString host = row.host->id.text();
    switch (row.kind) {
    case RowKind::Gpu:
    case RowKind::ArrivingGpu:
        return u"g:"_s + host + keySeparator + row.gpu->gpu->id.text();
    case RowKind::Unplaced:
        return u"u:"_s + host + keySeparator + row.unplaced->adapterId;
    case RowKind::Partition: {
        const QString gpu = host + keySeparator + row.gpu->gpu->id.text() + keySeparator;
        if (row.slot->assignment != nullptr)
            return u"p:"_s + gpu + row.slot->assignment->adapterId;
        return u"f:"_s + gpu +
               QString::number(row.slot->partitionId.value_or(static_cast<std::uint16_t>(row.number)));
    }
    default:
        return u"h:"_s + host;
    }
}

QModelIndex HostTreeModel::indexOfKey(const QString& wanted) const
{
    const QStringList parts = wanted.mid(2).split(keySeparator);
    const HostBranch* host = m_byId.value(model::HostId(parts.front()));
    if (host == nullptr || !wanted.contains(u':'))
        return {};
    if (parts.size() == 1)
        return wanted.startsWith("h:"_L1) ? indexOf(*host) : QModelIndex();
    for (int child = 0; child < host->childCount(); ++child) {
        const QModelIndex index =
            createIndex(child, 0, static_cast<const void*>(static_cast<const Branch*>(host)));
        const Row row = rowAt(index);
        if (row.kind == RowKind::Gpu && parts.size() > 2 && row.gpu->gpu->id.text() == parts[1]) {
            for (int slot = 0; slot < rowCount(index); ++slot)
                if (const QModelIndex leaf = this->index(slot, 0, index); rowKey(rowAt(leaf)) == wanted)
                    return leaf;
        } else if (parts.size() == 2 && rowKey(row) == wanted) {
            return index;
        }
    }
    return {};
}

QVariant HostTreeModel::identity(const Row& row, int role) const
{
    const model::Assignment* assignment =
        row.kind == RowKind::Unplaced ? row.unplaced : (row.slot != nullptr ? row.slot->assignment : nullptr);
    switch (role) {
    case HostIdRole:
        return row.host->id.text();
    case EntryIdRole:
        return row.host->entry.text();
    case GpuIdRole:
        return row.gpu != nullptr ? row.gpu->gpu->id.text() : QString();
    case VmIdRole:
        return assignment != nullptr ? assignment->vm.text() : QString();
    case AdapterIdRole:
        return assignment != nullptr ? assignment->adapterId : QString();
    case RowKindRole:
        return static_cast<int>(row.kind);
    case RowKeyRole:
        return rowKey(row);
    case CopyIdRole:
        if (assignment != nullptr)
            return assignment->vm.text();
        if (row.gpu != nullptr)
            return cells::gpuId(*row.gpu->gpu);
        return row.host->address.isEmpty() ? row.host->displayName : row.host->address;
    default:
        break;
    }
    if (row.kind == RowKind::Host)
        return static_cast<int>(hostCondition(*row.host));
    return row.gpu != nullptr && row.host->snapshot
               ? QVariant(static_cast<int>(row.gpu->verdict(*row.host->snapshot).status))
               : QVariant();
}

QVariant HostTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row row = rowAt(index);
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, column);
    case RawValueRole:
    case SortRole:
        return rawValue(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case AccessibleTextRole: {
        const QString words = spoken(row, column);
        return words.isEmpty() ? cellText(row, column) : words;
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::AlignVCenter |
            (columns()[static_cast<std::size_t>(column)].number ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::DecorationRole:
        return column == 0 ? QVariant(iconFor(iconName(row, column))) : QVariant();
    case IconNameRole:
        return iconName(row, column);
    case FilterKeyRole:
        return filterKey(index);
    case OccupancyRole:
        if (column != occupancyColumn() || (row.kind != RowKind::Gpu && row.kind != RowKind::Host))
            return {};
        if (row.kind == RowKind::Gpu)
            return row.gpu->gpu->partitioning ? QVariant::fromValue(OccupancyValue::of(
                                                    *row.gpu->gpu, row.gpu->slots, row.gpu->occupancy.facts))
                                              : QVariant();
        return row.host->snapshot ? QVariant::fromValue(OccupancyValue::of(*row.host->snapshot)) : QVariant();
    case HostIdRole:
    case EntryIdRole:
    case GpuIdRole:
    case VmIdRole:
    case AdapterIdRole:
    case RowKindRole:
    case RowKeyRole:
    case CopyIdRole:
    case StatusRole:
        return identity(row, role);
    default:
        return {};
    }
}

// ---- filtering and counting

bool HostTreeModel::inScope(const QModelIndex& index, const Scope& scope) const
{
    const fleet::HostRecord& host = *rowAt(index).host;
    return scope.contains(host.entry, host.id);
}

QString HostTreeModel::filterKey(const QModelIndex& index) const
{
    const Row row = rowAt(index);
    if (row.kind == RowKind::Host) {
        const HostBranch& host = *m_hosts[static_cast<std::size_t>(index.row())];
        if (host.key.isEmpty())
            host.key = (row.host->displayName + u'\n' + hostConditionText(*row.host)).toCaseFolded();
        return host.key;
    }
    if (row.kind == RowKind::Unplaced)
        return (cells::vmName(*row.unplaced, row.host->snapshot) + u'\n' + row.unplaced->vm.text())
            .toCaseFolded();
    if (row.kind == RowKind::ArrivingGpu)
        return (cells::title(*row.gpu) + u'\n' + row.gpu->gpu->id.text()).toCaseFolded();
    const Branch* branch =
        row.kind == RowKind::Gpu ? branchAt(index) : static_cast<const Branch*>(index.constInternalPointer());
    const auto& gpu = *static_cast<const GpuBranch*>(branch);
    if (row.kind == RowKind::Gpu) {
        if (gpu.key.isEmpty() && row.host->snapshot) {
            const model::Gpu& card = *row.gpu->gpu;
            const analysis::StatusVerdict& verdict = row.gpu->verdict(*row.host->snapshot);
            QStringList words{cells::title(*row.gpu),
                              card.id.text(),
                              cells::location(card),
                              card.locationPath,
                              text::statusLabel(verdict.status),
                              text::subStatusLabel(verdict.subStatus),
                              card.pnp ? card.pnp->driverVersion : QString()};
            if (!m_withPartitions) // else the rows below say it
                words << ownersOf(card, *row.host);
            gpu.key = words.join(u'\n').toCaseFolded();
        }
        return gpu.key;
    }
    if (gpu.slotKeys.isEmpty()) {
        gpu.slotKeys.reserve(static_cast<qsizetype>(gpu.data.slots.size()));
        const QString free = tr("(free)").toCaseFolded();
        const QString unread = tr("(could not be read)").toCaseFolded();
        for (const analysis::PartitionSlot& slot : gpu.data.slots)
            gpu.slotKeys << (slot.assignment == nullptr
                                 ? (slot.isFree() ? free : unread)
                                 : QString(cells::vmName(*slot.assignment, row.host->snapshot) + u'\n' +
                                           slot.assignment->vm.text())
                                       .toCaseFolded());
    }
    return gpu.slotKeys.at(index.row());
}

ContentState HostTreeModel::contentState(const Scope& scope) const
{
    ContentState state;
    for (const auto& host : m_hosts) {
        if (!scope.contains(host->record->entry, host->record->id))
            continue;
        ++state.hosts;
        state.items += host->childCount();
        const HostCondition condition = hostCondition(*host->record);
        state.loading += condition == HostCondition::Loading ? 1 : 0;
        state.neverRead += condition == HostCondition::NeverRead ? 1 : 0;
        if (condition == HostCondition::Failed && ++state.failed == 1)
            state.firstError = namedHostCondition(*host->record);
        if (host->record->snapshot && isUnreadable(*host->record->snapshot))
            ++state.incomplete;
    }
    return state;
}

// ---- objects behind rows

std::shared_ptr<const fleet::HostRecord> HostTreeModel::hostAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    return m_byId.value(rowAt(index).host->id)->record;
}

const model::Gpu* HostTreeModel::gpuAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    const Row row = rowAt(index);
    return row.gpu != nullptr && row.kind != RowKind::ArrivingGpu ? row.gpu->gpu : nullptr;
}

const analysis::PartitionSlot* HostTreeModel::slotAt(const QModelIndex& index) const
{
    return index.isValid() ? rowAt(index).slot : nullptr;
}

const model::Assignment* HostTreeModel::assignmentAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    const Row row = rowAt(index);
    return row.slot != nullptr ? row.slot->assignment : row.unplaced;
}

void HostTreeModel::refreshAges()
{
    if (!m_hosts.empty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_hosts.size()) - 1, 0), {Qt::ToolTipRole});
}

} // namespace hvgpu::ui
