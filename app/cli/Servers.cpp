#include "app/cli/Servers.h"

#include "app/cli/Password.h"
#include "app/composition/SessionFactory.h"
#include "core/fleet/EntryText.h"
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
    error.code = base::ErrorCode::Unsupported;
    error.operation = option;
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
        entry->id = fleet::entryIdFor(*entry);
        if (std::ranges::find(entries, entry->id, &ServerEntry::id) == entries.end())
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
    if (entry.caFile.isEmpty())
        entry.caFile = arguments.caFile;
    entry.allowInsecureBasic = entry.allowInsecureBasic || arguments.insecureBasic;
}

base::Result<base::Secret> findPassword(const Arguments& arguments, const Entries& entries)
{
    base::Secret fromEnvironment = passwordFromEnvironment();
    if (!arguments.passwordFile.isEmpty())
        return passwordFromFile(arguments.passwordFile);
    const auto signsIn = std::ranges::find_if(entries, [](const ServerEntry& entry) {
        return entry.authentication == ServerEntry::Authentication::Basic ||
               (entry.authentication != ServerEntry::Authentication::None && !entry.user.isEmpty());
    });
    if (!fromEnvironment.isEmpty() || signsIn == entries.end())
        return fromEnvironment;
    return passwordFromPrompt(QCoreApplication::translate("Servers", "Password for %1: ").arg(signsIn->user));
}

} // namespace

base::Result<Servers> resolveServers(const Arguments& arguments)
{
    if (arguments.demo)
        return demoServers();
    auto entries = namedEntries(arguments);
    if (!entries)
        return base::fail(entries.error());
    for (ServerEntry& entry : *entries)
        complete(entry, arguments);
    auto password = findPassword(arguments, *entries);
    if (!password)
        return base::fail(password.error());
    Servers servers;
    servers.entries = *std::move(entries);
    servers.password = *std::move(password);
    return servers;
}

} // namespace hvgpu::cli
