#include "ui/change/PartitionCountDialog.h"

#include "ui/change/PartitionCountPage.h"

#include <algorithm>

namespace hvgpu::ui {
using operations::AdapterRef;

namespace {

void collect(std::vector<AdapterRef>& adapters, const model::HostId& host,
             const std::vector<model::Assignment>& assignments, bool automaticOnly)
{
    for (const model::Assignment& assignment : assignments) {
        AdapterRef ref{host, assignment.vm, assignment.adapterId};
        if (assignment.kind == model::Assignment::Kind::Partition && !ref.adapterId.isEmpty() &&
            (assignment.automatic || !automaticOnly) &&
            std::find(adapters.begin(), adapters.end(), ref) == adapters.end())
            adapters.push_back(std::move(ref));
    }
}

/// Adapters on every GPU that the plan is blocked for because of them.
std::vector<AdapterRef> adaptersInTheWay(const operations::Plan& plan, const fleet::FleetSnapshot& fleet)
{
    std::vector<AdapterRef> adapters;
    for (const operations::Finding& finding : plan.findings) {
        if (finding.code != operations::FindingCode::PartitionsAssigned)
            continue;
        const auto host = fleet.find(finding.host);
        const model::Gpu* gpu = host && host->snapshot ? host->snapshot->findGpu(finding.gpu) : nullptr;
        if (gpu == nullptr)
            continue;
        collect(adapters, finding.host, gpu->assignments, false);
        // Named in the finding only where the host has no other GPU to choose.
        const bool named = finding.arguments.size() > static_cast<qsizetype>(gpu->assignments.size());
        if (named)
            collect(adapters, finding.host, host->snapshot->unplacedAssignments, true);
    }
    return adapters;
}

} // namespace

PartitionCountDialog::PartitionCountDialog(ChangeServices services, std::vector<operations::GpuRef> selected,
                                           std::vector<model::HostId> hosts, QWidget* parent)
    : ChangeWizard(std::move(services), parent)
    , m_page(new PartitionCountPage(ChangeWizard::services(), std::move(selected), std::move(hosts), this))
{
    setObjectName(QStringLiteral("partitionCountDialog"));
    setWindowTitle(tr("Configure partition count on GPUs"));
    setVerb(tr("Configure partition count"));
    addPage(m_page);
    connect(m_page, &PartitionCountPage::findingFollowed, this, &PartitionCountDialog::followFinding);
}

operations::Request PartitionCountDialog::request() const
{
    return m_page->request();
}

void PartitionCountDialog::followFinding(const operations::Plan& plan, int /*finding*/)
{
    const std::vector<AdapterRef> adapters =
        adaptersInTheWay(plan, *ChangeWizard::services().fleet.snapshot());
    if (!adapters.empty())
        Q_EMIT unassignRequested(adapters);
}

} // namespace hvgpu::ui
