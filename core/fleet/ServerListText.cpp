#include "core/fleet/ServerListText.h"

#include "core/fleet/EntryChecks.h"
#include "core/fleet/EntryText.h"
#include "core/fleet/ListColumns.h"
#include "core/fleet/ListFields.h"
#include "core/fleet/ListRow.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

using namespace Qt::StringLiterals;

namespace hvgpu::fleet {
namespace {

using Kind = ListProblem::Kind;

constexpr std::array<QChar, 3> separators{u'\t', u';', u','};

QStringList linesOf(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    return text.split(u'\n');
}

/// What PowerShell draws below the headers of a table.
bool isRule(const QString& line)
{
    return std::ranges::all_of(line, [](QChar c) { return c == u'-' || c == u' '; });
}

class Reader
{
public:
    ServerListText read(const QString& text)
    {
        for (const QString& raw : linesOf(text)) {
            ++m_line;
            QString line = raw.trimmed();
            if (line.startsWith(QChar(0xFEFF)))
                line = line.mid(1).trimmed();
            if (line.isEmpty() || line.startsWith(u'#') || isRule(line) || isForExcel(line))
                continue;
            if (m_first && isHeader(line))
                readHeader(line);
            else if (m_headers.isEmpty())
                readAddress(line);
            else
                readRow(withoutEnd(raw));
            m_first = false;
        }
        if (m_list.entries.empty() && m_list.problems.empty())
            m_list.problems.push_back({0, Kind::NoServers, {}});
        return std::move(m_list);
    }

private:
    void complain(Kind kind, const QString& value = {}) { m_list.problems.push_back({m_line, kind, value}); }

    /// Separators at the end are empty fields, which trimming would take away.
    [[nodiscard]] QString withoutEnd(const QString& raw) const
    {
        return m_separator == u'\t' ? raw : raw.trimmed();
    }

    /// "sep=;" tells Excel the separator; it shows itself here.
    [[nodiscard]] bool isForExcel(const QString& line) const
    {
        return m_first && line.size() <= 5 && line.startsWith(u"sep="_s, Qt::CaseInsensitive);
    }

    void add(ServerEntry entry)
    {
        entry.id = entryIdFor(entry);
        if (!m_ids.insert(entry.id).second)
            return complain(Kind::Repeated, entry.name);
        m_list.entries.push_back(std::move(entry));
    }

    /// A line with a column for the names of servers, or with several others that are known.
    [[nodiscard]] bool isHeader(const QString& line)
    {
        for (const QChar separator : separators) {
            const QStringList fields = splitListLine(line, separator).values;
            int known = 0;
            bool names = false;
            for (const QString& field : fields) {
                const ListColumn column = listColumnOf(field);
                known += !field.isEmpty() && column != ListColumn::Unknown ? 1 : 0;
                names = names || column == ListColumn::Name;
            }
            m_separator = separator;
            if (names || known > 1)
                return true;
        }
        return false;
    }

    void readHeader(const QString& line)
    {
        m_headers = splitListLine(line, m_separator).values;
        for (const QString& header : std::as_const(m_headers)) {
            const ListColumn column = listColumnOf(header);
            if (column == ListColumn::Password)
                complain(Kind::PasswordInLine, header);
            else if (column == ListColumn::Unknown)
                complain(Kind::UnknownColumn, header);
            m_hasNames = m_hasNames || column == ListColumn::Name;
        }
        if (!m_hasNames)
            complain(Kind::NoNameColumn);
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
        const ListFields quoted = splitListLine(line, u'\n');
        if (quoted.openQuote)
            return complain(Kind::OpenQuote);
        auto entry = entryFromText(quoted.values.front());
        if (!entry)
            return complainOfAddress(quoted.values.front());
        entry->kind = kind;
        if (userProblem(entry->user))
            return complain(Kind::BadValue, u"user"_s);
        add(*std::move(entry));
    }

    /// What may hold a password is not repeated.
    void complainOfAddress(const QString& text)
    {
        const qsizetype at = text.lastIndexOf(u'@');
        const QString user = text.left(at).section(u"://"_s, -1);
        if (at >= 0 && user.contains(u':'))
            return complain(Kind::PasswordInLine);
        if (std::ranges::any_of(separators, [&text](QChar separator) { return text.contains(separator); }))
            return complain(m_headers.isEmpty() ? Kind::SeveralValues : Kind::NotAnAddress);
        const qsizetype space = text.indexOf(u' ');
        complain(Kind::NotAnAddress, space < 0 ? text : text.left(space) + u" …"_s);
    }

    void readRow(const QString& line)
    {
        if (!m_hasNames)
            return; // said once
        const ListFields fields = splitListLine(line, m_separator);
        if (fields.openQuote)
            return complain(Kind::OpenQuote);
        const QStringList surplus = fields.values.mid(m_headers.size());
        if (std::ranges::any_of(surplus, [](const QString& field) { return !field.isEmpty(); }))
            return complain(Kind::SurplusFields);
        const ListRow row = rowOf(fields.values);
        const auto name = row.find(ListColumn::Name);
        auto entry = entryFromText(name == row.end() ? QString() : name->second);
        if (!entry)
            return complainOfAddress(name == row.end() ? QString() : name->second);
        const std::vector<ListProblem> problems = fillFromRow(*entry, row);
        for (const ListProblem& problem : problems)
            complain(problem.kind, problem.value);
        if (problems.empty())
            add(*std::move(entry));
    }

    [[nodiscard]] ListRow rowOf(const QStringList& fields) const
    {
        ListRow row;
        std::optional<int> rank;
        for (qsizetype i = 0; i < std::min(fields.size(), m_headers.size()); ++i) {
            const ListColumn column = listColumnOf(m_headers[i]);
            if (fields[i].isEmpty())
                continue;
            if (column == ListColumn::Name) {
                const int own = nameRankOf(m_headers[i]);
                if (rank && *rank <= own)
                    continue;
                rank = own;
            }
            row[column] = fields[i];
        }
        return row;
    }

    ServerListText m_list;
    std::set<model::EntryId> m_ids;
    QStringList m_headers; ///< empty: one address per line
    QChar m_separator = u',';
    int m_line = 0;
    bool m_first = true;
    bool m_hasNames = false;
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
            return problem.value.isEmpty()
                       ? u"passwords do not belong into a list"_s
                       : u"passwords do not belong into a list: column "_s + problem.value;
        case Kind::UnknownColumn:
            return u"no such column: %1; there are %2"_s.arg(problem.value, listColumnNames().join(u", "_s));
        case Kind::BadValue:
            return u"not a usable value for "_s + problem.value;
        case Kind::Repeated:
            return u"listed twice: "_s + problem.value;
        case Kind::OpenQuote:
            return u"a quotation mark is not closed"_s;
        case Kind::SurplusFields:
            return u"more fields than the first line names columns"_s;
        case Kind::SeveralValues:
            return u"several values, but no first line that names the columns: "_s +
                   listColumnNames().join(u", "_s);
        case Kind::NoNameColumn:
            return u"no column \"name\" (or ComputerName, DNSHostName, Server, Host) for the servers"_s;
        case Kind::NoServers:
            break;
        }
        return u"the list names no server"_s;
    };
    return problem.line > 0 ? u"line %1: %2"_s.arg(problem.line).arg(words()) : words();
}

} // namespace hvgpu::fleet
