#include "ui/models/GpuCells.h"

#include "core/analysis/VmTitle.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace hvgpu::ui::cells {

using namespace Qt::StringLiterals;

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("hvgpu::ui::cells", text);
}

constexpr std::uint32_t deviceShift = 16;
constexpr std::uint32_t functionMask = 0xffff;

std::optional<std::uint64_t> totalVramReported(const model::Gpu& gpu)
{
    return gpu.partitioning ? gpu.partitioning->vram.total : std::nullopt;
}

bool hasAmount(const model::Gpu& gpu, const std::optional<std::uint64_t>& value)
{
    return gpu.partitioning &&
           analysis::quantity(value, *gpu.partitioning).meaning == analysis::Meaning::Amount;
}

QString notPartitionable()
{
    return say(QT_TRANSLATE_NOOP("hvgpu::ui::cells",
                                 "This GPU is not partitionable, so the host reports no such figure."));
}

} // namespace

QString unknown()
{
    return u"—"_s;
}

QString stillToCome()
{
    return u"…"_s;
}

QString orUnknown(const QString& text)
{
    return text.isEmpty() ? unknown() : text;
}

QString title(const GpuRow& row)
{
    const QString name = row.gpu->name.isEmpty() ? row.gpu->id.text() : row.gpu->name;
    return row.ordinal > 0 ? u"%1 #%2"_s.arg(name).arg(row.ordinal) : name;
}

QString gpuId(const model::Gpu& gpu)
{
    return gpu.partitioning ? gpu.partitioning->name : gpu.id.text();
}

QString location(const model::Gpu& gpu)
{
    if (gpu.pnp && gpu.pnp->busNumber && gpu.pnp->address)
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::cells", "PCI bus %1, device %2, function %3"))
            .arg(*gpu.pnp->busNumber)
            .arg(*gpu.pnp->address >> deviceShift)
            .arg(*gpu.pnp->address & functionMask);
    return orUnknown(gpu.locationPath);
}

QVariant locationRank(const model::Gpu& gpu)
{
    if (!gpu.pnp || !gpu.pnp->busNumber || !gpu.pnp->address)
        return {};
    return QVariant::fromValue<quint64>((static_cast<quint64>(*gpu.pnp->busNumber) << 32U) |
                                        *gpu.pnp->address);
}

QString quantity(const model::Gpu& gpu, const std::optional<std::uint64_t>& value, text::Unit unit,
                 bool expected)
{
    if (!gpu.partitioning)
        return unknown();
    const QString words = text::quantity(analysis::quantity(value, *gpu.partitioning), unit);
    return expected && hasAmount(gpu, value) ? u"≈ "_s + words : words;
}

QVariant amount(const model::Gpu& gpu, const std::optional<std::uint64_t>& value)
{
    return hasAmount(gpu, value) ? QVariant::fromValue<quint64>(*value) : QVariant();
}

QString quantityToolTip(const model::Gpu& gpu, const std::optional<std::uint64_t>& value, text::Unit unit)
{
    if (!gpu.partitioning)
        return notPartitionable();
    switch (analysis::quantity(value, *gpu.partitioning).meaning) {
    case analysis::Meaning::NotReported:
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::cells", "The driver reports no figure here."));
    case analysis::Meaning::Scale:
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::cells",
                                     "A paravirtual GPU reports parts of 1,000,000,000 instead "
                                     "of an amount; shown as a share of the GPU."));
    case analysis::Meaning::Amount:
        break;
    }
    return unit == text::Unit::Bytes ? text::exactBytes(*value) : QString();
}

QString totalVram(const model::Gpu& gpu)
{
    const auto reported = totalVramReported(gpu);
    if (!hasAmount(gpu, reported) && gpu.adapterMemory)
        return u"≈ "_s + text::bytes(*gpu.adapterMemory);
    return quantity(gpu, reported, text::Unit::Bytes);
}

QVariant totalVramAmount(const model::Gpu& gpu)
{
    const auto reported = totalVramReported(gpu);
    if (!hasAmount(gpu, reported) && gpu.adapterMemory)
        return QVariant::fromValue<quint64>(*gpu.adapterMemory);
    return amount(gpu, reported);
}

QString totalVramToolTip(const model::Gpu& gpu)
{
    const auto reported = totalVramReported(gpu);
    if (hasAmount(gpu, reported))
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::cells",
                                     "%1 usable for partitions, as the driver reports it"))
            .arg(text::exactBytes(*reported));
    if (gpu.adapterMemory)
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::cells",
                                     "%1, memory of the adapter as its driver registered it; what partitions "
                                     "can use is not reported"))
            .arg(text::exactBytes(*gpu.adapterMemory));
    return quantityToolTip(gpu, reported, text::Unit::Bytes);
}

QString partitionCount(const model::Gpu& gpu)
{
    if (!gpu.partitioning || !gpu.partitioning->partitionCount)
        return unknown();
    return QString::number(*gpu.partitioning->partitionCount);
}

QVariant partitionCountValue(const model::Gpu& gpu)
{
    if (!gpu.partitioning || !gpu.partitioning->partitionCount)
        return {};
    return QVariant::fromValue<quint64>(*gpu.partitioning->partitionCount);
}

QString partitionCountToolTip(const model::Gpu& gpu)
{
    if (!gpu.partitioning)
        return notPartitionable();
    if (!gpu.partitioning->partitionCount)
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::cells", "The host does not report a partition count."));
    return say(QT_TRANSLATE_NOOP("hvgpu::ui::cells", "Valid partition counts: %1")).arg(validCounts(gpu));
}

QString validCounts(const model::Gpu& gpu)
{
    if (!gpu.partitioning || gpu.partitioning->validPartitionCounts.empty())
        return unknown();
    std::vector<std::uint16_t> counts = gpu.partitioning->validPartitionCounts;
    std::sort(counts.begin(), counts.end());
    counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
    QStringList words;
    for (const std::uint16_t count : counts)
        words << QString::number(count);
    return words.join(u", "_s);
}

QString validCountsToolTip(const model::Gpu& gpu)
{
    if (!gpu.partitioning)
        return notPartitionable();
    QStringList words;
    for (const std::uint16_t count : gpu.partitioning->validPartitionCounts)
        words << QString::number(count);
    if (words.isEmpty())
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::cells", "The host reports no valid partition counts."));
    return say(QT_TRANSLATE_NOOP("hvgpu::ui::cells", "As reported: %1")).arg(words.join(u", "_s));
}

QString statusIcon(analysis::AssignedStatus status)
{
    switch (status) {
    case analysis::AssignedStatus::ReadyForDdaAssignment:
        return u"status-ready"_s;
    case analysis::AssignedStatus::Partitioned:
        return u"status-partitioned"_s;
    case analysis::AssignedStatus::Paravirtualization:
        return u"status-paravirtual"_s;
    case analysis::AssignedStatus::NotAssignable:
        return u"status-notassignable"_s;
    case analysis::AssignedStatus::HostOwned:
        return u"status-hostowned"_s;
    case analysis::AssignedStatus::Unknown:
        break;
    }
    return u"status-unknown"_s;
}

QString powerStateIcon(model::PowerState state)
{
    switch (state) {
    case model::PowerState::Running:
        return u"vm-running"_s;
    case model::PowerState::Off:
        return u"vm-off"_s;
    case model::PowerState::Paused:
        return u"vm-paused"_s;
    case model::PowerState::Saved:
        return u"vm-saved"_s;
    default:
        return u"vm-other"_s;
    }
}

QString vmName(const model::Assignment& assignment, const std::shared_ptr<const model::HostSnapshot>& host)
{
    if (!assignment.vmName.isEmpty() || (host && host->findVm(assignment.vm) != nullptr))
        return analysis::vmName(assignment);
    return say(QT_TRANSLATE_NOOP("hvgpu::ui::cells", "(VM not in the server's list)"));
}

} // namespace hvgpu::ui::cells
