#include "core/wmi/wsman/NodeValue.h"

#include "core/wmi/wsman/ResourceUri.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

bool isDateElement(const XmlNode& node)
{
    return (node.space == Space::CimCommon || node.space == Space::None) &&
           (node.name == "Datetime"_L1 || node.name == "Interval"_L1 || node.name == "CIM_DateTime"_L1);
}

cim::Value dateValue(const XmlNode& node)
{
    if (!node.children.empty() && isDateElement(node.children.front()))
        return dateValue(node.children.front());
    const QStringView text = QStringView(node.text).trimmed();
    if (const auto iso = cim::DateTime::fromIso(text))
        return cim::Value::dateTime(*iso);
    if (const auto native = cim::DateTime::fromCim(text))
        return cim::Value::dateTime(*native);
    return cim::Value::string(text.toString());
}

cim::Value selectorValue(const XmlNode& selector)
{
    if (const XmlNode* epr = selector.child(u"EndpointReference"))
        return cim::Value::reference(pathFromEpr(epr->children));
    return cim::Value::string(selector.text);
}

QString classOfType(QStringView typeName)
{
    QStringView local = typeName.trimmed().mid(typeName.trimmed().lastIndexOf(u':') + 1);
    if (local.endsWith("_Type"_L1))
        local.chop(5);
    return local.toString();
}

cim::Value objectValue(const std::vector<XmlNode>& children, QStringView typeName)
{
    const XmlNode& first = children.front();
    QString className = classOfType(typeName);
    if (className.isEmpty())
        className = first.className;
    cim::Instance object(className, first.cimNamespace);
    object.reserve(children.size());
    for (std::size_t i = 0; i < children.size();) {
        const QString& name = children[i].name;
        cim::Value value = valueFromNode(children[i++]);
        if (i == children.size() || children[i].name != name) {
            object.append(name, std::move(value));
            continue;
        }
        std::vector<cim::Value> elements{std::move(value)};
        for (; i < children.size() && children[i].name == name; ++i)
            elements.push_back(valueFromNode(children[i]));
        object.append(name, valueFromElements(std::move(elements)));
    }
    return cim::Value::object(std::move(object));
}

} // namespace

bool isBlank(QStringView text)
{
    return std::ranges::all_of(text,
                               [](QChar c) { return c == u' ' || c == u'\n' || c == u'\r' || c == u'\t'; });
}

cim::ObjectPath pathFromEpr(const std::vector<XmlNode>& parts)
{
    const auto parameters = std::ranges::find(parts, "ReferenceParameters"_L1, &XmlNode::name);
    if (parameters == parts.end())
        return {};
    const XmlNode* resource = parameters->child(u"ResourceURI");
    if (resource == nullptr)
        return {};
    const ResourceUri uri = ResourceUri::parse(resource->text);
    QString nameSpace = uri.nameSpace;
    std::vector<cim::Key> keys;
    if (const XmlNode* selectors = parameters->child(u"SelectorSet")) {
        for (const XmlNode& selector : selectors->children) {
            const QString name = selector.attribute(u"Name");
            if (name.compare("__cimnamespace"_L1, Qt::CaseInsensitive) == 0)
                nameSpace = cim::canonicalNamespace(selector.text);
            else
                keys.push_back({name, selectorValue(selector)});
        }
    }
    const bool singleton = keys.empty();
    cim::ObjectPath path({}, nameSpace, uri.className, std::move(keys));
    path.setSingleton(singleton && !uri.className.isEmpty());
    return path;
}

cim::Value valueFromChildren(const std::vector<XmlNode>& children, QStringView typeName)
{
    const XmlNode& first = children.front();
    if (children.size() == 1 && isDateElement(first))
        return dateValue(first);
    if (first.space == Space::Addressing) {
        const bool wrapped = first.name == "EndpointReference"_L1;
        return cim::Value::reference(pathFromEpr(wrapped ? first.children : children));
    }
    return objectValue(children, typeName);
}

cim::Value valueFromNode(const XmlNode& node)
{
    if (node.isNil)
        return cim::Value::null(cim::Type::String, node.attribute(u"IsNullArray") == "true"_L1);
    if (!node.children.empty())
        return valueFromChildren(node.children, node.attribute(u"type"));
    return cim::Value::string(isBlank(node.text) ? QString(u""_s) : node.text);
}

cim::Value valueFromElements(std::vector<cim::Value>&& elements)
{
    if (elements.size() == 1)
        return std::move(elements.front());
    const auto typed =
        std::ranges::find_if(elements, [](const cim::Value& value) { return !value.isNull(); });
    const cim::Type type = typed == elements.end() ? cim::Type::String : typed->type();
    return cim::Value::array(type, std::move(elements));
}

} // namespace hvgpu::wsman
