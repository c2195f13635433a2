#include "ui/change/FindingGroups.h"

#include "core/text/PlanText.h"

#include <QCoreApplication>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

struct Draft
{
    FindingGroup group;
    operations::FindingCode code{};
    text::FindingText words;
};

QString shown(const QStringList& subjects)
{
    if (subjects.size() <= FindingGroup::subjectsShown)
        return subjects.join(u", "_s);
    const int more = static_cast<int>(subjects.size()) - FindingGroup::subjectsShown;
    return QCoreApplication::translate("hvgpu::ui::FindingGroups", "%1 and %n more", nullptr, more)
        .arg(QStringList(subjects.mid(0, FindingGroup::subjectsShown)).join(u", "_s));
}

QString composed(const Draft& draft)
{
    QStringList parts{text::severity(draft.group.severity)};
    if (!draft.group.subjects.isEmpty())
        parts << shown(draft.group.subjects);
    const QString message =
        draft.words.advice.isEmpty() ? draft.words.message : draft.words.message + u' ' + draft.words.advice;
    return (parts << message).join(u": "_s);
}

} // namespace

std::vector<FindingGroup> groupFindings(const operations::Plan& plan, const fleet::FleetSnapshot& fleet)
{
    std::vector<Draft> drafts;
    for (std::size_t i = 0; i < plan.findings.size(); ++i) {
        const operations::Finding& finding = plan.findings[i];
        text::FindingText words = text::present(finding, plan, fleet);
        auto same = std::find_if(drafts.begin(), drafts.end(), [&](const Draft& draft) {
            return draft.code == finding.code && draft.group.severity == finding.severity &&
                   draft.words.message == words.message && draft.words.advice == words.advice &&
                   draft.words.subject.isEmpty() == words.subject.isEmpty();
        });
        if (same == drafts.end()) {
            Draft draft;
            draft.group.severity = finding.severity;
            draft.group.first = static_cast<int>(i);
            draft.code = finding.code;
            draft.words = words;
            same = drafts.insert(same, std::move(draft));
        }
        if (!words.subject.isEmpty() && !same->group.subjects.contains(words.subject))
            same->group.subjects << words.subject;
    }
    std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
        return static_cast<int>(a.group.severity) > static_cast<int>(b.group.severity);
    });
    // One way out for all of them, below the last: whoever has five such GPUs need not go five times.
    const auto last = std::find_if(drafts.rbegin(), drafts.rend(), [](const Draft& draft) {
        return draft.code == operations::FindingCode::PartitionsAssigned;
    });
    if (last != drafts.rend())
        last->group.offersUnassign = true;
    std::vector<FindingGroup> groups;
    groups.reserve(drafts.size());
    for (Draft& draft : drafts) {
        draft.group.text = composed(draft);
        groups.push_back(std::move(draft.group));
    }
    return groups;
}

} // namespace hvgpu::ui
