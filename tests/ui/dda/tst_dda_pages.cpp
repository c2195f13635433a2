// Every page of the dialogs about whole GPUs at the smallest size they are made for, in every language and
// light: no word is cut off. With HVGPU_SHOTS the pages are saved to be looked at.
#include "tests/ui/change/WizardKeys.h"
#include "tests/ui/dda/DdaFleet.h"
#include "tests/ui/dda/DdaKeys.h"
#include "ui/change/ChoiceList.h"
#include "ui/dda/AssignPoolWizard.h"
#include "ui/dda/CreatePoolWizard.h"
#include "ui/dda/DdaAssignWizard.h"
#include "ui/dda/DdaRemoveWizard.h"
#include "ui/dda/DeviceChoices.h"
#include "ui/dda/DismountWizard.h"
#include "ui/dda/MmioWizard.h"
#include "ui/dda/MountWizard.h"
#include "ui/models/IconSource.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

#include <functional>

using namespace hvgpu;
using namespace hvgpu::ui;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

namespace {

/// Words on the screen that have less room than they need.
QStringList cutOff(const QDialog& dialog)
{
    QStringList found;
    for (const auto* button : dialog.findChildren<QAbstractButton*>()) {
        const auto* tool = qobject_cast<const QToolButton*>(button);
        const bool iconOnly = tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly;
        if (!button->isVisible() || button->text().isEmpty() || iconOnly)
            continue;
        const int words = button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width();
        if (button->width() < std::min(words, button->sizeHint().width()))
            found << button->text();
    }
    for (const auto* label : dialog.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const int needed =
            label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        const bool wide = label->wordWrap() || label->width() >= label->sizeHint().width();
        if (label->height() < needed || !wide)
            found << label->text();
    }
    return found;
}

/// Two servers, so that the server is asked for; with everything a page may have to say.
FleetOf everything()
{
    FleetOf fleet;
    fleet.host(u"HV-GPU-SERVER-01"_s);
    fleet.snapshot().host.iovSupport = true;
    fleet.snapshot().host.productType = 3U;
    for (const QString& slot : {u"2100"_s, u"2200"_s, u"2300"_s}) {
        fleet.gpu(slot, 4);
        const model::Partitioning partitioning = *fleet.lastGpu().partitioning;
        asT4(fleet, slot).partitioning = partitioning;
    }
    for (const QString& vm : {u"RUN"_s, u"OFF"_s, u"HAS"_s})
        fleet.vm(vm, vm == u"RUN"_s ? model::PowerState::Running : model::PowerState::Off);
    std::vector<model::Gpu>& gpus = fleet.snapshot().gpus;
    std::vector<model::VirtualMachine>& vms = fleet.snapshot().vms;
    model::CompanionFunction audio;
    audio.id = model::GpuId(u"AUDIO"_s);
    audio.name = u"High Definition Audio Controller"_s;
    gpus[0].companions = {audio};
    model::Assignment partition = wholeDevice(vms[0]);
    partition.kind = model::Assignment::Kind::Partition;
    gpus[0].assignments = {partition};
    vms[0].partitionAdapters = 1;
    gpus[1].partitioning.reset();
    dismounted(gpus[1]);
    gpus[2].partitioning.reset();
    dismounted(gpus[2]);
    gpus[2].assignments = {wholeDevice(vms[2])};
    vms[2].wholeDevices = 1;
    model::Assignment place = wholeDevice(vms[1]);
    place.poolName = u"T4 pool"_s;
    fleet.snapshot().unplacedAssignments = {place};
    vms[1].wholeDevices = 1;
    for (model::VirtualMachine& vm : vms) {
        vm.lowMmioGapMb = 128;
        vm.highMmioGapMb = 512;
        vm.dynamicMemory = true;
        vm.startupMemoryMb = 4096;
        vm.minimumMemoryMb = 512;
        vm.userSnapshotType = std::uint16_t{3};
        vm.clustered = true;
        vm.offlineAction = 1U;
        vm.shielded = true;
    }
    return fleet;
}

using Open = std::function<std::unique_ptr<ChangeWizard>(const ChangeServices&)>;

const model::HostId host(u"HV-GPU-SERVER-01"_s);

template <class Wizard, class... Known>
Open opens(Known... known)
{
    return [known...](const ChangeServices& services) {
        return std::make_unique<Wizard>(services, known..., nullptr);
    };
}

} // namespace

class TestDdaPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setIconSource([](const QString& name) { return icon(name); });
        QVERIFY(m_german.load(u":/translations/hvgpu_de.qm"_s));
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<QString>("dialog");
        QTest::addColumn<bool>("german");
        QTest::addColumn<bool>("dark");
        for (const auto& [dialog, open] : dialogs()) {
            for (const QString& look : {u"en"_s, u"de"_s, u"en-dark"_s, u"de-dark"_s})
                QTest::newRow(qPrintable(dialog + u'-' + look))
                    << dialog << look.startsWith(u"de"_s) << look.endsWith(u"dark"_s);
        }
    }

    void nothingIsCutOff()
    {
        QFETCH(const QString, dialog);
        QFETCH(const bool, german);
        QFETCH(const bool, dark);
        if (german)
            QCoreApplication::installTranslator(&m_german);
        Theme theme;
        theme.setScheme(dark ? Theme::Scheme::Dark : Theme::Scheme::Light);
        walk(dialog, QString::fromLatin1(QTest::currentDataTag()));
        theme.setScheme(Theme::Scheme::Light);
        QCoreApplication::removeTranslator(&m_german);
    }

private:
    /// Each with what is known when it opens, so that every page says something.
    static std::vector<std::pair<QString, Open>> dialogs()
    {
        const FleetOf fleet = everything();
        const std::vector<model::HostId> hosts;
        operations::DdaRemoveRequest none;
        return {{u"assign"_s, opens<DdaAssignWizard>(DdaStart{{}, {}, model::VmId(u"RUN"_s)})},
                {u"remove"_s, opens<DdaRemoveWizard>(none, hosts, false)},
                {u"unassign-pool"_s, opens<DdaRemoveWizard>(none, hosts, true)},
                {u"dismount"_s, opens<DismountWizard>(std::vector<operations::GpuRef>(), hosts)},
                {u"mount"_s, opens<MountWizard>(std::vector<operations::GpuRef>(), hosts)},
                {u"recover"_s, opens<MountWizard>(forgottenDevices(fleet.build(), {}), hosts)},
                {u"mmio"_s, opens<MmioWizard>(host, model::VmId(u"HAS"_s))},
                {u"create-pool"_s, opens<CreatePoolWizard>(std::vector<operations::GpuRef>(), hosts)},
                {u"assign-pool"_s, opens<AssignPoolWizard>(operations::AssignPoolRequest(), hosts)}};
    }

    /// Chooses what can be chosen on the page, by keyboard.
    static void answer(QDialog& dialog)
    {
        if (const QString name =
                dialog.focusWidget() != nullptr ? dialog.focusWidget()->objectName() : QString();
            name == u"poolName"_s)
            type(dialog, u"GPUs"_s);
        ChoiceList* choices = list(dialog);
        if (choices != nullptr && !canGoOn(dialog)) {
            choices->view()->setFocus();
            for (int row = 0; row < choices->model()->rowCount() && !canGoOn(dialog); ++row) {
                press(dialog, row == 0 ? Qt::Key_Home : Qt::Key_Down);
                press(dialog, Qt::Key_Space);
                if (auto* box = child<QCheckBox>(dialog, "unassignPartitions"); box != nullptr)
                    pressOn(box, Qt::Key_Space);
            }
        }
    }

    void walk(const QString& name, const QString& shot)
    {
        FleetOf fleet = everything();
        if (name.contains(u"assign-pool"_s))
            fleet.snapshot().pools = {
                {u"Microsoft:1"_s, u"T4 pool"_s, {fleet.snapshot().gpus[1].pnp->instanceId}}};
        ChangeBench bench(fleet);
        const auto all = dialogs();
        const auto open = std::ranges::find(all, name, &std::pair<QString, Open>::first);
        const auto wizard = open->second(bench.services());
        wizard->resize(smallest);
        QVERIFY(test::open(*wizard));
        QVERIFY(wizard->width() <= smallest.width() && wizard->height() <= smallest.height());
        constexpr int most = 9;
        for (int page = 1; page <= most; ++page) {
            answer(*wizard);
            shoot(*wizard, u"%1-%2"_s.arg(shot).arg(page));
            const QStringList cut = cutOff(*wizard);
            QVERIFY2(cut.isEmpty(), qPrintable(title(*wizard) + u": "_s + cut.join(u" | "_s)));
            QVERIFY2(canGoOn(*wizard),
                     qPrintable(title(*wizard) + u": "_s + message(*wizard) + findings(*wizard)));
            if (child<QWidget>(*wizard, "planView") != nullptr)
                return;
            pressOn(wizard->findChild<QPushButton*>(u"next"_s), Qt::Key_Space); // its mnemonic has a language
        }
        QFAIL("the review was not reached");
    }

    static constexpr QSize smallest{900, 600};
    QTranslator m_german;
};

QTEST_MAIN(TestDdaPages)
#include "tst_dda_pages.moc"
