#include "tests/support/FleetBuilder.h"
#include "ui/models/PoolTreeModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using ui::PoolTreeModel;

namespace {

/// Every row, indented by depth: what a person reads in the columns shown at first.
void dump(const QAbstractItemModel& model, const QModelIndex& parent, const QString& indent,
          QStringList& lines)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        QStringList cells;
        for (int column = PoolTreeModel::Name; column <= PoolTreeModel::Note; ++column)
            if (const QString text = index.siblingAtColumn(column).data().toString(); !text.isEmpty())
                cells << text;
        lines << indent + cells.join(u" | "_s);
        dump(model, index, indent + u"  "_s, lines);
    }
}

QStringList dump(const QAbstractItemModel& model)
{
    QStringList lines;
    dump(model, {}, {}, lines);
    return lines;
}

void dismount(model::Gpu& gpu, const QString& name)
{
    gpu.name = name;
    gpu.partitioning.reset();
    gpu.assignments.clear();
    gpu.pnp = model::PnpDevice{};
    gpu.pnp->instanceId = u"PCIP\\"_s + gpu.id.text();
    gpu.pnp->present = true;
    gpu.dismounted = model::DismountedDevice{gpu.pnp->instanceId, u"PCIROOT(0)#PCI(0300)#PCI(0000)"_s};
}

void addPool(model::HostSnapshot& host, const QString& name, const QStringList& devices)
{
    host.pools.push_back({u"Microsoft:"_s + name, name, devices});
}

model::Assignment place(const model::VirtualMachine& vm, const QString& pool, const QString& adapter)
{
    model::Assignment assignment;
    assignment.kind = model::Assignment::Kind::WholeDevice;
    assignment.vm = vm.id;
    assignment.vmName = vm.name;
    assignment.adapterId = adapter;
    assignment.automatic = true;
    assignment.poolName = pool;
    return assignment;
}

/// Two nodes of a cluster with two dismounted GPUs each.
test::FleetBuilder cluster()
{
    test::FleetShape shape;
    shape.hosts = 2;
    shape.gpusPerHost = 2;
    shape.vmsPerHost = 2;
    shape.hostsPerCluster = 2;
    test::FleetBuilder fleet(shape);
    for (int host = 0; host < 2; ++host) {
        fleet.data(host).unplacedAssignments.clear();
        fleet.data(host).vms[0].name = u"alpha"_s;
        fleet.data(host).vms[1].name = u"beta"_s;
        for (model::Gpu& gpu : fleet.data(host).gpus)
            dismount(gpu, u"T4"_s);
    }
    fleet.commit();
    return fleet;
}

QString path(test::FleetBuilder& fleet, int host, std::size_t gpu)
{
    return fleet.data(host).gpus[gpu].dismounted->instancePath;
}

} // namespace

class TestPoolModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dismountedGpusOutsideOfPools()
    {
        test::FleetBuilder fleet = cluster();
        PoolTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSnapshot(fleet.snapshot());
        const QStringList lines = dump(model);
        QCOMPARE(lines.size(), 2 * 4);
        QCOMPARE(lines[1].trimmed(), u"Not in a pool | 2 of 2 free"_s);
        QCOMPARE(lines[2].trimmed(), u"T4 #1 | (free) | Available (Not assigned)"_s);
        QCOMPARE(lines[3].trimmed(), u"T4 #2 | (free) | Available (Not assigned)"_s);
        QCOMPARE(model.contentState({}).items, 2);
    }

    void poolsWithDevicesAndMachines()
    {
        test::FleetBuilder fleet = cluster();
        PoolTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSnapshot(fleet.snapshot());
        addPool(fleet.data(0), u"Pool"_s, {path(fleet, 0, 0), u"PCIP\\VEN_144D&DEV_A820\\4&1&0&0010"_s});
        fleet.data(0).gpus[0].assignments = {place(fleet.data(0).vms[0], u"Pool"_s, u"A"_s)};
        fleet.data(0).unplacedAssignments = {place(fleet.data(0).vms[1], u"pool"_s, u"B"_s)};
        model.apply(fleet.commit());
        model.flush();
        const QStringList lines = dump(model);
        QVERIFY2(lines[1].trimmed().startsWith(u"Pool | 1 of 2 free | Not on "_s), qPrintable(lines[1]));
        QVERIFY2(lines[2].contains(u"T4 #1 | alpha | "_s) && lines[2].endsWith(u"Assigned"_s),
                 qPrintable(lines[2]));
        QVERIFY2(lines[3].contains(u"Device that is no GPU | (free)"_s), qPrintable(lines[3]));
        QVERIFY2(lines[4].contains(u"Waits for a device | beta"_s), qPrintable(lines[4]));
        QCOMPARE(lines[5].trimmed(), u"Not in a pool | 1 of 1 free"_s);
    }

    void theNoteGoesWhenTheOtherNodeGetsThePool()
    {
        test::FleetBuilder fleet = cluster();
        PoolTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSnapshot(fleet.snapshot());
        addPool(fleet.data(0), u"Pool"_s, {path(fleet, 0, 0)});
        model.apply(fleet.commit());
        model.flush();
        const QModelIndex host = model.index(0, 0);
        const QModelIndex note = model.index(0, PoolTreeModel::Note, host);
        QVERIFY(note.data().toString().startsWith(u"Not on "_s));
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        addPool(fleet.data(1), u"POOL"_s, {path(fleet, 1, 0)});
        model.apply(fleet.commit());
        model.flush();
        QCOMPARE(model.index(0, PoolTreeModel::Note, model.index(0, 0)).data().toString(), QString());
        const bool announced =
            std::any_of(changes.cbegin(), changes.cend(), [&](const QList<QVariant>& change) {
                return change.at(0).toModelIndex().parent() == model.index(0, 0);
            });
        QVERIFY(announced);
    }

    void unreadServersAreNotSaidToLackThePool()
    {
        test::FleetBuilder fleet = cluster();
        addPool(fleet.data(0), u"Pool"_s, {path(fleet, 0, 0)});
        model::ReadNote note;
        note.part = model::Part::ResourcePools;
        fleet.data(1).notes.push_back(note);
        fleet.commit();
        PoolTreeModel model;
        model.setSnapshot(fleet.snapshot());
        QCOMPARE(model.index(0, PoolTreeModel::Note, model.index(0, 0)).data().toString(), QString());
        const QString other = model.index(1, PoolTreeModel::VirtualMachine).data().toString();
        QCOMPARE(other, u"GPU pools could not be read"_s);
        QCOMPARE(model.contentState({}).incomplete, 1);
    }

    void aMachineThatNeedsAPoolTheServerDoesNotHave()
    {
        test::FleetBuilder fleet = cluster();
        fleet.data(1).unplacedAssignments = {place(fleet.data(1).vms[0], u"Gone"_s, u"A"_s)};
        fleet.commit();
        PoolTreeModel model;
        model.setSnapshot(fleet.snapshot());
        const QModelIndex pool = model.index(0, 0, model.index(1, 0));
        QCOMPARE(pool.data().toString(), u"Gone"_s);
        QVERIFY(pool.siblingAtColumn(PoolTreeModel::Note).data().toString().contains(u"cannot start here"_s));
        QVERIFY(model.poolAt(pool) == nullptr);
        QCOMPARE(model.index(0, PoolTreeModel::VirtualMachine, pool).data().toString(), u"alpha"_s);
    }

    void rowsKeepTheirIdentity()
    {
        test::FleetBuilder fleet = cluster();
        PoolTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSnapshot(fleet.snapshot());
        const QPersistentModelIndex second = model.index(1, 0, model.index(0, 0, model.index(0, 0)));
        const QString key = second.data(ui::RowKeyRole).toString();
        QCOMPARE(model.indexOfKey(key), QModelIndex(second));
        fleet.data(0).gpus[0].pnp->instanceId.replace(u"PCIP\\"_s, u"PCI\\"_s);
        fleet.data(0).gpus[0].dismounted.reset();
        model.apply(fleet.commit());
        model.flush();
        QVERIFY(second.isValid());
        QCOMPARE(second.row(), 0);
        QCOMPARE(second.data(ui::RowKeyRole).toString(), key);
    }

    void accessibleTexts()
    {
        test::FleetBuilder fleet = cluster();
        addPool(fleet.data(0), u"Pool"_s, {path(fleet, 0, 0)});
        fleet.commit();
        PoolTreeModel model;
        model.setSnapshot(fleet.snapshot());
        const QModelIndex host = model.index(0, 0);
        QVERIFY(host.data(Qt::AccessibleTextRole).toString().startsWith(u"Server "_s));
        const QModelIndex pool = model.index(0, 0, host);
        QVERIFY(pool.data(Qt::AccessibleTextRole).toString().startsWith(u"GPU pool Pool, Not on "_s));
        const QModelIndex mmio = model.index(0, PoolTreeModel::Mmio, pool);
        QCOMPARE(mmio.data(Qt::AccessibleTextRole).toString(), u"MMIO space: not known"_s);
        QCOMPARE(model.index(0, 0, pool).data(ui::PoolRole).toString(), u"Pool"_s);
        QCOMPARE(static_cast<ui::RowKind>(pool.data(ui::RowKindRole).toInt()), ui::RowKind::Pool);
    }

    /// Whatever changes, the model says so by ranges and shows the same as one made anew.
    void randomChanges_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 5; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void randomChanges()
    {
        QFETCH(const unsigned, seed);
        test::FleetShape shape;
        shape.hosts = 4;
        shape.hostsPerCluster = 2;
        test::FleetBuilder fleet(shape, seed);
        PoolTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSnapshot(fleet.snapshot());
        std::mt19937 random(seed);
        const auto below = [&random](std::size_t count) {
            return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
        };
        for (int round = 0; round < 60; ++round) {
            fleet.mutate();
            if (fleet.hostCount() == 0)
                break;
            const int host = static_cast<int>(below(static_cast<std::size_t>(fleet.hostCount())));
            if (fleet.record(host).snapshot && !fleet.data(host).gpus.empty()) {
                model::HostSnapshot& data = fleet.data(host);
                dismount(data.gpus[below(data.gpus.size())], u"T4"_s);
                data.pools.clear();
                for (std::size_t pool = 0; pool < below(3); ++pool)
                    addPool(data, u"Pool %1"_s.arg(below(4)),
                            {u"PCIP\\"_s + data.gpus[below(data.gpus.size())].id.text()});
                std::sort(data.pools.begin(), data.pools.end(),
                          [](const auto& a, const auto& b) { return a.name < b.name; });
                data.pools.erase(std::unique(data.pools.begin(), data.pools.end(),
                                             [](const auto& a, const auto& b) { return a.name == b.name; }),
                                 data.pools.end());
            }
            model.apply(fleet.commit());
            model.flush();
            PoolTreeModel fresh;
            fresh.setSnapshot(fleet.snapshot());
            QCOMPARE(dump(model), dump(fresh));
        }
    }
};

QTEST_MAIN(TestPoolModel)
#include "tst_pool_model.moc"
