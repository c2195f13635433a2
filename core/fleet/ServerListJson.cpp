#include "core/fleet/ServerListJson.h"

#include "core/fleet/EntryChecks.h"
#include "core/fleet/EntryText.h"
#include "core/fleet/HostPort.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonParseError>

#include <algorithm>
#include <limits>
#include <set>

using namespace Qt::StringLiterals;

namespace hvgpu::fleet {

namespace {

constexpr int currentVersion = 1;

using Authentication = ServerEntry::Authentication;

/// In the order of the enum.
const QStringList& authenticationNames()
{
    static const QStringList names{u"none"_s,     u"basic"_s, u"negotiate"_s,
                                   u"kerberos"_s, u"ntlm"_s,  u"certificate"_s};
    return names;
}

/// In the order of the enum.
const QStringList& transportNames()
{
    static const QStringList names{u"ws-management"_s, u"dcom"_s, u"local"_s};
    return names;
}

base::Error invalid(const QString& detail)
{
    base::Error error;
    error.layer = base::Layer::Local;
    error.code = base::ErrorCode::InvalidArgument;
    error.operation = u"Read server list"_s;
    error.detail = detail;
    return error;
}

/// "line 3, column 14" of a byte offset.
QString place(const QByteArray& json, qsizetype offset)
{
    const QByteArray before = json.left(offset);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return u"line %1, column %2"_s.arg(before.count('\n') + 1).arg(before.size() - lineStart + 1);
}

/// Reads one object of the list and remembers the first thing wrong with it.
class EntryReader
{
public:
    EntryReader(const QJsonObject& object, qsizetype number)
        : m_object(object)
        , m_number(number)
    {}

    base::Result<ServerEntry> read()
    {
        ServerEntry entry;
        if (text(u"kind"_s, {u"server"_s, u"cluster"_s}, u"server"_s) == u"cluster"_s)
            entry.kind = ServerEntry::Kind::Cluster;
        const QString transport = text(u"transport"_s, transportNames());
        entry.transport =
            static_cast<ServerEntry::Transport>(std::max<qsizetype>(transportNames().indexOf(transport), 0));
        entry.name = withoutRootDot(text(u"name"_s));
        entry.display = text(u"display"_s);
        entry.https = flag(u"https"_s);
        entry.port = port(entry.https ? winRmHttpsPort : winRmHttpPort);
        const QString authentication = text(u"authentication"_s, authenticationNames(), u"negotiate"_s);
        entry.authentication = static_cast<Authentication>(
            std::max<qsizetype>(authenticationNames().indexOf(authentication), 0));
        entry.user = text(u"user"_s);
        if (userProblem(entry.user)) // not repeated: it may hold a password
            complain(u"user"_s, u"must be an account name, without a password"_s);
        entry.serviceClass = text(u"serviceClass"_s, serviceClasses());
        entry.caFile = text(u"caFile"_s);
        entry.certificatePin = text(u"certificatePin"_s);
        entry.allowInsecureBasic = flag(u"allowInsecureBasic"_s);
        entry.passwordSaved = flag(u"passwordSaved"_s);
        entry.clientCertificate = text(u"clientCertificate"_s);
        entry.proxy = text(u"proxy"_s);
        if (proxyProblem(entry.proxy))
            complain(u"proxy"_s, u"must be an HTTP proxy without a password: \"http://host:port\""_s);
        readNodeAddresses(entry);
        if (m_object.contains(u"password"_s))
            complain(u"password"_s, u"passwords are never kept in a server list"_s);
        refuseUnknown();
        if (!parseHostPort(entry.name.contains(u':') ? u'[' + entry.name + u']' : entry.name, entry.port))
            complain(u"name"_s, u"must be a host name or address without a port"_s);
        if (!m_problem.isEmpty())
            return base::fail(invalid(m_problem));
        const QString id = text(u"id"_s);
        entry.id = id.isEmpty() ? entryIdFor(entry) : model::EntryId(id);
        entry.savedUnderId =
            entry.passwordSaved && entry.id != entryIdFor(entry) && !flag(u"passwordAtPlace"_s);
        return entry;
    }

private:
    void complain(const QString& key, const QString& problem)
    {
        if (m_problem.isEmpty())
            m_problem = u"entry %1, \"%2\": %3"_s.arg(m_number).arg(key, problem);
    }

    /// "HTTPS" or "certificatepin" would otherwise leave a connection unprotected that was meant to be safe.
    void refuseUnknown()
    {
        static const QStringList known{u"kind"_s,
                                       u"transport"_s,
                                       u"name"_s,
                                       u"display"_s,
                                       u"port"_s,
                                       u"https"_s,
                                       u"authentication"_s,
                                       u"user"_s,
                                       u"serviceClass"_s,
                                       u"caFile"_s,
                                       u"proxy"_s,
                                       u"certificatePin"_s,
                                       u"id"_s,
                                       u"clientCertificate"_s,
                                       u"passwordSaved"_s,
                                       u"password"_s,
                                       u"passwordAtPlace"_s,
                                       u"nodeAddresses"_s,
                                       u"allowInsecureBasic"_s};
        for (auto member = m_object.begin(); member != m_object.end(); ++member) {
            if (known.contains(member.key()))
                continue;
            const auto meant = std::ranges::find_if(known, [&](const QString& key) {
                return key.compare(member.key(), Qt::CaseInsensitive) == 0;
            });
            complain(member.key(), meant == known.end()
                                       ? u"is not known here"_s
                                       : u"is not known here; is \"%1\" meant?"_s.arg(*meant));
        }
    }

    QString text(const QString& key, const QStringList& allowed = {}, const QString& otherwise = {})
    {
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined())
            return otherwise;
        if (!value.isString())
            complain(key, u"must be a string"_s);
        else if (!allowed.isEmpty() && !allowed.contains(value.toString()))
            complain(key, u"must be one of: "_s + allowed.join(u", "_s));
        return value.toString();
    }

    bool flag(const QString& key)
    {
        const QJsonValue value = m_object.value(key);
        if (!value.isUndefined() && !value.isBool())
            complain(key, u"must be true or false"_s);
        return value.toBool();
    }

    std::uint16_t port(std::uint16_t otherwise)
    {
        const QJsonValue value = m_object.value(u"port"_s);
        if (value.isUndefined())
            return otherwise;
        const int number = value.toInt(0);
        if (number >= 1 && number <= std::numeric_limits<std::uint16_t>::max())
            return static_cast<std::uint16_t>(number);
        complain(u"port"_s, u"must be a whole number from 1 to 65535"_s);
        return otherwise;
    }

    void readNodeAddresses(ServerEntry& entry)
    {
        const QJsonValue value = m_object.value(u"nodeAddresses"_s);
        if (value.isUndefined())
            return;
        if (!value.isObject() || entry.kind != ServerEntry::Kind::Cluster)
            return complain(u"nodeAddresses"_s, u"must be an object, and belongs to a cluster only"_s);
        const QJsonObject addresses = value.toObject();
        for (auto node = addresses.begin(); node != addresses.end(); ++node) {
            const std::optional<HostPort> address = parseHostPort(node.value().toString(), entry.port);
            if (!address)
                return complain(u"nodeAddresses"_s, u"\"%1\" must be \"host:port\""_s.arg(node.key()));
            entry.nodeAddresses[node.key().toLower()] = address->toString();
        }
    }

    const QJsonObject& m_object;
    qsizetype m_number;
    QString m_problem;
};

QJsonObject toJson(const ServerEntry& entry)
{
    QJsonObject object{
        {u"kind"_s, entry.kind == ServerEntry::Kind::Cluster ? u"cluster"_s : u"server"_s},
        {u"name"_s, entry.name},
        {u"port"_s, entry.port},
        {u"https"_s, entry.https},
        {u"authentication"_s, authenticationNames().at(static_cast<qsizetype>(entry.authentication))}};
    if (entry.transport != ServerEntry::Transport::WsManagement)
        object.insert(u"transport"_s, transportNames().at(static_cast<qsizetype>(entry.transport)));
    const auto addText = [&object](const QString& key, const QString& text) {
        if (!text.isEmpty())
            object.insert(key, text);
    };
    if (entry.id != entryIdFor(entry))
        addText(u"id"_s, entry.id.text());
    addText(u"display"_s, entry.display);
    addText(u"user"_s, entry.user);
    addText(u"serviceClass"_s, entry.serviceClass);
    addText(u"caFile"_s, entry.caFile);
    addText(u"certificatePin"_s, entry.certificatePin);
    addText(u"clientCertificate"_s, entry.clientCertificate);
    addText(u"proxy"_s, entry.proxy);
    if (entry.passwordSaved)
        object.insert(u"passwordSaved"_s, true);
    if (entry.passwordSaved && !entry.savedUnderId && entry.id != entryIdFor(entry))
        object.insert(u"passwordAtPlace"_s, true);
    if (entry.allowInsecureBasic)
        object.insert(u"allowInsecureBasic"_s, true);
    if (!entry.nodeAddresses.empty()) {
        QJsonObject addresses;
        for (const auto& [node, address] : entry.nodeAddresses)
            addresses.insert(node, address);
        object.insert(u"nodeAddresses"_s, addresses);
    }
    return object;
}

} // namespace

base::Result<std::vector<ServerEntry>> serverListFromJson(const QByteArray& json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return base::fail(invalid(u"%1: %2"_s.arg(place(json, problem.offset), problem.errorString())));
    const QJsonObject root = document.object();
    const QJsonValue version = root.value(u"version"_s);
    if (!version.isUndefined() && (version.toInt(0) < 1 || version.toInt(0) > currentVersion))
        return base::fail(invalid(u"\"version\": this program reads version %1"_s.arg(currentVersion)));
    if (!root.value(u"servers"_s).isArray())
        return base::fail(invalid(u"the file must be an object with a list \"servers\""_s));

    std::vector<ServerEntry> entries;
    std::set<model::EntryId> ids;
    const QJsonArray servers = root.value(u"servers"_s).toArray();
    for (qsizetype i = 0; i < servers.size(); ++i) {
        if (!servers.at(i).isObject())
            return base::fail(invalid(u"entry %1: must be an object"_s.arg(i + 1)));
        const QJsonObject object = servers.at(i).toObject();
        base::Result<ServerEntry> entry = EntryReader(object, i + 1).read();
        if (!entry)
            return base::fail(entry.error());
        if (isListed(*entry, entries) || !ids.insert(entry->id).second)
            return base::fail(invalid(u"entry %1: the same server is listed twice"_s.arg(i + 1)));
        entries.push_back(std::move(*entry));
    }
    return entries;
}

QByteArray serverListToJson(const std::vector<ServerEntry>& entries)
{
    QJsonArray servers;
    for (const ServerEntry& entry : entries)
        servers.append(toJson(entry));
    const QJsonObject root{{u"version"_s, currentVersion}, {u"servers"_s, servers}};
    return QJsonDocument(root).toJson();
}

} // namespace hvgpu::fleet
