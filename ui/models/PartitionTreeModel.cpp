#include "ui/models/PartitionTreeModel.h"

#include "ui/models/GpuCells.h"
#include "ui/models/HostCondition.h"
#include "ui/models/OccupancyValue.h"

namespace hvgpu::ui {

using namespace Qt::StringLiterals;
using State = analysis::PartitionSlot::State;

namespace {

/// What column of a GPU's capacities a cell shows.
struct Measure
{
    const model::Capacity* capacity;
    text::Unit unit;
    std::optional<std::uint64_t> current; ///< what the running VM's partition has
};

Measure measure(const model::Gpu& gpu, const model::Assignment* assignment, int column)
{
    const auto current = [assignment](auto member) {
        return assignment != nullptr ? assignment->*member : std::optional<std::uint64_t>();
    };
    const model::Partitioning& partitioning = *gpu.partitioning;
    switch (column) {
    case PartitionTreeModel::Encode:
        return {&partitioning.encode, text::Unit::Blocks540p60, current(&model::Assignment::currentEncode)};
    case PartitionTreeModel::Decode:
        return {&partitioning.decode, text::Unit::Blocks540p60, current(&model::Assignment::currentDecode)};
    case PartitionTreeModel::Compute:
        return {&partitioning.compute, text::Unit::Gflops, current(&model::Assignment::currentCompute)};
    default:
        return {&partitioning.vram, text::Unit::Bytes, current(&model::Assignment::currentVram)};
    }
}

bool isMeasure(int column)
{
    return column >= PartitionTreeModel::Vram && column <= PartitionTreeModel::Compute;
}

const model::VirtualMachine* vmOf(const fleet::HostRecord& host, const model::Assignment* assignment)
{
    return assignment != nullptr && host.snapshot ? host.snapshot->findVm(assignment->vm) : nullptr;
}

QVariant validOr(const QString& text)
{
    return text.isEmpty() || text == cells::unknown() ? QVariant() : QVariant(text);
}

} // namespace

PartitionTreeModel::PartitionTreeModel(QObject* parent)
    : HostTreeModel(true, parent)
{}

const std::vector<ColumnInfo>& PartitionTreeModel::columns() const
{
    static const std::vector<ColumnInfo> all{
        {"name", tr("Name"), {}},
        {"virtual_machine", tr("Virtual machine"), tr("The VM a partition is assigned to")},
        {"vm_state", tr("VM state"), {}},
        {"partition_count", tr("Partition count"), tr("Number of partitions the GPU is divided into"), true,
         true},
        {"occupancy", tr("Occupancy"), tr("Each partition with the VM on it")},
        {"vram", tr("VRAM"),
         tr("GPU: available VRAM. Partition: its VRAM; ≈ = expected, known when the VM runs"), true, true},
        {"encode", tr("Encode"), tr("Video encoder capacity in 540p60 blocks"), true, true},
        {"decode", tr("Decode"), tr("Video decoder capacity in 540p60 blocks"), true, true},
        {"compute", tr("Compute"), tr("Compute capacity in GFLOPS (fp16)"), false, true},
        {"partition_id", tr("Partition ID"), tr("Known while the VM runs"), true, true},
        {"vm_id", tr("VM ID"), {}, false},
        {"location", tr("Location"), tr("PCI slot; tells identical cards apart")},
        {"gpu_id", tr("GPU ID"), tr("Device interface path"), false},
        {"adapter_id", tr("Adapter ID"), tr("Identity of the assignment"), false}};
    return all;
}

bool PartitionTreeModel::listsGpu(const model::Gpu& gpu) const
{
    return gpu.partitioning.has_value();
}

bool PartitionTreeModel::isUnreadable(const model::HostSnapshot& host) const
{
    return host.couldNotRead(model::Part::PartitionableGpus);
}

QString PartitionTreeModel::hostText(const Row& row, int column) const
{
    if (column == Name)
        return row.host->displayName;
    if (column == Occupancy)
        return row.host->snapshot ? OccupancyValue::of(*row.host->snapshot).text : QString();
    if (column != VirtualMachine)
        return {};
    const QString condition = hostConditionText(*row.host);
    if (!condition.isEmpty() || !row.host->snapshot)
        return condition;
    if (isUnreadable(*row.host->snapshot))
        return tr("Partitionable GPUs could not be read");
    for (const model::Gpu& gpu : row.host->snapshot->gpus)
        if (listsGpu(gpu))
            return {};
    return tr("No partitionable GPUs");
}

QString PartitionTreeModel::measureText(const Row& row, int column)
{
    const model::Gpu& gpu = *row.gpu->gpu;
    if (row.kind == RowKind::Gpu) {
        const Measure what = measure(gpu, nullptr, column);
        return cells::quantity(gpu, what.capacity->available, what.unit);
    }
    if (row.slot == nullptr)
        return cells::unknown();
    const Measure what = measure(gpu, row.slot->assignment, column);
    if (what.current)
        return cells::quantity(gpu, what.current, what.unit);
    if (row.slot->state == State::OverCommitted)
        return cells::unknown();
    return cells::quantity(gpu, what.capacity->maxPartition, what.unit, true);
}

QString PartitionTreeModel::nameText(const Row& row)
{
    if (row.kind == RowKind::Gpu)
        return cells::title(*row.gpu);
    if (row.kind == RowKind::Unplaced)
        return row.unplaced->automatic ? tr("Assigned, GPU chosen when the VM starts")
                                       : tr("Assigned, GPU not found");
    if (row.slot->state == State::OverCommitted)
        return tr("Over-committed");
    if (row.slot->state == State::ResolvedAtStart)
        return tr("Resolved at start");
    return row.slot->partitionId ? tr("Partition %1").arg(*row.slot->partitionId) : tr("Partition");
}

QString PartitionTreeModel::partitionIdText(const Row& row)
{
    if (row.kind == RowKind::Gpu)
        return {};
    if (row.slot != nullptr && row.slot->partitionId)
        return QString::number(*row.slot->partitionId);
    return row.slot != nullptr && row.slot->state == State::ResolvedAtStart ? tr("resolved at start")
                                                                            : cells::unknown();
}

QString PartitionTreeModel::cellText(const Row& row, int column) const
{
    if (row.kind == RowKind::Host)
        return hostText(row, column);
    if (isMeasure(column))
        return row.gpu != nullptr ? measureText(row, column) : cells::unknown();
    const bool isGpu = row.kind == RowKind::Gpu;
    const model::Assignment* assignment = row.slot != nullptr ? row.slot->assignment : row.unplaced;
    switch (column) {
    case Name:
        return nameText(row);
    case VirtualMachine:
        if (isGpu)
            return {};
        if (assignment != nullptr)
            return cells::vmName(*assignment, row.host->snapshot);
        return row.slot->isFree() ? tr("(free)") : tr("(could not be read)");
    case VmState: {
        if (assignment == nullptr)
            return {};
        const model::VirtualMachine* vm = vmOf(*row.host, assignment);
        return vm != nullptr ? text::powerState(vm->state) : cells::unknown();
    }
    case PartitionCount:
        return isGpu ? cells::partitionCount(*row.gpu->gpu) : QString();
    case Occupancy:
        return isGpu ? text::occupancy(row.gpu->occupancy) : QString();
    case PartitionId:
        return partitionIdText(row);
    case VmIdentity:
        return assignment != nullptr ? assignment->vm.text() : QString();
    case Location:
        return isGpu ? cells::location(*row.gpu->gpu) : QString();
    case GpuIdentity:
        if (row.kind == RowKind::Unplaced)
            return cells::orUnknown(row.unplaced->deviceInstancePath);
        return row.gpu->gpu->partitioning->name;
    case AdapterIdentity:
        return assignment != nullptr ? assignment->adapterId : QString();
    default:
        return {};
    }
}

QVariant PartitionTreeModel::rawValue(const Row& row, int column) const
{
    if (isMeasure(column)) {
        if (row.gpu == nullptr)
            return {};
        const Measure what =
            measure(*row.gpu->gpu, row.slot != nullptr ? row.slot->assignment : nullptr, column);
        if (row.kind == RowKind::Gpu)
            return cells::amount(*row.gpu->gpu, what.capacity->available);
        if (row.slot->state == State::OverCommitted)
            return {};
        return cells::amount(*row.gpu->gpu, what.current ? what.current : what.capacity->maxPartition);
    }
    switch (column) {
    case PartitionCount:
        return row.kind == RowKind::Gpu ? cells::partitionCountValue(*row.gpu->gpu) : QVariant();
    case Occupancy:
        return row.kind == RowKind::Gpu && row.gpu->occupancy.facts.adapters
                   ? QVariant::fromValue<quint64>(static_cast<quint64>(row.gpu->occupancy.used()))
                   : QVariant();
    case PartitionId:
        return row.slot != nullptr && row.slot->partitionId
                   ? QVariant::fromValue<quint64>(*row.slot->partitionId)
                   : QVariant();
    case Location:
        return row.kind == RowKind::Gpu ? cells::locationRank(*row.gpu->gpu) : QVariant();
    case VirtualMachine:
        if (row.kind == RowKind::Partition && row.slot->assignment == nullptr)
            return {};
        return validOr(cellText(row, column));
    default:
        return validOr(cellText(row, column));
    }
}

QString PartitionTreeModel::toolTip(const Row& row, int column) const
{
    if (row.kind == RowKind::Host)
        return hostToolTip(*row.host, now());
    if (row.kind == RowKind::Unplaced)
        return row.unplaced->automatic
                   ? tr("No GPU is named in this assignment; the server picks one when the VM starts.")
                   : tr("The assignment names a GPU that the server no longer has: %1")
                         .arg(cells::orUnknown(row.unplaced->deviceInstancePath));
    const model::Gpu& gpu = *row.gpu->gpu;
    if (isMeasure(column)) {
        const Measure what = measure(gpu, row.slot != nullptr ? row.slot->assignment : nullptr, column);
        if (row.kind == RowKind::Gpu)
            return cells::quantityToolTip(gpu, what.capacity->available, what.unit);
        if (what.current)
            return cells::quantityToolTip(gpu, what.current, what.unit);
        return tr("Expected at the current partition count; the actual figure is known while the VM runs.") +
               u'\n' + cells::quantityToolTip(gpu, what.capacity->maxPartition, what.unit);
    }
    if (row.kind == RowKind::Partition) {
        const std::vector<model::Part> machines{model::Part::VirtualMachines};
        const QString unread = column == VmState && row.slot->assignment != nullptr &&
                                       vmOf(*row.host, row.slot->assignment) == nullptr
                                   ? unreadOf(*row.host, machines, row.slot->assignment->vm.text())
                                   : QString();
        return unread.isEmpty() ? describeSlot(*row.slot) : tr("Could not be read: %1").arg(unread);
    }
    switch (column) {
    case PartitionCount:
        return cells::partitionCountToolTip(gpu);
    case Occupancy:
        return text::occupancySpoken(row.gpu->occupancy);
    case Location:
        return gpu.locationPath;
    default:
        return cells::title(*row.gpu) + u'\n' + gpu.partitioning->name;
    }
}

QString PartitionTreeModel::spoken(const Row& row, int column) const
{
    if (row.kind == RowKind::Partition && column == Name)
        return describeSlot(*row.slot);
    if (row.kind == RowKind::Gpu && column == Occupancy)
        return text::occupancySpoken(row.gpu->occupancy);
    const QString words = cellText(row, column);
    if (words == cells::unknown())
        return tr("%1: not known").arg(columns()[static_cast<std::size_t>(column)].title);
    if (row.kind == RowKind::Host && column == Name) {
        const QString condition = cellText(row, VirtualMachine);
        return condition.isEmpty() ? tr("Server %1").arg(words) : tr("Server %1, %2").arg(words, condition);
    }
    return {};
}

QString PartitionTreeModel::iconName(const Row& row, int column) const
{
    const model::Assignment* assignment = row.slot != nullptr ? row.slot->assignment : row.unplaced;
    if (column == VmState && assignment != nullptr) {
        const model::VirtualMachine* vm = vmOf(*row.host, assignment);
        return vm != nullptr ? cells::powerStateIcon(vm->state) : u"vm-other"_s;
    }
    if (row.kind == RowKind::Host && column == VirtualMachine &&
        hostCondition(*row.host) != HostCondition::Ready)
        return hostIconName(*row.host);
    if (column != Name)
        return {};
    switch (row.kind) {
    case RowKind::Host:
        return u"server"_s;
    case RowKind::Gpu:
        return u"gpu"_s;
    case RowKind::Unplaced:
        return u"warning"_s;
    default:
        return row.slot->state == State::OverCommitted || row.slot->state == State::Unread ? u"warning"_s
                                                                                           : u"partition"_s;
    }
}

} // namespace hvgpu::ui
