// What the user decides about changes that did not come to their end, by keyboard: from the dialog at the
// start, from the status bar and from the Activity tab; and what that does to the hosts.
#include "tests/ui/change/WizardKeys.h"
#include "tests/ui/window/ChangeWindow.h"
#include "ui/change/ChangeWizard.h"
#include "ui/models/IconSource.h"
#include "ui/theme/Icons.h"
#include "ui/window/NotificationBar.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

using namespace hvgpu;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;
using operations::ActivityState;
using operations::Outcome;

namespace {

constexpr int patience = 20'000;
const QString interruptedId = u"11111111-0000-0000-0000-000000000001"_s;

const FakeWorld::Vm& busy(ChangeWindow& desk)
{
    return desk.bench.world(u"hv01"_s).vms.at(model::VmId(u"BUSY"_s));
}

/// The dialog about the interrupted change, with the keyboard in it.
QDialog* question(const ChangeWindow& desk)
{
    QDialog* dialog = desk.dialog(u"interruptedDialog"_s);
    return dialog != nullptr && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
}

/// Every cell of the rows below @p parent, one line each.
QString cells(const QAbstractItemModel& model, const QModelIndex& parent)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column)
            text += model.index(row, column, parent).data().toString() + u' ';
        text += u'\n' + cells(model, model.index(row, 0, parent));
    }
    return text;
}

/// Opens the context menu with its key and walks down to the command; false when it is not offered.
bool chooseFromMenu(ui::DataTreeView* view, const QString& command)
{
    bool chosen = false;
    QTimer::singleShot(0, view, [&] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (menu == nullptr)
            return;
        const auto isThere = [&] {
            return menu->activeAction() != nullptr && menu->activeAction()->text().remove(u'&') == command;
        };
        for (qsizetype i = 0; i < menu->actions().size() && !isThere(); ++i)
            QTest::keyClick(menu, Qt::Key_Down);
        chosen = isThere();
        QTest::keyClick(menu, chosen ? Qt::Key_Return : Qt::Key_Escape);
    });
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), view->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(view->viewport(), &event);
    return chosen;
}

/// Two servers get another partition count; on hv02 somebody else was faster.
QString partlyDone(ChangeWindow& desk)
{
    desk.bench.world(u"hv02"_s).gpus.at(u"\\\\?\\PCI#GPU3"_s).count = 2;
    operations::Plan plan = desk.countPlan(u"hv01"_s, u"GPU2"_s, 8);
    const operations::Plan more = desk.countPlan(u"hv02"_s, u"GPU3"_s, 8);
    plan.targets.push_back(more.targets.front());
    std::get<operations::SetCountRequest>(plan.request)
        .gpus.push_back({model::HostId(u"hv02"_s), model::GpuId(u"GPU3"_s)});
    return desk.run(plan);
}

void showFresh(ChangeWindow& desk)
{
    FleetOf fleet;
    fleet.host(u"hv01"_s).gpu(u"GPU2"_s, 8);
    fleet.host(u"hv02"_s).gpu(u"GPU3"_s, 2);
    desk.bench.show(fleet, listHosts);
}

} // namespace

class TestWindowDecisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ui::setIconSource([](const QString& name) { return ui::icon(name); });
    }

    void theDialogTellsWhatIsDoneAndWhatIsNot()
    {
        ChangeWindow desk;
        desk.interrupt();
        QDialog* dialog = question(desk);
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->windowTitle(), u"Interrupted change"_s);
        QVERIFY(textOf<QLabel>(*dialog, "interruptedSummary").contains(u"did not come to its end"_s));
        QVERIFY(textOf<QLabel>(*dialog, "interruptedSummary").contains(u"1 stopped halfway"_s));
        QVERIFY(textOf<QLabel>(*dialog, "interruptedOff").contains(u"may be turned off: vm BUSY"_s));
        const auto* tree = dialog->findChild<QTreeView*>(u"interruptedTargets"_s);
        QVERIFY(tree->hasFocus()); // and no button, so that no key pressed for another window decides
        const QString told = cells(*tree->model(), tree->rootIndex());
        QVERIFY2(told.contains(u"vm BUSY"_s) && told.contains(u"Done"_s), qPrintable(told));
        shoot(*dialog, u"interrupted"_s);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(desk.bench.activities.state(interruptedId), ActivityState::Interrupted);
        QCOMPARE(desk.bench.activities.door.passed(), 0);
    }

    void resumeGoesOnToTheEnd()
    {
        ChangeWindow desk;
        desk.interrupt();
        QDialog* dialog = question(desk);
        QVERIFY(dialog != nullptr);
        QVERIFY(tabTo(*dialog, u"interruptedResume"_s));
        QCOMPARE(textOf<QPushButton>(*dialog, "interruptedResume"), u"Resume"_s);
        press(*dialog, Qt::Key_Space);
        QVERIFY(desk.bench.activities.waitEnded(interruptedId));
        QCOMPARE(busy(desk).power, model::PowerState::Running);
        QVERIFY(busy(desk).adapters.empty());
        QCOMPARE(desk.bench.activities.outcome(interruptedId), Outcome::Succeeded);
        const auto* bar = desk.window->findChild<ui::NotificationBar*>();
        QTRY_VERIFY2(bar->text().contains(u"successfully unassigned"_s), qPrintable(bar->text()));
        QTRY_VERIFY(!desk.window->findChild<QToolButton*>(u"statusInterrupted"_s)->isVisible());
    }

    void putBackBringsEverythingBack()
    {
        ChangeWindow desk;
        desk.interrupt();
        QDialog* dialog = question(desk);
        QVERIFY(dialog != nullptr);
        QTest::keyClick(dialog, Qt::Key_P, Qt::AltModifier);
        QVERIFY(desk.bench.activities.waitEnded(interruptedId));
        QCOMPARE(busy(desk).power, model::PowerState::Running);
        QCOMPARE(busy(desk).adapters.size(), std::size_t{1});
        QCOMPARE(desk.bench.activities.outcome(interruptedId), Outcome::PutBack);
        QTRY_VERIFY(!desk.window->findChild<QToolButton*>(u"statusInterrupted"_s)->isVisible());
    }

    void dismissLeavesEverythingAndDoesNotAskAgain()
    {
        ChangeWindow desk;
        desk.interrupt();
        QDialog* dialog = question(desk);
        QVERIFY(dialog != nullptr);
        QVERIFY(tabTo(*dialog, u"interruptedDismiss"_s));
        press(*dialog, Qt::Key_Space);
        QTRY_COMPARE(desk.bench.activities.state(interruptedId), ActivityState::Dismissed);
        QTRY_VERIFY(!desk.window->findChild<QToolButton*>(u"statusInterrupted"_s)->isVisible());
        QCOMPARE(busy(desk).power, model::PowerState::Off);
        QCOMPARE(busy(desk).adapters.size(), std::size_t{1});
        QCOMPARE(desk.bench.activities.door.passed(), 0);
        QVERIFY(desk.choose(u"activity"_s, u"Unassign"_s));
        // At the next start nobody asks.
        desk.window.reset();
        desk.bench.activities.restart();
        desk.open();
        desk.bench.activities.activities->load();
        QTRY_COMPARE(desk.bench.activities.loaded, 3);
        QVERIFY(desk.window->findChild<QDialog*>(u"interruptedDialog"_s) == nullptr);
        QVERIFY(!desk.window->findChild<QToolButton*>(u"statusInterrupted"_s)->isVisible());
    }

    void theReminderIsReachedByTab()
    {
        ChangeWindow desk;
        desk.interrupt();
        QDialog* dialog = question(desk);
        QVERIFY(dialog != nullptr);
        QVERIFY(tabTo(*dialog, u"interruptedLater"_s));
        press(*dialog, Qt::Key_Space);
        desk.window->activateWindow(); // the platform of the tests does not do so by itself
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        const auto* reminder = desk.window->findChild<QToolButton*>(u"statusInterrupted"_s);
        QTRY_VERIFY(reminder->isVisible());
        QVERIFY(reminder->text().startsWith(u"1 interrupted change"_s));
        for (int tabs = 0; tabs < 60 && !reminder->hasFocus(); ++tabs)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(reminder->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        dialog = question(desk);
        QVERIFY(dialog != nullptr);
        QVERIFY(tabTo(*dialog, u"interruptedResume"_s));
        press(*dialog, Qt::Key_Space);
        QVERIFY(desk.bench.activities.waitEnded(interruptedId));
        QCOMPARE(desk.bench.activities.outcome(interruptedId), Outcome::Succeeded);
    }

    void theActivityTabAsksTheSameWithTheDecisionPrepared_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("button");
        QTest::newRow("resume") << u"Resume…"_s << u"interruptedResume"_s;
        QTest::newRow("put back") << u"Put back…"_s << u"interruptedPutBack"_s;
        QTest::newRow("dismiss") << u"Dismiss…"_s << u"interruptedDismiss"_s;
    }

    void theActivityTabAsksTheSameWithTheDecisionPrepared()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, button);
        ChangeWindow desk;
        desk.interrupt();
        QDialog* dialog = question(desk);
        QVERIFY(dialog != nullptr);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(desk.window->findChild<QDialog*>(u"interruptedDialog"_s) == nullptr);
        desk.window->activateWindow(); // the platform of the tests does not do so by itself
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        QVERIFY(desk.choose(u"activity"_s, u"Unassign"_s));
        QVERIFY(chooseFromMenu(desk.view(u"activity"_s), command));
        dialog = question(desk);
        QVERIFY(dialog != nullptr);
        QVERIFY(dialog->findChild<QPushButton*>(button)->isDefault());
        press(*dialog, Qt::Key_Return); // in the list, so that the default button is meant
        const bool dismissed = command.startsWith(u"Dismiss"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.bench.activities.state(interruptedId),
                                  dismissed ? ActivityState::Dismissed : ActivityState::Ended, patience);
        QCOMPARE(busy(desk).power, dismissed ? model::PowerState::Off : model::PowerState::Running);
        QCOMPARE(busy(desk).adapters.size(), command.startsWith(u"Resume"_s) ? 0U : 1U);
    }

    void anotherProgramAtTheSameChangeIsTold()
    {
        ChangeWindow desk;
        desk.interrupt();
        QDialog* dialog = question(desk);
        QVERIFY(dialog != nullptr);
        const auto other = operations::Journal::reopen(desk.bench.activities.journal(interruptedId),
                                                       desk.bench.activities.clock);
        QVERIFY(other.has_value());
        QTest::keyClick(dialog, Qt::Key_R, Qt::AltModifier);
        const auto* bar = desk.window->findChild<ui::NotificationBar*>();
        QTRY_VERIFY(!bar->text().isEmpty());
        QTRY_COMPARE(desk.bench.activities.state(interruptedId), ActivityState::Interrupted);
        QTRY_VERIFY(desk.window->findChild<QToolButton*>(u"statusInterrupted"_s)->isVisible());
        QCOMPARE(desk.bench.activities.door.passed(), 0);
    }

    void theRestIsFinishedFromTheActivityTab()
    {
        ChangeWindow desk;
        const QString id = partlyDone(desk);
        QVERIFY(!id.isEmpty());
        const auto* bar = desk.window->findChild<ui::NotificationBar*>();
        QTRY_VERIFY2(bar->text().contains(u"1 of 2"_s), qPrintable(bar->text()));
        pressOn(desk.window->findChild<QPushButton*>(u"notificationDetails"_s), Qt::Key_Space);
        QVERIFY(chooseFromMenu(desk.view(u"activity"_s), u"Retry failed…"_s));
        QDialog* review = desk.dialog(u"reviewWizard"_s);
        QVERIFY(review != nullptr && QTest::qWaitForWindowActive(review));
        QCOMPARE(review->windowTitle(), u"Try again what failed"_s);
        QCOMPARE(review->findChild<QTreeView*>(u"planTable"_s)->model()->rowCount(), 1);
        showFresh(desk);
        press(*review, Qt::Key_Return);
        const QString again = qobject_cast<ui::ChangeWizard*>(review)->activityId();
        QVERIFY(desk.bench.activities.waitEnded(again));
        QCOMPARE(desk.bench.countOf(u"hv02"_s, u"GPU3"_s), 8);
        QCOMPARE(desk.bench.countOf(u"hv01"_s, u"GPU2"_s), 8);
        QTRY_VERIFY(review->findChild<QPushButton*>(u"close"_s)->isDefault());
        press(*review, Qt::Key_Return);
        QTRY_VERIFY(desk.window->findChild<QDialog*>(u"reviewWizard"_s) == nullptr);
    }

    void theDoneOnesArePutBackFromTheActivityTab()
    {
        ChangeWindow desk;
        const QString id = partlyDone(desk);
        QVERIFY(!id.isEmpty());
        QCOMPARE(desk.bench.countOf(u"hv01"_s, u"GPU2"_s), 8);
        QTRY_VERIFY(desk.find(u"activity"_s, u"Partition count"_s).isValid());
        QVERIFY(desk.choose(u"activity"_s, u"Partition count"_s));
        QVERIFY(chooseFromMenu(desk.view(u"activity"_s), u"Put back…"_s));
        QPointer<QMessageBox> box;
        QTRY_VERIFY((box = desk.window->findChild<QMessageBox*>(u"putBackQuestion"_s)) != nullptr);
        QVERIFY(QTest::qWaitForWindowActive(box));
        QTest::keyClick(box, Qt::Key_Return); // the default does nothing
        QTRY_VERIFY(box == nullptr);
        QVERIFY(!desk.bench.activities.activities->isBusy());
        QVERIFY(chooseFromMenu(desk.view(u"activity"_s), u"Put back…"_s));
        QTRY_VERIFY((box = desk.window->findChild<QMessageBox*>(u"putBackQuestion"_s)) != nullptr);
        QVERIFY(QTest::qWaitForWindowActive(box));
        QTest::keyClick(box, Qt::Key_P, Qt::AltModifier);
        QVERIFY(desk.bench.activities.waitEnded(id, 2));
        QCOMPARE(desk.bench.countOf(u"hv01"_s, u"GPU2"_s), 4);
        QCOMPARE(desk.bench.countOf(u"hv02"_s, u"GPU3"_s), 2); // not ours
    }
};

QTEST_MAIN(TestWindowDecisions)
#include "tst_window_decisions.moc"
