#include "core/simulation/host/HostProvider.h"

#include "core/simulation/host/Errors.h"
#include "core/simulation/host/Methods.h"
#include "core/simulation/host/Paths.h"
#include "core/simulation/host/Sources.h"
#include "core/simulation/host/Traversal.h"
#include "core/simulation/host/Writes.h"
#include "core/simulation/wql/Evaluator.h"
#include "core/simulation/wql/Parser.h"

#include <algorithm>
#include <utility>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

cim::Instance project(const cim::Instance& row, const QStringList& columns)
{
    cim::Instance result(row.className(), row.nameSpace());
    for (const QString& column : columns) {
        if (row.contains(column))
            result.append(column, row.value(column));
    }
    if (row.path())
        result.setPath(*row.path());
    return result;
}

RowFilter filterOf(const World& world, const wql::Query& query, const ClassInfo& info)
{
    RowFilter filter;
    for (const wql::Equality& equality : wql::equalities(query)) {
        if (auto hint = vmHint(world, equality.property, equality.value);
            hint && info.nameSpace == virtualizationNamespace)
            filter.onlyVm = *std::move(hint);
    }
    return filter;
}

} // namespace

HostProvider::HostProvider(std::shared_ptr<World> world, std::size_t hostIndex)
    : m_world(std::move(world))
    , m_hostIndex(hostIndex)
    , m_name(m_world->hosts[hostIndex].name)
    , m_version(m_world->hosts[hostIndex].systemVersion)
    , m_hyperV(m_world->hosts[hostIndex].hyperV)
    , m_clustered(m_world->cluster.has_value())
    , m_deviceGuard(m_world->hosts[hostIndex].dmaProtection.has_value())
{}

bool HostProvider::hasNamespace(const QString& nameSpace) const
{
    const QString canonical = cim::canonicalNamespace(nameSpace);
    const auto is = [&canonical](const QString& known) {
        return canonical.compare(known, Qt::CaseInsensitive) == 0;
    };
    if (is(virtualizationNamespace))
        return m_hyperV;
    if (is(clusterNamespace))
        return m_clustered;
    if (is(deviceGuardNamespace))
        return m_deviceGuard;
    return ClassCatalogue::builtIn().hasNamespace(canonical);
}

const ClassDeclaration* HostProvider::classDeclaration(const QString& nameSpace,
                                                       const QString& className) const
{
    const auto info = findClass(nameSpace, className, {});
    return info ? &(*info)->declaration : nullptr;
}

base::Result<const ClassInfo*> HostProvider::findClass(const QString& nameSpace, const QString& className,
                                                       const QString& operation) const
{
    if (!hasNamespace(nameSpace))
        return base::fail(wmiError(Hr::InvalidNamespace, operation, nameSpace));
    const ClassInfo* const info =
        ClassCatalogue::builtIn().find(cim::canonicalNamespace(nameSpace), className);
    if (!info)
        return base::fail(wmiError(Hr::InvalidClass, operation, className));
    return info;
}

base::Result<QueryRows> HostProvider::query(const QString& nameSpace, const QString& wqlText)
{
    if (!hasNamespace(nameSpace))
        return base::fail(wmiError(Hr::InvalidNamespace, u"Query"_s, nameSpace));
    const auto query = wql::parse(wqlText);
    if (!query)
        return base::fail(wmiError(Hr::InvalidQuery, u"Query"_s, wqlText));
    if (query->kind == wql::Query::Kind::Select)
        return select(nameSpace, *query, wqlText);
    const std::scoped_lock lock(m_world->mutex());
    m_world->advance();
    auto rows = traverse(*m_world, m_hostIndex, cim::canonicalNamespace(nameSpace), *query);
    if (!rows)
        return base::fail(rows.error());
    return QueryRows{{}, *std::move(rows)};
}

base::Result<QueryRows> HostProvider::select(const QString& nameSpace, const wql::Query& query,
                                             const QString& text)
{
    const auto info = findClass(nameSpace, query.className, u"Query"_s);
    if (!info)
        return base::fail(info.error());
    if (!wql::isValidFor(query, **info))
        return base::fail(wmiError(Hr::InvalidQuery, u"Query"_s, text));
    QueryRows result{query.columns, {}};
    const std::scoped_lock lock(m_world->mutex());
    m_world->advance();
    RowFilter filter = filterOf(*m_world, query, **info);
    for (const ClassInfo* const candidate : ClassCatalogue::withDerived(**info)) {
        if (!query.where.empty()) {
            filter.accept = [&query, candidate](const cim::Instance& row) {
                return wql::matches(query.where.front(), row, *candidate);
            };
        }
        collectRows(*m_world, m_hostIndex, *candidate, filter, result.rows);
    }
    if (!query.columns.isEmpty()) {
        for (cim::Instance& row : result.rows)
            row = project(row, query.columns);
    }
    return result;
}

base::Result<QueryRows> HostProvider::enumerate(const QString& nameSpace, const QString& className)
{
    wql::Query query;
    query.className = className;
    return select(nameSpace, query, className);
}

base::Result<cim::Instance> HostProvider::get(const cim::ObjectPath& path)
{
    const auto info = findClass(path.nameSpace(), path.className(), u"Get"_s);
    if (!info)
        return base::fail(info.error());
    const std::scoped_lock lock(m_world->mutex());
    m_world->advance();
    auto row = findObject(*m_world, m_hostIndex, **info, path);
    if (!row)
        return base::fail(wmiError(Hr::NotFound, u"Get"_s, path.toString()));
    return *std::move(row);
}

base::Result<cim::Instance> HostProvider::put(const cim::ObjectPath& path,
                                              const std::vector<cim::Property>& changes)
{
    const auto info = findClass(path.nameSpace(), path.className(), u"Put"_s);
    if (!info)
        return base::fail(info.error());
    const std::scoped_lock lock(m_world->mutex());
    m_world->advance();
    auto row = findObject(*m_world, m_hostIndex, **info, path);
    if (!row)
        return base::fail(wmiError(Hr::NotFound, u"Put"_s, path.toString()));
    if (auto written = write(*m_world, m_hostIndex, **info, *row, changes); !written)
        return base::fail(written.error());
    row = findObject(*m_world, m_hostIndex, **info, path);
    return row ? base::Result<cim::Instance>(*std::move(row))
               : base::fail(wmiError(Hr::NotFound, u"Put"_s, path.toString()));
}

base::Result<MethodOutcome> HostProvider::invoke(const cim::ObjectPath& target, const QString& method,
                                                 const std::vector<cim::Property>& inParameters)
{
    const auto info = findClass(target.nameSpace(), target.className(), u"Invoke "_s + method);
    if (!info)
        return base::fail(info.error());
    const std::scoped_lock lock(m_world->mutex());
    m_world->advance();
    return invokeMethod(*m_world, m_hostIndex, **info, target, method, inParameters);
}

} // namespace hvgpu::simulation
