// Drives "Assign GPU partition to VM" by keyboard and reads what it says.
#include "tests/ui/change/WizardKeys.h"
#include "ui/change/AssignWizard.h"
#include "ui/change/ChoiceList.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace hvgpu;
using namespace hvgpu::ui;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;
using model::PowerState;
using operations::PowerPolicy;

namespace {

const model::HostId hostA(u"A"_s);
const model::HostId hostB(u"B"_s);

/// Server A: one GPU with three partitions, one of them assigned; two VMs off, one running.
FleetOf oneServer()
{
    FleetOf fleet;
    fleet.host(u"A"_s).gpu(u"1"_s, 3).vm(u"HAS"_s, PowerState::Off).assigned();
    fleet.vm(u"OFF1"_s, PowerState::Off).vm(u"OFF2"_s, PowerState::Off).vm(u"RUN"_s, PowerState::Running);
    fleet.snapshot().host.hyperVRole = true;
    return fleet;
}

AssignStart vms(const QStringList& ids)
{
    AssignStart start{hostA, {}, {}};
    for (const QString& id : ids)
        start.vms.emplace_back(id);
    return start;
}

/// Waits for the work begun by the wizard and returns its request.
operations::AssignRequest finished(ChangeBench& bench, const AssignWizard& wizard)
{
    if (wizard.activityId().isEmpty() || !bench.activities.waitEnded(wizard.activityId()))
        return {};
    return std::get<operations::AssignRequest>(
        bench.activities.activities->find(wizard.activityId())->plan.request);
}

std::size_t adapters(const ChangeBench& bench, const QString& vm)
{
    return bench.activities.worlds.at(hostA).vms.at(model::VmId(vm)).adapters.size();
}

QCheckBox* offlineBox(const QDialog& dialog)
{
    return dialog.findChild<QCheckBox*>(u"offlineAction"_s);
}

} // namespace

class TestAssignWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void theLabelsAreTheDocuments()
    {
        FleetOf fleet = oneServer();
        fleet.host(u"B"_s);
        ChangeBench bench(fleet);
        AssignWizard wizard(bench.services(), {}, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(wizard.windowTitle(), u"Assign GPU partition to VM"_s);
        QCOMPARE(title(wizard), u"Choose the server"_s);
        next(wizard);
        QCOMPARE(wizard.findChild<QCheckBox*>(u"selectAll"_s)->text().remove(u'&'), u"Select All"_s);
        QCOMPARE(offlineBox(wizard)->text().remove(u'&'), u"Configure offline action for force shutdown"_s);
        QVERIFY(walkTo(wizard, u"vm OFF1"_s));
        press(wizard, Qt::Key_Space);
        next(wizard);
        QCOMPARE(wizard.findChild<QPushButton*>(u"next"_s)->text().remove(u'&'), u"Assign partition"_s);
    }

    void aVmIsAssignedByKeyboardAlone()
    {
        ChangeBench bench(oneServer());
        AssignWizard wizard(bench.services(), {}, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"Select the virtual machines"_s);
        QVERIFY(!canGoOn(wizard));
        QCOMPARE(message(wizard), u"Select at least one virtual machine."_s);
        type(wizard, u"off2"_s);
        press(wizard, Qt::Key_Down);
        press(wizard, Qt::Key_Space);
        QCOMPARE(checked(wizard), QStringList{u"vm OFF2"_s});
        press(wizard, Qt::Key_Return);
        QCOMPARE(title(wizard), u"Review"_s);
        press(wizard, Qt::Key_Return);
        const operations::AssignRequest request = finished(bench, wizard);
        QCOMPARE(request.host, hostA);
        QCOMPARE(request.vms, std::vector{model::VmId(u"OFF2"_s)});
        QVERIFY(!request.gpu);
        QVERIFY(!request.partitionVram);
        QCOMPARE(bench.activities.outcome(wizard.activityId()), operations::Outcome::Succeeded);
        QCOMPARE(adapters(bench, u"OFF2"_s), std::size_t{1});
        QCOMPARE(adapters(bench, u"OFF1"_s), std::size_t{0});
    }

    void onlyServersWithFreePartitionsCanBeChosen()
    {
        FleetOf fleet = oneServer();
        fleet.host(u"B"_s).gpu(u"1"_s, 1).vm(u"X"_s, PowerState::Off).assigned();
        fleet.snapshot().host.hyperVRole = true;
        ChangeBench bench(fleet);
        AssignWizard wizard(bench.services(), {}, nullptr);
        QVERIFY(open(wizard));
        QVERIFY(walkTo(wizard, u"B"_s));
        QVERIFY(!canGoOn(wizard));
        QVERIFY2(message(wizard).contains(u"No free partition"_s), qUtf8Printable(message(wizard)));
        next(wizard);
        QCOMPARE(title(wizard), u"Choose the server"_s);
        QVERIFY(walkTo(wizard, u"A"_s));
        QVERIFY(canGoOn(wizard));
        next(wizard);
        QCOMPARE(title(wizard), u"Select the virtual machines"_s);
    }

    void anotherServerForgetsWhatWasChosen()
    {
        FleetOf fleet = oneServer();
        fleet.host(u"B"_s).gpu(u"1"_s, 1).vm(u"X"_s, PowerState::Off);
        fleet.snapshot().host.hyperVRole = true;
        ChangeBench bench(fleet);
        AssignWizard wizard(bench.services(), {}, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(message(wizard), u"Choose a server."_s);
        QVERIFY(walkTo(wizard, u"A"_s));
        press(wizard, Qt::Key_Space);
        next(wizard);
        QVERIFY(walkTo(wizard, u"vm OFF1"_s));
        press(wizard, Qt::Key_Space);
        press(wizard, Qt::Key_B, Qt::AltModifier);
        QVERIFY(walkTo(wizard, u"B"_s));
        next(wizard);
        QVERIFY(checked(wizard).isEmpty());
        QCOMPARE(list(wizard)->model()->rowCount(), 1);
        QVERIFY(!canGoOn(wizard));
    }

    void everyObjectionIsReadOnThePage_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("says");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("saved") << u"saved"_s << u"is saved"_s << false;
        QTest::newRow("paused") << u"paused"_s << u"is paused"_s << false;
        QTest::newRow("critical") << u"critical"_s << u"(Critical) does not allow a change"_s << false;
        QTest::newRow("starting") << u"starting"_s << u"changing its state (Starting)"_s << false;
        QTest::newRow("has one") << u"assigned"_s << u"already. Only one can be assigned"_s << false;
        QTest::newRow("memory") << u"memory"_s << u"startup 4,096 MB, minimum 512 MB"_s << false;
        QTest::newRow("version") << u"version"_s << u"configuration version of this virtual machine is 8.0"_s
                                 << false;
        QTest::newRow("memory unknown") << u"memoryUnknown"_s << u"could not be read"_s << true;
        QTest::newRow("generation") << u"generation"_s << u"generation 1"_s << true;
        QTest::newRow("checkpoints") << u"checkpoints"_s << u"Checkpoints are enabled"_s << true;
        QTest::newRow("stop action") << u"stop"_s << u"this virtual machine is to be saved"_s << true;
        QTest::newRow("running") << u"running"_s << u"Unsaved work in it may be lost"_s << true;
    }

    void everyObjectionIsReadOnThePage()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, says);
        QFETCH(const bool, allowed);
        FleetOf fleet = oneServer();
        fleet.vm(u"ODD"_s, PowerState::Off);
        model::VirtualMachine& vm = fleet.lastVm();
        const std::map<QString, PowerState> states{{u"saved"_s, PowerState::Saved},
                                                   {u"paused"_s, PowerState::Paused},
                                                   {u"critical"_s, PowerState::Critical},
                                                   {u"starting"_s, PowerState::Starting},
                                                   {u"running"_s, PowerState::Running}};
        if (const auto state = states.find(what); state != states.end())
            vm.state = state->second;
        if (what == u"assigned"_s)
            fleet.assigned();
        vm.dynamicMemory = what.startsWith(u"memory");
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
        ChangeBench bench(fleet);
        AssignWizard wizard(bench.services(), {}, nullptr);
        QVERIFY(open(wizard));
        QVERIFY(walkTo(wizard, u"vm ODD"_s));
        QVERIFY2(findings(wizard).contains(says), qUtf8Printable(findings(wizard)));
        press(wizard, Qt::Key_Space);
        QCOMPARE(checked(wizard).contains(u"vm ODD"_s), allowed);
        QCOMPARE(canGoOn(wizard), allowed);
    }

    void moreThanAreFreeIsSaidAtOnceWithBothFigures()
    {
        ChangeBench bench(oneServer());
        AssignWizard wizard(bench.services(), {}, nullptr);
        QVERIFY(open(wizard));
        for (const char* name : {"vm OFF1", "vm OFF2", "vm RUN"}) {
            QVERIFY(canGoOn(wizard) || checked(wizard).isEmpty());
            QVERIFY(walkTo(wizard, QString::fromLatin1(name)));
            press(wizard, Qt::Key_Space);
        }
        QVERIFY(!canGoOn(wizard));
        QVERIFY2(message(wizard).contains(u"3 virtual machines"_s) &&
                     message(wizard).contains(u"2 partitions are free"_s),
                 qUtf8Printable(message(wizard)));
        QCOMPARE(wizard.findChild<QLabel*>(u"capacity"_s)->text(), message(wizard));
        press(wizard, Qt::Key_Space);
        QVERIFY(canGoOn(wizard));
    }

    void selectAllLeavesOutWhatHasAPartition()
    {
        ChangeBench bench(oneServer());
        AssignWizard wizard(bench.services(), {}, nullptr);
        QVERIFY(open(wizard));
        press(wizard, Qt::Key_A, Qt::AltModifier);
        QCOMPARE(checked(wizard), (QStringList{u"vm OFF1"_s, u"vm OFF2"_s, u"vm RUN"_s}));
    }

    void aServerThatCannotBeReadIsNotEmpty()
    {
        FleetOf fleet = oneServer();
        ChangeBench bench(fleet);
        AssignWizard wizard(bench.services(), {}, nullptr);
        QVERIFY(open(wizard));
        base::Error error;
        error.code = base::ErrorCode::AccessDenied;
        FleetOf unread = oneServer();
        unread.snapshot().notes.push_back({model::Part::VirtualMachines, {}, error});
        unread.snapshot().vms.clear();
        bench.show(unread);
        QVERIFY2(message(wizard).contains(u"could not be read"_s), qUtf8Printable(message(wizard)));
        QVERIFY2(emptyText(wizard).contains(u"could not be read"_s), qUtf8Printable(emptyText(wizard)));
        QVERIFY(!canGoOn(wizard));
    }

    void aSelectionIsNotAskedForAgain()
    {
        ChangeBench bench(oneServer());
        AssignWizard wizard(bench.services(), vms({u"OFF1"_s}), nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"Review"_s);
        press(wizard, Qt::Key_B, Qt::AltModifier);
        QCOMPARE(title(wizard), u"Select the virtual machines"_s);
        QCOMPARE(checked(wizard), QStringList{u"vm OFF1"_s});
        next(wizard);
        press(wizard, Qt::Key_Return);
        QCOMPARE(finished(bench, wizard).vms, std::vector{model::VmId(u"OFF1"_s)});
    }

    void theServerOfASelectionIsFound()
    {
        FleetOf fleet = oneServer();
        fleet.host(u"B"_s).gpu(u"1"_s, 1).vm(u"X"_s, PowerState::Off);
        fleet.snapshot().host.hyperVRole = true;
        ChangeBench bench(fleet);
        AssignStart start;
        start.vms.emplace_back(u"X"_s);
        AssignWizard wizard(bench.services(), start, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"Review"_s);
        press(wizard, Qt::Key_Return);
        QCOMPARE(finished(bench, wizard).host, hostB);
    }

    void clusteredVmsThatRunGoThroughTheCluster()
    {
        FleetOf fleet = oneServer();
        fleet.lastVm().clustered = true;
        fleet.lastVm().offlineAction = 1;
        ChangeBench bench(fleet);
        AssignWizard wizard(bench.services(), vms({u"RUN"_s}), nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"Offline action"_s);
        next(wizard);
        QCOMPARE(title(wizard), u"Running virtual machines"_s);
        next(wizard);
        press(wizard, Qt::Key_Return);
        QCOMPARE(finished(bench, wizard).vms.size(), std::size_t{1});
        QCOMPARE(bench.activities.outcome(wizard.activityId()), operations::Outcome::Succeeded);
        const FakeWorld::Vm& vm = bench.activities.worlds.at(hostA).vms.at(model::VmId(u"RUN"_s));
        QCOMPARE(vm.power, PowerState::Running);
        QCOMPARE(vm.cluster->offlineAction, std::optional<std::uint32_t>(3));
        QCOMPARE(vm.adapters.size(), std::size_t{1});
    }

    void choosingAmongTwoThousandIsQuick()
    {
        FleetOf fleet;
        fleet.host(u"A"_s);
        for (int gpu = 0; gpu < 8; ++gpu)
            fleet.gpu(QString::number(gpu), 8);
        fleet.snapshot().host.hyperVRole = true;
        for (int vm = 0; vm < 2000; ++vm)
            fleet.vm(u"%1"_s.arg(vm, 4, 10, QLatin1Char('0')), PowerState::Off);
        ChangeBench bench(fleet);
        AssignWizard wizard(bench.services(), {}, nullptr);
        QVERIFY(open(wizard));
        type(wizard, u"vm 00"_s);
        press(wizard, Qt::Key_A, Qt::AltModifier);
        QCOMPARE(checked(wizard).size(), 128); // 00xx and every other number with two zeros in a row
        QVERIFY2(message(wizard).contains(u"128 virtual machines"_s) &&
                     message(wizard).contains(u"64 partitions"_s),
                 qUtf8Printable(message(wizard)));
    }

    void ofASelectionWhatIsImpossibleIsNamedAndLeftOut()
    {
        ChangeBench bench(oneServer());
        AssignWizard wizard(bench.services(), vms({u"OFF1"_s, u"HAS"_s}), nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"Select the virtual machines"_s);
        const auto* dropped = wizard.findChild<QLabel*>(u"dropped"_s);
        QVERIFY(dropped->isVisible());
        QVERIFY2(dropped->text().contains(u"vm HAS"_s), qUtf8Printable(dropped->text()));
        QCOMPARE(checked(wizard), QStringList{u"vm OFF1"_s});
        QVERIFY(canGoOn(wizard));
    }

    void aSelectedServerWithoutFreePartitionsSaysWhy()
    {
        FleetOf fleet = oneServer();
        fleet.host(u"B"_s).gpu(u"1"_s, 1).vm(u"X"_s, PowerState::Off).assigned();
        fleet.snapshot().host.hyperVRole = true;
        ChangeBench bench(fleet);
        AssignWizard wizard(bench.services(), {hostB, {}, {}}, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"Choose the server"_s);
        QVERIFY(message(wizard).startsWith(u"B cannot be chosen: No free partition"_s));
    }

    void aVmThatCannotBeChosenAnyMoreIsNamed()
    {
        ChangeBench bench(oneServer());
        AssignWizard wizard(bench.services(), {}, nullptr);
        QVERIFY(open(wizard));
        QVERIFY(walkTo(wizard, u"vm OFF1"_s));
        press(wizard, Qt::Key_Space);
        FleetOf later = oneServer();
        later.snapshot().vms[1].state = PowerState::Saved;
        bench.show(later);
        QCOMPARE(checked(wizard), QStringList{u"vm OFF1"_s});
        QVERIFY2(message(wizard).startsWith(u"vm OFF1 cannot be assigned a partition now:"_s),
                 qUtf8Printable(message(wizard)));
        press(wizard, Qt::Key_Space);
        QVERIFY(checked(wizard).isEmpty());
        QCOMPARE(message(wizard), u"Select at least one virtual machine."_s);
        later.snapshot().vms.erase(later.snapshot().vms.begin() + 2);
        QVERIFY(walkTo(wizard, u"vm OFF2"_s));
        press(wizard, Qt::Key_Space);
        bench.show(later);
        QVERIFY(wizard.findChild<QLabel*>(u"dropped"_s)->text().contains(u"not on this server any more"_s));
    }

    void sizeAndGpuAreChosen()
    {
        FleetOf fleet = oneServer();
        fleet.gpu(u"2"_s, 8).gpu(u"3"_s, 8);
        ChangeBench bench(fleet);
        AssignWizard wizard(bench.services(), vms({u"OFF1"_s, u"OFF2"_s}), nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"Choose the partition"_s);
        auto* size = wizard.findChild<QComboBox*>(u"vram"_s);
        QCOMPARE(size->count(), 2);
        QCOMPARE(size->currentText(), u"1.85 GB (16 free)"_s);
        QVERIFY(walkTo(wizard, u"NVIDIA A2 #1"_s));
        QVERIFY(!canGoOn(wizard));
        QVERIFY(walkTo(wizard, u"NVIDIA A2 #3"_s));
        QVERIFY(canGoOn(wizard));
        next(wizard);
        press(wizard, Qt::Key_Return);
        const operations::AssignRequest request = finished(bench, wizard);
        QCOMPARE(request.gpu, std::optional(model::GpuId(u"3"_s)));
        QVERIFY(!request.partitionVram);
        const auto& made = bench.activities.worlds.at(hostA).vms.at(model::VmId(u"OFF1"_s)).adapters;
        QCOMPARE(made.front().deviceInstancePath, u"\\\\?\\PCI#3"_s);
    }

    void anAutomaticGpuKeepsTheSize()
    {
        FleetOf fleet = oneServer();
        fleet.gpu(u"2"_s, 8);
        ChangeBench bench(fleet);
        AssignWizard wizard(bench.services(), vms({u"OFF1"_s}), nullptr);
        QVERIFY(open(wizard));
        auto* size = wizard.findChild<QComboBox*>(u"vram"_s);
        press(wizard, Qt::Key_V, Qt::AltModifier);
        QVERIFY(size->hasFocus());
        press(wizard, Qt::Key_Down);
        QVERIFY(size->currentText().contains(u"(2 free)"_s));
        next(wizard);
        press(wizard, Qt::Key_Return);
        const operations::AssignRequest request = finished(bench, wizard);
        QVERIFY(!request.gpu);
        QCOMPARE(request.partitionVram, std::optional<std::uint64_t>(15'929'966'592ULL / 3));
    }

    void tooFewOfASizeIsSaidAtOnce()
    {
        FleetOf fleet = oneServer();
        fleet.gpu(u"2"_s, 8);
        ChangeBench bench(fleet);
        AssignWizard wizard(bench.services(), vms({u"OFF1"_s, u"OFF2"_s, u"RUN"_s}), nullptr);
        QVERIFY(open(wizard));
        QVERIFY(canGoOn(wizard));
        press(wizard, Qt::Key_V, Qt::AltModifier);
        press(wizard, Qt::Key_Down);
        QVERIFY(!canGoOn(wizard));
        QVERIFY2(message(wizard).contains(u"3 virtual machines"_s) &&
                     message(wizard).contains(u"2 partitions"_s),
                 qUtf8Printable(message(wizard)));
    }

    void aGivenGpuIsNotAskedFor()
    {
        FleetOf fleet = oneServer();
        fleet.gpu(u"2"_s, 8);
        ChangeBench bench(fleet);
        AssignStart start = vms({u"OFF1"_s});
        start.gpu = model::GpuId(u"2"_s);
        AssignWizard wizard(bench.services(), start, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"Review"_s);
        press(wizard, Qt::Key_Return);
        QCOMPARE(finished(bench, wizard).gpu, start.gpu);
    }

    void theOfflineActionIsExplainedAndOnByDefault()
    {
        FleetOf fleet = oneServer();
        fleet.snapshot().vms[1].clustered = true;
        fleet.snapshot().vms[1].offlineAction = 1;
        ChangeBench bench(fleet);
        AssignWizard wizard(bench.services(), vms({u"OFF1"_s}), nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"Offline action"_s);
        QVERIFY(!list(wizard));
        QVERIFY(offlineBox(wizard)->isVisible());
        QVERIFY(offlineBox(wizard)->isChecked());
        const QString words = wizard.findChild<QLabel*>(u"offlineText"_s)->text();
        QVERIFY2(words.contains(u"recorded"_s) && words.contains(u"Save (1 VM"_s), qUtf8Printable(words));
        QVERIFY(findings(wizard).isEmpty());
        press(wizard, Qt::Key_C, Qt::AltModifier);
        QVERIFY(!offlineBox(wizard)->isChecked());
        QVERIFY2(findings(wizard).contains(u"draining its server gets stuck"_s),
                 qUtf8Printable(findings(wizard)));
        press(wizard, Qt::Key_C, Qt::AltModifier);
        next(wizard);
        press(wizard, Qt::Key_Return);
        QVERIFY(finished(bench, wizard).configureOfflineAction);
        const FakeWorld::Vm& vm = bench.activities.worlds.at(hostA).vms.at(model::VmId(u"OFF1"_s));
        QCOMPARE(vm.cluster->offlineAction, std::optional<std::uint32_t>(3));
    }

    void serverWideFindingsAreOnThePartitionPage()
    {
        FleetOf fleet = oneServer();
        fleet.snapshot().host.build = 20348;
        fleet.gpu(u"2"_s, 3);
        ChangeBench bench(fleet);
        AssignWizard wizard(bench.services(), vms({u"OFF1"_s}), nullptr);
        QVERIFY(open(wizard));
        QVERIFY2(findings(wizard).contains(u"build 20348"_s), qUtf8Printable(findings(wizard)));
    }

    void powerIsAskedForOnlyWhenAVmRuns()
    {
        ChangeBench bench(oneServer());
        AssignWizard wizard(bench.services(), vms({u"OFF1"_s, u"RUN"_s}), nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"Running virtual machines"_s);
        QVERIFY(wizard.findChild<QLabel*>(u"powerWarning"_s)->text().contains(u"lost"_s));
        QVERIFY(wizard.findChild<QLabel*>(u"pageSubtitle"_s)->text().contains(u"started again"_s));
        QCOMPARE(list(wizard)->model()->rowCount(), 1);
        QVERIFY(wizard.findChild<QRadioButton*>(u"policy0"_s)->isChecked());
        QVERIFY(wizard.findChild<QRadioButton*>(u"policy0"_s)->hasFocus());
        press(wizard, Qt::Key_Down);
        QVERIFY(wizard.findChild<QRadioButton*>(u"policy1"_s)->isChecked());
        press(wizard, Qt::Key_T, Qt::AltModifier);
        QVERIFY(wizard.findChild<QSpinBox*>(u"limit"_s)->hasFocus());
        press(wizard, Qt::Key_Up);
        next(wizard);
        press(wizard, Qt::Key_Return);
        const operations::AssignRequest request = finished(bench, wizard);
        QCOMPARE(request.power.policy, PowerPolicy::ShutDownThenTurnOff);
        QCOMPARE(request.power.shutdownTimeout, std::chrono::seconds(150));
        QVERIFY(request.powerOf.empty());
        QCOMPARE(adapters(bench, u"RUN"_s), std::size_t{1});
        QCOMPARE(bench.activities.worlds.at(hostA).vms.at(model::VmId(u"RUN"_s)).power, PowerState::Running);
    }

    void aVmCanBeAnException()
    {
        FleetOf fleet = oneServer();
        fleet.vm(u"RUN2"_s, PowerState::Running);
        ChangeBench bench(fleet);
        AssignWizard wizard(bench.services(), vms({u"RUN"_s, u"RUN2"_s}), nullptr);
        QVERIFY(open(wizard));
        auto* exception = wizard.findChild<QComboBox*>(u"exception"_s);
        QVERIFY(!exception->isEnabled());
        QVERIFY(!exception->toolTip().isEmpty());
        QVERIFY(walkTo(wizard, u"vm RUN2"_s));
        press(wizard, Qt::Key_Space);
        press(wizard, Qt::Key_F, Qt::AltModifier);
        QVERIFY(exception->hasFocus());
        press(wizard, Qt::Key_End);
        QCOMPARE(exception->currentText(), u"Leave running VMs as they are"_s);
        QVERIFY(!wizard.findChild<QSpinBox*>(u"exceptionLimit"_s)->isEnabled());
        const auto& rows = list(wizard)->model()->rows();
        QVERIFY(rows[0].cells[2].text.startsWith(u"As for all"_s));
        QCOMPARE(rows[1].cells[2].text, exception->currentText());
        next(wizard);
        press(wizard, Qt::Key_Return);
        const operations::AssignRequest request = finished(bench, wizard);
        QCOMPARE(request.power.policy, PowerPolicy::ShutDownThenAsk);
        QCOMPARE(request.powerOf.size(), std::size_t{1});
        QCOMPARE(request.powerOf.at(model::VmId(u"RUN2"_s)).policy, PowerPolicy::Skip);
        QCOMPARE(adapters(bench, u"RUN"_s), std::size_t{1});
        QCOMPARE(adapters(bench, u"RUN2"_s), std::size_t{0});
    }

    void anExceptionCanBeTakenBack()
    {
        ChangeBench bench(oneServer());
        AssignWizard wizard(bench.services(), vms({u"RUN"_s}), nullptr);
        QVERIFY(open(wizard));
        QVERIFY(walkTo(wizard, u"vm RUN"_s));
        press(wizard, Qt::Key_Space);
        press(wizard, Qt::Key_F, Qt::AltModifier);
        press(wizard, Qt::Key_Down);
        QVERIFY(wizard.findChild<QSpinBox*>(u"exceptionLimit"_s)->isEnabled());
        press(wizard, Qt::Key_Home);
        QVERIFY(!wizard.findChild<QSpinBox*>(u"exceptionLimit"_s)->isEnabled());
        next(wizard);
        press(wizard, Qt::Key_Return);
        QVERIFY(finished(bench, wizard).powerOf.empty());
    }
};

QTEST_MAIN(TestAssignWizard)
#include "tst_assign_wizard.moc"
