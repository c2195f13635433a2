#include "app/cli/Arguments.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

/// CLI11 works with std::string; file names and users stay UTF-8 in between.
struct RawArguments
{
    std::vector<std::string> servers;
    std::vector<std::string> clusters;
    std::string serverFile;
    std::string user;
    std::string passwordFile;
    std::string caFile;
    std::string format;
    std::string output;
};

class Parser
{
    Q_DECLARE_TR_FUNCTIONS(Arguments)

public:
    Parser();
    std::variant<Arguments, ExitCode> parse(int argc, const char* const* argv);

private:
    static std::string say(const QString& text) { return text.toStdString(); }
    void addReport(Report report, const char* name, const QString& description);
    void addSources(CLI::App& command);
    void addOutput(CLI::App& command);
    [[nodiscard]] Arguments finished() const;

    CLI::App m_app{
        say(QCoreApplication::translate("Arguments", "Shows the GPUs of Hyper-V servers and clusters.")),
        "hvgpu"};
    RawArguments m_raw;
    Arguments m_arguments;
};

Parser::Parser()
{
    m_app.set_version_flag("--version", "hvgpu " HVGPU_VERSION, say(tr("Print the version and exit")));
    m_app.set_help_flag("-h,--help", say(tr("Print this help and exit")));
    m_app.require_subcommand(1);
    m_app.footer(
        say(tr("The password comes from --password-file, the environment variable HVGPU_PASSWORD or a "
               "prompt, never from the command line.\n"
               "Exit codes: 0 done, 1 error, 2 wrong usage, 3 some servers could not be read (the others "
               "are printed), 130 interrupted.")));
    addReport(Report::Inventory, "inventory",
              tr("One row per server, also for servers that cannot be reached"));
    addReport(Report::Gpus, "gpus", tr("One row per GPU with what it can be used for"));
    addReport(Report::Partitions, "partitions", tr("One row per GPU partition, free ones too"));
    addReport(Report::Vms, "vms", tr("One row per virtual machine"));
}

void Parser::addReport(Report report, const char* name, const QString& description)
{
    CLI::App& command = *m_app.add_subcommand(name, say(description));
    command.set_help_flag("-h,--help", say(tr("Print this help and exit")));
    command.callback([this, report] { m_arguments.report = report; });
    addSources(command);
    addOutput(command);
}

void Parser::addSources(CLI::App& command)
{
    const std::string group = say(tr("Servers"));
    CLI::Option* demo = command.add_flag("--demo", m_arguments.demo, say(tr("Use a simulated fleet")));
    CLI::Option* servers = command.add_option(
        "--server", m_raw.servers, say(tr("Servers: NAME, NAME:PORT or https://NAME:PORT; may be repeated")));
    CLI::Option* clusters = command.add_option(
        "--cluster", m_raw.clusters, say(tr("Clusters, by their name or that of any node; may be repeated")));
    CLI::Option* file = command.add_option("--servers", m_raw.serverFile, say(tr("Server list (JSON)")));
    CLI::Option* user =
        command.add_option("--user", m_raw.user, say(tr("User name for every server without one")));
    CLI::Option* secret = command.add_option("--password-file", m_raw.passwordFile,
                                             say(tr("File whose first line is the password")));
    CLI::Option* authority = command.add_option(
        "--ca-file", m_raw.caFile, say(tr("Certificates (PEM) to trust instead of the system's")));
    CLI::Option* insecure =
        command.add_flag("--insecure-basic", m_arguments.insecureBasic,
                         say(tr("Allow sending the password over plain HTTP (labs only)")));
    for (CLI::Option* option : {servers, clusters, file, user, secret, authority, insecure}) {
        option->group(group);
        demo->excludes(option);
    }
    demo->group(group);
    command
        .add_option("--timeout", m_arguments.timeoutSeconds, say(tr("Seconds a call to a server may take")))
        ->check(CLI::Range(1, 3600))
        ->capture_default_str()
        ->group(group);
    command.add_option("--parallel", m_arguments.parallel, say(tr("Servers read at the same time")))
        ->check(CLI::Range(1, 256))
        ->capture_default_str()
        ->group(group);
}

void Parser::addOutput(CLI::App& command)
{
    const std::string group = say(tr("Output"));
    command
        .add_option("--format", m_raw.format,
                    say(tr("table, csv or json; else by the name of the output file")))
        ->check(CLI::IsMember({"table", "csv", "json"}))
        ->group(group);
    command.add_option("--output", m_raw.output, say(tr("Write to this file instead of standard output")))
        ->group(group);
    command
        .add_flag("--bom", m_arguments.byteOrderMark, say(tr("Begin CSV with a byte order mark, for Excel")))
        ->group(group);
    command.add_flag("--all-columns", m_arguments.allColumns, say(tr("Tables with every column")))
        ->group(group);
    command
        .add_option("--width", m_arguments.width, say(tr("Cut tables to this many columns; 0 never cuts")))
        ->check(CLI::Range(0, 10000))
        ->capture_default_str()
        ->group(group);
    command.add_flag("--verbose", m_arguments.verbose, say(tr("Say more on standard error")))->group(group);
}

report::Format formatOf(const RawArguments& raw)
{
    static const std::map<std::string, report::Format> formats = {
        {"table", report::Format::Text}, {"csv", report::Format::Csv}, {"json", report::Format::Json}};
    if (const auto named = formats.find(raw.format); named != formats.end())
        return named->second;
    const QString output = QString::fromStdString(raw.output);
    if (output.endsWith(u".csv"_s, Qt::CaseInsensitive))
        return report::Format::Csv;
    return output.endsWith(u".json"_s, Qt::CaseInsensitive) ? report::Format::Json : report::Format::Text;
}

QStringList texts(const std::vector<std::string>& values)
{
    QStringList result;
    for (const std::string& value : values)
        result << QString::fromStdString(value);
    return result;
}

Arguments Parser::finished() const
{
    Arguments arguments = m_arguments;
    arguments.servers = texts(m_raw.servers);
    arguments.clusters = texts(m_raw.clusters);
    arguments.serverFile = QString::fromStdString(m_raw.serverFile);
    arguments.user = QString::fromStdString(m_raw.user);
    arguments.passwordFile = QString::fromStdString(m_raw.passwordFile);
    arguments.caFile = QString::fromStdString(m_raw.caFile);
    arguments.output = QString::fromStdString(m_raw.output);
    arguments.format = formatOf(m_raw);
    return arguments;
}

std::variant<Arguments, ExitCode> Parser::parse(int argc, const char* const* argv)
{
    try {
        m_app.parse(argc, argv);
    } catch (const CLI::ExtrasError&) {
        // Not repeated: what is not expected may be a password.
        std::cerr << say(tr("hvgpu: an argument is not known; run with --help for more information")) << '\n';
        return Usage;
    } catch (const CLI::ParseError& error) {
        return m_app.exit(error, std::cout, std::cerr) == 0 ? Success : Usage;
    }
    const Arguments arguments = finished();
    if (arguments.demo || !arguments.servers.isEmpty() || !arguments.clusters.isEmpty() ||
        !arguments.serverFile.isEmpty())
        return arguments;
    std::cerr << say(tr("hvgpu: give --demo, --server, --cluster or --servers")) << '\n';
    return Usage;
}

} // namespace

std::variant<Arguments, ExitCode> parseArguments(int argc, const char* const* argv)
{
    return Parser().parse(argc, argv);
}

} // namespace hvgpu::cli
