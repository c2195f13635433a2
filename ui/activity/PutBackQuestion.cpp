#include "ui/activity/PutBackQuestion.h"

#include "core/operations/UndoPlan.h"
#include "core/text/PlanText.h"

#include <QPushButton>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLines = 8;

/// "VM1: Shut the guest down (2 minutes at most, then ask)".
QStringList machinesGoingDown(const operations::Plan& plan)
{
    QStringList lines;
    for (const operations::Target& target : plan.targets) {
        if (target.goesDown)
            lines << u"%1: %2"_s.arg(target.name, text::step(target.steps.front()));
    }
    return lines;
}

QStringList findingLines(const operations::Plan& plan, const fleet::FleetSnapshot& fleet)
{
    QStringList lines;
    for (const operations::Finding& finding : plan.findings) {
        const text::FindingText words = text::present(finding, plan, fleet);
        lines << (words.subject.isEmpty() ? words.message : u"%1: %2"_s.arg(words.subject, words.message));
    }
    return lines;
}

QString some(const QStringList& lines)
{
    if (lines.size() <= mostLines)
        return lines.join(u'\n');
    const auto more = static_cast<int>(lines.size() - mostLines);
    return lines.mid(0, mostLines).join(u'\n') + u'\n' +
           PutBackQuestion::tr("and %n more", "lines of a list", more);
}

} // namespace

PutBackQuestion::PutBackQuestion(const operations::Activity& activity, const fleet::FleetSnapshot& fleet,
                                 const QDateTime& now, QWidget* parent)
    : QMessageBox(QMessageBox::Question, tr("Put back"),
                  tr("Bring everything back to how it was before this change?"), QMessageBox::NoButton,
                  parent)
{
    setObjectName(u"putBackQuestion"_s);
    setTextFormat(Qt::PlainText);
    setAttribute(Qt::WA_DeleteOnClose);
    const operations::Plan plan = operations::undoPlan(activity, fleet, now);
    const QString power = plan.isEmpty() && plan.findings.empty() ? tr("Nothing of it is left to put back.")
                                                                  : text::downtime(plan) + u'.';
    QStringList parts{text::planTitle(activity.plan), power, some(machinesGoingDown(plan)),
                      some(findingLines(plan, fleet)), tr("Putting back cannot be cancelled.")};
    parts.removeAll(QString());
    setInformativeText(parts.join(u"\n\n"_s));
    QPushButton* yes = addButton(tr("&Put back"), QMessageBox::AcceptRole);
    yes->setObjectName(u"putBack"_s);
    QPushButton* no = addButton(QMessageBox::Cancel);
    setDefaultButton(no);
    setEscapeButton(no);
    connect(yes, &QPushButton::clicked, this, &PutBackQuestion::confirmed);
}

} // namespace hvgpu::ui
