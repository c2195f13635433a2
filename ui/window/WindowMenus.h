#pragma once

#include "ui/commands/Actions.h"
#include "ui/theme/Theme.h"

#include <QMenu>

class QActionGroup;
class QMainWindow;

namespace hvgpu::ui {

class SearchBox;

/// The menu bar and the tool bar of the main window, made of the actions.
class WindowMenus final : public QObject
{
    Q_OBJECT

public:
    WindowMenus(QMainWindow& window, const Actions& actions, SearchBox* search);

    /// One entry per tab, with Ctrl+1 … Ctrl+9.
    void addTab(const QString& title, int index);
    void showScheme(Theme::Scheme scheme);
    [[nodiscard]] QMenu* columnsMenu() const { return m_columns; }
    /// Hidden at first, and without entries: whoever makes changes possible fills it.
    [[nodiscard]] QMenu* changeMenu() const { return m_change; }
    /// Offers the commands that make sense on a server.
    void addServerCommands(QMenu& menu) const;

Q_SIGNALS:
    void tabRequested(int index);
    void schemeRequested(hvgpu::ui::Theme::Scheme scheme);

private:
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeHelpMenu();
    void makeToolBar(SearchBox* search);
    void addAll(QMenu& menu, std::initializer_list<Command> commands) const;
    QMenu* makeMenu(const QString& title, const QString& name);

    QMainWindow& m_window;
    const Actions& m_actions;
    QMenu* m_columns = nullptr;
    QMenu* m_change = nullptr;
    QMenu* m_tabs = nullptr;
    QActionGroup* m_schemes = nullptr;
};

} // namespace hvgpu::ui
