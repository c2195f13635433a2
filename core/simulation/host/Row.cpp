#include "core/simulation/host/Row.h"

#include <algorithm>
#include <utility>

namespace hvgpu::simulation {
namespace {

/// Windows writes the keys of a path in alphabetical order.
std::vector<cim::Key> sorted(std::vector<cim::Key> keys)
{
    std::sort(keys.begin(), keys.end(), [](const cim::Key& a, const cim::Key& b) { return a.name < b.name; });
    return keys;
}

} // namespace

Row::Row(const ClassInfo& info, QString hostName)
    : m_info(&info)
    , m_hostName(std::move(hostName))
    , m_values(info.defaults)
{}

Row& Row::set(QStringView name, cim::Value value)
{
    const qsizetype index = m_info->indexOf(name);
    Q_ASSERT_X(index >= 0, "Row::set", qPrintable(name.toString()));
    if (index >= 0)
        m_values[static_cast<std::size_t>(index)] = std::move(value);
    return *this;
}

Row& Row::set(QStringView name, const cim::ObjectPath& path)
{
    if (typeOf(name) == cim::Type::Reference)
        return set(name, cim::Value::reference(path));
    return set(name, cim::Value::string(path.toString()));
}

Row& Row::number(QStringView name, std::uint64_t value)
{
    return set(name, cim::Value::unsignedInteger(typeOf(name), value));
}

Row& Row::signedNumber(QStringView name, std::int64_t value)
{
    return set(name, cim::Value::signedInteger(typeOf(name), value));
}

Row& Row::numbers(QStringView name, const std::vector<std::uint64_t>& values)
{
    const cim::Type type = typeOf(name);
    std::vector<cim::Value> elements;
    elements.reserve(values.size());
    for (const std::uint64_t value : values)
        elements.push_back(cim::Value::unsignedInteger(type, value));
    return set(name, cim::Value::array(type, std::move(elements)));
}

Row& Row::texts(QStringView name, const QStringList& values)
{
    return set(name, cim::Value::strings(std::vector<QString>(values.begin(), values.end())));
}

Row& Row::time(QStringView name, std::chrono::system_clock::time_point value)
{
    const auto micros = std::chrono::time_point_cast<std::chrono::microseconds>(value);
    return set(name, cim::Value::dateTime(cim::DateTime::timestamp(micros)));
}

Row& Row::interval(QStringView name, std::chrono::microseconds value)
{
    return set(name, cim::Value::dateTime(cim::DateTime::interval(value)));
}

Row& Row::null(QStringView name)
{
    const qsizetype index = m_info->indexOf(name);
    if (index < 0)
        return *this;
    const PropertyDeclaration& property = m_info->declaration.properties[static_cast<std::size_t>(index)];
    return set(name, cim::Value::null(property.type, property.isArray));
}

cim::Type Row::typeOf(QStringView name) const
{
    const qsizetype index = m_info->indexOf(name);
    return index < 0 ? cim::Type::String
                     : m_info->declaration.properties[static_cast<std::size_t>(index)].type;
}

cim::Instance Row::build() const
{
    cim::Instance instance(m_info->declaration.name, m_info->nameSpace);
    std::vector<cim::Key> keys;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        const PropertyDeclaration& property = m_info->declaration.properties[i];
        instance.append(property.name, m_values[i]);
        if (property.isKey)
            keys.push_back({property.name, m_values[i]});
    }
    cim::ObjectPath path(m_hostName, m_info->nameSpace, m_info->declaration.name, sorted(std::move(keys)));
    path.setSingleton(m_info->declaration.isSingleton);
    instance.setPath(std::move(path));
    return instance;
}

cim::ObjectPath makePath(const QString& host, QStringView nameSpace, const QString& className,
                         const std::vector<std::pair<QString, QString>>& keys)
{
    std::vector<cim::Key> list;
    list.reserve(keys.size());
    for (const auto& [name, value] : keys)
        list.push_back({name, cim::Value::string(value)});
    return {host, nameSpace, className, sorted(std::move(list))};
}

} // namespace hvgpu::simulation
