#include "ui/details/FleetSummary.h"

#include "core/analysis/AssignedStatus.h"
#include "core/analysis/PartitionTotals.h"
#include "ui/details/SectionBuilder.h"
#include "ui/models/HostCondition.h"

#include <QSet>

#include <map>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

struct SummaryWords
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::SummaryWords)
};

void addGpu(FleetCounts& counts, const model::Gpu& gpu, const model::HostSnapshot& host)
{
    ++counts.gpus;
    analysis::PartitionTotals totals;
    analysis::addPartitions(totals, gpu, host);
    counts.partitions += static_cast<int>(totals.partitions);
    counts.partitionsInUse += static_cast<int>(totals.used);
    counts.inUseUnknown = counts.inUseUnknown || totals.usedUnknown;
}

/// What is not known is not told as none.
QString knownCount(std::size_t known, bool mayBeMore)
{
    if (!mayBeMore)
        return QString::number(known);
    return known == 0 ? SummaryWords::tr("unknown") : SummaryWords::tr("%1 known").arg(known);
}

QString inUse(const FleetCounts& counts)
{
    const bool more = counts.inUseUnknown && counts.partitionsInUse < counts.partitions;
    const QString words =
        counts.totalUnknown
            ? (more ? SummaryWords::tr("at least %1 of %2 known") : SummaryWords::tr("%1 of %2 known"))
            : (more ? SummaryWords::tr("at least %1 of %2") : SummaryWords::tr("%1 of %2"));
    return words.arg(counts.partitionsInUse).arg(counts.partitions);
}

bool isUnread(const fleet::HostRecord& host, model::Part part)
{
    return host.snapshot ? host.snapshot->couldNotRead(part) : host.phase == fleet::HostPhase::Failed;
}

/// @p counts has what is known beyond @p gpus: of servers that could not be read, and what else is in use.
void addGpuFields(SectionBuilder& section, const std::vector<GpuOfHost>& gpus, FleetCounts counts)
{
    std::map<analysis::AssignedStatus, int> byStatus;
    std::uint64_t vram = 0;
    int withoutVram = 0;
    for (const GpuOfHost& entry : gpus) {
        addGpu(counts, *entry.gpu, *entry.host->snapshot);
        ++byStatus[analysis::assignedStatus(*entry.gpu, *entry.host->snapshot).status];
        if (!entry.gpu->partitioning)
            continue;
        const analysis::Quantity total =
            analysis::quantity(entry.gpu->partitioning->vram.total, *entry.gpu->partitioning);
        if (total.meaning == analysis::Meaning::Amount)
            vram += total.value;
        else
            ++withoutVram;
    }
    section.add(u"gpuCount"_s, SummaryWords::tr("GPUs"), knownCount(gpus.size(), counts.gpusUnknown));
    QStringList lines;
    for (const auto& [status, count] : byStatus)
        lines.append(u"%1: %2"_s.arg(text::statusLabel(status)).arg(count));
    section.addOptional(u"byStatus"_s, SummaryWords::tr("By assigned status"), lines.join(u'\n'));
    if (counts.partitions > 0)
        section.add(u"partitionsInUse"_s, SummaryWords::tr("Partitions in use"), inUse(counts));
    else if (counts.totalUnknown)
        section.add(u"partitionsInUse"_s, SummaryWords::tr("Partitions in use"), SummaryWords::tr("unknown"));
    if (vram > 0) {
        QString value = text::bytes(vram);
        if (withoutVram > 0)
            value +=
                u'\n' + SummaryWords::tr("without %n GPU(s) that do not report it", nullptr, withoutVram);
        section.add(u"totalVram"_s, SummaryWords::tr("Total VRAM"), value, text::exactBytes(vram));
    }
}

} // namespace

FleetCounts countFleet(const fleet::FleetSnapshot& fleet)
{
    return FleetCounter().count(fleet);
}

FleetCounts FleetCounter::count(const fleet::FleetSnapshot& fleet)
{
    std::unordered_map<model::HostId, Known> known;
    known.reserve(fleet.hosts.size());
    FleetCounts counts;
    for (const auto& host : fleet.hosts) {
        ++counts.servers;
        switch (host->phase) {
        case fleet::HostPhase::Ready:
            ++(isPartlyRead(*host) ? counts.partly : counts.ok);
            break;
        case fleet::HostPhase::Failed:
            ++counts.failed;
            break;
        case fleet::HostPhase::Reading:
        case fleet::HostPhase::NeverRead:
            ++counts.reading;
            break;
        }
        if (host->lastSuccess.isValid() && (!counts.newest.isValid() || host->lastSuccess > counts.newest))
            counts.newest = host->lastSuccess;
        counts.gpusUnknown = counts.gpusUnknown || isUnread(*host, model::Part::PnpDevices);
        counts.totalUnknown = counts.totalUnknown || isUnread(*host, model::Part::PartitionableGpus);
        if (!host->snapshot)
            continue;
        auto before = m_known.find(host->id);
        const bool isSame = before != m_known.end() && before->second.snapshot == host->snapshot;
        const Known& sums =
            known.emplace(host->id, isSame ? std::move(before->second) : countHost(host->snapshot))
                .first->second;
        counts.gpus += static_cast<int>(host->snapshot->gpus.size());
        counts.partitions += static_cast<int>(sums.totals.partitions);
        counts.partitionsInUse += static_cast<int>(sums.totals.used);
        counts.inUseUnknown = counts.inUseUnknown || sums.totals.usedUnknown;
    }
    m_known = std::move(known);
    return counts;
}

FleetCounter::Known FleetCounter::countHost(const std::shared_ptr<const model::HostSnapshot>& host)
{
    return {host, analysis::partitionTotals(*host)};
}

DetailContent describeFleet(const fleet::FleetSnapshot& fleet)
{
    std::vector<GpuOfHost> gpus;
    std::size_t vms = 0;
    bool vmsUnknown = false;
    FleetCounts beyond;
    for (const auto& host : fleet.hosts) {
        vmsUnknown = vmsUnknown || isUnread(*host, model::Part::VirtualMachines);
        beyond.gpusUnknown = beyond.gpusUnknown || isUnread(*host, model::Part::PnpDevices);
        beyond.totalUnknown = beyond.totalUnknown || isUnread(*host, model::Part::PartitionableGpus);
        if (!host->snapshot)
            continue;
        vms += host->snapshot->vms.size();
        beyond.partitionsInUse += static_cast<int>(analysis::automaticPartitions(*host->snapshot));
        for (const model::Gpu& gpu : host->snapshot->gpus)
            gpus.push_back({host, &gpu});
    }
    const FleetCounts counts = countFleet(fleet);
    DetailContent content{SummaryWords::tr("All servers"), {}, u"cluster"_s, {}};
    SectionBuilder servers(u"document"_s, {});
    servers.add(u"serverCount"_s, SummaryWords::tr("Servers"), QString::number(counts.servers));
    servers.add(u"okCount"_s, SummaryWords::tr("Read"), QString::number(counts.ok));
    servers.add(u"failedCount"_s, SummaryWords::tr("Could not be read"), QString::number(counts.failed));
    servers.add(u"vmCount"_s, SummaryWords::tr("Virtual machines"), knownCount(vms, vmsUnknown));
    content.sections.push_back(servers.take());
    SectionBuilder section(u"gpus"_s, SummaryWords::tr("GPUs"));
    addGpuFields(section, gpus, beyond);
    content.sections.push_back(section.take());
    return content;
}

DetailContent describeGpus(const std::vector<GpuOfHost>& gpus)
{
    QSet<QString> models;
    QSet<QString> hosts;
    FleetCounts beyond;
    for (const GpuOfHost& entry : gpus) {
        beyond.totalUnknown = beyond.totalUnknown || isUnread(*entry.host, model::Part::PartitionableGpus);
        models.insert(entry.gpu->name);
        hosts.insert(entry.host->id.text());
    }
    DetailContent content{
        SummaryWords::tr("%n GPU(s) selected", nullptr, static_cast<int>(gpus.size())), {}, u"gpu"_s, {}};
    SectionBuilder section(u"document"_s, {});
    addGpuFields(section, gpus, beyond);
    QStringList names = models.values();
    names.sort();
    section.add(u"models"_s, SummaryWords::tr("Models"), names.join(u'\n'));
    section.add(u"serverCount"_s, SummaryWords::tr("Servers"), QString::number(hosts.size()));
    content.sections.push_back(section.take());
    return content;
}

DetailContent describeCount(int partitions, int vms, int servers)
{
    DetailContent content{
        SummaryWords::tr("%n item(s) selected", nullptr, partitions + vms + servers), {}, u"info"_s, {}};
    SectionBuilder section(u"document"_s, {});
    if (servers > 0)
        section.add(u"serverCount"_s, SummaryWords::tr("Servers"), QString::number(servers));
    if (partitions > 0)
        section.add(u"partitionCount"_s, SummaryWords::tr("Partitions"), QString::number(partitions));
    if (vms > 0)
        section.add(u"vmCount"_s, SummaryWords::tr("Virtual machines"), QString::number(vms));
    content.sections.push_back(section.take());
    return content;
}

} // namespace hvgpu::ui
