#pragma once

#include "ui/activity/ActivityModel.h"
#include "ui/change/ChangeServices.h"
#include "ui/commands/Actions.h"

#include <QObject>

namespace hvgpu::ui {

class ActivityFilterBar;
class DataPage;
class MainWindow;

/// The *Activity* tab of the window: its rows, filters and commands.
class ActivityTab final : public QObject
{
    Q_OBJECT

public:
    /// Adds the tab. Everything given must outlive it.
    ActivityTab(MainWindow& window, Actions& actions, ChangeServices services);

    /// Shows the tab with this activity selected and open, whatever the filters were.
    void reveal(const QString& activityId);
    /// Adds the commands that write to the tab's bar, and all commands of the tab to @p menu; to be called
    /// whenever they were made anew.
    void place(QMenu& menu);
    /// Enables what the selection allows.
    void update();

Q_SIGNALS:
    void retryRequested(const hvgpu::operations::Request& request);
    void putBackRequested(const QString& activityId);
    /// An interrupted activity is to be resumed, put back or dismissed.
    void decisionRequested(const QString& activityId, hvgpu::ui::Command preferred);
    void answerRequested(const QString& activityId);

private:
    void makePage();
    void connectCommands();
    void take();
    void addToContextMenu(QMenu& menu) const;
    /// The activity the current row belongs to; null when there is none or several are selected.
    [[nodiscard]] std::shared_ptr<const operations::Activity> chosen() const;
    void retry();
    void putBack();

    MainWindow& m_window;
    Actions& m_actions;
    ChangeServices m_services;
    ActivityModel* m_model;
    ActivityFilterBar* m_filter;
    DataPage* m_page = nullptr;
};

} // namespace hvgpu::ui
