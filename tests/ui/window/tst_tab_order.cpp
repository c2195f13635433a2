// The keyboard's way through the window and through every dialog: all of it, in reading order, and back.
#include "tests/ui/window/ChangeWindow.h"
#include "tests/ui/window/DialogTour.h"
#include "tests/ui/window/TabOrder.h"
#include "ui/models/IconSource.h"
#include "ui/theme/Icons.h"
#include "ui/views/FleetTreeView.h"
#include "ui/window/SearchBox.h"

#include <QAbstractButton>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTabBar>
#include <QToolBar>

using namespace hvgpu;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

namespace {

/// At most one button is what Return presses, and it can be seen; on every page but those where work is under
/// way there is one.
QStringList defaultFaults(const QDialog& dialog)
{
    QStringList defaults;
    for (const QPushButton* button : dialog.findChildren<QPushButton*>())
        if (button->isDefault() && button->isVisible() && button->window() == &dialog)
            defaults << describeWidget(*button);
    const auto* cancel = dialog.findChild<QPushButton*>(u"cancelWork"_s);
    const bool atWork = cancel != nullptr && cancel->isVisible();
    if (atWork ? defaults.isEmpty() : defaults.size() == 1)
        return {};
    return {u"default buttons: "_s + (defaults.isEmpty() ? u"none"_s : defaults.join(u", "_s))};
}

void collect(const QMenu& menu, QSet<const QAction*>& actions)
{
    for (const QAction* action : menu.actions()) {
        actions.insert(action);
        if (action->menu() != nullptr)
            collect(*action->menu(), actions);
    }
}

} // namespace

class TestTabOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ui::setIconSource([](const QString& name) { return ui::icon(name); });
    }

    void window_data()
    {
        QTest::addColumn<QString>("page");
        for (const char* page :
             {"gpus", "partitions", "pools", "vms", "prerequisites", "findings", "activity"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }

    void window()
    {
        QFETCH(const QString, page);
        ChangeWindow desk;
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        QVERIFY(!desk.run(desk.countPlan(u"hv01"_s, u"GPU2"_s, 8)).isEmpty()); // also shows the notice
        desk.window->showPage(page);
        QCOMPARE(desk.window->currentPage()->spec().id, page);
        if (page == u"prerequisites"_s) // worked out when it is looked at
            QTRY_VERIFY(desk.view(page)->model()->rowCount() > 0);
        for (ui::DataTreeView* view :
             {desk.view(page), static_cast<ui::DataTreeView*>(desk.window->fleetTree())}) {
            view->setFocus();
            QTest::keyClick(view, Qt::Key_Down); // something is selected, with details
        }
        QTRY_VERIFY(desk.window->findChild<QAbstractButton*>(u"detailsCopyAll"_s)->isEnabled());
        const QStringList faults = tabOrderFaults(*desk.window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));

        // What the user knows the parts of a page by is on the way.
        QStringList order;
        const QWidget* first = QApplication::focusWidget();
        do {
            order << describeWidget(*QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        } while (QApplication::focusWidget() != first && order.size() < 100);
        for (const QString& part :
             {describeWidget(*desk.window->searchBox()), describeWidget(*desk.window->fleetTree()),
              describeWidget(*desk.window->findChild<QTabBar*>()), describeWidget(*desk.view(page)),
              u"detailsCopyAll(QToolButton)"_s})
            QVERIFY2(order.contains(part), qPrintable(part + u" not in "_s + order.join(u", "_s)));
    }

    void tabsAreChangedByKeyboard()
    {
        ChangeWindow desk;
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        auto* tabs = desk.window->findChild<QTabBar*>();
        tabs->setFocus();
        QStringList seen;
        for (int i = 0; i < tabs->count(); ++i) {
            seen << desk.window->currentPage()->spec().id;
            QTest::keyClick(tabs, Qt::Key_Right);
        }
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), tabs->count());
    }

    /// Buttons of tool bars take no focus: whatever they do is in a menu, too.
    void everyButtonOfAToolBarIsInAMenu()
    {
        ChangeWindow desk;
        QSet<const QAction*> inMenus;
        for (const QAction* menu : desk.window->menuBar()->actions())
            if (menu->menu() != nullptr)
                collect(*menu->menu(), inMenus);
        QStringList missing;
        for (const QToolBar* bar : desk.window->findChildren<QToolBar*>())
            for (const QAction* action : bar->actions())
                if (!action->isSeparator() && !action->text().isEmpty() && !inMenus.contains(action))
                    missing << action->objectName();
        missing.removeDuplicates();
        QCOMPARE(missing.join(u", "_s), QString());
    }

    void dialogs_data()
    {
        QTest::addColumn<int>("tour");
        for (std::size_t i = 0; i < tours().size(); ++i)
            QTest::newRow(tours()[i].name) << static_cast<int>(i);
    }

    void dialogs()
    {
        QFETCH(const int, tour);
        QStringList faults;
        int places = 0;
        tours()[static_cast<std::size_t>(tour)].walk([&](QDialog& dialog, const QString& where) {
            ++places;
            const QStringList found = tabOrderFaults(dialog) + defaultFaults(dialog);
            for (const QString& fault : found)
                faults << where + u": "_s + fault;
        });
        QVERIFY(places > 0);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

QTEST_MAIN(TestTabOrder)
#include "tst_tab_order.moc"
