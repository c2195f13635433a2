#include "core/analysis/GpuTitle.h"
#include "core/analysis/MmioSizing.h"
#include "core/text/MmioText.h"
#include "core/text/Text.h"
#include "ui/models/GpuCells.h"
#include "ui/models/HostCondition.h"
#include "ui/models/PoolNode.h"

// What the cells of PoolTreeModel hold.
namespace hvgpu::ui {

using namespace Qt::StringLiterals;

namespace {

bool canNotBeRead(const model::HostSnapshot& host)
{
    return host.couldNotRead(model::Part::ResourcePools) || host.couldNotRead(model::Part::AssignableDevices);
}

} // namespace

QString PoolTreeModel::Node::hostText(int column) const
{
    if (column == PoolTreeModel::Name)
        return record->displayName;
    if (column != PoolTreeModel::VirtualMachine)
        return {};
    const QString condition = hostConditionText(*record);
    if (!condition.isEmpty() || !record->snapshot)
        return condition;
    if (canNotBeRead(*record->snapshot))
        return PoolTreeModel::tr("GPU pools could not be read");
    return children.empty() ? PoolTreeModel::tr("No GPU pool, no dismounted GPU") : QString();
}

QString PoolTreeModel::Node::poolText(int column) const
{
    int devices = 0;
    int free = 0;
    for (const auto& child : children) {
        devices += child->kind == RowKind::Device ? 1 : 0;
        free += child->kind == RowKind::Device && child->assignment == nullptr ? 1 : 0;
    }
    switch (column) {
    case PoolTreeModel::Name:
        return title.isEmpty() ? PoolTreeModel::tr("Not in a pool") : title;
    case PoolTreeModel::Devices:
        return pool != nullptr || title.isEmpty() ? PoolTreeModel::tr("%1 of %2 free").arg(free).arg(devices)
                                                  : QString();
    case PoolTreeModel::Note:
        return note;
    default:
        return {};
    }
}

QString PoolTreeModel::Node::deviceText(int column) const
{
    const model::VirtualMachine* machine = vm();
    switch (column) {
    case PoolTreeModel::Name:
        if (kind == RowKind::Waiting)
            return PoolTreeModel::tr("Waits for a device");
        return gpu != nullptr ? analysis::gpuTitle(*record->snapshot, *gpu)
                              : PoolTreeModel::tr("Device that is no GPU");
    case PoolTreeModel::VirtualMachine:
        return assignment != nullptr ? cells::vmName(*assignment, record->snapshot)
                                     : PoolTreeModel::tr("(free)");
    case PoolTreeModel::VmState:
        if (assignment == nullptr)
            return {};
        return machine != nullptr ? text::powerState(machine->state) : cells::unknown();
    case PoolTreeModel::AssignmentStatus:
        if (kind == RowKind::Waiting)
            return PoolTreeModel::tr("Gets one when it starts");
        if (assignment != nullptr)
            return PoolTreeModel::tr("Assigned");
        return gpu == nullptr || gpu->dismounted ? PoolTreeModel::tr("Available (Not assigned)")
                                                 : PoolTreeModel::tr("Dismounted, not offered by Hyper-V");
    case PoolTreeModel::Mmio: {
        if (gpu == nullptr)
            return {};
        if (!gpu->memory)
            return cells::unknown();
        const analysis::MmioSizing need = analysis::mmioSizing({gpu}, *record->snapshot);
        return text::mmioSpaces(need.lowMb, need.highMb);
    }
    case PoolTreeModel::Location:
        return gpu != nullptr ? cells::location(*gpu) : QString();
    case PoolTreeModel::InstancePath:
        return devicePath;
    case PoolTreeModel::VmIdentity:
        return assignment != nullptr ? assignment->vm.text() : QString();
    default:
        return {};
    }
}

QString PoolTreeModel::Node::text(int column) const
{
    if (kind == RowKind::Host)
        return hostText(column);
    return kind == RowKind::Pool ? poolText(column) : deviceText(column);
}

QVariant PoolTreeModel::Node::value(int column) const
{
    if (column == PoolTreeModel::Location && gpu != nullptr)
        return cells::locationRank(*gpu);
    const QString words = text(column);
    return words.isEmpty() || words == cells::unknown() ? QVariant() : QVariant(words);
}

QString PoolTreeModel::Node::toolTip(int column, const QDateTime& now) const
{
    if (kind == RowKind::Host)
        return hostToolTip(*record, now);
    if (kind == RowKind::Pool && title.isEmpty() && column == PoolTreeModel::Name)
        return tr(
            "GPUs taken from the server, ready to be assigned to one of its virtual machines or to be put "
            "into a pool");
    if (kind == RowKind::Waiting && column == PoolTreeModel::Name)
        return tr(
            "The virtual machine has a place in this pool and gets whichever device is free when it starts.");
    if (column == PoolTreeModel::Mmio && gpu != nullptr && !gpu->memory)
        return tr(
            "Windows tells the memory ranges of started devices only; this one was not started while it was "
            "watched.");
    if (column == PoolTreeModel::Mmio && gpu != nullptr && gpu->memory->remembered)
        return PoolTreeModel::tr("As read while the device was still started");
    return text(column);
}

QString PoolTreeModel::Node::spoken(int column, const QString& columnTitle) const
{
    const QString words = text(column);
    if (words == cells::unknown())
        return PoolTreeModel::tr("%1: not known").arg(columnTitle);
    if (column != PoolTreeModel::Name)
        return words;
    if (kind == RowKind::Host) {
        const QString condition = hostConditionText(*record);
        return condition.isEmpty() ? PoolTreeModel::tr("Server %1").arg(words)
                                   : PoolTreeModel::tr("Server %1, %2").arg(words, condition);
    }
    if (kind == RowKind::Pool && !title.isEmpty())
        return note.isEmpty() ? PoolTreeModel::tr("GPU pool %1").arg(words)
                              : PoolTreeModel::tr("GPU pool %1, %2").arg(words, note);
    return words;
}

QString PoolTreeModel::Node::iconName(int column) const
{
    if (column == PoolTreeModel::VmState && vm() != nullptr)
        return cells::powerStateIcon(vm()->state);
    if (kind == RowKind::Pool && column == PoolTreeModel::Note && !note.isEmpty())
        return u"warning"_s;
    if (kind == RowKind::Host && column == PoolTreeModel::VirtualMachine &&
        hostCondition(*record) != HostCondition::Ready)
        return hostIconName(*record);
    if (column != PoolTreeModel::Name)
        return {};
    switch (kind) {
    case RowKind::Host:
        return u"server"_s;
    case RowKind::Pool:
        return u"partition"_s;
    case RowKind::Waiting:
        return u"vm-other"_s;
    default:
        return u"gpu"_s;
    }
}

} // namespace hvgpu::ui
