#include "tests/ui/window/DialogTour.h"

#include "core/fleet/EntryText.h"
#include "core/fleet/PasswordKeeper.h"
#include "tests/support/FakeStore.h"
#include "tests/support/FleetSamples.h"
#include "tests/ui/change/WizardKeys.h"
#include "tests/ui/dda/DdaFleet.h"
#include "tests/ui/window/ChangeWindow.h"
#include "tests/ui/window/StageReport.h"
#include "ui/activity/ActivityDialog.h"
#include "ui/activity/ActivityModel.h"
#include "ui/activity/CloseQuestion.h"
#include "ui/change/AssignWizard.h"
#include "ui/change/GpuChoiceView.h"
#include "ui/change/PartitionCountDialog.h"
#include "ui/change/UnassignWizard.h"
#include "ui/dda/AssignPoolWizard.h"
#include "ui/dda/CreatePoolWizard.h"
#include "ui/dda/DdaAssignWizard.h"
#include "ui/dda/DdaRemoveWizard.h"
#include "ui/dda/DismountWizard.h"
#include "ui/dda/MmioWizard.h"
#include "ui/dda/MountWizard.h"
#include "ui/dialogs/AboutDialog.h"
#include "ui/dialogs/AddServerDialog.h"
#include "ui/dialogs/AddSeveralDialog.h"
#include "ui/dialogs/EditServerDialog.h"
#include "ui/dialogs/ExportDialog.h"
#include "ui/dialogs/RemoveServerDialog.h"
#include "ui/dialogs/SettingsDialog.h"
#include "ui/dialogs/SignInDialog.h"
#include "ui/dialogs/SupportDialog.h"
#include "ui/dialogs/TestServerDialog.h"
#include "ui/dialogs/TrustDialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStackedWidget>

namespace hvgpu::test {

using namespace Qt::StringLiterals;
using model::PowerState;

namespace {

const model::HostId hostA(u"A"_s);
constexpr int theWrite = 2; // of a machine that is off: after two reads

void settle()
{
    for (int pass = 0; pass < 3; ++pass) // layouts settle in turns
        QCoreApplication::processEvents();
}

void see(QDialog& dialog, const Visit& visit, const QString& place)
{
    settle();
    shoot(dialog, QString(place).replace(u'/', u'-').replace(u' ', u'-'));
    visit(dialog, place);
}

void leave(QDialog& dialog)
{
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY2(!dialog.isVisible(), qPrintable(dialog.objectName() + u" does not close with Escape"_s));
}

void visitOnly(QDialog& dialog, const Visit& visit, const QString& place)
{
    QVERIFY(open(dialog));
    see(dialog, visit, place);
    leave(dialog);
}

QString pageOf(const QDialog& wizard)
{
    const auto* stack = wizard.findChild<QStackedWidget*>(QString(), Qt::FindDirectChildrenOnly);
    return stack == nullptr
               ? QString()
               : QString::fromLatin1(stack->currentWidget()->metaObject()->className()).section(u"::"_s, -1);
}

/// A wizard that is open, page by page.
class Walk
{
public:
    Walk(ui::ChangeWizard& wizard, ChangeBench& bench, const Visit& visit)
        : m_wizard(wizard)
        , m_bench(bench)
        , m_visit(visit)
    {
        QVERIFY(open(wizard));
    }

    /// The wizard is on this page, and seen.
    void at(const QString& page, const QString& how = {})
    {
        QCOMPARE(pageOf(m_wizard), page);
        see(m_wizard, m_visit, m_wizard.objectName() + u'/' + page + (how.isEmpty() ? how : u' ' + how));
    }
    void choose(const QString& row)
    {
        QVERIFY2(walkTo(m_wizard, row), qPrintable(row));
        press(m_wizard, Qt::Key_Space);
    }
    void on()
    {
        auto* next = m_wizard.findChild<QPushButton*>(u"next"_s);
        QVERIFY2(next->isEnabled(), qPrintable(pageOf(m_wizard) + u": "_s + message(m_wizard)));
        next->click();
    }
    /// Through the review to the result.
    void carryOut()
    {
        at(u"PlanView"_s);
        on();
        QVERIFY(m_bench.activities.waitEnded(m_wizard.activityId()));
        QTRY_VERIFY(m_wizard.findChild<QPushButton*>(u"close"_s)->isDefault());
        at(u"ProgressView"_s);
        leave(m_wizard);
    }

private:
    ui::ChangeWizard& m_wizard;
    ChangeBench& m_bench;
    const Visit& m_visit;
};

// ---- servers

fleet::ConnectionTestReport failingReport()
{
    base::Error error;
    error.layer = base::Layer::Auth;
    error.code = base::ErrorCode::CredentialsRejected;
    error.httpStatus = 401;
    return reportUpTo(fleet::TestStage::SignIn, error);
}

void serverDialogs(const Visit& visit)
{
    tests::FakeFleet fleet(tests::sampleFleet());
    tests::FakeStore store;
    fleet::PasswordKeeper keeper(fleet, store);
    QSignalSpy known(&keeper, &fleet::PasswordKeeper::availabilityKnown);
    keeper.check();
    QTRY_COMPARE(known.size(), 1);
    {
        ui::AddServerDialog dialog(fleet, &keeper);
        QVERIFY(open(dialog));
        see(dialog, visit, u"addServerDialog"_s);
        dialog.findChild<QPushButton*>(u"add"_s)->click(); // without a name
        QVERIFY(dialog.isVisible());
        see(dialog, visit, u"addServerDialog problems"_s);
        dialog.findChild<QLineEdit*>(u"name"_s)->setText(u"hv01.example.com"_s);
        auto* ways = dialog.findChild<QComboBox*>(u"authentication"_s);
        for (int way = 0; way < ways->count(); ++way) {
            ways->setCurrentIndex(way);
            see(dialog, visit, u"addServerDialog way %1"_s.arg(way));
        }
        ways->setCurrentIndex(0);
        dialog.findChild<QPushButton*>(u"test"_s)->click();
        QVERIFY(fleet.answerTest(failingReport()));
        see(dialog, visit, u"addServerDialog tested"_s);
        leave(dialog);
    }
    {
        ui::AddSeveralDialog dialog(fleet, &keeper);
        QVERIFY(open(dialog));
        see(dialog, visit, u"addSeveralDialog"_s);
        dialog.findChild<QPlainTextEdit*>(u"list"_s)->setPlainText(u"hv01\nhv 02\nhv03.example.com\n"_s);
        see(dialog, visit, u"addSeveralDialog problems"_s);
        leave(dialog);
    }
    const fleet::ServerEntry entry = fleet::entryFromText(u"EXAMPLE\\ada@hv01.example.com"_s).value();
    {
        fleet::ServerEntry pinned = entry;
        pinned.https = true;
        pinned.certificatePin = QStringList(32, u"3F"_s).join(u':');
        ui::EditServerDialog edit(fleet, &keeper, pinned);
        visitOnly(edit, visit, u"editServerDialog"_s);
    }
    ui::SignInDialog signIn(fleet, &keeper, entry);
    visitOnly(signIn, visit, u"signInDialog"_s);
    ui::RemoveServerDialog remove(*fleet.snapshot()->entries.front());
    visitOnly(remove, visit, u"removeServerDialog"_s);
    ui::TestServerDialog test(fleet, entry);
    QVERIFY(open(test));
    QVERIFY(fleet.answerTest(failingReport()));
    see(test, visit, u"testServerDialog"_s);
    leave(test);
}

void trustDialogs(const Visit& visit)
{
    const QDateTime now(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);
    base::CertificateSummary certificate;
    certificate.subject = u"CN=hv01.example.com, O=Example"_s;
    certificate.issuer = certificate.subject;
    certificate.names = {u"hv01.example.com"_s};
    certificate.validFrom = now.addDays(-400);
    certificate.validUntil = now.addDays(-35);
    certificate.fingerprint = QStringList(32, u"3F"_s).join(u':');
    ui::TrustDialog first({u"HV01"_s, u"10.0.0.1"_s, certificate, {}}, now);
    visitOnly(first, visit, u"trustDialog first"_s);
    ui::TrustDialog changed({u"HV01"_s, u"10.0.0.1"_s, certificate, QStringList(32, u"A0"_s).join(u':')},
                            now);
    visitOnly(changed, visit, u"trustDialog changed"_s);
}

// ---- the program

void programDialogs(const Visit& visit)
{
    const QTemporaryDir folder;
    base::ThreadPool pool(1);
    report::Table table;
    table.name = u"gpus"_s;
    table.columns = {{u"server"_s, u"Server"_s}};
    table.rows = {{u"hv01"_s}};
    ui::ExportDialog exporting({u"GPUs"_s, table, {}, u"gpus"_s, tests::sampleFleet()}, pool);
    visitOnly(exporting, visit, u"exportDialog"_s);
    ui::Settings settings(folder.filePath(u"console.ini"_s));
    ui::SettingsDialog options(settings);
    visitOnly(options, visit, u"settingsDialog"_s);
    ui::SettingsDialog held(settings);
    held.holdReadOnly(u"The program was started with --read-only."_s);
    visitOnly(held, visit, u"settingsDialog held"_s);
    ui::AboutDialog about({u"libcurl/7.88.1"_s});
    visitOnly(about, visit, u"aboutDialog"_s);
    report::SupportFacts facts;
    facts.program = u"hvgpu-console 1"_s;
    facts.log = {u"a line of the log"_s};
    ui::SupportDialog support(facts);
    visitOnly(support, visit, u"supportDialog"_s);
}

// ---- partitions

void partitionCount(const Visit& visit)
{
    ChangeBench bench(FleetOf().host(u"A"_s).gpu(u"a"_s, 4).gpu(u"b"_s, 4).host(u"B"_s).gpu(u"c"_s, 4));
    bench.world(u"B"_s).gpus.at(u"\\\\?\\PCI#c"_s).count = 2; // somebody else was faster
    ui::PartitionCountDialog dialog(bench.services(), {}, {}, nullptr);
    Walk walk(dialog, bench, visit);
    walk.at(u"PartitionCountPage"_s);
    auto* count = dialog.findChild<QComboBox*>(u"partitionCount"_s);
    count->setFocus();
    QTest::keyClick(count, Qt::Key_End);
    walk.at(u"PartitionCountPage"_s, u"chosen"_s);
    auto* choices = dialog.findChild<ui::GpuChoiceView*>(u"gpuChoices"_s);
    choices->setFocus();
    QTest::keyClick(choices, Qt::Key_End);
    QTest::keyClick(choices, Qt::Key_Space); // not all of a set
    walk.at(u"PartitionCountPage"_s, u"warned"_s);
    QTest::keyClick(choices, Qt::Key_Space);
    walk.on();
    walk.carryOut(); // finished in part
}

FleetOf servers()
{
    FleetOf fleet;
    fleet.host(u"A"_s).gpu(u"1"_s, 8).gpu(u"2"_s, 8).vm(u"HAS"_s, PowerState::Running).assigned();
    fleet.vm(u"OFF"_s, PowerState::Off).vm(u"RUN"_s, PowerState::Running);
    fleet.vm(u"CLUSTERED"_s, PowerState::Running);
    fleet.lastVm().clustered = true;
    fleet.lastVm().offlineAction = 0U;
    fleet.vm(u"SAVED"_s, PowerState::Saved);
    fleet.host(u"B"_s).gpu(u"3"_s, 4).vm(u"OTHER"_s, PowerState::Off).assigned();
    return fleet;
}

void assign(const Visit& visit)
{
    ChangeBench bench(servers());
    ui::AssignWizard wizard(bench.services(), {}, nullptr);
    Walk walk(wizard, bench, visit);
    walk.at(u"ServerPage"_s);
    walk.choose(u"A"_s);
    walk.on();
    walk.at(u"VmPage"_s);
    for (const QString& vm : {u"vm OFF"_s, u"vm RUN"_s, u"vm CLUSTERED"_s})
        walk.choose(vm);
    walk.at(u"VmPage"_s, u"chosen"_s);
    walk.on();
    while (pageOf(wizard) != u"PlanView"_s && !QTest::currentTestFailed()) {
        walk.at(pageOf(wizard));
        walk.on();
    }
    bench.activities.faults = {{theWrite, Trouble::RefusedBefore}};
    walk.carryOut();
}

void unassign(const Visit& visit)
{
    ChangeBench bench(servers());
    ui::UnassignWizard wizard(bench.services(), {}, {}, nullptr);
    Walk walk(wizard, bench, visit);
    walk.at(u"ServerPage"_s);
    walk.choose(u"A"_s);
    walk.on();
    walk.at(u"AdapterPage"_s);
    walk.choose(u"vm HAS"_s);
    walk.on();
    walk.at(u"PowerPage"_s);
    walk.on();
    walk.carryOut();
}

// ---- whole GPUs

void wholeGpus(const Visit& visit)
{
    FleetOf fleet = ddaServer();
    model::VirtualMachine& run = fleet.snapshot().vms[1];
    run.dynamicMemory = true;
    run.minimumMemoryMb = 512;
    run.userSnapshotType = std::uint16_t{3};
    run.clustered = true;
    run.offlineAction = 1U;
    fleet.host(u"B"_s).vm(u"X"_s, PowerState::Off);
    ChangeBench bench(fleet);
    ui::DdaAssignWizard wizard(bench.services(), {}, nullptr);
    Walk walk(wizard, bench, visit);
    walk.at(u"ServerPage"_s);
    walk.choose(u"A"_s);
    walk.on();
    walk.at(u"DevicePage"_s);
    walk.choose(u"NVIDIA Tesla T4 #1"_s);
    walk.at(u"DevicePage"_s, u"chosen"_s);
    walk.on();
    walk.at(u"OneVmPage"_s);
    walk.choose(u"vm RUN"_s);
    walk.on();
    while (pageOf(wizard) != u"PlanView"_s && !QTest::currentTestFailed()) {
        walk.at(pageOf(wizard));
        walk.on();
    }
    walk.at(u"PlanView"_s);
    leave(wizard);
}

void wholeGpusBack(const Visit& visit)
{
    FleetOf fleet = ddaServer();
    fleet.snapshot().gpus[1].assignments = {wholeDevice(fleet.snapshot().vms[0])};
    fleet.snapshot().vms[0].wholeDevices = 1;
    ChangeBench bench(fleet);
    {
        ui::DdaRemoveWizard wizard(bench.services(), {}, {}, false, nullptr);
        Walk walk(wizard, bench, visit);
        walk.at(u"ReturnPage"_s);
        walk.choose(u"vm OFF"_s);
        walk.at(u"ReturnPage"_s, u"chosen"_s);
        walk.on();
        walk.at(u"PlanView"_s);
        leave(wizard);
    }
    {
        ui::DismountWizard wizard(bench.services(), {}, {}, nullptr);
        Walk walk(wizard, bench, visit);
        walk.at(u"DevicePage"_s);
        walk.choose(u"NVIDIA Tesla T4 #1"_s);
        walk.on();
        walk.at(u"RequirementsPage"_s);
        walk.on();
        walk.at(u"PlanView"_s);
        leave(wizard);
    }
    {
        ChangeBench forgotten(ddaServer());
        ui::MountWizard wizard(forgotten.services(), {}, {}, nullptr);
        Walk walk(wizard, forgotten, visit);
        walk.at(u"DevicePage"_s);
        walk.choose(u"NVIDIA Tesla T4 #2"_s);
        walk.on();
        walk.at(u"PlanView"_s);
        leave(wizard);
    }
    ui::MmioWizard wizard(bench.services(), hostA, model::VmId(u"RUN"_s), nullptr);
    Walk walk(wizard, bench, visit);
    walk.at(u"MmioPage"_s);
    leave(wizard);
}

void pools(const Visit& visit)
{
    FleetOf fleet = ddaServer();
    {
        ChangeBench bench(fleet);
        ui::CreatePoolWizard wizard(bench.services(), {}, {}, nullptr);
        Walk walk(wizard, bench, visit);
        walk.at(u"PoolNamePage"_s);
        type(wizard, u"T4 pool"_s);
        walk.on();
        walk.at(u"DevicePage"_s);
        walk.choose(u"NVIDIA Tesla T4 #2"_s);
        walk.on();
        walk.at(u"PlanView"_s);
        leave(wizard);
    }
    fleet.snapshot().pools = {{u"Microsoft:1"_s, u"T4 pool"_s, {fleet.snapshot().gpus[1].pnp->instanceId}}};
    ChangeBench bench(fleet);
    ui::AssignPoolWizard wizard(bench.services(), {}, {}, nullptr);
    Walk walk(wizard, bench, visit);
    walk.at(u"PoolPage"_s);
    walk.choose(u"T4 pool"_s);
    walk.on();
    walk.at(u"OneVmPage"_s);
    walk.choose(u"vm OFF"_s);
    walk.on();
    walk.at(u"MmioPage"_s);
    walk.on();
    walk.at(u"PlanView"_s);
    leave(wizard);
}

// ---- changes under way and behind

void questions(const Visit& visit)
{
    ChangeWindow desk;
    desk.interrupt();
    QDialog* interrupted = desk.dialog(u"interruptedDialog"_s);
    QVERIFY(interrupted != nullptr && QTest::qWaitForWindowActive(interrupted));
    see(*interrupted, visit, u"interruptedDialog"_s);
    leave(*interrupted);

    ChangeWindow again;
    again.bench.world(u"hv01"_s).shutdownTakes = std::chrono::hours(1);
    const operations::Plan plan = again.unassignPlan();
    QVERIFY(again.bench.activities.activities->start(plan).has_value());
    QDialog* progress = again.dialog(u"activityDialog"_s);
    QVERIFY(progress != nullptr && QTest::qWaitForWindowActive(progress));
    QTRY_VERIFY(progress->findChild<QPushButton*>(u"answerTurnOff"_s)->isVisible());
    see(*progress, visit, u"activityDialog asking"_s);
    leave(*progress);
    QVERIFY(!again.window->close());
    QDialog* closing = again.dialog(u"closeQuestion"_s);
    QVERIFY(closing != nullptr && QTest::qWaitForWindowActive(closing));
    see(*closing, visit, u"closeQuestion"_s);
    leave(*closing);
    again.bench.activities.activities->cancel(plan.id);
    QVERIFY(again.bench.activities.waitEnded(plan.id));

    const QString done = again.run(again.countPlan(u"hv01"_s, u"GPU2"_s, 8));
    QVERIFY(!done.isEmpty());
    ui::ActivityDialog result(again.bench.services(), done, nullptr);
    visitOnly(result, visit, u"activityDialog ended"_s);
    QTRY_VERIFY(again.find(u"activity"_s, u"hv01"_s, ui::ActivityModel::Server).isValid());
    QVERIFY(
        again.view(u"activity"_s)
            ->selectKey(again.view(u"activity"_s)->listModel()->index(0, 0).data(ui::RowKeyRole).toString()));
    again.window->showPage(u"activity"_s);
    QTRY_VERIFY(again.action(ui::Command::PutBack)->isEnabled());
    again.action(ui::Command::PutBack)->trigger();
    QDialog* sure = again.dialog(u"putBackQuestion"_s);
    QVERIFY(sure != nullptr && QTest::qWaitForWindowActive(sure));
    see(*sure, visit, u"putBackQuestion"_s);
    leave(*sure);
}

} // namespace

const std::vector<Tour>& tours()
{
    static const std::vector<Tour> all{{"servers", &serverDialogs},
                                       {"trust", &trustDialogs},
                                       {"program", &programDialogs},
                                       {"partition count", &partitionCount},
                                       {"assign", &assign},
                                       {"unassign", &unassign},
                                       {"whole GPUs", &wholeGpus},
                                       {"whole GPUs back", &wholeGpusBack},
                                       {"pools", &pools},
                                       {"questions", &questions}};
    return all;
}

} // namespace hvgpu::test
