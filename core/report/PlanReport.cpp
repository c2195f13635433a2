#include "core/operations/PlanJson.h"
#include "core/report/ChangeFields.h"
#include "core/report/Fields.h"
#include "core/report/Reports.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::report {
namespace {

using operations::Finding;
using operations::Plan;
using operations::Target;

/// A target with what is to be said of it, or what is to be said of something that is no target.
struct PlanRow
{
    const Plan& plan;
    const Target* target = nullptr;
    QString server;
    QString name;
    model::VmId vm;
    model::GpuId gpu;
    std::vector<Finding> findings;
};

using R = const PlanRow&;

bool isAbout(const Finding& finding, const model::HostId& host, const model::VmId& vm,
             const model::GpuId& gpu)
{
    return finding.host == host && finding.vm == vm && finding.gpu == gpu;
}

PlanRow rowOf(const Plan& plan, const Target& target)
{
    PlanRow row{plan, &target, target.hostName, target.name, target.vm, target.gpu, {}};
    for (const Finding& finding : plan.findings) {
        if (isAbout(finding, target.host, target.vm, target.gpu))
            row.findings.push_back(finding);
    }
    return row;
}

PlanRow rowOf(const Plan& plan, const Finding& finding, const fleet::FleetSnapshot& fleet)
{
    PlanRow row{plan, nullptr, finding.host.text(), {}, finding.vm, finding.gpu, {finding}};
    const auto record = fleet.find(finding.host);
    if (!record)
        return row;
    row.server = record->displayName;
    if (!record->snapshot)
        return row;
    if (const model::VirtualMachine* vm = record->snapshot->findVm(finding.vm))
        row.name = vm->name;
    else if (const model::Gpu* gpu = record->snapshot->findGpu(finding.gpu))
        row.name = gpu->name;
    return row;
}

std::vector<PlanRow> rowsOf(const Plan& plan, const fleet::FleetSnapshot& fleet)
{
    std::vector<PlanRow> rows;
    for (const Target& target : plan.targets)
        rows.push_back(rowOf(plan, target));
    std::vector<Finding> placed; // the first of each row
    for (const Finding& finding : plan.findings) {
        const auto isSame = [&](const auto& other) {
            return isAbout(finding, other.host, other.vm, other.gpu);
        };
        if (std::any_of(plan.targets.begin(), plan.targets.end(), isSame))
            continue;
        const auto known = std::find_if(placed.begin(), placed.end(), isSame);
        if (known == placed.end()) {
            placed.push_back(finding);
            rows.push_back(rowOf(plan, finding, fleet));
        } else {
            rows[plan.targets.size() + static_cast<std::size_t>(known - placed.begin())].findings.push_back(
                finding);
        }
    }
    return rows;
}

/// The worst there is to say of a row.
Cell severity(R row)
{
    if (row.findings.empty())
        return {};
    const auto worst =
        std::max_element(row.findings.begin(), row.findings.end(),
                         [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
    return QString(operations::name(worst->severity));
}

Cell findings(R row)
{
    QStringList codes;
    for (const Finding& finding : row.findings) {
        QString code = operations::name(finding.code);
        if (!finding.arguments.isEmpty())
            code += u'=' + finding.arguments.join(u',');
        codes << code;
    }
    return list(codes);
}

Cell steps(R row)
{
    QStringList kinds;
    if (row.target != nullptr) {
        for (const operations::Step& step : row.target->steps)
            kinds << QString(operations::name(step.kind));
    }
    return list(kinds);
}

std::vector<Field<PlanRow>> fields()
{
    return {
        {"plan_id", "Plan", false, [](R row) { return text(row.plan.id); }},
        {"kind", "Kind", false, [](R row) { return Cell(kindId(row.plan.request)); }},
        {"created", "Created", false, [](R row) { return time(row.plan.createdAt); }},
        {"server", "Server", true, [](R row) { return text(row.server); }},
        {"target", "Target", true, [](R row) { return text(row.name); }},
        {"vm_id", "VM ID", false, [](R row) { return text(row.vm.text()); }},
        {"gpu_id", "GPU ID", false, [](R row) { return text(row.gpu.text()); }},
        {"gpu_path", "GPU", false, [](R row) { return row.target ? gpuPath(*row.target) : Cell(); }},
        {"before", "Before", true, [](R row) { return row.target ? before(*row.target) : Cell(); }},
        {"after", "After", true, [](R row) { return row.target ? after(*row.target) : Cell(); }},
        {"steps", "Steps", false, &steps},
        {"goes_down", "Goes down", true,
         [](R row) { return row.target ? Cell(row.target->goesDown) : Cell(); }},
        {"max_downtime_seconds", "Down at most (s)", true,
         [](R row) {
             return row.target ? count(static_cast<std::size_t>(row.target->maxDowntime.count())) : Cell();
         }},
        {"severity", "Severity", true, &severity},
        {"findings", "Findings", true, &findings},
    };
}

} // namespace

Table plan(const Plan& plan, const fleet::FleetSnapshot& fleet)
{
    return makeTable(u"plan"_s, fields(), rowsOf(plan, fleet));
}

} // namespace hvgpu::report
