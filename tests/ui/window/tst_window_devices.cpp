// The commands about whole GPUs and pools in the real window: when they can be used, why not, and what they
// open.
#include "tests/ui/dda/DdaFleet.h"
#include "tests/ui/window/ChangeWindow.h"
#include "ui/change/ChoiceList.h"
#include "ui/models/IconSource.h"
#include "ui/models/PoolTreeModel.h"
#include "ui/theme/Icons.h"
#include "ui/views/StateOverlay.h"
#include "ui/window/ShownTable.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QTest>

using namespace hvgpu;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;
using ui::Command;

namespace {

/// Server A as ddaServer() has it, the dismounted GPU given to "vm OFF".
FleetOf withOwner()
{
    FleetOf fleet = ddaServer();
    fleet.snapshot().gpus[1].assignments = {wholeDevice(fleet.snapshot().vms[0])};
    fleet.snapshot().vms[0].wholeDevices = 1;
    return fleet;
}

QString whyNot(const ChangeWindow& desk, Command command)
{
    const QAction* action = desk.action(command);
    return action->isEnabled() ? QString() : action->toolTip().section(u'\n', 1);
}

} // namespace

class TestWindowDevices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ui::setIconSource([](const QString& name) { return ui::icon(name); });
    }

    void emptyPoolsTabSaysWhatAndWhatNext()
    {
        ChangeWindow desk;
        desk.window->showPage(u"pools"_s);
        QTRY_VERIFY(desk.view(u"pools"_s)->overlay()->isVisible());
        QString words;
        for (const QLabel* label : desk.view(u"pools"_s)->overlay()->findChildren<QLabel*>())
            words += label->text();
        QVERIFY2(words.contains(u"There is no GPU pool on these servers"_s) &&
                     words.contains(u"Create GPU pool"_s),
                 qPrintable(words));
        shoot(*desk.window, u"pools-empty"_s);
    }

    void withoutAnythingToGiveBack()
    {
        ChangeWindow desk;
        QVERIFY(desk.choose(u"gpus"_s, u"hv01"_s));
        QTRY_VERIFY(whyNot(desk, Command::GiveBack).contains(u"No GPU is dismounted"_s));
        QVERIFY(whyNot(desk, Command::ReturnDevice).contains(u"No virtual machine has a whole GPU"_s));
        QVERIFY(whyNot(desk, Command::GiveAllBack).contains(u"No GPU is dismounted"_s));
        QVERIFY(whyNot(desk, Command::AssignPool).contains(u"There is no GPU pool"_s));
        QVERIFY(whyNot(desk, Command::UnassignPool).contains(u"gets a GPU from a pool"_s));
        QVERIFY(whyNot(desk, Command::SetMmio).contains(u"Select one virtual machine"_s));
        QCOMPARE(whyNot(desk, Command::AssignDevice), QString());
    }

    void theSelectedGpuDecides()
    {
        ChangeWindow desk;
        desk.bench.show(withOwner(), listHosts);
        QVERIFY(desk.choose(u"gpus"_s, u"NVIDIA Tesla T4 #1"_s));
        QTRY_VERIFY(whyNot(desk, Command::GiveBack).contains(u"The server has NVIDIA Tesla T4 already"_s));
        QCOMPARE(whyNot(desk, Command::AssignDevice), QString());
        QCOMPARE(whyNot(desk, Command::MakeReady), QString());
        QVERIFY(desk.choose(u"gpus"_s, u"NVIDIA Tesla T4 #2"_s));
        QTRY_VERIFY(whyNot(desk, Command::AssignDevice).contains(u"is assigned to vm OFF"_s));
        QCOMPARE(whyNot(desk, Command::ReturnDevice), QString());
        QVERIFY(whyNot(desk, Command::MakeReady).contains(u"ready for DDA assignment already"_s));
        QVERIFY(whyNot(desk, Command::GiveBack).contains(u"Return it first"_s));
        QVERIFY(desk.choose(u"gpus"_s, u"Matrox G200"_s));
        QTRY_VERIFY(whyNot(desk, Command::AssignDevice).contains(u"cannot be assigned"_s));
        QVERIFY(whyNot(desk, Command::MakeReady).contains(u"cannot be assigned"_s));
    }

    void theSelectedMachineDecides()
    {
        ChangeWindow desk;
        desk.bench.show(withOwner(), listHosts);
        QVERIFY(desk.choose(u"vms"_s, u"vm OFF"_s));
        QTRY_COMPARE(whyNot(desk, Command::ReturnDevice), QString());
        QCOMPARE(whyNot(desk, Command::SetMmio), QString());
        QVERIFY(desk.choose(u"vms"_s, u"vm RUN"_s));
        QTRY_VERIFY(whyNot(desk, Command::ReturnDevice).contains(u"has no whole GPU"_s));
    }

    void commandsOpenOnTheSelection_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("row");
        QTest::addColumn<int>("command");
        QTest::addColumn<QString>("dialog");
        QTest::addColumn<QString>("title");
        QTest::newRow("assign") << u"gpus"_s << u"NVIDIA Tesla T4 #1"_s
                                << static_cast<int>(Command::AssignDevice) << u"ddaAssignWizard"_s
                                << u"Choose the virtual machine"_s;
        QTest::newRow("return") << u"gpus"_s << u"NVIDIA Tesla T4 #2"_s
                                << static_cast<int>(Command::ReturnDevice) << u"ddaRemoveWizard"_s
                                << u"Return the GPU"_s;
        QTest::newRow("ready") << u"gpus"_s << u"NVIDIA Tesla T4 #1"_s << static_cast<int>(Command::MakeReady)
                               << u"dismountWizard"_s << u"What must hold for the GPU to be taken"_s;
        QTest::newRow("mmio") << u"vms"_s << u"vm OFF"_s << static_cast<int>(Command::SetMmio)
                              << u"mmioWizard"_s << u"MMIO space"_s;
        QTest::newRow("pool") << u"gpus"_s << u"NVIDIA Tesla T4 #1"_s << static_cast<int>(Command::CreatePool)
                              << u"createPoolWizard"_s << u"New GPU pool"_s;
    }

    void commandsOpenOnTheSelection()
    {
        QFETCH(const QString, page);
        QFETCH(const QString, row);
        QFETCH(const int, command);
        QFETCH(const QString, dialog);
        QFETCH(const QString, title);
        ChangeWindow desk;
        desk.bench.show(withOwner(), listHosts);
        QVERIFY(desk.choose(page, row));
        QAction* action = desk.action(static_cast<Command>(command));
        QTRY_VERIFY(action->isEnabled());
        action->trigger();
        const QDialog* opened = desk.dialog(dialog);
        QVERIFY(opened != nullptr);
        QCOMPARE(opened->findChild<QLabel*>(u"pageTitle"_s)->text(), title);
    }

    void poolsTabShowsAndExports()
    {
        FleetOf fleet = withOwner();
        fleet.snapshot().pools = {
            {u"Microsoft:P"_s, u"T4 pool"_s, {fleet.snapshot().gpus[1].pnp->instanceId}}};
        ChangeWindow desk;
        desk.bench.show(fleet, listHosts);
        QVERIFY(desk.choose(u"pools"_s, u"T4 pool"_s));
        QTRY_VERIFY(whyNot(desk, Command::UnassignPool).contains(u"gets a GPU from a pool"_s));
        QCOMPARE(whyNot(desk, Command::AssignPool), QString());
        shoot(*desk.window, u"pools"_s);
        const report::Table table = ui::shownTable(*desk.view(u"pools"_s), u"pools"_s);
        QCOMPARE(table.columns[0].id, u"server"_s);
        QCOMPARE(table.columns[1].id, u"gpu_pool"_s);
        QCOMPARE(table.rows.size(), std::size_t{1});
    }
};

QTEST_MAIN(TestWindowDevices)
#include "tst_window_devices.moc"
