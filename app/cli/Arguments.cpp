#include "app/cli/Arguments.h"

#include "app/cli/Accounts.h"
#include "app/cli/ArgumentChecks.h"
#include "app/cli/ChangeOptions.h"
#include "app/cli/QtText.h"
#include "core/fleet/EntryChecks.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <list>
#include <map>
#include <string>
#include <string_view>
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
    std::string transport;
    std::string authentication;
    std::string user;
    std::string passwordFile;
    std::string caFile;
    std::vector<std::string> pins;
    std::string clientCertificate;
    std::string proxy;
    std::string serviceClass;
    std::string format;
    std::string output;
    std::vector<std::string> results;
};

/// Whether the command cannot do without servers.
bool needsServers(Command command)
{
    return command != Command::Activity && command != Command::Dismiss && command != Command::Support;
}

class Parser
{
    Q_DECLARE_TR_FUNCTIONS(Arguments)

public:
    Parser();
    [[nodiscard]] static QString unknownArgument(const std::vector<std::string>& arguments);
    [[nodiscard]] QString unknownCommand(int argc, const char* const* argv);
    std::variant<Arguments, ExitCode> parse(int argc, const char* const* argv);

private:
    CLI::App& addCommand(CLI::App& parent, Command command, const char* name, const QString& description);
    CLI::App& addFamily(const char* name, const QString& description);
    void addDeviceChanges();
    void addReports();
    CLI::App& addReport(Command report, const char* name, const QString& description);
    void addChanges();
    void addChange(CLI::App& parent, Command change, const char* name, const QString& description);
    void addConnections();
    void addSources(CLI::App& command);
    void addPace(CLI::App& command);
    void addTrust(CLI::App& command, CLI::Option* demo);
    void addOutput(CLI::App& command);
    [[nodiscard]] static QString unclearFormat(const RawArguments& raw);
    [[nodiscard]] Arguments finished() const;

    CLI::App m_app{utf8(QCoreApplication::translate(
                       "Arguments", "Shows and partitions the GPUs of Hyper-V servers and clusters.")),
                   "hvgpu"};
    RawArguments m_raw;
    std::list<ChangeOptions> m_changes; // the parser keeps pointers into them
    Arguments m_arguments;
};

Parser::Parser()
{
    m_app.allow_windows_style_options(false); // "/tmp/plan.json" is a file on every system
    m_app.set_version_flag("--version", "hvgpu " HVGPU_VERSION, utf8(tr("Print the version and exit")));
    m_app.set_help_flag("-h,--help", utf8(tr("Print this help and exit")));
    m_app.require_subcommand(1);
    m_app.footer(
        utf8(tr("The password of --user comes from --password-file, the environment variable HVGPU_PASSWORD, "
                "the keychain or a prompt, never from the command line; those of other accounts from the "
                "keychain or a prompt.\n"
                "Exit codes: 0 done, 1 error, 2 wrong usage, 3 some servers could not be read (the others "
                "are printed), 4 findings forbid the change, 5 not everything was changed, "
                "6 a check failed or a finding is serious, 130 interrupted.")));
    addReports();
    addChanges();
    addConnections();
}

void Parser::addReports()
{
    addReport(Command::Inventory, "inventory",
              tr("One row per server, also for servers that cannot be reached"));
    addReport(Command::Gpus, "gpus", tr("One row per GPU with what it can be used for"));
    addReport(Command::Partitions, "partitions", tr("One row per GPU partition, free ones too"));
    addReport(Command::Vms, "vms", tr("One row per virtual machine"));
    addReport(Command::Check, "check",
              tr("Check every prerequisite of clusters, servers and virtual machines"))
        .add_option("--result", m_raw.results,
                    utf8(tr("Print only checks with this result; may be repeated")))
        ->check(CLI::IsMember({"pass", "warning", "fail", "unread", "not_applicable"}));
}

void Parser::addChanges()
{
    addChange(m_app, Command::Findings, "findings",
              tr("What is wrong, and with --fix the plan that puts it right"));
    addChange(m_app, Command::SetCount, "set-count", tr("Set the partition count of GPUs"));
    addChange(m_app, Command::Assign, "assign", tr("Give each of some virtual machines a GPU partition"));
    addChange(m_app, Command::Unassign, "unassign", tr("Take GPU partitions away from virtual machines"));
    addDeviceChanges();
    addChange(m_app, Command::Apply, "apply", tr("Carry out a plan that was saved with --plan-out"));
    addChange(m_app, Command::Undo, "undo", tr("Put back what a change has done"));
    addChange(m_app, Command::Resume, "resume", tr("Go on with a change that was cut off"));
    addChange(m_app, Command::Activity, "activity",
              tr("One row per change that was made, or one per target of it"));
    addChange(m_app, Command::Dismiss, "dismiss",
              tr("Note that a change that was cut off has been dealt with"));
}

void Parser::addDeviceChanges()
{
    CLI::App& dda = addFamily("dda", tr("Whole GPUs for virtual machines (Discrete Device Assignment)"));
    addChange(dda, Command::DdaAssign, "assign", tr("Give a virtual machine whole GPUs of its server"));
    addChange(dda, Command::DdaRemove, "remove",
              tr("Take whole GPUs away from a virtual machine and give them back to the server"));
    addChange(dda, Command::DdaDismount, "dismount", tr("Make GPUs ready for DDA assignment"));
    addChange(dda, Command::DdaMount, "mount", tr("Give dismounted GPUs back to their servers"));
    addChange(dda, Command::DdaRecover, "recover",
              tr("Give back every GPU that is dismounted and that no virtual machine and no pool has"));
    addChange(dda, Command::DdaConvert, "convert",
              tr("Make a partitioned GPU one that is assigned as a whole, or the other way round"));
    addChange(dda, Command::PoolCreate, "pool-create", tr("Make a GPU pool of the chosen GPUs"));
    addChange(dda, Command::PoolAssign, "pool-assign", tr("Give a virtual machine GPUs out of a pool"));
    addChange(dda, Command::PoolRemove, "pool-remove", tr("Delete a GPU pool"));
    CLI::App& vm = addFamily("vm", tr("Settings of virtual machines"));
    addChange(vm, Command::VmSet, "set", tr("Change settings that device assignment depends on"));
}

void Parser::addConnections()
{
    addReport(Command::Test, "test", tr("Test the connection to servers, one row per stage"));
    addSources(
        addCommand(m_app, Command::Login, "login", tr("Save the password for servers in the keychain")));
    addSources(addCommand(m_app, Command::Logout, "logout",
                          tr("Take the password for servers out of the keychain")));
    CLI::App& support = addCommand(
        m_app, Command::Support, "support",
        tr("Write a support file: versions, and how reading the given servers went; no passwords"));
    addSources(support);
    support.add_option("--output", m_raw.output, utf8(tr("Write to this file instead of standard output")));
    support.add_flag("--with-names", m_arguments.withNames,
                     utf8(tr("Keep the names of servers and accounts")));
    support.add_flag("--verbose", m_arguments.verbose, utf8(tr("Say more on standard error")));
}

CLI::App& Parser::addFamily(const char* name, const QString& description)
{
    CLI::App& app = *m_app.add_subcommand(name, utf8(description));
    app.set_help_flag("-h,--help", utf8(tr("Print this help and exit")));
    app.require_subcommand(1);
    return app;
}

CLI::App& Parser::addCommand(CLI::App& parent, Command command, const char* name, const QString& description)
{
    CLI::App& app = *parent.add_subcommand(name, utf8(description));
    app.set_help_flag("-h,--help", utf8(tr("Print this help and exit")));
    app.callback([this, command] { m_arguments.command = command; });
    return app;
}

CLI::App& Parser::addReport(Command report, const char* name, const QString& description)
{
    CLI::App& app = addCommand(m_app, report, name, description);
    addSources(app);
    addOutput(app);
    return app;
}

void Parser::addChange(CLI::App& parent, Command change, const char* name, const QString& description)
{
    CLI::App& app = addCommand(parent, change, name, description);
    // Every command has options of its own, so that what one was given never turns up in another.
    ChangeOptions& options = m_changes.emplace_back();
    options.declare(app, change);
    app.callback([this, change, &options] {
        m_arguments.command = change;
        m_arguments.change = options.arguments();
    });
    if (needsServers(change))
        addSources(app);
    addOutput(app);
}

void Parser::addSources(CLI::App& command)
{
    const std::string group = utf8(tr("Servers"));
    CLI::Option* demo = command.add_flag("--demo", m_arguments.demo, utf8(tr("Use a simulated fleet")));
    CLI::Option* servers =
        command.add_option("--server", m_raw.servers,
                           utf8(tr("Servers: NAME, NAME:PORT or https://NAME:PORT; may be repeated")));
    CLI::Option* clusters =
        command.add_option("--cluster", m_raw.clusters,
                           utf8(tr("Clusters, by their name or that of any node; may be repeated")));
    CLI::Option* file = command.add_option(
        "--servers", m_raw.serverFile,
        utf8(tr("Server list: JSON, columns below a line of their names, or one name in each line")));
    CLI::Option* local = command.add_flag("--local", m_arguments.local,
                                          utf8(tr("This computer, by its own WMI (on Windows only)")));
    CLI::Option* transport =
        command
            .add_option("--transport", m_raw.transport,
                        utf8(tr("How to reach --server and --cluster: wsman, or dcom (on Windows only)")))
            ->check(CLI::IsMember({"wsman", "dcom"}));
    CLI::Option* user =
        command.add_option("--user", m_raw.user, utf8(tr("User name for every server without one")));
    user->check(CLI::Validator(notAUser, {}));
    CLI::Option* scheme =
        command
            .add_option(
                "--auth", m_raw.authentication,
                utf8(tr("How to sign in to every server: negotiate (Kerberos, else NTLM; the default), "
                        "kerberos, ntlm, basic, certificate or none; without --user as the current user")))
            ->check(CLI::IsMember({"negotiate", "kerberos", "ntlm", "basic", "certificate", "none"}));
    CLI::Option* service =
        command
            .add_option("--spn", m_raw.serviceClass,
                        utf8(tr("Service that Kerberos asks for: HTTP (the default), WSMAN or host")))
            ->transform(CLI::IsMember({"HTTP", "WSMAN", "host"}, CLI::ignore_case));
    CLI::Option* secret = command.add_option("--password-file", m_raw.passwordFile,
                                             utf8(tr("File whose first line is the password of --user")));
    CLI::Option* insecure =
        command.add_flag("--insecure-basic", m_arguments.insecureBasic,
                         utf8(tr("Allow sending the password over plain HTTP (labs only)")));
    for (CLI::Option* option :
         {local, servers, clusters, file, transport, user, scheme, service, secret, insecure}) {
        option->group(group);
        demo->excludes(option);
    }
    demo->group(group);
    addTrust(command, demo);
    addPace(command);
}

void Parser::addPace(CLI::App& command)
{
    const std::string group = utf8(tr("Servers"));
    command
        .add_option("--timeout", m_arguments.timeoutSeconds, utf8(tr("Seconds a call to a server may take")))
        ->check(CLI::Range(1, 3600))
        ->capture_default_str()
        ->group(group);
    command.add_option("--parallel", m_arguments.parallel, utf8(tr("Servers read at the same time")))
        ->check(CLI::Range(1, 256))
        ->capture_default_str()
        ->group(group);
    command
        .add_option("--per-server", m_arguments.perServer,
                    utf8(tr("Operations at the same time on one server")))
        ->check(CLI::Range(1, wmi::HostGates::HighestLimit))
        ->capture_default_str()
        ->group(group);
}

void Parser::addTrust(CLI::App& command, CLI::Option* demo)
{
    CLI::Option* authority = command.add_option(
        "--ca-file", m_raw.caFile, utf8(tr("Certificates (PEM) to trust instead of the system's")));
    CLI::Option* pins = command.add_option(
        "--pin", m_raw.pins, utf8(tr("SHA-256 of a server's certificate to trust, whoever issued it")));
    pins->check(CLI::Validator(notAPin, {})); // a slip must not look like an attack later
    CLI::Option* certificate = command.add_option(
        "--client-cert", m_raw.clientCertificate,
        utf8(fleet::takesPemCertificate()
                 ? tr("Sign in with this certificate (PEM or PKCS #12 with its key), over https; "
                      "the password opens the key")
                 : tr("Sign in with this certificate (PKCS #12 with its key: .p12, .pfx), over https; "
                      "the password opens the key")));
    CLI::Option* proxy =
        command.add_option("--proxy", m_raw.proxy,
                           utf8(tr("HTTP proxy, http://HOST:PORT; those of the environment are not used")));
    proxy->check(CLI::Validator(notAProxy, {}));
    for (CLI::Option* option : {authority, pins, certificate, proxy}) {
        option->group(utf8(tr("Servers")));
        demo->excludes(option);
    }
}

void Parser::addOutput(CLI::App& command)
{
    const std::string group = utf8(tr("Output"));
    command
        .add_option("--format", m_raw.format,
                    utf8(tr("table, csv, json or html; else by the name of the output file")))
        ->check(CLI::IsMember({"table", "csv", "json", "html"}))
        ->group(group);
    command.add_option("--output", m_raw.output, utf8(tr("Write to this file instead of standard output")))
        ->group(group);
    command
        .add_flag("--bom", m_arguments.byteOrderMark, utf8(tr("Begin CSV with a byte order mark, for Excel")))
        ->group(group);
    command.add_flag("--all-columns", m_arguments.allColumns, utf8(tr("Tables and pages with every column")))
        ->group(group);
    command
        .add_option("--width", m_arguments.width, utf8(tr("Cut tables to this many columns; 0 never cuts")))
        ->check(CLI::Range(0, 10000))
        ->capture_default_str()
        ->group(group);
    command.add_flag("--verbose", m_arguments.verbose, utf8(tr("Say more on standard error")))->group(group);
}

report::Format formatOf(const RawArguments& raw)
{
    static const std::map<std::string, report::Format> formats = {{"table", report::Format::Text},
                                                                  {"csv", report::Format::Csv},
                                                                  {"json", report::Format::Json},
                                                                  {"html", report::Format::Html}};
    if (const auto named = formats.find(raw.format); named != formats.end())
        return named->second;
    const QString output = QString::fromStdString(raw.output);
    if (output.endsWith(u".csv"_s, Qt::CaseInsensitive))
        return report::Format::Csv;
    if (output.endsWith(u".html"_s, Qt::CaseInsensitive))
        return report::Format::Html;
    return output.endsWith(u".json"_s, Qt::CaseInsensitive) ? report::Format::Json : report::Format::Text;
}

/// A name that says another format than those there are must not become a table in silence.
QString Parser::unclearFormat(const RawArguments& raw)
{
    static const QStringList known{QString(), u"csv"_s, u"html"_s, u"json"_s, u"txt"_s};
    const QString path = QString::fromStdString(raw.output);
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (!raw.format.empty() || known.contains(suffix))
        return {};
    return tr("--output %1: which format is it to be? Give --format table, csv, json or html").arg(path);
}

Arguments Parser::finished() const
{
    Arguments arguments = m_arguments;
    arguments.servers = texts(m_raw.servers);
    arguments.clusters = texts(m_raw.clusters);
    arguments.serverFile = QString::fromStdString(m_raw.serverFile);
    arguments.dcom = m_raw.transport == "dcom";
    arguments.user = QString::fromStdString(m_raw.user);
    arguments.authentication = QString::fromStdString(m_raw.authentication);
    arguments.serviceClass = QString::fromStdString(m_raw.serviceClass);
    arguments.passwordFile = QString::fromStdString(m_raw.passwordFile);
    arguments.caFile = QString::fromStdString(m_raw.caFile);
    arguments.pins = texts(m_raw.pins);
    arguments.clientCertificate = QString::fromStdString(m_raw.clientCertificate);
    arguments.proxy = QString::fromStdString(m_raw.proxy);
    if (m_raw.output != "-") // by custom, standard output
        arguments.output = QString::fromStdString(m_raw.output);
    arguments.results = texts(m_raw.results);
    arguments.format = formatOf(m_raw);
    return arguments;
}

/// Names an option, but repeats no value: what is not expected may be a password.
QString Parser::unknownArgument(const std::vector<std::string>& arguments)
{
    const auto option = std::ranges::find_if(
        arguments, [](const std::string& text) { return text.starts_with("--") && text.size() > 2; });
    if (option == arguments.end())
        return tr("hvgpu: an argument is not known; run with --help for more information");
    return tr("hvgpu: %1 is not known here; run with --help for more information")
        .arg(QString::fromStdString(option->substr(0, option->find('='))));
}

/// The word that stands where a command is expected; empty when there is none. Nobody writes a password
/// there.
QString Parser::unknownCommand(int argc, const char* const* argv)
{
    CLI::App* family = &m_app;
    for (int i = 1; i < argc && !std::string_view(argv[i]).starts_with('-'); ++i) {
        const std::string word = argv[i];
        const auto known =
            family->get_subcommands([&word](const CLI::App* app) { return app->get_name() == word; });
        if (known.empty())
            return QString::fromStdString(word);
        family = known.front();
    }
    return {};
}

std::variant<Arguments, ExitCode> Parser::parse(int argc, const char* const* argv)
{
    try {
        m_app.parse(argc, argv);
    } catch (const CLI::ExtrasError&) {
        std::cerr << utf8(unknownArgument(m_app.remaining(true))) << '\n';
        return Usage;
    } catch (const CLI::RequiredError& error) {
        const QString word = unknownCommand(argc, argv);
        if (word.isEmpty())
            return m_app.exit(error, std::cout, std::cerr) == 0 ? Success : Usage;
        std::cerr
            << utf8(tr("hvgpu: there is no command “%1”; run with --help for the list of commands").arg(word))
            << '\n';
        return Usage;
    } catch (const CLI::ParseError& error) {
        return m_app.exit(error, std::cout, std::cerr) == 0 ? Success : Usage;
    }
    if (const QString problem = unclearFormat(m_raw); !problem.isEmpty()) {
        std::cerr << utf8(u"hvgpu: "_s + problem) << '\n';
        return Usage;
    }
    const Arguments arguments = finished();
    if (const QString problem = ChangeOptions::problem(arguments); !problem.isEmpty()) {
        std::cerr << utf8(u"hvgpu: "_s + problem) << '\n';
        return Usage;
    }
    if (!arguments.passwordFile.isEmpty() && accountOfCommandLine(arguments).isEmpty()) {
        std::cerr << utf8(tr("hvgpu: --password-file holds the password of one account; give --user to say "
                             "of which"))
                  << '\n';
        return Usage;
    }
    if (!needsServers(arguments.command) || arguments.namesServers())
        return arguments;
    std::cerr << utf8(tr("hvgpu: give --demo, --local, --server, --cluster or --servers")) << '\n';
    return Usage;
}

} // namespace

std::variant<Arguments, ExitCode> parseArguments(int argc, const char* const* argv)
{
    return Parser().parse(argc, argv);
}

} // namespace hvgpu::cli
