#include "ui/window/WindowMenus.h"

#include "ui/window/SearchBox.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QMenuBar>
#include <QToolBar>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

WindowMenus::WindowMenus(QMainWindow& window, const Actions& actions, SearchBox* search)
    : QObject(&window)
    , m_window(window)
    , m_actions(actions)
{
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    m_change = makeMenu(tr("&Change"), u"changeMenu"_s);
    m_change->menuAction()->setVisible(false);
    makeHelpMenu();
    makeToolBar(search);
}

QMenu* WindowMenus::makeMenu(const QString& title, const QString& name)
{
    QMenu* menu = m_window.menuBar()->addMenu(title);
    menu->setObjectName(name);
    menu->setToolTipsVisible(true);
    return menu;
}

void WindowMenus::addAll(QMenu& menu, std::initializer_list<Command> commands) const
{
    for (const Command command : commands)
        menu.addAction(m_actions[command]);
}

void WindowMenus::makeFileMenu()
{
    QMenu* menu = makeMenu(tr("&File"), u"fileMenu"_s);
    addAll(*menu, {Command::AddServer, Command::AddSeveral, Command::OpenDemo});
    menu->addSeparator();
    addAll(*menu, {Command::EditServer, Command::SignIn, Command::ForgetPassword, Command::Certificate,
                   Command::TestServer, Command::RemoveServer});
    menu->addSeparator();
    addAll(*menu, {Command::Export});
    menu->addSeparator();
    addAll(*menu, {Command::Settings});
    menu->addSeparator();
    addAll(*menu, {Command::Quit});
}

void WindowMenus::makeEditMenu()
{
    QMenu* menu = makeMenu(tr("&Edit"), u"editMenu"_s);
    addAll(*menu, {Command::Copy, Command::CopyWithHeader, Command::CopyCell, Command::CopyId});
    menu->addSeparator();
    addAll(*menu, {Command::Find});
}

void WindowMenus::makeViewMenu()
{
    QMenu* menu = makeMenu(tr("&View"), u"viewMenu"_s);
    addAll(*menu, {Command::Refresh, Command::RefreshSelected, Command::CancelRefresh});
    menu->addSeparator();
    m_tabs = menu->addMenu(tr("&Tabs"));
    m_columns = menu->addMenu(tr("C&olumns"));
    m_columns->setObjectName(u"columnsMenu"_s);
    QMenu* look = menu->addMenu(tr("T&heme"));
    m_schemes = new QActionGroup(this);
    const std::pair<Theme::Scheme, QString> choices[] = {{Theme::Scheme::System, tr("As the &system")},
                                                         {Theme::Scheme::Light, tr("&Light")},
                                                         {Theme::Scheme::Dark, tr("&Dark")}};
    for (const auto& [scheme, text] : choices) {
        QAction* action = look->addAction(text);
        action->setObjectName(u"theme-"_s + Theme::name(scheme));
        action->setCheckable(true);
        action->setData(static_cast<int>(scheme));
        m_schemes->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, chosen = scheme] { Q_EMIT schemeRequested(chosen); });
    }
    menu->addSeparator();
    addAll(*menu, {Command::ExpandAll, Command::CollapseAll, Command::ShowDetails, Command::ResetLayout});
}

void WindowMenus::makeHelpMenu()
{
    QMenu* menu = makeMenu(tr("&Help"), u"helpMenu"_s);
    addAll(*menu, {Command::SupportBundle, Command::About});
}

void WindowMenus::makeToolBar(SearchBox* search)
{
    QToolBar* bar = m_window.addToolBar(tr("Main tool bar"));
    bar->setObjectName(u"mainToolBar"_s);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setMovable(false);
    bar->toggleViewAction()->setEnabled(false);
    bar->toggleViewAction()->setVisible(false);
    for (const Command command :
         {Command::AddServer, Command::RemoveServer, Command::Refresh, Command::Export})
        bar->addAction(m_actions[command]);
    auto* spacer = new QWidget(bar);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(spacer);
    bar->addWidget(search);
}

void WindowMenus::addTab(const QString& title, int index)
{
    QAction* action = m_tabs->addAction(title);
    constexpr int keys = 9;
    if (index < keys)
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index)));
    connect(action, &QAction::triggered, this, [this, index] { Q_EMIT tabRequested(index); });
}

void WindowMenus::showScheme(Theme::Scheme scheme)
{
    for (QAction* action : m_schemes->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(scheme));
}

void WindowMenus::addServerCommands(QMenu& menu) const
{
    menu.setToolTipsVisible(true);
    menu.addSeparator();
    addAll(menu, {Command::RefreshSelected, Command::EditServer, Command::SignIn, Command::ForgetPassword,
                  Command::Certificate, Command::TestServer, Command::RemoveServer});
}

} // namespace hvgpu::ui
