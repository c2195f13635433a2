#include "app/cli/PlanOutput.h"

#include "core/report/Reports.h"
#include "core/text/PlanText.h"

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

using operations::Plan;
using operations::Target;

QString targetText(const Target& target)
{
    QString lines = u"%1: %2"_s.arg(target.hostName, target.name);
    if (!target.gpuName.isEmpty())
        lines += u" (%1)"_s.arg(target.gpuName);
    lines += u'\n';
    for (std::size_t i = 0; i < target.steps.size(); ++i)
        lines += u"  %1. %2\n"_s.arg(i + 1).arg(text::step(target.steps[i]));
    return lines;
}

} // namespace

QStringList findingLines(const Plan& plan, const fleet::FleetSnapshot& fleet)
{
    QStringList lines;
    for (const operations::Finding& finding : plan.findings) {
        const text::FindingText words = text::present(finding, plan, fleet);
        const QString subject = words.subject.isEmpty() ? QString() : words.subject + u": "_s;
        lines << text::severity(finding.severity) + u": "_s + subject + words.message;
        if (!words.advice.isEmpty())
            lines << u"  "_s + words.advice;
    }
    return lines;
}

QString planText(const std::vector<Plan>& plans, const fleet::FleetSnapshot& fleet)
{
    QString all;
    for (const Plan& plan : plans) {
        all += text::planTitle(plan) + u'\n';
        if (!plan.isEmpty())
            all += text::downtime(plan) + u'\n';
        for (const Target& target : plan.targets)
            all += targetText(target);
        for (const QString& line : findingLines(plan, fleet))
            all += line + u'\n';
    }
    return all;
}

report::Table planTable(const std::vector<Plan>& plans, const fleet::FleetSnapshot& fleet)
{
    report::Table all;
    for (const Plan& plan : plans) {
        report::Table table = report::plan(plan, fleet);
        if (all.columns.empty())
            all = std::move(table);
        else
            std::ranges::move(table.rows, std::back_inserter(all.rows));
    }
    return all;
}

} // namespace hvgpu::cli
