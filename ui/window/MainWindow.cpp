#include "ui/window/MainWindow.h"

#include "ui/commands/Actions.h"
#include "ui/details/DetailsPane.h"
#include "ui/models/FleetTreeModel.h"
#include "ui/models/GpuTreeModel.h"
#include "ui/models/PartitionTreeModel.h"
#include "ui/models/PoolTreeModel.h"
#include "ui/models/VmTableModel.h"
#include "ui/settings/Settings.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/views/FleetTreeView.h"
#include "ui/window/ChangeDesk.h"
#include "ui/window/FleetStatusBar.h"
#include "ui/window/HealthTabs.h"
#include "ui/window/HostBanner.h"
#include "ui/window/NotificationBar.h"
#include "ui/window/SearchBox.h"
#include "ui/window/Selection.h"
#include "ui/window/ServerDesk.h"
#include "ui/window/WelcomePage.h"
#include "ui/window/WindowMenus.h"

#include <QApplication>
#include <QCloseEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int updateDelayMs = 200;
constexpr int ageDelayMs = 15000;

} // namespace

MainWindow::MainWindow(fleet::Fleet& fleet, Settings& settings, Theme& theme, WindowServices services)
    : m_fleet(fleet)
    , m_settings(settings)
    , m_theme(theme)
    , m_services(std::move(services))
    , m_fleetModel(new FleetTreeModel(this))
    , m_gpuModel(new GpuTreeModel(this))
    , m_partitionModel(new PartitionTreeModel(this))
    , m_poolModel(new PoolTreeModel(this))
    , m_vmModel(new VmTableModel(this))
    , m_actions(new Actions(this))
    , m_search(new SearchBox(this))
    , m_menus(new WindowMenus(*this, *m_actions, m_search))
    , m_status(new FleetStatusBar((*m_actions)[Command::CancelRefresh], this))
    , m_fleetTree(new FleetTreeView(this))
    , m_banner(new HostBanner(this))
    , m_notifications(new NotificationBar(this))
    , m_tabs(new QTabWidget(this))
    , m_details(new DetailsPane(this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_rows(new QSplitter(Qt::Vertical, this))
    , m_stack(new QStackedWidget(this))
    , m_servers(new ServerDesk(
          {m_fleet, m_services.passwords, m_settings, *m_notifications, m_services.now, *this}))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("GPU Console for Hyper-V"));
    setWindowIcon(applicationIcon());
    makeParts();
    makePages();
    connectActions();
    connectFleet();
    m_health = new HealthTabs(*this, *m_actions, m_fleet, m_services);
    if (m_services.activities != nullptr) {
        m_changes = new ChangeDesk({*this, *m_actions, *m_menus, *m_status, *m_notifications, m_settings,
                                    m_services.notifyDesktop, m_services.readOnly},
                                   {m_fleet, *m_services.activities, m_services.now});
        m_changes->serve(*m_health);
    }
    orderTabs();
    restoreState();
    updateAll();
    tellOfCrash();
    m_fleetTree->setFocus();
}

MainWindow::~MainWindow()
{
    qApp->disconnect(this); // a dialog that goes with the window still moves the focus
}

void MainWindow::makeParts()
{
    for (FleetModel* model : std::initializer_list<FleetModel*>{m_fleetModel, m_gpuModel, m_partitionModel,
                                                                m_poolModel, m_vmModel}) {
        model->setNow(m_services.now);
        model->setSnapshot(m_fleet.snapshot());
    }
    m_fleetTree->setObjectName(u"fleetTree"_s);
    m_fleetTree->setAccessibleName(tr("Fleet"));
    m_fleetTree->setFleetTreeModel(m_fleetModel);
    m_tabs->setObjectName(u"tabs"_s);
    m_tabs->setDocumentMode(true);
    m_details->setObjectName(u"details"_s);
    auto* upper = new QWidget(this);
    auto* upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(0, 0, 0, 0);
    upperLayout->setSpacing(0);
    upperLayout->addWidget(m_notifications);
    upperLayout->addWidget(m_banner);
    upperLayout->addWidget(m_tabs, 1);
    m_rows->setObjectName(u"rows"_s);
    m_rows->addWidget(upper);
    m_rows->addWidget(m_details);
    m_rows->setStretchFactor(0, 1);
    m_rows->setChildrenCollapsible(false);
    m_columns->setObjectName(u"columns"_s);
    m_columns->addWidget(m_fleetTree);
    m_columns->addWidget(m_rows);
    m_columns->setStretchFactor(1, 1);
    m_columns->setChildrenCollapsible(false);
    connect(m_columns, &QSplitter::splitterMoved, this, [this] { m_columnsByUser = true; });
    auto* welcome = new WelcomePage((*m_actions)[Command::AddServer], (*m_actions)[Command::OpenDemo], this);
    m_stack->addWidget(welcome);
    m_stack->addWidget(m_columns);
    setCentralWidget(m_stack);
    setStatusBar(m_status);
    m_updateTimer.setSingleShot(true);
    m_ageTimer.setSingleShot(true);
    m_detailsTimer.setSingleShot(true);
}

void MainWindow::makePages()
{
    const auto now = m_services.now;
    addPage({u"gpus"_s, tr("&GPUs"), u"gpu"_s, DataTreeView::Content::Gpus, m_gpuModel,
             [model = m_gpuModel, now](const QModelIndexList& rows) {
                 return selectionDetails(*model, rows, now());
             }});
    addPage({u"partitions"_s, tr("GPU &partitions"), u"partition"_s, DataTreeView::Content::Partitions,
             m_partitionModel, [model = m_partitionModel, now](const QModelIndexList& rows) {
                 return selectionDetails(*model, rows, now());
             }});
    addPage({u"pools"_s, tr("GPU p&ools"), u"gpu"_s, DataTreeView::Content::Pools, m_poolModel,
             [model = m_poolModel, now](const QModelIndexList& rows) {
                 return selectionDetails(*model, rows, now());
             }});
    addPage({u"vms"_s, tr("Virtual &machines"), u"vm-running"_s, DataTreeView::Content::Vms, m_vmModel,
             [model = m_vmModel, now](const QModelIndexList& rows) {
                 return selectionDetails(*model, rows, now());
             }});
}

/// As the parts stand, whenever they were made: tool bar, tree, tabs, details, status bar.
void MainWindow::orderTabs()
{
    setTabOrder(m_search, m_fleetTree);
    setTabOrder(m_details->comeAfter(pages().back()->view()), m_status->reminder());
}

DataPage* MainWindow::addPage(PageSpec spec)
{
    auto* page = new DataPage(std::move(spec), m_tabs);
    for (const Command command : {Command::ExpandAll, Command::CollapseAll, Command::Copy})
        page->commandBar()->addAction((*m_actions)[command]);
    const int index = m_tabs->addTab(page, icon(page->spec().icon), page->spec().title);
    m_menus->addTab(page->spec().title, index);
    connectPage(page);
    return page;
}

void MainWindow::connectPage(DataPage* page)
{
    DataTreeView* view = page->view();
    connect(view, &DataTreeView::selectionChangedByUser, this, [this, view] { showDetailsOf(view); });
    connect(view, &DataTreeView::addServerRequested, m_servers, &ServerDesk::add);
    connect(view, &DataTreeView::clearFilterRequested, m_search, &QLineEdit::clear);
    connect(view, &DataTreeView::retryRequested, this, [this] { m_fleet.refreshAll(); });
    if (page->spec().aboutServers)
        connect(view, &DataTreeView::contextMenuWanted, this,
                [this](QMenu* menu) { m_menus->addServerCommands(*menu); });
    connect(view->proxy(), &FleetFilterProxy::refiltered, this, &MainWindow::updateActions);
    connect(page->spec().model, &ListModel::applied, this, [this] {
        m_detailsTimer.start(0);
        updateSoon(); // what was selected may have gone with the last slice
    });
}

DataPage* MainWindow::currentPage() const
{
    return qobject_cast<DataPage*>(m_tabs->currentWidget());
}

std::vector<DataPage*> MainWindow::pages() const
{
    std::vector<DataPage*> result;
    result.reserve(static_cast<std::size_t>(m_tabs->count()));
    for (int index = 0; index < m_tabs->count(); ++index)
        result.push_back(qobject_cast<DataPage*>(m_tabs->widget(index)));
    return result;
}

DataPage* MainWindow::page(const QString& id) const
{
    for (DataPage* each : pages()) {
        if (each->spec().id == id)
            return each;
    }
    return nullptr;
}

void MainWindow::showPage(const QString& id)
{
    if (DataPage* wanted = page(id))
        m_tabs->setCurrentWidget(wanted);
}

void MainWindow::setPageTitle(const DataPage* page, const QString& title)
{
    for (int index = 0; index < m_tabs->count(); ++index) {
        if (m_tabs->widget(index) == page)
            m_tabs->setTabText(index, title);
    }
}

void MainWindow::connectFleet()
{
    connect(&m_fleet, &fleet::Fleet::changed, this, &MainWindow::applyDelta);
    connect(&m_fleet, &fleet::Fleet::refreshProgress, this, [this](int done, int total) {
        m_status->showProgress(done, total);
        updateActions();
    });
    connect(&m_fleet, &fleet::Fleet::refreshFinished, this, [this] {
        m_status->hideProgress();
        updateAll();
    });
    connect(&m_updateTimer, &QTimer::timeout, this, &MainWindow::updateAll);
    connect(&m_ageTimer, &QTimer::timeout, this, &MainWindow::updateAll);
    connect(&m_detailsTimer, &QTimer::timeout, this, &MainWindow::updateDetails);
    connect(m_fleetTree, &FleetTreeView::scopeChanged, this, &MainWindow::applyScope);
    connect(m_fleetTree, &DataTreeView::selectionChangedByUser, this, [this] { showDetailsOf(m_fleetTree); });
    connect(m_fleetTree, &DataTreeView::addServerRequested, m_servers, &ServerDesk::add);
    connect(m_fleetTree, &DataTreeView::contextMenuWanted, this,
            [this](QMenu* menu) { m_menus->addServerCommands(*menu); });
    connect(m_banner, &HostBanner::retryRequested, this, [this](const std::vector<model::HostId>& hosts) {
        if (hosts.empty())
            m_fleet.refreshAll();
        else
            m_fleet.refresh(hosts);
    });
    connect(m_banner, &HostBanner::detailsRequested, this, [this](const model::HostId& host) {
        Scope scope;
        scope.kind = Scope::Kind::Host;
        scope.host = host;
        m_fleetTree->selectScope(scope);
        showDetailsOf(m_fleetTree);
    });
    // Commands and details belong to the list with the focus, if something is selected there.
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget* /*old*/, QWidget* now) {
        auto* view = qobject_cast<DataTreeView*>(now);
        const bool ours = view == m_fleetTree || view == currentPage()->view();
        if (view != nullptr && ours && view != m_detailsOf && !view->selectedSourceRows().isEmpty())
            showDetailsOf(view);
    });
    connect(m_servers, &ServerDesk::edited, this, [this] {
        updateActions();
        Q_EMIT serversEdited();
    });
    connect(m_search, &QLineEdit::textChanged, this, &MainWindow::applyFilter);
    connect(m_search, &SearchBox::leaveRequested, this,
            [this] { currentPage()->view()->setFocus(Qt::TabFocusReason); });
    connect(m_tabs, &QTabWidget::currentChanged, this, &MainWindow::changeTab);
    connect(m_menus, &WindowMenus::tabRequested, m_tabs, &QTabWidget::setCurrentIndex);
    connect(m_menus, &WindowMenus::schemeRequested, this,
            [this](Theme::Scheme scheme) { setScheme(Theme::name(scheme)); });
    connect(m_menus->columnsMenu(), &QMenu::aboutToShow, this, &MainWindow::fillColumnsMenu);
    connect(m_details, &DetailsPane::copied, this, [this](const QString& message) {
        constexpr int shownMs = 4000;
        m_status->showMessage(message, shownMs);
    });
}

void MainWindow::applyDelta(const fleet::FleetDelta& delta)
{
    m_servers->look(delta);
    for (FleetModel* model : std::initializer_list<FleetModel*>{m_fleetModel, m_gpuModel, m_partitionModel,
                                                                m_poolModel, m_vmModel}) {
        const bool shown = model == m_fleetModel || model == currentPage()->spec().model;
        model->apply(delta, shown ? FleetModel::When::Now : FleetModel::When::Soon);
    }
    if (delta.entriesChanged)
        updateAll();
    else
        updateSoon();
}

void MainWindow::updateSoon()
{
    if (!m_updateTimer.isActive())
        m_updateTimer.start(updateDelayMs);
}

void MainWindow::applyScope(const Scope& scope)
{
    for (DataPage* each : pages())
        each->view()->setScope(scope);
    updateAll();
}

// NOLINTNEXTLINE(readability-make-member-function-const): it changes what the window shows
void MainWindow::applyFilter(const QString& text)
{
    for (DataPage* each : pages())
        each->view()->setFilterText(text);
}

void MainWindow::changeTab()
{
    DataTreeView* view = currentPage()->view();
    if (!view->selectedSourceRows().isEmpty() || m_detailsOf != m_fleetTree)
        showDetailsOf(view);
    updateActions();
}

void MainWindow::showDetailsOf(QWidget* view)
{
    m_detailsOf = view;
    updateDetails();
    updateActions();
}

void MainWindow::updateDetails()
{
    if (m_detailsOf == m_fleetTree) {
        m_details->showContent(
            selectionDetails(*m_fleetModel, m_fleetTree->selectedSourceRows(), m_services.now()));
        return;
    }
    m_details->showContent(currentPage()->details());
}

void MainWindow::updateAll()
{
    const auto snapshot = m_fleet.snapshot();
    m_stack->setCurrentIndex(snapshot->entries.empty() ? 0 : 1);
    m_status->showCounts(m_counter.count(*snapshot), m_services.now());
    m_banner->showState(*snapshot, m_fleetTree->currentScope(), m_services.now());
    if (!m_fleet.isRefreshing())
        m_status->hideProgress();
    updateActions();
    m_detailsTimer.start(0);
    m_updateTimer.stop();
    m_ageTimer.start(ageDelayMs);
}

} // namespace hvgpu::ui
