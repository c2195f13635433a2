#include "core/operations/PlanJson.h"
#include "core/operations/Planner.h"
#include "tests/ui/change/ChangeBench.h"
#include "ui/change/FindingGroups.h"
#include "ui/change/FindingsView.h"
#include "ui/change/PlanTableModel.h"
#include "ui/change/PlanView.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QVBoxLayout>

using namespace hvgpu;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

using operations::FindingCode;
using operations::Severity;

namespace {

const operations::PlanContext context{u"6f9619ff-8b86-d011-b42d-00cf4fc964ff"_s,
                                      QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC)};

/// @p vms running VMs on each host, each to get a partition.
operations::Plan assignPlan(const fleet::FleetSnapshot& fleet)
{
    operations::AssignRequest request;
    request.host = fleet.hosts.front()->id;
    for (const model::VirtualMachine& vm : fleet.hosts.front()->snapshot->vms)
        request.vms.push_back(vm.id);
    return operations::planAssign(request, fleet, context);
}

FleetOf hostWith(int vms)
{
    FleetOf fleet = FleetOf().host(u"hv01"_s).gpu(u"a"_s, 64);
    for (int i = 1; i <= vms; ++i)
        fleet.vm(QString::number(i).rightJustified(2, u'0'), model::PowerState::Running);
    return fleet;
}

/// A dialog in place of the file dialog: always this path.
ui::SaveChooser always(const QString& path, QString* suggested)
{
    return [path, suggested](QWidget*, const QString& suggestion, const QString&,
                             const std::function<void(const QString&)>& chosen) {
        *suggested = suggestion;
        chosen(path);
    };
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

} // namespace

/// A plan for review, as seen and by keyboard.
class TestPlanView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void tableSaysWhatHappensToEach();
    void longStepsGoOnInTheNextLine();
    void powerShellIsCopiedAndSaved();
    void planIsSavedAndCanBeReadAgain();
    void whatCannotBeWrittenSaysSo();
    void emptyPlan();
    void sameFindingsAreOneMessage();
    void worstFindingComesFirst();
    void manyFindingsScroll();
    void sixtyTargets();
};

void TestPlanView::tableSaysWhatHappensToEach()
{
    const fleet::FleetSnapshot fleet = hostWith(2).build();
    ui::PlanView view;
    view.resize(860, 480);
    view.showPlan(assignPlan(fleet), fleet);
    view.show();
    const auto* table = view.findChild<QTreeView*>(u"planTable"_s);
    const QAbstractItemModelTester tester(table->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto cell = [&](int row, int column) {
        return table->model()->index(row, column).data().toString();
    };
    QCOMPARE(cell(0, ui::PlanTableModel::Target), u"vm 01"_s);
    QCOMPARE(cell(0, ui::PlanTableModel::Server), u"hv01"_s);
    const QStringList steps = cell(0, ui::PlanTableModel::Steps).split(u'\n');
    QCOMPARE(steps.size(), 3);
    QVERIFY2(steps[0].startsWith(u"1. Shut the guest down"_s), qPrintable(steps[0]));
    QCOMPARE(cell(0, ui::PlanTableModel::Change), u"none → 1 partition(s)"_s);
    QVERIFY2(cell(0, ui::PlanTableModel::Downtime).startsWith(u"at most "_s), "an upper bound");
    QVERIFY(textOf<QLabel>(view, "planDowntime").contains(u"2"_s));
    QVERIFY(view.findChild<ui::FindingsView*>()->plainText().contains(u"Unsaved work"_s));
    shoot(view, u"plan-assign"_s);
}

void TestPlanView::longStepsGoOnInTheNextLine()
{
    const fleet::FleetSnapshot fleet = hostWith(3).build();
    ui::PlanView view;
    view.showPlan(assignPlan(fleet), fleet);
    view.show();
    auto* table = view.findChild<QTreeView*>(u"planTable"_s);
    int narrow = 0;
    for (const int width : {900, 700, 600}) {
        view.resize(width, 600);
        QCoreApplication::processEvents();
        QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const QModelIndex steps = table->model()->index(row, ui::PlanTableModel::Steps);
            const QRect cell = table->visualRect(steps);
            constexpr int margins = 2;
            const QRect words = table->fontMetrics().boundingRect(
                QRect(0, 0, cell.width() - 2 * margins, 10'000), Qt::TextWordWrap, steps.data().toString());
            QVERIFY2(words.height() <= cell.height(), qPrintable(steps.data().toString()));
            QVERIFY(words.width() <= cell.width());
        }
        narrow = table->visualRect(table->model()->index(0, ui::PlanTableModel::Steps)).height();
    }
    QVERIFY(narrow > 3 * table->fontMetrics().lineSpacing()); // three steps in more than three lines
    shoot(view, u"plan-narrow"_s);
}

void TestPlanView::powerShellIsCopiedAndSaved()
{
    const fleet::FleetSnapshot fleet = hostWith(1).build();
    const QTemporaryDir folder;
    QString suggested;
    ui::PlanView view;
    view.resize(860, 480);
    view.setChooser(always(folder.filePath(u"script.ps1"_s), &suggested));
    view.showPlan(assignPlan(fleet), fleet);
    view.show();
    view.findChild<QTabWidget*>(u"planTabs"_s)->setCurrentIndex(1);
    const QString script = view.findChild<QPlainTextEdit*>(u"script"_s)->toPlainText();
    QVERIFY2(script.contains(u"Add-VMGpuPartitionAdapter"_s), qPrintable(script));
    pressOn(view.findChild<QPushButton*>(u"copyScript"_s), Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), script);
    pressOn(view.findChild<QPushButton*>(u"saveScript"_s), Qt::Key_Space);
    QVERIFY2(suggested.endsWith(u".ps1"_s), qPrintable(suggested));
    QTRY_VERIFY(textOf<QLabel>(view, "scriptMessage").startsWith(u"Saved as "_s));
    QCOMPARE(contentOf(folder.filePath(u"script.ps1"_s)), "\xEF\xBB\xBF" + script.toUtf8());
    shoot(view, u"plan-powershell"_s);
}

void TestPlanView::planIsSavedAndCanBeReadAgain()
{
    const fleet::FleetSnapshot fleet = hostWith(2).build();
    const operations::Plan plan = assignPlan(fleet);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"plan.json"_s);
    QString suggested;
    ui::PlanView view;
    view.resize(860, 480);
    view.setChooser(always(path, &suggested));
    view.showPlan(plan, fleet);
    view.show();
    pressOn(view.findChild<QPushButton*>(u"savePlan"_s), Qt::Key_Space);
    QVERIFY2(suggested.endsWith(u".json"_s) && !suggested.contains(u' '), qPrintable(suggested));
    QTRY_VERIFY(textOf<QLabel>(view, "planMessage").startsWith(u"Saved as "_s));
    const auto read = operations::planFromJson(QJsonDocument::fromJson(contentOf(path)).object());
    QVERIFY(read.has_value());
    QVERIFY(read->targets == plan.targets && read->findings == plan.findings && read->id == plan.id);
}

void TestPlanView::whatCannotBeWrittenSaysSo()
{
    const fleet::FleetSnapshot fleet = hostWith(1).build();
    QString suggested;
    ui::PlanView view;
    view.resize(860, 480);
    view.setChooser(always(u"/nowhere/at/all/plan.json"_s, &suggested));
    view.showPlan(assignPlan(fleet), fleet);
    view.show();
    pressOn(view.findChild<QPushButton*>(u"savePlan"_s), Qt::Key_Space);
    QTRY_VERIFY2(textOf<QLabel>(view, "planMessage").contains(u"could not be written"_s),
                 qPrintable(textOf<QLabel>(view, "planMessage")));
}

void TestPlanView::emptyPlan()
{
    const fleet::FleetSnapshot fleet = hostWith(0).build();
    ui::PlanView view;
    view.resize(860, 480);
    view.showPlan(assignPlan(fleet), fleet);
    view.show();
    QCOMPARE(textOf<QLabel>(view, "planDowntime"), u"Nothing would be changed."_s);
    QVERIFY(!view.findChild<QPushButton*>(u"savePlan"_s)->isEnabled());
}

void TestPlanView::sameFindingsAreOneMessage()
{
    const fleet::FleetSnapshot fleet = hostWith(9).build();
    const auto groups = ui::groupFindings(assignPlan(fleet), fleet);
    QCOMPARE(groups.size(), std::size_t(1));
    QCOMPARE(groups.front().subjects.size(), 9);
    QVERIFY2(groups.front().text.contains(u"vm 06 and 3 more: "_s), qPrintable(groups.front().text));
}

void TestPlanView::worstFindingComesFirst()
{
    const fleet::FleetSnapshot fleet = hostWith(1).build();
    operations::Plan plan = assignPlan(fleet);
    plan.findings = {{FindingCode::CountUnchanged, Severity::Note, {}, {}, {}, {u"4"_s}},
                     {FindingCode::ServersDiffer, Severity::Warning, {}, {}, {}, {}},
                     {FindingCode::MixedConfiguration, Severity::Blocking, {}, {}, {}, {}}};
    ui::FindingsView view;
    view.showFindings(plan, fleet);
    const QStringList lines = view.plainText().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith(u"Error: "_s) && lines[1].startsWith(u"Warning: "_s) &&
            lines[2].startsWith(u"Note: "_s));
    QVERIFY(!view.isHidden());
    QCOMPARE(view.accessibleDescription(), view.plainText());
    plan.findings.clear();
    view.showFindings(plan, fleet);
    QVERIFY(view.isHidden());
    QCOMPARE(view.plainText(), QString());
}

void TestPlanView::manyFindingsScroll()
{
    const fleet::FleetSnapshot fleet = hostWith(1).build();
    operations::Plan plan = assignPlan(fleet);
    plan.findings.clear();
    for (int i = 0; i < 40; ++i)
        plan.findings.push_back(
            {FindingCode::CountUnchanged, Severity::Note, {}, {}, {}, {QString::number(i)}});
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* view = new ui::FindingsView(&window);
    layout->addWidget(view);
    layout->addStretch();
    window.resize(600, 500);
    window.show();
    view->showFindings(plan, fleet);
    QCoreApplication::processEvents();
    QVERIFY2(view->height() < 250, qPrintable(QString::number(view->height())));
    QCOMPARE(view->plainText().count(u'\n'), 39);
}

void TestPlanView::sixtyTargets()
{
    const fleet::FleetSnapshot fleet = hostWith(60).build();
    const operations::Plan plan = assignPlan(fleet);
    QCOMPARE(plan.targets.size(), std::size_t(60));
    ui::PlanView view;
    view.resize(860, 480);
    view.show();
    view.showPlan(plan, fleet);
    QCoreApplication::processEvents();
    shoot(view, u"plan-sixty"_s);
    const auto* table = view.findChild<QTreeView*>(u"planTable"_s);
    const QAbstractItemModelTester tester(table->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table->model()->rowCount(), 60);
    const fleet::FleetSnapshot few = hostWith(3).build();
    view.showPlan(assignPlan(few), few);
    QCOMPARE(table->model()->rowCount(), 3);
}

QTEST_MAIN(TestPlanView)
#include "tst_plan_view.moc"
