#include "ui/change/GpuChoices.h"

#include "core/operations/Planner.h"
#include "core/text/PlanText.h"
#include "core/text/Text.h"
#include "ui/change/Titles.h"
#include "ui/models/GpuCells.h"
#include "ui/models/HostCondition.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <set>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("hvgpu::ui::GpuChoices", text);
}

/// Whether the planner would refuse this server as a whole, in its words.
QString refusal(const fleet::HostRecord& host, const fleet::FleetSnapshot& fleet)
{
    operations::SetCountRequest request;
    request.gpus.push_back({host.id, {}});
    const operations::Plan plan = operations::planSetCount(request, fleet, {});
    for (const operations::Finding& finding : plan.findings) {
        if (finding.code == operations::FindingCode::HostNotReady)
            return text::present(finding, plan, fleet).message;
    }
    return {};
}

/// Why no GPU of the server can be chosen; empty when they can.
QString whyNotServer(const fleet::HostRecord& host, const fleet::FleetSnapshot& fleet)
{
    switch (hostCondition(host)) {
    case HostCondition::NeverRead:
    case HostCondition::Loading:
    case HostCondition::Stale:
    case HostCondition::Failed:
    case HostCondition::NoHyperV:
    case HostCondition::GpusUnreadable:
    case HostCondition::NoGpus:
        return hostConditionText(host);
    case HostCondition::Refreshing:
    case HostCondition::Ready:
        break;
    }
    return refusal(host, fleet);
}

QString holdersOf(const model::Gpu& gpu)
{
    QStringList names;
    for (const model::Assignment& assignment : gpu.assignments)
        names << analysis::vmName(assignment);
    return names.join(u'\n');
}

void explainWhyNot(GpuChoice& choice, const model::Gpu& gpu, const analysis::StatusVerdict& verdict)
{
    if (!analysis::configurationKey(gpu)) {
        const QString detail = text::subStatusLabel(verdict.subStatus);
        choice.whyNot = say(QT_TRANSLATE_NOOP("hvgpu::ui::GpuChoices", "Not partitionable: %1"))
                            .arg(detail.isEmpty() ? choice.status : detail);
        choice.advice =
            QStringList{text::statusReason(verdict), text::statusAdvice(verdict)}.join(u' ').trimmed();
    } else if (analysis::offeredCounts(*gpu.partitioning).empty()) {
        choice.whyNot =
            say(QT_TRANSLATE_NOOP("hvgpu::ui::GpuChoices", "The driver offers no partition counts"));
    }
}

GpuChoice gpuChoice(const fleet::HostRecord& host, const model::Gpu& gpu, const QString& whyNotHost)
{
    GpuChoice choice;
    choice.ref = {host.id, gpu.id};
    choice.title = gpuTitle(*host.snapshot, gpu);
    choice.location = cells::location(gpu);
    choice.holders = holdersOf(gpu);
    const analysis::StatusVerdict verdict = analysis::assignedStatus(gpu, *host.snapshot);
    choice.status = text::statusLabel(verdict.status);
    if (gpu.partitioning && !gpu.partitioning->isParavirtual()) {
        choice.count = gpu.partitioning->partitionCount;
        choice.size = analysis::currentPartitionSize(gpu);
        choice.inUse = text::occupancy(analysis::occupancy(gpu, analysis::assignmentFacts(*host.snapshot)));
    }
    if (whyNotHost.isEmpty())
        explainWhyNot(choice, gpu, verdict);
    else
        choice.whyNot = whyNotHost;
    return choice;
}

ServerChoice serverChoice(const fleet::HostRecord& host, const fleet::FleetSnapshot& fleet,
                          const QDateTime& now)
{
    ServerChoice server;
    server.id = host.id;
    server.name = host.displayName;
    server.icon = hostIconName(host);
    const QString whyNot = whyNotServer(host, fleet);
    server.note = whyNot.isEmpty() ? hostConditionText(host) : whyNot;
    server.toolTip = hostToolTip(host, now);
    if (host.snapshot) {
        for (const model::Gpu& gpu : host.snapshot->gpus)
            server.gpus.push_back(gpuChoice(host, gpu, whyNot));
    }
    return server;
}

/// A cluster whose nodes could not be listed.
ServerChoice clusterChoice(const fleet::EntryRecord& entry)
{
    const text::ErrorText words = text::present(*entry.expansionError, entry.displayName);
    ServerChoice server;
    server.name = entry.displayName;
    server.icon = u"error"_s;
    server.note = words.title;
    server.toolTip = QStringList{words.title, words.explanation, words.advice}.join(u'\n').trimmed();
    return server;
}

GpuSet setOf(const analysis::HomogeneousSet& set)
{
    GpuSet result;
    std::set<model::HostId> hosts;
    for (const analysis::GpuOfHost& gpu : set.gpus) {
        result.gpus.push_back({gpu.hostId, gpu.gpu->id});
        hosts.insert(gpu.hostId);
    }
    const auto gpus = static_cast<int>(set.gpus.size());
    const auto servers = static_cast<int>(hosts.size());
    const model::Gpu& first = *set.gpus.front().gpu;
    const QString vram = cells::totalVram(first);
    const QString name = first.name.isEmpty() ? first.id.text() : first.name;
    result.title =
        QCoreApplication::translate("hvgpu::ui::GpuChoices", "%1, %2: %3 on %4",
                                    "name, VRAM, number of GPUs, number of servers")
            .arg(name, vram, QCoreApplication::translate("hvgpu::ui::GpuChoices", "%n GPU(s)", nullptr, gpus),
                 QCoreApplication::translate("hvgpu::ui::GpuChoices", "%n server(s)", nullptr, servers));
    return result;
}

} // namespace

const GpuChoice* GpuChoices::find(const operations::GpuRef& ref) const
{
    for (const ServerChoice& server : servers) {
        if (server.id != ref.host)
            continue;
        for (const GpuChoice& gpu : server.gpus) {
            if (gpu.ref == ref)
                return &gpu;
        }
    }
    return nullptr;
}

std::vector<model::HostId> GpuChoices::hosts() const
{
    std::vector<model::HostId> result;
    for (const ServerChoice& server : servers) {
        if (!server.gpus.empty())
            result.push_back(server.id);
    }
    return result;
}

GpuChoices gpuChoices(const fleet::FleetSnapshot& fleet, const std::vector<model::HostId>& only,
                      const QDateTime& now)
{
    GpuChoices choices;
    std::vector<analysis::GpuOfHost> gpus;
    const std::set<model::HostId> wanted(only.begin(), only.end());
    for (const auto& host : fleet.hosts) {
        if (!wanted.empty() && !wanted.contains(host->id))
            continue;
        choices.servers.push_back(serverChoice(*host, fleet, now));
        if (!host->snapshot)
            continue;
        for (const model::Gpu& gpu : host->snapshot->gpus)
            gpus.push_back({host->id, host->snapshot.get(), &gpu});
    }
    for (const auto& entry : fleet.entries) {
        if (wanted.empty() && entry->expansionError && entry->hosts.empty())
            choices.servers.push_back(clusterChoice(*entry));
    }
    for (const analysis::HomogeneousSet& set : analysis::homogeneousSets(gpus))
        choices.sets.push_back(setOf(set));
    return choices;
}

} // namespace hvgpu::ui
