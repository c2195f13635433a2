#include "app/cli/ConnectionTestRun.h"

#include "app/cli/Interrupt.h"
#include "app/cli/Output.h"
#include "app/cli/Reading.h"
#include "app/cli/Servers.h"
#include "app/cli/Terminal.h"
#include "app/composition/SessionFactory.h"
#include "core/fleet/MakeFleet.h"
#include "core/text/FixCommands.h"
#include "core/text/Text.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

class Messages
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionTestRun)

public:
    static QString failedAt(const QString& server, const QString& stage, const QString& what)
    {
        return tr("%1: %2: %3", "server: stage: what happened").arg(server, stage, what);
    }
};

struct Tested
{
    fleet::ServerEntry entry;
    fleet::ConnectionTestReport report;
};

const QString& shownName(const fleet::ServerEntry& entry)
{
    return entry.display.isEmpty() ? entry.name : entry.display;
}

/// Stable identifiers, in the order of the enum.
QString stageId(fleet::TestStage stage)
{
    static const QStringList ids{u"name"_s,   u"port"_s,    u"tls"_s,    u"sign-in"_s, u"service"_s,
                                 u"system"_s, u"hyper-v"_s, u"rights"_s, u"gpus"_s,    u"cluster"_s};
    return ids.value(static_cast<qsizetype>(stage));
}

QString resultId(const fleet::TestStageResult& stage)
{
    if (!stage.applicable)
        return u"not-tried"_s;
    return stage.passed ? u"passed"_s : u"failed"_s;
}

report::Cell known(const QString& text)
{
    return text.isEmpty() ? report::Cell() : report::Cell(text);
}

report::Table tableOf(const std::vector<Tested>& tests)
{
    report::Table table;
    table.name = u"test"_s;
    table.columns = {{u"server"_s, u"Server"_s, true},     {u"stage"_s, u"Stage"_s, true},
                     {u"result"_s, u"Result"_s, true},     {u"fact"_s, u"Fact"_s, true},
                     {u"error_code"_s, u"Error"_s, true},  {u"certificate"_s, u"Certificate"_s, false},
                     {u"commands"_s, u"Commands"_s, false}};
    for (const Tested& test : tests) {
        for (const fleet::TestStageResult& stage : test.report.stages) {
            QStringList commands;
            for (const text::FixCommand& fix : text::fixCommands(stage, test.entry))
                commands << fix.command;
            table.rows.push_back({shownName(test.entry), stageId(stage.stage), resultId(stage),
                                  known(stage.fact),
                                  stage.error ? known(base::name(stage.error->code)) : report::Cell(),
                                  stage.error ? known(stage.error->certificate) : report::Cell(),
                                  commands.isEmpty() ? report::Cell() : report::Cell(commands)});
        }
    }
    return table;
}

void explain(const Tested& test)
{
    for (const fleet::TestStageResult& stage : test.report.stages) {
        if (!stage.error)
            continue;
        const text::ErrorText words = text::present(*stage.error, shownName(test.entry));
        say(Messages::failedAt(shownName(test.entry), text::testStage(stage.stage), words.title));
        say(u"  "_s + words.advice);
        sayCertificate(*stage.error);
        std::optional<text::FixCommand::Where> where;
        for (const text::FixCommand& fix : text::fixCommands(stage, test.entry)) {
            if (where != fix.where)
                say(u"  "_s + text::fixPlace(fix.where));
            where = fix.where;
            say(u"    "_s + fix.command);
        }
    }
}

std::vector<Tested> runAll(fleet::Fleet& fleet, const Servers& servers, Interrupt& interrupt)
{
    std::vector<Tested> tests;
    for (const fleet::ServerEntry& entry : servers.entries)
        tests.push_back({entry, {}});
    QEventLoop loop;
    std::size_t open = tests.size();
    for (Tested& test : tests) {
        fleet.testConnection(test.entry, servers.passwordOf(test.entry), &loop,
                             [&](const fleet::ConnectionTestReport& report) {
                                 test.report = report;
                                 if (--open == 0)
                                     loop.quit();
                             });
    }
    QObject::connect(&interrupt, &Interrupt::requested, &loop, &QEventLoop::quit);
    if (open > 0 && !interrupt.isRequested())
        loop.exec();
    return tests;
}

} // namespace

ExitCode runConnectionTests(const Arguments& arguments)
{
    Interrupt interrupt;
    base::SystemClock clock;
    const base::Result<Servers> servers = resolveServers(arguments);
    if (!servers) {
        complain(servers.error());
        return isUsage(servers.error()) ? Usage : Failure;
    }
    fleet::FleetOptions options = fleetOptions(arguments);
    options.testsAtOnce = options.refresher.workers;
    const auto fleet = fleet::makeFleet(app::makeSessionFactory(), clock, options);
    const std::vector<Tested> tests = runAll(*fleet, *servers, interrupt);
    if (interrupt.isRequested())
        return Interrupted;
    std::ranges::for_each(tests, explain);
    const ExitCode written = write(tableOf(tests), arguments, interrupt.token());
    if (written != Success)
        return written;
    const auto passed = std::ranges::count_if(tests, [](const Tested& test) { return test.report.passed(); });
    if (passed == static_cast<std::ptrdiff_t>(tests.size()))
        return Success;
    return passed > 0 ? SomeUnreachable : Failure;
}

} // namespace hvgpu::cli
