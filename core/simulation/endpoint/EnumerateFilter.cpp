#include "core/simulation/endpoint/EnumerateFilter.h"

#include "core/simulation/endpoint/Namespaces.h"

#include <QRegularExpression>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

const XmlElement* filterOf(const XmlElement& enumerate)
{
    const XmlElement* filter = enumerate.child(uri::wsman, "Filter"_L1);
    return filter ? filter : enumerate.child(uri::enumeration, "Filter"_L1);
}

QString classOfQuery(const QString& wql)
{
    static const QRegularExpression from(u"\\bFROM\\s+(\\w+)"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression result(u"\\b(?:ResultClass|AssocClass)\\s*=\\s*(\\w+)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression object(u"\\{\\s*(?:[^\"{}]*:)?(\\w+)"_s);
    const bool isSelect = wql.trimmed().startsWith("SELECT"_L1, Qt::CaseInsensitive);
    if (isSelect)
        return from.match(wql).captured(1);
    const auto named = result.match(wql);
    return named.hasMatch() ? named.captured(1) : object.match(wql).captured(1);
}

Outcome<QueryRows> query(const OperationContext& context, const QString& nameSpace, const QString& wql)
{
    auto rows = context.provider.query(nameSpace, wql);
    if (!rows)
        return tl::unexpected(faults::fromProvider(rows.error(), true));
    return std::move(*rows);
}

Outcome<QueryRows> allOfClass(const OperationContext& context, const ResourceUri& resource)
{
    auto rows = context.provider.enumerate(resource.nameSpace, resource.className);
    if (!rows)
        return tl::unexpected(faults::fromProvider(rows.error(), false));
    return std::move(*rows);
}

QString trimmedChild(const XmlElement& holder, QLatin1String name)
{
    const XmlElement* element = holder.child(uri::binding, name);
    return element ? element->text.trimmed() : QString();
}

/// DSP0227's association filter said in WQL.
Outcome<QString> associationQuery(const OperationContext& context, const XmlElement& filter)
{
    const XmlElement* ends = filter.child(uri::binding, "AssociatedInstances"_L1);
    const XmlElement* links = filter.child(uri::binding, "AssociationInstances"_L1);
    const XmlElement* what = ends ? ends : links;
    const XmlElement* object = what ? what->child(uri::binding, "Object"_L1) : nullptr;
    const auto reference = object ? readReference(*object) : std::nullopt;
    if (!reference)
        return tl::unexpected(faults::cannotProcessFilter());
    const auto path = resolvePath(context.provider, reference->resourceUri, reference->selectors);
    if (!path)
        return tl::unexpected(path.error());
    QStringList conditions;
    const auto add = [&](const char* word, QLatin1String element) {
        if (const QString value = trimmedChild(*what, element); !value.isEmpty())
            conditions.append(QLatin1String(word) + u" = "_s + value);
    };
    if (ends)
        add("AssocClass", "AssociationClassName"_L1);
    add("ResultClass", "ResultClassName"_L1);
    add("Role", "Role"_L1);
    if (ends)
        add("ResultRole", "ResultRole"_L1);
    const QString where = conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u' ');
    return (ends ? u"ASSOCIATORS OF {"_s : u"REFERENCES OF {"_s) + path->toString() + u'}' + where;
}

bool matches(const cim::Instance& row, const std::vector<Selector>& selectors)
{
    return std::all_of(selectors.begin(), selectors.end(), [&](const Selector& selector) {
        return row.value(selector.name)
                   .toString()
                   .value_or(QString())
                   .compare(selector.value, Qt::CaseInsensitive) == 0;
    });
}

bool canSelect(const ClassDeclaration& declaration, const Selector& selector)
{
    const PropertyDeclaration* property = declaration.property(selector.name);
    return property && !property->isArray && property->type != cim::Type::DateTime &&
           property->type != cim::Type::Reference;
}

Outcome<QueryRows> selectRows(const OperationContext& context, const ResourceUri& resource,
                              const XmlElement& filter)
{
    const ClassDeclaration* declaration =
        context.provider.classDeclaration(resource.nameSpace, resource.className);
    auto rows = allOfClass(context, resource);
    if (!rows || !declaration)
        return rows;
    std::vector<Selector> selectors;
    if (const XmlElement* set = filter.child(uri::wsman, "SelectorSet"_L1))
        for (const XmlElement& element : set->children)
            selectors.push_back({element.attribute({}, "Name"_L1), element.text, nullptr});
    if (selectors.empty() || !std::all_of(selectors.begin(), selectors.end(),
                                          [&](const Selector& s) { return canSelect(*declaration, s); }))
        return tl::unexpected(faults::cannotProcessFilter());
    std::erase_if(rows->rows, [&](const cim::Instance& row) { return !matches(row, selectors); });
    return rows;
}

Outcome<QueryRows> filteredRows(const OperationContext& context, const ResourceUri& resource,
                                const XmlElement& filter)
{
    const QString dialect = filter.attribute({}, "Dialect"_L1).trimmed();
    if (dialect == uri::wql) {
        if (!resource.isWildcard() || !context.request.selectors.empty())
            return tl::unexpected(faults::queryNeedsWildcard());
        return query(context, resource.nameSpace, filter.text.trimmed());
    }
    if (dialect == uri::associationFilter) {
        if (!resource.isWildcard())
            return tl::unexpected(faults::invalidResourceUri());
        const auto wql = associationQuery(context, filter);
        return wql ? query(context, resource.nameSpace, *wql) : tl::unexpected(wql.error());
    }
    if (dialect == uri::selectorFilter && !resource.isWildcard())
        return selectRows(context, resource, filter);
    return tl::unexpected(faults::filterDialect());
}

} // namespace

EnumerateFilter runEnumerate(const OperationContext& context, const XmlElement& enumerate)
{
    const auto resource = parseResourceUri(context.request.resourceUri, context.request.selectors);
    if (!resource)
        return {{}, tl::unexpected(resource.error())};
    const QString about = requestedClass(context.request);
    if (const XmlElement* filter = filterOf(enumerate))
        return {about, filteredRows(context, *resource, *filter)};
    if (resource->isWildcard())
        return {about, tl::unexpected(faults::invalidResourceUri())};
    return {about, allOfClass(context, *resource)};
}

QString requestedClass(const WsmanRequest& request)
{
    const auto resource = parseResourceUri(request.resourceUri, request.selectors);
    if (!resource)
        return {};
    const XmlElement* content = request.content();
    const XmlElement* filter = content ? filterOf(*content) : nullptr;
    if (!resource->isWildcard() || !filter)
        return resource->className;
    if (filter->attribute({}, "Dialect"_L1).trimmed() == uri::wql)
        return classOfQuery(filter->text);
    for (const XmlElement& what : filter->children)
        if (const QString result = trimmedChild(what, "ResultClassName"_L1); !result.isEmpty())
            return result;
    return {};
}

} // namespace hvgpu::simulation
