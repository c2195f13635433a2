#include "ui/window/DeviceCommands.h"

#include "ui/dda/AssignPoolWizard.h"
#include "ui/dda/CreatePoolWizard.h"
#include "ui/dda/DdaAssignWizard.h"
#include "ui/dda/DdaRemoveWizard.h"
#include "ui/dda/DeviceChoices.h"
#include "ui/dda/DismountWizard.h"
#include "ui/dda/MmioWizard.h"
#include "ui/dda/MountWizard.h"
#include "ui/window/MainWindow.h"

#include <QMenu>

#include <algorithm>
#include <array>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr std::array devices{Command::AssignDevice, Command::ReturnDevice, Command::MakeReady,
                             Command::GiveBack,     Command::GiveAllBack,  Command::SetMmio};
constexpr std::array pools{Command::CreatePool, Command::AssignPool, Command::UnassignPool};

} // namespace

DeviceCommands::DeviceCommands(MainWindow& window, Actions& actions, ChangeServices services, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_actions(actions)
    , m_services(std::move(services))
{}

void DeviceCommands::setSources(std::function<ChangeSelection()> selection,
                                std::function<std::vector<model::HostId>()> hostsInScope)
{
    m_selection = std::move(selection);
    m_hostsInScope = std::move(hostsInScope);
}

std::vector<Command> DeviceCommands::onBar(const QString& page)
{
    if (page == u"gpus"_s)
        return {Command::AssignDevice};
    if (page == u"pools"_s)
        return {Command::CreatePool, Command::AssignPool, Command::UnassignPool, Command::AssignDevice};
    return {};
}

std::vector<Command> DeviceCommands::inContextMenu(const QString& page)
{
    if (page == u"gpus"_s)
        return {Command::AssignDevice, Command::ReturnDevice, Command::MakeReady, Command::GiveBack,
                Command::CreatePool};
    if (page == u"pools"_s)
        return {Command::CreatePool,   Command::AssignPool,   Command::UnassignPool,
                Command::AssignDevice, Command::ReturnDevice, Command::GiveBack};
    if (page == u"vms"_s)
        return {Command::AssignDevice, Command::ReturnDevice, Command::AssignPool, Command::SetMmio};
    return {};
}

void DeviceCommands::place(QMenu& menu)
{
    menu.addSeparator();
    for (const Command command : devices)
        menu.addAction(m_actions[command]);
    menu.addSeparator();
    for (const Command command : pools)
        menu.addAction(m_actions[command]);
    connectActions();
}

void DeviceCommands::connectActions()
{
    const auto on = [this](Command command, auto&& open) {
        connect(m_actions[command], &QAction::triggered, this, std::forward<decltype(open)>(open));
    };
    on(Command::AssignDevice, [this] { openAssign(); });
    on(Command::ReturnDevice, [this] { openReturn(false); });
    on(Command::UnassignPool, [this] { openReturn(true); });
    on(Command::AssignPool, [this] { openAssignPool(); });
    on(Command::SetMmio, [this] { openMmio(); });
    on(Command::MakeReady, [this] {
        const ChangeSelection selection = m_selection();
        open(new DismountWizard(m_services, selection.gpus, offered(selection), &m_window));
    });
    on(Command::GiveBack, [this] {
        const ChangeSelection selection = m_selection();
        open(new MountWizard(m_services, selection.gpus, offered(selection), &m_window));
    });
    on(Command::GiveAllBack, [this] {
        const auto hosts = m_hostsInScope();
        open(new MountWizard(m_services, forgottenDevices(*m_services.fleet.snapshot(), hosts), hosts,
                             &m_window));
    });
    on(Command::CreatePool, [this] {
        const ChangeSelection selection = m_selection();
        open(new CreatePoolWizard(m_services, selection.gpus, m_hostsInScope(), &m_window));
    });
}

void DeviceCommands::update(const ChangeSelection& selection, const DeviceReasons& reasons)
{
    m_actions.allow(Command::AssignDevice, reasons.assign(selection));
    m_actions.allow(Command::ReturnDevice, reasons.returnDevice(selection));
    m_actions.allow(Command::MakeReady, reasons.makeReady(selection));
    m_actions.allow(Command::GiveBack, reasons.giveBack(selection));
    m_actions.allow(Command::GiveAllBack, reasons.giveAllBack(selection));
    m_actions.allow(Command::SetMmio, reasons.mmio(selection));
    m_actions.allow(Command::CreatePool, reasons.createPool(selection));
    m_actions.allow(Command::AssignPool, reasons.assignPool(selection));
    m_actions.allow(Command::UnassignPool, reasons.unassignPool(selection));
}

/// The server selected, or the part of the fleet the user looks at.
std::vector<model::HostId> DeviceCommands::offered(const ChangeSelection& selection) const
{
    return selection.hosts.empty() ? m_hostsInScope() : selection.hosts;
}

void DeviceCommands::openAssign()
{
    const ChangeSelection selection = m_selection();
    const auto scope = offered(selection);
    DdaStart start;
    if (scope.size() == 1)
        start.host = scope.front();
    start.gpus = selection.gpus;
    if (selection.vms.size() == 1)
        start.vm = selection.vms.front().vm;
    open(new DdaAssignWizard(m_services, start, &m_window));
}

void DeviceCommands::openReturn(bool fromPool)
{
    const ChangeSelection selection = m_selection();
    open(new DdaRemoveWizard(m_services, devicesToReturn(selection, *m_services.fleet.snapshot()),
                             offered(selection), fromPool, &m_window));
}

void DeviceCommands::openAssignPool()
{
    const ChangeSelection selection = m_selection();
    operations::AssignPoolRequest known;
    if (selection.pools.size() == 1) {
        known.host = selection.pools.front().host;
        known.pool = selection.pools.front().name;
    }
    if (selection.vms.size() == 1) {
        known.host = selection.vms.front().host;
        known.vm = selection.vms.front().vm;
    }
    open(new AssignPoolWizard(m_services, std::move(known), offered(selection), &m_window));
}

void DeviceCommands::openMmio()
{
    const ChangeSelection selection = m_selection();
    if (selection.vms.size() == 1)
        open(new MmioWizard(m_services, selection.vms.front().host, selection.vms.front().vm, &m_window));
}

void DeviceCommands::open(ChangeWizard* wizard)
{
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    wizard->open();
}

} // namespace hvgpu::ui
