#include "core/fleet/ServerListText.h"

#include "core/fleet/EntryText.h"
#include "core/fleet/HostPort.h"

#include <QStringList>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

using namespace Qt::StringLiterals;

namespace hvgpu::fleet {
namespace {

using Kind = ListProblem::Kind;
using Authentication = ServerEntry::Authentication;

/// The fields of one line; "" within quotes is one quote (RFC 4180, without line breaks in fields).
QStringList fieldsOf(const QString& line, QChar separator)
{
    QStringList fields;
    QString field;
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'"' && quoted && i + 1 < line.size() && line[i + 1] == u'"') {
            field += line[++i];
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (c == separator && !quoted) {
            fields << field.trimmed();
            field.clear();
        } else {
            field += c;
        }
    }
    fields << field.trimmed();
    return fields;
}

const QStringList& knownColumns()
{
    static const QStringList known{u"name"_s,    u"port"_s,    u"https"_s,          u"user"_s,  u"kind"_s,
                                   u"display"_s, u"ca_file"_s, u"authentication"_s, u"proxy"_s, u"spn"_s};
    return known;
}

std::optional<bool> flagOf(const QString& text)
{
    static const QStringList yes{u"true"_s, u"yes"_s, u"1"_s, u"x"_s};
    static const QStringList no{QString(), u"false"_s, u"no"_s, u"0"_s};
    if (yes.contains(text, Qt::CaseInsensitive))
        return true;
    return no.contains(text, Qt::CaseInsensitive) ? std::optional(false) : std::nullopt;
}

class Reader
{
public:
    ServerListText read(const QString& text)
    {
        const QStringList lines = text.split(u'\n');
        for (const QString& raw : lines) {
            ++m_line;
            QString line = raw.trimmed();
            if (line.startsWith(QChar(0xFEFF)))
                line = line.mid(1).trimmed();
            if (line.isEmpty() || line.startsWith(u'#'))
                continue;
            if (m_first && isHeader(line))
                readHeader(line);
            else if (m_columns.isEmpty())
                readAddress(line);
            else
                readRow(line);
            m_first = false;
        }
        if (m_list.entries.empty() && m_list.problems.empty())
            m_list.problems.push_back({0, Kind::NoServers, {}});
        return std::move(m_list);
    }

private:
    void complain(Kind kind, const QString& value = {})
    {
        m_list.problems.push_back({m_line, kind, value});
        m_bad = true;
    }

    void add(ServerEntry entry)
    {
        entry.id = entryIdFor(entry);
        if (!m_ids.insert(entry.id).second)
            return complain(Kind::Repeated, entry.name);
        m_list.entries.push_back(std::move(entry));
    }

    [[nodiscard]] bool isHeader(const QString& line)
    {
        m_separator = line.contains(u';') ? u';' : u',';
        return fieldsOf(line, m_separator).contains(u"name"_s, Qt::CaseInsensitive);
    }

    void readHeader(const QString& line)
    {
        m_columns = fieldsOf(line.toLower(), m_separator);
        for (const QString& column : m_columns) {
            if (!column.isEmpty() && !knownColumns().contains(column))
                complain(column.contains(u"password"_s) ? Kind::PasswordInLine : Kind::UnknownColumn, column);
        }
    }

    /// "cluster: name" stands for a cluster.
    void readAddress(QString line)
    {
        ServerEntry::Kind kind = ServerEntry::Kind::Server;
        if (const qsizetype comment = line.indexOf(u" #"_s); comment >= 0)
            line.truncate(comment);
        if (line.startsWith(u"cluster:"_s, Qt::CaseInsensitive)) {
            kind = ServerEntry::Kind::Cluster;
            line = line.mid(8).trimmed();
        }
        auto entry = entryFromText(line);
        if (!entry)
            return complainOfAddress(line);
        entry->kind = kind;
        add(*std::move(entry));
    }

    /// What may hold a password is not repeated.
    void complainOfAddress(const QString& text)
    {
        const qsizetype at = text.lastIndexOf(u'@');
        const QString user = text.left(at).section(u"://"_s, -1);
        if (at >= 0 && user.contains(u':'))
            complain(Kind::PasswordInLine);
        else
            complain(Kind::NotAnAddress, text);
    }

    void readRow(const QString& line)
    {
        std::map<QString, QString> values;
        const QStringList fields = fieldsOf(line, m_separator);
        for (qsizetype i = 0; i < std::min(fields.size(), m_columns.size()); ++i)
            values[m_columns[i]] = fields[i];
        m_bad = false;
        auto entry = entryFromText(values[u"name"_s]);
        if (!entry)
            return complainOfAddress(values[u"name"_s]);
        fill(*entry, values);
        if (!m_bad)
            add(*std::move(entry));
    }

    void fill(ServerEntry& entry, std::map<QString, QString>& values)
    {
        const auto https = flagOf(values[u"https"_s]);
        if (!https)
            complain(Kind::BadValue, u"https: "_s + values[u"https"_s]);
        if (https.value_or(false) && !entry.https) {
            entry.https = true;
            if (entry.port == winRmHttpPort)
                entry.port = winRmHttpsPort;
        }
        if (const QString port = values[u"port"_s]; !port.isEmpty()) {
            bool ok = false;
            entry.port = port.toUShort(&ok);
            if (!ok || entry.port == 0)
                complain(Kind::BadValue, u"port: "_s + port);
        }
        if (const QString user = values[u"user"_s]; !user.isEmpty())
            entry.user = user;
        const QString kind = values[u"kind"_s].toLower();
        if (kind == u"cluster"_s)
            entry.kind = ServerEntry::Kind::Cluster;
        else if (!kind.isEmpty() && kind != u"server"_s)
            complain(Kind::BadValue, u"kind: "_s + kind);
        entry.display = values[u"display"_s];
        entry.caFile = values[u"ca_file"_s];
        entry.proxy = values[u"proxy"_s];
        takeAuthentication(entry, values[u"authentication"_s].toLower());
        if (const QString spn = values[u"spn"_s]; !spn.isEmpty()) {
            const auto service = serviceClassOf(spn);
            if (!service)
                complain(Kind::BadValue, u"spn: "_s + spn);
            entry.serviceClass = service.value_or(QString());
        }
    }

    void takeAuthentication(ServerEntry& entry, const QString& name)
    {
        static const std::map<QString, Authentication> names{
            {QString(), Authentication::Negotiate},    {u"negotiate"_s, Authentication::Negotiate},
            {u"kerberos"_s, Authentication::Kerberos}, {u"ntlm"_s, Authentication::Ntlm},
            {u"basic"_s, Authentication::Basic},       {u"none"_s, Authentication::None}};
        const auto found = names.find(name);
        if (found == names.end())
            complain(Kind::BadValue, u"authentication: "_s + name);
        else
            entry.authentication = found->second;
    }

    ServerListText m_list;
    std::set<model::EntryId> m_ids;
    QStringList m_columns; ///< empty: one address per line
    QChar m_separator = u',';
    int m_line = 0;
    bool m_first = true;
    bool m_bad = false;
};

} // namespace

ServerListText serverListFromText(const QString& text)
{
    return Reader().read(text);
}

QString describe(const ListProblem& problem)
{
    const auto words = [&problem]() -> QString {
        switch (problem.kind) {
        case Kind::NotAnAddress:
            return u"not a host name or address: "_s + problem.value;
        case Kind::PasswordInLine:
            return u"passwords do not belong into a list"_s;
        case Kind::UnknownColumn:
            return u"no such column: %1; there are %2"_s.arg(problem.value, knownColumns().join(u", "_s));
        case Kind::BadValue:
            return u"not a usable value for "_s + problem.value;
        case Kind::Repeated:
            return u"listed twice: "_s + problem.value;
        case Kind::NoServers:
            break;
        }
        return u"the list names no server"_s;
    };
    return problem.line > 0 ? u"line %1: %2"_s.arg(problem.line).arg(words()) : words();
}

} // namespace hvgpu::fleet
