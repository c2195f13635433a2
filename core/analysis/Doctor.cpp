#include "core/analysis/Doctor.h"

#include "core/analysis/DiagnosisList.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::analysis {

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
