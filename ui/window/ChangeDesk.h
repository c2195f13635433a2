#pragma once

#include "ui/activity/InterruptedDialog.h"
#include "ui/change/ChangeServices.h"
#include "ui/commands/Actions.h"

#include <QObject>

#include <deque>

namespace hvgpu::ui {

class ActivityTab;
class ChangeCommands;
class CloseQuestion;
class FleetStatusBar;
class HealthTabs;
class MainWindow;
class NotificationBar;
class Settings;
class TouchedRows;
class WindowMenus;

/// What the window needs for changes, as far as it has it.
struct DeskParts
{
    MainWindow& window;
    Actions& actions;
    WindowMenus& menus;
    FleetStatusBar& status;
    NotificationBar& notifications;
    Settings& settings;
    /// Tells the user on the desktop; the tray or the task bar unless set.
    std::function<void(const QString& title, const QString& text)> notifyDesktop;
    bool readOnly = false; ///< for this run of the program, whatever the settings say
};

/// Everything of the window that has to do with changing servers: commands, the Activity tab, what is told
/// when work ends, interrupted changes, closing while work runs, read-only mode.
class ChangeDesk final : public QObject
{
    Q_OBJECT

public:
    /// Everything given must outlive it.
    ChangeDesk(DeskParts parts, ChangeServices services);
    ~ChangeDesk() override;

    /// False while work is under way: then the user is asked, and the window closes itself when it may.
    [[nodiscard]] bool mayClose();
    /// Read-only as the command line and the settings say now.
    void applyReadOnly();
    /// Carries out what is asked for on the tabs about the health of the fleet. Called once.
    void serve(HealthTabs& health);
    /// Empty when the setting decides.
    [[nodiscard]] QString readOnlyHeldReason() const;

private:
    void connectAll();
    void retry(const operations::Request& request);
    void finish(const QString& id);
    void tell(const operations::Activity& activity);
    void ask(const QString& id);
    void showInterrupted();
    void openNextInterrupted();
    void openInterrupted(const QString& id, InterruptedDialog::Decision preferred);
    void decide(const QString& id, InterruptedDialog::Decision decision);
    void confirmPutBack(const QString& id);
    void report(const base::Result<void>& result);
    /// @p id of the change it is about; may be empty.
    void tellError(const base::Error& error, const QString& id);
    void showUnreadable(const QStringList& messages);
    [[nodiscard]] QStringList interruptedIds() const;

    DeskParts m_parts;
    ChangeServices m_services;
    ChangeCommands* m_commands;
    ActivityTab* m_tab;
    HealthTabs* m_health = nullptr;
    TouchedRows* m_touched;
    std::deque<QString> m_toDecide; ///< interrupted ones that wait for their dialog
};

} // namespace hvgpu::ui
