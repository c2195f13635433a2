#include "app/cli/Run.h"

#include "app/cli/Collector.h"
#include "app/cli/Interrupt.h"
#include "app/cli/Servers.h"
#include "app/cli/Terminal.h"
#include "app/composition/SessionFactory.h"
#include "core/base/Log.h"
#include "core/fleet/MakeFleet.h"
#include "core/report/Reports.h"
#include "core/text/Text.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

class Messages
{
    Q_DECLARE_TR_FUNCTIONS(Run)

public:
    static QString interrupted() { return tr("Interrupted; nothing was written"); }
    static QString failed(int count) { return tr("%n servers could not be read", nullptr, count); }
    static QString outputFailed() { return tr("Standard output could not be written"); }
    static QString written(const QString& path) { return tr("Written to %1").arg(path); }
};

void complain(const base::Error& error)
{
    const text::ErrorText words = text::present(error);
    say(words.title + u" ("_s + base::describe(error) + u')');
    say(u"  "_s + words.advice);
}

report::Table reportOf(Report report, const fleet::FleetSnapshot& snapshot)
{
    switch (report) {
    case Report::Gpus:
        return report::gpus(snapshot);
    case Report::Partitions:
        return report::partitions(snapshot);
    case Report::Vms:
        return report::vms(snapshot);
    case Report::Inventory:
        break;
    }
    return report::inventory(snapshot);
}

/// Success, Failure or Interrupted.
ExitCode write(const report::Table& table, const Arguments& arguments, const Interrupt& interrupt)
{
    report::ExportOptions options;
    options.byteOrderMark = arguments.byteOrderMark;
    options.textWidth = arguments.width;
    options.stop = interrupt.token();
    if (!arguments.output.isEmpty()) {
        const auto written = report::exportToFile(table, arguments.format, arguments.output, options);
        if (!written)
            complain(written.error());
        else if (arguments.verbose)
            say(Messages::written(arguments.output));
        return written ? Success : Failure;
    }
    const auto bytes = report::serialize(table, arguments.format, options);
    if (!bytes) {
        complain(bytes.error());
        return Failure;
    }
    if (writeOutput(*bytes))
        return Success;
    say(Messages::outputFailed());
    return Failure;
}

fleet::FleetOptions fleetOptions(const Arguments& arguments)
{
    fleet::FleetOptions options;
    options.callDeadline = std::chrono::seconds(arguments.timeoutSeconds);
    options.downNodeDeadline = std::min(options.downNodeDeadline, options.callDeadline);
    options.refresher.workers = static_cast<std::size_t>(arguments.parallel);
    return options;
}

} // namespace

ExitCode run(const Arguments& arguments)
{
    if (arguments.verbose)
        base::log::setLevel(base::log::Level::Info);
    const base::Result<Servers> servers = resolveServers(arguments);
    if (!servers) {
        complain(servers.error());
        return Failure;
    }
    Interrupt interrupt;
    base::SystemClock clock;
    const std::unique_ptr<fleet::Fleet> fleet =
        fleet::makeFleet(app::makeSessionFactory(), clock, fleetOptions(arguments));
    const auto snapshot = collect(*fleet, *servers, interrupt);
    if (interrupt.isRequested()) {
        say(Messages::interrupted());
        return Interrupted;
    }
    const Readings readings = reportFailures(*snapshot, arguments.verbose);
    if (readings.failed > 0)
        say(Messages::failed(readings.failed));
    report::Table table = reportOf(arguments.report, *snapshot);
    if (arguments.format == report::Format::Text && !arguments.allColumns)
        table = report::essential(table);
    const ExitCode written = write(table, arguments, interrupt);
    // A simulated outage is a part of the show.
    if (written != Success || readings.failed == 0 || servers->demo)
        return written;
    return readings.read > 0 ? SomeUnreachable : Failure;
}

} // namespace hvgpu::cli
