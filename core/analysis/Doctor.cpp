#include "core/analysis/Doctor.h"

#include "core/analysis/DiagnosisList.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::analysis {
namespace {

/// One start of one Windows; empty when not everything of it is known.
QString startOf(const ObservedHost& host)
{
    if (!host.snapshot || host.snapshot->host.computerName.isEmpty() ||
        !host.snapshot->host.lastBoot.isValid())
        return {};
    return host.snapshot->host.computerName.toCaseFolded() + u'/' +
           QString::number(host.snapshot->host.lastBoot.toMSecsSinceEpoch());
}

/// @p known: the first host with each start.
void diagnoseListedTwice(const ObservedHost& host, QHash<QString, const ObservedHost*>& known,
                         DiagnosisList& list)
{
    const QString start = startOf(host);
    if (start.isEmpty())
        return;
    const auto same = known.constFind(start);
    if (same == known.constEnd()) {
        known.insert(start, &host);
        return;
    }
    const ObservedHost& other = **same;
    const model::HostFacts& facts = host.snapshot->host;
    // By addresses both may be called what the computer calls itself.
    const bool namesDiffer = other.name.compare(host.name, Qt::CaseInsensitive) != 0;
    Diagnosis& diagnosis = list.add(
        DiagnosisCode::ListedTwice, DiagnosisSeverity::Warning,
        {{u"servers"_s, other.id.text() + u", "_s + host.id.text()},
         {u"Win32_OperatingSystem.CSName"_s, facts.computerName},
         {u"Win32_OperatingSystem.LastBootUpTime"_s, facts.lastBoot.toUTC().toString(Qt::ISODateWithMs)}});
    diagnosis.arguments = {namesDiffer ? other.name : other.id.text()};
}

} // namespace

std::vector<Diagnosis> diagnoseInterrupted(const ObservedFleet& fleet)
{
    std::vector<Diagnosis> found;
    for (const InterruptedChange& change : fleet.interrupted) {
        Diagnosis& diagnosis = found.emplace_back();
        diagnosis.code = DiagnosisCode::ChangeInterrupted;
        diagnosis.severity = DiagnosisSeverity::Error;
        diagnosis.adapterId = change.id;
        diagnosis.arguments = {change.id};
        diagnosis.evidence = {{u"journal"_s, change.id},
                              {u"begun"_s, change.started.toUTC().toString(Qt::ISODate)}};
        for (const ObservedEntry& entry : fleet.entries) {
            for (const ObservedHost& host : entry.hosts) {
                if (!diagnosis.place.isEmpty() || change.hosts.empty() || host.id != change.hosts.front())
                    continue;
                diagnosis.entry = entry.id;
                diagnosis.host = host.id;
                diagnosis.place = host.name;
            }
        }
    }
    return found;
}

std::vector<Diagnosis> diagnose(const ObservedFleet& fleet)
{
    std::vector<Diagnosis> found = diagnoseInterrupted(fleet);
    QHash<QString, const ObservedHost*> starts;
    for (const ObservedEntry& entry : fleet.entries) {
        DiagnosisList list(entry, found);
        if (entry.isCluster) {
            diagnoseCluster(entry, list);
            diagnoseClusterPools(entry, list);
        }
        for (const ObservedHost& host : entry.hosts) {
            list.setHost(&host);
            diagnoseServer(host, entry, list);
            if (!host.snapshot)
                continue;
            diagnoseListedTwice(host, starts, list);
            diagnoseAssignments(*host.snapshot, list);
            diagnoseDevices(*host.snapshot, list);
            diagnosePools(*host.snapshot, list);
            diagnoseVms(*host.snapshot, list);
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &Diagnosis::severity);
    return found;
}

} // namespace hvgpu::analysis
