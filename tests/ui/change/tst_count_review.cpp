#include "tests/ui/change/CountDriver.h"
#include "ui/change/PlanView.h"
#include "ui/change/ProgressView.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTreeView>

using namespace hvgpu;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

/// From the choice to the review, the work and its result: what every dialog that changes something does.
class TestCountReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void reviewThenChange();
    void changesMeanwhileMakeThePlanAnew();
    void retryPlansAnew();
    void closingLeavesTheWorkRunning();
    void nothingStartsUnread();
    void deniedAccount();
    void readOnlyMode();
};

void TestCountReview::reviewThenChange()
{
    ChangeBench bench(twoServers());
    Driver driver(bench);
    driver.choose(u"8"_s);
    QTest::keyClick(driver.count, Qt::Key_Return); // the default button
    auto* review = driver.dialog.findChild<ui::PlanView*>();
    QVERIFY(review->isVisible());
    QCOMPARE(bench.countOf(u"hv01"_s, u"a"_s), 4); // nothing happened yet
    QCOMPARE(textOf<QPushButton>(driver.dialog, "next"), u"Configure partition count"_s);
    const auto* table = review->findChild<QTreeView*>(u"planTable"_s);
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->model()->index(0, 3).data().toString(), u"4 → 8"_s);
    shoot(driver.dialog, u"count-review"_s);

    pressOn(driver.dialog.findChild<QPushButton*>(u"back"_s), Qt::Key_Space);
    QVERIFY(driver.tree->isVisible());
    QCOMPARE(driver.checked().size(), 3);
    QCOMPARE(driver.count->currentText(), u"8"_s);
    QTest::keyClick(driver.count, Qt::Key_Return);
    const QSignalSpy started(&driver.dialog, &ui::ChangeWizard::started);
    pressOn(driver.next, Qt::Key_Space);
    QCOMPARE(started.count(), 1);
    QCOMPARE(driver.dialog.activityId(), started.front().front().toString());
    QVERIFY(bench.activities.waitEnded(driver.dialog.activityId()));
    QTRY_COMPARE(bench.countOf(u"hv02"_s, u"c"_s), 8);
    QCOMPARE(bench.countOf(u"hv01"_s, u"a"_s), 8);
    QTRY_VERIFY(textOf<QLabel>(driver.dialog, "progressSummary").contains(u"3"_s));
    const auto* progress = driver.dialog.findChild<QTreeView*>(u"progressTable"_s);
    QCOMPARE(progress->model()->index(2, 2).data().toString(), u"Succeeded"_s);
    QCOMPARE(textOf<QPushButton>(driver.dialog, "close"), u"Close"_s);
    QVERIFY(driver.dialog.findChild<QPushButton*>(u"putBack"_s)->isVisible());
    QVERIFY(driver.dialog.findChild<QPushButton*>(u"retryFailed"_s)->isHidden());
    shoot(driver.dialog, u"count-done"_s);
    pressOn(driver.dialog.findChild<QPushButton*>(u"close"_s), Qt::Key_Space);
    QVERIFY(driver.dialog.isHidden());
}

void TestCountReview::changesMeanwhileMakeThePlanAnew()
{
    ChangeBench bench(twoServers());
    const Driver driver(bench);
    driver.choose(u"8"_s);
    pressOn(driver.next, Qt::Key_Space);
    const auto* table = driver.dialog.findChild<QTreeView*>(u"planTable"_s);
    QCOMPARE(table->model()->rowCount(), 3);
    FleetOf busy = FleetOf().host(u"hv01"_s).gpu(u"a"_s, 8).gpu(u"b"_s, 4).host(u"hv02"_s).gpu(u"c"_s, 4);
    bench.show(busy);
    QCOMPARE(table->model()->rowCount(), 2);
    QVERIFY2(driver.missing().contains(u"changed meanwhile"_s), qPrintable(driver.missing()));
    busy.vm(u"9"_s, model::PowerState::Off).assigned();
    bench.show(busy);
    QVERIFY(!driver.next->isEnabled());
    QCOMPARE(driver.missing(), u"The errors above must be dealt with first."_s);
}

void TestCountReview::retryPlansAnew()
{
    ChangeBench bench(twoServers());
    FakeWorld::Gpu lost = bench.world(u"hv02"_s).gpus.begin()->second;
    const QString name = bench.world(u"hv02"_s).gpus.begin()->first;
    bench.world(u"hv02"_s).gpus.clear(); // reset, for a moment
    Driver driver(bench);
    driver.choose(u"8"_s);
    pressOn(driver.next, Qt::Key_Space);
    pressOn(driver.next, Qt::Key_Space);
    const QString first = driver.dialog.activityId();
    QVERIFY(bench.activities.waitEnded(first));
    auto* retry = driver.dialog.findChild<QPushButton*>(u"retryFailed"_s);
    QTRY_VERIFY(retry->isVisible());
    bench.world(u"hv02"_s).gpus[name] = lost;
    bench.show(FleetOf().host(u"hv01"_s).gpu(u"a"_s, 8).gpu(u"b"_s, 8).host(u"hv02"_s).gpu(u"c"_s, 4));

    pressOn(retry, Qt::Key_Space);
    QVERIFY(driver.dialog.findChild<ui::PlanView*>()->isVisible());
    QVERIFY(textOf<QLabel>(driver.dialog, "pageTitle").contains(u"retry"_s));
    QVERIFY2(bench.fleet.calls.join(u' ').contains(u"refresh"_s), "planned on fresh data");
    QCOMPARE(driver.dialog.findChild<QTreeView*>(u"planTable"_s)->model()->rowCount(),
             1);                                                              // only the failed one
    pressOn(driver.dialog.findChild<QPushButton*>(u"back"_s), Qt::Key_Space); // back to the result
    QVERIFY(driver.dialog.findChild<ui::ProgressView*>()->isVisible());
    pressOn(retry, Qt::Key_Space);
    pressOn(driver.next, Qt::Key_Space);
    QVERIFY(driver.dialog.activityId() != first);
    QVERIFY(bench.activities.waitEnded(driver.dialog.activityId()));
    QCOMPARE(bench.countOf(u"hv02"_s, u"c"_s), 8);
    QTRY_COMPARE(
        driver.dialog.findChild<QTreeView*>(u"progressTable"_s)->model()->index(0, 2).data().toString(),
        u"Succeeded"_s);
    QVERIFY(retry->isHidden());
}

void TestCountReview::closingLeavesTheWorkRunning()
{
    ChangeBench bench(twoServers());
    Driver driver(bench);
    driver.choose(u"8"_s);
    bench.activities.door.close(model::HostId(u"hv01"_s));
    pressOn(driver.next, Qt::Key_Space);
    pressOn(driver.next, Qt::Key_Space);
    QVERIFY2(driver.missing().contains(u"the work goes on"_s), qPrintable(driver.missing()));
    QTest::keyClick(&driver.dialog, Qt::Key_Escape);
    QVERIFY(driver.dialog.isHidden());
    QVERIFY(bench.activities.activities->isBusy());
    bench.activities.door.open(model::HostId(u"hv01"_s));
    QVERIFY(bench.activities.waitEnded(driver.dialog.activityId()));
    QCOMPARE(bench.countOf(u"hv01"_s, u"b"_s), 8);
}

/// The two buttons of the same words are in the same place.
void TestCountReview::nothingStartsUnread()
{
    ChangeBench bench(twoServers());
    Driver driver(bench);
    driver.choose(u"8"_s);
    QTest::mouseClick(driver.next, Qt::LeftButton);
    const QPointF middle(driver.next->rect().center());
    QMouseEvent second(QEvent::MouseButtonDblClick, middle, driver.next->mapToGlobal(middle), Qt::LeftButton,
                       Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(driver.next, &second);
    QTest::mouseRelease(driver.next, Qt::LeftButton);
    for (QWidget* receiver : {static_cast<QWidget*>(driver.next), static_cast<QWidget*>(&driver.dialog)}) {
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, {}, true);
        QCoreApplication::sendEvent(receiver, &held);
    }
    QVERIFY(driver.dialog.findChild<ui::PlanView*>()->isVisible());
    QVERIFY(driver.dialog.activityId().isEmpty());
    QVERIFY(!bench.activities.activities->isBusy());
}

void TestCountReview::deniedAccount()
{
    ChangeBench bench(FleetOf().host(u"hv01"_s).gpu(u"a"_s, 4));
    bench.activities.faults = {{2, Trouble::AccessDenied}}; // the write, after two reads
    const Driver driver(bench);
    driver.choose(u"8"_s);
    pressOn(driver.next, Qt::Key_Space);
    pressOn(driver.next, Qt::Key_Space);
    QVERIFY(bench.activities.waitEnded(driver.dialog.activityId()));
    QVERIFY(!bench.activities.activities->mayWrite(model::HostId(u"hv01"_s)));
    const Driver again(bench);
    again.choose(u"8"_s);
    pressOn(again.next, Qt::Key_Space);
    QVERIFY(!again.next->isEnabled());
    QCOMPARE(again.missing(), u"This account may not change hv01."_s);
    bench.activities.faults.clear();
    bench.activities.activities->forgetDenials();
    QVERIFY(again.next->isEnabled());
}

void TestCountReview::readOnlyMode()
{
    ChangeBench bench(twoServers(), {}, true);
    const Driver driver(bench);
    driver.choose(u"8"_s);
    pressOn(driver.next, Qt::Key_Space);
    QVERIFY(driver.dialog.findChild<ui::PlanView*>()->isVisible()); // what would happen may be looked at
    QVERIFY(!driver.next->isEnabled());
    QVERIFY(driver.missing().contains(u"Read-only"_s));
    QCOMPARE(bench.countOf(u"hv01"_s, u"a"_s), 4);
}

QTEST_MAIN(TestCountReview)
#include "tst_count_review.moc"
