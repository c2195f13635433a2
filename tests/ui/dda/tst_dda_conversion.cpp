// Drives what turns a partitioned GPU into one that is given away as a whole, and back, by keyboard.
#include "tests/ui/change/WizardKeys.h"
#include "tests/ui/dda/DdaFleet.h"
#include "tests/ui/dda/DdaKeys.h"
#include "ui/change/ChoiceList.h"
#include "ui/dda/CreatePoolWizard.h"
#include "ui/dda/DdaAssignWizard.h"
#include "ui/dda/DdaRemoveWizard.h"
#include "ui/dda/DismountWizard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QRadioButton>
#include <QTest>

using namespace hvgpu;
using namespace hvgpu::ui;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

namespace {

/// ddaServer(), with the mounted T4 partitioned; "vm RUN" has a partition of it.
FleetOf partitioned()
{
    FleetOf fleet = ddaServer();
    model::Gpu& gpu = fleet.snapshot().gpus[0];
    gpu.partitioning = model::Partitioning{};
    gpu.partitioning->name = u"\\\\?\\PCI#"_s + gpu.id.text();
    gpu.partitioning->partitionCount = std::uint16_t{4};
    gpu.partitioning->validPartitionCounts = {4};
    model::VirtualMachine& vm = fleet.snapshot().vms[1];
    model::Assignment partition = wholeDevice(vm);
    partition.kind = model::Assignment::Kind::Partition;
    partition.deviceInstancePath = gpu.partitioning->name;
    gpu.assignments = {partition};
    vm.partitionAdapters = 1;
    return fleet;
}

} // namespace

class TestDdaConversion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void partitionsAreUnassignedOnlyWhenThatIsSaid()
    {
        ChangeBench bench(partitioned());
        DdaAssignWizard wizard(bench.services(), {hostA, {}, model::VmId(u"OFF"_s)}, nullptr);
        QVERIFY(open(wizard));
        QVERIFY(child<QCheckBox>(wizard, "unassignPartitions") == nullptr);
        QCOMPARE(list(wizard)->model()->rows()[0].cells[checkColumn].text,
                 u"Its partitions must be unassigned first: vm RUN"_s);
        QVERIFY(walkTo(wizard, u"NVIDIA Tesla T4 #1"_s));
        press(wizard, Qt::Key_Space);
        auto* box = child<QCheckBox>(wizard, "unassignPartitions");
        QVERIFY(box != nullptr && !box->isChecked());
        QCOMPARE(box->text().remove(u'&'), u"Unassign its GPU partitions first: vm RUN"_s);
        QVERIFY(!canGoOn(wizard));
        QVERIFY2(message(wizard).startsWith(u"Partitions of what is selected are assigned"_s),
                 qPrintable(message(wizard)));
        shoot(wizard, u"dda-convert-device"_s);
        pressOn(box, Qt::Key_Space);
        QVERIFY2(canGoOn(wizard), qPrintable(message(wizard)));
        next(wizard);
        QCOMPARE(title(wizard), u"What must hold for the GPU to be taken"_s);
        next(wizard);
        QCOMPARE(title(wizard), u"MMIO space"_s);
        next(wizard);
        // The machine that gets the GPU is off; the one that loses its partition is asked about.
        QCOMPARE(title(wizard), u"Running virtual machines"_s);
        QCOMPARE(list(wizard)->model()->rows().front().cells.front().text, u"vm RUN"_s);
        next(wizard);
        QCOMPARE(title(wizard), u"Review"_s);
        QVERIFY2(canGoOn(wizard), qPrintable(message(wizard) + findings(wizard)));
        const QString review = reviewText(wizard);
        QVERIFY2(review.contains(u"vm RUN"_s) && review.contains(u"vm OFF"_s), qPrintable(review));
        QVERIFY2(review.contains(u"1 partition(s) → none"_s) && review.contains(u"+1 device(s)"_s),
                 qPrintable(review));
        QVERIFY2(findings(wizard).contains(u"vm RUN"_s), qPrintable(findings(wizard)));
        shoot(wizard, u"dda-convert-review"_s);
    }

    void anotherGpuNeedsNoAnswer()
    {
        ChangeBench bench(partitioned());
        DdaAssignWizard wizard(bench.services(), {hostA, {}, model::VmId(u"OFF"_s)}, nullptr);
        QVERIFY(open(wizard));
        QVERIFY(walkTo(wizard, u"NVIDIA Tesla T4 #2"_s));
        press(wizard, Qt::Key_Space);
        QVERIFY(child<QCheckBox>(wizard, "unassignPartitions") == nullptr);
        QVERIFY(canGoOn(wizard));
    }

    void savedMachineKeepsTheGpu()
    {
        FleetOf fleet = partitioned();
        fleet.snapshot().vms[1].state = model::PowerState::Saved;
        ChangeBench bench(fleet);
        DdaAssignWizard wizard(bench.services(), {hostA, {}, model::VmId(u"OFF"_s)}, nullptr);
        QVERIFY(open(wizard));
        const ChoiceRow& row = list(wizard)->model()->rows()[0];
        QVERIFY(!row.isChoosable());
        QVERIFY2(row.whyNot.contains(u"vm RUN"_s), qPrintable(row.whyNot));
    }

    void makeReadyAsksAboutThoseThatRun()
    {
        ChangeBench bench(partitioned());
        DismountWizard wizard(bench.services(), {}, {}, nullptr);
        QVERIFY(open(wizard));
        QVERIFY(walkTo(wizard, u"NVIDIA Tesla T4 #1"_s));
        press(wizard, Qt::Key_Space);
        QVERIFY(!canGoOn(wizard));
        pressOn(child<QCheckBox>(wizard, "unassignPartitions"), Qt::Key_Space);
        next(wizard);
        next(wizard);
        QCOMPARE(title(wizard), u"Running virtual machines"_s);
        for (const char* policy : {"policy0", "policy1", "policy2"})
            pressOn(child<QRadioButton>(wizard, policy), Qt::Key_Down);
        QVERIFY(child<QRadioButton>(wizard, "policy3")->isChecked()); // turn off
        next(wizard);
        QCOMPARE(title(wizard), u"Review"_s);
        QVERIFY2(canGoOn(wizard), qPrintable(message(wizard) + findings(wizard)));
        QVERIFY2(reviewText(wizard).contains(u"Turn the VM off"_s), qPrintable(reviewText(wizard)));
    }

    void aPoolTakesNoPartitionedGpu()
    {
        ChangeBench bench(partitioned());
        CreatePoolWizard wizard(bench.services(), {}, {}, nullptr);
        QVERIFY(open(wizard));
        type(wizard, u"P"_s);
        next(wizard);
        const ChoiceRow& row = list(wizard)->model()->rows()[0];
        QVERIFY(!row.isChoosable());
        QVERIFY2(row.whyNot.contains(u"Partitions of this GPU are assigned"_s), qPrintable(row.whyNot));
    }

    void aReturnedGpuIsVerifiedToBePartitionable()
    {
        FleetOf fleet = ddaServer();
        fleet.snapshot().gpus[1].assignments = {wholeDevice(fleet.snapshot().vms[0])};
        fleet.snapshot().vms[0].wholeDevices = 1;
        ChangeBench bench(fleet);
        operations::DdaRemoveRequest known;
        known.host = hostA;
        known.vm = model::VmId(u"OFF"_s);
        DdaRemoveWizard wizard(bench.services(), known, {}, false, nullptr);
        QVERIFY(open(wizard));
        auto* verify = child<QCheckBox>(wizard, "forPartitioning");
        QVERIFY(!verify->isChecked());
        pressOn(child<QRadioButton>(wizard, "toServer"), Qt::Key_Down);
        QVERIFY(!verify->isEnabled()); // what stays dismounted cannot be partitioned
        pressOn(child<QRadioButton>(wizard, "stayDismounted"), Qt::Key_Up);
        pressOn(verify, Qt::Key_Space);
        shoot(wizard, u"dda-return-partition"_s);
        next(wizard);
        QCOMPARE(title(wizard), u"Review"_s);
        QVERIFY2(reviewText(wizard).contains(u"Verify that the server can partition NVIDIA Tesla T4 #2"_s),
                 qPrintable(reviewText(wizard)));
    }
};

QTEST_MAIN(TestDdaConversion)
#include "tst_dda_conversion.moc"
