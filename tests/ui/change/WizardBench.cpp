#include "tests/ui/change/WizardBench.h"

#include "ui/change/ChoiceList.h"
#include "ui/change/FindingsView.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::test {

namespace {

const QDateTime noon(QDate(2026, 1, 2), QTime(12, 0), Qt::UTC);

FakeWorld worldOf(const model::HostSnapshot& host)
{
    FakeWorld world;
    for (const model::VirtualMachine& vm : host.vms) {
        FakeWorld::Vm made;
        made.name = vm.name;
        made.power = vm.state;
        if (vm.clustered.value_or(false))
            made.cluster =
                hyperv::ClusterResource{u"Virtual Machine "_s + vm.name, u"node1"_s, vm.offlineAction,
                                        vm.state == model::PowerState::Running ? 2U : 3U};
        world.vms[vm.id] = made;
    }
    const auto place = [&](const std::vector<model::Assignment>& assignments) {
        for (const model::Assignment& assignment : assignments)
            if (const auto vm = world.vms.find(assignment.vm); vm != world.vms.end())
                vm->second.adapters.push_back(assignment);
    };
    for (const model::Gpu& gpu : host.gpus) {
        place(gpu.assignments);
        if (gpu.partitioning)
            world.gpus[gpu.partitioning->name].count = gpu.partitioning->partitionCount.value_or(0);
    }
    place(host.unplacedAssignments);
    return world;
}

template <class Widget>
Widget* shownChild(const QDialog& dialog, const QString& name = {})
{
    for (Widget* widget : dialog.findChildren<Widget*>(name))
        if (widget->isVisible())
            return widget;
    return nullptr;
}

} // namespace

WizardBench::WizardBench(const FleetOf& fleet)
    : shown(std::make_shared<fleet::FleetSnapshot>(fleet.build()))
{
    for (const auto& host : shown.snapshot()->hosts)
        if (host->snapshot)
            work.worlds[host->id] = worldOf(*host->snapshot);
}

ui::ChangeServices WizardBench::services()
{
    return {shown, *work.activities, [] { return noon; }};
}

void WizardBench::publish(const FleetOf& fleet)
{
    shown.publish(std::make_shared<fleet::FleetSnapshot>(fleet.build()));
}

bool open(QDialog& dialog)
{
    dialog.open();
    return QTest::qWaitForWindowActive(&dialog);
}

void press(QDialog& dialog, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget* target = dialog.focusWidget();
    QTest::keyClick(target != nullptr ? target : &dialog, key, modifiers);
    // A button that is reached by its mnemonic is seen to go down and up.
    const auto buttons = dialog.findChildren<QAbstractButton*>();
    QVERIFY(QTest::qWaitFor([&] {
        return std::none_of(buttons.begin(), buttons.end(),
                            [](const QAbstractButton* button) { return button->isDown(); });
    }));
}

void type(QDialog& dialog, const QString& text)
{
    QTest::keyClicks(dialog.focusWidget(), text);
}

void next(QDialog& dialog)
{
    press(dialog, Qt::Key_N, Qt::AltModifier);
}

QString title(const QDialog& dialog)
{
    return dialog.findChild<QLabel*>(u"pageTitle"_s)->text();
}

QString message(const QDialog& dialog)
{
    return dialog.findChild<QLabel*>(u"wizardMessage"_s)->text();
}

QString findings(const QDialog& dialog)
{
    QStringList texts;
    for (const ui::FindingsView* view : dialog.findChildren<ui::FindingsView*>())
        if (view->isVisible())
            texts << view->plainText();
    return texts.join(u'\n');
}

bool canGoOn(const QDialog& dialog)
{
    return dialog.findChild<QPushButton*>(u"next"_s)->isEnabled();
}

ui::ChoiceList* list(const QDialog& dialog)
{
    return shownChild<ui::ChoiceList>(dialog);
}

bool walkTo(QDialog& dialog, const QString& text)
{
    ui::ChoiceView* view = list(dialog)->view();
    for (int tabs = 0; !view->hasFocus() && tabs < 30; ++tabs)
        press(dialog, Qt::Key_Tab);
    if (!view->hasFocus())
        return false;
    press(dialog, Qt::Key_Home);
    for (int row = 0; row < view->proxy()->rowCount(); ++row) {
        if (view->currentIndex().siblingAtColumn(0).data().toString() == text)
            return true;
        press(dialog, Qt::Key_Down);
    }
    return view->currentIndex().siblingAtColumn(0).data().toString() == text;
}

QString emptyText(const QDialog& dialog)
{
    const auto* label = shownChild<QLabel>(dialog, u"stateText"_s);
    return label != nullptr ? label->text() : QString();
}

QStringList checked(const QDialog& dialog)
{
    QStringList texts;
    const ui::ChoiceModel& model = *list(dialog)->model();
    for (const QString& key : model.checked())
        texts << model.find(key)->cells.front().text;
    return texts;
}

} // namespace hvgpu::test
