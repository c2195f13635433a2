#include "core/analysis/AssignedStatus.h"
#include "core/analysis/UnreadParts.h"
#include "core/analysis/VmTitle.h"
#include "core/model/LiveDevice.h"
#include "ui/details/Describe.h"
#include "ui/details/DescribeMmio.h"
#include "ui/details/SectionBuilder.h"

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

struct GpuDetails
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::GpuDetails)
};

QString validCounts(const model::Partitioning& partitioning)
{
    std::vector<std::uint16_t> counts = partitioning.validPartitionCounts;
    std::sort(counts.begin(), counts.end());
    counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
    QStringList words;
    for (const std::uint16_t count : counts)
        words.append(QString::number(count));
    return words.join(u", "_s);
}

QString hex(std::optional<std::uint32_t> value, int digits)
{
    return value ? u"%1"_s.arg(*value, digits, 16, QLatin1Char('0')).toUpper() : QString();
}

/// The seven fields that the Microsoft document names, in its order.
DetailSection documentFields(const fleet::HostRecord& host, const model::Gpu& gpu)
{
    SectionBuilder section(u"document"_s, {});
    section.add(u"gpuName"_s, GpuDetails::tr("GPU name"), gpu.name);
    if (!gpu.partitioning) {
        const bool unread = host.snapshot && host.snapshot->couldNotRead(model::Part::PartitionableGpus);
        const QString none = unread ? DetailWords::couldNotRead() : GpuDetails::tr("none: not partitionable");
        section.addIdentifier(u"gpuId"_s, GpuDetails::tr("GPU ID"),
                              gpu.pnp ? gpu.pnp->instanceId : gpu.id.text());
        section.add(u"availableEncoder"_s, GpuDetails::tr("Available encoder"), none);
        section.add(u"availableDecoder"_s, GpuDetails::tr("Available decoder"), none);
        section.add(u"availableVram"_s, GpuDetails::tr("Available VRAM"), none);
        section.add(u"validPartitionCount"_s, GpuDetails::tr("Valid partition count"), none);
        section.add(u"currentPartitionCount"_s, GpuDetails::tr("Current partition count"), none);
        return section.take();
    }
    const model::Partitioning& p = *gpu.partitioning;
    section.addIdentifier(u"gpuId"_s, GpuDetails::tr("GPU ID"), p.name);
    section.addQuantity(u"availableEncoder"_s, GpuDetails::tr("Available encoder"), p.encode.available, p,
                        text::Unit::Blocks540p60);
    section.addQuantity(u"availableDecoder"_s, GpuDetails::tr("Available decoder"), p.decode.available, p,
                        text::Unit::Blocks540p60);
    section.addQuantity(u"availableVram"_s, GpuDetails::tr("Available VRAM"), p.vram.available, p,
                        text::Unit::Bytes);
    section.add(u"validPartitionCount"_s, GpuDetails::tr("Valid partition count"), validCounts(p));
    section.add(u"currentPartitionCount"_s, GpuDetails::tr("Current partition count"),
                DetailWords::number(p.partitionCount));
    return section.take();
}

DetailSection statusFields(const fleet::HostRecord& host, const model::Gpu& gpu)
{
    SectionBuilder section(u"status"_s, GpuDetails::tr("Status"));
    const analysis::StatusVerdict verdict = analysis::assignedStatus(gpu, *host.snapshot);
    section.add(u"assignedStatus"_s, GpuDetails::tr("Assigned status"), text::statusLabel(verdict.status),
                text::statusGloss(verdict.status));
    section.addOptional(u"subStatus"_s, GpuDetails::tr("In detail"), text::subStatusLabel(verdict.subStatus));
    section.addOptional(u"reason"_s, GpuDetails::tr("Reason"), text::statusReason(verdict));
    section.addOptional(u"advice"_s, GpuDetails::tr("What to do"), text::statusAdvice(verdict));
    QStringList evidence;
    for (const analysis::Evidence& fact : verdict.evidence)
        evidence.append(u"%1 = %2"_s.arg(fact.source, fact.value));
    section.addIdentifier(u"evidence"_s, GpuDetails::tr("Evidence"), evidence.join(u'\n'));
    return section.take();
}

DetailSection capacityFields(const fleet::HostRecord& host, const model::Gpu& gpu)
{
    SectionBuilder section(u"capacity"_s, GpuDetails::tr("Capacity"));
    if (gpu.adapterMemory)
        section.add(u"adapterMemory"_s, GpuDetails::tr("Memory of the adapter"),
                    text::bytes(*gpu.adapterMemory), text::exactBytes(*gpu.adapterMemory));
    if (gpu.partitioning) {
        const model::Partitioning& p = *gpu.partitioning;
        section.add(
            u"partitionsInUse"_s, GpuDetails::tr("Partitions in use"),
            text::occupancy(analysis::occupancy(gpu, host.snapshot ? analysis::assignmentFacts(*host.snapshot)
                                                                   : analysis::AssignmentFacts{})));
        section.addQuantity(u"totalVram"_s, GpuDetails::tr("Total VRAM"), p.vram.total, p, text::Unit::Bytes);
        section.addQuantity(u"partitionVram"_s, GpuDetails::tr("VRAM per partition"), p.vram.optimalPartition,
                            p, text::Unit::Bytes);
        section.addQuantity(u"totalEncoder"_s, GpuDetails::tr("Total encoder"), p.encode.total, p,
                            text::Unit::Blocks540p60);
        section.addQuantity(u"totalDecoder"_s, GpuDetails::tr("Total decoder"), p.decode.total, p,
                            text::Unit::Blocks540p60);
        section.addQuantity(u"totalCompute"_s, GpuDetails::tr("Total compute"), p.compute.total, p,
                            text::Unit::Gflops);
        section.addQuantity(u"availableCompute"_s, GpuDetails::tr("Available compute"), p.compute.available,
                            p, text::Unit::Gflops);
        section.add(u"liveMigration"_s, GpuDetails::tr("Accepts live migration"),
                    DetailWords::yesNo(p.supportsIncomingLiveMigration),
                    GpuDetails::tr("Reported by Windows Server 2025 (build 26100) and later."));
    }
    return section.take();
}

QString driverLine(const model::PnpDevice& pnp)
{
    QStringList words;
    for (const QString& word : {pnp.driverVersion, pnp.driverProvider, pnp.driverInf}) {
        if (!word.isEmpty())
            words.append(word);
    }
    return words.join(u" · "_s);
}

QString problem(const model::PnpDevice& pnp)
{
    if (!pnp.problemCode)
        return {};
    switch (*pnp.problemCode) {
    case 0:
        return GpuDetails::tr("none");
    case 10:
        return GpuDetails::tr("code 10: the device cannot start");
    case 12:
        return GpuDetails::tr("code 12: not enough free resources");
    case 22:
        return GpuDetails::tr("code 22: disabled");
    case 28:
        return GpuDetails::tr("code 28: no driver installed");
    case 43:
        return GpuDetails::tr("code 43: stopped because it reported problems");
    case 45:
        return GpuDetails::tr("code 45: not connected");
    default:
        return GpuDetails::tr("code %1").arg(*pnp.problemCode);
    }
}

QString link(const model::PnpDevice& pnp)
{
    if (!pnp.linkSpeed || !pnp.linkWidth)
        return {};
    return GpuDetails::tr("PCI Express generation %1, %n lane(s)", nullptr, static_cast<int>(*pnp.linkWidth))
        .arg(*pnp.linkSpeed);
}

QString slot(const model::PnpDevice& pnp)
{
    if (!pnp.busNumber || !pnp.address)
        return {};
    return GpuDetails::tr("bus %1, device %2, function %3")
        .arg(*pnp.busNumber)
        .arg(*pnp.address >> 16U)
        .arg(*pnp.address & 0xFFFFU);
}

DetailSection deviceFields(const fleet::HostRecord& host, const model::Gpu& gpu)
{
    SectionBuilder section(u"device"_s, GpuDetails::tr("Device"));
    section.add(u"server"_s, GpuDetails::tr("Server"), host.displayName);
    const QString ids = u"VEN_%1 DEV_%2"_s.arg(hex(gpu.vendorId, 4), hex(gpu.deviceId, 4));
    const QString subsystem = gpu.subsystemId ? u" SUBSYS_"_s + hex(gpu.subsystemId, 8) : QString();
    section.addOptional(u"pciIds"_s, GpuDetails::tr("PCI ids"), gpu.vendorId ? ids + subsystem : QString());
    if (gpu.pnp) {
        const model::PnpDevice& pnp = *gpu.pnp;
        section.addOptional(u"manufacturer"_s, GpuDetails::tr("Manufacturer"), pnp.manufacturer);
        section.add(u"driver"_s, GpuDetails::tr("Driver"), driverLine(pnp));
        if (pnp.driverDate.isValid())
            section.add(u"driverDate"_s, GpuDetails::tr("Driver date"),
                        QLocale().toString(pnp.driverDate.date(), QLocale::ShortFormat));
        section.add(u"problem"_s, GpuDetails::tr("Problem"), problem(pnp));
        section.addOptional(u"slot"_s, GpuDetails::tr("Slot"), slot(pnp));
        section.addOptional(u"numa"_s, GpuDetails::tr("NUMA node"),
                            pnp.numaNode ? QString::number(*pnp.numaNode) : QString());
        section.addOptional(u"link"_s, GpuDetails::tr("Link"), link(pnp));
        section.addIdentifier(u"instanceId"_s, GpuDetails::tr("Instance ID"), pnp.instanceId);
    }
    section.addIdentifier(u"location"_s, GpuDetails::tr("Location path"), gpu.locationPath);
    return section.take();
}

QString assignmentText(const model::Assignment& assignment)
{
    const QString vm = analysis::vmName(assignment);
    if (assignment.kind == model::Assignment::Kind::WholeDevice)
        return GpuDetails::tr("%1: the whole device").arg(vm);
    if (assignment.partitionId)
        return GpuDetails::tr("%1: partition %2").arg(vm).arg(*assignment.partitionId);
    return model::hasLiveDevice(assignment)
               ? GpuDetails::tr("%1: a partition, which one is not reported").arg(vm)
               : GpuDetails::tr("%1: partition resolved at start").arg(vm);
}

DetailSection assignmentFields(const fleet::HostRecord& host, const model::Gpu& gpu)
{
    SectionBuilder section(u"assignments"_s, GpuDetails::tr("Assignments"));
    QStringList lines;
    for (const model::Assignment& assignment : gpu.assignments)
        lines.append(assignmentText(assignment));
    if (host.snapshot && analysis::couldNotReadAdapters(*host.snapshot))
        lines.append(GpuDetails::tr("could not be read"));
    section.add(u"assignments"_s, GpuDetails::tr("Virtual machines"),
                lines.isEmpty() ? GpuDetails::tr("none") : lines.join(u'\n'));
    return section.take();
}

} // namespace

DetailContent describeGpu(const fleet::HostRecord& host, const model::Gpu& gpu)
{
    DetailContent content{gpu.name, GpuDetails::tr("GPU of %1").arg(host.displayName), u"gpu"_s, {}};
    content.sections.push_back(documentFields(host, gpu));
    if (host.snapshot)
        content.sections.push_back(statusFields(host, gpu));
    content.sections.push_back(deviceFields(host, gpu));
    DetailSection capacity = capacityFields(host, gpu);
    if (!capacity.fields.empty())
        content.sections.push_back(std::move(capacity));
    content.sections.push_back(assignmentFields(host, gpu));
    if (host.snapshot)
        content.sections.push_back(mmioOfGpu(*host.snapshot, gpu));
    return content;
}

} // namespace hvgpu::ui
