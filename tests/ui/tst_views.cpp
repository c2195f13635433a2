#include "tests/support/FleetBuilder.h"
#include "ui/models/FleetTreeModel.h"
#include "ui/models/GpuTreeModel.h"
#include "ui/models/PartitionTreeModel.h"
#include "ui/models/VmTableModel.h"
#include "ui/views/DataTreeView.h"
#include "ui/views/ExpansionKeeper.h"
#include "ui/views/FleetTreeView.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using ui::DataTreeView;
using ui::StateOverlay;

namespace {

/// A partitions tab over a synthetic fleet.
struct Tab
{
    explicit Tab(const test::FleetShape& shape = {})
        : fleet(shape)
    {
        model.setSnapshot(fleet.snapshot());
        view.setListModel(&model);
        view.resize(900, 500);
        view.show();
    }
    void commit()
    {
        model.apply(fleet.commit());
        model.flush();
    }
    [[nodiscard]] QStringList column(int number) const
    {
        QStringList texts;
        for (int row = 0; row < view.proxy()->rowCount(); ++row)
            texts << view.proxy()->index(row, number).data().toString();
        return texts;
    }

    test::FleetBuilder fleet;
    ui::PartitionTreeModel model;
    DataTreeView view{DataTreeView::Content::Partitions};
};

} // namespace

class TestViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void numbersInNamesSortAsNumbers();
    void sortsByValueWithUnknownLast();
    void filterFindsVmAndKeepsItsServer();
    void clearingTheFilterRestoresExpansionAndSelection();
    void scopeShowsOneServer();
    void selectionFollowsTheVmWhenRowsMove();
    void proxyStaysConsistentUnderRandomDeltas();
    void selectAllTakesSiblingsOnly();
    void expandAllIsGuarded();
    void copiesRowsAsTsv();
    void copiesCellAndId();
    void layoutSurvivesAndUnknownVersionIsIgnored();
    void documentedMessageWhenNothingIsPartitionable();
    void emptyMessageIsNotShownWhenAServerFailed();
    void loadingErrorAndFilteredStates();
    void fleetTreeChoosesTheScope();
    void fleetTreeIsReadWithoutScrolling();
};

void TestViews::numbersInNamesSortAsNumbers()
{
    QVERIFY(ui::naturalCompare(u"hv2", u"hv10") < 0);
    QVERIFY(ui::naturalCompare(u"HV10", u"hv2") > 0);
    QVERIFY(ui::naturalCompare(u"a007", u"a7") != 0);
    QCOMPARE(ui::naturalCompare(u"same", u"same"), 0);
    QVERIFY(ui::naturalCompare(u"18446744073709551615", u"9") > 0);
    QVERIFY(ui::compareValues(QVariant::fromValue<quint64>(9), QVariant::fromValue<quint64>(10)) < 0);
    QVERIFY(ui::compareValues(QVariant::fromValue<quint64>(~0ULL), QVariant::fromValue<quint64>(~0ULL - 1)) >
            0);
}

void TestViews::sortsByValueWithUnknownLast()
{
    test::FleetBuilder fleet({.hosts = 1, .gpusPerHost = 4});
    const std::optional<std::uint64_t> figures[] = {9ULL << 30U, 512ULL << 20U, std::nullopt, 10ULL << 30U};
    for (std::size_t i = 0; i < 4; ++i)
        fleet.data(0).gpus[i].partitioning->vram.available = figures[i];
    fleet.commit();
    ui::GpuTreeModel model;
    model.setSnapshot(fleet.snapshot());
    ui::FleetFilterProxy proxy;
    proxy.setListModel(&model);
    const auto order = [&proxy] {
        QList<int> rows;
        for (int row = 0; row < 4; ++row)
            rows << proxy.mapToSource(proxy.index(row, 0, proxy.index(0, 0))).row();
        return rows;
    };
    proxy.sort(ui::GpuTreeModel::AvailableVram, Qt::AscendingOrder);
    QCOMPARE(order(), (QList<int>{1, 0, 3, 2}));
    proxy.sort(ui::GpuTreeModel::AvailableVram, Qt::DescendingOrder);
    QCOMPARE(order(), (QList<int>{3, 0, 1, 2}));
    proxy.sort(-1);
    QCOMPARE(order(), (QList<int>{0, 1, 2, 3}));
}

void TestViews::filterFindsVmAndKeepsItsServer()
{
    Tab tab;
    tab.view.setFilterText(u"VM00008"_s);
    QCOMPARE(tab.view.proxy()->rowCount(), 3); // not yet: it waits for the next key
    QTRY_COMPARE(tab.view.proxy()->rowCount(), 1);
    QCOMPARE(tab.column(0), QStringList{u"HV0002"_s});
    const QModelIndex gpu = tab.view.proxy()->index(0, 0, tab.view.proxy()->index(0, 0));
    QCOMPARE(tab.view.proxy()->rowCount(gpu), 1);
    QCOMPARE(gpu.siblingAtColumn(0).data().toString(), u"NVIDIA A2 #1"_s);
}

void TestViews::clearingTheFilterRestoresExpansionAndSelection()
{
    Tab tab;
    const QString gpuKey = tab.model.index(0, 0, tab.model.index(1, 0)).data(ui::RowKeyRole).toString();
    QVERIFY(tab.view.selectKey(gpuKey));
    tab.view.expand(tab.view.currentIndex());
    tab.view.collapse(tab.view.proxy()->index(2, 0));
    tab.view.proxy()->setFilterText(u"HV0003"_s);
    QCOMPARE(tab.view.proxy()->rowCount(), 1);
    QVERIFY(tab.view.selectedSourceRows().isEmpty());
    tab.view.proxy()->setFilterText({});
    QCOMPARE(tab.view.selectedSourceRows().size(), 1);
    QCOMPARE(tab.view.currentSource().data(ui::RowKeyRole).toString(), gpuKey);
    QVERIFY(tab.view.isExpanded(tab.view.proxy()->index(1, 0)));
    QVERIFY(tab.view.isExpanded(tab.view.currentIndex()));
    QVERIFY(!tab.view.isExpanded(tab.view.proxy()->index(2, 0)));
}

void TestViews::scopeShowsOneServer()
{
    Tab tab({.hosts = 4, .hostsPerCluster = 2});
    tab.view.setScope({ui::Scope::Kind::Entry, model::EntryId(u"cluster1"_s), {}});
    QCOMPARE(tab.column(0), (QStringList{u"HV0003"_s, u"HV0004"_s}));
    tab.view.setScope({ui::Scope::Kind::Host, {}, model::HostId(u"cluster0/hv2"_s)});
    QCOMPARE(tab.column(0), QStringList{u"HV0002"_s});
    tab.view.setScope({});
    QCOMPARE(tab.view.proxy()->rowCount(), 4);
}

void TestViews::selectionFollowsTheVmWhenRowsMove()
{
    Tab tab({.hosts = 1, .gpusPerHost = 1, .vmsPerHost = 4});
    auto& gpu = tab.fleet.data(0).gpus[0];
    const QString key = u"p:"_s + tab.fleet.snapshot()->hosts[0]->id.text() + QChar(0x1f) + gpu.id.text() +
                        QChar(0x1f) + gpu.assignments[2].adapterId;
    QVERIFY(tab.view.selectKey(key));
    const int before = tab.view.currentIndex().row();
    gpu.assignments.erase(gpu.assignments.begin() + 1); // the VM above is unassigned: everything moves up
    tab.commit();
    QVERIFY(tab.view.currentIndex().row() != before);
    QCOMPARE(tab.view.currentSource().data(ui::RowKeyRole).toString(), key);
    QCOMPARE(tab.view.keeper()->selectedKeys(), QStringList{key});
}

void TestViews::proxyStaysConsistentUnderRandomDeltas()
{
    Tab tab({.hosts = 5, .hostsPerCluster = 2});
    const QAbstractItemModelTester tester(tab.view.proxy(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    tab.view.expandAllGuarded();
    tab.view.sortByColumn(ui::PartitionTreeModel::Vram, Qt::DescendingOrder);
    for (int step = 0; step < 150; ++step) {
        tab.fleet.mutate();
        tab.commit();
        if (step % 20 == 0)
            tab.view.proxy()->setFilterText(step % 40 == 0 ? u"vm0"_s : QString());
        if (step % 25 == 0)
            tab.view.selectAll();
        if (step % 10 == 0)
            tab.view.grab();
    }
    tab.view.proxy()->setFilterText({});
    QCOMPARE(tab.view.proxy()->rowCount(), tab.model.rowCount());
}

void TestViews::selectAllTakesSiblingsOnly()
{
    Tab tab;
    tab.view.expandAllGuarded();
    tab.view.selectAll();
    QCOMPARE(tab.view.selectedSourceRows().size(), 3);
    tab.view.setCurrentIndex(tab.view.proxy()->index(0, 0, tab.view.proxy()->index(0, 0)));
    QTest::keyClick(&tab.view, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(tab.view.selectedSourceRows().size(), 2);
}

void TestViews::expandAllIsGuarded()
{
    Tab small;
    small.view.expandAllGuarded();
    const QModelIndex gpu = small.view.proxy()->index(0, 0, small.view.proxy()->index(0, 0));
    QVERIFY(small.view.isExpanded(gpu));

    Tab large({.hosts = 160, .gpusPerHost = 8, .partitions = 16, .vmsPerHost = 0});
    large.view.expandAllGuarded();
    const QModelIndex host = large.view.proxy()->index(0, 0);
    QVERIFY(large.view.isExpanded(host));
    QVERIFY(!large.view.isExpanded(large.view.proxy()->index(0, 0, host)));
}

void TestViews::copiesRowsAsTsv()
{
    Tab tab({.hosts = 1, .gpusPerHost = 1, .vmsPerHost = 2});
    auto& assignment = tab.fleet.data(0).gpus[0].assignments[0];
    assignment.vmName = u"tab\there\nand line"_s;
    assignment.partitionId = std::uint16_t{0};
    tab.commit();
    for (int column = 2; column < tab.model.columnCount(); ++column)
        tab.view.setColumnHidden(column, true);
    const QModelIndex gpu = tab.view.proxy()->index(0, 0, tab.view.proxy()->index(0, 0));
    tab.view.expand(gpu);
    tab.view.setCurrentIndex(tab.view.proxy()->index(0, 0, gpu));
    QTest::keyClick(&tab.view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"Server\tName\tVirtual machine\nHV0001\tPartition 0\ttab\\there\\nand line\n"_s);
    QTest::keyClick(&tab.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"HV0001\tPartition 0\ttab\\there\\nand line\n"_s);
}

void TestViews::copiesCellAndId()
{
    Tab tab;
    const QModelIndex gpu = tab.view.proxy()->index(0, 0, tab.view.proxy()->index(0, 0));
    tab.view.setCurrentIndex(gpu.siblingAtColumn(ui::PartitionTreeModel::PartitionCount));
    tab.view.copyCell();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"8"_s);
    tab.view.copyId();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             tab.fleet.snapshot()->hosts[0]->snapshot->gpus[0].partitioning->name);
}

void TestViews::layoutSurvivesAndUnknownVersionIsIgnored()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"layout.ini"_s), QSettings::IniFormat);
    {
        Tab tab;
        tab.view.header()->moveSection(tab.view.header()->visualIndex(ui::PartitionTreeModel::Vram), 1);
        tab.view.setColumnHidden(ui::PartitionTreeModel::Encode, true);
        tab.view.header()->resizeSection(ui::PartitionTreeModel::VirtualMachine, 321);
        tab.view.sortByColumn(ui::PartitionTreeModel::Vram, Qt::DescendingOrder);
        tab.view.saveLayout(settings, u"partitions"_s);
    }
    Tab tab;
    QVERIFY(!tab.view.restoreLayout(settings, u"nothing"_s));
    QVERIFY(tab.view.restoreLayout(settings, u"partitions"_s));
    QCOMPARE(tab.view.header()->visualIndex(ui::PartitionTreeModel::Vram), 1);
    QVERIFY(tab.view.isColumnHidden(ui::PartitionTreeModel::Encode));
    QCOMPARE(tab.view.header()->sectionSize(ui::PartitionTreeModel::VirtualMachine), 321);
    QCOMPARE(tab.view.header()->sortIndicatorSection(), static_cast<int>(ui::PartitionTreeModel::Vram));
    QCOMPARE(tab.view.proxy()->sortOrder(), Qt::DescendingOrder);
    settings.setValue(u"partitions/version"_s, 99);
    Tab other;
    QVERIFY(!other.view.restoreLayout(settings, u"partitions"_s));
    QVERIFY(!other.view.isColumnHidden(ui::PartitionTreeModel::Encode));
    tab.view.resetLayout();
    QCOMPARE(tab.view.header()->visualIndex(ui::PartitionTreeModel::Vram),
             static_cast<int>(ui::PartitionTreeModel::Vram));
    QVERIFY(!tab.view.isColumnHidden(ui::PartitionTreeModel::Encode));
}

void TestViews::documentedMessageWhenNothingIsPartitionable()
{
    Tab tab;
    QTRY_COMPARE(tab.view.overlay()->state(), StateOverlay::State::Hidden);
    for (int host = 0; host < 3; ++host)
        for (auto& gpu : tab.fleet.data(host).gpus)
            gpu.partitioning.reset();
    tab.commit();
    QTRY_COMPARE(tab.view.overlay()->state(), StateOverlay::State::Empty);
    QCOMPARE(tab.view.overlay()->text(),
             u"No partitionable GPUs have been found. Please check that you have a GPU "
             "with the correct GPU-P driver to proceed."_s);
}

void TestViews::emptyMessageIsNotShownWhenAServerFailed()
{
    Tab tab;
    for (int host = 0; host < 3; ++host)
        tab.fleet.data(host).gpus.clear();
    tab.fleet.fail(1, base::ErrorCode::Unreachable, true);
    Tab witness; // where the message is right: once it is there, the delay has passed here, too
    for (int host = 0; host < 3; ++host)
        for (auto& gpu : witness.fleet.data(host).gpus)
            gpu.partitioning.reset();
    tab.commit();
    witness.commit();
    QTRY_COMPARE(witness.view.overlay()->state(), StateOverlay::State::Empty);
    QCOMPARE(tab.view.overlay()->state(), StateOverlay::State::Hidden);
    QVERIFY(tab.column(1).at(1).startsWith(u"Could not read: "_s));
    QCOMPARE(tab.column(1).at(0), u"No GPUs"_s);
}

void TestViews::loadingErrorAndFilteredStates()
{
    Tab tab({.hosts = 1});
    tab.fleet.fail(0, base::ErrorCode::Unreachable, true);
    tab.commit();
    QTRY_COMPARE(tab.view.overlay()->state(), StateOverlay::State::Error);
    const QSignalSpy retry(&tab.view, &DataTreeView::retryRequested);
    tab.view.overlay()->findChild<QPushButton*>()->click();
    QCOMPARE(retry.count(), 1);
    tab.fleet.record(0).phase = fleet::HostPhase::Reading;
    tab.commit();
    QTRY_COMPARE(tab.view.overlay()->state(), StateOverlay::State::Loading);
    tab.fleet.addGpu(0, 0);
    tab.fleet.record(0).phase = fleet::HostPhase::Ready;
    tab.commit();
    QTRY_COMPARE(tab.view.overlay()->state(), StateOverlay::State::Hidden);
    tab.view.proxy()->setFilterText(u"no such thing"_s);
    QCOMPARE(tab.view.overlay()->state(), StateOverlay::State::Filtered);
    tab.view.overlay()->findChild<QPushButton*>()->click();
    QCOMPARE(tab.view.overlay()->state(), StateOverlay::State::Hidden);
    QCOMPARE(tab.view.proxy()->filterText(), QString());
}

void TestViews::fleetTreeChoosesTheScope()
{
    test::FleetBuilder fleet({.hosts = 4, .hostsPerCluster = 2});
    ui::FleetTreeModel model;
    model.setSnapshot(fleet.snapshot());
    ui::FleetTreeView view;
    view.setFleetTreeModel(&model);
    const QSignalSpy changes(&view, &ui::FleetTreeView::scopeChanged);
    const QModelIndex all = view.proxy()->index(0, 0);
    const QModelIndex cluster = view.proxy()->index(1, 0, all);
    QVERIFY(view.isExpanded(all));
    QVERIFY(view.isExpanded(cluster));
    view.setCurrentIndex(cluster);
    QCOMPARE(view.currentScope(), (ui::Scope{ui::Scope::Kind::Entry, model::EntryId(u"cluster1"_s), {}}));
    view.setCurrentIndex(view.proxy()->index(0, 0, cluster));
    QCOMPARE(view.currentScope().host, model::HostId(u"cluster1/hv3"_s));
    view.selectScope({});
    QCOMPARE(view.currentScope(), ui::Scope());
    QCOMPARE(changes.count(), 3);
}

void TestViews::fleetTreeIsReadWithoutScrolling()
{
    test::FleetBuilder fleet({.hosts = 4, .hostsPerCluster = 2});
    auto snapshot = std::make_shared<fleet::FleetSnapshot>(*fleet.snapshot());
    auto failed = std::make_shared<fleet::HostRecord>(*snapshot->hosts.front());
    failed->phase = fleet::HostPhase::Failed;
    failed->snapshot.reset();
    failed->lastError = base::Error{};
    snapshot->hosts.front() = failed;
    ui::FleetTreeModel model;
    model.setSnapshot(snapshot);
    ui::FleetTreeView view;
    view.setFleetTreeModel(&model);
    view.resize(800, 300);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.sizeColumns();
    const auto widthOf = [&view](int column) { return view.columnWidth(column); };
    const int state = widthOf(ui::FleetTreeModel::State);
    const int age = widthOf(ui::FleetTreeModel::Age);
    for (int width = 800; widthOf(ui::FleetTreeModel::State) == state; width -= 10) {
        view.resize(width, 300);
        QCoreApplication::processEvents();
        QVERIFY2(view.horizontalScrollBar()->maximum() == 0, "states give way before anything is scrolled");
        QCOMPARE(widthOf(0) + widthOf(1) + widthOf(2), view.viewport()->width());
        QVERIFY(widthOf(ui::FleetTreeModel::Age) == age || view.isColumnHidden(ui::FleetTreeModel::Age));
    }
    // All of it comes back with the room, and is what is kept.
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"layout.ini"_s), QSettings::IniFormat);
    view.resize(200, 300);
    QTRY_VERIFY(view.isColumnHidden(ui::FleetTreeModel::Age));
    view.saveLayout(settings, u"fleet"_s);
    QVERIFY(view.isColumnHidden(ui::FleetTreeModel::Age));
    QVERIFY(view.restoreLayout(settings, u"fleet"_s));
    view.resize(800, 300);
    QTRY_VERIFY(!view.isColumnHidden(ui::FleetTreeModel::Age));
    QTRY_COMPARE(widthOf(ui::FleetTreeModel::State), state);

    // With a layout from the last time, names still come first when they arrive.
    ui::FleetTreeModel fresh;
    ui::FleetTreeView later;
    later.setFleetTreeModel(&fresh);
    QVERIFY(later.restoreLayout(settings, u"fleet"_s));
    later.header()->resizeSection(ui::FleetTreeModel::State, 3 * state);
    later.resize(age + 2 * state + view.columnWidth(0) / 4, 300);
    later.show();
    fresh.setSnapshot(snapshot);
    fleet::FleetDelta delta;
    delta.snapshot = snapshot;
    delta.entriesChanged = true;
    fresh.apply(delta, ui::FleetModel::When::Now);
    QTRY_VERIFY(later.columnWidth(ui::FleetTreeModel::State) < 3 * state);

    view.setColumnHidden(ui::FleetTreeModel::Age, true); // the user does not want it
    view.resize(900, 300);
    QCoreApplication::processEvents();
    QVERIFY(view.isColumnHidden(ui::FleetTreeModel::Age));

    // What the user made of it stays.
    view.header()->resizeSection(ui::FleetTreeModel::State, 2 * state);
    view.resize(810, 300);
    QTRY_COMPARE(widthOf(ui::FleetTreeModel::State), 2 * state);
}

QTEST_MAIN(TestViews)
#include "tst_views.moc"
