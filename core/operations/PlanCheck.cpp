#include "core/operations/PlanCheck.h"

#include "core/operations/Planner.h"

#include <algorithm>

namespace hvgpu::operations {
namespace {

bool isJudged(const Request& request)
{
    return std::holds_alternative<SetCountRequest>(request) ||
           std::holds_alternative<AssignRequest>(request) || std::holds_alternative<UnassignRequest>(request);
}

/// The runner compares these with what it reads before it touches the target.
bool isReadAgain(FindingCode code)
{
    switch (code) {
    case FindingCode::PartitionsAssigned:
    case FindingCode::NotPartitionable:
    case FindingCode::NoFreePartition:
    case FindingCode::NoPartitionableGpu:
    case FindingCode::VramNotOffered:
    case FindingCode::AlreadyHasPartition:
    case FindingCode::AdapterNotFound:
    case FindingCode::VmNotFound:
    case FindingCode::VmSaved:
    case FindingCode::VmCritical:
    case FindingCode::VmTransient:
    case FindingCode::VmPaused:
    case FindingCode::HostNotReady:
        return true;
    default:
        return false;
    }
}

/// Targets of the plan that the finding is about; all of a host when it names neither VM nor GPU.
bool concernsTarget(const Finding& finding, const Plan& plan)
{
    return std::ranges::any_of(plan.targets, [&finding](const Target& target) {
        return target.host == finding.host && (finding.vm.isEmpty() || finding.vm == target.vm) &&
               (finding.gpu.isEmpty() || target.gpu.isEmpty() || finding.gpu == target.gpu);
    });
}

} // namespace

void addBlockingFindings(Plan& plan, const fleet::FleetSnapshot& fleet, const QDateTime& now)
{
    if (!isJudged(plan.request))
        return;
    const Plan fresh = operations::plan(plan.request, fleet, {plan.id, now});
    for (const Finding& finding : fresh.findings) {
        const bool told = std::ranges::find(plan.findings, finding) != plan.findings.end();
        const bool leftToTheRunner = isReadAgain(finding.code) && concernsTarget(finding, plan);
        if (finding.severity == Severity::Blocking && !told && !leftToTheRunner)
            plan.findings.push_back(finding);
    }
}

} // namespace hvgpu::operations
