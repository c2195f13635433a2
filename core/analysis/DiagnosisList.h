#pragma once

#include "core/analysis/Diagnosis.h"
#include "core/analysis/ObservedFleet.h"

#include <utility>

namespace hvgpu::analysis {

/// Collects what is wrong with one server, which the functions below find.
class DiagnosisList
{
public:
    DiagnosisList(const ObservedEntry& entry, std::vector<Diagnosis>& found)
        : m_entry(entry)
        , m_found(found)
    {}

    void setHost(const ObservedHost* host) { m_host = host; }
    /// A diagnosis with the place filled in, to be completed.
    Diagnosis& add(DiagnosisCode code, DiagnosisSeverity severity, std::vector<Evidence> evidence)
    {
        Diagnosis& diagnosis = m_found.emplace_back();
        diagnosis.code = code;
        diagnosis.severity = severity;
        diagnosis.entry = m_entry.id;
        if (m_host != nullptr)
            diagnosis.host = m_host->id;
        diagnosis.place = m_host != nullptr ? m_host->name : m_entry.name;
        diagnosis.evidence = std::move(evidence);
        return diagnosis;
    }

private:
    const ObservedEntry& m_entry;
    std::vector<Diagnosis>& m_found;
    const ObservedHost* m_host = nullptr;
};

void diagnoseAssignments(const model::HostSnapshot& host, DiagnosisList& list);
void diagnoseDevices(const model::HostSnapshot& host, DiagnosisList& list);
void diagnoseVms(const model::HostSnapshot& host, DiagnosisList& list);
/// Whether the server or node is there, and its policies.
void diagnoseServer(const ObservedHost& host, const ObservedEntry& entry, DiagnosisList& list);
void diagnoseCluster(const ObservedEntry& cluster, DiagnosisList& list);
/// Pools of whole devices: of one server, and of the nodes of a cluster against each other.
/// @{
void diagnosePools(const model::HostSnapshot& host, DiagnosisList& list);
void diagnoseClusterPools(const ObservedEntry& cluster, DiagnosisList& list);
/// @}

} // namespace hvgpu::analysis
