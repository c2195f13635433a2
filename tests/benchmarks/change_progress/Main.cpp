// Assigns a GPU partition to 60 VMs on 8 simulated hosts, two thirds of them running, with the main window
// and the progress of every host open, and prints how long the GUI thread was away from its event loop: while
// the eight windows with the progress were opened, and from then on.
#include "app/composition/HostControls.h"
#include "app/composition/SessionFactory.h"
#include "core/base/Clock.h"
#include "core/base/Executor.h"
#include "core/fleet/MakeFleet.h"
#include "core/operations/Activities.h"
#include "core/operations/Planner.h"
#include "core/text/PlanText.h"
#include "tests/benchmarks/common/Heartbeat.h"
#include "tests/benchmarks/common/SimProcess.h"
#include "ui/change/ProgressView.h"
#include "ui/settings/Settings.h"
#include "ui/theme/Theme.h"
#include "ui/window/MainWindow.h"

#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QUuid>

#include <algorithm>
#include <cstdio>

using namespace hvgpu;
using namespace Qt::StringLiterals;

namespace {

constexpr int hosts = 8;
constexpr int allVms = 60;

QString writeFleet(const QTemporaryDir& folder)
{
    QJsonArray servers;
    for (int host = 0; host < hosts; ++host) {
        QJsonArray vms;
        for (int vm = host; vm < allVms; vm += hosts)
            vms.append(QJsonObject{{u"name"_s, u"vm-%1"_s.arg(vm)},
                                   {u"state"_s, vm % 3 == 0 ? u"off"_s : u"running"_s}});
        servers.append(
            QJsonObject{{u"name"_s, u"HV%1"_s.arg(host)},
                        {u"devices"_s, QJsonArray{QJsonObject{{u"model"_s, u"A2"_s}, {u"partitions"_s, 16}}}},
                        {u"vms"_s, vms}});
    }
    const QString path = folder.filePath(u"fleet.json"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(QJsonDocument(QJsonObject{{u"servers"_s, servers}}).toJson());
    return path;
}

void waitFor(QObject* sender, const std::function<bool()>& done)
{
    QEventLoop loop;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, sender, [&] {
        if (done())
            loop.quit();
    });
    constexpr int interval = 20;
    timer.start(interval);
    loop.exec();
}

operations::Plan planFor(const fleet::HostRecord& host, const fleet::FleetSnapshot& fleet)
{
    operations::AssignRequest request;
    request.host = host.id;
    for (const model::VirtualMachine& vm : host.snapshot->vms)
        request.vms.push_back(vm.id);
    request.power.policy = operations::PowerPolicy::ShutDownThenTurnOff;
    return operations::plan(
        request, fleet,
        {QUuid::createUuid().toString(QUuid::WithoutBraces), QDateTime::currentDateTimeUtc()});
}

/// Also says what became of the others.
int succeeded(const operations::Activities& activities)
{
    int count = 0;
    for (const auto& activity : activities.all()) {
        count += activity->count(operations::Outcome::Succeeded);
        for (std::size_t i = 0; i < activity->targets.size(); ++i) {
            const operations::TargetReport& report = activity->targets[i].report;
            if (report.outcome != operations::Outcome::Succeeded)
                std::fprintf(stderr, "%s: %s %s\n", qPrintable(activity->plan.targets[i].name),
                             qPrintable(text::outcome(report.outcome)),
                             qPrintable(text::targetReason(report)));
        }
    }
    return count;
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QTemporaryDir folder;
    bench::SimProcess sim;
    if (!sim.start(writeFleet(folder), false)) {
        std::fprintf(stderr, "the simulated fleet did not start\n");
        return 1;
    }
    base::SystemClock clock;
    base::ThreadPool background(1);
    ui::Settings settings(folder.filePath(u"settings.ini"_s));
    ui::Theme theme;
    const auto connections = std::make_shared<fleet::ConnectionDirectory>();
    const auto fleet = fleet::makeFleet(app::makeSessionFactory(), clock, {}, connections);
    operations::ActivitiesOptions options;
    options.journalFolder = folder.filePath(u"journals"_s);
    operations::Activities activities(
        app::makeHostControlFactory(app::makeSessionFactory(), connections, clock), clock, options);
    ui::WindowServices services;
    services.background = &background;
    services.activities = &activities;
    ui::MainWindow window(*fleet, settings, theme, services);
    window.resize(1400, 900);
    window.show();
    for (const fleet::ServerEntry& entry : sim.entries())
        fleet->addServer(entry, {});
    waitFor(fleet.get(), [&] { return !fleet->isRefreshing() && fleet->snapshot()->hosts.size() == hosts; });

    window.showPage(u"activity"_s);
    std::vector<std::unique_ptr<ui::ProgressView>> views;
    bench::Heartbeat heartbeat;
    QElapsedTimer timer;
    timer.start();
    heartbeat.start();
    const auto snapshot = fleet->snapshot();
    for (const auto& host : snapshot->hosts) {
        const operations::Plan plan = planFor(*host, *snapshot);
        if (const auto started = activities.start(plan); !started) {
            std::fprintf(stderr, "%s\n", qPrintable(base::describe(started.error())));
            return 1;
        }
        views.push_back(std::make_unique<ui::ProgressView>(ui::ChangeServices{*fleet, activities}));
        views.back()->follow(plan.id);
        views.back()->show();
        QApplication::processEvents(); // a user opens one after the other
    }
    heartbeat.stop();
    const double opening = heartbeat.busiestMs();
    const int slowOpenings = heartbeat.busyOver16();
    heartbeat.start();
    waitFor(&activities, [&] {
        const auto all = activities.all(); // as shown, a moment after it is so
        return std::ranges::none_of(all, [](const auto& activity) { return activity->isActive(); });
    });
    heartbeat.stop();
    const int done = succeeded(activities);
    std::printf(
        "%d of %d VMs on %d hosts assigned in %.1f s; GUI thread away at most %.1f ms (%d over 16 ms), of "
        "its own work at most %.1f ms (%d over 16 ms); opening a window at most %.1f ms (%d over 16 ms)\n",
        done, allVms, hosts, static_cast<double>(timer.elapsed()) / 1000.0, heartbeat.longestMs(),
        heartbeat.over16(), heartbeat.busiestMs(), heartbeat.busyOver16(), opening, slowOpenings);
    return done == allVms ? 0 : 1;
}
