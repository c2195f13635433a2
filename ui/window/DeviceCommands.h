#pragma once

#include "ui/change/ChangeServices.h"
#include "ui/commands/Actions.h"
#include "ui/commands/DeviceReasons.h"

#include <QObject>

class QMenu;

namespace hvgpu::ui {

class ChangeWizard;
class MainWindow;

/// The commands about whole GPUs and pools of them: when and why they cannot be used, and the dialogs they
/// open on the current selection.
class DeviceCommands final : public QObject
{
    Q_OBJECT

public:
    /// Everything given must outlive it.
    DeviceCommands(MainWindow& window, Actions& actions, ChangeServices services, QObject* parent);

    /// Commands that make sense on a page's rows: those on its bar, and those in its context menu.
    /// @{
    [[nodiscard]] static std::vector<Command> onBar(const QString& page);
    [[nodiscard]] static std::vector<Command> inContextMenu(const QString& page);
    /// @}
    /// In the menu bar, and connects them.
    void place(QMenu& menu);
    /// Enables what the selection allows.
    void update(const ChangeSelection& selection, const DeviceReasons& reasons);
    /// @p selection and the servers in scope are asked for when a command is used.
    void setSources(std::function<ChangeSelection()> selection,
                    std::function<std::vector<model::HostId>()> hostsInScope);

private:
    void connectActions();
    void openAssign();
    void openReturn(bool fromPool);
    void openAssignPool();
    void openMmio();
    [[nodiscard]] std::vector<model::HostId> offered(const ChangeSelection& selection) const;
    static void open(ChangeWizard* wizard);

    MainWindow& m_window;
    Actions& m_actions;
    ChangeServices m_services;
    std::function<ChangeSelection()> m_selection;
    std::function<std::vector<model::HostId>()> m_hostsInScope;
};

} // namespace hvgpu::ui
