#include "core/operations/ActivityStory.h"
#include "core/operations/Planner.h"
#include "tests/core/operations/RunBench.h"
#include "tests/ui/change/ChangeBench.h"
#include "ui/activity/PutBackQuestion.h"
#include "ui/change/ProgressModel.h"
#include "ui/change/ProgressView.h"
#include "ui/change/ShutdownQuestion.h"
#include "ui/change/TargetDetails.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QMessageBox>
#include <QProgressBar>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace hvgpu;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

using model::PowerState;
using operations::Outcome;
using operations::TargetProgress;

namespace {

constexpr int patience = 20'000;
const model::HostId otherHost(u"other"_s);

/// Two hosts, on each some VMs that run and get a partition.
operations::Plan bothHosts(ActivitiesBench& bench, int vmsEach, std::chrono::seconds shutdownTakes)
{
    RunScenario scenario = RunScenario::assignSeveral(vmsEach, true, false);
    scenario.setPolicy(operations::PowerPolicy::ShutDownThenAsk);
    scenario.world.shutdownTakes = shutdownTakes;
    operations::Plan plan = bench.place(scenario);
    const operations::Plan more = bench.place(scenario, otherHost);
    for (operations::Target target : more.targets) {
        target.hostName = u"HV02"_s;
        plan.targets.push_back(target);
    }
    return plan;
}

/// The view as the user sees it, on an activity that has been started.
class Watcher
{
public:
    Watcher(ActivitiesBench& on, const operations::Plan& what)
        : bench(on)
        , plan(what)
        , view({fleet, *on.activities})
    {
        view.resize(860, 520);
        view.show();
        view.activateWindow();
        (void)QTest::qWaitForWindowActive(&view); // mnemonics work in active windows only
        table = view.findChild<QTreeView*>(u"progressTable"_s);
        tester = std::make_unique<QAbstractItemModelTester>(
            table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        question = view.findChild<ui::ShutdownQuestion*>();
        details = view.findChild<ui::TargetDetails*>();
    }

    [[nodiscard]] bool start()
    {
        const bool begun = bench.activities->start(plan).has_value();
        view.follow(plan.id);
        return begun;
    }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return table->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QPushButton* button(const char* name) const
    {
        return view.findChild<QPushButton*>(QLatin1String(name));
    }
    [[nodiscard]] QString note() const { return textOf<QLabel>(view, "progressNote"); }
    [[nodiscard]] QString summary() const { return textOf<QLabel>(view, "progressSummary"); }
    [[nodiscard]] bool waitEnded(int times = 1) const { return bench.waitEnded(plan.id, times); }
    /// Goes to the row with the keyboard.
    void select(int row) const
    {
        table->setFocus(Qt::TabFocusReason);
        QTest::keyClick(table, Qt::Key_Home);
        for (int i = 0; i < row; ++i)
            QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), row);
    }

    ActivitiesBench& bench;
    operations::Plan plan;
    tests::FakeFleet fleet{std::make_shared<fleet::FleetSnapshot>()};
    ui::ProgressView view;
    QTreeView* table = nullptr;
    std::unique_ptr<QAbstractItemModelTester> tester;
    ui::ShutdownQuestion* question = nullptr;
    ui::TargetDetails* details = nullptr;
};

} // namespace

/// Progress, result, questions, retry and putting back, as seen and by keyboard.
class TestProgressView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAreListedAnewOnlyWhenTheyAreOthers();
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void successAndItsDetails();
    void failureSaysWhyAndRetries();
    void detailsShowCallsAndErrors();
    void detailsNameLikelyCauses_data();
    void detailsNameLikelyCauses();
    void cancelSaysWhatItDoes();
    void questionWaitsForAnAnswer();
    void questionWithoutAService();
    void questionTurnOff();
    void questionSkip();
    void answerForAll();
    void waitOnForAllAsksAgain();
    void putBackAfterAsking();
    void theQuestionNamesTheMachinesThatGoDown();
    void putBackCannotBeCancelled();
    void readOnly();
    void onlyChangedRowsAreTouched();
    void sixtyTargetsDoNotStall();
};

void TestProgressView::successAndItsDetails()
{
    ActivitiesBench bench;
    Watcher watcher(bench, bench.place(RunScenario::assign(true, true, true)));
    const QSignalSpy ended(&watcher.view, &ui::ProgressView::ended);
    QVERIFY(watcher.start());
    QVERIFY(watcher.waitEnded());
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(watcher.cell(0, ui::ProgressModel::State), u"Succeeded"_s);
    QCOMPARE(watcher.cell(0, ui::ProgressModel::Progress), u"100 %"_s);
    QCOMPARE(watcher.view.findChild<QProgressBar*>(u"progressOverall"_s)->value(), 1000);
    QVERIFY(watcher.button("cancelWork")->isHidden());
    QVERIFY(watcher.button("retryFailed")->isHidden());
    QVERIFY(watcher.button("putBack")->isVisible());

    watcher.select(0);
    const QString said = watcher.details->plainText();
    const std::size_t steps = watcher.plan.targets.front().steps.size();
    QVERIFY(steps > 2);
    QVERIFY2(said.contains(u"1. "_s) && said.contains(u"%1. "_s.arg(steps)), qPrintable(said));
    QVERIFY2(said.count(u"done"_s) >= static_cast<int>(steps), qPrintable(said));
    pressOn(watcher.button("copyDetails"), Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), said);
    shoot(watcher.view, u"progress-success"_s);
}

void TestProgressView::failureSaysWhyAndRetries()
{
    ActivitiesBench bench;
    bench.faults = {{3, Trouble::JobFailed},
                    {4, Trouble::JobFailed},
                    {5, Trouble::JobFailed}}; // hits the first VM of each host
    Watcher watcher(bench, bothHosts(bench, 2, {}));
    QSignalSpy retry(&watcher.view, &ui::ProgressView::retryRequested);
    QVERIFY(watcher.start());
    QVERIFY(watcher.waitEnded());
    QTRY_VERIFY2(watcher.button("retryFailed")->isVisible(), qPrintable(watcher.summary()));
    QCOMPARE(watcher.cell(1, ui::ProgressModel::State), u"Succeeded"_s);
    QVERIFY(watcher.cell(2, ui::ProgressModel::State) != u"Succeeded"_s);
    QVERIFY2(!watcher.cell(2, ui::ProgressModel::Step).isEmpty(), "the reason is in the row");
    QCOMPARE(watcher.table->currentIndex().row(), 0); // the first that did not succeed
    QVERIFY2(watcher.details->plainText().contains(watcher.cell(0, ui::ProgressModel::Step)),
             qPrintable(watcher.details->plainText()));
    QVERIFY2(watcher.summary().contains(u"2 of 4"_s), qPrintable(watcher.summary()));
    const QString note = textOf<QLabel>(watcher.view, "progressNote");
    QVERIFY2(note.contains(u"Only a part is done"_s), qPrintable(note)); // finish the rest, or back with it
    QVERIFY(watcher.button("putBack")->isVisible());
    shoot(watcher.view, u"progress-failed"_s);

    pressOn(watcher.button("retryFailed"), Qt::Key_Space);
    QCOMPARE(retry.count(), 1);
    const auto request = retry.front().front().value<operations::Request>();
    const auto* assign = std::get_if<operations::AssignRequest>(&request);
    QVERIFY(assign != nullptr);
    QVERIFY(!assign->vms.empty());
}

void TestProgressView::detailsShowCallsAndErrors()
{
    const operations::Target target = RunScenario::assign(true, false, true).plan.targets.front();
    TargetProgress progress;
    progress.state = TargetProgress::State::Ended;
    progress.report.outcome = Outcome::PutBack;
    operations::StepReport step;
    step.step = 1;
    step.duration = std::chrono::milliseconds(1500);
    step.calls = {{u"Invoke AddResourceSettings"_s, u"<b>vm</b>"_s, std::chrono::milliseconds(350),
                   u"32773: the device is not available"_s}};
    base::Error error;
    error.layer = base::Layer::Job;
    error.code = base::ErrorCode::JobFailed;
    error.hostText = u"in the host's own words"_s;
    step.error = error;
    progress.report.error = error;
    progress.report.steps = {step};
    operations::StepReport undone;
    undone.step = 0;
    undone.done = true;
    progress.report.undo = {undone};
    ui::TargetDetails details;
    details.resize(700, 260);
    details.show();
    details.showTarget(target, progress);
    const QString said = details.plainText();
    QVERIFY2(said.contains(
                 u"    Invoke AddResourceSettings <b>vm</b> | 32773: the device is not available | 350 ms"_s),
             qPrintable(said));
    QVERIFY2(said.contains(u"in the host's own words"_s), qPrintable(said));
    QVERIFY2(said.contains(u"Put back: "_s), qPrintable(said));
    shoot(details, u"progress-details"_s);
    progress.state = TargetProgress::State::Running;
    details.showTarget(target, progress);
    QVERIFY2(details.plainText().contains(u"once it has ended"_s), qPrintable(details.plainText()));
}

void TestProgressView::detailsNameLikelyCauses_data()
{
    QTest::addColumn<quint32>("code");
    QTest::addColumn<QString>("cause");
    QTest::newRow("resources") << 0x800705AAU << u"all partitions of the GPU are in use by VMs that run"_s;
    QTest::newRow("parameter") << 32773U << u"the size of the partition does not fit the GPU"_s;
}

void TestProgressView::detailsNameLikelyCauses()
{
    QFETCH(quint32, code);
    QFETCH(QString, cause);
    TargetProgress progress;
    progress.state = TargetProgress::State::Ended;
    progress.report.outcome = Outcome::PutBack;
    base::Error& error = progress.report.error.emplace();
    error.layer = base::Layer::Job;
    error.code = base::ErrorCode::JobFailed;
    error.nativeCode = code;
    error.hostText = u"in the host's own words"_s;
    ui::TargetDetails details;
    details.showTarget(RunScenario::assign(true, false, true).plan.targets.front(), progress);
    const QString said = details.plainText();
    QVERIFY2(said.contains(cause) && said.contains(u"in the host's own words"_s), qPrintable(said));
}

void TestProgressView::cancelSaysWhatItDoes()
{
    ActivitiesBench bench;
    Watcher watcher(bench, bench.place(RunScenario::assignSeveral(3, true, false)));
    bench.door.close(scenarioHost);
    QVERIFY(watcher.start());
    QTRY_COMPARE_WITH_TIMEOUT(bench.door.waiting(), 1, patience);
    QVERIFY(watcher.button("cancelWork")->isVisible());
    QVERIFY2(watcher.note().contains(u"put back"_s), qPrintable(watcher.note()));
    pressOn(watcher.button("cancelWork"), Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!watcher.button("cancelWork")->isEnabled(), patience);
    QVERIFY2(watcher.note().startsWith(u"Cancelling:"_s), qPrintable(watcher.note()));
    shoot(watcher.view, u"progress-cancelling"_s);
    bench.door.open(scenarioHost);
    QVERIFY(watcher.waitEnded());
    QTRY_COMPARE(watcher.cell(0, ui::ProgressModel::State), u"Cancelled"_s);
    QVERIFY(watcher.button("retryFailed")->isVisible());
}

void TestProgressView::questionWaitsForAnAnswer()
{
    ActivitiesBench bench;
    Watcher watcher(bench, bothHosts(bench, 1, std::chrono::hours(1)));
    QVERIFY(watcher.start());
    QTRY_COMPARE_WITH_TIMEOUT(bench.asked.size(), std::size_t(2), patience);
    QTRY_VERIFY(watcher.question->text().contains(u"1 more"_s));
    QCOMPARE(watcher.cell(0, ui::ProgressModel::State), u"Waits for an answer"_s);
    QVERIFY(
        !watcher.question->isAncestorOf(watcher.view.focusWidget())); // no key meant for another answers it
    for (const char* name : {"answerWaitOn", "answerTurnOff", "answerSkip"})
        QVERIFY(!watcher.button(name)->isDefault() && !watcher.button(name)->autoDefault());
    shoot(watcher.view, u"progress-question"_s);
    // Time passes: nothing but the user answers.
    QCOMPARE(bench.worlds[scenarioHost].vms.begin()->second.power, PowerState::Running);
    pressOn(watcher.button("answerWaitOn"), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(bench.asked.size(), std::size_t(3), patience); // asked again, later
    QVERIFY(!watcher.question->text().isEmpty());
    bench.activities->cancel(watcher.plan.id);
    QVERIFY(watcher.waitEnded());
    QTRY_COMPARE(watcher.question->text(), QString());
}

void TestProgressView::questionWithoutAService()
{
    ActivitiesBench bench;
    const operations::Plan plan = bothHosts(bench, 1, {});
    bench.worlds[scenarioHost].refuses[FakeWorld::Call::ShutDownGuest] = base::ErrorCode::Unsupported;
    Watcher watcher(bench, plan);
    QVERIFY(watcher.start());
    QTRY_VERIFY_WITH_TIMEOUT(!watcher.question->text().isEmpty(), patience);
    const QString text = watcher.question->text();
    QVERIFY2(text.contains(u"still runs: the guest cannot be asked to shut down."_s), qPrintable(text));
    QVERIFY2(!text.contains(u"within"_s), qPrintable(text)); // no time has passed
    QCOMPARE(watcher.button("answerWaitOn")->text().remove(u'&'), u"Try again"_s);
    shoot(watcher.view, u"progress-question-no-service"_s);
    for (std::size_t times = 1; times < 3; ++times) {
        QTRY_COMPARE_WITH_TIMEOUT(bench.asked.size(), times, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!watcher.question->text().isEmpty(), patience);
        pressOn(watcher.button("answerWaitOn"), Qt::Key_Space); // asked again at once
    }
    QTRY_COMPARE_WITH_TIMEOUT(bench.asked.size(), std::size_t(3), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!watcher.question->text().isEmpty(), patience);
    pressOn(watcher.button("answerTurnOff"), Qt::Key_Space);
    QVERIFY(watcher.waitEnded());
    QCOMPARE(bench.outcome(plan.id), Outcome::Succeeded);
}

void TestProgressView::questionTurnOff()
{
    ActivitiesBench bench;
    Watcher watcher(bench, bothHosts(bench, 1, std::chrono::hours(1)));
    QVERIFY(watcher.start());
    for (int i = 0; i < 2; ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(!watcher.question->text().isEmpty(), patience);
        pressOn(watcher.button("answerTurnOff"), Qt::Key_Space);
    }
    QVERIFY(watcher.waitEnded());
    QTRY_COMPARE(watcher.cell(1, ui::ProgressModel::State), u"Succeeded"_s);
    QCOMPARE(watcher.cell(0, ui::ProgressModel::State), u"Succeeded"_s);
}

void TestProgressView::questionSkip()
{
    ActivitiesBench bench;
    Watcher watcher(bench, bothHosts(bench, 1, std::chrono::hours(1)));
    QVERIFY(watcher.start());
    // Both ask: from now on only an answer makes it another question.
    QTRY_VERIFY_WITH_TIMEOUT(watcher.question->text().contains(u"1 more guest"_s), patience);
    for (int i = 0; i < 2; ++i) {
        const QString before = watcher.question->text();
        QTest::keyClick(&watcher.view, Qt::Key_K, Qt::AltModifier); // the mnemonic
        QTRY_VERIFY(watcher.question->text() != before);
    }
    QVERIFY(watcher.waitEnded());
    QTRY_COMPARE(watcher.cell(1, ui::ProgressModel::State), u"Skipped"_s);
    for (const auto& [host, world] : bench.worlds)
        QCOMPARE(world.vms.begin()->second.power, PowerState::Running);
}

void TestProgressView::answerForAll()
{
    ActivitiesBench bench;
    Watcher watcher(bench, bothHosts(bench, 3, std::chrono::hours(1)));
    QVERIFY(watcher.start());
    QTRY_VERIFY_WITH_TIMEOUT(!watcher.question->text().isEmpty(), patience);
    pressOn(watcher.view.findChild<QCheckBox*>(u"answerForAll"_s), Qt::Key_Space);
    pressOn(watcher.button("answerSkip"), Qt::Key_Space);
    QVERIFY(watcher.waitEnded()); // the other five are answered as the user said
    QCOMPARE(bench.activities->find(watcher.plan.id)->count(Outcome::Skipped), 6);
    QCOMPARE(watcher.question->text(), QString());
}

void TestProgressView::waitOnForAllAsksAgain()
{
    ActivitiesBench bench;
    Watcher watcher(bench, bothHosts(bench, 1, std::chrono::hours(1)));
    QVERIFY(watcher.start());
    QTRY_COMPARE_WITH_TIMEOUT(bench.asked.size(), std::size_t(2), patience);
    QTRY_VERIFY(!watcher.question->text().isEmpty());
    pressOn(watcher.view.findChild<QCheckBox*>(u"answerForAll"_s), Qt::Key_Space);
    pressOn(watcher.button("answerWaitOn"), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(bench.asked.size(), std::size_t(4), patience);
    QTRY_VERIFY(!watcher.question->text().isEmpty()); // not waited for ever without a word
    QCOMPARE(bench.asked.size(), std::size_t(4));
}

void TestProgressView::theQuestionNamesTheMachinesThatGoDown()
{
    Bench bench(RunScenario::assign(false, false, true));
    QVERIFY(bench.run()->allSucceeded());
    const QDateTime later = QDateTime::currentDateTimeUtc().addYears(100); // than all clocks of the bench
    const auto said = [&] {
        ui::PutBackQuestion question(operations::activityFrom(bench.story()), fleetSeen(bench.world, later),
                                     later, nullptr);
        question.show();
        shoot(question, u"put-back-question-machines"_s);
        return question.informativeText();
    };
    QVERIFY2(said().contains(u"No VM goes down."), qPrintable(said()));
    bench.world.vms.begin()->second.power = PowerState::Running; // started since
    QVERIFY2(said().contains(u"1 VM"), qPrintable(said()));
    QVERIFY2(said().contains(bench.plan.targets.front().name +
                             u": Shut the guest down (2 minutes at most, then ask)"_s),
             qPrintable(said()));
    bench.world.vms.begin()->second.adapters.front().adapterId = u"Microsoft:other\\foreign"_s;
    QVERIFY2(said().contains(u"It is not put back, as it was changed since"), qPrintable(said()));
}

void TestProgressView::putBackAfterAsking()
{
    ActivitiesBench bench;
    Watcher watcher(bench, bench.place(RunScenario::setCount()));
    const int before = bench.worlds[scenarioHost].gpus.at(scenarioGpu).count;
    QVERIFY(watcher.start());
    QVERIFY(watcher.waitEnded());
    QTRY_VERIFY(watcher.button("putBack")->isVisible());
    QVERIFY(bench.worlds[scenarioHost].gpus.at(scenarioGpu).count != before);

    pressOn(watcher.button("putBack"), Qt::Key_Space);
    auto* box = watcher.view.findChild<QMessageBox*>(u"putBackQuestion"_s);
    QVERIFY(box != nullptr && box->isVisible());
    QTest::keyClick(box, Qt::Key_Escape); // thought better of it
    QVERIFY(!bench.activities->isBusy());
    pressOn(watcher.button("putBack"), Qt::Key_Space);
    QTRY_VERIFY(watcher.view.findChildren<QMessageBox*>().size() == 1 ||
                watcher.view.findChildren<QMessageBox*>().back()->isVisible());
    box = watcher.view.findChildren<QMessageBox*>().back();
    for (QAbstractButton* each : box->buttons()) {
        if (box->buttonRole(each) == QMessageBox::AcceptRole)
            pressOn(each, Qt::Key_Space);
    }
    QVERIFY(watcher.waitEnded(2));
    QCOMPARE(bench.worlds[scenarioHost].gpus.at(scenarioGpu).count, before);
    QTRY_VERIFY(watcher.button("putBack")->isHidden()); // nothing is left to put back
    shoot(watcher.view, u"progress-put-back"_s);
}

void TestProgressView::putBackCannotBeCancelled()
{
    ActivitiesBench bench;
    Watcher watcher(bench, bench.place(RunScenario::setCount()));
    QVERIFY(watcher.start());
    QVERIFY(watcher.waitEnded());
    bench.door.close(scenarioHost);
    QVERIFY(bench.activities->putBack(watcher.plan.id).has_value());
    QTRY_VERIFY(watcher.button("cancelWork")->isVisible());
    QVERIFY(!watcher.button("cancelWork")->isEnabled());
    QCOMPARE(watcher.note(), u"Putting back cannot be cancelled."_s);
    bench.door.open(scenarioHost);
    QVERIFY(watcher.waitEnded(2));
}

void TestProgressView::readOnly()
{
    ActivitiesBench bench;
    Watcher watcher(bench, bench.place(RunScenario::setCount()));
    QVERIFY(watcher.start());
    QVERIFY(watcher.waitEnded());
    QTRY_VERIFY(watcher.button("putBack")->isEnabled());
    bench.activities->setReadOnly(true);
    QVERIFY(!watcher.button("putBack")->isEnabled());
    QVERIFY(watcher.note().contains(u"read-only"_s));
}

void TestProgressView::onlyChangedRowsAreTouched()
{
    operations::Activity activity;
    activity.id = u"x"_s;
    activity.plan = RunScenario::assignSeveral(3, true, false).plan;
    activity.targets.resize(3);
    ui::ProgressModel model;
    model.showActivity(std::make_shared<operations::Activity>(activity));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.showActivity(std::make_shared<operations::Activity>(activity));
    QCOMPARE(changed.count(), 0);
    activity.targets[1].state = TargetProgress::State::Running;
    activity.targets[1].step = 0;
    activity.targets[1].percent = 50;
    model.showActivity(std::make_shared<operations::Activity>(activity));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.front().front().toModelIndex().row(), 1);
    QCOMPARE(reset.count(), 0);
    const int steps = static_cast<int>(activity.plan.targets[1].steps.size());
    QCOMPARE(model.index(1, 0).data(ui::ProgressModel::percentRole).toInt(), 50 / steps);
}

/// 60 targets, every one of them another percent at every update, 20 updates a second: what one update costs
/// must be far below the 50 ms between two. The median, since other programs take their time, too.
void TestProgressView::sixtyTargetsDoNotStall()
{
    operations::Activity activity;
    activity.id = u"x"_s;
    activity.plan = RunScenario::assign(true, false, true).plan;
    activity.plan.targets.resize(60, activity.plan.targets.front());
    activity.targets.resize(60);
    for (TargetProgress& target : activity.targets) {
        target.state = TargetProgress::State::Running;
        target.step = 0;
    }
    ActivitiesBench bench;
    Watcher watcher(bench, activity.plan);
    auto* model = static_cast<ui::ProgressModel*>(watcher.table->model());
    QSignalSpy changes(model, &QAbstractItemModel::dataChanged);
    for (int percent = 0; percent <= 100; ++percent) {
        for (TargetProgress& target : activity.targets)
            target.percent = percent;
        const auto shown = std::make_shared<operations::Activity>(activity);
        model->showActivity(shown);
        QCoreApplication::processEvents(); // paints, too
    }
    QVERIFY(!changes.isEmpty());
    changes.clear();
    model->showActivity(std::make_shared<operations::Activity>(activity));
    QVERIFY(changes.isEmpty()); // nothing changed, nothing is painted
    activity.targets[7].percent = 1;
    model->showActivity(std::make_shared<operations::Activity>(activity));
    QVERIFY(!changes.isEmpty());
    for (const QList<QVariant>& change : changes) {
        for (int end = 0; end < 2; ++end) {
            QModelIndex index = change[end].toModelIndex();
            while (index.parent().isValid())
                index = index.parent();
            QCOMPARE(index.row(), 7);
        }
    }
}

void TestProgressView::stepsAreListedAnewOnlyWhenTheyAreOthers()
{
    ui::TargetDetails details;
    auto* steps = details.findChild<QTreeWidget*>(u"targetSteps"_s);
    operations::Target target;
    target.name = u"vm 01"_s;
    target.steps.resize(2);
    TargetProgress progress;
    progress.state = TargetProgress::State::Ended;
    progress.report.steps.resize(1);
    details.showTarget(target, progress);
    QCOMPARE(steps->topLevelItemCount(), 1);
    steps->setCurrentItem(steps->topLevelItem(0));
    details.showTarget(target, progress); // with every report of the others
    QVERIFY(steps->currentItem() != nullptr);
    progress.report.steps.resize(2);
    details.showTarget(target, progress);
    QCOMPARE(steps->topLevelItemCount(), 2);
    target.vm = model::VmId(u"ANOTHER"_s); // of the same name
    progress.state = TargetProgress::State::Running;
    details.showTarget(target, progress);
    QCOMPARE(steps->topLevelItemCount(), 0);
}

QTEST_MAIN(TestProgressView)
#include "tst_progress_view.moc"
