#include "core/cim/Instance.h"

#include "core/cim/Names.h"

#include <algorithm>
#include <utility>

namespace hvgpu::cim {
namespace {

const Property* find(const std::vector<Property>& properties, QStringView name) noexcept
{
    const auto found = std::find_if(properties.begin(), properties.end(), [name](const Property& property) {
        return sameName(property.name, name);
    });
    return found == properties.end() ? nullptr : &*found;
}

} // namespace

Instance::Instance(QString className, QString nameSpace)
    : m_className(std::move(className))
    , m_namespace(canonicalNamespace(nameSpace))
{}

bool Instance::contains(QStringView name) const
{
    return find(m_properties, name) != nullptr;
}

const Value& Instance::value(QStringView name) const
{
    static const Value missing;
    const Property* const property = find(m_properties, name);
    return property ? property->value : missing;
}

void Instance::set(QString name, Value value)
{
    const auto found =
        std::find_if(m_properties.begin(), m_properties.end(),
                     [&name](const Property& property) { return sameName(property.name, name); });
    if (found == m_properties.end())
        append(std::move(name), std::move(value));
    else
        found->value = std::move(value);
}

bool operator==(const Instance& a, const Instance& b)
{
    if (!sameName(a.m_className, b.m_className) || a.m_properties.size() != b.m_properties.size())
        return false;
    if (!a.m_namespace.isEmpty() && !b.m_namespace.isEmpty() && !sameName(a.m_namespace, b.m_namespace))
        return false;
    const auto isInB = [&b](const Property& property) {
        const Property* const other = find(b.m_properties, property.name);
        return other && other->value == property.value;
    };
    return a.m_path == b.m_path && std::all_of(a.m_properties.begin(), a.m_properties.end(), isInB);
}

} // namespace hvgpu::cim
