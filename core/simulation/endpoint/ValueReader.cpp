#include "core/simulation/endpoint/ValueReader.h"

#include "core/simulation/endpoint/Namespaces.h"

#include <limits>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

std::optional<cim::Value> readUnsigned(cim::Type type, const QString& text, std::uint64_t largest)
{
    bool ok = false;
    const std::uint64_t number = text.toULongLong(&ok);
    if (!ok || number > largest)
        return std::nullopt;
    return cim::Value::unsignedInteger(type, number);
}

std::optional<cim::Value> readSigned(cim::Type type, const QString& text, std::int64_t smallest,
                                     std::int64_t largest)
{
    bool ok = false;
    const std::int64_t number = text.toLongLong(&ok);
    if (!ok || number < smallest || number > largest)
        return std::nullopt;
    return cim::Value::signedInteger(type, number);
}

template <class Number>
std::optional<cim::Value> readInteger(cim::Type type, const QString& text)
{
    using Limits = std::numeric_limits<Number>;
    if constexpr (std::is_signed_v<Number>)
        return readSigned(type, text, Limits::min(), Limits::max());
    else
        return readUnsigned(type, text, Limits::max());
}

std::optional<cim::Value> readBoolean(const QString& text)
{
    if (text.compare("true"_L1, Qt::CaseInsensitive) == 0 || text == "1"_L1)
        return cim::Value::boolean(true);
    if (text.compare("false"_L1, Qt::CaseInsensitive) == 0 || text == "0"_L1)
        return cim::Value::boolean(false);
    return std::nullopt;
}

std::optional<cim::Value> readReal(cim::Type type, const QString& text)
{
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok ? std::optional(cim::Value::real(type, number)) : std::nullopt;
}

std::optional<cim::Value> readDateTime(const QString& text)
{
    const auto iso = cim::DateTime::fromIso(text);
    const auto time = iso ? iso : cim::DateTime::fromCim(text);
    return time ? std::optional(cim::Value::dateTime(*time)) : std::nullopt;
}

std::optional<cim::Value> readPath(const QString& text)
{
    auto path = cim::ObjectPath::parse(text);
    return path ? std::optional(cim::Value::reference(std::move(*path))) : std::nullopt;
}

tl::unexpected<SoapFault> invalid()
{
    return tl::unexpected(faults::schemaValidation());
}

Outcome<cim::Value> readObject(const CimProvider& provider, const XmlElement& element)
{
    if (element.children.empty())
        return invalid();
    const QString nameSpace = element.children.front().nameSpace;
    const auto resource = parseResourceUri(nameSpace, {});
    if (!resource)
        return invalid();
    const ClassDeclaration* declaration = provider.classDeclaration(resource->nameSpace, resource->className);
    if (declaration == nullptr)
        return invalid();
    auto properties = readChildren(provider, element, declaration->properties, nameSpace);
    if (!properties)
        return tl::unexpected(properties.error());
    cim::Instance object(declaration->name, resource->nameSpace);
    for (cim::Property& property : *properties)
        object.append(std::move(property.name), std::move(property.value));
    return cim::Value::object(std::move(object));
}

Outcome<cim::Value> readReferenceValue(const CimProvider& provider, const XmlElement& element)
{
    const auto reference = readReference(element); // nothing directly inside when a wrapper was sent
    if (!reference)
        return invalid();
    auto path = resolvePath(provider, reference->resourceUri, reference->selectors);
    if (!path)
        return tl::unexpected(path.error());
    return cim::Value::reference(std::move(*path));
}

Outcome<cim::Value> readScalar(const CimProvider& provider, const PropertyDeclaration& declaration,
                               const XmlElement& element)
{
    if (element.isNil())
        return cim::Value::null(declaration.type);
    if (declaration.type == cim::Type::Reference)
        return readReferenceValue(provider, element);
    if (declaration.type == cim::Type::Object)
        return readObject(provider, element);
    QString text = element.text;
    if (declaration.type == cim::Type::DateTime && element.children.size() == 1)
        text = element.children.front().text;
    else if (!element.children.empty())
        return invalid();
    auto value = readText(declaration, text);
    if (!value)
        return invalid();
    return *value;
}

} // namespace

std::optional<cim::Value> readText(const PropertyDeclaration& declaration, const QString& text)
{
    const QString trimmed = text.trimmed();
    switch (declaration.type) {
    case cim::Type::Boolean:
        return readBoolean(trimmed);
    case cim::Type::UInt8:
        return readInteger<std::uint8_t>(declaration.type, trimmed);
    case cim::Type::UInt16:
    case cim::Type::Char16:
        return readInteger<std::uint16_t>(declaration.type, trimmed);
    case cim::Type::UInt32:
        return readInteger<std::uint32_t>(declaration.type, trimmed);
    case cim::Type::UInt64:
        return readInteger<std::uint64_t>(declaration.type, trimmed);
    case cim::Type::SInt8:
        return readInteger<std::int8_t>(declaration.type, trimmed);
    case cim::Type::SInt16:
        return readInteger<std::int16_t>(declaration.type, trimmed);
    case cim::Type::SInt32:
        return readInteger<std::int32_t>(declaration.type, trimmed);
    case cim::Type::SInt64:
        return readInteger<std::int64_t>(declaration.type, trimmed);
    case cim::Type::Real32:
    case cim::Type::Real64:
        return readReal(declaration.type, trimmed);
    case cim::Type::DateTime:
        return readDateTime(trimmed);
    case cim::Type::Reference:
        return readPath(trimmed);
    case cim::Type::String:
        return cim::Value::string(text);
    case cim::Type::Object:
        break;
    }
    return std::nullopt;
}

Outcome<cim::Value> readElements(const CimProvider& provider, const PropertyDeclaration& declaration,
                                 const std::vector<const XmlElement*>& elements)
{
    if (!declaration.isArray)
        return elements.size() == 1 ? readScalar(provider, declaration, *elements.front())
                                    : Outcome<cim::Value>(invalid());
    if (elements.size() == 1 && elements.front()->isNil())
        return cim::Value::null(declaration.type, true);
    std::vector<cim::Value> items;
    for (const XmlElement* element : elements) {
        auto item = readScalar(provider, declaration, *element);
        if (!item)
            return item;
        items.push_back(std::move(*item));
    }
    return cim::Value::array(declaration.type, std::move(items));
}

Outcome<std::vector<cim::Property>> readChildren(const CimProvider& provider, const XmlElement& holder,
                                                 const std::vector<PropertyDeclaration>& declarations,
                                                 const QString& nameSpace)
{
    std::size_t used = 0;
    std::vector<cim::Property> properties;
    for (const PropertyDeclaration& declaration : declarations) {
        std::vector<const XmlElement*> elements;
        for (const XmlElement& child : holder.children)
            if (child.name.compare(declaration.name, Qt::CaseInsensitive) == 0 &&
                (nameSpace.isEmpty() || child.nameSpace.compare(nameSpace, Qt::CaseInsensitive) == 0))
                elements.push_back(&child);
        if (elements.empty())
            continue;
        used += elements.size();
        auto value = readElements(provider, declaration, elements);
        if (!value)
            return tl::unexpected(value.error());
        properties.push_back({declaration.name, std::move(*value)});
    }
    if (used != holder.children.size())
        return invalid();
    return properties;
}

} // namespace hvgpu::simulation
