#include "app/sim/Options.h"

#include "core/base/EnvironmentSecret.h"

#include <CLI/CLI.hpp>

#include <QFile>

#include <algorithm>
#include <iostream>
#include <utility>

namespace hvgpu::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr int usageError = 2;

/// The command line as CLI11 fills it in.
struct Arguments
{
    std::string fleet = "demo";
    std::string listen = "127.0.0.1:0";
    std::string user;
    std::string password;
    std::string passwordFile;
    std::string clientCertificate;
    std::string keytab;
    std::string ntlmUsers;
    std::string faults;
    std::string serversOut;
    std::string certificateOut;
    std::string certificate;
    std::string key;
    std::string language = "en-US";
    unsigned threads = 2;
    unsigned timeFactor = 1;
    bool tls = false;
    bool encryptedOnly = false;
    bool strictBinding = false;
    bool renameContexts = false;
    bool wmiErrors = false;
};

void declare(CLI::App& app, Arguments& arguments)
{
    app.allow_windows_style_options(false); // a file may begin with a slash on every system
    app.set_version_flag("--version", "hvgpu-sim " HVGPU_VERSION);
    app.add_option("--fleet", arguments.fleet, "demo, scale:HOSTSxGPUSxPARTITIONS or a fleet file (JSON)")
        ->capture_default_str();
    app.add_option(
           "--listen", arguments.listen,
           "ADDRESS:PORT of the first host; the others follow on the next ports. Port 0: any free ones")
        ->capture_default_str();
    CLI::Option* tls = app.add_flag("--tls", arguments.tls, "serve HTTPS, with a certificate made at start");
    CLI::Option* certificate =
        app.add_option("--cert", arguments.certificate, "PEM file to use instead")->needs(tls);
    CLI::Option* key =
        app.add_option("--key", arguments.key, "PEM file of its private key")->needs(certificate);
    certificate->needs(key);
    app.add_option("--cert-out", arguments.certificateOut,
                   "write the certificate in use (PEM), so that clients can trust it")
        ->needs(tls);
    CLI::Option* user =
        app.add_option("--user", arguments.user,
                       "ask for this user name (Basic); the password comes from HVGPU_SIM_PASSWORD "
                       "or one of the two options below");
    CLI::Option* password =
        app.add_option("--password", arguments.password, "password; visible to other users of this machine")
            ->needs(user);
    app.add_option("--password-file", arguments.passwordFile, "file whose first line is the password")
        ->needs(user)
        ->excludes(password);
    app.add_option("--client-cert", arguments.clientCertificate,
                   "PEM file of a certificate that is mapped to an account: callers who show it are let in")
        ->needs(tls);
    app.add_option("--keytab", arguments.keytab,
                   "offer Negotiate and Kerberos, with the service keys in this file");
    app.add_option("--ntlm-users", arguments.ntlmUsers,
                   "offer Negotiate with NTLM for the users in this file: lines DOMAIN:user:password");
    app.add_flag("--encrypted-only", arguments.encryptedOnly,
                 "refuse messages that neither TLS nor the sign-in encrypts, as Windows does");
    app.add_flag("--strict-binding", arguments.strictBinding,
                 "with TLS let in only who names the certificate while signing in")
        ->needs(tls);
    app.add_option("--faults", arguments.faults, "JSON list of faults to inject; read again when it changes");
    app.add_option("--servers-out", arguments.serversOut, "write a server list for hvgpu --servers");
    app.add_option("--language", arguments.language, "language the hosts answer in")->capture_default_str();
    app.add_option("--threads", arguments.threads, "threads that answer")->check(CLI::Range(1, 64));
    app.add_option("--time-factor", arguments.timeFactor,
                   "let the hosts work that many times as fast: guests shut down and jobs end sooner")
        ->check(CLI::Range(1, 1000));
    app.add_flag("--rename-contexts", arguments.renameContexts,
                 "give every Pull answer a new enumeration context");
    app.add_flag("--wmi-errors", arguments.wmiErrors, "report faults as MSFT_WmiError, as newer Windows may");
}

/// "127.0.0.1:5985" or "[::1]:5985".
bool readListen(const std::string& text, simulation::ServerOptions& server)
{
    const QString value = QString::fromStdString(text);
    const qsizetype colon = value.lastIndexOf(u':');
    bool ok = false;
    server.firstPort = value.mid(colon + 1).toUShort(&ok);
    server.address = value.left(std::max<qsizetype>(colon, 0));
    if (server.address.startsWith(u'[') && server.address.endsWith(u']'))
        server.address = server.address.mid(1, server.address.size() - 2);
    return ok && !server.address.isEmpty();
}

std::optional<base::Secret> readPassword(const Arguments& arguments)
{
    // Also when it is not the one that counts: it must not stay where others can read it.
    base::Secret fromEnvironment = base::takeEnvironmentSecret("HVGPU_SIM_PASSWORD");
    if (!arguments.password.empty())
        return base::Secret(QByteArray::fromStdString(arguments.password));
    if (arguments.passwordFile.empty())
        return fromEnvironment;
    QFile file(QString::fromStdString(arguments.passwordFile));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return std::nullopt;
    QByteArray line = file.readLine();
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return base::Secret(std::move(line));
}

int complain(const char* message)
{
    std::cerr << "hvgpu-sim: " << message << '\n';
    return usageError;
}

std::variant<Options, int> toOptions(const Arguments& arguments)
{
    Options options;
    options.fleet = QString::fromStdString(arguments.fleet);
    options.serversFile = QString::fromStdString(arguments.serversOut);
    options.certificateFile = QString::fromStdString(arguments.certificateOut);
    options.timeFactor = arguments.timeFactor;
    simulation::ServerOptions& server = options.server;
    if (!readListen(arguments.listen, server))
        return complain("--listen wants ADDRESS:PORT");
    server.tls = arguments.tls;
    server.certificateFile = QString::fromStdString(arguments.certificate);
    server.privateKeyFile = QString::fromStdString(arguments.key);
    server.user = QString::fromStdString(arguments.user);
    server.clientCertificateFile = QString::fromStdString(arguments.clientCertificate);
    server.keytabFile = QString::fromStdString(arguments.keytab);
    server.ntlmUserFile = QString::fromStdString(arguments.ntlmUsers);
    server.allowUnencrypted = !arguments.encryptedOnly;
    server.strictChannelBinding = arguments.strictBinding;
    server.faultFile = QString::fromStdString(arguments.faults);
    server.language = QString::fromStdString(arguments.language);
    server.threads = arguments.threads;
    server.renameContexts = arguments.renameContexts;
    server.wmiErrorFaults = arguments.wmiErrors;
    auto password = readPassword(arguments);
    if (!server.user.isEmpty()) {
        if (!password)
            return complain("the password file cannot be read");
        if (password->isEmpty())
            return complain("--user needs a password: set HVGPU_SIM_PASSWORD or use --password-file");
        server.password = *std::move(password);
    }
    return options;
}

} // namespace

std::variant<Options, int> parseArguments(int argc, char** argv)
{
    CLI::App app("Simulated Hyper-V hosts behind a WS-Management endpoint", "hvgpu-sim");
    Arguments arguments;
    declare(app, arguments);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : usageError;
    }
    return toOptions(arguments);
}

} // namespace hvgpu::sim
