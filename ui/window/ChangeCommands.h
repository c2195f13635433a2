#pragma once

#include "ui/change/ChangeWizard.h"
#include "ui/commands/ChangeSelection.h"

#include <QObject>

class QMenu;

namespace hvgpu::ui {

class Actions;
class DataPage;
class DeviceCommands;
class MainWindow;

/// The commands that change something on a server: where they are shown, when and why they cannot be used,
/// and the dialogs they open on the current selection.
class ChangeCommands final : public QObject
{
    Q_OBJECT

public:
    /// Everything given must outlive it.
    ChangeCommands(MainWindow& window, Actions& actions, ChangeServices services, QMenu* menu);

    /// Shows the commands, or takes them away everywhere.
    void setWriting(bool allowed);
    /// Enables what the selection allows.
    void update();

    /// The dialog on screen that follows this activity; null when there is none.
    [[nodiscard]] ChangeWizard* wizardOf(const QString& activityId) const;
    /// Plans @p request anew and shows the plan.
    void openReview(const operations::Request& request, const QString& title);

private:
    void place();
    void addToBar(const DataPage& page);
    void addToContextMenu(QMenu& menu) const;
    void connectActions();
    void openConfigure();
    void openAssign();
    void openUnassign(std::vector<operations::AdapterRef> adapters, const model::HostId& host,
                      QWidget* parent);
    void open(ChangeWizard* wizard);
    [[nodiscard]] ChangeSelection selection() const;
    [[nodiscard]] std::vector<model::HostId> hostsInScope() const;
    [[nodiscard]] QString readOnlyReason(const model::HostId& host) const;

    MainWindow& m_window;
    Actions& m_actions;
    ChangeServices m_services;
    QMenu* m_menu;
    DeviceCommands* m_devices;
};

} // namespace hvgpu::ui
