#include "core/cim/ValueText.h"

#include "core/cim/ObjectPath.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

namespace hvgpu::cim {
namespace {

/// from_chars over the whole of @p text; never follows the locale.
template <class Number, class... Format>
std::optional<Number> wholeNumber(QStringView text, Format... format)
{
    const QByteArray latin = text.toLatin1();
    const char* const end = latin.constData() + latin.size();
    Number number{};
    const auto [stop, error] = std::from_chars(latin.constData(), end, number, format...);
    if (latin.isEmpty() || stop != end || error != std::errc())
        return std::nullopt;
    return number;
}

template <class Number>
QString shortest(Number number)
{
    std::array<char, 64> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return QString::fromLatin1(buffer.data(), written.ptr - buffer.data());
}

template <class Int>
std::optional<Value> unsignedOf(Type type, QStringView text)
{
    const auto number = unsignedFromText(text);
    if (!number || *number > std::numeric_limits<Int>::max())
        return std::nullopt;
    return Value::unsignedInteger(type, *number);
}

template <class Int>
std::optional<Value> signedOf(Type type, QStringView text)
{
    const auto number = signedFromText(text);
    if (!number || *number < std::numeric_limits<Int>::min() || *number > std::numeric_limits<Int>::max())
        return std::nullopt;
    return Value::signedInteger(type, *number);
}

std::optional<Value> realOf(Type type, QStringView text)
{
    const auto number = realFromText(text);
    if (!number)
        return std::nullopt;
    const bool tooBig =
        std::isfinite(*number) && std::abs(*number) > double(std::numeric_limits<float>::max());
    if (type == Type::Real32 && tooBig)
        return std::nullopt;
    return Value::real(type, *number);
}

std::optional<Value> referenceOf(QStringView text)
{
    auto path = ObjectPath::parse(text);
    return path ? std::optional(Value::reference(*std::move(path))) : std::nullopt;
}

} // namespace

std::optional<std::uint64_t> unsignedFromText(QStringView text)
{
    QStringView digits = text.trimmed();
    if (digits.startsWith(QLatin1String("0x"), Qt::CaseInsensitive))
        return wholeNumber<std::uint64_t>(digits.mid(2), 16);
    if (digits.startsWith(QLatin1Char('+')))
        digits = digits.mid(1);
    return wholeNumber<std::uint64_t>(digits);
}

std::optional<std::int64_t> signedFromText(QStringView text)
{
    QStringView digits = text.trimmed();
    if (digits.startsWith(QLatin1Char('+'))) {
        digits = digits.mid(1);
        if (digits.startsWith(QLatin1Char('-')))
            return std::nullopt;
    }
    return wholeNumber<std::int64_t>(digits);
}

std::optional<double> realFromText(QStringView text)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    QStringView digits = text.trimmed();
    if (digits.compare(QLatin1String("nan"), Qt::CaseInsensitive) == 0)
        return std::numeric_limits<double>::quiet_NaN();
    if (digits.compare(QLatin1String("inf"), Qt::CaseInsensitive) == 0)
        return infinity;
    if (digits.compare(QLatin1String("-inf"), Qt::CaseInsensitive) == 0)
        return -infinity;
    if (digits.startsWith(QLatin1Char('+')))
        digits = digits.mid(1);
    const auto number = wholeNumber<double>(digits, std::chars_format::general);
    // from_chars knows further spellings of infinity that are no CIM text.
    return number && std::isfinite(*number) ? number : std::nullopt;
}

std::optional<bool> boolFromText(QStringView text)
{
    const QStringView word = text.trimmed();
    if (word.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0 || word == QLatin1String("1"))
        return true;
    if (word.compare(QLatin1String("false"), Qt::CaseInsensitive) == 0 || word == QLatin1String("0"))
        return false;
    return std::nullopt;
}

QString realToText(Type type, double value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("INF") : QStringLiteral("-INF");
    return type == Type::Real32 ? shortest(static_cast<float>(value)) : shortest(value);
}

std::optional<Value> valueFromText(Type type, QStringView text)
{
    switch (type) {
    case Type::Boolean: {
        const auto value = boolFromText(text);
        return value ? std::optional(Value::boolean(*value)) : std::nullopt;
    }
    case Type::UInt8:
        return unsignedOf<std::uint8_t>(type, text);
    case Type::UInt16:
        return unsignedOf<std::uint16_t>(type, text);
    case Type::UInt32:
        return unsignedOf<std::uint32_t>(type, text);
    case Type::UInt64:
        return unsignedOf<std::uint64_t>(type, text);
    case Type::SInt8:
        return signedOf<std::int8_t>(type, text);
    case Type::SInt16:
        return signedOf<std::int16_t>(type, text);
    case Type::SInt32:
        return signedOf<std::int32_t>(type, text);
    case Type::SInt64:
        return signedOf<std::int64_t>(type, text);
    case Type::Real32:
    case Type::Real64:
        return realOf(type, text);
    case Type::Char16:
        return text.size() == 1 ? std::optional(Value::unsignedInteger(type, text.front().unicode()))
                                : std::nullopt;
    case Type::String:
        return Value::string(text.toString());
    case Type::DateTime: {
        const auto value = DateTime::fromCim(text.trimmed());
        return value ? std::optional(Value::dateTime(*value)) : std::nullopt;
    }
    case Type::Reference:
        return referenceOf(text);
    case Type::Object:
        break;
    }
    return std::nullopt;
}

} // namespace hvgpu::cim
