#include "tests/support/FleetSamples.h"
#include "tests/ui/change/CountDriver.h"
#include "ui/theme/Theme.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace hvgpu;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(std::vector<hvgpu::operations::AdapterRef>)

namespace {

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
