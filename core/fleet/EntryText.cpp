#include "core/fleet/EntryText.h"

#include "core/fleet/HostPort.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::fleet {

namespace {

base::Error invalid(const QString& text, const QString& detail)
{
    base::Error error;
    error.layer = base::Layer::Local;
    error.code = base::ErrorCode::InvalidArgument;
    error.operation = readAddressOperation;
    error.target = text;
    error.detail = detail;
    return error;
}

} // namespace

model::EntryId entryIdFor(const ServerEntry& entry)
{
    if (entry.transport == ServerEntry::Transport::Local)
        return model::EntryId(u"local"_s);
    const QString place = entry.transport == ServerEntry::Transport::Dcom
                              ? u"dcom:"_s + entry.name.toLower()
                              : HostPort{entry.name.toLower(), entry.port}.toString();
    return model::EntryId(entry.kind == ServerEntry::Kind::Cluster ? u"cluster:"_s + place : place);
}

model::EntryId freeIdFor(const ServerEntry& entry, const std::vector<ServerEntry>& list)
{
    const model::EntryId place = entryIdFor(entry);
    model::EntryId id = place;
    for (int number = 2; std::ranges::find(list, id, &ServerEntry::id) != list.end(); ++number)
        id = model::EntryId(u"%1#%2"_s.arg(place.text()).arg(number));
    return id;
}

bool isListed(const ServerEntry& entry, const std::vector<ServerEntry>& list)
{
    const model::EntryId place = entryIdFor(entry);
    return std::ranges::any_of(
        list, [&](const ServerEntry& other) { return other.id != entry.id && entryIdFor(other) == place; });
}

QString nameWithPort(const ServerEntry& entry)
{
    const bool isUsual = entry.port == (entry.https ? winRmHttpsPort : winRmHttpPort);
    if (entry.transport != ServerEntry::Transport::WsManagement || isUsual)
        return entry.name;
    return HostPort{entry.name, entry.port}.toString();
}

ServerEntry thisComputer()
{
    ServerEntry entry;
    entry.transport = ServerEntry::Transport::Local;
    entry.name = u"localhost"_s;
    entry.id = entryIdFor(entry);
    return entry;
}

const QStringList& serviceClasses()
{
    static const QStringList names{u"HTTP"_s, u"WSMAN"_s, u"host"_s};
    return names;
}

std::optional<QString> serviceClassOf(const QString& text)
{
    const auto found = std::ranges::find_if(serviceClasses(), [&text](const QString& name) {
        return name.compare(text, Qt::CaseInsensitive) == 0;
    });
    return found == serviceClasses().end() ? std::nullopt : std::optional(*found);
}

bool sendsPasswordInClear(const ServerEntry& entry)
{
    const bool here = entry.name.startsWith(u"127."_s) || entry.name == u"::1"_s ||
                      entry.name.compare(u"localhost"_s, Qt::CaseInsensitive) == 0;
    return entry.authentication == ServerEntry::Authentication::Basic && !entry.https &&
           entry.allowInsecureBasic && !here;
}

QString urlOf(const ServerEntry& entry, const QString& address)
{
    if (entry.transport == ServerEntry::Transport::Local)
        return entry.name;
    if (entry.transport == ServerEntry::Transport::Dcom)
        return u"\\\\"_s + parseHostPort(address, entry.port).value_or(HostPort{address, 0}).host;
    return (entry.https ? u"https://"_s : u"http://"_s) + address + u"/wsman"_s;
}

base::Result<ServerEntry> entryFromText(const QString& text)
{
    ServerEntry entry;
    entry.authentication = ServerEntry::Authentication::Negotiate;
    QString rest = text.trimmed();
    const qsizetype schemeEnd = rest.indexOf(u"://"_s);
    if (schemeEnd >= 0) {
        const QString scheme = rest.left(schemeEnd).toLower();
        if (scheme != u"http"_s && scheme != u"https"_s)
            return base::fail(invalid(text, u"the scheme must be http or https"_s));
        entry.https = scheme == u"https"_s;
        rest = rest.mid(schemeEnd + 3);
        rest = rest.left(rest.indexOf(u'/') < 0 ? rest.size() : rest.indexOf(u'/'));
    }
    if (const qsizetype at = rest.lastIndexOf(u'@'); at >= 0) {
        const QString user = rest.left(at);
        if (user.contains(u':')) // said without the text, which holds the password
            return base::fail(invalid(rest.mid(at + 1), u"a password does not belong into an address"_s));
        entry.user = user;
        rest = rest.mid(at + 1);
    }
    const std::optional<HostPort> place = parseHostPort(rest, entry.https ? winRmHttpsPort : winRmHttpPort);
    if (!place)
        return base::fail(invalid(text, u"not a host name or address with an optional port"_s));
    entry.name = place->host;
    entry.port = place->port;
    entry.id = entryIdFor(entry);
    return entry;
}

} // namespace hvgpu::fleet
