#include "app/cli/SupportRun.h"

#include "app/cli/Output.h"
#include "app/cli/Reading.h"
#include "app/composition/Components.h"
#include "app/composition/StateFolders.h"
#include "core/base/Log.h"
#include "core/report/SupportFile.h"

using namespace Qt::StringLiterals;

namespace hvgpu::cli {

ExitCode runSupport(const Arguments& arguments)
{
    Interrupt interrupt;
    base::SystemClock clock;
    report::SupportFacts facts;
    facts.program = u"hvgpu %1"_s.arg(QStringLiteral(HVGPU_VERSION));
    facts.components = QStringList{u"Qt %1"_s.arg(QString::fromLatin1(qVersion()))} + app::components();
    facts.settings = {{u"timeoutSeconds"_s, arguments.timeoutSeconds}, {u"parallel"_s, arguments.parallel}};
    facts.crashes = base::crashRecords(app::crashFolder());
    facts.created = QDateTime::currentDateTimeUtc();
    facts.hideNames = !arguments.withNames;
    if (!arguments.namesServers())
        return write(report::supportFile(facts), arguments);
    const auto reading = readServers(arguments, clock, interrupt);
    if (const auto* code = std::get_if<ExitCode>(&reading))
        return *code;
    facts.servers = std::get<Reading>(reading).servers.entries;
    facts.fleet = std::get<Reading>(reading).snapshot;
    facts.log = base::log::lastLines();
    return write(report::supportFile(facts), arguments);
}

} // namespace hvgpu::cli
