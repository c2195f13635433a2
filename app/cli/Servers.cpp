#include "app/cli/Servers.h"

#include "app/cli/Keychain.h"
#include "app/cli/Password.h"
#include "app/cli/Terminal.h"
#include "app/composition/SessionFactory.h"
#include "core/fleet/EntryText.h"
#include "core/fleet/PasswordKeeper.h"
#include "core/fleet/ServerListStore.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

using fleet::ServerEntry;
using Entries = std::vector<ServerEntry>;

base::Result<Servers> demoServers()
{
    auto demo = app::DemoFleet::start(u"demo"_s);
    if (!demo)
        return base::fail(demo.error());
    Servers servers;
    servers.demo = *std::move(demo);
    servers.entries = servers.demo->entries();
    servers.password = servers.demo->password();
    return servers;
}

base::Error needsWindows(const QString& option)
{
    base::Error error;
    error.layer = base::Layer::Connect;
    error.code = base::ErrorCode::Unsupported;
    error.operation = u"Connect"_s;
    error.target = option;
    error.detail = u"native WMI (COM and DCOM) exists on Windows only; use WS-Management"_s;
    return error;
}

base::Result<void> addNamed(const QStringList& names, const Arguments& arguments, ServerEntry::Kind kind,
                            Entries& entries)
{
    for (const QString& name : names) {
        auto entry = fleet::entryFromText(name);
        if (!entry)
            return base::fail(entry.error());
        entry->kind = kind;
        if (arguments.dcom)
            entry->transport = ServerEntry::Transport::Dcom;
        entry->id = fleet::freeIdFor(*entry, entries);
        if (!fleet::isListed(*entry, entries))
            entries.push_back(*std::move(entry));
    }
    return {};
}

base::Result<Entries> namedEntries(const Arguments& arguments)
{
    if (!app::hasNativeWmi() && (arguments.local || arguments.dcom))
        return base::fail(needsWindows(arguments.local ? u"--local"_s : u"--transport dcom"_s));
    Entries entries;
    if (arguments.local)
        entries.push_back(fleet::thisComputer());
    if (!arguments.serverFile.isEmpty()) {
        auto listed = fleet::readServerFile(arguments.serverFile);
        if (!listed)
            return base::fail(listed.error());
        entries = *std::move(listed);
    }
    if (auto added = addNamed(arguments.servers, arguments, ServerEntry::Kind::Server, entries); !added)
        return base::fail(added.error());
    if (auto added = addNamed(arguments.clusters, arguments, ServerEntry::Kind::Cluster, entries); !added)
        return base::fail(added.error());
    return entries;
}

std::optional<ServerEntry::Authentication> authenticationNamed(const QString& name)
{
    using Authentication = ServerEntry::Authentication;
    static const std::map<QString, Authentication> names{{u"negotiate"_s, Authentication::Negotiate},
                                                         {u"kerberos"_s, Authentication::Kerberos},
                                                         {u"ntlm"_s, Authentication::Ntlm},
                                                         {u"basic"_s, Authentication::Basic},
                                                         {u"certificate"_s, Authentication::Certificate},
                                                         {u"none"_s, Authentication::None}};
    const auto found = names.find(name);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

/// What the command line says counts where an entry itself says nothing.
void complete(ServerEntry& entry, const Arguments& arguments)
{
    if (entry.transport == ServerEntry::Transport::Local)
        return;
    if (entry.user.isEmpty() && !arguments.user.isEmpty()) {
        entry.user = arguments.user;
        if (entry.authentication == ServerEntry::Authentication::None)
            entry.authentication = ServerEntry::Authentication::Negotiate;
    }
    entry.authentication = authenticationNamed(arguments.authentication).value_or(entry.authentication);
    if (!arguments.clientCertificate.isEmpty()) {
        entry.authentication = ServerEntry::Authentication::Certificate;
        entry.clientCertificate = arguments.clientCertificate;
    }
    if (entry.caFile.isEmpty())
        entry.caFile = arguments.caFile;
    if (entry.certificatePin.isEmpty())
        entry.certificatePin = arguments.pins.join(u',');
    if (entry.serviceClass.isEmpty())
        entry.serviceClass = arguments.serviceClass;
    if (entry.proxy.isEmpty())
        entry.proxy = arguments.proxy;
    entry.allowInsecureBasic = entry.allowInsecureBasic || arguments.insecureBasic;
}

/// Basic cannot do without one; the others sign in as the current user.
bool needsPassword(const ServerEntry& entry)
{
    return entry.authentication == ServerEntry::Authentication::Basic || fleet::takesPassword(entry);
}

/// Asks the keychain for each server that signs in with a password; the first server that is not there is
/// returned. A keychain that cannot be used is not asked again.
std::vector<ServerEntry>::const_iterator askKeychain(Servers& servers,
                                                     std::vector<ServerEntry>::const_iterator first)
{
    Keychain keychain;
    auto missing = servers.entries.cend();
    for (auto entry = first; entry != servers.entries.cend(); ++entry) {
        if (!needsPassword(*entry))
            continue;
        base::Result<base::Secret> found = keychain.find(*entry);
        if (found) {
            servers.passwords[entry->id] = *std::move(found);
            continue;
        }
        if (missing == servers.entries.cend())
            missing = entry;
        if (found.error().code != base::ErrorCode::NotFound)
            break;
    }
    return missing;
}

base::Result<void> findPasswords(const Arguments& arguments, Passwords sources, Servers& servers)
{
    base::Secret fromEnvironment = passwordFromEnvironment();
    if (sources == Passwords::None)
        return {};
    if (!arguments.passwordFile.isEmpty()) {
        auto password = passwordFromFile(arguments.passwordFile);
        if (!password)
            return base::fail(password.error());
        servers.password = *std::move(password);
        return {};
    }
    auto missing = std::ranges::find_if(std::as_const(servers.entries), needsPassword);
    servers.password = std::move(fromEnvironment);
    if (!servers.password.isEmpty() || missing == servers.entries.cend())
        return {};
    if (sources == Passwords::Any)
        missing = askKeychain(servers, missing);
    // A key that is not locked needs no password.
    if (missing == servers.entries.cend() ||
        (missing->authentication == ServerEntry::Authentication::Certificate && !isInteractive()))
        return {};
    const QString whose = missing->user.isEmpty() ? missing->clientCertificate : missing->user;
    auto password =
        passwordFromPrompt(QCoreApplication::translate("Servers", "Password for %1: ").arg(whose));
    if (!password)
        return base::fail(password.error());
    servers.password = *std::move(password);
    return {};
}

} // namespace

bool isUsage(const base::Error& error)
{
    return error.layer == base::Layer::Local && error.code == base::ErrorCode::InvalidArgument &&
           error.operation == fleet::readAddressOperation;
}

base::Result<Servers> resolveServers(const Arguments& arguments, Passwords passwords)
{
    if (arguments.demo)
        return demoServers();
    auto entries = namedEntries(arguments);
    if (!entries)
        return base::fail(entries.error());
    Servers servers;
    servers.entries = *std::move(entries);
    for (ServerEntry& entry : servers.entries)
        complete(entry, arguments);
    if (auto found = findPasswords(arguments, passwords, servers); !found)
        return base::fail(found.error());
    return servers;
}

} // namespace hvgpu::cli
