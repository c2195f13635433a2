#pragma once

#include "tests/core/operations/ActivitiesBench.h"
#include "tests/core/operations/FleetOf.h"
#include "tests/support/FakeFleet.h"
#include "ui/change/ChangeServices.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <functional>

namespace hvgpu::test {

/// A fleet to look at, worlds behind its hosts, and activities that change them: what dialogs work with.
class ChangeBench
{
public:
    explicit ChangeBench(const FleetOf& hosts, const std::function<void(fleet::FleetSnapshot&)>& edit = {},
                         bool readOnly = false)
        : activities(readOnly)
        , fleet(snapshotOf(hosts, edit))
    {
        mirror();
    }

    [[nodiscard]] ui::ChangeServices services()
    {
        return {fleet, *activities.activities, [] { return QDateTime::currentDateTimeUtc(); }};
    }
    /// The fleet is read again and shows @p hosts.
    void show(const FleetOf& hosts, const std::function<void(fleet::FleetSnapshot&)>& edit = {})
    {
        fleet.publish(snapshotOf(hosts, edit));
    }
    [[nodiscard]] FakeWorld& world(const QString& host) { return activities.worlds[model::HostId(host)]; }
    [[nodiscard]] int countOf(const QString& host, const QString& gpu)
    {
        return world(host).gpus.at(QStringLiteral("\\\\?\\PCI#") + gpu).count;
    }

    ActivitiesBench activities;
    tests::FakeFleet fleet;

private:
    static std::shared_ptr<const fleet::FleetSnapshot>
    snapshotOf(const FleetOf& hosts, const std::function<void(fleet::FleetSnapshot&)>& edit)
    {
        auto snapshot = std::make_shared<fleet::FleetSnapshot>(hosts.build());
        if (edit)
            edit(*snapshot);
        return snapshot;
    }
    /// Worlds as the fleet says they are.
    void mirror()
    {
        for (const auto& host : fleet.snapshot()->hosts) {
            FakeWorld& made = activities.worlds[host->id];
            if (!host->snapshot)
                continue;
            for (const model::VirtualMachine& vm : host->snapshot->vms) {
                made.vms[vm.id].name = vm.name;
                made.vms[vm.id].power = vm.state;
                if (vm.clustered.value_or(false))
                    made.vms[vm.id].cluster = hyperv::ClusterResource{
                        QStringLiteral("Virtual Machine ") + vm.name, QStringLiteral("node1"),
                        vm.offlineAction, vm.state == model::PowerState::Running ? 2U : 3U};
            }
            for (const model::Gpu& gpu : host->snapshot->gpus) {
                if (!gpu.partitioning)
                    continue;
                made.gpus[gpu.partitioning->name] = {gpu.partitioning->partitionCount.value_or(0),
                                                     gpu.partitioning->validPartitionCounts};
                give(made, gpu.assignments);
            }
            give(made, host->snapshot->unplacedAssignments);
        }
    }
    static void give(FakeWorld& world, const std::vector<model::Assignment>& assignments)
    {
        for (const model::Assignment& assignment : assignments)
            if (const auto vm = world.vms.find(assignment.vm); vm != world.vms.end())
                vm->second.adapters.push_back(assignment);
    }
};

/// What a person reads on a widget, without the marks of mnemonics.
template <class Widget>
[[nodiscard]] QString textOf(const QWidget& parent, const char* name)
{
    const auto* widget = parent.findChild<Widget*>(QLatin1String(name));
    return widget == nullptr || widget->isHidden() ? QStringLiteral("(not there)")
                                                   : widget->text().remove(QLatin1Char('&'));
}

/// Goes to the widget as with the Tab key and presses @p key.
inline void pressOn(QWidget* widget, Qt::Key key)
{
    QVERIFY(widget != nullptr && widget->isVisible());
    QVERIFY2((widget->focusPolicy() & Qt::TabFocus) != 0, "the keyboard cannot get there");
    widget->setFocus(Qt::TabFocusReason);
    QTest::keyClick(widget, key);
}

/// Writes what is seen to a file when HVGPU_SHOTS names a folder; for looking at it.
inline void shoot(QWidget& widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("HVGPU_SHOTS");
    for (int pass = 0; pass < 3; ++pass) // layouts settle in turns
        QCoreApplication::processEvents();
    if (!folder.isEmpty())
        widget.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

} // namespace hvgpu::test
