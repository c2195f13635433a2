// Drives the dialogs about whole GPUs by keyboard and reads what they say.
#include "tests/ui/change/WizardKeys.h"
#include "tests/ui/dda/DdaFleet.h"
#include "tests/ui/dda/DdaKeys.h"
#include "ui/change/ChoiceList.h"
#include "ui/change/PlanView.h"
#include "ui/dda/AssignPoolWizard.h"
#include "ui/dda/CreatePoolWizard.h"
#include "ui/dda/DdaAssignWizard.h"
#include "ui/dda/DdaRemoveWizard.h"
#include "ui/dda/DeviceChoices.h"
#include "ui/dda/DismountWizard.h"
#include "ui/dda/MmioWizard.h"
#include "ui/dda/MountWizard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

using namespace hvgpu;
using namespace hvgpu::ui;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;
using model::PowerState;

class TestDdaWizards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void aGpuIsAssignedByKeyboardAlone()
    {
        ChangeBench bench(ddaServer());
        DdaAssignWizard wizard(bench.services(), {}, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(wizard.windowTitle(), u"Assign GPU to VM (DDA)"_s);
        QCOMPARE(title(wizard), u"Choose the GPU"_s); // the only server is not asked for
        QCOMPARE(message(wizard), u"Select at least one GPU."_s);
        QVERIFY(walkTo(wizard, u"NVIDIA Tesla T4 #1"_s));
        press(wizard, Qt::Key_Space);
        QVERIFY(canGoOn(wizard));
        shoot(wizard, u"dda-device"_s);
        next(wizard);
        QCOMPARE(title(wizard), u"Choose the virtual machine"_s);
        QVERIFY(walkTo(wizard, u"vm OFF"_s));
        QVERIFY(!canGoOn(wizard)); // the row the keyboard is on at first was not chosen
        press(wizard, Qt::Key_Space);
        QVERIFY2(canGoOn(wizard), qPrintable(message(wizard)));
        shoot(wizard, u"dda-vm"_s);
        next(wizard);
        QCOMPARE(title(wizard), u"What must hold for the GPU to be taken"_s);
        shoot(wizard, u"dda-requirements"_s);
        next(wizard);
        QCOMPARE(title(wizard), u"MMIO space"_s);
        QCOMPARE(child<QSpinBox>(wizard, "lowMmio")->value(), 128 + 16);
        QCOMPARE(child<QSpinBox>(wizard, "highMmio")->value(), 512 + 256);
        shoot(wizard, u"dda-mmio"_s);
        next(wizard);
        QCOMPARE(title(wizard), u"Review"_s);
        QCOMPARE(verb(wizard), u"Assign GPU"_s);
        QVERIFY2(canGoOn(wizard), qPrintable(message(wizard) + findings(wizard)));
        shoot(wizard, u"dda-review"_s);
    }

    void whatTheSelectionSaysIsNotAskedAgain()
    {
        const FleetOf fleet = ddaServer();
        ChangeBench bench(fleet);
        DdaAssignWizard wizard(bench.services(), {hostA, {gpu(fleet, 1)}, model::VmId(u"OFF"_s)}, nullptr);
        QVERIFY(open(wizard));
        // The GPU is dismounted already, so that nothing has to hold for it to be taken.
        QCOMPARE(title(wizard), u"MMIO space"_s);
        next(wizard);
        QCOMPARE(title(wizard), u"Review"_s);
        press(wizard, Qt::Key_B, Qt::AltModifier);
        QCOMPARE(title(wizard), u"MMIO space"_s);
    }

    void gpusThatCannotBeAssignedSayWhy()
    {
        ChangeBench bench(ddaServer());
        DdaAssignWizard wizard(bench.services(), {hostA, {}, {}}, nullptr);
        QVERIFY(open(wizard));
        QVERIFY(walkTo(wizard, u"Matrox G200"_s));
        press(wizard, Qt::Key_Space);
        QVERIFY(checked(wizard).isEmpty());
        const QString evidence = textOf<QLabel>(wizard, "evidence");
        QVERIFY2(evidence.contains(u"DEVPKEY_PciDevice_RequiresReservedMemoryRegion = 1"_s),
                 qPrintable(evidence));
        const ChoiceRow& row = list(wizard)->model()->rows()[2];
        QVERIFY(!row.isChoosable());
        QVERIFY2(row.whyNot.contains(u"The firmware reserves memory for this device (RMRR)"_s),
                 qPrintable(row.whyNot));
    }

    void survey_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::newRow("reserved memory region") << u"rmrr"_s;
        QTest::newRow("access control services") << u"acs"_s;
        QTest::newRow("device type") << u"type"_s;
        QTest::newRow("interrupts") << u"interrupts"_s;
        QTest::newRow("assigned") << u"assigned"_s;
        QTest::newRow("in a pool") << u"pool"_s;
    }

    void survey()
    {
        QFETCH(const QString, rule);
        FleetOf fleet = ddaServer();
        model::Gpu& one = fleet.snapshot().gpus[0];
        if (rule == u"rmrr"_s)
            one.pnp->requiresReservedMemoryRegion = 1U;
        else if (rule == u"acs"_s)
            one.pnp->acsCompatibleUpHierarchy = 0U;
        else if (rule == u"type"_s)
            one.pnp->deviceType = 0U;
        else if (rule == u"interrupts"_s)
            one.pnp->interruptSupport = 1U;
        else if (rule == u"assigned"_s)
            one.assignments = {wholeDevice(fleet.snapshot().vms[0])};
        else if (rule == u"pool"_s)
            fleet.snapshot().pools = {{u"P"_s, u"P"_s, {one.pnp->instanceId}}};
        ChangeBench bench(fleet);
        DdaAssignWizard wizard(bench.services(), {hostA, {}, {}}, nullptr);
        QVERIFY(open(wizard));
        const ChoiceRow& row = list(wizard)->model()->rows().front();
        QVERIFY(!row.isChoosable());
        QVERIFY(!row.cells[checkColumn].text.isEmpty());
        QCOMPARE(row.cells[checkColumn].text, row.whyNot);
    }

    void companionFunctionsGoAlongUnlessTakenOut()
    {
        FleetOf fleet = ddaServer();
        model::CompanionFunction audio;
        audio.id = model::GpuId(u"AUDIO"_s);
        audio.name = u"High Definition Audio Device"_s;
        fleet.snapshot().gpus[0].companions = {audio};
        ChangeBench bench(fleet);
        DdaAssignWizard wizard(bench.services(), {hostA, {}, {}}, nullptr);
        QVERIFY(open(wizard));
        QVERIFY(child<QCheckBox>(wizard, "companions") == nullptr);
        QVERIFY(walkTo(wizard, u"NVIDIA Tesla T4 #1"_s));
        press(wizard, Qt::Key_Space);
        auto* box = child<QCheckBox>(wizard, "companions");
        QVERIFY(box != nullptr && box->isChecked());
        QVERIFY(box->text().contains(u"High Definition Audio Device"_s));
        QVERIFY(!findings(wizard).contains(u"High Definition"_s));
        pressOn(box, Qt::Key_Space);
        QVERIFY2(findings(wizard).contains(u"High Definition Audio Device"_s), qPrintable(findings(wizard)));
    }

    void takingTheLastDisplayIsWarnedOf()
    {
        FleetOf fleet = ddaServer();
        fleet.snapshot().gpus.pop_back();
        fleet.snapshot().gpus[0].pnp->compatibleIds = QStringList{u"PCI\\CC_0300"_s};
        ChangeBench bench(fleet);
        DdaAssignWizard wizard(bench.services(), {hostA, {}, {}}, nullptr);
        QVERIFY(open(wizard));
        QVERIFY(walkTo(wizard, u"NVIDIA Tesla T4 #1"_s));
        QCOMPARE(findings(wizard), QString());
        press(wizard, Qt::Key_Space);
        QVERIFY2(findings(wizard).contains(u"display"_s, Qt::CaseInsensitive), qPrintable(findings(wizard)));
    }

    void forceIsAnExplicitChoice()
    {
        const FleetOf fleet = ddaServer();
        ChangeBench bench(fleet);
        DdaAssignWizard wizard(bench.services(), {hostA, {gpu(fleet, 0)}, model::VmId(u"OFF"_s)}, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"What must hold for the GPU to be taken"_s);
        auto* mitigations = child<QCheckBox>(wizard, "mitigations");
        auto* acs = child<QCheckBox>(wizard, "acs");
        QVERIFY(mitigations->isChecked() && acs->isChecked());
        QVERIFY(child<QLabel>(wizard, "forceWarning") == nullptr);
        pressOn(mitigations, Qt::Key_Space);
        QVERIFY(textOf<QLabel>(wizard, "forceWarning").contains(u"without a mitigation driver"_s));
        pressOn(acs, Qt::Key_Space);
        QVERIFY(textOf<QLabel>(wizard, "forceWarning").contains(u"-Force"_s));
        next(wizard);
        next(wizard);
        QCOMPARE(title(wizard), u"Review"_s);
        QVERIFY2(!findings(wizard).isEmpty(), "the plan says that protections are off");
    }

    void rulesOfTheMachine()
    {
        FleetOf fleet = ddaServer();
        model::VirtualMachine& vm = fleet.snapshot().vms[0];
        vm.dynamicMemory = true;
        vm.minimumMemoryMb = 512;
        vm.userSnapshotType = std::uint16_t{3};
        vm.clustered = true;
        vm.offlineAction = 1U;
        ChangeBench bench(fleet);
        DdaAssignWizard wizard(bench.services(), {hostA, {gpu(fleet, 1)}, vm.id}, nullptr);
        QVERIFY(open(wizard));
        next(wizard); // MMIO
        QCOMPARE(title(wizard), u"Rules for a virtual machine with a whole device"_s);
        QVERIFY(child<QCheckBox>(wizard, "makeMemoryStatic")->isChecked());
        QVERIFY(!child<QCheckBox>(wizard, "disableCheckpoints")->isChecked());
        QVERIFY(child<QCheckBox>(wizard, "offlineAction")->isChecked());
        shoot(wizard, u"dda-rules"_s);
        next(wizard);
        QCOMPARE(title(wizard), u"Review"_s);
        QVERIFY2(canGoOn(wizard), qPrintable(message(wizard) + findings(wizard)));
        press(wizard, Qt::Key_B, Qt::AltModifier);
        pressOn(child<QCheckBox>(wizard, "makeMemoryStatic"), Qt::Key_Space);
        next(wizard);
        QVERIFY(!canGoOn(wizard));
        QVERIFY2(findings(wizard).contains(u"memory"_s, Qt::CaseInsensitive), qPrintable(findings(wizard)));
    }

    void aRunningMachineIsAskedAbout()
    {
        const FleetOf fleet = ddaServer();
        ChangeBench bench(fleet);
        DdaAssignWizard wizard(bench.services(), {hostA, {gpu(fleet, 1)}, model::VmId(u"RUN"_s)}, nullptr);
        QVERIFY(open(wizard));
        next(wizard);
        QCOMPARE(title(wizard), u"Running virtual machines"_s);
        shoot(wizard, u"dda-power"_s);
        next(wizard);
        QCOMPARE(title(wizard), u"Review"_s);
    }

    void mmioValuesAreCheckedWhileTyped()
    {
        const FleetOf fleet = ddaServer();
        ChangeBench bench(fleet);
        DdaAssignWizard wizard(bench.services(), {hostA, {gpu(fleet, 1)}, model::VmId(u"OFF"_s)}, nullptr);
        QVERIFY(open(wizard));
        auto* low = child<QSpinBox>(wizard, "lowMmio");
        auto* workedOut = child<QPushButton>(wizard, "workedOut");
        QVERIFY(!workedOut->isEnabled());
        low->setFocus();
        low->selectAll();
        QTest::keyClicks(low, u"100"_s);
        QVERIFY(!canGoOn(wizard));
        QVERIFY2(message(wizard).contains(u"between 128 MB and 3,584 MB"_s), qPrintable(message(wizard)));
        low->selectAll();
        QTest::keyClicks(low, u"130"_s);
        QVERIFY(canGoOn(wizard));
        QCOMPARE(textOf<QLabel>(wizard, "mmioWarning"), u"This is less than its devices need."_s);
        pressOn(workedOut, Qt::Key_Space);
        QCOMPARE(low->value(), 144);
        QVERIFY(child<QLabel>(wizard, "mmioWarning") == nullptr);
        auto* high = child<QSpinBox>(wizard, "highMmio");
        high->setFocus();
        high->selectAll();
        QTest::keyClicks(high, u"300000"_s);
        QVERIFY2(message(wizard).contains(u"between 512 MB and 262,656 MB"_s), qPrintable(message(wizard)));
    }

    void theSumIsShownLineByLine()
    {
        const FleetOf fleet = ddaServer();
        ChangeBench bench(fleet);
        DdaAssignWizard wizard(bench.services(), {hostA, {gpu(fleet, 1)}, model::VmId(u"OFF"_s)}, nullptr);
        QVERIFY(open(wizard));
        const auto* sum = child<QTreeWidget>(wizard, "mmioSum");
        QStringList lines;
        for (int row = 0; row < sum->topLevelItemCount(); ++row)
            lines << sum->topLevelItem(row)->text(0) + u" = "_s + sum->topLevelItem(row)->text(1);
        QVERIFY2(lines.contains(u"NVIDIA Tesla T4 #2, memory range 0xC0000000 – 0xC0FFFFFF = 16 MB"_s),
                 qPrintable(lines.join(u'\n')));
        QVERIFY(lines.contains(u"Low MMIO space needed = 144 MB"_s));
        QVERIFY(lines.contains(u"High MMIO space needed = 768 MB"_s));
        QVERIFY(
            textOf<QLabel>(wizard, "mmioCaveats").contains(u"as read while the device was still started"_s));
        QVERIFY(textOf<QLabel>(wizard, "mmioNow").contains(u"low 128 MB, high 512 MB"_s));
    }

    void unknownRangesAreSaid()
    {
        FleetOf fleet = ddaServer();
        fleet.snapshot().gpus[1].memory.reset();
        ChangeBench bench(fleet);
        DdaAssignWizard wizard(bench.services(), {hostA, {gpu(fleet, 1)}, model::VmId(u"OFF"_s)}, nullptr);
        QVERIFY(open(wizard));
        QVERIFY(textOf<QLabel>(wizard, "mmioCaveats").startsWith(u"Not counted, because"_s));
        shoot(wizard, u"dda-mmio-unknown"_s);
    }

    void aGpuIsReturned()
    {
        FleetOf fleet = ddaServer();
        fleet.snapshot().gpus[1].assignments = {wholeDevice(fleet.snapshot().vms[0])};
        fleet.snapshot().vms[0].wholeDevices = 1;
        ChangeBench bench(fleet);
        DdaRemoveWizard wizard(bench.services(), {}, {}, false, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(wizard.windowTitle(), u"Return GPU to host"_s);
        QCOMPARE(list(wizard)->model()->rowCount(), 1);
        QVERIFY(walkTo(wizard, u"vm OFF"_s));
        press(wizard, Qt::Key_Space);
        QVERIFY2(textOf<QLabel>(wizard, "restoreWords").contains(u"No record"_s),
                 qPrintable(textOf<QLabel>(wizard, "restoreWords")));
        QVERIFY(!child<QCheckBox>(wizard, "restoreSettings")->isEnabled());
        shoot(wizard, u"dda-return"_s);
        next(wizard);
        QCOMPARE(title(wizard), u"Review"_s);
        QVERIFY2(canGoOn(wizard), qPrintable(message(wizard) + findings(wizard)));
        QCOMPARE(verb(wizard), u"Return GPU"_s);
    }

    void aKnownMachineIsNotAskedFor()
    {
        FleetOf fleet = ddaServer();
        fleet.snapshot().gpus[1].assignments = {wholeDevice(fleet.snapshot().vms[0])};
        ChangeBench bench(fleet);
        operations::DdaRemoveRequest known;
        known.host = hostA;
        known.vm = model::VmId(u"OFF"_s);
        DdaRemoveWizard wizard(bench.services(), known, {}, false, nullptr);
        QVERIFY(open(wizard));
        QVERIFY(list(wizard) == nullptr);
        QCOMPARE(textOf<QLabel>(wizard, "returnWhat"), u"vm OFF on A has NVIDIA Tesla T4 #2."_s);
        // Tab goes to the button that is checked, arrow keys from there to the others.
        pressOn(child<QRadioButton>(wizard, "toServer"), Qt::Key_Down);
        QVERIFY(child<QRadioButton>(wizard, "stayDismounted")->isChecked());
        next(wizard);
        QCOMPARE(title(wizard), u"Review"_s);
        QVERIFY2(!reviewText(wizard).contains(u"Mount"_s), qPrintable(reviewText(wizard)));
    }

    void everythingIsBroughtBack()
    {
        const FleetOf fleet = ddaServer();
        ChangeBench bench(fleet);
        const auto forgotten = forgottenDevices(fleet.build(), {});
        QCOMPARE(forgotten.size(), 1U);
        QCOMPARE(forgotten.front(), gpu(fleet, 1));
        MountWizard wizard(bench.services(), forgotten, {}, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"Review"_s);
        QVERIFY2(canGoOn(wizard), qPrintable(message(wizard) + findings(wizard)));
        shoot(wizard, u"dda-mount-review"_s);
        press(wizard, Qt::Key_B, Qt::AltModifier);
        QCOMPARE(title(wizard), u"Choose the GPU"_s);
        QCOMPARE(checked(wizard), QStringList{u"NVIDIA Tesla T4 #2"_s});
        const QString verified = u"Verify that the server can partition NVIDIA Tesla T4 #2"_s;
        QVERIFY(!reviewText(wizard).contains(verified));
        press(wizard, Qt::Key_V, Qt::AltModifier);
        shoot(wizard, u"dda-mount-device"_s);
        press(wizard, Qt::Key_G, Qt::AltModifier);
        QCOMPARE(title(wizard), u"Review"_s);
        QVERIFY2(reviewText(wizard).contains(verified), qPrintable(reviewText(wizard)));
    }

    void nothingToGiveBack()
    {
        FleetOf fleet = ddaServer();
        fleet.snapshot().gpus.erase(fleet.snapshot().gpus.begin() + 1);
        ChangeBench bench(fleet);
        MountWizard wizard(bench.services(), {}, {}, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(emptyText(wizard), u"No GPU is dismounted: the servers have all of theirs."_s);
        QVERIFY(!canGoOn(wizard));
    }

    void makeReady()
    {
        const FleetOf fleet = ddaServer();
        ChangeBench bench(fleet);
        DismountWizard wizard(bench.services(), {}, {}, nullptr);
        QVERIFY(open(wizard));
        QVERIFY(walkTo(wizard, u"NVIDIA Tesla T4 #2"_s));
        QCOMPARE(list(wizard)->model()->rows()[1].whyNot, u"It is ready for DDA assignment already."_s);
        QVERIFY(walkTo(wizard, u"NVIDIA Tesla T4 #1"_s));
        press(wizard, Qt::Key_Space);
        next(wizard);
        QCOMPARE(title(wizard), u"What must hold for the GPU to be taken"_s);
        next(wizard);
        QCOMPARE(title(wizard), u"Review"_s);
        QVERIFY2(canGoOn(wizard), qPrintable(message(wizard) + findings(wizard)));
    }

    void mmioEditor()
    {
        const FleetOf fleet = ddaServer();
        ChangeBench bench(fleet);
        MmioWizard wizard(bench.services(), hostA, model::VmId(u"OFF"_s), nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(child<QSpinBox>(wizard, "lowMmio")->value(), 128);
        auto* low = child<QSpinBox>(wizard, "lowMmio");
        low->setFocus();
        low->selectAll();
        QTest::keyClicks(low, u"3072"_s);
        next(wizard);
        QCOMPARE(title(wizard), u"Review"_s);
        QVERIFY2(canGoOn(wizard), qPrintable(message(wizard) + findings(wizard)));
        QVERIFY2(reviewText(wizard).contains(u"3,072"_s) || reviewText(wizard).contains(u"3072"_s),
                 qPrintable(reviewText(wizard)));
        shoot(wizard, u"dda-mmio-review"_s);
    }

    void aPoolIsCreated()
    {
        const FleetOf fleet = ddaServer();
        ChangeBench bench(fleet);
        CreatePoolWizard wizard(bench.services(), {}, {}, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"New GPU pool"_s);
        QCOMPARE(message(wizard), u"Give the pool a name."_s);
        QCOMPARE(textOf<QLabel>(wizard, "knownPools"), u"These servers have no GPU pool yet."_s);
        type(wizard, u"T4 "_s);
        QCOMPARE(message(wizard), u"The name must not begin or end with a space."_s);
        type(wizard, u"pool"_s);
        QVERIFY(canGoOn(wizard));
        shoot(wizard, u"pool-name"_s);
        next(wizard);
        QCOMPARE(title(wizard), u"Choose the GPU"_s);
        QVERIFY(checked(wizard).isEmpty()); // whatever is dismounted is not taken along
        QVERIFY(walkTo(wizard, u"NVIDIA Tesla T4 #2"_s));
        press(wizard, Qt::Key_Space);
        next(wizard);
        QCOMPARE(title(wizard), u"Review"_s);
        QVERIFY2(canGoOn(wizard), qPrintable(message(wizard) + findings(wizard)));
        shoot(wizard, u"pool-review"_s);
    }

    void aMachineIsAssignedToAPool()
    {
        FleetOf fleet = ddaServer();
        fleet.snapshot().pools = {
            {u"Microsoft:1"_s, u"T4 pool"_s, {fleet.snapshot().gpus[1].pnp->instanceId}},
            {u"Microsoft:2"_s, u"none"_s, {}}};
        ChangeBench bench(fleet);
        AssignPoolWizard wizard(bench.services(), {}, {}, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(wizard.windowTitle(), u"Assign VM to GPU pool"_s);
        QVERIFY(walkTo(wizard, u"none"_s));
        QVERIFY2(message(wizard).contains(u"It holds no GPU"_s), qPrintable(message(wizard)));
        QVERIFY(walkTo(wizard, u"T4 pool"_s));
        shoot(wizard, u"pool-choose"_s);
        next(wizard);
        QCOMPARE(title(wizard), u"Choose the virtual machine"_s);
        QVERIFY(walkTo(wizard, u"vm OFF"_s));
        press(wizard, Qt::Key_Space);
        next(wizard);
        QCOMPARE(title(wizard), u"MMIO space"_s);
        QCOMPARE(child<QSpinBox>(wizard, "highMmio")->value(), 768);
        next(wizard);
        QCOMPARE(title(wizard), u"Review"_s);
        QVERIFY2(canGoOn(wizard), qPrintable(message(wizard) + findings(wizard)));
    }

    void aMachineIsUnassignedFromAPool()
    {
        FleetOf fleet = ddaServer();
        fleet.snapshot().gpus[1].assignments = {wholeDevice(fleet.snapshot().vms[0])};
        fleet.snapshot().pools = {{u"Microsoft:1"_s, u"T4 pool"_s, {}}};
        ChangeBench without(fleet);
        DdaRemoveWizard nobody(without.services(), {}, {}, true, nullptr);
        QVERIFY(open(nobody));
        QCOMPARE(nobody.windowTitle(), u"Unassign VM from GPU pool"_s);
        QCOMPARE(emptyText(nobody), u"No virtual machine takes a GPU from a pool."_s);
        model::Assignment place = wholeDevice(fleet.snapshot().vms[1], 2);
        place.poolName = u"T4 pool"_s;
        fleet.snapshot().unplacedAssignments = {place};
        ChangeBench bench(fleet);
        DdaRemoveWizard wizard(bench.services(), {}, {}, true, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"Unassign from the GPU pool"_s);
        // The one with a GPU of its own is not asked about, nor where the GPU goes: it stays in the pool.
        QCOMPARE(list(wizard)->model()->rowCount(), 1);
        QVERIFY(child<QRadioButton>(wizard, "toServer") == nullptr);
        QVERIFY(walkTo(wizard, u"vm RUN"_s));
        press(wizard, Qt::Key_Space);
        QVERIFY2(canGoOn(wizard), qPrintable(message(wizard)));
        next(wizard);
        QCOMPARE(title(wizard), u"Running virtual machines"_s);
        next(wizard);
        QCOMPARE(title(wizard), u"Review"_s);
        QVERIFY2(reviewText(wizard).contains(u"Unassign the VM from the GPU pool T4 pool"_s),
                 qPrintable(reviewText(wizard)));
    }

    void serversWithoutAGpuToAssignSayWhy()
    {
        FleetOf fleet = ddaServer();
        fleet.host(u"B"_s).vm(u"X"_s, PowerState::Off);
        ChangeBench bench(fleet);
        DdaAssignWizard wizard(bench.services(), {}, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"Choose the server"_s);
        QVERIFY(walkTo(wizard, u"B"_s));
        QCOMPARE(message(wizard), u"B cannot be chosen: No GPU"_s);
        QVERIFY(walkTo(wizard, u"A"_s));
        next(wizard);
        QCOMPARE(title(wizard), u"Choose the GPU"_s);
    }
};

QTEST_MAIN(TestDdaWizards)
#include "tst_dda_wizards.moc"
