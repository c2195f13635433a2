// The commands of the main window: what they do, and when and why they cannot be done.
#include "ui/commands/Actions.h"
#include "ui/details/DetailsPane.h"
#include "ui/dialogs/AboutDialog.h"
#include "ui/dialogs/ExportDialog.h"
#include "ui/dialogs/SettingsDialog.h"
#include "ui/dialogs/SupportDialog.h"
#include "ui/settings/Settings.h"
#include "ui/theme/Theme.h"
#include "ui/views/FleetTreeView.h"
#include "ui/window/ChangeDesk.h"
#include "ui/window/FleetStatusBar.h"
#include "ui/window/MainWindow.h"
#include "ui/window/NotificationBar.h"
#include "ui/window/SearchBox.h"
#include "ui/window/ServerDesk.h"
#include "ui/window/ShownTable.h"
#include "ui/window/WindowMenus.h"

#include "core/base/Log.h"
#include "core/text/Text.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QMessageBox>
#include <QSplitter>
#include <QTabWidget>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int messageMs = 6000;
constexpr QSize defaultSize(1280, 800);
constexpr int defaultTreeWidth = 404; // all of the fleet's columns
constexpr int leastTreeWidth = 260;
constexpr int treePercent = 32;
constexpr int defaultDetailsHeight = 260;

QString layoutGroup(const QString& id)
{
    return u"View-"_s + id;
}

template <class Dialog>
void present(Dialog* dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

void MainWindow::connectActions()
{
    const auto on = [this](Command command, auto slot) {
        connect((*m_actions)[command], &QAction::triggered, this, slot);
    };
    on(Command::AddServer, [this] { m_servers->add(); });
    on(Command::AddSeveral, [this] { m_servers->addSeveral(); });
    on(Command::OpenDemo, [this] { openDemo(); });
    on(Command::EditServer, [this] { m_servers->edit(selectedEntry()); });
    on(Command::RemoveServer, [this] { m_servers->remove(selectedEntry()); });
    on(Command::SignIn, [this] { m_servers->signIn(selectedEntry()); });
    on(Command::ForgetPassword, [this] { m_servers->forgetPassword(selectedEntry()); });
    on(Command::TestServer, [this] { m_servers->test(selectedEntry()); });
    on(Command::Certificate, [this] { m_servers->showCertificate(selectedEntry()); });
    on(Command::SupportBundle, [this] { saveSupportFile(); });
    on(Command::Export, [this] { openExport(); });
    on(Command::Settings, [this] { openSettings(); });
    on(Command::Quit, [this] { close(); });
    on(Command::Copy, [this] { focusedView()->copyRows(); });
    on(Command::CopyWithHeader, [this] { focusedView()->copyRowsWithHeader(); });
    on(Command::CopyCell, [this] { focusedView()->copyCell(); });
    on(Command::CopyId, [this] { focusedView()->copyId(); });
    on(Command::Find, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    on(Command::Refresh, [this] { m_fleet.refreshAll(); });
    on(Command::RefreshSelected, [this] { m_fleet.refresh(selectedHosts()); });
    on(Command::CancelRefresh, [this] { m_fleet.cancelRefresh(); });
    on(Command::ExpandAll, [this] { currentPage()->view()->expandAllGuarded(); });
    on(Command::CollapseAll, [this] { currentPage()->view()->collapseAllKept(); });
    on(Command::ShowDetails, [this](bool shown) { m_details->setVisible(shown); });
    on(Command::ResetLayout, [this] { resetLayout(); });
    on(Command::About, [this] { openAbout(); });
}

void MainWindow::updateActions()
{
    const auto snapshot = m_fleet.snapshot();
    const bool empty = snapshot->entries.empty();
    const QString noServers = empty ? tr("There are no servers in the list.") : QString();
    const bool refreshing = m_fleet.isRefreshing();
    const bool tabHasRows = currentPage()->view()->model()->rowCount() > 0;
    const QString nothing =
        focusedView()->selectedSourceRows().isEmpty() ? tr("Nothing is selected.") : QString();
    m_actions->allow(Command::OpenDemo, m_services.openDemo ? QString() : tr("There is no demo fleet here."));
    const QString noEntry =
        selectedEntry() ? QString() : tr("Select a server or a cluster in the fleet list first.");
    m_actions->allow(Command::RemoveServer, noEntry);
    m_actions->allow(Command::SignIn, noEntry);
    m_actions->allow(Command::TestServer, noEntry);
    const auto entry = selectedEntry();
    m_actions->allow(Command::EditServer, entry ? m_servers->whyNotEdit(entry) : noEntry);
    m_actions->allow(Command::ForgetPassword, entry ? m_servers->whyNotForget(entry) : noEntry);
    m_actions->allow(Command::Certificate, entry ? m_servers->whyNoCertificate(entry) : noEntry);
    m_actions->allow(Command::Export, noServers);
    m_actions->allow(Command::Refresh, noServers);
    m_actions->allow(Command::RefreshSelected,
                     selectedHosts().empty() ? tr("Select a server or something on it first.") : QString());
    m_actions->allow(Command::CancelRefresh, refreshing ? QString() : tr("No server is being read."));
    const QString noRows = tabHasRows ? QString() : tr("The list is empty.");
    const QString flat =
        currentPage()->view()->rootIsDecorated() ? noRows : tr("No row of this list has others below it.");
    m_actions->allow(Command::ExpandAll, flat);
    m_actions->allow(Command::CollapseAll, flat);
    for (const Command command : {Command::Copy, Command::CopyWithHeader, Command::CopyCell, Command::CopyId})
        m_actions->allow(command, nothing);
    Q_EMIT commandsUpdated();
}

QModelIndexList MainWindow::selectedRows() const
{
    return focusedView()->selectedSourceRows();
}

DataTreeView* MainWindow::focusedView() const
{
    return m_detailsOf == m_fleetTree ? static_cast<DataTreeView*>(m_fleetTree) : currentPage()->view();
}

std::vector<model::HostId> MainWindow::selectedHosts() const
{
    std::vector<model::HostId> result;
    if (m_detailsOf == m_fleetTree) {
        const Scope scope = m_fleetTree->currentScope();
        for (const auto& host : m_fleet.snapshot()->hosts) {
            if (scope.kind != Scope::Kind::All && scope.contains(host->entry, host->id))
                result.push_back(host->id);
        }
        return result;
    }
    QSet<QString> seen;
    for (const QModelIndex& row : currentPage()->view()->selectedSourceRows()) {
        const QString id = row.data(HostIdRole).toString();
        if (!id.isEmpty() && !seen.contains(id)) {
            seen.insert(id);
            result.emplace_back(id);
        }
    }
    return result;
}

std::shared_ptr<const fleet::EntryRecord> MainWindow::selectedEntry() const
{
    const Scope scope = m_fleetTree->currentScope();
    const auto snapshot = m_fleet.snapshot();
    for (const auto& entry : snapshot->entries) {
        const bool isHost =
            scope.kind == Scope::Kind::Host &&
            std::find(entry->hosts.begin(), entry->hosts.end(), scope.host) != entry->hosts.end();
        if ((scope.kind == Scope::Kind::Entry && entry->id == scope.entry) || isHost)
            return entry;
    }
    return nullptr;
}

void MainWindow::openDemo()
{
    if (!m_services.openDemo)
        return;
    const auto opened = m_services.openDemo();
    if (opened)
        return;
    const text::ErrorText words = text::present(opened.error());
    auto* box = new QMessageBox(QMessageBox::Critical, tr("Demo fleet"),
                                tr("The demo fleet could not be started."), QMessageBox::Close, this);
    box->setObjectName(u"demoFailed"_s);
    box->setInformativeText(QStringList{words.title, words.advice}.join(u'\n').trimmed());
    box->setDetailedText(words.details);
    present(box);
}

void MainWindow::openExport()
{
    DataPage* page = currentPage();
    const QString title = QString(page->spec().title).remove(u'&');
    const PageSpec& spec = page->spec();
    ExportSources sources{title, {}, {}, spec.id, m_fleet.snapshot()};
    if (spec.wholeReport)
        sources.whole = spec.wholeReport();
    else
        sources.shown = spec.report ? spec.report() : shownTable(*page->view(), spec.id);
    auto* dialog = new ExportDialog(std::move(sources), *m_services.background, this);
    connect(dialog, &ExportDialog::exported, this, [this](const QString& path, int rows) {
        m_status->showMessage(tr("%n row(s) were written to %1.", nullptr, rows).arg(path), messageMs);
    });
    present(dialog);
}

void MainWindow::openSettings()
{
    auto* dialog = new SettingsDialog(m_settings, this);
    if (m_services.readOnly)
        dialog->holdReadOnly(tr("The program was started with --read-only."));
    connect(dialog, &QDialog::accepted, this, &MainWindow::takeSettings);
    present(dialog);
}

void MainWindow::takeSettings()
{
    setScheme(m_settings.theme());
    m_fleet.setPollInterval(m_settings.pollInterval());
    if (m_changes != nullptr)
        m_changes->applyReadOnly();
}

void MainWindow::openAbout()
{
    const auto snapshot = m_fleet.snapshot();
    present(new AboutDialog(
        {u"Fleet: %1 entries, %2 hosts"_s.arg(snapshot->entries.size()).arg(snapshot->hosts.size()),
         u"Theme: %1"_s.arg(m_settings.theme())},
        this));
}

void MainWindow::saveSupportFile()
{
    report::SupportFacts facts;
    facts.program = u"hvgpu-console %1"_s.arg(QStringLiteral(HVGPU_VERSION));
    facts.components = QStringList{u"Qt %1"_s.arg(QString::fromLatin1(qVersion())),
                                   u"platform %1"_s.arg(QGuiApplication::platformName())} +
                       m_services.components;
    facts.settings = m_settings.toJson();
    facts.servers = m_fleet.servers();
    facts.fleet = m_fleet.snapshot();
    facts.log = base::log::lastLines();
    facts.crashes = m_services.crashes;
    facts.created = m_services.now();
    present(new SupportDialog(std::move(facts), this));
}

void MainWindow::tellOfCrash()
{
    if (m_services.crashes.empty())
        return;
    const base::CrashRecord& last = m_services.crashes.front();
    if (m_settings.toldCrash().isValid() && last.when <= m_settings.toldCrash())
        return;
    m_settings.setToldCrash(last.when);
    m_notifications->notify(
        NotificationBar::Kind::Problem,
        tr("The program ended unexpectedly on %1. What is known about it is in %2 and in the "
           "support file (Help menu); it holds no passwords.")
            .arg(QLocale().toString(last.when.toLocalTime(), QLocale::ShortFormat),
                 QDir::toNativeSeparators(last.path)),
        {});
}

void MainWindow::setScheme(const QString& name)
{
    m_settings.setTheme(name);
    m_theme.setScheme(Theme::fromName(name));
    m_menus->showScheme(m_theme.scheme());
}

void MainWindow::fillColumnsMenu()
{
    QMenu* menu = m_menus->columnsMenu();
    menu->clear();
    delete m_columnMenu;
    m_columnMenu = currentPage()->view()->createColumnMenu(this);
    menu->addActions(m_columnMenu->actions());
}

void MainWindow::restoreState()
{
    if (!restoreGeometry(m_settings.state(u"window"_s)))
        resize(defaultSize);
    m_columnsByUser = m_columns->restoreState(m_settings.state(u"columns"_s));
    if (!m_columnsByUser)
        shareColumns();
    if (!m_rows->restoreState(m_settings.state(u"rows"_s)))
        m_rows->setSizes({defaultSize.height() - defaultDetailsHeight, defaultDetailsHeight});
    const bool shown = m_settings.state(u"details"_s) != QByteArrayLiteral("hidden");
    (*m_actions)[Command::ShowDetails]->setChecked(shown);
    m_details->setVisible(shown);
    const auto restoreView = [this](DataTreeView& view, const QString& id) {
        const bool restored = view.restoreLayout(m_settings.store(), layoutGroup(id));
        if (!restored && view.listModel()->contentState({}).items > 0)
            view.sizeColumns();
    };
    restoreView(*m_fleetTree, u"fleet"_s);
    for (DataPage* each : pages())
        restoreView(*each->view(), each->spec().id);
    showPage(QString::fromUtf8(m_settings.state(u"tab"_s)));
    m_menus->showScheme(m_theme.scheme());
}

void MainWindow::saveState()
{
    m_settings.setState(u"window"_s, saveGeometry());
    m_settings.setState(u"columns"_s, m_columnsByUser ? m_columns->saveState() : QByteArray());
    m_settings.setState(u"rows"_s, m_rows->saveState());
    m_settings.setState(u"details"_s, m_details->isHidden() ? "hidden" : "shown");
    m_settings.setState(u"tab"_s, currentPage()->spec().id.toUtf8());
    m_fleetTree->saveLayout(m_settings.store(), layoutGroup(u"fleet"_s));
    for (DataPage* each : pages())
        each->view()->saveLayout(m_settings.store(), layoutGroup(each->spec().id));
}

void MainWindow::resetLayout()
{
    m_settings.forgetStates();
    m_columnsByUser = false;
    shareColumns();
    m_rows->setSizes({height() - defaultDetailsHeight, defaultDetailsHeight});
    (*m_actions)[Command::ShowDetails]->setChecked(true);
    m_details->show();
    m_fleetTree->resetLayout();
    for (DataPage* each : pages())
        each->view()->resetLayout();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    if (!m_columnsByUser)
        shareColumns();
}

/// In a narrow window the tree gives way as well.
void MainWindow::shareColumns()
{
    const int tree = std::clamp(width() * treePercent / 100, leastTreeWidth, defaultTreeWidth);
    m_columns->setSizes({tree, width() - tree});
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_changes != nullptr && !m_changes->mayClose()) {
        event->ignore();
        return;
    }
    saveState();
    m_fleet.cancelRefresh();
    event->accept();
}

} // namespace hvgpu::ui
