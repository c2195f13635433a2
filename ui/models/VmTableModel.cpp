#include "ui/models/VmTableModel.h"

#include "core/analysis/UnreadParts.h"
#include "core/text/Text.h"
#include "ui/models/GpuCells.h"
#include "ui/models/HostCondition.h"
#include "ui/models/IconSource.h"
#include "ui/models/VmCells.h"
#include "ui/models/VmGpus.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace hvgpu::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar keySeparator(0x1f);

bool knowsVms(const fleet::HostRecord& host)
{
    return host.snapshot && !host.snapshot->couldNotRead(model::Part::VirtualMachines);
}

} // namespace

struct VmTableModel::Block
{
    explicit Block(std::shared_ptr<const fleet::HostRecord> from)
        : record(std::move(from))
    {
        vms = list(*record);
    }

    std::shared_ptr<const fleet::HostRecord> record;
    std::vector<const model::VirtualMachine*> vms; ///< one null for the notice
    int first = 0;
    mutable QStringList keys;
    mutable std::optional<QHash<model::VmId, QString>> gpus;

    /// Worked out once, when first asked for.
    [[nodiscard]] QString gpusOf(const model::VirtualMachine* vm) const
    {
        if (vm == nullptr)
            return {};
        const model::HostSnapshot& host = *record->snapshot;
        if (!gpus)
            gpus = gpusByVm(host);
        const QString known = gpus->value(vm->id);
        if (!analysis::couldNotReadAdapters(host))
            return known;
        return known.isEmpty() ? cells::unknown() : known + u", "_s + cells::unknown();
    }
    void forget()
    {
        keys.clear();
        gpus.reset();
    }

    [[nodiscard]] bool isNotice() const { return vms.size() == 1 && vms.front() == nullptr; }
    [[nodiscard]] int rows() const { return static_cast<int>(vms.size()); }
    [[nodiscard]] const model::VirtualMachine* vm(int row) const
    {
        return vms[static_cast<std::size_t>(row - first)];
    }
    [[nodiscard]] static std::vector<const model::VirtualMachine*> list(const fleet::HostRecord& host)
    {
        if (!knowsVms(host))
            return {nullptr};
        std::vector<const model::VirtualMachine*> all;
        for (const model::VirtualMachine& vm : host.snapshot->vms)
            all.push_back(&vm);
        return all;
    }
};

namespace {

using VmList = std::vector<const model::VirtualMachine*>;

/// Where @p vm is in @p list at or after @p from; a notice is only equal to a notice.
std::size_t find(const VmList& list, std::size_t from, const model::VirtualMachine* vm)
{
    const auto same = [vm](const model::VirtualMachine* one) {
        return one == nullptr || vm == nullptr ? one == vm : one->id == vm->id;
    };
    return static_cast<std::size_t>(
        std::find_if(list.begin() + static_cast<std::ptrdiff_t>(from), list.end(), same) - list.begin());
}

/// Whether the cells about GPUs, which a VM does not hold itself, are what they were.
bool sameAdapters(const model::HostSnapshot& before, const model::HostSnapshot& after)
{
    const auto sameGpu = [](const model::Gpu& a, const model::Gpu& b) {
        return a.id == b.id && a.name == b.name && a.assignments == b.assignments;
    };
    const auto sameReading = [&](model::Part part) {
        return before.couldNotRead(part) == after.couldNotRead(part);
    };
    return sameReading(model::Part::PartitionAdapters) && sameReading(model::Part::DeviceAdapters) &&
           before.unplacedAssignments == after.unplacedAssignments &&
           std::ranges::equal(before.gpus, after.gpus, sameGpu);
}

/// Id to look up quickly; empty for a notice.
QString idOf(const model::VirtualMachine* vm)
{
    return vm != nullptr ? vm->id.text() : QString();
}

} // namespace

VmTableModel::VmTableModel(QObject* parent)
    : FleetModel(parent)
{}

VmTableModel::~VmTableModel() = default;

const std::vector<ColumnInfo>& VmTableModel::columns() const
{
    static const std::vector<ColumnInfo> all{
        {"name", tr("Name"), {}},
        {"server", tr("Server"), {}},
        {"state", tr("State"), {}},
        {"generation", tr("Generation"), {}, true, true},
        {"version", tr("Version"), tr("Configuration version"), true, true},
        {"gpu_partitions", tr("GPU partitions"), tr("Number of GPU partitions assigned"), true, true},
        {"devices", tr("Devices"), tr("Number of whole devices assigned"), true, true},
        {"gpus", tr("GPUs"), tr("GPUs that partitions or devices of the VM are of")},
        {"memory", tr("Memory"), tr("In use while the VM runs, else what it starts with"), true, true},
        {"processors", tr("Processors"), {}, false, true},
        {"offline_action", tr("Offline action"),
         tr("What the cluster does with the VM when it goes offline")},
        {"clustered", tr("Clustered"), {}, false},
        {"up_time", tr("Up time"), {}, false, true},
        {"guest_os", tr("Guest operating system"), tr("Known while the VM runs"), false},
        {"vm_id", tr("VM ID"), {}, false}};
    return all;
}

// ---- structure

QModelIndex VmTableModel::index(int row, int column, const QModelIndex& parent) const
{
    if (parent.isValid() || row < 0 || row >= rowCount() || column < 0 || column >= columnCount())
        return {};
    const auto after = std::upper_bound(m_blocks.begin(), m_blocks.end(), row,
                                        [](int wanted, const auto& block) { return wanted < block->first; });
    return createIndex(row, column, static_cast<const void*>(std::prev(after)->get()));
}

QModelIndex VmTableModel::parent(const QModelIndex&) const
{
    return {};
}

int VmTableModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || m_blocks.empty())
        return 0;
    return m_blocks.back()->first + m_blocks.back()->rows();
}

QModelIndex VmTableModel::indexOfKey(const QString& rowKey) const
{
    const QStringList parts = rowKey.mid(2).split(keySeparator);
    const Block* block = m_byId.value(model::HostId(parts.front()));
    if (block == nullptr)
        return {};
    for (int row = block->first; row < block->first + block->rows(); ++row)
        if (identity(*block, block->vm(row), RowKeyRole).toString() == rowKey)
            return index(row, 0);
    return {};
}

const model::VirtualMachine* VmTableModel::vmAt(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<const Block*>(index.constInternalPointer())->vm(index.row())
                           : nullptr;
}

std::shared_ptr<const fleet::HostRecord> VmTableModel::hostAt(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<const Block*>(index.constInternalPointer())->record : nullptr;
}

// ---- cells

QVariant VmTableModel::identity(const Block& block, const model::VirtualMachine* vm, int role) const
{
    switch (role) {
    case HostIdRole:
        return block.record->id.text();
    case EntryIdRole:
        return block.record->entry.text();
    case VmIdRole:
        return vm != nullptr ? vm->id.text() : QString();
    case CopyIdRole:
        return vm != nullptr ? vm->id.text() : block.record->displayName;
    case RowKindRole:
        return static_cast<int>(vm != nullptr ? RowKind::Vm : RowKind::Notice);
    case RowKeyRole:
        return vm != nullptr ? QString(u"v:"_s + block.record->id.text() + keySeparator + vm->id.text())
                             : QString(u"n:"_s + block.record->id.text());
    default:
        return vm != nullptr ? static_cast<int>(vm->state) : static_cast<int>(hostCondition(*block.record));
    }
}

QVariant VmTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto& block = *static_cast<const Block*>(index.constInternalPointer());
    const VmCells cells(*block.record, block.vm(index.row()));
    const int column = index.column();
    if (column == Gpus && (role == Qt::DisplayRole || role == RawValueRole || role == SortRole)) {
        const QString gpus = block.gpusOf(block.vm(index.row()));
        return role != Qt::DisplayRole && gpus == cells::unknown() ? QVariant() : QVariant(gpus);
    }
    if (column == Gpus && role == AccessibleTextRole)
        return QString(columns()[static_cast<std::size_t>(column)].title + u": "_s +
                       block.gpusOf(block.vm(index.row())));
    switch (role) {
    case Qt::DisplayRole:
        return cells.text(column);
    case RawValueRole:
    case SortRole:
        return cells.raw(column);
    case Qt::ToolTipRole:
        return column == Gpus && block.vm(index.row()) != nullptr
                   ? cells.gpusToolTip(block.gpusOf(block.vm(index.row())))
                   : cells.toolTip(column, now());
    case AccessibleTextRole:
        return cells.spoken(column, columns()[static_cast<std::size_t>(column)].title);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::AlignVCenter |
            (columns()[static_cast<std::size_t>(column)].number ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::DecorationRole:
        return column == Name ? QVariant(iconFor(cells.iconName(column))) : QVariant();
    case IconNameRole:
        return cells.iconName(column);
    case FilterKeyRole:
        return filterKey(index);
    case HostIdRole:
    case EntryIdRole:
    case VmIdRole:
    case CopyIdRole:
    case RowKindRole:
    case RowKeyRole:
    case StatusRole:
        return identity(block, block.vm(index.row()), role);
    default:
        return {};
    }
}

bool VmTableModel::inScope(const QModelIndex& index, const Scope& scope) const
{
    const fleet::HostRecord& host = *static_cast<const Block*>(index.constInternalPointer())->record;
    return scope.contains(host.entry, host.id);
}

QString VmTableModel::filterKey(const QModelIndex& index) const
{
    const auto& block = *static_cast<const Block*>(index.constInternalPointer());
    if (block.keys.isEmpty())
        for (int row = block.first; row < block.first + block.rows(); ++row) {
            const VmCells cells(*block.record, block.vm(row));
            block.keys << QStringList{cells.text(Name),          cells.text(State),
                                      block.record->displayName, cells.text(VmIdentity),
                                      cells.text(GuestOs),       block.gpusOf(block.vm(row))}
                              .join(u'\n')
                              .toCaseFolded();
        }
    return block.keys.at(index.row() - block.first);
}

ContentState VmTableModel::contentState(const Scope& scope) const
{
    ContentState state;
    for (const auto& block : m_blocks) {
        const fleet::HostRecord& host = *block->record;
        if (!scope.contains(host.entry, host.id))
            continue;
        ++state.hosts;
        state.items += block->isNotice() ? 0 : block->rows();
        const HostCondition condition = hostCondition(host);
        state.loading += condition == HostCondition::Loading ? 1 : 0;
        state.neverRead += condition == HostCondition::NeverRead ? 1 : 0;
        if (condition == HostCondition::Failed && ++state.failed == 1)
            state.firstError = namedHostCondition(host);
        state.incomplete += host.snapshot && !knowsVms(host) ? 1 : 0;
    }
    return state;
}

// ---- updates

void VmTableModel::rebuild(const fleet::FleetSnapshot& snapshot)
{
    m_blocks.clear();
    m_byId.clear();
    for (const auto& record : snapshot.hosts) {
        m_blocks.push_back(std::make_unique<Block>(record));
        m_byId.insert(record->id, m_blocks.back().get());
    }
    renumber(0);
}

void VmTableModel::renumber(std::size_t from)
{
    for (std::size_t i = from; i < m_blocks.size(); ++i)
        m_blocks[i]->first = i == 0 ? 0 : m_blocks[i - 1]->first + m_blocks[i - 1]->rows();
}

void VmTableModel::applyHost(const fleet::HostDelta& delta, const fleet::FleetSnapshot& fleet)
{
    if (delta.kind == fleet::HostDelta::Kind::Removed || !delta.after)
        removeBlock(delta.id);
    else if (Block* block = m_byId.value(delta.id))
        changeBlock(*block, delta);
    else
        insertBlock(delta.after, fleet);
}

void VmTableModel::insertBlock(const std::shared_ptr<const fleet::HostRecord>& record,
                               const fleet::FleetSnapshot& fleet)
{
    const std::size_t at = m_order.position(
        m_blocks, record->id, fleet, [](const auto& one) -> const model::HostId& { return one->record->id; });
    auto block = std::make_unique<Block>(record);
    block->first = at == 0 ? 0 : m_blocks[at - 1]->first + m_blocks[at - 1]->rows();
    const int rows = block->rows();
    if (rows > 0)
        beginInsertRows({}, block->first, block->first + rows - 1);
    m_byId.insert(record->id, block.get());
    m_blocks.insert(m_blocks.begin() + static_cast<std::ptrdiff_t>(at), std::move(block));
    renumber(at);
    if (rows > 0)
        endInsertRows();
}

void VmTableModel::removeBlock(const model::HostId& id)
{
    const Block* block = m_byId.value(id);
    if (block == nullptr)
        return;
    const int rows = block->rows();
    if (rows > 0)
        beginRemoveRows({}, block->first, block->first + rows - 1);
    const auto at =
        std::find_if(m_blocks.begin(), m_blocks.end(), [block](const auto& b) { return b.get() == block; });
    const auto position = static_cast<std::size_t>(at - m_blocks.begin());
    m_byId.remove(id);
    m_blocks.erase(at);
    renumber(position);
    if (rows > 0)
        endRemoveRows();
}

void VmTableModel::changeBlock(Block& block, const fleet::HostDelta& delta)
{
    const std::shared_ptr<const fleet::HostRecord> before = block.record; // keeps what old rows point to
    VmList wanted = Block::list(*delta.after);
    const bool sameRows = std::equal(block.vms.begin(), block.vms.end(), wanted.begin(), wanted.end(),
                                     [](const auto* a, const auto* b) { return idOf(a) == idOf(b); });
    block.record = delta.after;
    if (!sameRows)
        changeRows(block, wanted);
    block.vms = std::move(wanted);
    block.forget();
    const int rows = block.rows();
    if (rows == 0)
        return;
    const bool hints = sameRows && !block.isNotice() && delta.before == before && !delta.vmShapeChanged &&
                       before->displayName == delta.after->displayName &&
                       sameAdapters(*before->snapshot, *delta.after->snapshot);
    if (!hints) {
        Q_EMIT dataChanged(index(block.first, 0), index(block.first + rows - 1, columnCount() - 1));
        return;
    }
    if (hostCondition(*before) != hostCondition(*delta.after))
        Q_EMIT dataChanged(index(block.first, Server), index(block.first + rows - 1, Server));
    for (std::size_t i = 0; i < delta.changedVms.size(); ++i) {
        const std::size_t start = i;
        while (i + 1 < delta.changedVms.size() && delta.changedVms[i + 1] == delta.changedVms[i] + 1)
            ++i;
        Q_EMIT dataChanged(index(block.first + delta.changedVms[start], 0),
                           index(block.first + delta.changedVms[i], columnCount() - 1));
    }
}

void VmTableModel::changeRows(Block& block, const VmRows& wanted)
{
    VmRows& now = block.vms;
    const auto position =
        static_cast<std::size_t>(std::find_if(m_blocks.begin(), m_blocks.end(),
                                              [&block](const auto& one) { return one.get() == &block; }) -
                                 m_blocks.begin());
    const auto settle = [this, &block, position] {
        block.forget();
        renumber(position + 1);
    };
    QSet<QString> staying;
    for (const auto* vm : wanted)
        staying.insert(idOf(vm));
    for (std::size_t end = now.size(); end > 0;) {
        std::size_t start = end;
        while (start > 0 && !staying.contains(idOf(now[start - 1])))
            --start;
        if (start == end) {
            --end;
            continue;
        }
        beginRemoveRows({}, block.first + static_cast<int>(start), block.first + static_cast<int>(end) - 1);
        now.erase(now.begin() + static_cast<std::ptrdiff_t>(start),
                  now.begin() + static_cast<std::ptrdiff_t>(end));
        settle();
        endRemoveRows();
        end = start;
    }
    QSet<QString> known;
    for (const auto* vm : now)
        known.insert(idOf(vm));
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto at = static_cast<std::ptrdiff_t>(i);
        const int row = block.first + static_cast<int>(i);
        if (!known.contains(idOf(wanted[i]))) {
            std::size_t end = i + 1;
            while (end < wanted.size() && !known.contains(idOf(wanted[end])))
                ++end;
            beginInsertRows({}, row, block.first + static_cast<int>(end) - 1);
            now.insert(now.begin() + at, wanted.begin() + at,
                       wanted.begin() + static_cast<std::ptrdiff_t>(end));
            settle();
            endInsertRows();
            i = end - 1;
            continue;
        }
        const std::size_t from = find(now, i, wanted[i]);
        if (from == i)
            continue;
        beginMoveRows({}, block.first + static_cast<int>(from), block.first + static_cast<int>(from), {},
                      row);
        std::rotate(now.begin() + at, now.begin() + static_cast<std::ptrdiff_t>(from),
                    now.begin() + static_cast<std::ptrdiff_t>(from) + 1);
        settle();
        endMoveRows();
    }
}

void VmTableModel::applyEntries(const fleet::FleetSnapshot& fleet)
{
    for (const auto& record : missingHosts(m_byId, fleet))
        insertBlock(record, fleet);
    for (const model::HostId& id : surplusHosts(m_byId, fleet))
        removeBlock(id);
    for (std::size_t i = 0; i < fleet.hosts.size(); ++i) {
        const Block* wanted = m_byId.value(fleet.hosts[i]->id);
        const auto at = std::find_if(m_blocks.begin() + static_cast<std::ptrdiff_t>(i), m_blocks.end(),
                                     [wanted](const auto& b) { return b.get() == wanted; });
        const auto target = m_blocks.begin() + static_cast<std::ptrdiff_t>(i);
        if (at == target)
            continue;
        const int rows = wanted->rows();
        // Blocks without rows in between: the order of blocks changes, that of rows does not.
        const bool moves =
            rows > 0 && beginMoveRows({}, wanted->first, wanted->first + rows - 1, {}, (*target)->first);
        std::rotate(target, at, at + 1);
        renumber(i);
        if (moves)
            endMoveRows();
    }
}

} // namespace hvgpu::ui
