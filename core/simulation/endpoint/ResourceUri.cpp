#include "core/simulation/endpoint/ResourceUri.h"

#include "core/simulation/endpoint/Namespaces.h"
#include "core/simulation/endpoint/ValueReader.h"

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

bool isNamespaceSelector(const Selector& selector)
{
    return selector.name.compare("__cimnamespace"_L1, Qt::CaseInsensitive) == 0;
}

QString selectedNamespace(const std::vector<Selector>& selectors)
{
    for (const Selector& selector : selectors)
        if (isNamespaceSelector(selector))
            return cim::canonicalNamespace(selector.value.trimmed());
    return {};
}

Outcome<cim::Key> readKey(const CimProvider& provider, const ClassDeclaration& declaration,
                          const Selector& selector)
{
    const PropertyDeclaration* property = declaration.property(selector.name);
    if (property == nullptr || !property->isKey)
        return tl::unexpected(faults::unexpectedSelectors());
    if (selector.reference) {
        auto path = resolvePath(provider, selector.reference->resourceUri, selector.reference->selectors);
        if (!path)
            return tl::unexpected(path.error());
        return cim::Key{property->name, cim::Value::reference(*path)};
    }
    auto value = readText(*property, selector.value);
    if (!value)
        return tl::unexpected(faults::unexpectedSelectors());
    return cim::Key{property->name, *value};
}

} // namespace

Outcome<ResourceUri> parseResourceUri(const QString& text, const std::vector<Selector>& selectors)
{
    const QString uriText = text.trimmed();
    const QString selected = selectedNamespace(selectors);
    if (uriText.startsWith(uri::wmiRoot, Qt::CaseInsensitive)) {
        const QString rest = uriText.mid(uri::wmiRoot.size());
        const qsizetype slash = rest.lastIndexOf(u'/');
        if (slash <= 0 || slash + 1 == rest.size())
            return tl::unexpected(faults::invalidResourceUri());
        ResourceUri result{cim::canonicalNamespace(QStringView(rest).left(slash)), rest.mid(slash + 1)};
        if (!selected.isEmpty() && selected.compare(result.nameSpace, Qt::CaseInsensitive) != 0)
            return tl::unexpected(
                faults::internalError(u"The __cimnamespace selector differs from the URI. "_s));
        return result;
    }
    const QString dmtfNamespace = selected.isEmpty() ? u"root\\hardware"_s : selected;
    if (uriText.compare(uri::dmtfAll, Qt::CaseInsensitive) == 0)
        return ResourceUri{dmtfNamespace, u"*"_s};
    if (uriText.startsWith(uri::dmtfRoot, Qt::CaseInsensitive) && uriText.size() > uri::dmtfRoot.size())
        return ResourceUri{dmtfNamespace, uriText.mid(uri::dmtfRoot.size())};
    return tl::unexpected(faults::invalidResourceUri());
}

Outcome<cim::ObjectPath> resolvePath(const CimProvider& provider, const QString& resourceUri,
                                     const std::vector<Selector>& selectors)
{
    const auto resource = parseResourceUri(resourceUri, selectors);
    if (!resource)
        return tl::unexpected(resource.error());
    const ClassDeclaration* declaration = provider.classDeclaration(resource->nameSpace, resource->className);
    if (declaration == nullptr) {
        SoapFault fault = faults::notFound();
        fault.detail = "InvalidResourceURI";
        return tl::unexpected(fault);
    }
    std::vector<cim::Key> keys;
    for (const Selector& selector : selectors) {
        if (isNamespaceSelector(selector))
            continue;
        auto key = readKey(provider, *declaration, selector);
        if (!key)
            return tl::unexpected(key.error());
        keys.push_back(std::move(*key));
    }
    cim::ObjectPath path({}, resource->nameSpace, declaration->name, std::move(keys));
    path.setSingleton(path.keys().empty() && declaration->isSingleton);
    return path;
}

} // namespace hvgpu::simulation
