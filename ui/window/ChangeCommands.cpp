#include "ui/window/ChangeCommands.h"

#include "core/analysis/WriteRights.h"
#include "core/text/Text.h"
#include "ui/activity/ReviewWizard.h"
#include "ui/change/AssignWizard.h"
#include "ui/change/PartitionCountDialog.h"
#include "ui/change/UnassignWizard.h"
#include "ui/commands/Actions.h"
#include "ui/views/FleetTreeView.h"
#include "ui/window/DeviceCommands.h"
#include "ui/window/MainWindow.h"

#include <QMenu>
#include <QToolBar>

#include <algorithm>
#include <array>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr std::array changes{Command::ConfigureCount, Command::Assign, Command::Unassign};

/// The commands that make sense on a page's rows.
std::vector<Command> changesOf(const QString& page)
{
    if (page == u"partitions"_s)
        return {changes.begin(), changes.end()};
    if (page == u"gpus"_s)
        return {Command::ConfigureCount, Command::Assign};
    if (page == u"vms"_s)
        return {Command::Assign, Command::Unassign};
    return {};
}

} // namespace

ChangeCommands::ChangeCommands(MainWindow& window, Actions& actions, ChangeServices services, QMenu* menu)
    : QObject(&window)
    , m_window(window)
    , m_actions(actions)
    , m_services(std::move(services))
    , m_menu(menu)
    , m_devices(new DeviceCommands(window, actions, m_services, this))
{
    m_devices->setSources([this] { return selection(); }, [this] { return hostsInScope(); });
    for (const DataPage* page : m_window.pages()) {
        std::vector<Command> commands = changesOf(page->spec().id);
        for (const Command command : DeviceCommands::inContextMenu(page->spec().id))
            commands.push_back(command);
        connect(page->view(), &DataTreeView::contextMenuWanted, this, [this, commands](QMenu* context) {
            QAction* first = context->actions().isEmpty() ? nullptr : context->actions().constFirst();
            for (const Command command : commands) {
                if (QAction* action = m_actions[command])
                    context->insertAction(first, action);
            }
            if (m_actions.isWriting() && !commands.empty())
                context->insertSeparator(first);
        });
    }
    connect(&m_window, &MainWindow::commandsUpdated, this, &ChangeCommands::update);
    connect(&m_services.activities, &operations::Activities::writableChanged, this, &ChangeCommands::update);
}

void ChangeCommands::setWriting(bool allowed)
{
    if (allowed == m_actions.isWriting())
        return;
    m_actions.setWriting(allowed);
    m_menu->menuAction()->setVisible(allowed);
    if (allowed)
        place();
}

void ChangeCommands::place()
{
    m_menu->clear(); // separators of before
    for (const Command command : changes)
        m_menu->addAction(m_actions[command]);
    m_devices->place(*m_menu);
    for (const DataPage* page : m_window.pages())
        addToBar(*page);
    connectActions();
    update();
}

void ChangeCommands::addToBar(const DataPage& page)
{
    QToolBar* bar = page.commandBar();
    QAction* first = bar->actions().isEmpty() ? nullptr : bar->actions().constFirst();
    std::vector<Command> commands = changesOf(page.spec().id);
    for (const Command command : DeviceCommands::onBar(page.spec().id))
        commands.push_back(command);
    for (const Command command : commands)
        bar->insertAction(first, m_actions[command]);
}

void ChangeCommands::connectActions()
{
    connect(m_actions[Command::ConfigureCount], &QAction::triggered, this, &ChangeCommands::openConfigure);
    connect(m_actions[Command::Assign], &QAction::triggered, this, &ChangeCommands::openAssign);
    connect(m_actions[Command::Unassign], &QAction::triggered, this, [this] {
        const ChangeSelection selected = selection();
        const bool one = selected.hosts.size() == 1;
        openUnassign(adaptersToUnassign(selected, *m_services.fleet.snapshot()),
                     one ? selected.hosts.front() : model::HostId(), &m_window);
    });
}

ChangeSelection ChangeCommands::selection() const
{
    return changeSelection(m_window.selectedRows());
}

QString ChangeCommands::readOnlyReason(const model::HostId& host) const
{
    const auto record = m_services.fleet.snapshot()->find(host);
    auto denial = m_services.activities.writeDenial(host);
    if (!denial && record && record->snapshot)
        denial = analysis::refusedRights(*record->snapshot);
    if (!denial)
        return {};
    const QString server = record ? record->displayName : host.text();
    return tr("%1 is read-only for this account: %2", "server, why")
        .arg(server, text::present(*denial, server).title);
}

void ChangeCommands::update()
{
    if (!m_actions.isWriting())
        return;
    const auto fleet = m_services.fleet.snapshot();
    const ChangeSelection selected = selection();
    const ChangeReasons reasons(*fleet, [this](const model::HostId& host) { return readOnlyReason(host); });
    m_actions.allow(Command::ConfigureCount, reasons.configure(selected));
    m_actions.allow(Command::Assign, reasons.assign(selected));
    m_actions.allow(Command::Unassign, reasons.unassign(selected));
    m_devices->update(
        selected, DeviceReasons(*fleet, [this](const model::HostId& host) { return readOnlyReason(host); }));
}

/// The part of the fleet the user looks at; empty = all of it.
std::vector<model::HostId> ChangeCommands::hostsInScope() const
{
    const Scope scope = m_window.fleetTree()->currentScope();
    std::vector<model::HostId> hosts;
    if (scope.kind == Scope::Kind::All)
        return hosts;
    for (const auto& host : m_services.fleet.snapshot()->hosts) {
        if (scope.contains(host->entry, host->id))
            hosts.push_back(host->id);
    }
    return hosts;
}

void ChangeCommands::openConfigure()
{
    auto gpus = gpusToConfigure(selection(), *m_services.fleet.snapshot());
    auto* dialog = new PartitionCountDialog(m_services, std::move(gpus), hostsInScope(), &m_window);
    connect(dialog, &PartitionCountDialog::unassignRequested, this,
            [this, dialog](const std::vector<operations::AdapterRef>& adapters) {
                openUnassign(adapters, {}, dialog);
            });
    open(dialog);
}

void ChangeCommands::openAssign()
{
    const ChangeSelection selected = selection();
    const std::vector<model::HostId> scope = hostsInScope();
    AssignStart start;
    if (selected.hosts.size() == 1)
        start.host = selected.hosts.front();
    else if (selected.isEmpty() && scope.size() == 1)
        start.host = scope.front();
    for (const VmRef& vm : selected.vms)
        start.vms.push_back(vm.vm);
    if (selected.gpus.size() == 1)
        start.gpu = selected.gpus.front().gpu;
    open(new AssignWizard(m_services, start, &m_window));
}

void ChangeCommands::openUnassign(std::vector<operations::AdapterRef> adapters, const model::HostId& host,
                                  QWidget* parent)
{
    const std::vector<model::HostId> scope = hostsInScope();
    const model::HostId first = host.isEmpty() && scope.size() == 1 ? scope.front() : host;
    open(new UnassignWizard(m_services, std::move(adapters), first, parent));
}

void ChangeCommands::openReview(const operations::Request& request, const QString& title)
{
    open(new ReviewWizard(m_services, request, title, &m_window));
}

void ChangeCommands::open(ChangeWizard* wizard)
{
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    wizard->open();
}

ChangeWizard* ChangeCommands::wizardOf(const QString& activityId) const
{
    const auto wizards = m_window.findChildren<ChangeWizard*>();
    const auto found = std::ranges::find_if(wizards, [&activityId](const ChangeWizard* wizard) {
        return wizard->isVisible() && wizard->activityId() == activityId;
    });
    return found == wizards.end() ? nullptr : *found;
}

} // namespace hvgpu::ui
