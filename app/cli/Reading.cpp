#include "app/cli/Reading.h"

#include "app/cli/Output.h"
#include "app/cli/Terminal.h"
#include "app/composition/SessionFactory.h"
#include "core/fleet/MakeFleet.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <utility>

namespace hvgpu::cli {
namespace {

class Messages
{
    Q_DECLARE_TR_FUNCTIONS(Run)

public:
    static QString interrupted() { return tr("Interrupted; nothing was written"); }
    static QString failed(int count) { return tr("%n servers could not be read", nullptr, count); }
};

} // namespace

fleet::FleetOptions fleetOptions(const Arguments& arguments)
{
    fleet::FleetOptions options;
    options.callDeadline = std::chrono::seconds(arguments.timeoutSeconds);
    options.downNodeDeadline = std::min(options.downNodeDeadline, options.callDeadline);
    options.refresher.workers = static_cast<std::size_t>(arguments.parallel);
    options.testDeadline = options.callDeadline;
    return options;
}

std::variant<Reading, ExitCode> readServers(const Arguments& arguments, base::Clock& clock,
                                            Interrupt& interrupt)
{
    base::Result<Servers> servers = resolveServers(arguments);
    if (!servers) {
        complain(servers.error());
        return isUsage(servers.error()) ? Usage : Failure;
    }
    Reading reading;
    reading.servers = *std::move(servers);
    reading.connections = std::make_shared<fleet::ConnectionDirectory>();
    reading.fleet =
        fleet::makeFleet(app::makeSessionFactory(), clock, fleetOptions(arguments), reading.connections);
    reading.snapshot = collect(*reading.fleet, reading.servers, interrupt);
    if (interrupt.isRequested()) {
        say(Messages::interrupted());
        return Interrupted;
    }
    reading.readings = reportFailures(*reading.snapshot, arguments);
    if (reading.readings.failed > 0)
        say(Messages::failed(reading.readings.failed));
    return reading;
}

} // namespace hvgpu::cli
