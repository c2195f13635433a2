#include "tests/support/FleetSamples.h"
#include "ui/commands/ChangeSelection.h"
#include "ui/models/GpuTreeModel.h"
#include "ui/models/PartitionTreeModel.h"
#include "ui/models/VmTableModel.h"

#include <QTest>

using namespace hvgpu;
using namespace Qt::StringLiterals;

namespace {

/// Every row of a model, parents before children.
QModelIndexList rowsOf(const QAbstractItemModel& model, const QModelIndex& parent = {})
{
    QModelIndexList rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        rows << model.index(row, 0, parent);
        rows << rowsOf(model, rows.back());
    }
    return rows;
}

QModelIndex find(const QAbstractItemModel& model, const QString& text, int column = 0)
{
    for (const QModelIndex& row : rowsOf(model)) {
        if (row.siblingAtColumn(column).data().toString().contains(text))
            return row;
    }
    return {};
}

struct Rows
{
    Rows()
        : fleet(tests::sampleFleet())
    {
        for (ui::FleetModel* model : std::initializer_list<ui::FleetModel*>{&gpus, &partitions, &vms})
            model->setSnapshot(fleet);
    }
    [[nodiscard]] ui::ChangeReasons reasons() const
    {
        return {*fleet,
                [this](const model::HostId& host) { return host == denied ? u"denied"_s : QString(); }};
    }
    [[nodiscard]] QModelIndex partition(const QString& vm) const
    {
        return find(partitions, vm, partitions.columnOf(QLatin1String("virtual_machine")));
    }

    std::shared_ptr<const fleet::FleetSnapshot> fleet;
    ui::GpuTreeModel gpus;
    ui::PartitionTreeModel partitions;
    ui::VmTableModel vms;
    model::HostId denied;
};

} // namespace

class TestChangeReasons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsMeanGpusAdaptersAndMachines()
    {
        const Rows rows;
        const auto gpu = ui::changeSelection({find(rows.gpus, u"NVIDIA A2"_s)});
        QCOMPARE(gpu.gpus.size(), std::size_t{1});
        QCOMPARE(gpu.gpus.front().host, model::HostId(u"hv01"_s));
        const auto taken = ui::changeSelection({rows.partition(u"cad-01"_s)});
        QCOMPARE(taken.adapters.size(), std::size_t{1});
        QVERIFY(!taken.adapters.front().adapterId.isEmpty());
        QVERIFY(taken.gpus.empty());
        const auto free = ui::changeSelection({rows.partition(u"free"_s)});
        QCOMPARE(free.gpus.size(), std::size_t{1});
        QVERIFY(free.adapters.empty());
        const auto vm = ui::changeSelection({find(rows.vms, u"cad-02"_s)});
        QCOMPARE(vm.vms.size(), std::size_t{1});
        const auto server = ui::changeSelection({find(rows.gpus, u"hv01"_s)});
        QVERIFY(server.gpus.empty());
        QCOMPARE(server.hosts.size(), std::size_t{1});
    }

    void nothingIsThereTwice()
    {
        const Rows rows;
        const auto all = ui::changeSelection(rowsOf(rows.partitions));
        std::vector<operations::AdapterRef> adapters = all.adapters;
        std::ranges::sort(adapters);
        QVERIFY(std::ranges::adjacent_find(adapters) == adapters.end());
        const auto gpus = ui::gpusToConfigure(all, *rows.fleet);
        QVERIFY(static_cast<qsizetype>(gpus.size()) < rowsOf(rows.partitions).size());
    }

    void anAssignedPartitionLeadsToItsGpuAndAMachineToItsPartitions()
    {
        const Rows rows;
        const auto taken = ui::changeSelection({rows.partition(u"cad-01"_s)});
        QCOMPARE(ui::gpusToConfigure(taken, *rows.fleet).size(), std::size_t{1});
        const auto vm = ui::changeSelection({find(rows.vms, u"cad-02"_s)});
        const auto adapters = ui::adaptersToUnassign(vm, *rows.fleet);
        QCOMPARE(adapters.size(), std::size_t{1});
        QCOMPARE(adapters.front().vm, vm.vms.front().vm);
    }

    void whatCanBeDoneHasNoReason()
    {
        const Rows rows;
        const auto reasons = rows.reasons();
        for (const auto& selection :
             {ui::ChangeSelection(), ui::changeSelection({find(rows.gpus, u"A2"_s)})}) {
            QCOMPARE(reasons.configure(selection), QString());
            QCOMPARE(reasons.assign(selection), QString());
        }
        QCOMPARE(reasons.unassign({}), QString());
        QCOMPARE(reasons.unassign(ui::changeSelection({rows.partition(u"cad-01"_s)})), QString());
        QCOMPARE(reasons.unassign(ui::changeSelection({find(rows.vms, u"cad-02"_s)})), QString());
    }

    void everyObstacleIsNamed()
    {
        const Rows rows;
        const auto reasons = rows.reasons();
        const auto paravirtual = ui::changeSelection({find(rows.gpus, u"RTX 4080"_s)});
        QVERIFY(reasons.configure(paravirtual).contains(u"cannot be partitioned"_s));
        const auto vm = ui::changeSelection({find(rows.vms, u"cad-02"_s)});
        QVERIFY(reasons.assign(vm).contains(u"cad-02 already has a GPU partition"_s));
        const auto free = ui::changeSelection({rows.partition(u"free"_s)});
        QVERIFY(reasons.unassign(free).contains(u"no assigned partition"_s));
        const auto unread = ui::changeSelection({find(rows.gpus, u"hv03"_s)});
        QCOMPARE(unread.hosts.size(), std::size_t{1});
        for (const QString& reason :
             {reasons.configure(unread), reasons.assign(unread), reasons.unassign(unread)})
            QCOMPARE(reason, u"hv03 has not been read yet."_s);
        const auto two = ui::changeSelection({find(rows.gpus, u"hv01"_s), find(rows.gpus, u"hv02"_s)});
        QVERIFY(reasons.assign(two).contains(u"one server only"_s));
    }

    void aFullGpuCannotBeAssigned()
    {
        Rows rows;
        auto gpu = tests::partitionedGpu();
        gpu.partitioning->partitionCount = 2; // both in use
        rows.fleet = tests::fleetOf({tests::readyHost(u"hv01"_s, {gpu})});
        rows.gpus.setSnapshot(rows.fleet);
        const auto full = ui::changeSelection({find(rows.gpus, u"A2"_s)});
        QVERIFY(rows.reasons().assign(full).contains(u"All partitions of NVIDIA A2 are assigned"_s));
    }

    void whatIsNotKnownIsNotCalledUnassigned()
    {
        Rows rows;
        auto gpu = tests::partitionedGpu();
        gpu.assignments.clear();
        auto host = tests::readyHost(u"hv01"_s, {gpu});
        auto data = std::make_shared<model::HostSnapshot>(*host.snapshot);
        data->notes.push_back({model::Part::PartitionAdapters, {}, {}});
        data->vms.front().name.clear();
        host.snapshot = data;
        rows.fleet = tests::fleetOf({host});
        for (ui::FleetModel* model : std::initializer_list<ui::FleetModel*>{&rows.gpus, &rows.vms})
            model->setSnapshot(rows.fleet);
        const QString id = data->vms.front().id.text();
        const auto vm = ui::changeSelection({find(rows.vms, id)});
        QCOMPARE(vm.vms.size(), std::size_t{1});
        QCOMPARE(rows.reasons().assign(vm),
                 u"Whether %1 has a GPU partition could not be read. Refresh first."_s.arg(id));
        for (const auto& selection :
             {ui::ChangeSelection(), vm, ui::changeSelection({find(rows.gpus, u"A2"_s)})})
            QCOMPARE(rows.reasons().unassign(selection),
                     u"Which GPU partitions of hv01 are assigned could not be read. Refresh first."_s);
    }

    void aServerThatDeniesSaysSo()
    {
        Rows rows;
        rows.denied = model::HostId(u"hv01"_s);
        const auto gpu = ui::changeSelection({find(rows.gpus, u"A2"_s)});
        QCOMPARE(rows.reasons().configure(gpu), u"denied"_s);
        QCOMPARE(rows.reasons().assign(gpu), u"denied"_s);
        QCOMPARE(rows.reasons().configure({}), QString());
    }

    void aFleetWithNothingToChooseFromSaysSo()
    {
        const auto bare = tests::fleetOf({tests::readyHost(u"hv01"_s, {tests::undrivenGpu()})});
        const ui::ChangeReasons reasons(*bare, [](const model::HostId&) { return QString(); });
        QVERIFY(reasons.configure({}).contains(u"No partitionable GPUs"_s));
        QVERIFY(reasons.assign({}).contains(u"No partitionable GPUs"_s));
        const auto unread = tests::fleetOf({tests::failedHost(u"hv03"_s, false)});
        const ui::ChangeReasons unknown(*unread, [](const model::HostId&) { return QString(); });
        QCOMPARE(unknown.configure({}), u"No server has been read yet."_s);
        QCOMPARE(unknown.unassign({}), u"No server has been read yet."_s);
    }
};

QTEST_MAIN(TestChangeReasons)
#include "tst_change_reasons.moc"
