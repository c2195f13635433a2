#pragma once

#include "core/fleet/Fleet.h"
#include "ui/details/FleetSummary.h"
#include "ui/window/DataPage.h"
#include "ui/window/WindowServices.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace hvgpu::ui {

class Actions;
class ChangeDesk;
class DetailsPane;
class FleetStatusBar;
class FleetTreeModel;
class FleetTreeView;
class GpuTreeModel;
class HealthTabs;
class HostBanner;
class NotificationBar;
class PartitionTreeModel;
class PoolTreeModel;
class SearchBox;
class ServerDesk;
class Settings;
class Theme;
class VmTableModel;
class WindowMenus;

/// Fleet tree, tabs and details around one Fleet. Composition only: what things mean is decided in core, what
/// they look like in the parts.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// Everything given must outlive the window.
    MainWindow(fleet::Fleet& fleet, Settings& settings, Theme& theme, WindowServices services);
    ~MainWindow() override;

    /// Adds a tab after the others; its layout is remembered under its id.
    DataPage* addPage(PageSpec spec);
    [[nodiscard]] DataPage* currentPage() const;
    [[nodiscard]] DataPage* page(const QString& id) const;
    void showPage(const QString& id);
    /// What its tab says; the page keeps its name.
    void setPageTitle(const DataPage* page, const QString& title);
    [[nodiscard]] std::vector<DataPage*> pages() const;
    /// What the commands are about: rows of the list that was used last (source model, column 0).
    [[nodiscard]] QModelIndexList selectedRows() const;

    [[nodiscard]] const Actions& actions() const { return *m_actions; }
    [[nodiscard]] FleetTreeView* fleetTree() const { return m_fleetTree; }
    [[nodiscard]] DetailsPane* details() const { return m_details; }
    [[nodiscard]] HostBanner* banner() const { return m_banner; }
    [[nodiscard]] SearchBox* searchBox() const { return m_search; }

Q_SIGNALS:
    /// The user added or removed a server; whoever keeps the list may save it.
    void serversEdited();
    /// The selection or what is known of it changed: which commands make sense may have changed, too.
    void commandsUpdated();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void makeParts();
    void makePages();
    void orderTabs();
    void connectActions();
    void connectFleet();
    void connectPage(DataPage* page);
    void restoreState();
    void saveState();
    void resetLayout();
    void shareColumns();

    void applyDelta(const fleet::FleetDelta& delta);
    void applyScope(const Scope& scope);
    void applyFilter(const QString& text);
    void changeTab();
    void updateAll();
    void updateSoon();
    void updateDetails();
    void updateActions();
    void showDetailsOf(QWidget* view);
    void fillColumnsMenu();

    void openDemo();
    void openExport();
    void openSettings();
    void takeSettings();
    void openAbout();
    void saveSupportFile();
    void tellOfCrash();
    void setScheme(const QString& name);
    [[nodiscard]] std::vector<model::HostId> selectedHosts() const;
    [[nodiscard]] std::shared_ptr<const fleet::EntryRecord> selectedEntry() const;
    [[nodiscard]] DataTreeView* focusedView() const;

    fleet::Fleet& m_fleet;
    Settings& m_settings;
    Theme& m_theme;
    WindowServices m_services;

    FleetTreeModel* m_fleetModel;
    GpuTreeModel* m_gpuModel;
    PartitionTreeModel* m_partitionModel;
    PoolTreeModel* m_poolModel;
    VmTableModel* m_vmModel;
    Actions* m_actions;
    SearchBox* m_search;
    WindowMenus* m_menus;
    FleetStatusBar* m_status;
    FleetTreeView* m_fleetTree;
    HostBanner* m_banner;
    NotificationBar* m_notifications;
    QTabWidget* m_tabs;
    DetailsPane* m_details;
    QSplitter* m_columns;
    bool m_columnsByUser = false; ///< the user has divided the window
    QSplitter* m_rows;
    QStackedWidget* m_stack;
    ServerDesk* m_servers;
    QPointer<QWidget> m_detailsOf; ///< the view whose selection the details pane shows
    QPointer<QMenu> m_columnMenu;
    HealthTabs* m_health = nullptr;
    ChangeDesk* m_changes = nullptr; ///< null in a window that only shows
    QTimer m_updateTimer;            ///< takes together what changes in quick succession
    FleetCounter m_counter;
    QTimer m_ageTimer; ///< ages are shown, and grow
    QTimer m_detailsTimer;
};

} // namespace hvgpu::ui
