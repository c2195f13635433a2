// Drives "Unassign GPU partition from VM" by keyboard and reads what it says.
#include "tests/ui/change/WizardKeys.h"
#include "ui/change/ChoiceList.h"
#include "ui/change/UnassignWizard.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace hvgpu;
using namespace hvgpu::ui;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;
using model::PowerState;

namespace {

const model::HostId hostA(u"A"_s);
const model::HostId hostB(u"B"_s);

/// Server A: VM TWO has a partition of each of two GPUs, RUN runs with one.
FleetOf oneServer()
{
    FleetOf fleet;
    fleet.host(u"A"_s).gpu(u"1"_s, 4).vm(u"RUN"_s, PowerState::Running).assigned();
    fleet.vm(u"TWO"_s, PowerState::Off).assigned().gpu(u"2"_s, 4).assigned();
    fleet.snapshot().host.hyperVRole = true;
    return fleet;
}

operations::AdapterRef adapter(const model::HostId& host, const QString& vm, int number)
{
    return {host, model::VmId(vm), u"Microsoft:%1\\%2"_s.arg(vm).arg(number)};
}

operations::UnassignRequest finished(ChangeBench& bench, const UnassignWizard& wizard)
{
    if (wizard.activityId().isEmpty() || !bench.activities.waitEnded(wizard.activityId()))
        return {};
    return std::get<operations::UnassignRequest>(
        bench.activities.activities->find(wizard.activityId())->plan.request);
}

std::size_t adapters(const ChangeBench& bench, const model::HostId& host, const QString& vm)
{
    return bench.activities.worlds.at(host).vms.at(model::VmId(vm)).adapters.size();
}

} // namespace

class TestUnassignWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void oneOfSeveralIsUnassignedByKeyboardAlone()
    {
        ChangeBench bench(oneServer());
        UnassignWizard wizard(bench.services(), {}, {}, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(wizard.windowTitle(), u"Unassign GPU partition from VM"_s);
        QCOMPARE(title(wizard), u"Choose virtual machine to unassign partition from"_s);
        QCOMPARE(message(wizard), u"Select at least one partition."_s);
        type(wizard, u"two #2"_s);
        press(wizard, Qt::Key_Down);
        press(wizard, Qt::Key_Space);
        QCOMPARE(checked(wizard), QStringList{u"vm TWO (partition 2 of 2)"_s});
        QVERIFY(wizard.findChild<QLabel*>(u"gpuPath"_s)->text().contains(u"\\\\?\\PCI#2"_s));
        press(wizard, Qt::Key_Return);
        QCOMPARE(title(wizard), u"Review"_s);
        QCOMPARE(wizard.findChild<QPushButton*>(u"next"_s)->text().remove(u'&'), u"Unassign partition"_s);
        press(wizard, Qt::Key_Return);
        QCOMPARE(finished(bench, wizard).adapters, std::vector{adapter(hostA, u"TWO"_s, 2)});
        QCOMPARE(adapters(bench, hostA, u"TWO"_s), std::size_t{1});
        QCOMPARE(adapters(bench, hostA, u"RUN"_s), std::size_t{1});
    }

    void theServerIsChosenWhereThereAreSeveral()
    {
        FleetOf fleet = oneServer();
        fleet.host(u"B"_s).gpu(u"1"_s, 4).vm(u"X"_s, PowerState::Off);
        fleet.snapshot().host.hyperVRole = true;
        ChangeBench bench(fleet);
        UnassignWizard wizard(bench.services(), {}, {}, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"Choose the server"_s);
        QVERIFY2(canGoOn(wizard), "the only one with partitions is chosen");
        QVERIFY(walkTo(wizard, u"B"_s));
        QVERIFY(message(wizard).contains(u"No partition is assigned"_s));
        QVERIFY(walkTo(wizard, u"A"_s));
        next(wizard);
        QCOMPARE(list(wizard)->model()->rowCount(), 3);
    }

    void aGivenServerIsNotAskedFor()
    {
        FleetOf fleet = oneServer();
        fleet.host(u"B"_s).gpu(u"1"_s, 4).vm(u"X"_s, PowerState::Off).assigned();
        fleet.snapshot().host.hyperVRole = true;
        ChangeBench bench(fleet);
        UnassignWizard wizard(bench.services(), {}, hostB, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"Choose virtual machine to unassign partition from"_s);
        QCOMPARE(list(wizard)->model()->rowCount(), 1);
    }

    void aSelectionGoesStraightToTheReview()
    {
        FleetOf fleet = oneServer();
        fleet.host(u"B"_s).gpu(u"1"_s, 4).vm(u"X"_s, PowerState::Off).assigned();
        fleet.snapshot().host.hyperVRole = true;
        ChangeBench bench(fleet);
        UnassignWizard wizard(bench.services(), {adapter(hostA, u"TWO"_s, 1), adapter(hostB, u"X"_s, 1)}, {},
                              nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"Review"_s);
        press(wizard, Qt::Key_B, Qt::AltModifier);
        QCOMPARE(title(wizard), u"Choose virtual machine to unassign partition from"_s);
        QCOMPARE(checked(wizard), (QStringList{u"vm TWO (partition 1 of 2)"_s, u"vm X"_s}));
        QVERIFY(!list(wizard)->view()->isColumnHidden(1));
        next(wizard);
        press(wizard, Qt::Key_Return);
        QCOMPARE(finished(bench, wizard).adapters.size(), std::size_t{2});
        QCOMPARE(adapters(bench, hostA, u"TWO"_s), std::size_t{1});
        QCOMPARE(adapters(bench, hostB, u"X"_s), std::size_t{0});
    }

    void runningVmsHaveThePowerPage()
    {
        ChangeBench bench(oneServer());
        UnassignWizard wizard(bench.services(), {adapter(hostA, u"RUN"_s, 1)}, {}, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"Review"_s);
        press(wizard, Qt::Key_B, Qt::AltModifier);
        QCOMPARE(title(wizard), u"Running virtual machines"_s);
        QVERIFY(wizard.findChild<QLabel*>(u"pageSubtitle"_s)->text().contains(u"unassigned"_s));
        next(wizard);
        press(wizard, Qt::Key_Return);
        QCOMPARE(finished(bench, wizard).adapters.size(), std::size_t{1});
        QCOMPARE(adapters(bench, hostA, u"RUN"_s), std::size_t{0});
        QCOMPARE(bench.activities.worlds.at(hostA).vms.at(model::VmId(u"RUN"_s)).power, PowerState::Running);
    }

    void leftoversAreExplained()
    {
        FleetOf fleet = oneServer();
        model::Assignment gone = fleet.lastGpu().assignments.front();
        gone.deviceInstancePath = u"\\\\?\\PCI#GONE"_s;
        gone.adapterId = u"Microsoft:TWO\\9"_s;
        model::Assignment homeless = gone;
        homeless.vm = model::VmId(u"ELSEWHERE"_s);
        homeless.vmName = u"moved away"_s;
        fleet.snapshot().unplacedAssignments = {gone, homeless};
        ChangeBench bench(fleet);
        UnassignWizard wizard(bench.services(), {}, {}, nullptr);
        QVERIFY(open(wizard));
        QVERIFY(walkTo(wizard, u"moved away"_s));
        QVERIFY2(findings(wizard).contains(u"is not on A"_s), qUtf8Printable(findings(wizard)));
        press(wizard, Qt::Key_Space);
        QVERIFY(checked(wizard).isEmpty());
        QVERIFY(walkTo(wizard, u"vm TWO (partition 3 of 3)"_s));
        const QString words = findings(wizard);
        QVERIFY2(words.contains(u"\\\\?\\PCI#GONE"_s) &&
                     words.contains(u"can be removed, but not be put back"_s),
                 qUtf8Printable(words));
        press(wizard, Qt::Key_Space);
        next(wizard);
        QVERIFY(canGoOn(wizard));
        press(wizard, Qt::Key_Return);
        QCOMPARE(finished(bench, wizard).adapters.front().adapterId, u"Microsoft:TWO\\9"_s);
        QCOMPARE(adapters(bench, hostA, u"TWO"_s), std::size_t{2});
    }

    void whatCannotBeUnassignedNowIsKeptAndNamed()
    {
        FleetOf fleet = oneServer();
        fleet.snapshot().vms[1].state = PowerState::Saved;
        ChangeBench bench(fleet);
        UnassignWizard wizard(bench.services(), {adapter(hostA, u"TWO"_s, 1), adapter(hostA, u"RUN"_s, 1)},
                              {}, nullptr);
        QVERIFY(open(wizard));
        QCOMPARE(title(wizard), u"Review"_s);
        QVERIFY(!canGoOn(wizard));
        QVERIFY2(findings(wizard).contains(u"is saved"_s), qUtf8Printable(findings(wizard)));
        press(wizard, Qt::Key_B, Qt::AltModifier);
        press(wizard, Qt::Key_B, Qt::AltModifier);
        QVERIFY2(message(wizard).contains(u"cannot be unassigned now: This virtual machine is saved"_s),
                 qUtf8Printable(message(wizard)));
        QVERIFY(walkTo(wizard, u"vm TWO (partition 1 of 2)"_s));
        press(wizard, Qt::Key_Space);
        QCOMPARE(checked(wizard), QStringList{u"vm RUN"_s});
        QVERIFY(canGoOn(wizard));
    }

    void aPartitionThatIsGoneIsSaid()
    {
        ChangeBench bench(oneServer());
        UnassignWizard wizard(bench.services(), {adapter(hostA, u"TWO"_s, 7)}, {}, nullptr);
        QVERIFY(open(wizard));
        QVERIFY2(findings(wizard).contains(u"does not have this GPU partition any more"_s),
                 qUtf8Printable(findings(wizard)));
        press(wizard, Qt::Key_B, Qt::AltModifier);
        QVERIFY(message(wizard).contains(u"not assigned any more"_s));
        QVERIFY(walkTo(wizard, u"vm RUN"_s));
        press(wizard, Qt::Key_Space);
        QVERIFY(canGoOn(wizard));
    }

    void couldNotBeReadIsNotNone()
    {
        ChangeBench bench(oneServer());
        UnassignWizard wizard(bench.services(), {}, {}, nullptr);
        QVERIFY(open(wizard));
        base::Error error;
        error.code = base::ErrorCode::AccessDenied;
        FleetOf unread = oneServer();
        unread.snapshot().notes.push_back({model::Part::PartitionAdapters, {}, error});
        bench.show(unread);
        QCOMPARE(list(wizard)->model()->rowCount(), 0);
        QVERIFY(wizard.findChild<QLabel*>(u"unknownServers"_s)->text().contains(u"could not be read"_s));
        QVERIFY2(message(wizard).contains(u"could not be read"_s), qUtf8Printable(message(wizard)));
    }
};

QTEST_MAIN(TestUnassignWizard)
#include "tst_unassign_wizard.moc"
