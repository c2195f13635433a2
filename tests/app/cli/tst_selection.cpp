#include "app/cli/Selection.h"
#include "tests/core/operations/FleetOf.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using cli::Arguments;
using cli::Command;
using model::PowerState;
using test::FleetOf;

namespace {

/// Two nodes of a cluster with the same card in the same slot, and a server with another card.
fleet::FleetSnapshot lab()
{
    FleetOf fleet;
    fleet.host(u"cluster:c/n1"_s).gpu(u"VEN_10DE&DEV_25B6\\1"_s, 4);
    fleet.vm(u"A0000000-0000-0000-0000-000000000001"_s, PowerState::Running).assigned();
    fleet.lastVm().name = u"web"_s;
    fleet.vm(u"A0000000-0000-0000-0000-000000000002"_s, PowerState::Off);
    fleet.lastVm().name = u"dup"_s;
    fleet.host(u"cluster:c/n2"_s).gpu(u"VEN_10DE&DEV_25B6\\1"_s, 8);
    fleet.vm(u"A0000000-0000-0000-0000-000000000003"_s, PowerState::Off);
    fleet.lastVm().name = u"dup"_s;
    fleet.vm(u"A0000000-0000-0000-0000-000000000004"_s, PowerState::Off);
    fleet.lastVm().name = u"Dup"_s;
    fleet.host(u"s1"_s).gpu(u"VEN_10DE&DEV_27B8\\7"_s, 6, 24'000'000'000ULL, {12, 6, 3});
    fleet.lastGpu().name = u"NVIDIA L4"_s;
    fleet.lastGpu().deviceId = 0x27B8;
    fleet.lastGpu().locationPath = u"PCIROOT(3)#PCI(0100)"_s;
    fleet.lastGpu().pnp.emplace();
    fleet.lastGpu().pnp->busNumber = 65;
    fleet.lastGpu().pnp->instanceId = u"PCI\\VEN_10DE&DEV_27B8\\7"_s;
    fleet.vm(u"A0000000-0000-0000-0000-000000000005"_s, PowerState::Off).assigned().assigned();
    fleet.lastVm().name = u"=two"_s;
    model::Assignment gone;
    gone.vm = fleet.lastVm().id;
    gone.adapterId = u"Microsoft:gone"_s;
    gone.deviceInstancePath = u"PCI\\VEN_10DE&DEV_DEAD\\3"_s;
    fleet.snapshot().unplacedAssignments.push_back(gone);

    fleet::FleetSnapshot snapshot = fleet.build();
    const auto entry = [&](const QString& id, const QString& display, std::size_t from, std::size_t count) {
        auto record = std::make_shared<fleet::EntryRecord>();
        record->id = model::EntryId(id);
        record->isCluster = count > 1;
        record->displayName = display;
        for (std::size_t i = from; i < from + count; ++i) {
            auto host = std::make_shared<fleet::HostRecord>(*snapshot.hosts[i]);
            host->entry = record->id;
            host->displayName = host->id.text().section(u'/', -1).toUpper();
            snapshot.hosts[i] = host;
        }
        snapshot.entries.push_back(record);
    };
    entry(u"cluster:c"_s, u"CL1"_s, 0, 2);
    entry(u"s1"_s, u"S1"_s, 2, 1);
    return snapshot;
}

Arguments arguments(Command command)
{
    Arguments made;
    made.command = command;
    made.change.count = 2;
    return made;
}

QStringList chosen(const operations::SetCountRequest& request)
{
    QStringList texts;
    for (const operations::GpuRef& gpu : request.gpus)
        texts << gpu.host.text() + u' ' + gpu.gpu.text();
    return texts;
}

const QString n1Gpu = u"cluster:c/n1 VEN_10DE&DEV_25B6\\1"_s;
const QString n2Gpu = u"cluster:c/n2 VEN_10DE&DEV_25B6\\1"_s;
const QString s1Gpu = u"s1 VEN_10DE&DEV_27B8\\7"_s;

} // namespace

class tst_selection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serversByName();
    void gpusByAnyOfTheirNames_data();
    void gpusByAnyOfTheirNames();
    void gpusThatAreNotClear_data();
    void gpusThatAreNotClear();
    void countByChoice_data();
    void countByChoice();
    void countAmongTheClusterOfTheGpu();
    void vmByGuidOrOnlyName();
    void sameNamesAreRefusedWithGuids();
    void assignIsOneRequestPerServer();
    void assignLooksForTheGpuOnTheServerOfTheVm();
    void unassignTakesEveryAdapterOfAVm();
    void unassignOfOneGpuOrAdapter();
    void unassignWhatIsNotThere();
};

void tst_selection::serversByName()
{
    const auto fleet = lab();
    QCOMPARE(cli::hostsFor({}, fleet)->size(), 3U);
    QCOMPARE(cli::hostsFor({u"cl1"_s}, fleet)->size(), 2U);
    QCOMPARE(cli::hostsFor({u"n2"_s, u"N2"_s, u"s1"_s}, fleet)->size(), 2U);
    const auto unknown = cli::hostsFor({u"n9"_s}, fleet);
    QVERIFY(!unknown);
    QVERIFY(unknown.error().message.contains(u"n9"_s));
    QCOMPARE(unknown.error().candidates, QStringList({u"N1"_s, u"N2"_s, u"S1"_s}));
}

void tst_selection::gpusByAnyOfTheirNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("instance path") << u"pci\\ven_10de&dev_27b8\\7"_s;
    QTest::newRow("dismounted path") << u"PCIP\\VEN_10DE&DEV_27B8\\7"_s;
    QTest::newRow("interface path") << u"\\\\?\\PCI#VEN_10DE&DEV_27B8#7#{064092b3}"_s;
    QTest::newRow("location path") << u"pciroot(3)#pci(0100)"_s;
    QTest::newRow("bus") << u"bus:65"_s;
    QTest::newRow("name") << u"nvidia l4"_s;
    QTest::newRow("bus at a server") << u"bus:65@s1"_s;
}

void tst_selection::gpusByAnyOfTheirNames()
{
    QFETCH(QString, text);
    const auto fleet = lab();
    const auto gpu = cli::gpuFor(text, fleet.hosts);
    QVERIFY2(gpu, gpu ? "" : qPrintable(gpu.error().message));
    QCOMPARE(gpu->host.text() + u' ' + gpu->gpu.text(), s1Gpu);
}

void tst_selection::gpusThatAreNotClear_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("candidates");
    QTest::newRow("name of two") << u"NVIDIA A2"_s << 2;
    QTest::newRow("path of two") << u"PCI\\VEN_10DE&DEV_25B6\\1"_s << 2;
    QTest::newRow("nothing like it") << u"bus:66"_s << 3;
    QTest::newRow("not on that server") << u"bus:65@n1"_s << 1;
    QTest::newRow("no such server") << u"bus:65@n7"_s << 3;
    QTest::newRow("empty") << u""_s << 3;
}

void tst_selection::gpusThatAreNotClear()
{
    QFETCH(QString, text);
    QFETCH(int, candidates);
    const auto fleet = lab();
    const auto gpu = cli::gpuFor(text, fleet.hosts);
    QVERIFY(!gpu);
    QVERIFY(gpu.error().message.contains(text));
    QCOMPARE(gpu.error().candidates.size(), candidates);
}

void tst_selection::countByChoice_data()
{
    QTest::addColumn<QStringList>("on");
    QTest::addColumn<QStringList>("gpus");
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("allOfSet");
    QTest::addColumn<QStringList>("expected");
    const QStringList none;
    QTest::newRow("one gpu") << none << QStringList{u"bus:65"_s} << u""_s << false << QStringList{s1Gpu};
    QTest::newRow("the same twice") << none << QStringList{u"bus:65"_s, u"NVIDIA L4"_s} << u""_s << false
                                    << QStringList{s1Gpu};
    QTest::newRow("server") << QStringList{u"n1"_s} << none << u""_s << false << QStringList{n1Gpu};
    QTest::newRow("cluster") << QStringList{u"CL1"_s} << none << u""_s << false << QStringList{n1Gpu, n2Gpu};
    QTest::newRow("model") << none << none << u"nvidia a2"_s << false << QStringList{n1Gpu, n2Gpu};
    QTest::newRow("model on a server")
        << QStringList{u"n2"_s} << none << u"NVIDIA A2"_s << false << QStringList{n2Gpu};
    QTest::newRow("set of a gpu") << none << QStringList{u"NVIDIA A2@n1"_s} << u""_s << true
                                  << QStringList{n1Gpu, n2Gpu};
    QTest::newRow("the only set") << QStringList{u"CL1"_s} << none << u""_s << true
                                  << QStringList{n1Gpu, n2Gpu};
    QTest::newRow("several sets") << none << none << u""_s << true << none;
    QTest::newRow("no such model") << none << none << u"NVIDIA"_s << false << none;
    QTest::newRow("no such server") << QStringList{u"x"_s} << none << u""_s << false << none;
}

void tst_selection::countByChoice()
{
    QFETCH(QStringList, on);
    QFETCH(QStringList, gpus);
    QFETCH(QString, model);
    QFETCH(bool, allOfSet);
    QFETCH(QStringList, expected);
    Arguments made = arguments(Command::SetCount);
    made.change.on = on;
    made.change.gpus = gpus;
    made.change.model = model;
    made.change.allOfSet = allOfSet;
    const auto request = cli::setCountRequest(made.change, lab());
    QCOMPARE(request.has_value(), !expected.isEmpty());
    if (!request)
        return;
    QCOMPARE(chosen(*request), expected);
    QCOMPARE(request->count, std::uint16_t(2));
}

void tst_selection::countAmongTheClusterOfTheGpu()
{
    Arguments made = arguments(Command::SetCount);
    made.change.gpus = {u"NVIDIA A2@n1"_s};
    // The other node counts, the server beside the cluster does not.
    QCOMPARE(cli::setCountRequest(made.change, lab())->servers,
             (std::vector{model::HostId(u"cluster:c/n1"_s), model::HostId(u"cluster:c/n2"_s)}));
    made.change.on = {u"n1"_s, u"s1"_s};
    made.change.gpus = {u"NVIDIA A2"_s};
    QCOMPARE(cli::setCountRequest(made.change, lab())->servers.size(), 3U); // n2, too: it is in the cluster
    QCOMPARE(cli::setCountRequest(made.change, lab())->servers.back(), model::HostId(u"s1"_s));
}

void tst_selection::vmByGuidOrOnlyName()
{
    const auto fleet = lab();
    for (const QString& text : {u"web"_s, u"WEB"_s, u"a0000000-0000-0000-0000-000000000001"_s,
                                u"{A0000000-0000-0000-0000-000000000001}"_s}) {
        const auto vm = cli::vmFor(text, fleet.hosts);
        QVERIFY2(vm, qPrintable(text));
        QCOMPARE(vm->vm->name, u"web"_s);
        QCOMPARE(vm->host->displayName, u"N1"_s);
    }
    // Case tells apart what differs in nothing else.
    QCOMPARE(cli::vmFor(u"Dup"_s, fleet.hosts)->vm->id.text(), u"A0000000-0000-0000-0000-000000000004"_s);
    QVERIFY(!cli::vmFor(u"we"_s, fleet.hosts));
}

void tst_selection::sameNamesAreRefusedWithGuids()
{
    const auto fleet = lab();
    const auto vm = cli::vmFor(u"dup"_s, fleet.hosts);
    QVERIFY(!vm);
    QCOMPARE(vm.error().candidates.size(), 2);
    QVERIFY(vm.error().candidates.at(0).contains(u"A0000000-0000-0000-0000-000000000002"_s));
    QVERIFY(vm.error().candidates.at(1).contains(u"N2"_s));
    Arguments made = arguments(Command::Assign);
    made.change.vms = {u"dup"_s};
    QVERIFY(!cli::requestsFor(made, fleet, {}));
    made.change.on = {u"n1"_s};
    QVERIFY(cli::requestsFor(made, fleet, {}));
}

void tst_selection::assignIsOneRequestPerServer()
{
    Arguments made = arguments(Command::Assign);
    made.change.vms = {u"=two"_s, u"web"_s, u"WEB"_s, u"Dup"_s};
    made.change.power = {operations::PowerPolicy::TurnOff, std::chrono::seconds(7)};
    made.change.partitionVram = 1024;
    made.change.configureOfflineAction = false;
    const auto requests = cli::requestsFor(made, lab(), {});
    QVERIFY(requests);
    QCOMPARE(requests->size(), 3U);
    const auto& first = std::get<operations::AssignRequest>(requests->front());
    QCOMPARE(first.host, model::HostId(u"s1"_s));
    QCOMPARE(first.power, made.change.power);
    QCOMPARE(first.partitionVram, made.change.partitionVram);
    QVERIFY(!first.configureOfflineAction);
    QVERIFY(!first.gpu);
    QCOMPARE(std::get<operations::AssignRequest>(requests->at(1)).vms.size(), 1U);
}

void tst_selection::assignLooksForTheGpuOnTheServerOfTheVm()
{
    Arguments made = arguments(Command::Assign);
    made.change.vms = {u"web"_s, u"Dup"_s};
    made.change.gpus = {u"NVIDIA A2"_s};
    const auto requests = cli::assignRequests(made.change, lab());
    QVERIFY(requests);
    QCOMPARE(requests->size(), 2U);
    QCOMPARE(requests->at(1).gpu, model::GpuId(u"VEN_10DE&DEV_25B6\\1"_s));
    made.change.vms << u"=two"_s;
    QVERIFY(!cli::assignRequests(made.change, lab()));
}

void tst_selection::unassignTakesEveryAdapterOfAVm()
{
    Arguments made = arguments(Command::Unassign);
    made.change.vms = {u"=two"_s, u"web"_s};
    made.change.power.policy = operations::PowerPolicy::Skip;
    const auto requests = cli::requestsFor(made, lab(), {});
    QVERIFY(requests);
    const auto& request = std::get<operations::UnassignRequest>(requests->front());
    QCOMPARE(request.adapters.size(), 4U);
    QCOMPARE(request.power, made.change.power);
    made.change.vms << u"=two"_s;
    QCOMPARE(cli::unassignRequest(made.change, lab())->adapters.size(), 4U);
}

void tst_selection::unassignOfOneGpuOrAdapter()
{
    Arguments made = arguments(Command::Unassign);
    made.change.vms = {u"=two"_s};
    made.change.gpus = {u"NVIDIA L4"_s};
    QCOMPARE(cli::unassignRequest(made.change, lab())->adapters.size(), 2U);
    // One that is not there any more is still named by what it left behind.
    made.change.gpus = {u"PCI\\VEN_10DE&DEV_DEAD\\3"_s};
    auto request = cli::unassignRequest(made.change, lab());
    QCOMPARE(request->adapters.size(), 1U);
    QCOMPARE(request->adapters.front().adapterId, u"Microsoft:gone"_s);
    made.change.vms.clear();
    made.change.gpus = {u"bus:65"_s};
    QCOMPARE(cli::unassignRequest(made.change, lab())->adapters.size(), 2U);
    made.change.gpus.clear();
    made.change.adapters = {u"microsoft:GONE"_s};
    request = cli::unassignRequest(made.change, lab());
    QCOMPARE(request->adapters.size(), 1U);
    QCOMPARE(request->adapters.front().host, model::HostId(u"s1"_s));
}

void tst_selection::unassignWhatIsNotThere()
{
    Arguments made = arguments(Command::Unassign);
    made.change.vms = {u"Dup"_s};
    const auto none = cli::unassignRequest(made.change, lab());
    QVERIFY(!none);
    QVERIFY(none.error().message.contains(u"Dup"_s));
    made.change.vms.clear();
    made.change.adapters = {u"Microsoft:other"_s};
    QVERIFY(!cli::unassignRequest(made.change, lab()));
    made.change.adapters.clear();
    made.change.gpus = {u"NVIDIA A2@n2"_s};
    QVERIFY(!cli::unassignRequest(made.change, lab()));
}

QTEST_GUILESS_MAIN(tst_selection)
#include "tst_selection.moc"
