// What each list offers, and why it does not offer the rest.
#include "tests/core/operations/FleetOf.h"
#include "ui/change/AdapterChoices.h"
#include "ui/change/PartitionChoices.h"
#include "ui/change/ServerChoices.h"
#include "ui/change/Titles.h"
#include "ui/change/VmChoices.h"

#include <QTest>

#include <algorithm>

using namespace hvgpu;
using namespace hvgpu::ui;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;
using model::PowerState;

namespace {

const QDateTime noon(QDate(2026, 1, 2), QTime(12, 0), Qt::UTC);

std::shared_ptr<const fleet::FleetSnapshot> shared(const FleetOf& fleet)
{
    return std::make_shared<const fleet::FleetSnapshot>(fleet.build());
}

const ChoiceRow* find(const std::vector<ChoiceRow>& rows, const QString& key)
{
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const ChoiceRow& row) { return row.key == key; });
    return found == rows.end() ? nullptr : &*found;
}

/// The fleet with one record changed.
std::shared_ptr<const fleet::FleetSnapshot> changed(const FleetOf& fleet,
                                                    const std::function<void(fleet::HostRecord&)>& change)
{
    auto made = std::make_shared<fleet::FleetSnapshot>(fleet.build());
    auto record = std::make_shared<fleet::HostRecord>(*made->hosts.front());
    change(*record);
    made->hosts.front() = record;
    return made;
}

FleetOf oneFree()
{
    FleetOf fleet;
    fleet.host(u"A"_s).gpu(u"1"_s, 2).vm(u"X"_s, PowerState::Off).assigned().vm(u"Y"_s, PowerState::Off);
    fleet.snapshot().host.hyperVRole = true;
    return fleet;
}

QString whyNotAssign(const fleet::FleetSnapshot& fleet)
{
    return serverRows(ChangePurpose::Assign, fleet, noon).front().whyNot;
}

operations::AssignRequest on(const QString& host)
{
    operations::AssignRequest request;
    request.host = model::HostId(host);
    return request;
}

model::Assignment leftover(const QString& vm, const QString& path)
{
    model::Assignment assignment;
    assignment.vm = model::VmId(vm);
    assignment.vmName = u"vm "_s + vm;
    assignment.adapterId = u"Microsoft:%1\\9"_s.arg(vm);
    assignment.deviceInstancePath = path;
    return assignment;
}

base::Error unreadable()
{
    base::Error error;
    error.code = base::ErrorCode::AccessDenied;
    return error;
}

} // namespace

class TestChoiceRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serversWithFreePartitionsCanBeChosen()
    {
        const FleetOf fleet = oneFree();
        const auto rows = serverRows(ChangePurpose::Assign, *shared(fleet), noon);
        QCOMPARE(rows.size(), std::size_t{1});
        QVERIFY2(rows.front().isChoosable(), qUtf8Printable(rows.front().whyNot));
        QCOMPARE(rows.front().key, u"A"_s);
        QCOMPARE(rows.front().cells[2].text, u"1 of 2"_s);
        QVERIFY(serverRows(ChangePurpose::Unassign, *shared(fleet), noon).front().isChoosable());
    }

    void theOthersSayWhy()
    {
        FleetOf full = oneFree();
        full.vm(u"Z"_s, PowerState::Off).assigned();
        QVERIFY(whyNotAssign(*shared(full)).contains(u"No free partition"_s));
        FleetOf noGpu;
        noGpu.host(u"A"_s).vm(u"X"_s, PowerState::Off);
        noGpu.snapshot().host.hyperVRole = true;
        QCOMPARE(whyNotAssign(*shared(noGpu)), u"No partitionable GPU"_s);
        FleetOf noVm;
        noVm.host(u"A"_s).gpu(u"1"_s, 2);
        noVm.snapshot().host.hyperVRole = true;
        QCOMPARE(whyNotAssign(*shared(noVm)), u"No virtual machines"_s);
        FleetOf unknownCount = oneFree();
        unknownCount.lastGpu().partitioning->partitionCount.reset();
        QCOMPARE(whyNotAssign(*shared(unknownCount)), u"Partition count not reported"_s);
        FleetOf noRole = oneFree();
        noRole.snapshot().host.hyperVRole = false;
        QCOMPARE(whyNotAssign(*shared(noRole)), u"No Hyper-V role"_s);
        FleetOf nothing;
        nothing.host(u"A"_s).gpu(u"1"_s, 2).vm(u"X"_s, PowerState::Off);
        nothing.snapshot().host.hyperVRole = true;
        QCOMPARE(serverRows(ChangePurpose::Unassign, *shared(nothing), noon).front().whyNot,
                 u"No partition is assigned"_s);
    }

    void couldNotBeReadIsNotNone()
    {
        FleetOf unread = oneFree();
        unread.snapshot().notes.push_back({model::Part::VirtualMachines, {}, unreadable()});
        unread.snapshot().vms.clear();
        for (const ChangePurpose purpose : {ChangePurpose::Assign, ChangePurpose::Unassign}) {
            const ChoiceRow row = serverRows(purpose, *shared(unread), noon).front();
            QVERIFY2(row.whyNot.startsWith(u"Could not be read"_s), qUtf8Printable(row.whyNot));
            QCOMPARE(row.cells[2].text, u"—"_s);
            QCOMPARE(row.cells[3].text, row.whyNot);
        }
        const VmChoices vms = vmChoices(on(u"A"_s), shared(unread), noon);
        QVERIFY(vms.rows.empty());
        QVERIFY(!vms.whyUnknown.isEmpty());
        const AdapterChoices adapters = adapterChoices({model::HostId(u"A"_s)}, {}, shared(unread), noon);
        QVERIFY(adapters.rows.empty());
        QCOMPARE(adapters.unknownServers.size(), 1);
    }

    void serversThatCannotBeReachedSaySo()
    {
        const FleetOf fleet = oneFree();
        const auto never = changed(fleet, [](fleet::HostRecord& record) {
            record.phase = fleet::HostPhase::NeverRead;
            record.snapshot = nullptr;
        });
        QCOMPARE(whyNotAssign(*never), u"Not read yet"_s);
        const auto failed = changed(fleet, [](fleet::HostRecord& record) {
            record.phase = fleet::HostPhase::Failed;
            record.snapshot = nullptr;
            record.lastError = unreadable();
        });
        QVERIFY(whyNotAssign(*failed).startsWith(u"Could not read"_s));
        const auto down = changed(fleet, [](fleet::HostRecord& record) {
            record.inCluster = true;
            record.nodeState = model::NodeState::Down;
        });
        QCOMPARE(whyNotAssign(*down), u"The cluster node is down"_s);
        const auto stale = changed(fleet, [](fleet::HostRecord& record) {
            record.phase = fleet::HostPhase::Failed;
            record.lastSuccess = noon.addSecs(-7200);
        });
        const ChoiceRow row = serverRows(ChangePurpose::Assign, *stale, noon).front();
        QVERIFY(row.isChoosable());
        QVERIFY2(row.cells[3].text.contains(u"2 hours ago"_s), qUtf8Printable(row.cells[3].text));
    }

    void everyPrecheckIsInTheRow_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<bool>("choosable");
        QTest::newRow("ready") << u"ready"_s << true;
        QTest::newRow("running") << u"running"_s << true;
        QTest::newRow("saved") << u"saved"_s << false;
        QTest::newRow("paused") << u"paused"_s << false;
        QTest::newRow("critical") << u"critical"_s << false;
        QTest::newRow("starting") << u"starting"_s << false;
        QTest::newRow("unknown state") << u"unknown"_s << false;
        QTest::newRow("has a partition") << u"assigned"_s << false;
        QTest::newRow("dynamic memory") << u"memory"_s << false;
        QTest::newRow("memory unknown") << u"memoryUnknown"_s << true;
        QTest::newRow("old version") << u"version"_s << false;
        QTest::newRow("generation 1") << u"generation"_s << true;
        QTest::newRow("checkpoints") << u"checkpoints"_s << true;
        QTest::newRow("stop action") << u"stop"_s << true;
        QTest::newRow("offline action") << u"offline"_s << true;
    }

    void everyPrecheckIsInTheRow()
    {
        QFETCH(const QString, what);
        QFETCH(const bool, choosable);
        FleetOf fleet = oneFree();
        model::VirtualMachine& vm = fleet.lastVm();
        operations::AssignRequest request = on(u"A"_s);
        const std::map<QString, PowerState> states{
            {u"running"_s, PowerState::Running},   {u"saved"_s, PowerState::Saved},
            {u"paused"_s, PowerState::Paused},     {u"critical"_s, PowerState::Critical},
            {u"starting"_s, PowerState::Starting}, {u"unknown"_s, PowerState::Unknown}};
        if (const auto state = states.find(what); state != states.end())
            vm.state = state->second;
        if (what == u"assigned"_s)
            fleet.assigned();
        if (what == u"memory"_s || what == u"memoryUnknown"_s)
            vm.dynamicMemory = true;
        if (what == u"memory"_s) {
            vm.startupMemoryMb = 4096;
            vm.minimumMemoryMb = 512;
        }
        if (what == u"version"_s)
            vm.version = u"8.0"_s;
        if (what == u"generation"_s)
            vm.generation = 1;
        if (what == u"checkpoints"_s)
            vm.userSnapshotType = 3;
        if (what == u"stop"_s)
            vm.automaticShutdownAction = 3;
        if (what == u"offline"_s) {
            vm.clustered = true;
            vm.offlineAction = 1;
            request.configureOfflineAction = false;
        }
        const VmChoices choices = vmChoices(request, shared(fleet), noon);
        const ChoiceRow* row = find(choices.rows, u"Y"_s);
        QVERIFY(row != nullptr);
        QCOMPARE(row->isChoosable(), choosable);
        const ChoiceCell& check = row->cells.back();
        QCOMPARE(check.text == u"Ready"_s, what == u"ready"_s);
        QCOMPARE(choices.prechecks.of(request.host, model::VmId(u"Y"_s)).empty(), what == u"ready"_s);
        if (!choosable) {
            QVERIFY2(check.toolTip.startsWith(row->whyNot), qUtf8Printable(row->whyNot));
            QCOMPARE(check.icon, u"error"_s);
        } else if (what != u"ready"_s) {
            QCOMPARE(check.icon.isEmpty(), what == u"running"_s);
        }
    }

    void severalReasonsAreAllTold()
    {
        FleetOf fleet = oneFree();
        fleet.lastVm().version = u"8.0"_s;
        fleet.lastVm().state = PowerState::Saved;
        fleet.lastVm().generation = 1;
        const VmChoices choices = vmChoices(on(u"A"_s), shared(fleet), noon);
        const ChoiceRow* row = find(choices.rows, u"Y"_s);
        QCOMPARE(row->cells.back().text, u"Configuration version too old, Saved, Generation 1"_s);
        QVERIFY(row->cells.back().toolTip.count(u'\n') >= 2);
        QCOMPARE(choices.prechecks.of(model::HostId(u"A"_s), model::VmId(u"Y"_s)).size(), std::size_t{3});
    }

    void tooFewPartitionsAreNoFaultOfOneVm()
    {
        FleetOf fleet = oneFree();
        fleet.vm(u"Z"_s, PowerState::Off);
        const VmChoices choices = vmChoices(on(u"A"_s), shared(fleet), noon);
        QVERIFY(find(choices.rows, u"Y"_s)->isChoosable());
        QVERIFY(find(choices.rows, u"Z"_s)->isChoosable());
    }

    void namesakesAreToldApart()
    {
        FleetOf fleet = oneFree();
        fleet.lastVm().name = u"twin"_s;
        fleet.vm(u"AAAABBBBCCCC"_s, PowerState::Off).lastVm().name = u"Twin"_s;
        fleet.vm(u"EEEE"_s, PowerState::Off).lastVm().name = u"  "_s;
        const model::HostSnapshot& host = fleet.snapshot();
        QCOMPARE(vmTitle(host, host.vms[2]), u"Twin (…BBCCCC)"_s);
        QCOMPARE(vmTitle(host, host.vms[0]), u"vm X"_s);
        QCOMPARE(vmTitle(host, host.vms[3]), u"EEEE"_s);
        fleet.gpu(u"2"_s, 2);
        QCOMPARE(gpuTitle(host, host.gpus[1]), u"NVIDIA A2 #2"_s);
    }

    void sizesAreThoseConfigured()
    {
        FleetOf fleet;
        fleet.host(u"A"_s).gpu(u"1"_s, 4).gpu(u"2"_s, 8).gpu(u"3"_s, 8);
        fleet.vm(u"X"_s, PowerState::Off).assigned();
        const auto options = sizeOptions(fleet.snapshot());
        QCOMPARE(options.size(), std::size_t{2});
        QCOMPARE(options[0].bytes, std::optional<std::uint64_t>(15'929'966'592ULL / 8));
        QCOMPARE(options[0].free, 15);
        QCOMPARE(options[0].gpus, 2);
        QCOMPARE(options[1].free, 4);
        QVERIFY(sizeText(options[0]).startsWith(u"1.85 GB"_s));
        const auto rows = gpuRows(fleet.snapshot(), options[0]);
        QVERIFY(find(rows, automaticGpuKey())->isChoosable());
        QVERIFY(!find(rows, u"1"_s)->whyNot.isEmpty());
        QVERIFY(find(rows, u"2"_s)->isChoosable());
        QCOMPARE(find(rows, u"3"_s)->cells[3].text, u"7 of 8"_s);
        QCOMPARE(find(rows, u"3"_s)->cells[5].text, fleet.lastGpu().partitioning->name);
    }

    void gpusWithoutASizeMustBeNamed()
    {
        FleetOf fleet;
        fleet.host(u"A"_s).gpu(u"1"_s, 4).gpu(u"2"_s, 8);
        fleet.lastGpu().partitioning->vram = {};
        const auto options = sizeOptions(fleet.snapshot());
        QCOMPARE(options.size(), std::size_t{2});
        QVERIFY(!options[1].bytes);
        const auto rows = gpuRows(fleet.snapshot(), options[1]);
        QVERIFY(!find(rows, automaticGpuKey())->isChoosable());
        QVERIFY(!find(rows, u"1"_s)->isChoosable());
        QVERIFY(find(rows, u"2"_s)->isChoosable());
    }

    void severalAdaptersOfOneVmAreToldApart()
    {
        FleetOf fleet;
        fleet.host(u"A"_s).gpu(u"1"_s, 4).vm(u"X"_s, PowerState::Running).assigned();
        fleet.lastGpu().assignments.front().partitionId = 2;
        fleet.lastGpu().assignments.front().currentVram = 1024ULL * 1024 * 1024;
        fleet.gpu(u"2"_s, 4).assigned();
        const AdapterChoices choices = adapterChoices({model::HostId(u"A"_s)}, {}, shared(fleet), noon);
        QCOMPARE(choices.rows.size(), std::size_t{2});
        const ChoiceRow& first = choices.rows[0];
        const ChoiceRow& second = choices.rows[1];
        QCOMPARE(first.cells[0].text, u"vm X (partition 1 of 2)"_s);
        QCOMPARE(second.cells[0].text, u"vm X (partition 2 of 2)"_s);
        QCOMPARE(first.cells[3].text, u"NVIDIA A2 #1"_s);
        QCOMPARE(second.cells[3].text, u"NVIDIA A2 #2"_s);
        QCOMPARE(first.cells[4].text, u"2"_s);
        QCOMPARE(second.cells[4].text, u"resolved at start"_s);
        QCOMPARE(first.cells[5].text, u"1 GB"_s);
        QVERIFY(second.cells[5].text.startsWith(u"≈"_s));
        QVERIFY(first.isChoosable() && second.isChoosable());
        QVERIFY(first.key != second.key);
        QCOMPARE(choices.adapters.value(first.key).ref.adapterId, u"Microsoft:X\\1"_s);
        QVERIFY(choices.adapters.value(second.key).where.contains(u"\\\\?\\PCI#2"_s));
    }

    void leftoversAreListedAndExplained()
    {
        FleetOf fleet = oneFree();
        model::Assignment waiting = leftover(u"Y"_s, {});
        waiting.automatic = true;
        waiting.adapterId += u"a"_s;
        model::Assignment noRecord = leftover(u"Y"_s, u"\\\\?\\PCI#GONE2"_s);
        noRecord.adapterId.clear();
        fleet.snapshot().unplacedAssignments = {leftover(u"Y"_s, u"\\\\?\\PCI#GONE"_s), waiting, noRecord,
                                                leftover(u"ELSEWHERE"_s, u"\\\\?\\PCI#GONE"_s)};
        const AdapterChoices choices = adapterChoices({model::HostId(u"A"_s)}, {}, shared(fleet), noon);
        QCOMPARE(choices.rows.size(), std::size_t{5});
        const auto row = [&](const QString& vm, const QString& adapter) {
            return find(choices.rows, adapterKey({model::HostId(u"A"_s), model::VmId(vm), adapter}));
        };
        const ChoiceRow* gone = row(u"Y"_s, u"Microsoft:Y\\9"_s);
        QVERIFY(gone->isChoosable());
        QVERIFY(gone->cells[3].text.contains(u"Not on this server"_s));
        QCOMPARE(gone->cells.back().icon, u"warning"_s);
        const ChoiceRow* automatic = row(u"Y"_s, u"Microsoft:Y\\9a"_s);
        QVERIFY(automatic->isChoosable());
        QCOMPARE(automatic->cells[3].text, u"Chosen when the VM starts"_s);
        QCOMPARE(automatic->cells.back().text, u"Ready"_s);
        QVERIFY(!row(u"Y"_s, {})->isChoosable());
        QVERIFY(!row(u"ELSEWHERE"_s, u"Microsoft:ELSEWHERE\\9"_s)->isChoosable());
    }

    void statesThatDoNotAllowUnassigningAreGreyed()
    {
        for (const PowerState state :
             {PowerState::Saved, PowerState::Paused, PowerState::Critical, PowerState::Starting}) {
            FleetOf fleet;
            fleet.host(u"A"_s).gpu(u"1"_s, 4).vm(u"X"_s, state).assigned();
            const AdapterChoices choices = adapterChoices({model::HostId(u"A"_s)}, {}, shared(fleet), noon);
            QVERIFY(!choices.rows.front().isChoosable());
        }
    }

    void twoThousandMachines()
    {
        FleetOf fleet;
        fleet.host(u"A"_s).gpu(u"1"_s, 4);
        for (int i = 0; i < 2000; ++i)
            fleet.vm(u"%1"_s.arg(i, 12, 10, QLatin1Char('0')),
                     i % 2 == 0 ? PowerState::Off : PowerState::Running);
        const auto snapshot = shared(fleet);
        QCOMPARE(vmChoices(on(u"A"_s), snapshot, noon).rows.size(), std::size_t{2000});
    }
};

QTEST_MAIN(TestChoiceRows)
#include "tst_choice_rows.moc"
