#include "core/cim/Value.h"

#include "core/cim/Instance.h"
#include "core/cim/Names.h"
#include "core/cim/ObjectPath.h"
#include "core/cim/ValueText.h"

#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace hvgpu::cim {
namespace {

// In the order of Type.
constexpr std::array cimNames{
    QLatin1String("boolean"), QLatin1String("uint8"),    QLatin1String("sint8"),     QLatin1String("uint16"),
    QLatin1String("sint16"),  QLatin1String("uint32"),   QLatin1String("sint32"),    QLatin1String("uint64"),
    QLatin1String("sint64"),  QLatin1String("real32"),   QLatin1String("real64"),    QLatin1String("char16"),
    QLatin1String("string"),  QLatin1String("datetime"), QLatin1String("reference"), QLatin1String("object")};
static_assert(cimNames.size() == static_cast<std::size_t>(Type::Object) + 1);

bool sameReal(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

template <class T>
bool sameContent(const T& a, const T& b)
{
    if constexpr (std::is_same_v<T, double>)
        return sameReal(a, b);
    else
        return a == b;
}

template <class T>
bool sameContent(const std::shared_ptr<const T>& a, const std::shared_ptr<const T>& b)
{
    return a == b || *a == *b;
}

/// What a Real32 can hold; out of range gives infinity, as the cast does on every machine we know.
double toSinglePrecision(double value)
{
    constexpr double largest = std::numeric_limits<float>::max();
    if (std::isfinite(value) && std::abs(value) > largest)
        return std::copysign(std::numeric_limits<double>::infinity(), value);
    return static_cast<double>(static_cast<float>(value));
}

} // namespace

QLatin1String cimName(Type type)
{
    return cimNames[static_cast<std::size_t>(type)];
}

std::optional<Type> typeFromCimName(QStringView name)
{
    for (std::size_t i = 0; i < cimNames.size(); ++i) {
        if (name.compare(cimNames[i], Qt::CaseInsensitive) == 0)
            return static_cast<Type>(i);
    }
    if (name.compare(QLatin1String("ref"), Qt::CaseInsensitive) == 0)
        return Type::Reference;
    return std::nullopt;
}

Value Value::null(Type type, bool isArray)
{
    return {type, isArray, std::monostate()};
}

Value Value::boolean(bool value)
{
    return {Type::Boolean, false, value};
}

Value Value::unsignedInteger(Type type, std::uint64_t value)
{
    return {type, false, value};
}

Value Value::signedInteger(Type type, std::int64_t value)
{
    return {type, false, value};
}

Value Value::real(Type type, double value)
{
    return {type, false, type == Type::Real32 ? toSinglePrecision(value) : value};
}

Value Value::string(QString value)
{
    return {Type::String, false, std::move(value)};
}

Value Value::dateTime(cim::DateTime value)
{
    return {Type::DateTime, false, value};
}

Value Value::reference(ObjectPath value)
{
    return {Type::Reference, false, std::make_shared<const ObjectPath>(std::move(value))};
}

Value Value::object(Instance value)
{
    return {Type::Object, false, std::make_shared<const Instance>(std::move(value))};
}

Value Value::array(Type type, std::vector<Value> elements)
{
    return {type, true, std::make_shared<const std::vector<Value>>(std::move(elements))};
}

Value Value::strings(const std::vector<QString>& elements)
{
    std::vector<Value> values;
    values.reserve(elements.size());
    for (const QString& element : elements)
        values.push_back(string(element));
    return array(Type::String, std::move(values));
}

std::optional<bool> Value::toBool() const
{
    if (const auto* value = std::get_if<bool>(&m_data))
        return *value;
    if (const auto* text = std::get_if<QString>(&m_data))
        return boolFromText(*text);
    const auto number = toUInt64();
    return number && *number <= 1 ? std::optional(*number == 1) : std::nullopt;
}

std::optional<std::uint64_t> Value::toUInt64() const
{
    if (const auto* value = std::get_if<std::uint64_t>(&m_data))
        return *value;
    if (const auto* value = std::get_if<std::int64_t>(&m_data))
        return *value >= 0 ? std::optional(static_cast<std::uint64_t>(*value)) : std::nullopt;
    if (const auto* text = std::get_if<QString>(&m_data))
        return unsignedFromText(*text);
    return std::nullopt;
}

std::optional<std::int64_t> Value::toInt64() const
{
    constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (const auto* value = std::get_if<std::int64_t>(&m_data))
        return *value;
    if (const auto* value = std::get_if<std::uint64_t>(&m_data))
        return *value <= largest ? std::optional(static_cast<std::int64_t>(*value)) : std::nullopt;
    if (const auto* text = std::get_if<QString>(&m_data))
        return signedFromText(*text);
    return std::nullopt;
}

std::optional<double> Value::toDouble() const
{
    if (const auto* value = std::get_if<double>(&m_data))
        return *value;
    if (const auto* value = std::get_if<std::uint64_t>(&m_data))
        return static_cast<double>(*value);
    if (const auto* value = std::get_if<std::int64_t>(&m_data))
        return static_cast<double>(*value);
    if (const auto* text = std::get_if<QString>(&m_data))
        return realFromText(*text);
    return std::nullopt;
}

std::optional<QString> Value::toString() const
{
    if (const auto* text = std::get_if<QString>(&m_data))
        return *text;
    if (const auto* value = std::get_if<std::uint64_t>(&m_data)) {
        if (m_type == Type::Char16)
            return QString(QChar(static_cast<char16_t>(*value)));
        return QString::number(*value);
    }
    if (const auto* value = std::get_if<std::int64_t>(&m_data))
        return QString::number(*value);
    if (const auto* value = std::get_if<bool>(&m_data))
        return *value ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto* value = std::get_if<double>(&m_data))
        return realToText(m_type, *value);
    if (const auto* value = std::get_if<cim::DateTime>(&m_data))
        return value->toCim();
    if (const auto* path = std::get_if<std::shared_ptr<const ObjectPath>>(&m_data))
        return (*path)->toString();
    return std::nullopt;
}

std::optional<cim::DateTime> Value::toDateTime() const
{
    if (const auto* value = std::get_if<cim::DateTime>(&m_data))
        return *value;
    if (const auto* text = std::get_if<QString>(&m_data)) {
        const auto native = DateTime::fromCim(*text);
        return native ? native : DateTime::fromIso(*text);
    }
    return std::nullopt;
}

std::optional<ObjectPath> Value::toReference() const
{
    if (const auto* path = std::get_if<std::shared_ptr<const ObjectPath>>(&m_data))
        return **path;
    if (const auto* text = std::get_if<QString>(&m_data)) {
        auto path = ObjectPath::parse(*text);
        return path ? std::optional(*std::move(path)) : std::nullopt;
    }
    return std::nullopt;
}

const Instance* Value::toObject() const noexcept
{
    const auto* object = std::get_if<std::shared_ptr<const Instance>>(&m_data);
    return object ? object->get() : nullptr;
}

std::vector<Value> Value::elements() const
{
    if (isNull())
        return {};
    if (const auto* list = std::get_if<std::shared_ptr<const std::vector<Value>>>(&m_data))
        return **list;
    return {*this};
}

bool operator==(const Value& a, const Value& b)
{
    if (a.m_type != b.m_type || a.m_isArray != b.m_isArray || a.m_data.index() != b.m_data.index())
        return false;
    return std::visit(
        [&b](const auto& left) {
            return sameContent(left, std::get<std::decay_t<decltype(left)>>(b.m_data));
        },
        a.m_data);
}

} // namespace hvgpu::cim
