#include "core/simulation/host/Traversal.h"

#include "core/simulation/host/Errors.h"
#include "core/simulation/host/Sources.h"

#include <QSet>

#include <optional>
#include <utility>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

class Traversal
{
public:
    Traversal(const World& world, std::size_t host, const QString& nameSpace, const wql::Query& query)
        : m_world(world)
        , m_host(host)
        , m_namespace(nameSpace)
        , m_query(query)
    {}

    base::Result<std::vector<cim::Instance>> run()
    {
        auto anchor = cim::ObjectPath::parse(m_query.objectPath);
        if (!anchor)
            return base::fail(wmiError(Hr::InvalidQuery, u"Query"_s, m_query.objectPath));
        const ClassInfo* const anchorClass = classOf(anchor->className());
        if (!anchorClass || !areClassesKnown())
            return base::fail(wmiError(Hr::InvalidClass, u"Query"_s, m_query.objectPath));
        const auto object = findObject(m_world, m_host, *anchorClass, *anchor);
        if (!object)
            return base::fail(wmiError(Hr::NotFound, u"Query"_s, m_query.objectPath));
        m_anchor = *object->path();
        for (const cim::Key& key : m_anchor.keys()) {
            if (auto hint = vmHint(m_world, key.name, key.value); hint && !hint->isEmpty())
                m_filter.onlyVm = *std::move(hint);
        }
        visitAssociations();
        return std::move(m_rows);
    }

private:
    const ClassInfo* classOf(const QString& name) const
    {
        return ClassCatalogue::builtIn().find(m_namespace, name);
    }

    bool areClassesKnown() const
    {
        return (m_query.resultClass.isEmpty() || classOf(m_query.resultClass)) &&
               (m_query.assocClass.isEmpty() || classOf(m_query.assocClass));
    }

    void visitAssociations()
    {
        const bool references = m_query.kind == wql::Query::Kind::References;
        const QString& wanted = references ? m_query.resultClass : m_query.assocClass;
        for (const ClassInfo* const info : ClassCatalogue::builtIn().classes(m_namespace)) {
            if (!info->declaration.isAssociation || (!wanted.isEmpty() && !info->isA(wanted)))
                continue;
            std::vector<cim::Instance> links;
            collectRows(m_world, m_host, *info, m_filter, links);
            for (const cim::Instance& link : links)
                visitLink(*info, link);
        }
    }

    void visitLink(const ClassInfo& info, const cim::Instance& link)
    {
        for (const PropertyDeclaration& end : info.declaration.properties) {
            if (end.type != cim::Type::Reference || !matchesRole(m_query.role, end.name))
                continue;
            const auto path = link.value(end.name).toReference();
            if (!path || !(*path == m_anchor))
                continue;
            if (m_query.kind == wql::Query::Kind::References)
                m_rows.push_back(link);
            else
                visitOtherEnds(info, link, end.name);
        }
    }

    void visitOtherEnds(const ClassInfo& info, const cim::Instance& link, const QString& ownEnd)
    {
        for (const PropertyDeclaration& end : info.declaration.properties) {
            if (end.type != cim::Type::Reference || end.name == ownEnd ||
                !matchesRole(m_query.resultRole, end.name))
                continue;
            if (const auto path = link.value(end.name).toReference())
                addObject(*path);
        }
    }

    void addObject(const cim::ObjectPath& path)
    {
        const ClassInfo* const info = classOf(path.className());
        if (!info || (!m_query.resultClass.isEmpty() && !info->isA(m_query.resultClass)))
            return;
        const QString key = path.relativePath().toLower();
        if (m_seen.contains(key))
            return;
        m_seen.insert(key);
        if (m_query.classDefsOnly) {
            addDefinition(*info);
            return;
        }
        if (auto object = findObject(m_world, m_host, *info, path))
            m_rows.push_back(*std::move(object));
    }

    void addDefinition(const ClassInfo& info)
    {
        const QString key = u"class "_s + info.declaration.name;
        if (m_seen.contains(key))
            return;
        m_seen.insert(key);
        cim::Instance definition(info.declaration.name, info.nameSpace);
        definition.setPath({m_world.hosts[m_host].name, info.nameSpace, info.declaration.name});
        m_rows.push_back(std::move(definition));
    }

    static bool matchesRole(const QString& role, const QString& name)
    {
        return role.isEmpty() || role.compare(name, Qt::CaseInsensitive) == 0;
    }

    const World& m_world;
    std::size_t m_host;
    const QString& m_namespace;
    const wql::Query& m_query;
    cim::ObjectPath m_anchor;
    RowFilter m_filter;
    QSet<QString> m_seen;
    std::vector<cim::Instance> m_rows;
};

} // namespace

base::Result<std::vector<cim::Instance>> traverse(const World& world, std::size_t host,
                                                  const QString& nameSpace, const wql::Query& query)
{
    return Traversal(world, host, nameSpace, query).run();
}

} // namespace hvgpu::simulation
