#include "ui/activity/InterruptedDialog.h"

#include "core/text/PlanText.h"
#include "ui/activity/ActivityModel.h"
#include "ui/delegates/StatusDelegate.h"
#include "ui/details/SectionBuilder.h"
#include "ui/theme/Icons.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

using operations::Activity;

constexpr QSize startSize(860, 460);
constexpr int iconSize = 32;
constexpr int stateCharacters = 26;
constexpr int progressCharacters = 20;
constexpr int serverCharacters = 16;

QLabel* label(const QString& text, const QString& name, QWidget* parent)
{
    auto* result = new QLabel(text, parent);
    result->setObjectName(name);
    result->setTextFormat(Qt::PlainText);
    result->setWordWrap(true);
    result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return result;
}

QStringList machinesOff(const Activity& activity)
{
    QStringList names;
    for (std::size_t i = 0; i < activity.targets.size(); ++i) {
        if (activity.targets[i].mayBeOff())
            names.append(activity.plan.targets[i].name);
    }
    return names;
}

int countUnfinished(const Activity& activity)
{
    int count = 0;
    for (const operations::TargetProgress& target : activity.targets)
        count += target.unfinished ? 1 : 0;
    return count;
}

QString beginning(const Activity& activity)
{
    const QString when = DetailWords::dateTime(activity.startedAt);
    return activity.by.isEmpty()
               ? InterruptedDialog::tr("This change was begun on %1 and did not come to its end.").arg(when)
               : InterruptedDialog::tr("This change was begun on %1 by %2 and did not come to its end.")
                     .arg(when, activity.by);
}

QString summary(const Activity& activity)
{
    const int targets = static_cast<int>(activity.targets.size());
    const int ended = activity.endedTargets();
    const int halfway = countUnfinished(activity);
    QStringList parts{InterruptedDialog::tr("%1 of %n ended", "targets of a change", targets).arg(ended)};
    if (halfway > 0)
        parts.append(InterruptedDialog::tr("%n stopped halfway", "targets of a change", halfway));
    if (const int untouched = targets - ended - halfway; untouched > 0)
        parts.append(InterruptedDialog::tr("%n not begun", "targets of a change", untouched));
    return parts.join(u", "_s) + u'.';
}

QPushButton* addButton(QDialogButtonBox& buttons, const QString& text, const QString& name,
                       const QString& meaning)
{
    QPushButton* button = buttons.addButton(text, QDialogButtonBox::ActionRole);
    button->setObjectName(name);
    button->setToolTip(meaning);
    button->setAccessibleDescription(meaning);
    return button;
}

} // namespace

InterruptedDialog::InterruptedDialog(const std::shared_ptr<const Activity>& activity, Decision preferred,
                                     bool readOnly, QWidget* parent)
    : QDialog(parent)
    , m_activity(activity)
{
    setObjectName(u"interruptedDialog"_s);
    setWindowTitle(tr("Interrupted change"));
    auto* picture = new QLabel(this);
    picture->setPixmap(icon(u"warning").pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    auto* title = label(text::planTitle(activity->plan), u"interruptedTitle"_s, this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    auto* what = label(beginning(*activity) + u' ' + summary(*activity), u"interruptedSummary"_s, this);
    const QStringList off = machinesOff(*activity);
    const int count = static_cast<int>(off.size());
    auto* machines = label(tr("%n virtual machine(s) that ran before may be turned off: %1", nullptr, count)
                               .arg(off.join(u", "_s)),
                           u"interruptedOff"_s, this);
    machines->setFont(bold);
    machines->setVisible(count > 0);
    auto* buttons = new QDialogButtonBox(this);
    makeButtons(*buttons, preferred, readOnly);
    auto* words = new QVBoxLayout;
    for (QWidget* each : {title, what, machines})
        words->addWidget(each);
    auto* head = new QHBoxLayout;
    head->addWidget(picture, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(head);
    layout->addWidget(makeTargets(), 1);
    layout->addWidget(buttons);
    resize(startSize);
    findChild<QTreeView*>(u"interruptedTargets"_s)->setFocus(); // no button is pressed by accident
}

QWidget* InterruptedDialog::makeTargets()
{
    auto* model = new ActivityModel(this);
    model->show({m_activity});
    auto* view = new QTreeView(this);
    view->setObjectName(u"interruptedTargets"_s);
    view->setAccessibleName(tr("What is done and what is not"));
    view->setModel(model);
    view->setRootIndex(model->index(0, 0));
    view->setUniformRowHeights(true);
    view->setAlternatingRowColors(true);
    view->setItemDelegateForColumn(ActivityModel::State, new StatusDelegate(view));
    for (const int column : {ActivityModel::Started, ActivityModel::Duration, ActivityModel::By})
        view->hideColumn(column);
    const int character = view->fontMetrics().averageCharWidth();
    view->header()->setStretchLastSection(false);
    view->header()->setSectionResizeMode(ActivityModel::What, QHeaderView::Stretch);
    view->setColumnWidth(ActivityModel::State, character * stateCharacters);
    view->setColumnWidth(ActivityModel::Progress, character * progressCharacters);
    view->setColumnWidth(ActivityModel::Server, character * serverCharacters);
    view->expandAll();
    view->setCurrentIndex(model->index(0, 0, view->rootIndex()));
    return view;
}

void InterruptedDialog::makeButtons(QDialogButtonBox& buttons, Decision preferred, bool readOnly)
{
    const auto offer = [&](Decision decision, const QString& text, const QString& name,
                           const QString& meaning) {
        QPushButton* button = addButton(buttons, text, name, meaning);
        button->setDefault(decision == preferred);
        connect(button, &QPushButton::clicked, this, [this, decision] {
            accept();
            Q_EMIT decided(decision);
        });
    };
    if (!readOnly) {
        offer(Decision::Resume, tr("&Resume"), u"interruptedResume"_s,
              tr("Goes on to the end; what is found done is not done again"));
        if (m_activity->canPutBack())
            offer(Decision::PutBack, tr("&Put back"), u"interruptedPutBack"_s,
                  tr("Brings everything back to how it was before the change"));
    }
    offer(Decision::Dismiss, tr("&Dismiss"), u"interruptedDismiss"_s,
          tr("Leaves everything as it is now and does not ask again"));
    QPushButton* later = buttons.addButton(tr("Decide &later"), QDialogButtonBox::RejectRole);
    later->setObjectName(u"interruptedLater"_s);
    later->setDefault(preferred == Decision::Later);
    later->setToolTip(tr("The status bar and the Activity tab keep a reminder"));
    connect(&buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace hvgpu::ui
