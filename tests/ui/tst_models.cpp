#include "tests/support/FleetBuilder.h"
#include "ui/models/FleetTreeModel.h"
#include "ui/models/GpuTreeModel.h"
#include "ui/models/PartitionTreeModel.h"
#include "ui/models/VmTableModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;

namespace {

/// Every cell of a model as one line per row, indented by depth; what the user could read, and identities.
void dump(const QAbstractItemModel& model, const QModelIndex& parent, const QString& indent,
          QStringList& lines)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex cell = model.index(row, column, parent);
            cells << cell.data().toString() << cell.data(ui::RawValueRole).toString();
        }
        const QModelIndex first = model.index(row, 0, parent);
        lines << indent + cells.join(u'|') + u' ' + first.data(ui::RowKeyRole).toString() + u' ' +
                     first.data(ui::FilterKeyRole).toString();
        dump(model, first, indent + u"  "_s, lines);
    }
}

QStringList dump(const QAbstractItemModel& model)
{
    QStringList lines;
    dump(model, {}, {}, lines);
    return lines;
}

/// A mirror that only believes what the model's signals say: cells are re-read for announced ranges only.
class Mirror : public QObject
{
public:
    explicit Mirror(const ui::FleetModel& model)
    {
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex& a, const QModelIndex& b) {
                    for (int row = a.row(); row <= b.row(); ++row)
                        remember(a.siblingAtRow(row));
                });
        connect(&model, &QAbstractItemModel::rowsInserted, this,
                [this, &model](const QModelIndex& parent, int first, int last) {
                    for (int row = first; row <= last; ++row)
                        rememberTree(model.index(row, 0, parent));
                });
        for (int row = 0; row < model.rowCount(); ++row)
            rememberTree(model.index(row, 0));
    }
    /// Rows whose texts changed without being announced.
    [[nodiscard]] QStringList wrong() const
    {
        QStringList wrong;
        for (auto cell = m_cells.cbegin(); cell != m_cells.cend(); ++cell)
            if (cell.key().isValid() && text(cell.key()) != cell.value())
                wrong << cell.value() + u" is now "_s + text(cell.key());
        return wrong;
    }

private:
    [[nodiscard]] static QString text(const QModelIndex& row)
    {
        QStringList cells;
        for (int column = 0; column < row.model()->columnCount(); ++column)
            cells << row.siblingAtColumn(column).data().toString();
        return cells.join(u'|');
    }
    void remember(const QModelIndex& row) { m_cells.insert(row.siblingAtColumn(0), text(row)); }
    void rememberTree(const QModelIndex& row)
    {
        remember(row);
        for (int child = 0; child < row.model()->rowCount(row); ++child)
            rememberTree(row.model()->index(child, 0, row));
    }

    QHash<QPersistentModelIndex, QString> m_cells;
};

using Factory = std::function<std::unique_ptr<ui::FleetModel>()>;

} // namespace

Q_DECLARE_METATYPE(Factory)

class TestModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void randomDeltasLeadToTheSameRowsAsAFreshModel_data();
    void randomDeltasLeadToTheSameRowsAsAFreshModel();
    void onlyTheFirstSnapshotResets();
    void changedGpuIsOneRange();
    void bigDeltaIsSlicedInOrder();
    void newDeltaWaitsBehindSlices();
    void rowsOfAFirstLookBecomeTheRows();
};

void TestModels::randomDeltasLeadToTheSameRowsAsAFreshModel_data()
{
    QTest::addColumn<Factory>("make");
    QTest::addColumn<unsigned>("seed");
    const std::pair<const char*, Factory> models[] = {
        {"fleet", [] { return std::make_unique<ui::FleetTreeModel>(); }},
        {"gpus", [] { return std::make_unique<ui::GpuTreeModel>(); }},
        {"partitions", [] { return std::make_unique<ui::PartitionTreeModel>(); }},
        {"vms", [] { return std::make_unique<ui::VmTableModel>(); }}};
    for (const auto& [name, make] : models)
        for (const unsigned seed : {1U, 7U, 42U})
            QTest::addRow("%s, seed %u", name, seed) << make << seed;
}

void TestModels::randomDeltasLeadToTheSameRowsAsAFreshModel()
{
    QFETCH(Factory, make);
    QFETCH(unsigned, seed);
    test::FleetBuilder fleet(
        {.hosts = 4, .gpusPerHost = 2, .partitions = 4, .vmsPerHost = 5, .hostsPerCluster = 2}, seed);
    const auto now = [] { return QDateTime(QDate(2025, 3, 1), QTime(18, 0), Qt::UTC); };
    const auto model = make();
    model->setNow(now);
    model->setSnapshot(fleet.snapshot());
    const QAbstractItemModelTester tester(model.get(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Mirror mirror(*model);
    for (int step = 0; step < 200; ++step) {
        for (unsigned edits = 0; edits <= static_cast<unsigned>(step) % 4; ++edits)
            fleet.mutate();
        model->apply(fleet.commit());
        model->flush();
        const auto fresh = make();
        fresh->setNow(now);
        fresh->setSnapshot(fleet.snapshot());
        QCOMPARE(dump(*model), dump(*fresh));
        QCOMPARE(mirror.wrong(), QStringList());
    }
}

void TestModels::onlyTheFirstSnapshotResets()
{
    test::FleetBuilder fleet({});
    ui::PartitionTreeModel model;
    model.setSnapshot(fleet.snapshot());
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy layouts(&model, &QAbstractItemModel::layoutChanged);
    for (int step = 0; step < 200; ++step) {
        fleet.mutate();
        model.apply(fleet.commit());
        model.flush();
    }
    QCOMPARE(resets.count(), 0);
    QCOMPARE(layouts.count(), 0);
}

void TestModels::changedGpuIsOneRange()
{
    test::FleetBuilder fleet({.hosts = 2, .gpusPerHost = 4});
    ui::GpuTreeModel model;
    model.setSnapshot(fleet.snapshot());
    fleet.data(1).gpus[1].partitioning->vram.available = 5;
    fleet.data(1).gpus[2].partitioning->vram.available = 5;
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.apply(fleet.commit());
    QCOMPARE(changes.count(), 2); // the two GPUs together, then the server's own row
    QCOMPARE(changes[0][0].toModelIndex().parent().row(), 1);
    QCOMPARE(changes[0][0].toModelIndex().row(), 1);
    QCOMPARE(changes[0][1].toModelIndex().row(), 2);
    QVERIFY(!changes[1][0].toModelIndex().parent().isValid());
}

void TestModels::bigDeltaIsSlicedInOrder()
{
    test::FleetBuilder fleet({.hosts = 200});
    ui::PartitionTreeModel model;
    model.setSliceBudget(std::chrono::microseconds(1));
    model.setSnapshot(std::make_shared<fleet::FleetSnapshot>());
    fleet::FleetDelta delta;
    delta.snapshot = fleet.snapshot();
    delta.entriesChanged = true;
    for (const auto& host : fleet.snapshot()->hosts)
        delta.hosts.push_back(fleet::diff(nullptr, host));
    model.apply(delta);
    QVERIFY(model.hasPending());
    QVERIFY(model.rowCount() < 200);
    QTRY_COMPARE(model.rowCount(), 200);
    QTRY_VERIFY(!model.hasPending());
    QCOMPARE(model.index(0, 0).data().toString(), u"HV0001"_s);
    QCOMPARE(model.index(199, 0).data().toString(), u"HV0200"_s);
    QCOMPARE(model.snapshot(), fleet.snapshot());
}

void TestModels::newDeltaWaitsBehindSlices()
{
    test::FleetBuilder fleet({.hosts = 60});
    ui::GpuTreeModel model;
    model.setSnapshot(fleet.snapshot());
    model.setSliceBudget(std::chrono::microseconds(1));
    fleet.touchGpus(1);
    model.apply(fleet.commit());
    QVERIFY(model.hasPending());
    fleet.data(59).gpus.clear();
    model.apply(fleet.commit());
    QVERIFY(model.rowCount(model.index(59, 0)) > 0);
    QTRY_VERIFY(!model.hasPending());
    QCOMPARE(model.rowCount(model.index(59, 0)), 0);
}

void TestModels::rowsOfAFirstLookBecomeTheRows()
{
    test::FleetBuilder fleet({.hosts = 2, .gpusPerHost = 3});
    fleet.lookFirst(0);
    fleet.commit();
    ui::GpuTreeModel gpus;
    ui::PartitionTreeModel partitions;
    gpus.setSnapshot(fleet.snapshot());
    partitions.setSnapshot(fleet.snapshot());
    const QModelIndex host = gpus.index(0, 0);
    QCOMPARE(host.siblingAtColumn(ui::GpuTreeModel::AssignedStatus).data().toString(), u"Reading…"_s);
    QCOMPARE(gpus.rowCount(host), 3);
    QCOMPARE(partitions.rowCount(partitions.index(0, 0)), 0);
    const QModelIndex row = gpus.index(1, 0, host);
    const auto text = [&row](int column) { return row.siblingAtColumn(column).data().toString(); };
    QCOMPARE(row.data(ui::RowKindRole).toInt(), static_cast<int>(ui::RowKind::ArrivingGpu));
    QCOMPARE(text(ui::GpuTreeModel::AssignedStatus), u"Reading…"_s);
    QCOMPARE(text(ui::GpuTreeModel::PartitionCount), u"8"_s);
    // Who uses it is not known yet: neither none nor unreadable.
    for (const int column : {ui::GpuTreeModel::PartitionsInUse, ui::GpuTreeModel::Occupancy,
                             ui::GpuTreeModel::Driver, ui::GpuTreeModel::AvailableVram}) {
        QCOMPARE(text(column), u"…"_s);
        QVERIFY(!row.siblingAtColumn(column).data(ui::RawValueRole).isValid());
    }
    QCOMPARE(row.siblingAtColumn(ui::GpuTreeModel::Driver).data(Qt::AccessibleTextRole).toString(),
             u"Driver: still being read"_s);
    QVERIFY(!row.siblingAtColumn(ui::GpuTreeModel::Occupancy).data(ui::OccupancyRole).isValid());
    QCOMPARE(gpus.gpuAt(row), nullptr); // nothing can be done with it
    const QPersistentModelIndex selected = row;
    const QString key = row.data(ui::RowKeyRole).toString();
    const QSignalSpy removed(&gpus, &QAbstractItemModel::rowsRemoved);
    fleet.data(0);
    fleet.record(0).phase = fleet::HostPhase::Ready;
    gpus.apply(fleet.commit());
    QCOMPARE(removed.count(), 0);
    QVERIFY(selected.isValid());
    QCOMPARE(selected.data(ui::RowKeyRole).toString(), key);
    QCOMPARE(selected.data(ui::RowKindRole).toInt(), static_cast<int>(ui::RowKind::Gpu));
    QVERIFY(gpus.gpuAt(selected) != nullptr);
}

QTEST_MAIN(TestModels)
#include "tst_models.moc"
