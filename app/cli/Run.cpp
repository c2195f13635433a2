#include "app/cli/Run.h"

#include "app/cli/ChangeRun.h"
#include "app/cli/ConnectionTestRun.h"
#include "app/cli/HealthRun.h"
#include "app/cli/LoginRun.h"
#include "app/cli/Output.h"
#include "app/cli/Reading.h"
#include "app/cli/SupportRun.h"
#include "app/composition/SessionFactory.h"
#include "core/base/Log.h"
#include "core/report/Reports.h"

namespace hvgpu::cli {
namespace {

report::Table reportOf(Command report, const fleet::FleetSnapshot& snapshot)
{
    switch (report) {
    case Command::Gpus:
        return report::gpus(snapshot);
    case Command::Partitions:
        return report::partitions(snapshot);
    case Command::Vms:
        return report::vms(snapshot);
    default:
        break;
    }
    return report::inventory(snapshot);
}

ExitCode runReport(const Arguments& arguments)
{
    Interrupt interrupt;
    base::SystemClock clock;
    const auto reading = readServers(arguments, clock, interrupt);
    if (const auto* code = std::get_if<ExitCode>(&reading))
        return *code;
    const auto& read = std::get<Reading>(reading);
    const ExitCode written = write(reportOf(arguments.command, *read.snapshot), arguments, interrupt.token());
    return written == Success ? read.exitCode() : written;
}

} // namespace

ExitCode run(const Arguments& arguments)
{
    if (arguments.verbose)
        base::log::setLevel(base::log::Level::Info);
    app::hostGates()->setLimit(arguments.perServer);
    switch (arguments.command) {
    case Command::Inventory:
    case Command::Gpus:
    case Command::Partitions:
    case Command::Vms:
        return runReport(arguments);
    case Command::Check:
        return runCheck(arguments);
    case Command::Findings:
        return arguments.change.fix.isEmpty() ? runFindings(arguments) : runChange(arguments);
    case Command::Test:
        return runConnectionTests(arguments);
    case Command::Login:
    case Command::Logout:
        return runLogin(arguments);
    case Command::Support:
        return runSupport(arguments);
    default:
        return runChange(arguments);
    }
}

} // namespace hvgpu::cli
