#include "ui/models/GpuTreeModel.h"

#include "ui/models/GpuCells.h"
#include "ui/models/HostCondition.h"
#include "ui/models/OccupancyValue.h"

#include <QLocale>

namespace hvgpu::ui {

using namespace Qt::StringLiterals;

namespace {

struct VramSum
{
    quint64 total = 0;
    bool known = false;
};

/// Sum over the partitionable GPUs; unknown as soon as one of them is.
template <class Amount>
VramSum sumVram(const fleet::HostRecord& host, Amount amount)
{
    VramSum sum;
    if (!host.snapshot)
        return sum;
    for (const model::Gpu& gpu : host.snapshot->gpus) {
        if (!gpu.partitioning)
            continue;
        const QVariant value = amount(gpu);
        if (!value.isValid())
            return {};
        sum.total += value.toULongLong();
        sum.known = true;
    }
    return sum;
}

QVariant availableAmount(const model::Gpu& gpu)
{
    return gpu.partitioning ? cells::amount(gpu, gpu.partitioning->vram.available) : QVariant();
}

VramSum hostSum(const fleet::HostRecord& host, bool total)
{
    return total ? sumVram(host, cells::totalVramAmount) : sumVram(host, availableAmount);
}

QString driverVersion(const model::Gpu& gpu)
{
    return gpu.pnp ? gpu.pnp->driverVersion : QString();
}

QString textOrInvalid(const QVariant& value)
{
    return value.toString();
}

QVariant validOr(const QString& text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

/// The lists that a column rests on.
std::vector<model::Part> sources(int column)
{
    using model::Part;
    switch (column) {
    case GpuTreeModel::Model:
    case GpuTreeModel::Manufacturer:
    case GpuTreeModel::Driver:
    case GpuTreeModel::DriverDate:
    case GpuTreeModel::Location:
        return {Part::PnpDevices, Part::DeviceProperties};
    case GpuTreeModel::PartitionsInUse:
        return {Part::PartitionableGpus, Part::PartitionAdapters};
    default:
        return {Part::PartitionableGpus};
    }
}

std::optional<std::uint64_t> availableVram(const model::Gpu& gpu)
{
    return gpu.partitioning ? gpu.partitioning->vram.available : std::nullopt;
}

} // namespace

GpuTreeModel::GpuTreeModel(QObject* parent)
    : HostTreeModel(false, parent)
{}

const std::vector<ColumnInfo>& GpuTreeModel::columns() const
{
    static const std::vector<ColumnInfo> all{
        {"name", tr("Name"), {}},
        {"assigned_status", tr("Assigned status"),
         tr("What the GPU can be used for, by the words of the documents")},
        {"status_detail", tr("Reason"), tr("What is behind the status")},
        {"occupancy", tr("Occupancy"), tr("Each partition with the VM on it")},
        {"partition_count", tr("Partition count"), tr("Number of partitions the GPU is divided into"), true,
         true},
        {"partitions_in_use", tr("Partitions in use"), tr("Partitions assigned to VMs, running or not"), true,
         true},
        {"total_vram", tr("Total VRAM"), tr("1 GB = 1,073,741,824 bytes"), true, true},
        {"available_vram", tr("Available VRAM"),
         tr("Changes when VMs start and stop, not when partitions are assigned"), true, true},
        {"model", tr("Model"), {}},
        {"driver", tr("Driver"), tr("Version of the GPU's driver on the server")},
        {"location", tr("Location"), tr("PCI slot; tells identical cards apart")},
        {"manufacturer", tr("Manufacturer"), {}, false},
        {"driver_date", tr("Driver date"), {}, false},
        {"valid_partition_counts", tr("Valid partition counts"), tr("What the driver allows"), false},
        {"gpu_id", tr("GPU ID"), tr("Device interface path, else the instance ID"), false}};
    return all;
}

bool GpuTreeModel::listsGpu(const model::Gpu&) const
{
    return true;
}

bool GpuTreeModel::isUnreadable(const model::HostSnapshot& host) const
{
    return host.couldNotRead(model::Part::PnpDevices);
}

QString GpuTreeModel::hostText(const Row& row, int column) const
{
    switch (column) {
    case Name:
        return row.host->displayName;
    case AssignedStatus:
        return hostConditionText(*row.host);
    case StatusDetail:
        return row.host->snapshot && !row.host->snapshot->gpus.empty()
                   ? tr("%n GPU(s)", nullptr, static_cast<int>(row.host->snapshot->gpus.size()))
                   : QString();
    case TotalVram:
    case AvailableVram: {
        const VramSum sum = hostSum(*row.host, column == TotalVram);
        return sum.known ? text::bytes(sum.total) : QString();
    }
    case Occupancy:
        return row.host->snapshot ? OccupancyValue::of(*row.host->snapshot).text : QString();
    default:
        return textOrInvalid(column == PartitionsInUse || column == PartitionCount ? rawValue(row, column)
                                                                                   : QVariant());
    }
}

/// What the lists say; "…" where the rest of the reading will tell.
QString GpuTreeModel::arrivingText(const GpuRow& row, int column)
{
    const model::Gpu& gpu = *row.gpu;
    const QString later = cells::stillToCome();
    switch (column) {
    case AssignedStatus:
        return tr("Reading…");
    case Name:
    case Model:
        return cells::title(row);
    case Manufacturer:
        return gpu.pnp && !gpu.pnp->manufacturer.isEmpty() ? gpu.pnp->manufacturer : later;
    case PartitionCount:
        return gpu.partitioning ? cells::partitionCount(gpu) : later;
    case ValidCounts:
        return gpu.partitioning ? cells::validCounts(gpu) : later;
    case GpuIdentity:
        return cells::gpuId(gpu);
    default:
        return later;
    }
}

QString GpuTreeModel::cellText(const Row& row, int column) const
{
    if (row.kind == RowKind::Host)
        return hostText(row, column);
    if (row.kind == RowKind::ArrivingGpu)
        return arrivingText(*row.gpu, column);
    const model::Gpu& gpu = *row.gpu->gpu;
    const analysis::StatusVerdict& verdict = row.gpu->verdict(*row.host->snapshot);
    switch (column) {
    case Name:
        return cells::title(*row.gpu);
    case AssignedStatus:
        return text::statusLabel(verdict.status);
    case StatusDetail:
        return text::subStatusLabel(verdict.subStatus);
    case Model:
        return cells::orUnknown(gpu.name);
    case Manufacturer:
        return cells::orUnknown(gpu.pnp ? gpu.pnp->manufacturer : QString());
    case Driver:
        return cells::orUnknown(driverVersion(gpu));
    case DriverDate:
        return gpu.pnp && gpu.pnp->driverDate.isValid()
                   ? QLocale().toString(gpu.pnp->driverDate.date(), QLocale::ShortFormat)
                   : cells::unknown();
    case TotalVram:
        return cells::totalVram(gpu);
    case AvailableVram:
        return cells::quantity(gpu, availableVram(gpu), text::Unit::Bytes);
    case PartitionCount:
        return cells::partitionCount(gpu);
    case PartitionsInUse:
        return gpu.partitioning && row.gpu->occupancy.facts.adapters
                   ? QString::number(row.gpu->occupancy.used())
                   : cells::unknown();
    case Occupancy:
        return gpu.partitioning ? text::occupancy(row.gpu->occupancy) : cells::unknown();
    case ValidCounts:
        return cells::validCounts(gpu);
    case Location:
        return cells::location(gpu);
    case GpuIdentity:
        return cells::gpuId(gpu);
    default:
        return {};
    }
}

QVariant GpuTreeModel::rawValue(const Row& row, int column) const
{
    if (row.kind == RowKind::Host) {
        if (column == TotalVram || column == AvailableVram) {
            const VramSum sum = hostSum(*row.host, column == TotalVram);
            return sum.known ? QVariant::fromValue<quint64>(sum.total) : QVariant();
        }
        if (column != PartitionCount && column != PartitionsInUse && column != Occupancy)
            return validOr(cellText(row, column));
        quint64 total = 0;
        quint64 used = 0;
        bool any = false;
        for (int i = 0; row.host->snapshot && i < static_cast<int>(row.host->snapshot->gpus.size()); ++i) {
            const model::Gpu& gpu = row.host->snapshot->gpus[static_cast<std::size_t>(i)];
            if (!gpu.partitioning)
                continue;
            const analysis::Occupancy one =
                analysis::occupancy(gpu, analysis::assignmentFacts(*row.host->snapshot));
            if (column == PartitionCount ? !one.total : !one.facts.adapters)
                return {};
            any = true;
            total += static_cast<quint64>(one.total.value_or(0));
            used += static_cast<quint64>(one.used());
        }
        return any ? QVariant::fromValue<quint64>(column == PartitionCount ? total : used) : QVariant();
    }
    const model::Gpu& gpu = *row.gpu->gpu;
    if (row.kind == RowKind::ArrivingGpu && column != PartitionCount) {
        const QString words = arrivingText(*row.gpu, column);
        const bool isTold =
            column != AssignedStatus && words != cells::stillToCome() && words != cells::unknown();
        return isTold ? QVariant(words) : QVariant();
    }
    switch (column) {
    case DriverDate:
        return gpu.pnp && gpu.pnp->driverDate.isValid() ? QVariant(gpu.pnp->driverDate) : QVariant();
    case Driver:
        return validOr(driverVersion(gpu));
    case TotalVram:
        return cells::totalVramAmount(gpu);
    case AvailableVram:
        return availableAmount(gpu);
    case PartitionCount:
        return cells::partitionCountValue(gpu);
    case PartitionsInUse:
    case Occupancy:
        return gpu.partitioning
                   ? QVariant::fromValue<quint64>(static_cast<quint64>(row.gpu->occupancy.used()))
                   : QVariant();
    case Location:
        return cells::locationRank(gpu);
    case Name:
        return cells::title(*row.gpu);
    default: {
        const QString words = cellText(row, column);
        return words == cells::unknown() ? QVariant() : validOr(words);
    }
    }
}

QString GpuTreeModel::toolTip(const Row& row, int column) const
{
    if (row.kind == RowKind::Host)
        return hostToolTip(*row.host, now());
    if (row.kind == RowKind::ArrivingGpu)
        return tr("%1 is still being read.").arg(row.host->displayName);
    const model::Gpu& gpu = *row.gpu->gpu;
    if (cellText(row, column) == cells::unknown()) {
        const QString subject = gpu.pnp ? gpu.pnp->instanceId : gpu.id.text();
        if (const QString unread = unreadOf(*row.host, sources(column), subject); !unread.isEmpty())
            return tr("Could not be read: %1").arg(unread);
    }
    switch (column) {
    case AssignedStatus:
    case StatusDetail: {
        const analysis::StatusVerdict& verdict = row.gpu->verdict(*row.host->snapshot);
        QStringList lines{text::statusGloss(verdict.status), text::statusReason(verdict),
                          text::statusAdvice(verdict)};
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    case TotalVram:
        return cells::totalVramToolTip(gpu);
    case AvailableVram:
        return cells::quantityToolTip(gpu, availableVram(gpu), text::Unit::Bytes);
    case PartitionCount:
    case PartitionsInUse:
        return cells::partitionCountToolTip(gpu);
    case Occupancy:
        return gpu.partitioning ? text::occupancySpoken(row.gpu->occupancy)
                                : cells::partitionCountToolTip(gpu);
    case ValidCounts:
        return cells::validCountsToolTip(gpu);
    case Location:
        return gpu.locationPath.isEmpty() ? tr("The server does not report where the GPU sits.")
                                          : gpu.locationPath;
    case Driver:
        if (driverVersion(gpu).isEmpty())
            return tr("The server reports no driver for this GPU.");
        return QStringList{gpu.pnp->driverProvider, gpu.pnp->driverInf}.join(u'\n').trimmed();
    case Name:
    case GpuIdentity:
        return cells::title(*row.gpu) + u'\n' + cellText(row, GpuIdentity);
    default:
        return cellText(row, column);
    }
}

QString GpuTreeModel::spoken(const Row& row, int column) const
{
    const QString words = cellText(row, column);
    if (words == cells::stillToCome())
        return tr("%1: still being read").arg(columns()[static_cast<std::size_t>(column)].title);
    if (words == cells::unknown())
        return tr("%1: not known").arg(columns()[static_cast<std::size_t>(column)].title);
    if (row.kind == RowKind::Gpu && (column == Occupancy || column == PartitionsInUse))
        return text::occupancySpoken(row.gpu->occupancy);
    if (row.kind == RowKind::Host && column == Name) {
        const QString condition = hostConditionText(*row.host);
        return condition.isEmpty() ? tr("Server %1").arg(words) : tr("Server %1, %2").arg(words, condition);
    }
    return {};
}

QString GpuTreeModel::iconName(const Row& row, int column) const
{
    if (row.kind == RowKind::Host)
        return column == Name ? u"server"_s
                              : (column == AssignedStatus && hostCondition(*row.host) != HostCondition::Ready
                                     ? hostIconName(*row.host)
                                     : QString());
    if (column == Name)
        return u"gpu"_s;
    if (row.kind == RowKind::ArrivingGpu)
        return column == AssignedStatus ? u"refresh"_s : QString();
    return column == AssignedStatus ? cells::statusIcon(row.gpu->verdict(*row.host->snapshot).status)
                                    : QString();
}

} // namespace hvgpu::ui
