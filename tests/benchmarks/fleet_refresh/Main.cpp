// Prints, for a simulated fleet: the whole refresh over HTTP into a real main window against a bare libcurl
// loop that transfers the same answers. Usage: bench_fleet_refresh [HOSTSxGPUSxPARTITIONS] [PARALLEL] [apart]
// "apart" gives the simulated servers processors of their own, as real ones have.
#include "app/composition/SessionFactory.h"
#include "core/base/Clock.h"
#include "core/base/Executor.h"
#include "core/fleet/EntryText.h"
#include "core/fleet/MakeFleet.h"
#include "core/hyperv/HostReader.h"
#include "tests/benchmarks/common/Heartbeat.h"
#include "tests/benchmarks/common/SimProcess.h"
#include "tests/benchmarks/fleet_refresh/BareTransfer.h"
#include "tests/benchmarks/fleet_refresh/FirstAnswer.h"
#include "ui/settings/Settings.h"
#include "ui/theme/Theme.h"
#include "ui/window/MainWindow.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>

#include <atomic>
#include <cstdio>
#include <mutex>

using namespace hvgpu;
using namespace Qt::StringLiterals;

namespace {

double residentMiB()
{
    QFile status(u"/proc/self/statm"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const double pages = status.readAll().split(' ').value(1).toDouble();
    return pages * 4096.0 / (1024.0 * 1024.0);
}

/// Reads every host once through our client and keeps what was asked.
std::vector<bench::HostRequests> record(const std::vector<fleet::ServerEntry>& entries, base::Clock& clock,
                                        unsigned parallel)
{
    const fleet::SessionFactory factory = app::makeSessionFactory();
    std::vector<bench::HostRequests> hosts(entries.size());
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < parallel; ++i) {
        threads.emplace_back([&] {
            for (std::size_t index = next++; index < entries.size(); index = next++) {
                const QString address = u"%1:%2"_s.arg(entries[index].name).arg(entries[index].port);
                hosts[index].url = fleet::urlOf(entries[index], address);
                bench::RecordingSession session(factory(entries[index], address, {}), hosts[index].url,
                                                hosts[index].requests);
                if (const auto read = hyperv::HostReader(session, clock).read({}); !read)
                    std::fprintf(stderr, "%s\n", qPrintable(base::describe(read.error())));
            }
        });
    }
    threads.clear();
    return hosts;
}

struct RefreshFigures
{
    double answer = 0; ///< seconds until the first answer had been read
    double first = 0;  ///< until the window had the first GPUs
    double whole = 0;  ///< until it had everything of one host
    double all = 0;
    double longestStallMs = 0;
    int stallsOver16 = 0;
    double busiestMs = 0;
    int busyOver16 = 0;
};

RefreshFigures refresh(fleet::Fleet& fleet, bench::FirstAnswer& answer, const std::function<void()>& start)
{
    RefreshFigures figures;
    QElapsedTimer timer;
    bench::Heartbeat heartbeat;
    QEventLoop loop;
    const auto onChange =
        QObject::connect(&fleet, &fleet::Fleet::changed, &loop, [&](const fleet::FleetDelta& delta) {
            const double now = static_cast<double>(timer.nsecsElapsed()) / 1e9;
            for (const fleet::HostDelta& host : delta.hosts) {
                const bool isWhole = host.after && host.after->phase == fleet::HostPhase::Ready;
                if (figures.whole == 0 && isWhole)
                    figures.whole = now;
                if (figures.first == 0 && (isWhole || (host.after && host.after->firstLook)))
                    figures.first = now;
            }
        });
    const auto onEnd = QObject::connect(&fleet, &fleet::Fleet::refreshFinished, &loop, [&] {
        figures.all = static_cast<double>(timer.nsecsElapsed()) / 1e9;
        QTimer::singleShot(1'000, &loop, &QEventLoop::quit);
    });
    timer.start();
    answer.restart();
    heartbeat.start();
    start();
    loop.exec();
    heartbeat.stop();
    QObject::disconnect(onChange);
    QObject::disconnect(onEnd);
    figures.answer = answer.seconds();
    figures.longestStallMs = heartbeat.longestMs();
    figures.stallsOver16 = heartbeat.over16();
    figures.busiestMs = heartbeat.busiestMs();
    figures.busyOver16 = heartbeat.busyOver16();
    return figures;
}

void print(const char* what, const RefreshFigures& figures, const bench::TransferResult& bare)
{
    std::printf("%-34s first answer %.3f s, GPUs %.3f s, whole host %.3f s   all %8.2f s (%.2f x bare)   "
                "longest stall %6.1f ms (%d over 16 "
                "ms), of its "
                "own work %6.1f ms (%d over 16 ms)\n",
                what, figures.answer, figures.first, figures.whole, figures.all, figures.all / bare.seconds,
                figures.longestStallMs, figures.stallsOver16, figures.busiestMs, figures.busyOver16);
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QString size = argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"1000x8x16"_s;
    const unsigned parallel = argc > 2 ? QByteArray(argv[2]).toUInt() : 16;

    const bool apart = argc > 3 && QByteArray(argv[3]) == "apart";
    bench::SimProcess sim;
    if (!sim.start(u"scale:"_s + size, apart)) {
        std::fprintf(stderr, "the simulated fleet did not start\n");
        return 1;
    }
    std::printf("fleet %s, %zu servers, %u at a time; hvgpu-sim ready after %.1f s\n", qPrintable(size),
                sim.entries().size(), parallel, sim.startSeconds());

    base::SystemClock clock;
    const auto requests = record(sim.entries(), clock, parallel);
    const bench::TransferResult bare = bench::transferBare(requests, parallel);
    std::printf("bare libcurl: first host %.3f s   all %.2f s   %.1f MiB in %llu round trips (%.1f per host) "
                "  %.1f MiB/s   %llu failures\n",
                bare.firstHostSeconds, bare.seconds, static_cast<double>(bare.bytes) / 1048576.0,
                static_cast<unsigned long long>(bare.roundTrips),
                static_cast<double>(bare.roundTrips) / static_cast<double>(requests.size()),
                static_cast<double>(bare.bytes) / 1048576.0 / bare.seconds,
                static_cast<unsigned long long>(bare.failures));

    QTemporaryDir folder;
    ui::Settings settings(folder.filePath(u"settings.ini"_s));
    ui::Theme theme;
    base::ThreadPool background(1);
    fleet::FleetOptions options;
    options.refresher.workers = parallel;
    bench::FirstAnswer answer;
    const auto sessions = [&answer, make = app::makeSessionFactory()](
                              const fleet::ServerEntry& entry, const QString& address,
                              const base::Secret& password) -> std::unique_ptr<wmi::Session> {
        return std::make_unique<bench::AnsweredSession>(make(entry, address, password), answer);
    };
    const auto fleet = fleet::makeFleet(sessions, clock, options);
    ui::WindowServices services;
    services.background = &background;
    ui::MainWindow window(*fleet, settings, theme, services);
    window.resize(1400, 900);
    window.show();
    QApplication::processEvents();

    const double before = residentMiB();
    print("first refresh, main window open",
          refresh(*fleet, answer,
                  [&] {
                      for (const fleet::ServerEntry& entry : sim.entries())
                          fleet->addServer(entry, {});
                  }),
          bare);
    const double after = residentMiB();
    std::printf("memory: %.1f MiB more, %.0f KiB per host\n", after - before,
                (after - before) * 1024.0 / static_cast<double>(sim.entries().size()));
    print("second refresh, little changed", refresh(*fleet, answer, [&] { fleet->refreshAll(); }), bare);
    return 0;
}
