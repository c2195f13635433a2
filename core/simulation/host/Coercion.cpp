#include "core/simulation/host/Coercion.h"

#include "core/cim/Instance.h"
#include "core/cim/ObjectPath.h"
#include "core/cim/ValueText.h"

#include <utility>

namespace hvgpu::simulation {
namespace {

std::optional<cim::Value> coerceScalar(cim::Type type, const cim::Value& value)
{
    if (value.isNull())
        return cim::Value::null(type);
    if (value.type() == type && !value.isArray())
        return value;
    if (type == cim::Type::Object)
        return std::nullopt;
    if (type == cim::Type::Reference) {
        auto path = value.toReference();
        return path ? std::optional(cim::Value::reference(*std::move(path))) : std::nullopt;
    }
    if (type == cim::Type::DateTime) {
        const auto time = value.toDateTime();
        return time ? std::optional(cim::Value::dateTime(*time)) : std::nullopt;
    }
    const auto text = value.toString();
    if (!text)
        return std::nullopt;
    return type == cim::Type::String ? std::optional(cim::Value::string(*text))
                                     : cim::valueFromText(type, *text);
}

} // namespace

std::optional<cim::Value> coerce(const PropertyDeclaration& declaration, const cim::Value& value)
{
    if (value.isNull())
        return cim::Value::null(declaration.type, declaration.isArray);
    if (!declaration.isArray) {
        const auto elements = value.elements();
        return elements.size() == 1 ? coerceScalar(declaration.type, elements.front()) : std::nullopt;
    }
    std::vector<cim::Value> result;
    for (const cim::Value& element : value.elements()) {
        auto converted = coerceScalar(declaration.type, element);
        if (!converted)
            return std::nullopt;
        result.push_back(*std::move(converted));
    }
    return cim::Value::array(declaration.type, std::move(result));
}

} // namespace hvgpu::simulation
