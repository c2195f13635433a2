#include "ui/health/DescribeHealth.h"

#include "core/text/HealthText.h"
#include "ui/details/SectionBuilder.h"

#include <QCoreApplication>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

struct HealthDetails
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::HealthDetails)
};

void addEvidence(DetailContent& content, const std::vector<analysis::Evidence>& evidence)
{
    if (evidence.empty())
        return;
    SectionBuilder section(u"evidence"_s, HealthDetails::tr("Evidence"));
    int number = 0;
    for (const analysis::Evidence& fact : evidence)
        section.addIdentifier(u"evidence%1"_s.arg(++number), fact.source, fact.value);
    content.sections.push_back(section.take());
}

QString kindOf(const analysis::CheckGroup& group)
{
    switch (group.kind) {
    case analysis::CheckGroup::Kind::Cluster:
        return HealthDetails::tr("Prerequisites of the cluster %1").arg(group.name);
    case analysis::CheckGroup::Kind::Server:
        return HealthDetails::tr("Prerequisites of the server %1").arg(group.name);
    case analysis::CheckGroup::Kind::Vm:
        break;
    }
    return HealthDetails::tr("Prerequisites of the virtual machine %1").arg(group.name);
}

} // namespace

DetailContent describeCheck(const CheckPlace& place)
{
    DetailContent content;
    if (place.group == nullptr)
        return content;
    if (place.check == nullptr) {
        content.title = place.group->name;
        content.subtitle = kindOf(*place.group);
        content.icon = resultIcon(worstResult(*place.group));
        return content;
    }
    const analysis::Check& check = *place.check;
    content.title = text::checkTitle(check.id);
    content.subtitle = check.gpuName.isEmpty()
                           ? kindOf(*place.group)
                           : HealthDetails::tr("%1, GPU %2").arg(kindOf(*place.group), check.gpuName);
    content.icon = resultIcon(check.result);
    SectionBuilder section(u"check"_s, {});
    section.add(u"result"_s, HealthDetails::tr("Result"), text::checkResult(check.result));
    section.add(u"reason"_s, HealthDetails::tr("Reason"), text::checkReason(check));
    section.addOptional(u"advice"_s, HealthDetails::tr("What to do"), text::checkAdvice(check));
    section.add(u"purpose"_s, HealthDetails::tr("Why it is checked"), text::checkPurpose(check.id));
    content.sections.push_back(section.take());
    addEvidence(content, check.evidence);
    SectionBuilder script(u"script"_s, HealthDetails::tr("The same with PowerShell, on the server"));
    script.addIdentifier(u"powershell"_s, HealthDetails::tr("PowerShell"),
                         text::checkScript(check.id, place.group->vm));
    content.sections.push_back(script.take());
    return content;
}

DetailContent describeFinding(const analysis::Diagnosis& diagnosis, bool fixable)
{
    DetailContent content;
    content.title = text::diagnosisTitle(diagnosis.code);
    content.subtitle = diagnosis.subject.isEmpty()
                           ? diagnosis.place
                           : HealthDetails::tr("%1 on %2", "GPU or virtual machine on server")
                                 .arg(diagnosis.subject, diagnosis.place);
    content.icon = severityIcon(diagnosis.severity);
    SectionBuilder section(u"finding"_s, {});
    section.add(u"severity"_s, HealthDetails::tr("Severity"), text::severity(diagnosis.severity));
    section.add(u"cause"_s, HealthDetails::tr("Cause"), text::diagnosisCause(diagnosis));
    section.addOptional(u"advice"_s, HealthDetails::tr("What to do"), text::diagnosisAdvice(diagnosis));
    section.add(u"fixable"_s, HealthDetails::tr("Can be fixed here"),
                fixable ? HealthDetails::tr("Yes, by a plan that is shown first") : HealthDetails::tr("No"));
    section.addIdentifier(u"findingId"_s, HealthDetails::tr("ID for hvgpu findings --fix"), diagnosis.id());
    content.sections.push_back(section.take());
    addEvidence(content, diagnosis.evidence);
    return content;
}

DetailContent describeRows(int count, const QString& icon)
{
    DetailContent content;
    content.title = HealthDetails::tr("%n row(s) selected", nullptr, count);
    content.icon = icon;
    return content;
}

} // namespace hvgpu::ui
