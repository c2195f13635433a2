#include "tests/support/FleetSamples.h"
#include "tests/ui/change/ChangeBench.h"
#include "ui/change/FindingsView.h"
#include "ui/change/GpuChoiceView.h"
#include "ui/change/PartitionCountDialog.h"
#include "ui/change/PlanView.h"
#include "ui/change/ProgressView.h"
#include "ui/change/VramCallout.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace hvgpu;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(std::vector<hvgpu::operations::AdapterRef>)

namespace {

FleetOf twoServers()
{
    return FleetOf().host(u"hv01"_s).gpu(u"a"_s, 4).gpu(u"b"_s, 4).host(u"hv02"_s).gpu(u"c"_s, 4);
}

/// hv02 has a card of another model.
FleetOf mixedServers()
{
    FleetOf fleet = FleetOf().host(u"hv01"_s).gpu(u"a"_s, 4).gpu(u"b"_s, 4);
    fleet.host(u"hv02"_s).gpu(u"c"_s, 4);
    fleet.lastGpu().deviceId = 0x20B5;
    fleet.lastGpu().name = u"NVIDIA A100"_s;
    return fleet;
}

operations::GpuRef gpu(const QString& host, const QString& id)
{
    return {model::HostId(host), model::GpuId(id)};
}

/// The dialog over a bench, driven by keys only.
class Driver
{
public:
    explicit Driver(ChangeBench& bench, std::vector<operations::GpuRef> selected = {})
        : dialog(bench.services(), std::move(selected), {}, nullptr)
    {
        dialog.show();
        dialog.activateWindow();
        tree = dialog.findChild<ui::GpuChoiceView*>(u"gpuChoices"_s);
        count = dialog.findChild<QComboBox*>(u"partitionCount"_s);
        next = dialog.findChild<QPushButton*>(u"next"_s);
        findings = dialog.findChildren<ui::FindingsView*>();
    }

    [[nodiscard]] ui::GpuChoiceModel* model() const
    {
        return static_cast<ui::GpuChoiceModel*>(tree->model());
    }
    [[nodiscard]] QStringList checked() const
    {
        QStringList names;
        for (const operations::GpuRef& ref : model()->checked())
            names << ref.host.text() + u'/' + ref.gpu.text();
        return names;
    }
    /// Goes down from the first row to the row with this text in the column and stays there.
    void goTo(const QString& text, int column = ui::GpuChoiceModel::Name) const
    {
        tree->setFocus(Qt::TabFocusReason);
        QTest::keyClick(tree, Qt::Key_Home);
        for (int i = 0; i < 30 && !textAt(column).contains(text); ++i)
            QTest::keyClick(tree, Qt::Key_Down);
        QVERIFY2(textAt(column).contains(text), qPrintable(text));
    }
    void space() const { QTest::keyClick(tree, Qt::Key_Space); }
    [[nodiscard]] QString textAt(int column) const
    {
        return tree->currentIndex().siblingAtColumn(column).data().toString();
    }
    /// Walks the drop-down to the entry that begins with @p number.
    void choose(const QString& number) const
    {
        count->setFocus(Qt::TabFocusReason);
        QTest::keyClick(count, Qt::Key_Home);
        while (!count->currentText().startsWith(number) && count->currentIndex() + 1 < count->count())
            QTest::keyClick(count, Qt::Key_Down);
        QVERIFY2(count->currentText().startsWith(number), qPrintable(number));
    }
    [[nodiscard]] QString messages() const
    {
        return tree->isVisible() ? pageFindings()->plainText() : QString();
    }
    [[nodiscard]] ui::FindingsView* pageFindings() const
    {
        for (ui::FindingsView* view : findings) {
            if (view->parentWidget()->isAncestorOf(tree))
                return view;
        }
        return nullptr;
    }
    [[nodiscard]] QString missing() const { return textOf<QLabel>(dialog, "wizardMessage"); }
    [[nodiscard]] QString callout() const { return dialog.findChild<ui::VramCallout*>()->text(); }

    ui::PartitionCountDialog dialog;
    ui::GpuChoiceView* tree = nullptr;
    QComboBox* count = nullptr;
    QPushButton* next = nullptr;
    QList<ui::FindingsView*> findings;
};

} // namespace

/// "Configure partition count on GPUs", by keyboard, for every message of the documents.
class TestPartitionCount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void theOnlySetIsSelected();
    void noneIsSelectedOfSeveralSets();
    void partOfTheSetWarns();
    void differentServersWarn();
    void mixedSelectionBlocks();
    void assignedPartitionsBlockAndLeadToUnassign();
    void countsAreSortedAndTheCurrentOneMarked();
    void calloutBelowTheList();
    void calloutTellsEstimateFromFigure();
    void serverRowTakesItsGpus();
    void whatCannotBeSelectedSaysWhy();
    void startsWithTheSelection();
    void previewOfEachGpu();
    void unchangedCountSaysSo();
    void refreshKeepsTheSelection();
    void reviewThenChange();
    void changesMeanwhileMakeThePlanAnew();
    void retryPlansAnew();
    void closingLeavesTheWorkRunning();
    void readOnlyMode();
    void oddNamesStayPlain();
    void looks();
};

void TestPartitionCount::theOnlySetIsSelected()
{
    ChangeBench bench(twoServers());
    const Driver driver(bench);
    QCOMPARE(driver.dialog.windowTitle(), u"Configure partition count on GPUs"_s);
    QCOMPARE(driver.checked(), QStringList({u"hv01/a"_s, u"hv01/b"_s, u"hv02/c"_s}));
    QVERIFY(driver.dialog.findChild<QComboBox*>(u"gpuSet"_s)->isHidden());
    QCOMPARE(driver.messages(), QString());
    QCOMPARE(textOf<QLabel>(driver.dialog, "countLabel"), u"Number of Partitions"_s);
    QCOMPARE(textOf<QPushButton>(driver.dialog, "next"), u"Configure partition count"_s);
    QVERIFY(!driver.next->isEnabled());
    QCOMPARE(driver.missing(), u"Choose the number of partitions."_s);
    QCOMPARE(driver.dialog.focusWidget(), static_cast<QWidget*>(driver.tree));
}

void TestPartitionCount::noneIsSelectedOfSeveralSets()
{
    ChangeBench bench(mixedServers());
    const Driver driver(bench);
    QVERIFY(driver.checked().isEmpty());
    QCOMPARE(driver.missing(), u"Select GPUs first."_s);
    auto* sets = driver.dialog.findChild<QComboBox*>(u"gpuSet"_s);
    QVERIFY(sets->isVisible());
    QCOMPARE(sets->currentText(), u"Choose a set…"_s);
    QCOMPARE(sets->count(), 3);
    QVERIFY2(sets->itemText(1).contains(u"NVIDIA A2"_s) && sets->itemText(1).contains(u"2 GPU"_s),
             qPrintable(sets->itemText(1)));
    sets->setFocus(Qt::TabFocusReason);
    QTest::keyClick(sets, Qt::Key_Down);
    QCOMPARE(driver.checked(), QStringList({u"hv01/a"_s, u"hv01/b"_s}));
    QTest::keyClick(sets, Qt::Key_Down);
    QCOMPARE(driver.checked(), QStringList({u"hv02/c"_s}));
    driver.goTo(u"hv02"_s);
    driver.space();
    QCOMPARE(sets->currentText(), u"Choose a set…"_s);
}

void TestPartitionCount::partOfTheSetWarns()
{
    ChangeBench bench(twoServers());
    const Driver driver(bench);
    driver.goTo(u"#2"_s);
    driver.space();
    QCOMPARE(driver.checked(), QStringList({u"hv01/a"_s, u"hv02/c"_s}));
    QVERIFY2(driver.messages().startsWith(u"Warning: "_s), qPrintable(driver.messages()));
    QVERIFY2(driver.messages().contains(u"Only 2 of the 3 GPUs"_s), qPrintable(driver.messages()));
    QVERIFY2(driver.messages().contains(u"isn't recommended"_s), qPrintable(driver.messages()));
    driver.choose(u"8"_s);
    QVERIFY(driver.next->isEnabled()); // warned, not stopped
    driver.goTo(u"#2"_s);
    driver.space();
    QCOMPARE(driver.messages(), QString());
}

void TestPartitionCount::differentServersWarn()
{
    ChangeBench bench(mixedServers());
    const Driver driver(bench);
    QVERIFY2(driver.messages().startsWith(u"Warning: "_s) &&
                 driver.messages().contains(u"don't all have the same configuration"_s) &&
                 driver.messages().contains(u"Manually select"_s),
             qPrintable(driver.messages()));
    driver.goTo(u"hv01"_s);
    driver.space();
    driver.choose(u"8"_s);
    QVERIFY(driver.next->isEnabled());
}

void TestPartitionCount::mixedSelectionBlocks()
{
    ChangeBench bench(mixedServers());
    const Driver driver(bench);
    driver.goTo(u"hv01"_s);
    driver.space();
    driver.choose(u"8"_s);
    QVERIFY(driver.next->isEnabled());
    driver.goTo(u"A100"_s);
    driver.space();
    QVERIFY2(driver.messages().startsWith(u"Error: The selected GPUs have different configurations"_s),
             qPrintable(driver.messages()));
    QVERIFY(!driver.next->isEnabled());
    QCOMPARE(driver.missing(), u"The errors above must be dealt with first."_s);
    QTest::keyClick(driver.tree, Qt::Key_Return); // the default button must not act either
    QVERIFY(driver.tree->isVisible());
    driver.space();
    QVERIFY(!driver.messages().contains(u"Error"_s));
    QVERIFY(driver.next->isEnabled());
}

void TestPartitionCount::assignedPartitionsBlockAndLeadToUnassign()
{
    qRegisterMetaType<std::vector<operations::AdapterRef>>();
    FleetOf hosts = FleetOf().host(u"hv01"_s).gpu(u"a"_s, 4);
    hosts.vm(u"1"_s, model::PowerState::Running).assigned().vm(u"2"_s, model::PowerState::Off).assigned();
    hosts.gpu(u"b"_s, 4).vm(u"3"_s, model::PowerState::Off).assigned();
    ChangeBench bench(hosts);
    Driver driver(bench);
    driver.choose(u"8"_s);
    const QString said = driver.messages();
    QVERIFY2(said.startsWith(u"Error: "_s), qPrintable(said));
    for (const QString& name : {u"vm 1"_s, u"vm 2"_s, u"vm 3"_s})
        QVERIFY2(said.contains(name), qPrintable(said));
    QVERIFY(!driver.next->isEnabled());

    QSignalSpy asked(&driver.dialog, &ui::PartitionCountDialog::unassignRequested);
    const auto links = driver.pageFindings()->findChildren<QPushButton*>(u"unassignFirst"_s);
    QCOMPARE(links.size(), 1); // one for all of them
    QCOMPARE(links.front()->text(), u"&Unassign first…"_s);
    pressOn(links.front(), Qt::Key_Space);
    QCOMPARE(asked.count(), 1);
    const auto adapters = asked.front().front().value<std::vector<operations::AdapterRef>>();
    QCOMPARE(adapters.size(), std::size_t(3));
    QCOMPARE(adapters.front().host.text(), u"hv01"_s);
    QVERIFY(!adapters.front().adapterId.isEmpty());

    bench.show(FleetOf().host(u"hv01"_s).gpu(u"a"_s, 4).gpu(u"b"_s, 4));
    QCOMPARE(driver.messages(), QString());
    QVERIFY(driver.next->isEnabled());
}

void TestPartitionCount::countsAreSortedAndTheCurrentOneMarked()
{
    ChangeBench bench(FleetOf().host(u"hv01"_s).gpu(u"a"_s, 4, 16'000'000'000ULL, {16, 2, 4, 2, 1, 8, 12}));
    const Driver driver(bench);
    QStringList labels;
    for (int i = 0; i < driver.count->count(); ++i)
        labels << driver.count->itemText(i);
    QCOMPARE(labels, QStringList({u"1"_s, u"2"_s, u"4 (now)"_s, u"8"_s, u"12"_s, u"16"_s}));
    QCOMPARE(driver.count->currentIndex(), -1);

    ChangeBench apart(FleetOf().host(u"hv01"_s).gpu(u"a"_s, 4).gpu(u"b"_s, 8).gpu(u"c"_s, 4));
    const Driver drifted(apart);
    QVERIFY(drifted.count->findText(u"4 (now on 2 of 3 GPU(s))"_s) >= 0);
    QVERIFY(drifted.count->findText(u"8 (now on 1 of 3 GPU(s))"_s) >= 0);
    drifted.goTo(u"hv01"_s);
    drifted.space();
    QVERIFY(!drifted.count->isEnabled());
    QVERIFY(!drifted.count->toolTip().isEmpty());
}

void TestPartitionCount::calloutBelowTheList()
{
    ChangeBench bench(FleetOf().host(u"hv01"_s).gpu(u"a"_s, 16));
    Driver driver(bench);
    QCOMPARE(driver.callout(), QString());
    driver.choose(u"8"_s);
    QVERIFY2(driver.callout().contains(u"1.85 GB"_s), qPrintable(driver.callout()));
    QVERIFY2(driver.callout().contains(u"estimate"_s), qPrintable(driver.callout()));
    QCoreApplication::processEvents();
    const auto* callout = driver.dialog.findChild<ui::VramCallout*>();
    const QPoint list = driver.count->mapTo(&driver.dialog, driver.count->rect().bottomLeft());
    const QPoint box = callout->mapTo(&driver.dialog, QPoint());
    QVERIFY2(box.y() - list.y() >= 0 && box.y() - list.y() <= 4, "directly below the list");
    QCOMPARE(box.x(), list.x());
    QVERIFY(callout->accessibleName().contains(u"1.85 GB"_s));
    driver.choose(u"2"_s);
    QVERIFY2(driver.callout().contains(u"7.42 GB"_s), qPrintable(driver.callout()));
    driver.goTo(u"hv01"_s);
    driver.space();
    QCOMPARE(driver.callout(), QString());
}

void TestPartitionCount::calloutTellsEstimateFromFigure()
{
    FleetOf hosts = FleetOf().host(u"hv01"_s).gpu(u"a"_s, 8).gpu(u"b"_s, 4);
    ChangeBench bench(hosts);
    const Driver driver(bench);
    driver.choose(u"8"_s);
    const QStringList lines = driver.callout().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines[0].contains(u"1 GPU"_s) && lines[0].contains(u"driver's figure"_s), qPrintable(lines[0]));
    QVERIFY2(lines[1].contains(u"≈ 1.85 GB"_s) && lines[1].contains(u"estimate"_s), qPrintable(lines[1]));

    FleetOf silent = FleetOf().host(u"hv01"_s).gpu(u"a"_s, 4);
    silent.lastGpu().partitioning->vram = {};
    ChangeBench unknown(silent);
    const Driver other(unknown);
    other.choose(u"8"_s);
    QVERIFY2(other.callout().contains(u"does not report"_s), qPrintable(other.callout()));
}

void TestPartitionCount::serverRowTakesItsGpus()
{
    ChangeBench bench(twoServers());
    const Driver driver(bench);
    const auto state = [&] {
        return driver.tree->currentIndex().siblingAtColumn(0).data(Qt::CheckStateRole).toInt();
    };
    driver.goTo(u"hv01"_s);
    QCOMPARE(state(), static_cast<int>(Qt::Checked));
    driver.space();
    QCOMPARE(driver.checked(), QStringList({u"hv02/c"_s}));
    QCOMPARE(state(), static_cast<int>(Qt::Unchecked));
    driver.goTo(u"#1"_s);
    driver.space();
    driver.goTo(u"hv01"_s);
    QCOMPARE(state(), static_cast<int>(Qt::PartiallyChecked));
    driver.space();
    QCOMPARE(driver.checked(), QStringList({u"hv01/a"_s, u"hv01/b"_s, u"hv02/c"_s}));
}

void TestPartitionCount::whatCannotBeSelectedSaysWhy()
{
    FleetOf hosts = FleetOf().host(u"hv01"_s).gpu(u"a"_s, 4);
    hosts.snapshot().gpus.push_back(tests::paravirtualGpu());
    hosts.snapshot().gpus.push_back(tests::undrivenGpu());
    hosts.host(u"hv05"_s).gpu(u"e"_s, 4);
    hosts.snapshot().notes.push_back({model::Part::PartitionAdapters, {}, {}});
    ChangeBench bench(hosts, [](fleet::FleetSnapshot& fleet) {
        fleet.hosts.push_back(std::make_shared<fleet::HostRecord>(tests::failedHost(u"hv03"_s, false)));
        fleet.hosts.push_back(std::make_shared<fleet::HostRecord>(tests::failedHost(u"hv04"_s, true)));
        fleet::HostRecord silent;
        silent.id = model::HostId(u"hv06"_s);
        silent.displayName = u"hv06"_s;
        fleet.hosts.push_back(std::make_shared<fleet::HostRecord>(silent));
    });
    Driver driver(bench);
    const auto cannot = [&](const QString& row, const QString& why) {
        const QStringList before = driver.checked();
        driver.goTo(row);
        driver.space();
        QCOMPARE(driver.checked(), before);
        const QModelIndex index = driver.tree->currentIndex();
        QVERIFY(!index.siblingAtColumn(0).data(Qt::CheckStateRole).isValid());
        const QString said = driver.textAt(ui::GpuChoiceModel::Note);
        QVERIFY2(said.contains(why), qPrintable(row + u": "_s + said));
        const QString inFull = textOf<QLabel>(driver.dialog, "whyNot");
        QVERIFY2(inFull.contains(said) && inFull.contains(row), qPrintable(inFull));
        const QString spoken = index.siblingAtColumn(0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(u"cannot be selected"_s) && spoken.contains(why), qPrintable(spoken));
    };
    cannot(u"RTX 4080"_s, u"Not partitionable"_s);
    cannot(u"3D Video Controller"_s, u"Not partitionable"_s);
    cannot(u"hv03"_s, u"Could not read"_s);
    cannot(u"hv04"_s, u"Not up to date"_s);
    cannot(u"hv05"_s, u"cannot be changed now"_s);
    cannot(u"hv06"_s, u"Not read yet"_s);
    shoot(driver.dialog, u"count-cannot"_s);
}

void TestPartitionCount::startsWithTheSelection()
{
    ChangeBench bench(twoServers());
    const Driver driver(bench, {gpu(u"hv02"_s, u"c"_s), gpu(u"hv01"_s, u"gone"_s)});
    QCOMPARE(driver.checked(), QStringList({u"hv02/c"_s}));
    QVERIFY(driver.messages().contains(u"Only 1 of the 3 GPUs"_s));
}

void TestPartitionCount::previewOfEachGpu()
{
    ChangeBench bench(twoServers());
    const Driver driver(bench);
    driver.goTo(u"#2"_s);
    driver.space();
    driver.choose(u"8"_s);
    driver.goTo(u"#1"_s);
    QCOMPARE(driver.textAt(ui::GpuChoiceModel::Count), u"4 → 8"_s);
    QCOMPARE(driver.textAt(ui::GpuChoiceModel::Vram), u"3.71 GB → ≈ 1.85 GB"_s);
    QCOMPARE(driver.textAt(ui::GpuChoiceModel::InUse), u"0 of 4"_s);
    driver.goTo(u"#2"_s); // not selected: stays as it is
    QCOMPARE(driver.textAt(ui::GpuChoiceModel::Count), u"4"_s);
    QCOMPARE(driver.textAt(ui::GpuChoiceModel::Vram), u"3.71 GB"_s);
}

void TestPartitionCount::unchangedCountSaysSo()
{
    ChangeBench bench(twoServers());
    const Driver driver(bench);
    driver.choose(u"4"_s);
    QVERIFY(!driver.next->isEnabled());
    QCOMPARE(driver.missing(), u"The selected GPUs already have this number of partitions."_s);
    QVERIFY2(driver.messages().startsWith(u"Note: "_s), qPrintable(driver.messages()));
}

void TestPartitionCount::refreshKeepsTheSelection()
{
    ChangeBench bench(twoServers());
    const Driver driver(bench);
    driver.goTo(u"#2"_s);
    driver.space();
    driver.choose(u"8"_s);
    FleetOf more = twoServers();
    more.host(u"hv03"_s).gpu(u"d"_s, 4);
    bench.show(more);
    QCOMPARE(driver.checked(), QStringList({u"hv01/a"_s, u"hv02/c"_s}));
    QCOMPARE(driver.textAt(ui::GpuChoiceModel::Name), u"NVIDIA A2 #2"_s);
    QCOMPARE(driver.count->currentText(), u"8"_s);
    QVERIFY(driver.messages().contains(u"Only 2 of the 4 GPUs"_s));
    // hv02 goes away: what was selected there is not any more.
    bench.show(FleetOf().host(u"hv01"_s).gpu(u"a"_s, 4).gpu(u"b"_s, 4));
    QCOMPARE(driver.checked(), QStringList({u"hv01/a"_s}));
}

void TestPartitionCount::reviewThenChange()
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

void TestPartitionCount::changesMeanwhileMakeThePlanAnew()
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

void TestPartitionCount::retryPlansAnew()
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

void TestPartitionCount::closingLeavesTheWorkRunning()
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

void TestPartitionCount::readOnlyMode()
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

void TestPartitionCount::oddNamesStayPlain()
{
    const QString odd = u"<b>=cmd|'日本'</b> \"x\" "_s + QString(40, u'W');
    FleetOf hosts = FleetOf().host(odd).gpu(u"a"_s, 4);
    hosts.lastGpu().name = u"<img src=x> GPU"_s;
    hosts.vm(u"1"_s, model::PowerState::Off);
    hosts.lastVm().name = u"<a href=x>vm</a>"_s;
    hosts.assigned();
    ChangeBench bench(hosts);
    Driver driver(bench);
    driver.goTo(odd);
    const QString tip = driver.tree->currentIndex().data(Qt::ToolTipRole).toString();
    QVERIFY2(!tip.contains(u"<b>"_s) && tip.contains(u"&lt;b&gt;"_s), qPrintable(tip));
    QVERIFY(driver.messages().contains(u"<a href=x>vm</a>"_s)); // as it is, in a plain label
    for (const QLabel* label : driver.dialog.findChildren<QLabel*>()) {
        if (!label->text().isEmpty())
            QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'),
                     qPrintable(label->text()));
    }
    shoot(driver.dialog, u"count-odd"_s);
}

void TestPartitionCount::looks()
{
    FleetOf hosts = mixedServers();
    hosts.host(u"hv03"_s).gpu(u"d"_s, 8).vm(u"1"_s, model::PowerState::Running).assigned();
    hosts.snapshot().gpus.push_back(tests::paravirtualGpu());
    ChangeBench bench(hosts, [](fleet::FleetSnapshot& fleet) {
        fleet.hosts.push_back(std::make_shared<fleet::HostRecord>(tests::failedHost(u"hv04"_s, false)));
    });
    Driver driver(bench);
    driver.dialog.resize(900, 600);
    driver.goTo(u"RTX"_s);
    shoot(driver.dialog, u"count-why-not"_s);
    driver.goTo(u"hv01"_s);
    driver.space();
    driver.choose(u"8"_s);
    shoot(driver.dialog, u"count-choose"_s);
    driver.goTo(u"hv03"_s);
    driver.space();
    shoot(driver.dialog, u"count-assigned"_s);
    ui::Theme theme;
    theme.setScheme(ui::Theme::Scheme::Dark);
    shoot(driver.dialog, u"count-dark"_s);
    theme.setScheme(ui::Theme::Scheme::Light);
    QVERIFY(driver.dialog.minimumSizeHint().width() <= 900 &&
            driver.dialog.minimumSizeHint().height() <= 600);
}

QTEST_MAIN(TestPartitionCount)
#include "tst_partition_count.moc"
