#include "app/composition/DemoFleet.h"
#include "app/composition/SessionFactory.h"
#include "core/base/Clock.h"
#include "core/fleet/MakeFleet.h"
#include "ui/details/DetailsPane.h"
#include "ui/settings/Settings.h"
#include "ui/theme/Theme.h"
#include "ui/window/MainWindow.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace hvgpu;
using namespace Qt::StringLiterals;

/// The window on the demo fleet: the whole way from a simulated host's bytes to the cells.
class TestWindowDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryServerOfTheDemoFleet()
    {
        constexpr int deadlineMs = 60000;
        auto demo = app::DemoFleet::start(u"demo"_s);
        QVERIFY(demo.has_value());
        base::SystemClock clock;
        const auto fleet = fleet::makeFleet(app::makeSessionFactory(), clock);
        const QTemporaryDir folder;
        ui::Settings settings(folder.filePath(u"console.ini"_s));
        ui::Theme theme;
        base::ThreadPool pool(1);
        ui::WindowServices services;
        services.background = &pool;
        ui::MainWindow window(*fleet, settings, theme, services);
        window.show();
        for (const fleet::ServerEntry& entry : (*demo)->entries())
            fleet->addServer(entry, (*demo)->password());
        const auto loaded = [&fleet] {
            const auto snapshot = fleet->snapshot();
            return snapshot->hosts.size() >= 7 && !fleet->isRefreshing() &&
                   std::ranges::all_of(snapshot->hosts, [](const auto& host) {
                       return host->phase == fleet::HostPhase::Ready ||
                              host->phase == fleet::HostPhase::Failed;
                   });
        };
        QTRY_VERIFY_WITH_TIMEOUT(loaded(), deadlineMs);

        const auto snapshot = fleet->snapshot();
        const QAbstractItemModel& gpus = *window.page(u"gpus"_s)->view()->model();
        QTRY_COMPARE(gpus.rowCount(), static_cast<int>(snapshot->hosts.size()));
        const auto found = gpus.match(gpus.index(0, 0), Qt::DisplayRole, u"NVIDIA A2"_s, 1,
                                      Qt::MatchContains | Qt::MatchRecursive);
        QVERIFY(!found.isEmpty());
        window.page(u"gpus"_s)->view()->setCurrentIndex(found.first());
        QTRY_COMPARE(window.details()->content().value(u"assignedStatus"_s), u"Partitioned"_s);
        QVERIFY(window.details()->content().value(u"gpuId"_s).startsWith(u"\\\\?\\PCI#VEN_10DE"_s));
        QVERIFY(window.page(u"vms"_s)->view()->model()->rowCount() > 30);
    }
};

QTEST_MAIN(TestWindowDemo)
#include "tst_window_demo.moc"
