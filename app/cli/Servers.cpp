#include "app/cli/Servers.h"

#include "app/cli/Accounts.h"
#include "app/cli/Keychain.h"
#include "app/cli/Password.h"
#include "app/composition/SessionFactory.h"
#include "core/fleet/EntryText.h"
#include "core/fleet/PasswordKeeper.h"
#include "core/fleet/ServerListStore.h"

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
    for (const ServerEntry& entry : servers.entries)
        servers.passwords[entry.id] = servers.demo->password();
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

base::Error emptyList(const QString& path)
{
    base::Error error;
    error.code = base::ErrorCode::InvalidArgument;
    error.operation = u"Read server list"_s;
    error.target = path;
    error.detail = u"the list names no server"_s;
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
        if (listed->empty())
            return base::fail(emptyList(arguments.serverFile));
        entries.insert(entries.end(), listed->begin(), listed->end());
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

using Missing = std::vector<const ServerEntry*>;

/// Keeps in @p missing those that the keychain has no password for. One that cannot be used is not asked
/// again.
void askKeychain(Servers& servers, Missing& missing)
{
    Keychain keychain;
    bool works = true;
    std::erase_if(missing, [&](const ServerEntry* entry) {
        if (!works)
            return false;
        base::Result<base::Secret> found = keychain.find(*entry);
        if (!found) {
            works = found.error().code == base::ErrorCode::NotFound;
            return false;
        }
        servers.passwords[entry->id] = *std::move(found);
        return true;
    });
}

bool isCertificate(const ServerEntry* entry)
{
    return entry->authentication == ServerEntry::Authentication::Certificate;
}

/// Once for each account: what is typed for one is never shown to a server that knows another.
base::Result<void> askUser(Servers& servers, Missing missing, const QString& given)
{
    if (!canAskForPassword()) {
        std::erase_if(missing, isCertificate); // a key that is not locked needs no password
        QStringList accounts;
        for (const ServerEntry* entry : missing)
            accounts << accountName(*entry, given);
        accounts.removeDuplicates();
        return missing.empty() ? base::Result<void>() : base::fail(cannotAsk(accounts));
    }
    std::map<QString, base::Secret> answers;
    for (const ServerEntry* entry : missing) {
        const QString key = accountKey(*entry, given);
        if (!answers.contains(key)) {
            auto password = passwordFromPrompt(accountName(*entry, given));
            if (!password && !isCertificate(entry))
                return base::fail(password.error());
            answers[key] = password ? *std::move(password) : base::Secret();
        }
        servers.passwords[entry->id] = answers[key];
    }
    return {};
}

base::Result<void> findPasswords(const Arguments& arguments, Passwords sources, Servers& servers)
{
    base::Secret one = passwordFromEnvironment();
    if (sources == Passwords::None)
        return {};
    if (!arguments.passwordFile.isEmpty()) {
        auto password = passwordFromFile(arguments.passwordFile);
        if (!password)
            return base::fail(password.error());
        one = *std::move(password);
    }
    const QString given = accountOfCommandLine(arguments);
    Missing missing;
    for (const ServerEntry& entry : servers.entries) {
        if (!needsPassword(entry))
            continue;
        if (!one.isEmpty() && isAccount(entry, given))
            servers.passwords[entry.id] = one;
        else
            missing.push_back(&entry);
    }
    if (sources == Passwords::Any && !missing.empty())
        askKeychain(servers, missing);
    return missing.empty() ? base::Result<void>() : askUser(servers, std::move(missing), given);
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
