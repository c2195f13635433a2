#include "tests/support/FleetBuilder.h"
#include "ui/details/Describe.h"
#include "ui/details/FleetSummary.h"
#include "ui/models/FleetTreeModel.h"
#include "ui/models/GpuCells.h"
#include "ui/models/GpuTreeModel.h"
#include "ui/models/HostCondition.h"
#include "ui/models/PartitionTreeModel.h"
#include "ui/models/VmTableModel.h"
#include "ui/window/FleetStatusBar.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using Gpus = ui::GpuTreeModel;
using Partitions = ui::PartitionTreeModel;
using Vms = ui::VmTableModel;

class TestCells : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void gpuReadsAsTheUserKnowsIt();
    void identicalCardsAreToldApart();
    void sentinelsAreNotNumbers();
    void unknownIsADashWithAReason();
    void partitionsShowVmFreeAndResolvedAtStart();
    void overCommitmentAndLostAssignmentsAreListed();
    void couldNotReadNeverLooksLikeNone();
    void unreadAssignmentsAreNotFree();
    void totalsSayHowFarTheyAreKnown();
    void adaptersNoLongerReadAreShownAgain();
    void staleDataKeepsItsAge();
    void whatCouldNotBeReadIsNotCalledUnreported();
    void aBlankNameIsTheIdEverywhere();
    void dismountedCardsAreFoundByWhatBecameOfThem();
    void vmCells();
    void columnIdsAreUniqueAndStable();
};

void TestCells::gpuReadsAsTheUserKnowsIt()
{
    test::FleetBuilder fleet({.hosts = 1, .gpusPerHost = 1, .partitions = 8, .vmsPerHost = 3});
    Gpus model;
    model.setSnapshot(fleet.snapshot());
    const QModelIndex gpu = model.index(0, 0, model.index(0, 0));
    const auto cell = [&gpu](int column) { return gpu.siblingAtColumn(column); };
    QCOMPARE(cell(Gpus::Name).data().toString(), u"NVIDIA A2"_s);
    QCOMPARE(cell(Gpus::AssignedStatus).data().toString(), u"Partitioned"_s);
    QCOMPARE(cell(Gpus::Driver).data().toString(), u"31.0.15.5000"_s);
    QCOMPARE(cell(Gpus::PartitionCount).data().toString(), u"8"_s);
    QCOMPARE(cell(Gpus::PartitionsInUse).data().toString(), u"3"_s);
    QCOMPARE(cell(Gpus::Occupancy).data().toString(), u"3 of 8"_s);
    QCOMPARE(cell(Gpus::ValidCounts).data().toString(), u"1, 2, 4, 8, 16"_s);
    QCOMPARE(cell(Gpus::ValidCounts).data(Qt::ToolTipRole).toString(), u"As reported: 16, 8, 4, 2, 1"_s);
    QCOMPARE(cell(Gpus::Location).data().toString(), u"PCI bus 101, device 0, function 0"_s);
    QCOMPARE(cell(Gpus::Location).data(Qt::ToolTipRole).toString(), u"PCIROOT(0)#PCI(0300)#PCI(0000)"_s);
    QCOMPARE(cell(Gpus::AvailableVram).data(ui::RawValueRole),
             QVariant::fromValue<quint64>(8ULL * 1'991'245'824ULL));
    QVERIFY(cell(Gpus::AvailableVram).data(Qt::ToolTipRole).toString().contains(u"15,929,966,592"_s));
    QVERIFY(cell(Gpus::Occupancy).data(Qt::AccessibleTextRole).toString().startsWith(u"3 of 8 partitions"_s));
    QCOMPARE(model.index(0, Gpus::StatusDetail).data().toString(), u"1 GPU(s)"_s);
}

void TestCells::identicalCardsAreToldApart()
{
    test::FleetBuilder fleet({.hosts = 1, .gpusPerHost = 2});
    fleet.addGpu(0, 2);
    fleet.data(0).gpus[2].name = u"NVIDIA L4"_s;
    fleet.commit();
    Gpus model;
    model.setSnapshot(fleet.snapshot());
    const QModelIndex host = model.index(0, 0);
    QCOMPARE(model.index(0, 0, host).data().toString(), u"NVIDIA A2 #1"_s);
    QCOMPARE(model.index(1, 0, host).data().toString(), u"NVIDIA A2 #2"_s);
    QCOMPARE(model.index(2, 0, host).data().toString(), u"NVIDIA L4"_s);
    QVERIFY(model.index(0, Gpus::Location, host).data() != model.index(1, Gpus::Location, host).data());
}

void TestCells::sentinelsAreNotNumbers()
{
    test::FleetBuilder fleet({.hosts = 1, .gpusPerHost = 2});
    auto& gpus = fleet.data(0).gpus;
    gpus[0].partitioning->vram.available = ~std::uint64_t{0};
    gpus[0].partitioning->vram.total = ~std::uint64_t{0};
    gpus[0].adapterMemory = 16ULL << 30U;
    gpus[1].partitioning->vram.available = std::nullopt;
    fleet.commit();
    Gpus model;
    model.setSnapshot(fleet.snapshot());
    const QModelIndex host = model.index(0, 0);
    for (int row = 0; row < 2; ++row) {
        const QModelIndex cell = model.index(row, Gpus::AvailableVram, host);
        QCOMPARE(cell.data().toString(), u"not reported"_s);
        QVERIFY(!cell.data(ui::RawValueRole).isValid());
        QCOMPARE(cell.data(Qt::ToolTipRole).toString(), u"The driver reports no figure here."_s);
    }
    const QModelIndex total = model.index(0, Gpus::TotalVram, host);
    QVERIFY(total.data().toString().startsWith(u"≈ 16"_s));
    QVERIFY(total.data(Qt::ToolTipRole).toString().contains(u"17,179,869,184"_s));
    QVERIFY(model.index(0, Gpus::AvailableVram).data().toString().isEmpty()); // no sum over unknown parts
}

void TestCells::unknownIsADashWithAReason()
{
    test::FleetBuilder fleet({.hosts = 1, .gpusPerHost = 1});
    auto& gpu = fleet.data(0).gpus[0];
    gpu.partitioning.reset();
    gpu.assignments.clear();
    gpu.pnp->driverVersion.clear();
    fleet.commit();
    Gpus model;
    model.setSnapshot(fleet.snapshot());
    const QModelIndex host = model.index(0, 0);
    for (const int column :
         {Gpus::PartitionCount, Gpus::PartitionsInUse, Gpus::Occupancy, Gpus::TotalVram, Gpus::Driver}) {
        const QModelIndex cell = model.index(0, column, host);
        QCOMPARE(cell.data().toString(), u"—"_s);
        QVERIFY(!cell.data(ui::RawValueRole).isValid());
        QVERIFY(!cell.data(Qt::ToolTipRole).toString().isEmpty());
        QVERIFY(cell.data(Qt::AccessibleTextRole).toString().endsWith(u"not known"_s));
    }
}

void TestCells::partitionsShowVmFreeAndResolvedAtStart()
{
    test::FleetBuilder fleet({.hosts = 1, .gpusPerHost = 1, .partitions = 4, .vmsPerHost = 3});
    Partitions model; // vm 0 is off, 1 and 2 run
    model.setSnapshot(fleet.snapshot());
    const QModelIndex gpu = model.index(0, 0, model.index(0, 0));
    QCOMPARE(model.rowCount(gpu), 4);
    const auto texts = [&](int column) {
        QStringList all;
        for (int row = 0; row < 4; ++row)
            all << model.index(row, column, gpu).data().toString();
        return all;
    };
    QCOMPARE(texts(Partitions::Name),
             (QStringList{u"Partition 1"_s, u"Partition 2"_s, u"Resolved at start"_s, u"Partition 0"_s}));
    QCOMPARE(texts(Partitions::VirtualMachine),
             (QStringList{u"vm00001"_s, u"vm00002"_s, u"vm00000"_s, u"(free)"_s}));
    QCOMPARE(texts(Partitions::VmState), (QStringList{u"Running"_s, u"Running"_s, u"Off"_s, QString()}));
    QCOMPARE(texts(Partitions::PartitionId), (QStringList{u"1"_s, u"2"_s, u"resolved at start"_s, u"0"_s}));
    QCOMPARE(texts(Partitions::Vram),
             (QStringList{u"1.85 GB"_s, u"1.85 GB"_s, u"≈ 1.85 GB"_s, u"≈ 1.85 GB"_s}));
    QCOMPARE(model.index(0, 0, gpu).data(Qt::AccessibleTextRole).toString(),
             u"Partition 1: vm00001, running"_s);
    QVERIFY(!model.index(3, Partitions::VirtualMachine, gpu).data(ui::RawValueRole).isValid());
}

void TestCells::overCommitmentAndLostAssignmentsAreListed()
{
    test::FleetBuilder fleet({.hosts = 1, .gpusPerHost = 1, .partitions = 1, .vmsPerHost = 2});
    fleet.assign(0, 0, 0, std::nullopt);
    model::Assignment lost;
    lost.vmName = u"orphan"_s;
    lost.adapterId = u"x"_s;
    fleet.data(0).unplacedAssignments.push_back(lost);
    lost.automatic = true;
    lost.adapterId = u"y"_s;
    fleet.data(0).unplacedAssignments.push_back(lost);
    fleet.commit();
    Partitions model;
    model.setSnapshot(fleet.snapshot());
    const QModelIndex host = model.index(0, 0);
    QCOMPARE(model.rowCount(host), 3);
    const QModelIndex gpu = model.index(0, 0, host);
    QCOMPARE(model.rowCount(gpu), 2);
    QCOMPARE(model.index(1, 0, gpu).data().toString(), u"Over-committed"_s);
    QVERIFY(model.index(1, 0, gpu).data(Qt::ToolTipRole).toString().contains(u"will not start"_s));
    QCOMPARE(model.index(1, 0, host).data().toString(), u"Assigned, GPU not found"_s);
    QCOMPARE(model.index(1, 1, host).data().toString(), u"orphan"_s);
    QCOMPARE(model.index(2, 0, host).data().toString(), u"Assigned, GPU chosen when the VM starts"_s);
}

void TestCells::couldNotReadNeverLooksLikeNone()
{
    test::FleetBuilder fleet({.hosts = 5});
    fleet.fail(0, base::ErrorCode::Unreachable, true);
    fleet.record(1).phase = fleet::HostPhase::Reading;
    fleet.record(1).snapshot = nullptr;
    fleet.data(2).gpus.clear();
    fleet.data(3).gpus.clear();
    fleet.data(3).notes.push_back({model::Part::PnpDevices, {}, {}});
    fleet.data(3).notes.push_back({model::Part::VirtualMachines, {}, {}});
    fleet.data(4).host.hyperVRole = false;
    fleet.commit();
    Gpus gpus;
    gpus.setSnapshot(fleet.snapshot());
    const auto state = [&gpus](int row) { return gpus.index(row, Gpus::AssignedStatus).data().toString(); };
    QVERIFY(state(0).startsWith(u"Could not read: "_s));
    QCOMPARE(state(1), u"Reading…"_s);
    QCOMPARE(state(2), u"No GPUs"_s);
    QCOMPARE(state(3), u"GPUs could not be read"_s);
    QCOMPARE(state(4), u"No Hyper-V role"_s);
    QVERIFY(gpus.index(0, 0).data(Qt::ToolTipRole).toString().count(u'\n') >= 2); // explanation and advice
    Vms vms;
    vms.setSnapshot(fleet.snapshot());
    QVERIFY(vms.index(0, 0).data().toString().startsWith(u"Could not read: "_s));
    QCOMPARE(vms.index(0, 0).data(ui::RowKindRole).toInt(), static_cast<int>(ui::RowKind::Notice));
    QCOMPARE(vms.index(1, 0).data().toString(), u"Reading…"_s);
    QCOMPARE(vms.contentState({}).incomplete, 1);
}

void TestCells::unreadAssignmentsAreNotFree()
{
    test::FleetBuilder fleet({.hosts = 1, .gpusPerHost = 1, .partitions = 4, .vmsPerHost = 2});
    fleet.data(0).notes.push_back({model::Part::PartitionAdapters, {}, {}});
    for (model::Gpu& gpu : fleet.data(0).gpus)
        gpu.assignments.clear();
    fleet.commit();
    Partitions partitions;
    partitions.setSnapshot(fleet.snapshot());
    const QModelIndex gpu = partitions.index(0, 0, partitions.index(0, 0));
    QCOMPARE(partitions.rowCount(gpu), 4);
    for (int row = 0; row < 4; ++row)
        QCOMPARE(partitions.index(row, Partitions::VirtualMachine, gpu).data().toString(),
                 u"(could not be read)"_s);
    QCOMPARE(gpu.siblingAtColumn(Partitions::Occupancy).data().toString(), u"? of 4"_s);
    Gpus gpus;
    gpus.setSnapshot(fleet.snapshot());
    const QModelIndex row = gpus.index(0, 0, gpus.index(0, 0));
    QCOMPARE(row.siblingAtColumn(Gpus::PartitionsInUse).data().toString(), ui::cells::unknown());
    QCOMPARE(row.siblingAtColumn(Gpus::Occupancy).data().toString(), u"? of 4"_s);
    Vms vms;
    vms.setSnapshot(fleet.snapshot());
    const QModelIndex vm = vms.index(0, Vms::GpuPartitions);
    QCOMPARE(vm.data().toString(), ui::cells::unknown());
    QVERIFY(!vm.data(ui::RawValueRole).isValid()); // neither sorted nor exported as none
    QCOMPARE(vm.siblingAtColumn(Vms::Devices).data().toString(), u"0"_s); // those were read
    QCOMPARE(vm.siblingAtColumn(Vms::Gpus).data().toString(), ui::cells::unknown());
    const fleet::HostRecord& host = *fleet.snapshot()->hosts.front();
    QVERIFY(ui::describeVm(host, host.snapshot->vms.front()).value(u"partitions"_s) != u"0"_s);
    QCOMPARE(ui::describeGpu(host, host.snapshot->gpus.front()).value(u"assignments"_s),
             u"could not be read"_s);
    ui::FleetTreeModel tree;
    tree.setSnapshot(fleet.snapshot());
    const QModelIndex state = tree.index(0, 0, tree.index(0, 0)).siblingAtColumn(ui::FleetTreeModel::State);
    QCOMPARE(state.data().toString(), u"Partly read"_s);
    QCOMPARE(state.data(ui::IconNameRole).toString(), u"warning"_s);
}

void TestCells::totalsSayHowFarTheyAreKnown()
{
    test::FleetBuilder fleet({.hosts = 2, .gpusPerHost = 1, .partitions = 4, .vmsPerHost = 1});
    const auto told = [&fleet] {
        fleet.commit();
        return ui::FleetStatusBar::partitionsText(ui::countFleet(*fleet.snapshot()));
    };
    QCOMPARE(told(), u"2 of 8 partition(s) in use"_s);
    fleet.data(0).notes.push_back({model::Part::PartitionAdapters, {}, {}});
    QCOMPARE(told(), u"at least 2 of 8 partition(s) in use"_s);
    const auto detail = [&fleet](const QString& field) {
        return ui::describeFleet(*fleet.snapshot()).value(field);
    };
    QCOMPARE(detail(u"partitionsInUse"_s), u"at least 2 of 8"_s);
    fleet.data(1).notes.push_back({model::Part::PartitionableGpus, {}, {}});
    fleet.data(1).gpus.front().partitioning.reset();
    QVERIFY2(told().contains(u" of 4 known"_s), qPrintable(told()));
    QCOMPARE(detail(u"partitionsInUse"_s), u"at least 1 of 4 known"_s);
    // All in use: more than all there cannot be.
    fleet.data(0).gpus.front().partitioning->partitionCount = 1;
    fleet.commit();
    QCOMPARE(detail(u"partitionsInUse"_s), u"1 of 1 known"_s);
    const auto gpus = [&fleet] { return ui::FleetStatusBar::gpusText(ui::countFleet(*fleet.snapshot())); };
    QCOMPARE(gpus(), u"2 GPU(s)"_s);
    fleet.fail(0, base::ErrorCode::Unreachable, true);
    fleet.commit();
    QCOMPARE(gpus(), u"1 known GPU(s)"_s);
    QCOMPARE(detail(u"gpuCount"_s), u"1 known"_s);
    fleet.fail(1, base::ErrorCode::Unreachable, true);
    QCOMPARE(told(), u"partitions in use: unknown"_s);
    QCOMPARE(gpus(), u"GPUs: unknown"_s); // not none
    QCOMPARE(detail(u"gpuCount"_s), u"unknown"_s);
    QCOMPARE(detail(u"vmCount"_s), u"unknown"_s);
}

void TestCells::adaptersNoLongerReadAreShownAgain()
{
    test::FleetBuilder fleet({.hosts = 1, .gpusPerHost = 1, .partitions = 4, .vmsPerHost = 2});
    Vms vms;
    vms.setSnapshot(fleet.snapshot());
    const QSignalSpy changes(&vms, &QAbstractItemModel::dataChanged);
    fleet.data(0).notes.push_back({model::Part::PartitionAdapters, {}, {}}); // the VMs are what they were
    vms.apply(fleet.commit());
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.front().at(1).toModelIndex(), vms.index(1, vms.columnCount() - 1));
}

void TestCells::staleDataKeepsItsAge()
{
    test::FleetBuilder fleet({.hosts = 1});
    fleet.fail(0, base::ErrorCode::TimedOut, false);
    fleet.commit();
    ui::FleetTreeModel tree;
    tree.setNow([&fleet] { return fleet.snapshot()->hosts[0]->lastSuccess.addSecs(300); });
    tree.setSnapshot(fleet.snapshot());
    const QModelIndex host = tree.index(0, 0, tree.index(0, 0));
    QCOMPARE(host.siblingAtColumn(ui::FleetTreeModel::State).data().toString(), u"Not up to date"_s);
    QCOMPARE(host.siblingAtColumn(ui::FleetTreeModel::Age).data().toString(), u"5 minutes ago"_s);
    Gpus gpus;
    gpus.setSnapshot(fleet.snapshot());
    QCOMPARE(gpus.rowCount(gpus.index(0, 0)), 2);
}

void TestCells::whatCouldNotBeReadIsNotCalledUnreported()
{
    test::FleetBuilder fleet({.hosts = 1, .gpusPerHost = 1, .partitions = 4, .vmsPerHost = 1});
    fleet.data(0).vms.front().processorCount.reset();
    fleet.data(0).gpus.front().pnp->driverVersion.clear();
    fleet.commit();
    const auto tips = [&fleet] {
        Vms vms;
        vms.setSnapshot(fleet.snapshot());
        Gpus gpus;
        gpus.setSnapshot(fleet.snapshot());
        const QModelIndex gpu = gpus.index(0, 0, gpus.index(0, 0));
        QStringList said;
        for (const QModelIndex& cell :
             {vms.index(0, Vms::Processors), vms.index(0, Vms::GpuPartitions), vms.index(0, Vms::Gpus),
              gpu.siblingAtColumn(Gpus::Driver), gpu.siblingAtColumn(Gpus::PartitionsInUse)})
            said << cell.data(Qt::ToolTipRole).toString();
        return said;
    };
    QStringList before = tips();
    QCOMPARE(before[0], u"The server does not report it."_s);
    QCOMPARE(before[3], u"The server reports no driver for this GPU."_s);
    for (const model::Part part :
         {model::Part::VmProcessors, model::Part::PartitionAdapters, model::Part::DeviceProperties})
        fleet.data(0).notes.push_back({part, {}, {}});
    fleet.commit();
    const QStringList after = tips();
    for (const QString& tip : after)
        QVERIFY2(tip.contains(u"Could not be read: "_s), qPrintable(after.join(u'|')));
    QVERIFY(after[0] != after[1]);
    // What is known of one machine only is not said of another.
    fleet.data(0).notes = {{model::Part::VmProcessors, u"somebody else"_s, {}}};
    fleet.commit();
    QCOMPARE(tips()[0], u"The server does not report it."_s);
}

void TestCells::aBlankNameIsTheIdEverywhere()
{
    test::FleetBuilder fleet({.hosts = 1, .gpusPerHost = 1, .partitions = 4, .vmsPerHost = 1});
    const QString id = fleet.data(0).vms.front().id.text();
    for (const QString& blank : {QString(), u"  "_s}) {
        fleet.data(0).vms.front().name = blank;
        fleet.data(0).gpus.front().assignments.front().vmName = blank;
        fleet.commit();
        const fleet::HostRecord& host = *fleet.snapshot()->hosts.front();
        const model::Gpu& gpu = host.snapshot->gpus.front();
        Vms vms;
        vms.setSnapshot(fleet.snapshot());
        QCOMPARE(vms.index(0, Vms::Name).data().toString(), id);
        QCOMPARE(vms.index(0, Vms::Name).data(Qt::ToolTipRole).toString(), id);
        const ui::DetailContent vm = ui::describeVm(host, host.snapshot->vms.front());
        QCOMPARE(vm.title, id);
        QCOMPARE(vm.value(u"vmName"_s), id);
        QVERIFY(ui::describeGpu(host, gpu).value(u"assignments"_s).contains(id));
        const auto slot = analysis::partitionLayout(gpu).front();
        QCOMPARE(ui::describePartition(host, gpu, slot).value(u"vmName"_s), id);
        Partitions partitions;
        partitions.setSnapshot(fleet.snapshot());
        const QModelIndex row = partitions.index(0, 0, partitions.index(0, 0, partitions.index(0, 0)));
        QCOMPARE(row.siblingAtColumn(Partitions::VirtualMachine).data().toString(), id);
    }
}

void TestCells::dismountedCardsAreFoundByWhatBecameOfThem()
{
    test::FleetBuilder fleet({.hosts = 1, .gpusPerHost = 2, .partitions = 4, .vmsPerHost = 1});
    const auto release = [&fleet](std::size_t card) {
        model::Gpu& gpu = fleet.data(0).gpus[card];
        gpu.partitioning.reset();
        gpu.assignments.clear();
        gpu.pnp->instanceId = u"PCIP\\VEN_10DE\\"_s + QString::number(card);
        gpu.dismounted = model::DismountedDevice{gpu.pnp->instanceId, u"x"_s};
    };
    release(0);
    release(1);
    fleet.commit();
    Gpus model;
    model.setSnapshot(fleet.snapshot());
    const auto key = [&model](int row) {
        return model.index(row, 0, model.index(0, 0)).data(ui::FilterKeyRole).toString();
    };
    QVERIFY2(key(0).split(u'\n').contains(u"free"_s), qPrintable(key(0)));
    const model::VirtualMachine& vm = fleet.data(0).vms.front();
    model::Assignment whole;
    whole.kind = model::Assignment::Kind::WholeDevice;
    whole.vm = vm.id;
    whole.vmName = vm.name;
    whole.adapterId = u"Microsoft:x\\1"_s;
    fleet.data(0).gpus[1].assignments = {whole};
    model.apply(fleet.commit());
    QVERIFY2(key(0).split(u'\n').contains(u"free"_s), qPrintable(key(0)));
    QVERIFY2(!key(1).split(u'\n').contains(u"free"_s), qPrintable(key(1)));
    QVERIFY(key(1).contains(vm.name.toCaseFolded()) && key(1).contains(vm.id.text().toCaseFolded()));
    // The key of before is not kept when only the machine's state changes.
    const QString off = key(1);
    fleet.data(0).vms.front().state = model::PowerState::Running;
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.apply(fleet.commit());
    QVERIFY(changes.count() > 0);
    QVERIFY2(key(1) != off, qPrintable(key(1)));
}

void TestCells::vmCells()
{
    test::FleetBuilder fleet({.hosts = 1, .vmsPerHost = 3});
    fleet.data(0).vms[1].offlineAction = 3U;
    fleet.data(0).vms[2].name = u"  "_s;
    fleet.commit();
    Vms model;
    model.setSnapshot(fleet.snapshot());
    QCOMPARE(model.index(0, Vms::State).data().toString(), u"Off"_s);
    QCOMPARE(model.index(0, Vms::Server).data().toString(), u"HV0001"_s);
    QCOMPARE(model.index(0, Vms::GpuPartitions).data().toString(), u"1"_s);
    QCOMPARE(model.index(0, Vms::Gpus).data().toString(), u"NVIDIA A2 #1"_s);
    QVERIFY(model.index(0, 0).data(ui::FilterKeyRole).toString().contains(u"nvidia a2 #1"_s));
    QCOMPARE(model.index(0, Vms::OfflineAction).data().toString(), u"—"_s);
    QCOMPARE(model.index(1, Vms::OfflineAction).data().toString(), u"Shut down (forced)"_s);
    QCOMPARE(model.index(0, Vms::Memory).data(ui::RawValueRole),
             QVariant::fromValue<quint64>(4096ULL << 20U));
    QCOMPARE(model.index(1, Vms::Memory).data(ui::RawValueRole),
             QVariant::fromValue<quint64>(2560ULL << 20U));
    QCOMPARE(model.index(2, 0).data(), model.index(2, Vms::VmIdentity).data()); // no name to be read
    QCOMPARE(model.index(1, Vms::GuestOs).data(Qt::ToolTipRole).toString(),
             u"Known only while the virtual machine runs."_s);
}

void TestCells::columnIdsAreUniqueAndStable()
{
    const Gpus gpus;
    const Partitions partitions;
    const Vms vms;
    const ui::FleetTreeModel fleet;
    for (const ui::FleetModel* model :
         std::initializer_list<const ui::FleetModel*>{&gpus, &partitions, &vms, &fleet}) {
        QSet<QString> ids;
        for (int column = 0; column < model->columnCount(); ++column)
            ids.insert(model->headerData(column, Qt::Horizontal, ui::ColumnIdRole).toString());
        QCOMPARE(ids.size(), model->columnCount());
    }
    QCOMPARE(gpus.headerData(Gpus::AssignedStatus, Qt::Horizontal, Qt::DisplayRole).toString(),
             u"Assigned status"_s);
    QCOMPARE(partitions.headerData(Partitions::PartitionCount, Qt::Horizontal, Qt::DisplayRole).toString(),
             u"Partition count"_s);
}

QTEST_MAIN(TestCells)
#include "tst_cells.moc"
