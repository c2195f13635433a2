#pragma once

#include "core/operations/Request.h"
#include "ui/commands/Actions.h"
#include "ui/details/DetailContent.h"
#include "ui/health/HealthModel.h"
#include "ui/health/HealthWatch.h"
#include "ui/window/WindowServices.h"

#include <QObject>

class QMenu;

namespace hvgpu::ui {

class DataPage;
class HealthBar;
class MainWindow;

/// The tabs *Prerequisites* and *Findings* of the window: their rows, filters and commands.
class HealthTabs final : public QObject
{
    Q_OBJECT

public:
    /// Adds the tabs. Everything given must outlive it.
    HealthTabs(MainWindow& window, Actions& actions, fleet::Fleet& fleet, const WindowServices& services);

    [[nodiscard]] HealthWatch& watch() { return *m_watch; }
    /// Adds the command that writes to the tab's bar; to be called whenever it was made anew.
    void place(QMenu& menu);
    /// Enables what the selection allows.
    void update();

Q_SIGNALS:
    void fixRequested(const hvgpu::operations::Request& request);
    /// The finding is an interrupted change, about which there is a choice.
    void decisionRequested(const QString& activityId);

private:
    void makeChecksPage();
    void makeFindingsPage();
    void take();
    void fix();
    /// Tells the watch what is looked at.
    void look();
    void showChecks();
    void showFindings();
    [[nodiscard]] DetailContent checkDetails(const QModelIndexList& rows) const;
    [[nodiscard]] DetailContent findingDetails(const QModelIndexList& rows) const;
    [[nodiscard]] ContentState hostsIn(const Scope& scope) const;
    [[nodiscard]] ContentState checksState(const Scope& scope) const;
    [[nodiscard]] ContentState findingsState(const Scope& scope) const;
    /// The finding that is selected; null when there is none or several are.
    [[nodiscard]] const analysis::Diagnosis* chosen() const;

    MainWindow& m_window;
    Actions& m_actions;
    HealthWatch* m_watch;
    HealthModel* m_checks;
    HealthModel* m_findings;
    HealthBar* m_results;
    HealthBar* m_severities;
    bool m_knowsChecks = false;
    bool m_knowsFindings = false;
    DataPage* m_checksPage = nullptr;
    DataPage* m_findingsPage = nullptr;
};

} // namespace hvgpu::ui
