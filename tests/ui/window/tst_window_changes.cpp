#include "tests/ui/window/ChangeWindow.h"
#include "ui/change/AssignWizard.h"
#include "ui/change/PartitionCountDialog.h"
#include "ui/change/UnassignWizard.h"
#include "ui/models/IconSource.h"
#include "ui/theme/Icons.h"
#include "ui/views/FleetTreeView.h"
#include "ui/window/NotificationBar.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialog>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>

using namespace hvgpu;
using namespace Qt::StringLiterals;
using operations::ActivityState;
using test::ChangeWindow;
using test::pressOn;
using ui::Command;

namespace {

constexpr int theWrite = 2; // call of a count plan: after two reads

QString plain(const QAction* action)
{
    return action == nullptr ? u"(none)"_s : action->text().remove(u'&');
}

/// Opens the context menu with its key, reads it, and closes it.
QStringList contextMenu(ui::DataTreeView* view)
{
    QStringList entries;
    QTimer::singleShot(0, view, [&entries] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (menu == nullptr)
            return;
        for (const QAction* action : menu->actions()) {
            if (!action->isSeparator())
                entries.append(plain(action));
        }
        QTest::keyClick(menu, Qt::Key_Escape);
    });
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), view->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(view->viewport(), &event);
    return entries;
}

QString notice(const ChangeWindow& desk)
{
    return desk.window->findChild<ui::NotificationBar*>()->text();
}

} // namespace

class TestWindowChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ui::setIconSource([](const QString& name) { return ui::icon(name); });
    }

    void theDocumentsLabelsAreOnTheBar()
    {
        const ChangeWindow desk;
        const QToolBar* bar = desk.window->page(u"partitions"_s)->commandBar();
        QStringList texts;
        for (const QAction* action : bar->actions().mid(0, 3))
            texts.append(plain(action));
        QCOMPARE(texts, (QStringList{u"Configure partition count"_s, u"+ Assign partition"_s,
                                     u"- Unassign partition"_s}));
        const auto* menu = desk.window->findChild<QMenu*>(u"changeMenu"_s);
        QVERIFY(menu->menuAction()->isVisible());
        QStringList entries;
        for (const QAction* action : menu->actions())
            if (!action->isSeparator())
                entries.append(plain(action));
        QCOMPARE(entries.mid(0, 3), texts);
        QCOMPARE(
            entries.mid(3, 9),
            (QStringList{u"Assign GPU to VM (DDA)…"_s, u"Return GPU to host…"_s, u"Make ready for DDA…"_s,
                         u"Give back to host…"_s, u"Bring everything back…"_s, u"MMIO space…"_s,
                         u"Create GPU pool"_s, u"Assign VM to GPU pool"_s, u"Unassign VM"_s}));
        QCOMPARE(entries.mid(12), (QStringList{u"Cancel change"_s, u"Answer…"_s, u"Retry failed…"_s,
                                               u"Put back…"_s, u"Resume…"_s, u"Dismiss…"_s, u"Fix…"_s}));
    }

    void theSettingsDoNotDoubleTheCommands()
    {
        ChangeWindow desk;
        for (int i = 0; i < 2; ++i) {
            desk.action(Command::Settings)->trigger();
            QDialog* settings = desk.dialog(u"settingsDialog"_s);
            QVERIFY(settings != nullptr);
            QTest::keyClick(settings, Qt::Key_Return);
            QTRY_VERIFY(desk.window->findChild<QDialog*>(u"settingsDialog"_s) == nullptr);
        }
        QVERIFY(!desk.run(desk.countPlan(u"hv01"_s, u"GPU2"_s, 8)).isEmpty());
        QTRY_VERIFY(desk.find(u"activity"_s, u"Partition count"_s).isValid());
        QVERIFY(desk.choose(u"activity"_s, u"Partition count"_s));
        QTRY_VERIFY(desk.action(Command::PutBack)->isEnabled());
        desk.action(Command::PutBack)->trigger();
        QCOMPARE(desk.window->findChildren<QMessageBox*>(u"putBackQuestion"_s).size(), 1);
    }

    void theContextMenuKeyOffersTheChanges()
    {
        const ChangeWindow desk;
        QVERIFY(desk.choose(u"partitions"_s, u"NVIDIA A2"_s));
        const QStringList entries = contextMenu(desk.view(u"partitions"_s));
        for (const QString& wanted :
             {u"Configure partition count"_s, u"+ Assign partition"_s, u"- Unassign partition"_s, u"Copy"_s})
            QVERIFY2(entries.contains(wanted), qUtf8Printable(entries.join(u", "_s)));
        QVERIFY(desk.choose(u"vms"_s, u"vm IDLE"_s));
        QVERIFY(contextMenu(desk.view(u"vms"_s)).contains(u"+ Assign partition"_s));
        QVERIFY(!contextMenu(desk.view(u"vms"_s)).contains(u"Configure partition count"_s));
    }

    void shortcutsOpenTheDialogsOnTheSelection()
    {
        const ChangeWindow desk;
        QVERIFY(desk.choose(u"partitions"_s, u"NVIDIA A2"_s));
        QTest::keyClick(desk.view(u"partitions"_s), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto* count = desk.window->findChild<ui::PartitionCountDialog*>();
        QVERIFY(count != nullptr && count->isVisible());
        QCOMPARE(count->windowTitle(), u"Configure partition count on GPUs"_s);
        QTest::keyClick(count, Qt::Key_Escape);
        QVERIFY(desk.choose(u"vms"_s, u"vm IDLE"_s));
        QTest::keyClick(desk.view(u"vms"_s), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        auto* assign = desk.window->findChild<ui::AssignWizard*>();
        QVERIFY(assign != nullptr && assign->isVisible());
        QTest::keyClick(assign, Qt::Key_Escape);
        QVERIFY(desk.choose(u"vms"_s, u"vm BUSY"_s));
        QTest::keyClick(desk.view(u"vms"_s), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
        auto* unassign = desk.window->findChild<ui::UnassignWizard*>();
        QVERIFY(unassign != nullptr && unassign->isVisible());
    }

    void disabledCommandsSayWhy()
    {
        const ChangeWindow desk;
        QVERIFY(desk.choose(u"vms"_s, u"vm BUSY"_s));
        QTRY_VERIFY(!desk.action(Command::Assign)->isEnabled());
        QVERIFY(desk.action(Command::Assign)->toolTip().contains(u"vm BUSY already has a GPU partition"_s));
        QVERIFY(desk.action(Command::Unassign)->isEnabled());
        QVERIFY(desk.choose(u"vms"_s, u"vm IDLE"_s));
        QTRY_VERIFY(desk.action(Command::Assign)->isEnabled());
        QVERIFY(!desk.action(Command::Unassign)->isEnabled());
        QVERIFY(desk.action(Command::Unassign)->toolTip().contains(u"has no GPU partition"_s));
        for (const Command command : {Command::CancelActivity, Command::RetryFailed, Command::PutBack,
                                      Command::Resume, Command::Dismiss}) {
            QVERIFY(!desk.action(command)->isEnabled());
            QVERIFY(desk.action(command)->toolTip().contains(u"Select one change"_s));
        }
    }

    void aDeniedServerIsReadOnlyByItself()
    {
        ChangeWindow desk;
        desk.bench.activities.faults = {{theWrite, test::Trouble::AccessDenied}};
        QVERIFY(!desk.run(desk.countPlan(u"hv02"_s, u"GPU3"_s, 8)).isEmpty());
        QVERIFY(!desk.bench.activities.activities->mayWrite(model::HostId(u"hv02"_s)));
        QVERIFY(desk.choose(u"partitions"_s, u"hv02"_s));
        QTRY_VERIFY(!desk.action(Command::ConfigureCount)->isEnabled());
        QVERIFY2(
            desk.action(Command::ConfigureCount)->toolTip().contains(u"hv02 is read-only for this account"_s),
            qUtf8Printable(desk.action(Command::ConfigureCount)->toolTip()));
        QVERIFY(desk.choose(u"partitions"_s, u"hv01"_s));
        QTRY_VERIFY(desk.action(Command::ConfigureCount)->isEnabled());
        desk.action(Command::Refresh)->trigger(); // the account may have been given rights
        QVERIFY(desk.choose(u"partitions"_s, u"hv02"_s));
        QTRY_VERIFY(desk.action(Command::ConfigureCount)->isEnabled());
    }

    void successIsToldAndHostsAreReadAgain()
    {
        ChangeWindow desk;
        const QString id = desk.run(desk.countPlan(u"hv01"_s, u"GPU2"_s, 8));
        QTRY_VERIFY2(notice(desk).contains(u"was successfully set to 8"_s), qUtf8Printable(notice(desk)));
        QTRY_VERIFY(desk.bench.fleet.calls.contains(u"refresh hv01"_s));
        QVERIFY(desk.desktop.isEmpty()); // the window is in front
        auto* details = desk.window->findChild<QPushButton*>(u"notificationDetails"_s);
        pressOn(details, Qt::Key_Space);
        QCOMPARE(desk.window->currentPage()->spec().id, u"activity"_s);
        QCOMPARE(desk.view(u"activity"_s)->currentSource().data(ui::ActivityIdRole).toString(), id);
        QVERIFY(desk.view(u"activity"_s)->isExpanded(desk.view(u"activity"_s)->currentIndex()));
        pressOn(desk.window->findChild<QToolButton*>(u"notificationClose"_s), Qt::Key_Space);
        QVERIFY(notice(desk).isEmpty());
    }

    void failureIsToldWithItsResult()
    {
        ChangeWindow desk;
        desk.bench.activities.faults = {{theWrite, test::Trouble::RefusedBefore}};
        QVERIFY(!desk.run(desk.countPlan(u"hv01"_s, u"GPU2"_s, 8)).isEmpty());
        QTRY_VERIFY2(notice(desk).contains(u"0 of 1 succeeded"_s), qUtf8Printable(notice(desk)));
        QVERIFY(desk.window->findChild<QPushButton*>(u"notificationDetails"_s)->isVisible());
    }

    void longWorkBehindOtherWindowsIsToldOnTheDesktop()
    {
        for (const bool wanted : {true, false}) {
            ChangeWindow desk;
            desk.settings.setNotifyWhenDone(wanted);
            const model::HostId host(u"hv01"_s);
            desk.bench.activities.door.close(host);
            const operations::Plan plan = desk.countPlan(u"hv01"_s, u"GPU2"_s, 8);
            QVERIFY(desk.bench.activities.activities->start(plan).has_value());
            QTRY_COMPARE(desk.bench.activities.door.waiting(), 1);
            desk.bench.activities.clock.advance(std::chrono::minutes(1));
            desk.window->showMinimized();
            desk.bench.activities.door.open(host);
            QVERIFY(desk.bench.activities.waitEnded(plan.id));
            QTRY_VERIFY(!notice(desk).isEmpty());
            QCOMPARE(desk.desktop.size(), wanted ? 1 : 0);
        }
    }

    void theActivityTabShowsCancelsAndPutsBack()
    {
        ChangeWindow desk;
        const QString id = desk.run(desk.countPlan(u"hv01"_s, u"GPU2"_s, 8));
        QTRY_VERIFY(desk.find(u"activity"_s, u"Partition count"_s).isValid());
        QVERIFY(desk.choose(u"activity"_s, u"Partition count"_s));
        QTRY_VERIFY(desk.action(Command::PutBack)->isEnabled());
        QVERIFY(!desk.action(Command::CancelActivity)->isEnabled());
        QVERIFY(contextMenu(desk.view(u"activity"_s)).contains(u"Put back…"_s));
        QVERIFY(!contextMenu(desk.view(u"activity"_s)).contains(u"Sign in…"_s));
        desk.action(Command::PutBack)->trigger();
        auto* question = desk.window->findChild<QMessageBox*>(u"putBackQuestion"_s);
        QVERIFY(question != nullptr);
        pressOn(question->findChild<QPushButton*>(u"putBack"_s), Qt::Key_Space);
        QVERIFY(desk.bench.activities.waitEnded(id, 2));
        QCOMPARE(desk.bench.countOf(u"hv01"_s, u"GPU2"_s), 4);
        QTRY_VERIFY2(notice(desk).contains(u"was put back"_s), qUtf8Printable(notice(desk)));
    }

    void theActivityFiltersWorkByKeyboard()
    {
        ChangeWindow desk;
        QVERIFY(!desk.run(desk.countPlan(u"hv01"_s, u"GPU2"_s, 8)).isEmpty());
        QVERIFY(!desk.run(desk.countPlan(u"hv02"_s, u"GPU3"_s, 8)).isEmpty());
        desk.window->showPage(u"activity"_s);
        const QAbstractItemModel& rows = *desk.view(u"activity"_s)->model();
        QTRY_COMPARE(rows.rowCount(), 2);
        auto* server = desk.window->findChild<QComboBox*>(u"filterServer"_s);
        pressOn(server, Qt::Key_Down);
        QCOMPARE(server->currentText(), u"hv01"_s);
        QTRY_COMPARE(rows.rowCount(), 1);
        server->setCurrentIndex(0);
        auto* result = desk.window->findChild<QComboBox*>(u"filterResult"_s);
        pressOn(result, Qt::Key_Down);
        QTRY_COMPARE(rows.rowCount(), 0);
        QTRY_VERIFY(desk.view(u"activity"_s)->overlay()->text().contains(u"No change matches"_s));
    }

    void aSlowGuestIsAskedAboutWithoutItsDialog()
    {
        ChangeWindow desk;
        desk.bench.world(u"hv01"_s).shutdownTakes = std::chrono::hours(1);
        const operations::Plan plan = desk.unassignPlan();
        QVERIFY(desk.bench.activities.activities->start(plan).has_value());
        QDialog* dialog = desk.dialog(u"activityDialog"_s);
        QVERIFY(dialog != nullptr);
        auto* turnOff = dialog->findChild<QPushButton*>(u"answerTurnOff"_s);
        QTRY_VERIFY(turnOff != nullptr && turnOff->isVisible());
        dialog->close();
        QTRY_VERIFY(desk.choose(u"activity"_s, u"Unassign"_s));
        QTRY_VERIFY(desk.action(Command::AnswerShutdown)->isVisible());
        QTRY_VERIFY(desk.action(Command::AnswerShutdown)->isEnabled());
        desk.action(Command::AnswerShutdown)->trigger();
        dialog = desk.dialog(u"activityDialog"_s);
        QVERIFY(dialog != nullptr);
        turnOff = dialog->findChild<QPushButton*>(u"answerTurnOff"_s);
        QTRY_VERIFY(turnOff->isVisible());
        pressOn(turnOff, Qt::Key_Space);
        QVERIFY(desk.bench.activities.waitEnded(plan.id));
        QTRY_VERIFY2(notice(desk).contains(u"successfully unassigned"_s), qUtf8Printable(notice(desk)));
        QTRY_VERIFY(!desk.action(Command::AnswerShutdown)->isVisible());
    }

    void theActivityTabExportsItsReport()
    {
        ChangeWindow desk;
        QVERIFY(!desk.run(desk.countPlan(u"hv01"_s, u"GPU2"_s, 8)).isEmpty());
        desk.window->showPage(u"activity"_s);
        QTRY_COMPARE(desk.window->page(u"activity"_s)->spec().report().rows.size(), std::size_t{1});
        QTest::keyClick(desk.view(u"activity"_s), Qt::Key_E, Qt::ControlModifier);
        QDialog* dialog = desk.dialog(u"exportDialog"_s);
        QVERIFY(dialog != nullptr);
        QVERIFY(dialog->findChild<QAbstractButton*>(u"shown"_s)->text().contains(u"Activity"_s));
    }

    void theWindowDoesNotCloseOverWork()
    {
        ChangeWindow desk;
        const model::HostId host(u"hv01"_s);
        desk.bench.activities.door.close(host);
        const operations::Plan plan = desk.countPlan(u"hv01"_s, u"GPU2"_s, 8);
        QVERIFY(desk.bench.activities.activities->start(plan).has_value());
        QVERIFY(!desk.window->close());
        QDialog* question = desk.dialog(u"closeQuestion"_s);
        QVERIFY(question != nullptr);
        test::shoot(*question, u"close-question"_s);
        pressOn(question->findChild<QPushButton*>(u"stayOpen"_s), Qt::Key_Space);
        QVERIFY(desk.window->isVisible());
        QVERIFY(!desk.window->close());
        question = desk.dialog(u"closeQuestion"_s);
        QVERIFY(question != nullptr);
        pressOn(question->findChild<QPushButton*>(u"finishThenClose"_s), Qt::Key_Space);
        QVERIFY(desk.window->isVisible());
        desk.bench.activities.door.open(host);
        QTRY_VERIFY(!desk.window->isVisible());
        QCOMPARE(desk.bench.countOf(u"hv01"_s, u"GPU2"_s), 8);
    }

    void closingCanStopAndPutBack()
    {
        ChangeWindow desk;
        const model::HostId host(u"hv01"_s);
        desk.bench.activities.door.close(host);
        const operations::Plan plan = desk.countPlan(u"hv01"_s, u"GPU2"_s, 8);
        QVERIFY(desk.bench.activities.activities->start(plan).has_value());
        QVERIFY(!desk.window->close());
        QDialog* question = desk.dialog(u"closeQuestion"_s);
        pressOn(question->findChild<QPushButton*>(u"stopThenClose"_s), Qt::Key_Space);
        desk.bench.activities.door.open(host);
        QTRY_VERIFY(!desk.window->isVisible());
        QCOMPARE(desk.bench.countOf(u"hv01"_s, u"GPU2"_s), 4);
    }

    void readOnlyHasNoActionThatWrites_data()
    {
        QTest::addColumn<bool>("byCommandLine");
        QTest::newRow("--read-only") << true;
        QTest::newRow("setting") << false;
    }

    void readOnlyHasNoActionThatWrites()
    {
        QFETCH(bool, byCommandLine);
        ChangeWindow desk(byCommandLine);
        if (!byCommandLine) {
            desk.action(Command::Settings)->trigger();
            QDialog* settings = desk.dialog(u"settingsDialog"_s);
            QVERIFY(settings != nullptr);
            pressOn(settings->findChild<QWidget*>(u"readOnly"_s), Qt::Key_Space);
            QTest::keyClick(settings, Qt::Key_Return);
        }
        QStringList names;
        for (const QAction* action : desk.window->findChildren<QAction*>())
            names.append(action->objectName());
        for (const char* writing :
             {"configureCount", "assign", "unassign", "retryFailed", "putBack", "resume"})
            QVERIFY2(!names.contains(QLatin1String(writing)), writing);
        QVERIFY(!desk.window->findChild<QMenu*>(u"changeMenu"_s)->menuAction()->isVisible());
        QVERIFY(desk.choose(u"partitions"_s, u"NVIDIA A2"_s));
        const QStringList entries = contextMenu(desk.view(u"partitions"_s));
        QVERIFY(!entries.isEmpty());
        QVERIFY(entries.filter(u"artition"_s).isEmpty());
        for (const Qt::Key key : {Qt::Key_P, Qt::Key_A, Qt::Key_U})
            QTest::keyClick(desk.view(u"partitions"_s), key, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(desk.window->findChild<ui::ChangeWizard*>() == nullptr);
        QVERIFY(desk.window->findChild<QLabel*>(u"statusReadOnly"_s)->isVisible());
        QVERIFY(desk.window->windowTitle().contains(u"read-only"_s));
        const auto refused = desk.bench.activities.activities->start(desk.countPlan(u"hv01"_s, u"GPU2"_s, 8));
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, base::ErrorCode::ReadOnly);
        if (!byCommandLine) {
            desk.settings.setReadOnly(false);
            desk.action(Command::Settings)->trigger();
            QTest::keyClick(desk.dialog(u"settingsDialog"_s), Qt::Key_Return);
            QVERIFY(desk.action(Command::ConfigureCount) != nullptr);
            QCOMPARE(plain(desk.window->page(u"partitions"_s)->commandBar()->actions().constFirst()),
                     u"Configure partition count"_s);
        }
    }

    void interruptedChangesInReadOnlyModeCannotBeTakenUp()
    {
        ChangeWindow desk;
        desk.interrupt(true);
        auto* reminder = desk.window->findChild<QToolButton*>(u"statusInterrupted"_s);
        QTRY_VERIFY(reminder->isVisible());
        QVERIFY(desk.window->findChild<QDialog*>(u"interruptedDialog"_s) == nullptr);
        pressOn(reminder, Qt::Key_Space);
        QDialog* dialog = desk.dialog(u"interruptedDialog"_s);
        QVERIFY(dialog != nullptr);
        QVERIFY(dialog->findChild<QPushButton*>(u"interruptedResume"_s) == nullptr);
        QVERIFY(dialog->findChild<QPushButton*>(u"interruptedPutBack"_s) == nullptr);
    }

    void tabGoesThroughTheWindowOnce()
    {
        const ChangeWindow desk;
        desk.window->showPage(u"activity"_s);
        desk.window->fleetTree()->setFocus();
        QStringList order;
        const QWidget* first = QApplication::focusWidget();
        for (int presses = 0; presses < 60; ++presses) {
            const QWidget* now = QApplication::focusWidget();
            QVERIFY(now != nullptr && now->isVisible() && now->isEnabled());
            order.append(now->objectName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            if (QApplication::focusWidget() == first)
                break;
        }
        QCOMPARE(QApplication::focusWidget(), first); // all the way round
        QCOMPARE(QSet<QString>(order.begin(), order.end()).size(), order.size());
        const auto place = [&order](const QString& name) { return order.indexOf(name); };
        for (const QString& name :
             {u"filterPeriod"_s, u"filterServer"_s, u"filterResult"_s, u"view-activity"_s})
            QVERIFY2(place(name) >= 0, qUtf8Printable(name + u" not in "_s + order.join(u", "_s)));
        QVERIFY(place(u"filterPeriod"_s) < place(u"filterServer"_s));
        QVERIFY(place(u"filterServer"_s) < place(u"filterResult"_s));
        QVERIFY(place(u"filterResult"_s) < place(u"view-activity"_s));
    }
};

QTEST_MAIN(TestWindowChanges)
#include "tst_window_changes.moc"
