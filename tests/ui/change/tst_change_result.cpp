// From the result page of the real dialogs, by keyboard: the rest is finished, what failed is tried again,
// what is done is put back; and what that does to the hosts.
#include "tests/ui/change/CountDriver.h"
#include "tests/ui/change/WizardKeys.h"
#include "ui/change/AssignWizard.h"
#include "ui/change/PlanTableModel.h"
#include "ui/change/ProgressModel.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QTest>
#include <QTreeView>

using namespace hvgpu;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;
using model::PowerState;

namespace {

constexpr int theWrite = 2; // of a machine that is off: after two reads

FleetOf threeMachines()
{
    FleetOf fleet;
    fleet.host(u"A"_s).gpu(u"1"_s, 4);
    for (const QString& vm : {u"ONE"_s, u"TWO"_s, u"THREE"_s})
        fleet.vm(vm, PowerState::Off);
    return fleet;
}

std::size_t adapters(ChangeBench& bench, const QString& vm)
{
    return bench.world(u"A"_s).vms.at(model::VmId(vm)).adapters.size();
}

/// First column of a table on the screen.
QStringList rowsOf(const QDialog& dialog, const QString& table)
{
    const auto* view = dialog.findChild<QTreeView*>(table);
    QStringList rows;
    if (view == nullptr || !view->isVisible())
        return rows;
    for (int row = 0; row < view->model()->rowCount(); ++row)
        rows << view->model()->index(row, 0).data().toString();
    return rows;
}

QString button(const QDialog& dialog, const char* name)
{
    return textOf<QPushButton>(dialog, name);
}

/// Answers the question that is asked before anything is put back.
void confirmPutBack(QDialog& dialog)
{
    QPointer<QMessageBox> box;
    QTRY_VERIFY((box = dialog.findChild<QMessageBox*>(u"putBackQuestion"_s)) != nullptr);
    QVERIFY(QTest::qWaitForWindowActive(box));
    QVERIFY(box->text().contains(u"Bring everything back to how it was"_s));
    QVERIFY2(box->informativeText().contains(u"No VM goes down."_s), qPrintable(box->informativeText()));
    shoot(*box, u"put-back-question"_s);
    const auto isThere = [&box] {
        const auto* button = qobject_cast<QPushButton*>(box->focusWidget());
        return button != nullptr && button->text().remove(u'&') == u"Put back"_s;
    };
    for (int tabs = 0; tabs < 5 && !isThere(); ++tabs)
        QTest::keyClick(box->focusWidget(), Qt::Key_Tab);
    QVERIFY(isThere());
    QTest::keyClick(box->focusWidget(), Qt::Key_Space);
    QTRY_VERIFY(box == nullptr || !box->isVisible());
}

/// "Assign GPU partition to VM" for all three machines, of which the first fails.
class PartlyDone
{
public:
    PartlyDone()
        : bench(threeMachines())
        , wizard(bench.services(), {}, nullptr)
    {
        bench.activities.faults = {{theWrite, Trouble::RefusedBefore}};
        if (!open(wizard))
            return;
        press(wizard, Qt::Key_A, Qt::AltModifier); // Select All
        press(wizard, Qt::Key_Return);
        press(wizard, Qt::Key_Return);
        ended = bench.activities.waitEnded(wizard.activityId());
        bench.activities.faults.clear();
    }

    ChangeBench bench;
    ui::AssignWizard wizard;
    bool ended = false;
};

} // namespace

class TestChangeResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void theRestIsFinished()
    {
        PartlyDone partly;
        QVERIFY(partly.ended);
        ui::AssignWizard& wizard = partly.wizard;
        QTRY_COMPARE(textOf<QLabel>(wizard, "progressNote"), u"Only a part is done."_s);
        QCOMPARE(title(wizard), u"Progress"_s);
        QVERIFY(textOf<QLabel>(wizard, "progressSummary").contains(u"2 of 3"_s));
        QCOMPARE(rowsOf(wizard, u"progressTable"_s).size(), 3);
        QCOMPARE(adapters(partly.bench, u"ONE"_s), std::size_t{0});
        QVERIFY(tabTo(wizard, u"retryFailed"_s));
        QCOMPARE(button(wizard, "retryFailed"), u"Finish the rest…"_s);
        press(wizard, Qt::Key_Space);
        QCOMPARE(title(wizard), u"Review: retry what did not succeed"_s);
        QVERIFY(partly.bench.fleet.calls.contains(u"refresh A"_s)); // planned against what is true now
        QCOMPARE(rowsOf(wizard, u"planTable"_s), QStringList{u"vm ONE"_s});
        const QString first = wizard.activityId();
        press(wizard, Qt::Key_Return);
        QVERIFY(wizard.activityId() != first);
        QVERIFY(partly.bench.activities.waitEnded(wizard.activityId()));
        for (const QString& vm : {u"ONE"_s, u"TWO"_s, u"THREE"_s})
            QCOMPARE(adapters(partly.bench, vm), std::size_t{1});
        QTRY_COMPARE(button(wizard, "retryFailed"), u"(not there)"_s);
        QCOMPARE(button(wizard, "putBack"), u"Put back…"_s);
    }

    void thinkingBetterOfTheRetryGoesBackToTheResult()
    {
        PartlyDone partly;
        QVERIFY(partly.ended);
        QTRY_VERIFY(tabTo(partly.wizard, u"retryFailed"_s));
        press(partly.wizard, Qt::Key_Space);
        QCOMPARE(title(partly.wizard), u"Review: retry what did not succeed"_s);
        press(partly.wizard, Qt::Key_B, Qt::AltModifier);
        QCOMPARE(title(partly.wizard), u"Progress"_s);
        QCOMPARE(button(partly.wizard, "retryFailed"), u"Finish the rest…"_s);
        QCOMPARE(adapters(partly.bench, u"ONE"_s), std::size_t{0});
        QCOMPARE(partly.bench.activities.ended.size(), std::size_t{1});
    }

    void theDoneOnesArePutBack()
    {
        PartlyDone partly;
        QVERIFY(partly.ended);
        ui::AssignWizard& wizard = partly.wizard;
        QTRY_VERIFY(tabTo(wizard, u"putBack"_s));
        QCOMPARE(button(wizard, "putBack"), u"Put back the done ones…"_s);
        press(wizard, Qt::Key_Space);
        confirmPutBack(wizard);
        QVERIFY(partly.bench.activities.waitEnded(wizard.activityId(), 2));
        for (const QString& vm : {u"ONE"_s, u"TWO"_s, u"THREE"_s})
            QCOMPARE(adapters(partly.bench, vm), std::size_t{0});
        QTRY_COMPARE(button(wizard, "putBack"), u"(not there)"_s);
        QVERIFY(rowsOf(wizard, u"progressTable"_s).size() == 3);
        const auto* table = wizard.findChild<QTreeView*>(u"progressTable"_s);
        QCOMPARE(table->model()->index(1, ui::ProgressModel::State).data().toString(), u"Put back"_s);
    }

    void stoppingAfterTheFirstFailureIsAChoiceOfTheReview()
    {
        ChangeBench bench(threeMachines());
        ui::AssignWizard wizard(bench.services(), {}, nullptr);
        bench.activities.faults = {{theWrite, Trouble::RefusedBefore}};
        QVERIFY(open(wizard));
        auto* stop = wizard.findChild<QCheckBox*>(u"stopAfterFailure"_s);
        QVERIFY(stop != nullptr && !stop->isVisible());
        press(wizard, Qt::Key_A, Qt::AltModifier);
        press(wizard, Qt::Key_Return);
        QCOMPARE(title(wizard), u"Review"_s);
        QVERIFY(stop->isVisible() && !stop->isChecked());
        press(wizard, Qt::Key_F, Qt::AltModifier);
        shoot(wizard, u"review-stop-after-failure"_s);
        QVERIFY(stop->isChecked());
        press(wizard, Qt::Key_Return);
        QVERIFY(bench.activities.waitEnded(wizard.activityId()));
        QVERIFY(!stop->isVisible());
        for (const QString& vm : {u"ONE"_s, u"TWO"_s, u"THREE"_s})
            QCOMPARE(adapters(bench, vm), std::size_t{0});
        const auto* table = wizard.findChild<QTreeView*>(u"progressTable"_s);
        QTRY_COMPARE(table->model()->index(1, ui::ProgressModel::Step).data().toString(),
                     u"Nothing further was begun after a failure, as chosen."_s);
    }

    void whatFailedAltogetherIsTriedAgain()
    {
        ChangeBench bench(FleetOf().host(u"A"_s).gpu(u"1"_s, 4).vm(u"ONE"_s, PowerState::Off));
        bench.activities.faults = {{theWrite, Trouble::RefusedBefore}};
        ui::AssignWizard wizard(bench.services(), {model::HostId(u"A"_s), {model::VmId(u"ONE"_s)}, {}},
                                nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"Review"_s); // nothing is asked that the selection tells
        press(wizard, Qt::Key_Return);
        QVERIFY(bench.activities.waitEnded(wizard.activityId()));
        QTRY_VERIFY(tabTo(wizard, u"retryFailed"_s));
        QCOMPARE(button(wizard, "retryFailed"), u"Retry failed…"_s);
        QCOMPARE(button(wizard, "putBack"), u"(not there)"_s); // nothing is done
        bench.activities.faults.clear();
        press(wizard, Qt::Key_Space);
        press(wizard, Qt::Key_Return);
        QVERIFY(bench.activities.waitEnded(wizard.activityId()));
        QCOMPARE(adapters(bench, u"ONE"_s), std::size_t{1});
    }

    /// On one of two servers somebody else was faster.
    void theRestOfAClusterIsFinishedOnFreshData()
    {
        ChangeBench bench(twoServers());
        bench.world(u"hv02"_s).gpus.at(u"\\\\?\\PCI#c"_s).count = 2;
        Driver driver(bench, {{model::HostId(u"hv01"_s), model::GpuId(u"a"_s)},
                              {model::HostId(u"hv01"_s), model::GpuId(u"b"_s)},
                              {model::HostId(u"hv02"_s), model::GpuId(u"c"_s)}});
        QVERIFY(QTest::qWaitForWindowActive(&driver.dialog));
        driver.choose(u"8"_s);
        press(driver.dialog, Qt::Key_Return);
        QCOMPARE(title(driver.dialog), u"Review"_s);
        press(driver.dialog, Qt::Key_Return);
        QVERIFY(bench.activities.waitEnded(driver.dialog.activityId()));
        QCOMPARE(bench.countOf(u"hv01"_s, u"a"_s), 8);
        QCOMPARE(bench.countOf(u"hv02"_s, u"c"_s), 2); // not overwritten
        QTRY_VERIFY(tabTo(driver.dialog, u"retryFailed"_s));
        QCOMPARE(button(driver.dialog, "retryFailed"), u"Finish the rest…"_s);
        press(driver.dialog, Qt::Key_Space);
        QCOMPARE(rowsOf(driver.dialog, u"planTable"_s).size(), 1);
        bench.show(FleetOf().host(u"hv01"_s).gpu(u"a"_s, 8).gpu(u"b"_s, 8).host(u"hv02"_s).gpu(u"c"_s, 2));
        const auto* plan = driver.dialog.findChild<QTreeView*>(u"planTable"_s);
        const QString steps = plan->model()->index(0, ui::PlanTableModel::Steps).data().toString();
        QVERIFY2(steps.contains(u"from 2 to 8"_s), qPrintable(steps));
        press(driver.dialog, Qt::Key_Return);
        QVERIFY(bench.activities.waitEnded(driver.dialog.activityId()));
        QCOMPARE(bench.countOf(u"hv02"_s, u"c"_s), 8);
    }

    void returnClosesWhatHasEndedAndNothingElse()
    {
        ChangeBench bench(threeMachines());
        ui::AssignWizard wizard(bench.services(), {model::HostId(u"A"_s), {model::VmId(u"ONE"_s)}, {}},
                                nullptr);
        QVERIFY(open(wizard));
        bench.activities.door.close(model::HostId(u"A"_s));
        press(wizard, Qt::Key_Return);
        QTRY_COMPARE(bench.activities.door.waiting(), 1);
        press(wizard, Qt::Key_Return); // pressed once too often
        QVERIFY(wizard.isVisible());
        bench.activities.door.open(model::HostId(u"A"_s));
        QVERIFY(bench.activities.waitEnded(wizard.activityId()));
        QTRY_VERIFY(wizard.findChild<QPushButton*>(u"close"_s)->isDefault());
        press(wizard, Qt::Key_Return);
        QVERIFY(!wizard.isVisible());
        QCOMPARE(adapters(bench, u"ONE"_s), std::size_t{1});
    }
};

QTEST_MAIN(TestChangeResult)
#include "tst_change_result.moc"
