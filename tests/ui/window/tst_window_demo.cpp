#include "app/composition/DemoFleet.h"
#include "app/composition/HostControls.h"
#include "app/composition/SessionFactory.h"
#include "core/base/Clock.h"
#include "core/fleet/MakeFleet.h"
#include "core/operations/Planner.h"
#include "ui/change/AssignWizard.h"
#include "ui/change/PartitionCountDialog.h"
#include "ui/change/UnassignWizard.h"
#include "ui/commands/Actions.h"
#include "ui/details/DetailsPane.h"
#include "ui/settings/Settings.h"
#include "ui/theme/Theme.h"
#include "ui/window/MainWindow.h"
#include "ui/window/NotificationBar.h"

#include <QComboBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace hvgpu;
using namespace Qt::StringLiterals;

namespace {

constexpr int deadlineMs = 60000;

std::uint16_t lowestCount(const model::Partitioning& partitioning)
{
    const auto& counts = partitioning.validPartitionCounts;
    return counts.empty() ? std::uint16_t{0} : *std::ranges::min_element(counts);
}

/// The window on a demo fleet of its own, over the real client.
struct DemoWindow
{
    DemoWindow()
        : demo(*app::DemoFleet::start(u"demo"_s))
        , connections(std::make_shared<fleet::ConnectionDirectory>())
        , fleet(fleet::makeFleet(app::makeSessionFactory(), clock, {}, connections))
        , activities(app::makeHostControlFactory(app::makeSessionFactory(), connections, clock), clock,
                     {folder.filePath(u"journals"_s), 4, false})
        , settings(folder.filePath(u"console.ini"_s))
        , pool(1)
        , window(*fleet, settings, theme, services())
    {
        window.resize(1280, 800);
        window.show();
        for (const fleet::ServerEntry& entry : demo->entries())
            fleet->addServer(entry, demo->password());
    }

    [[nodiscard]] bool isLoaded() const
    {
        const auto snapshot = fleet->snapshot();
        return snapshot->hosts.size() >= 7 && !fleet->isRefreshing() &&
               std::ranges::all_of(snapshot->hosts, [](const auto& host) {
                   return host->phase == fleet::HostPhase::Ready || host->phase == fleet::HostPhase::Failed;
               });
    }
    [[nodiscard]] ui::DataTreeView* view(const QString& page) const { return window.page(page)->view(); }
    [[nodiscard]] QString notice() const { return window.findChild<ui::NotificationBar*>()->text(); }

    /// A partitionable GPU that no VM uses.
    [[nodiscard]] operations::GpuRef unusedGpu() const
    {
        for (const auto& host : fleet->snapshot()->hosts) {
            for (const model::Gpu& gpu : host->snapshot ? host->snapshot->gpus : std::vector<model::Gpu>()) {
                operations::SetCountRequest request;
                request.gpus = {{host->id, gpu.id}};
                request.count = gpu.partitioning ? lowestCount(*gpu.partitioning) : 0;
                if (!planned(request).isBlocked() && !planned(request).isEmpty())
                    return request.gpus.front();
            }
        }
        return {};
    }
    [[nodiscard]] operations::Plan planned(const operations::Request& request) const
    {
        return operations::plan(request, *fleet->snapshot(), {u"p"_s, QDateTime::currentDateTimeUtc()});
    }
    /// A machine that is off and can be given a partition, with its host.
    [[nodiscard]] std::pair<model::HostId, model::VmId> idleVm() const
    {
        for (const auto& host : fleet->snapshot()->hosts) {
            for (const model::VirtualMachine& vm :
                 host->snapshot ? host->snapshot->vms : std::vector<model::VirtualMachine>()) {
                operations::AssignRequest request;
                request.host = host->id;
                request.vms = {vm.id};
                const operations::Plan plan = planned(request);
                if (vm.state == model::PowerState::Off && !plan.isBlocked() && !plan.isEmpty())
                    return {host->id, vm.id};
            }
        }
        return {};
    }
    /// Goes on in the dialog until its plan is begun, and waits for the end.
    [[nodiscard]] bool carryOut(ui::ChangeWizard& dialog)
    {
        constexpr int mostPages = 8;
        auto* next = dialog.findChild<QPushButton*>(u"next"_s);
        for (int page = 0; page < mostPages && dialog.activityId().isEmpty(); ++page) {
            if (!next->isEnabled())
                return false;
            next->setFocus(Qt::TabFocusReason);
            QTest::keyClick(next, Qt::Key_Space);
        }
        const QString id = dialog.activityId();
        return QTest::qWaitFor(
            [&] {
                return activities.find(id) && activities.find(id)->state == operations::ActivityState::Ended;
            },
            deadlineMs);
    }
    template <class Dialog>
    [[nodiscard]] Dialog* open(ui::Command command) const
    {
        window.actions()[command]->trigger();
        Dialog* found = nullptr;
        const bool shown = QTest::qWaitFor([&] {
            for (Dialog* each : window.findChildren<Dialog*>())
                found = each->isVisible() ? each : found;
            return found != nullptr;
        });
        return shown ? found : nullptr;
    }
    ui::WindowServices services()
    {
        ui::WindowServices result;
        result.background = &pool;
        result.activities = &activities;
        return result;
    }

    QTemporaryDir folder;
    base::SystemClock clock;
    std::unique_ptr<app::DemoFleet> demo;
    std::shared_ptr<fleet::ConnectionDirectory> connections;
    std::unique_ptr<fleet::Fleet> fleet;
    operations::Activities activities;
    ui::Settings settings;
    ui::Theme theme;
    base::ThreadPool pool;
    ui::MainWindow window;
};

QModelIndex selected(const ui::DataTreeView& view)
{
    const QModelIndexList rows = view.selectedSourceRows();
    return rows.size() == 1 ? rows.first() : QModelIndex();
}

} // namespace

/// The window on the demo fleet: the whole way from a simulated host's bytes to the cells, and back.
class TestWindowDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryServerOfTheDemoFleet()
    {
        const DemoWindow desk;
        QTRY_VERIFY_WITH_TIMEOUT(desk.isLoaded(), deadlineMs);
        const auto snapshot = desk.fleet->snapshot();
        const QAbstractItemModel& gpus = *desk.view(u"gpus"_s)->model();
        QTRY_COMPARE(gpus.rowCount(), static_cast<int>(snapshot->hosts.size()));
        const auto found = gpus.match(gpus.index(0, 0), Qt::DisplayRole, u"NVIDIA A2"_s, 1,
                                      Qt::MatchContains | Qt::MatchRecursive);
        QVERIFY(!found.isEmpty());
        desk.view(u"gpus"_s)->setCurrentIndex(found.first());
        QTRY_COMPARE(desk.window.details()->content().value(u"assignedStatus"_s), u"Partitioned"_s);
        QVERIFY(desk.window.details()->content().value(u"gpuId"_s).startsWith(u"\\\\?\\PCI#VEN_10DE"_s));
        QTRY_VERIFY(desk.view(u"vms"_s)->model()->rowCount() >
                    30); // not shown, so it is filled when there is time
    }

    void configuresAssignsAndUnassigns()
    {
        DemoWindow desk;
        QTRY_VERIFY_WITH_TIMEOUT(desk.isLoaded(), deadlineMs);
        const operations::GpuRef gpu = desk.unusedGpu();
        QVERIFY(!gpu.gpu.isEmpty());
        configure(desk, gpu);
        if (QTest::currentTestFailed())
            return;
        const auto [host, vm] = desk.idleVm();
        QVERIFY(!vm.isEmpty());
        assign(desk, host, vm);
        if (!QTest::currentTestFailed())
            unassign(desk, vm);
    }

private:
    static void configure(DemoWindow& desk, const operations::GpuRef& gpu)
    {
        ui::DataTreeView* view = desk.view(u"partitions"_s);
        desk.window.showPage(u"partitions"_s);
        const QString key = u"g:"_s + gpu.host.text() + QChar(0x1f) + gpu.gpu.text();
        QTRY_VERIFY(view->selectKey(key)); // lists behind other tabs come a little later
        auto* dialog = desk.open<ui::PartitionCountDialog>(ui::Command::ConfigureCount);
        QVERIFY(dialog != nullptr);
        desk.window.showPage(u"vms"_s);
        auto* count = dialog->findChild<QComboBox*>(u"partitionCount"_s);
        const std::uint16_t before =
            *desk.fleet->snapshot()->find(gpu.host)->snapshot->findGpu(gpu.gpu)->partitioning->partitionCount;
        count->setFocus(Qt::TabFocusReason);
        QTest::keyClick(count, Qt::Key_End);
        if (count->currentText().startsWith(QString::number(before)))
            QTest::keyClick(count, Qt::Key_Up);
        const QString wanted = count->currentText().section(u' ', 0, 0);
        QVERIFY(desk.carryOut(*dialog));
        QTRY_VERIFY2(desk.notice().contains(u"successfully set to "_s + wanted),
                     qUtf8Printable(desk.notice()));
        QCOMPARE(desk.window.currentPage()->spec().id, u"partitions"_s); // shown again
        QTRY_COMPARE(selected(*view).data(ui::RowKeyRole).toString(), key);
        const int column = view->listModel()->columnOf(QLatin1String("partition_count"));
        QTRY_COMPARE(selected(*view).siblingAtColumn(column).data().toString(), wanted);
        dialog->close();
    }

    static void assign(DemoWindow& desk, const model::HostId& host, const model::VmId& vm)
    {
        ui::DataTreeView* view = desk.view(u"vms"_s);
        desk.window.showPage(u"vms"_s);
        const auto found = view->model()->match(view->model()->index(0, 0), ui::VmIdRole, vm.text(), -1);
        const auto own = std::ranges::find_if(found, [&host](const QModelIndex& row) {
            return row.data(ui::HostIdRole).toString() == host.text();
        });
        QVERIFY(own != found.end());
        view->setCurrentIndex(*own);
        auto* dialog = desk.open<ui::AssignWizard>(ui::Command::Assign);
        QVERIFY(dialog != nullptr);
        QVERIFY(desk.carryOut(*dialog));
        QTRY_VERIFY2(desk.notice().contains(u"was successfully assigned to"_s),
                     qUtf8Printable(desk.notice()));
        QCOMPARE(desk.window.currentPage()->spec().id, u"partitions"_s);
        QTRY_COMPARE_WITH_TIMEOUT(selected(*desk.view(u"partitions"_s)).data(ui::VmIdRole).toString(),
                                  vm.text(), deadlineMs);
        dialog->close();
    }

    /// From the row that assigning has left selected.
    static void unassign(DemoWindow& desk, const model::VmId& vm)
    {
        auto* dialog = desk.open<ui::UnassignWizard>(ui::Command::Unassign);
        QVERIFY(dialog != nullptr);
        QVERIFY(desk.carryOut(*dialog));
        QTRY_VERIFY2(desk.notice().contains(u"was successfully unassigned from"_s),
                     qUtf8Printable(desk.notice()));
        const QAbstractItemModel& rows = *desk.view(u"partitions"_s)->model();
        QTRY_VERIFY_WITH_TIMEOUT(
            rows.match(rows.index(0, 0), ui::VmIdRole, vm.text(), 1, Qt::MatchExactly | Qt::MatchRecursive)
                .isEmpty(),
            deadlineMs);
        dialog->close();
        QCOMPARE(desk.view(u"activity"_s)->model()->rowCount(), 3);
    }
};

QTEST_MAIN(TestWindowDemo)
#include "tst_window_demo.moc"
