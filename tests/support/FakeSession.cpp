#include "tests/support/FakeSession.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::tests {

namespace {

struct Select
{
    QStringList columns;
    QString className;
    QString property;
    QString value;
    bool prefix = false;
    QStringList flags; ///< "Name=TRUE OR …" instead: one of them must be true
};

/// ASSOCIATORS OF answers with every row of the result class.
Select parse(const QString& wql)
{
    static const QRegularExpression associators(
        u"^\\s*ASSOCIATORS\\s+OF\\s+\\{.*\\}\\s+WHERE\\s+.*ResultClass\\s*=\\s*(\\w+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (const QRegularExpressionMatch related = associators.match(wql); related.hasMatch())
        return {{}, related.captured(1), {}, {}, false, {}};
    static const QRegularExpression form(u"^\\s*SELECT\\s+(.+?)\\s+FROM\\s+(\\w+)(?:\\s+WHERE\\s+(?:(\\w+)"
                                         u"\\s*(=|LIKE)\\s*(?:'([^']*)'|(\\d+))|"
                                         "(\\w+=TRUE(?:\\s+OR\\s+\\w+=TRUE)*)))?\\s*$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(wql);
    Q_ASSERT_X(match.hasMatch(), "FakeSession", qPrintable(wql));
    Select select;
    if (match.captured(1).trimmed() != u"*"_s)
        for (const QString& column : match.captured(1).split(u','))
            select.columns.append(column.trimmed());
    select.className = match.captured(2);
    select.property = match.captured(3);
    select.prefix = match.captured(4).compare(u"LIKE"_s, Qt::CaseInsensitive) == 0;
    select.value = match.captured(5) + match.captured(6);
    if (select.prefix)
        select.value.chop(1);
    for (const QString& flag : match.captured(7).split(u" OR "_s, Qt::SkipEmptyParts))
        select.flags.append(flag.section(u'=', 0, 0).trimmed());
    return select;
}

bool matches(const cim::Instance& row, const Select& select)
{
    if (!select.flags.isEmpty())
        return std::any_of(select.flags.begin(), select.flags.end(),
                           [&row](const QString& flag) { return row.value(flag).toString() == u"true"_s; });
    if (select.property.isEmpty())
        return true;
    const QString text = row.value(select.property).toString().value_or(QString());
    return select.prefix ? text.startsWith(select.value) : text == select.value;
}

cim::Instance project(const cim::Instance& row, const QStringList& columns)
{
    if (columns.isEmpty())
        return row;
    cim::Instance result(row.className(), row.nameSpace());
    for (const QString& column : columns)
        result.set(column, row.value(column));
    return result;
}

} // namespace

base::Error makeError(base::Layer layer, base::ErrorCode code)
{
    base::Error error;
    error.layer = layer;
    error.code = code;
    error.operation = u"Fake"_s;
    return error;
}

cim::Instance row(const QString& className, const std::vector<std::pair<QString, QString>>& values)
{
    cim::Instance instance(className);
    for (const auto& [name, value] : values)
        instance.set(name, cim::Value::string(value));
    return instance;
}

void FakeSession::setRows(const QString& className, std::vector<cim::Instance> rows)
{
    m_rows[className] = std::move(rows);
}

void FakeSession::addRow(const cim::Instance& row)
{
    m_rows[row.className()].push_back(row);
}

void FakeSession::setUnknownColumn(const QString& className, const QString& column)
{
    m_unknownColumns.emplace(className, column);
}

void FakeSession::setMissingNamespace(const QString& nameSpace)
{
    m_missingNamespaces.insert(nameSpace);
}

void FakeSession::setMethod(const QString& className, const QString& method, Method body)
{
    m_methods[className + u'.' + method] = std::move(body);
}

void FakeSession::setFailure(const QString& className, const base::Error& error, int times)
{
    m_failures[className] = {error, times};
}

std::optional<base::Error> FakeSession::begin(const QString& call, const QString& nameSpace,
                                              const QString& className, const wmi::CallOptions& options)
{
    if (m_beforeCall)
        m_beforeCall();
    m_calls.append(call);
    ++m_statistics.roundTrips;
    m_statistics.bytesReceived += 100;
    if (options.stop.stop_requested())
        return makeError(base::Layer::Local, base::ErrorCode::Cancelled);
    if (m_dead)
        return m_dead;
    if (m_missingNamespaces.contains(nameSpace))
        return makeError(base::Layer::Wmi, base::ErrorCode::InvalidNamespace);
    const auto failure = m_failures.find(className);
    if (failure == m_failures.end() || failure->second.times == 0)
        return std::nullopt;
    if (failure->second.times > 0)
        --failure->second.times;
    return failure->second.error;
}

base::Result<void> FakeSession::query(const QString& nameSpace, const QString& wql, const wmi::RowSink& sink,
                                      const wmi::CallOptions& options)
{
    const Select select = parse(wql);
    if (const std::optional<base::Error> error = begin(wql, nameSpace, select.className, options))
        return base::fail(*error);
    for (const QString& column : select.columns)
        if (m_unknownColumns.contains({select.className, column}))
            return base::fail(makeError(base::Layer::Wmi, base::ErrorCode::InvalidQuery));
    for (const cim::Instance& instance : m_rows[select.className])
        if (matches(instance, select) && !sink(project(instance, select.columns)))
            break;
    return {};
}

base::Result<cim::Instance> FakeSession::get(const cim::ObjectPath& path, const wmi::CallOptions& options)
{
    if (const std::optional<base::Error> error = begin(u"Get"_s, path.nameSpace(), path.className(), options))
        return base::fail(*error);
    return base::fail(makeError(base::Layer::Wmi, base::ErrorCode::NotFound));
}

base::Result<cim::Instance> FakeSession::put(const cim::ObjectPath& path, const std::vector<cim::Property>&,
                                             const wmi::CallOptions& options)
{
    if (const std::optional<base::Error> error = begin(u"Put"_s, path.nameSpace(), path.className(), options))
        return base::fail(*error);
    return base::fail(makeError(base::Layer::Wmi, base::ErrorCode::ReadOnly));
}

base::Result<wmi::InvokeResult> FakeSession::invoke(const cim::ObjectPath& target, const QString& method,
                                                    const std::vector<cim::Property>& parameters,
                                                    const wmi::CallOptions& options)
{
    const QString call = target.className() + u'.' + method;
    if (const std::optional<base::Error> error = begin(call, target.nameSpace(), target.className(), options))
        return base::fail(*error);
    const auto body = m_methods.find(call);
    if (body == m_methods.end())
        return base::fail(makeError(base::Layer::Wmi, base::ErrorCode::Unsupported));
    return body->second(target, parameters);
}

base::Result<wmi::Identity> FakeSession::identify(const wmi::CallOptions& options)
{
    if (const std::optional<base::Error> error = begin(u"Identify"_s, {}, {}, options))
        return base::fail(*error);
    return wmi::Identity{u"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"_s, u"Fake"_s, u"OS: 10.0.26100"_s};
}

} // namespace hvgpu::tests
