#include "ui/change/Prechecks.h"

#include "core/operations/Planner.h"
#include "core/text/PlanText.h"
#include "ui/change/CheckWords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

QString iconOf(const Findings& findings)
{
    const auto has = [&](auto&& matches) { return std::any_of(findings.begin(), findings.end(), matches); };
    if (has([](const auto& one) { return one.severity == operations::Severity::Blocking; }))
        return u"error"_s;
    // That a running VM goes down is said of each one on its own page; here it would only hide real warnings.
    const bool warns = has([](const auto& one) {
        return one.severity == operations::Severity::Warning &&
               one.code != operations::FindingCode::VmGoesDown;
    });
    return warns ? u"warning"_s : QString();
}

} // namespace

Prechecks::Prechecks(operations::Plan plan, std::shared_ptr<const fleet::FleetSnapshot> fleet)
    : m_plan(std::move(plan))
    , m_fleet(std::move(fleet))
{
    for (const operations::Finding& finding : m_plan.findings)
        if (!finding.vm.isEmpty() && finding.code != operations::FindingCode::NoFreePartition)
            m_byVm[{finding.host, finding.vm}].push_back(finding);
    for (auto& [vm, findings] : m_byVm)
        std::stable_sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) {
            const auto rank = [](const operations::Finding& one) {
                return one.code == operations::FindingCode::VmGoesDown ? -1 : static_cast<int>(one.severity);
            };
            return rank(a) > rank(b);
        });
    m_plan.targets.clear();
    m_plan.findings.clear();
}

const Findings& Prechecks::of(const model::HostId& host, const model::VmId& vm) const
{
    static const Findings none;
    const auto found = m_byVm.find({host, vm});
    return found == m_byVm.end() ? none : found->second;
}

Prechecks::Verdict Prechecks::judge(const Findings& findings) const
{
    if (findings.empty())
        return {{}, {QCoreApplication::translate("hvgpu::ui::Prechecks", "Ready"), -1, {}, {}}};
    QStringList reasons;
    QStringList lines;
    QStringList brief;
    for (const operations::Finding& finding : findings) {
        const text::FindingText words = text::present(finding, m_plan, *m_fleet);
        const QString inBrief = checkWords(finding.code);
        brief << (inBrief.isEmpty() ? words.message : inBrief);
        if (finding.severity == operations::Severity::Blocking)
            reasons << words.message;
        lines << words.message;
        if (!words.advice.isEmpty())
            lines << words.advice;
    }
    const int rank = static_cast<int>(findings.front().severity);
    return {reasons.join(u' '), {brief.join(u", "_s), rank, lines.join(u'\n'), iconOf(findings)}};
}

operations::Plan Prechecks::about(const Findings& findings) const
{
    operations::Plan plan = m_plan;
    plan.findings = findings;
    return plan;
}

QString whyNoPlan(const model::HostId& host, const fleet::FleetSnapshot& fleet)
{
    operations::AssignRequest nothing;
    nothing.host = host;
    const operations::Plan plan = operations::plan(nothing, fleet, {});
    for (const operations::Finding& finding : plan.findings)
        if (finding.code == operations::FindingCode::HostNotReady)
            return text::present(finding, plan, fleet).message;
    return {};
}

} // namespace hvgpu::ui
