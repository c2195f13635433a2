#include "ui/window/ChangeDesk.h"

#include "core/text/PlanText.h"
#include "core/text/Text.h"
#include "ui/activity/ActivityDialog.h"
#include "ui/activity/ActivityNotice.h"
#include "ui/activity/CloseQuestion.h"
#include "ui/activity/PutBackQuestion.h"
#include "ui/settings/Settings.h"
#include "ui/window/ActivityTab.h"
#include "ui/window/ChangeCommands.h"
#include "ui/window/DesktopNotice.h"
#include "ui/window/FleetStatusBar.h"
#include "ui/window/HealthTabs.h"
#include "ui/window/MainWindow.h"
#include "ui/window/NotificationBar.h"
#include "ui/window/TouchedRows.h"
#include "ui/window/WindowMenus.h"

#include <QApplication>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

template <class Dialog>
void present(Dialog* dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

ChangeDesk::ChangeDesk(DeskParts parts, ChangeServices services)
    : QObject(&parts.window)
    , m_parts(std::move(parts))
    , m_services(std::move(services))
    , m_commands(new ChangeCommands(m_parts.window, m_parts.actions, m_services, m_parts.menus.changeMenu()))
    , m_tab(new ActivityTab(m_parts.window, m_parts.actions, m_services))
    , m_touched(new TouchedRows(m_services.fleet, m_parts.window.page(u"partitions"_s)->view(), this))
{
    connectAll();
    applyReadOnly();
    showInterrupted();
}

ChangeDesk::~ChangeDesk() = default;

void ChangeDesk::connectAll()
{
    const operations::Activities* activities = &m_services.activities;
    using operations::Activities;
    connect(activities, &Activities::ended, this, &ChangeDesk::finish);
    connect(activities, &Activities::hostsTouched, this,
            [this](const std::vector<model::HostId>& hosts) { m_services.fleet.refreshChanged(hosts); });
    connect(activities, &Activities::askedAboutShutdown, this, [this](const QString& id) { ask(id); });
    connect(activities, &Activities::changed, this, &ChangeDesk::showInterrupted);
    connect(activities, &Activities::loaded, this, [this] {
        showInterrupted();
        const QStringList ids = interruptedIds();
        m_toDecide.assign(ids.begin(), ids.end());
        if (!m_services.activities.isReadOnly())
            openNextInterrupted();
    });
    connect(activities, &Activities::refused, this, [this](const QString& id, const base::Error& error) {
        tellError(error, id);
        showInterrupted();
    });
    connect(activities, &Activities::unreadableJournals, this, &ChangeDesk::showUnreadable);
    connect(&m_parts.notifications, &NotificationBar::detailsRequested, m_tab, &ActivityTab::reveal);
    connect(&m_parts.status, &FleetStatusBar::interruptedRequested, this, [this] {
        const QStringList ids = interruptedIds();
        m_toDecide.assign(ids.begin(), ids.end());
        openNextInterrupted();
    });
    // Whoever reads anew may have been given rights, or another account.
    connect(m_parts.actions[Command::Refresh], &QAction::triggered, this,
            [this] { m_services.activities.forgetDenials(); });
    connect(&m_parts.window, &MainWindow::serversEdited, this,
            [this] { m_services.activities.forgetDenials(); });
    connect(m_tab, &ActivityTab::retryRequested, this, &ChangeDesk::retry);
    connect(m_tab, &ActivityTab::putBackRequested, this, &ChangeDesk::confirmPutBack);
    connect(m_tab, &ActivityTab::answerRequested, this, &ChangeDesk::ask);
    connect(m_tab, &ActivityTab::decisionRequested, this, [this](const QString& id, Command preferred) {
        using Decision = InterruptedDialog::Decision;
        openInterrupted(id, preferred == Command::Resume    ? Decision::Resume
                            : preferred == Command::PutBack ? Decision::PutBack
                                                            : Decision::Dismiss);
    });
}

void ChangeDesk::serve(HealthTabs& health)
{
    m_health = &health;
    connect(&health, &HealthTabs::fixRequested, this, [this](const operations::Request& request) {
        m_commands->openReview(request, tr("Fix a finding"));
    });
    connect(&health, &HealthTabs::decisionRequested, this,
            [this](const QString& id) { openInterrupted(id, InterruptedDialog::Decision::Later); });
    health.place(*m_parts.menus.changeMenu());
}

void ChangeDesk::retry(const operations::Request& request)
{
    m_commands->openReview(request, tr("Try again what failed"));
}

// ---- read-only

QString ChangeDesk::readOnlyHeldReason() const
{
    return m_parts.readOnly ? tr("The program was started with --read-only.") : QString();
}

void ChangeDesk::applyReadOnly()
{
    const bool readOnly = m_parts.readOnly || m_parts.settings.readOnly();
    m_services.activities.setReadOnly(readOnly);
    const bool madeAnew = !readOnly && !m_parts.actions.isWriting();
    m_commands->setWriting(!readOnly);
    if (madeAnew)
        m_tab->place(*m_parts.menus.changeMenu());
    if (madeAnew && m_health != nullptr)
        m_health->place(*m_parts.menus.changeMenu());
    m_parts.status.showReadOnly(
        readOnly
            ? tr("Nothing can be changed on a server. %1")
                  .arg(m_parts.readOnly ? readOnlyHeldReason() : tr("Read-only mode is on in the settings."))
            : QString());
    const QString name = tr("GPU Console for Hyper-V");
    m_parts.window.setWindowTitle(readOnly ? tr("%1 – read-only").arg(name) : name);
}

// ---- work that ends

void ChangeDesk::finish(const QString& id)
{
    const auto activity = m_services.activities.find(id);
    if (!activity)
        return;
    tell(*activity);
    if (m_commands->wizardOf(id) == nullptr || !activity->allSucceeded())
        return;
    m_parts.window.showPage(u"partitions"_s); // behind the dialog, which shows the result
    m_touched->await(activity);
}

void ChangeDesk::tell(const operations::Activity& activity)
{
    const ActivityNotice notice = noticeOf(activity);
    m_parts.notifications.notify(notice.succeeded ? NotificationBar::Kind::Success
                                                  : NotificationBar::Kind::Problem,
                                 notice.text, activity.id);
    const bool seen = QApplication::activeWindow() != nullptr && !m_parts.window.isMinimized();
    if (seen || !tookLong(activity) || !m_parts.settings.notifyWhenDone())
        return;
    const QString title =
        notice.succeeded ? tr("Change completed") : tr("Change ended, but not everything succeeded");
    if (m_parts.notifyDesktop)
        m_parts.notifyDesktop(title, notice.text);
    else
        showDesktopNotice(&m_parts.window, title, notice.text);
}

void ChangeDesk::ask(const QString& id)
{
    const auto dialogs = m_parts.window.findChildren<ActivityDialog*>();
    const bool shown = std::ranges::any_of(dialogs, [&id](const ActivityDialog* dialog) {
        return dialog->isVisible() && dialog->activityId() == id;
    });
    if (shown || m_commands->wizardOf(id) != nullptr)
        return;
    auto* dialog = new ActivityDialog(m_services, id, &m_parts.window);
    connect(dialog, &ActivityDialog::retryRequested, this, &ChangeDesk::retry);
    present(dialog);
}

// ---- interrupted changes

QStringList ChangeDesk::interruptedIds() const
{
    QStringList ids;
    for (const auto& activity : m_services.activities.all()) {
        if (activity->state == operations::ActivityState::Interrupted)
            ids.append(activity->id);
    }
    return ids;
}

void ChangeDesk::showInterrupted()
{
    m_parts.status.showInterrupted(static_cast<int>(interruptedIds().size()));
}

void ChangeDesk::openNextInterrupted()
{
    if (m_toDecide.empty())
        return;
    const QString id = m_toDecide.front();
    m_toDecide.pop_front();
    openInterrupted(id, InterruptedDialog::Decision::Later);
}

void ChangeDesk::openInterrupted(const QString& id, InterruptedDialog::Decision preferred)
{
    const auto activity = m_services.activities.find(id);
    if (!activity || activity->state != operations::ActivityState::Interrupted) {
        openNextInterrupted();
        return;
    }
    auto* dialog =
        new InterruptedDialog(activity, preferred, m_services.activities.isReadOnly(), &m_parts.window);
    connect(dialog, &InterruptedDialog::decided, this,
            [this, id](InterruptedDialog::Decision decision) { decide(id, decision); });
    connect(dialog, &QDialog::finished, this, &ChangeDesk::openNextInterrupted);
    present(dialog);
}

void ChangeDesk::decide(const QString& id, InterruptedDialog::Decision decision)
{
    switch (decision) {
    case InterruptedDialog::Decision::Resume:
        report(m_services.activities.resume(id));
        break;
    case InterruptedDialog::Decision::PutBack:
        report(m_services.activities.putBack(id));
        break;
    case InterruptedDialog::Decision::Dismiss:
        report(m_services.activities.dismiss(id));
        break;
    case InterruptedDialog::Decision::Later:
        break;
    }
    showInterrupted();
}

void ChangeDesk::confirmPutBack(const QString& id)
{
    const auto activity = m_services.activities.find(id);
    if (!activity)
        return;
    auto* question =
        new PutBackQuestion(*activity, *m_services.fleet.snapshot(), m_services.now(), &m_parts.window);
    connect(question, &PutBackQuestion::confirmed, this,
            [this, id] { report(m_services.activities.putBack(id)); });
    present(question);
}

/// What could not even be begun is told where the user looks.
void ChangeDesk::report(const base::Result<void>& result)
{
    if (!result)
        tellError(result.error(), {});
}

void ChangeDesk::tellError(const base::Error& error, const QString& id)
{
    const text::ErrorText words = text::present(error);
    m_parts.notifications.notify(NotificationBar::Kind::Problem,
                                 QStringList{words.title, words.advice}.join(u' ').trimmed(), id);
}

void ChangeDesk::showUnreadable(const QStringList& messages)
{
    const int count = static_cast<int>(messages.size());
    if (count == 0)
        return;
    m_parts.notifications.notify(
        NotificationBar::Kind::Problem,
        tr("%n record(s) of earlier changes could not be read; what they tell is not shown: %1", nullptr,
           count)
            .arg(messages.join(u"; "_s)),
        {});
}

// ---- closing

bool ChangeDesk::mayClose()
{
    if (!m_services.activities.isBusy())
        return true;
    if (auto* open = m_parts.window.findChild<CloseQuestion*>(); open != nullptr && open->isVisible()) {
        open->activateWindow();
        return false;
    }
    auto* question = new CloseQuestion(m_services.activities, &m_parts.window);
    connect(question, &QDialog::accepted, &m_parts.window, &QWidget::close, Qt::QueuedConnection);
    present(question);
    return false;
}

} // namespace hvgpu::ui
