#include "ui/change/TargetDetails.h"

#include "core/text/PlanText.h"
#include "core/text/Text.h"
#include "ui/change/PlainToolTip.h"
#include "ui/theme/Icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

enum Column { What, Result, Took };

QString stepTitle(const operations::Target& target, const operations::StepReport& report, bool undo)
{
    if (report.step < 0 || report.step >= static_cast<int>(target.steps.size()))
        return TargetDetails::tr("Putting back");
    const QString words = text::step(target.steps[static_cast<std::size_t>(report.step)]);
    return undo ? TargetDetails::tr("Put back: %1").arg(words) : u"%1. %2"_s.arg(report.step + 1).arg(words);
}

QString stepResult(const operations::StepReport& report, const QString& server)
{
    if (report.error) {
        const text::ErrorText words = text::present(*report.error, server);
        const QString details = words.details.split(u'\n', Qt::SkipEmptyParts).join(u"; "_s);
        return details.isEmpty() ? words.title : u"%1 (%2)"_s.arg(words.title, details);
    }
    if (report.alreadyDone)
        return TargetDetails::tr("found done");
    return report.done ? TargetDetails::tr("done") : TargetDetails::tr("not done");
}

void setPlain(QTreeWidgetItem* item, Column column, const QString& text)
{
    item->setText(column, text);
    item->setToolTip(column, plainToolTip(text));
}

} // namespace

TargetDetails::TargetDetails(QWidget* parent)
    : QWidget(parent)
    , m_meaning(new QLabel(this))
    , m_steps(new QTreeWidget(this))
    , m_copy(new QPushButton(tr("Copy &details"), this))
{
    setObjectName(u"targetDetails"_s);
    m_meaning->setObjectName(u"targetMeaning"_s);
    m_meaning->setTextFormat(Qt::PlainText);
    m_meaning->setWordWrap(true);
    m_meaning->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_steps->setObjectName(u"targetSteps"_s);
    m_steps->setAccessibleName(tr("Steps and calls of the selected row"));
    m_steps->setHeaderLabels({tr("Step and calls"), tr("Result"), tr("Duration")});
    m_steps->setAlternatingRowColors(true);
    m_steps->setTextElideMode(Qt::ElideRight);
    m_steps->header()->setStretchLastSection(false);
    m_steps->header()->setSectionResizeMode(Result, QHeaderView::Stretch);
    m_copy->setObjectName(u"copyDetails"_s);
    m_copy->setAutoDefault(false);
    setTabOrder(m_copy, m_steps);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(plainText()); });
    auto* top = new QHBoxLayout;
    top->addWidget(m_meaning, 1);
    top->addWidget(m_copy, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_steps, 1);
    clear();
}

void TargetDetails::clear()
{
    m_shown = {};
    m_meaning->setText(tr("Select a row to see its steps and calls."));
    m_steps->clear();
    m_copy->setEnabled(false);
    m_steps->resizeColumnToContents(What);
}

void TargetDetails::showTarget(const operations::Target& target, const operations::TargetProgress& progress)
{
    const bool ended = progress.state == operations::TargetProgress::State::Ended;
    const QString reason = ended ? text::targetReason(progress.report, target.hostName) : QString();
    const Shown now{target.name + target.vm.text() + target.gpu.text(),
                    target.hostName,
                    ended,
                    text::outcome(progress.report),
                    reason,
                    progress.report.steps.size(),
                    progress.report.undo.size()};
    if (now == m_shown)
        return; // selection and place in the list stay, too
    m_shown = now;
    m_steps->clear();
    m_copy->setEnabled(ended);
    if (!ended) {
        m_meaning->setText(tr("%1: steps and calls are listed here once it has ended.").arg(target.name));
        m_steps->resizeColumnToContents(What);
        return;
    }
    QStringList words{tr("%1: %2").arg(target.name, text::outcome(progress.report)) + u'.',
                      text::outcomeMeaning(progress.report.outcome), reason};
    words.removeAll(QString());
    m_meaning->setText(words.join(u' '));
    addSteps(target, progress.report.steps, false);
    addSteps(target, progress.report.undo, true);
    m_steps->expandAll();
    constexpr int mostCharacters = 60;
    m_steps->resizeColumnToContents(What);
    m_steps->setColumnWidth(
        What, std::min(m_steps->columnWidth(What), fontMetrics().averageCharWidth() * mostCharacters));
    m_steps->resizeColumnToContents(Took);
}

void TargetDetails::addSteps(const operations::Target& target,
                             const std::vector<operations::StepReport>& steps, bool undo)
{
    for (const operations::StepReport& report : steps) {
        auto* step = new QTreeWidgetItem(m_steps);
        setPlain(step, What, stepTitle(target, report, undo));
        setPlain(step, Result, stepResult(report, target.hostName));
        setPlain(step, Took, text::duration(report.duration));
        step->setIcon(What, icon(report.error ? u"error"_s : u"done"_s));
        for (const auto& call : report.calls) {
            auto* line = new QTreeWidgetItem(step);
            setPlain(line, What,
                     call.target.isEmpty() ? call.operation : u"%1 %2"_s.arg(call.operation, call.target));
            setPlain(line, Result, call.result);
            setPlain(line, Took, text::duration(call.duration));
        }
    }
}

QString TargetDetails::plainText() const
{
    QStringList lines{m_meaning->text()};
    for (QTreeWidgetItemIterator it(m_steps); *it != nullptr; ++it) {
        const QString indent = (*it)->parent() != nullptr ? u"    "_s : u"  "_s;
        lines << indent +
                     QStringList{(*it)->text(What), (*it)->text(Result), (*it)->text(Took)}.join(u" | "_s);
    }
    return lines.join(u'\n');
}

} // namespace hvgpu::ui
