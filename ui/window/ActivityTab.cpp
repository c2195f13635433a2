#include "ui/window/ActivityTab.h"

#include "core/report/Reports.h"
#include "ui/activity/ActivityFilterBar.h"
#include "ui/activity/DescribeActivity.h"
#include "ui/change/ProgressDelegate.h"
#include "ui/views/FleetTreeView.h"
#include "ui/window/MainWindow.h"

#include <QMenu>
#include <QSet>
#include <QToolBar>

#include <array>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr std::array commandsOfTab{Command::CancelActivity, Command::AnswerShutdown, Command::RetryFailed,
                                   Command::PutBack,        Command::Resume,         Command::Dismiss};

using operations::Activity;
using operations::ActivityState;

bool asks(const Activity& activity)
{
    return activity.state == ActivityState::Running &&
           std::ranges::any_of(activity.targets, [](const operations::TargetProgress& target) {
               return target.state == operations::TargetProgress::State::Asking;
           });
}

} // namespace

ActivityTab::ActivityTab(MainWindow& window, Actions& actions, ChangeServices services)
    : QObject(&window)
    , m_window(window)
    , m_actions(actions)
    , m_services(std::move(services))
    , m_model(new ActivityModel(this))
    , m_filter(new ActivityFilterBar(&window))
{
    m_model->setNow(m_services.now);
    makePage();
    connectCommands();
    connect(&m_services.activities, &operations::Activities::changed, this, &ActivityTab::take);
    connect(&m_services.activities, &operations::Activities::loaded, this, &ActivityTab::take);
    connect(&m_window, &MainWindow::commandsUpdated, this, &ActivityTab::update);
    take();
}

void ActivityTab::makePage()
{
    PageSpec spec;
    spec.id = u"activity"_s;
    spec.title = tr("&Activity");
    spec.icon = u"activity"_s;
    spec.content = DataTreeView::Content::Activities;
    spec.model = m_model;
    spec.details = [model = m_model](const QModelIndexList& rows) { return activityDetails(*model, rows); };
    spec.report = [model = m_model] { return report::activity(model->shown()); };
    spec.aboutServers = false;
    m_page = m_window.addPage(std::move(spec));
    m_page->addBelowBar(m_filter);
    DataTreeView* view = m_page->view();
    view->setItemDelegateForColumn(ActivityModel::Progress, new ProgressDelegate(view));
    QToolBar* bar = m_page->commandBar();
    QAction* first = bar->actions().constFirst();
    for (const Command command : commandsOfTab) {
        if (!Actions::writes(command))
            bar->insertAction(first, m_actions[command]);
    }
    bar->insertAction(first, m_actions[Command::Export]);
    connect(m_filter, &ActivityFilterBar::changed, this,
            [this](const ActivityFilter& filter) { m_model->setFilter(filter); });
    connect(view, &DataTreeView::contextMenuWanted, this, [this](QMenu* menu) { addToContextMenu(*menu); });
}

void ActivityTab::addToContextMenu(QMenu& menu) const
{
    QAction* first = menu.actions().isEmpty() ? nullptr : menu.actions().constFirst();
    for (const Command command : commandsOfTab) {
        QAction* action = m_actions[command];
        if (action != nullptr && action->isEnabled())
            menu.insertAction(first, action);
    }
    menu.insertSeparator(first);
}

void ActivityTab::connectCommands()
{
    connect(m_actions[Command::CancelActivity], &QAction::triggered, this, [this] {
        if (const auto activity = chosen())
            m_services.activities.cancel(activity->id);
    });
    connect(m_actions[Command::AnswerShutdown], &QAction::triggered, this, [this] {
        if (const auto activity = chosen())
            Q_EMIT answerRequested(activity->id);
    });
    connect(m_actions[Command::Dismiss], &QAction::triggered, this, [this] {
        if (const auto activity = chosen())
            Q_EMIT decisionRequested(activity->id, Command::Dismiss);
    });
}

void ActivityTab::place(QMenu& menu)
{
    menu.addSeparator();
    for (const Command command : commandsOfTab)
        menu.addAction(m_actions[command]);
    QAction* before = m_actions[Command::Dismiss];
    for (const Command command : commandsOfTab) {
        if (Actions::writes(command))
            m_page->commandBar()->insertAction(before, m_actions[command]);
    }
    connect(m_actions[Command::RetryFailed], &QAction::triggered, this, &ActivityTab::retry);
    connect(m_actions[Command::PutBack], &QAction::triggered, this, &ActivityTab::putBack);
    connect(m_actions[Command::Resume], &QAction::triggered, this, [this] {
        if (const auto activity = chosen())
            Q_EMIT decisionRequested(activity->id, Command::Resume);
    });
    update();
}

void ActivityTab::retry()
{
    const auto activity = chosen();
    if (!activity)
        return;
    if (const auto request = operations::retryRequest(*activity))
        Q_EMIT retryRequested(*request);
}

void ActivityTab::putBack()
{
    const auto activity = chosen();
    if (!activity)
        return;
    if (activity->state == ActivityState::Interrupted)
        Q_EMIT decisionRequested(activity->id, Command::PutBack);
    else
        Q_EMIT putBackRequested(activity->id);
}

void ActivityTab::take()
{
    const ActivityModel::Activities all = m_services.activities.all();
    m_filter->offerServers(all);
    m_model->show(all);
    update();
}

std::shared_ptr<const Activity> ActivityTab::chosen() const
{
    const QModelIndexList rows = m_page->view()->selectedSourceRows();
    QSet<QString> ids;
    for (const QModelIndex& row : rows)
        ids.insert(row.data(ActivityIdRole).toString());
    return ids.size() == 1 ? m_model->activityAt(rows.first()) : nullptr;
}

void ActivityTab::update()
{
    const auto activity = chosen();
    const auto allow = [&](Command command, bool possible, const QString& reason) {
        const QString choose = tr("Select one change in the Activity tab first.");
        m_actions.allow(command, !activity ? choose : (possible ? QString() : reason));
    };
    const bool interrupted = activity && activity->state == ActivityState::Interrupted;
    const QString notInterrupted = tr("The selected change was not interrupted.");
    const bool cancelled = activity && activity->cancelling;
    const bool undoing = activity && activity->task == operations::ActivityTask::PutBack;
    allow(Command::CancelActivity, activity && activity->isActive() && !cancelled && !undoing,
          cancelled ? tr("The selected change is being cancelled already.")
                    : (undoing ? tr("Putting back cannot be cancelled.")
                               : tr("The selected change is not running.")));
    m_actions[Command::AnswerShutdown]->setVisible(
        std::ranges::any_of(m_services.activities.all(), [](const auto& each) { return asks(*each); }));
    allow(Command::AnswerShutdown, activity && asks(*activity),
          tr("The selected change does not wait for an answer."));
    allow(Command::RetryFailed, activity && activity->canRetry(),
          tr("Nothing of the selected change can be tried again."));
    allow(Command::PutBack, activity && activity->canPutBack(),
          tr("Nothing of the selected change can be put back."));
    allow(Command::Resume, interrupted, notInterrupted);
    allow(Command::Dismiss, interrupted, notInterrupted);
}

void ActivityTab::reveal(const QString& activityId)
{
    m_window.showPage(m_page->spec().id);
    DataTreeView* view = m_page->view();
    if (!view->selectKey(ActivityModel::activityKey(activityId))) {
        m_filter->setFilter({});
        m_window.fleetTree()->selectScope({});
        view->selectKey(ActivityModel::activityKey(activityId));
    }
    view->expand(view->currentIndex());
    view->setFocus();
}

} // namespace hvgpu::ui
