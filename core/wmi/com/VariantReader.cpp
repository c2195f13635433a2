#include "core/cim/Instance.h"
#include "core/cim/ObjectPath.h"
#include "core/cim/ValueText.h"
#include "core/wmi/com/Bstr.h"
#include "core/wmi/com/VariantValue.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::com {
namespace {

using cim::Type;
using cim::Value;

struct TypeRow
{
    CIMTYPE number;
    Type type;
};

constexpr TypeRow Types[] = {
    {CIM_BOOLEAN, Type::Boolean}, {CIM_UINT8, Type::UInt8},       {CIM_SINT8, Type::SInt8},
    {CIM_UINT16, Type::UInt16},   {CIM_SINT16, Type::SInt16},     {CIM_UINT32, Type::UInt32},
    {CIM_SINT32, Type::SInt32},   {CIM_UINT64, Type::UInt64},     {CIM_SINT64, Type::SInt64},
    {CIM_REAL32, Type::Real32},   {CIM_REAL64, Type::Real64},     {CIM_CHAR16, Type::Char16},
    {CIM_STRING, Type::String},   {CIM_DATETIME, Type::DateTime}, {CIM_REFERENCE, Type::Reference},
    {CIM_OBJECT, Type::Object},   {CIM_EMPTY, Type::String}};

/// The integer in a VARIANT with its sign, whatever its width.
std::optional<std::int64_t> integerIn(const VARIANT& variant)
{
    switch (variant.vt) {
    case VT_I1:
        return static_cast<signed char>(variant.cVal);
    case VT_UI1:
        return variant.bVal;
    case VT_I2:
        return variant.iVal;
    case VT_UI2:
        return variant.uiVal;
    case VT_I4:
    case VT_INT:
        return variant.lVal;
    case VT_UI4:
    case VT_UINT:
        return variant.ulVal;
    case VT_I8:
        return variant.llVal;
    case VT_UI8:
        return static_cast<std::int64_t>(variant.ullVal);
    case VT_BOOL:
        return variant.boolVal == VARIANT_FALSE ? 0 : 1;
    default:
        return std::nullopt;
    }
}

/// Unsigned types keep their bits: a uint32 above 2^31 comes as a negative VT_I4.
std::optional<Value> integerValue(Type type, const VARIANT& variant)
{
    if (variant.vt == VT_BSTR)
        return cim::valueFromText(type, textOf(variant.bstrVal));
    const std::optional<std::int64_t> number = integerIn(variant);
    if (!number)
        return std::nullopt;
    const auto bits = static_cast<std::uint64_t>(*number);
    switch (type) {
    case Type::UInt8:
        return Value::unsignedInteger(type, bits & 0xFFU);
    case Type::UInt16:
    case Type::Char16:
        return Value::unsignedInteger(type, bits & 0xFFFFU);
    case Type::UInt32:
        return Value::unsignedInteger(type, bits & 0xFFFFFFFFU);
    case Type::UInt64:
        return Value::unsignedInteger(type, bits);
    default:
        return Value::signedInteger(type, *number);
    }
}

std::optional<Value> realValue(Type type, const VARIANT& variant)
{
    if (variant.vt == VT_R4)
        return Value::real(type, static_cast<double>(variant.fltVal));
    if (variant.vt == VT_R8)
        return Value::real(type, variant.dblVal);
    if (variant.vt == VT_BSTR)
        return cim::valueFromText(type, textOf(variant.bstrVal));
    return std::nullopt;
}

std::optional<Value> booleanValue(const VARIANT& variant)
{
    if (variant.vt == VT_BSTR)
        return cim::valueFromText(Type::Boolean, textOf(variant.bstrVal));
    const std::optional<std::int64_t> number = integerIn(variant);
    return number ? std::optional(Value::boolean(*number != 0)) : std::nullopt;
}

std::optional<Value> textValue(Type type, const VARIANT& variant)
{
    if (variant.vt != VT_BSTR)
        return std::nullopt;
    QString text = textOf(variant.bstrVal);
    if (type == Type::DateTime) {
        if (const auto time = cim::DateTime::fromCim(text))
            return Value::dateTime(*time);
    } else if (type == Type::Reference) {
        if (auto path = cim::ObjectPath::parse(text))
            return Value::reference(*std::move(path));
    }
    return Value::string(std::move(text));
}

std::optional<Value> simpleValue(Type type, const VARIANT& variant)
{
    switch (type) {
    case Type::Boolean:
        return booleanValue(variant);
    case Type::Real32:
    case Type::Real64:
        return realValue(type, variant);
    case Type::String:
    case Type::DateTime:
    case Type::Reference:
        return textValue(type, variant);
    case Type::Object:
        return std::nullopt;
    default:
        return integerValue(type, variant);
    }
}

base::Error unexpected(const VARIANT& variant, CIMTYPE type)
{
    base::Error error;
    error.layer = base::Layer::Wmi;
    error.code = base::ErrorCode::ProtocolViolation;
    error.detail = u"a VARIANT of type %1 for CIM type %2"_s.arg(variant.vt).arg(type);
    return error;
}

base::Result<Value> scalarFrom(const VARIANT& variant, Type type, CIMTYPE declared,
                               const ObjectReader& readObject)
{
    if (variant.vt == VT_NULL || variant.vt == VT_EMPTY)
        return Value::null(type);
    if (type == Type::Object && (variant.vt == VT_UNKNOWN || variant.vt == VT_DISPATCH)) {
        if (variant.punkVal == nullptr)
            return Value::null(type);
        auto instance = readObject(*variant.punkVal);
        if (!instance)
            return base::fail(instance.error());
        return Value::object(*std::move(instance));
    }
    if (auto value = simpleValue(type, variant))
        return *std::move(value);
    return base::fail(unexpected(variant, declared));
}

/// One element of an array as a VARIANT of its own.
HRESULT elementOf(SAFEARRAY* array, VARTYPE type, LONG index, Variant& element)
{
    VARIANT raw;
    VariantInit(&raw);
    const HRESULT result =
        SafeArrayGetElement(array, &index, type == VT_VARIANT ? static_cast<void*>(&raw) : &raw.llVal);
    if (FAILED(result))
        return result;
    if (type != VT_VARIANT)
        raw.vt = type;
    element = Variant(raw);
    return result;
}

base::Result<Value> arrayFrom(const VARIANT& variant, Type type, CIMTYPE declared,
                              const ObjectReader& readObject)
{
    SAFEARRAY* const array = variant.parray;
    LONG first = 0;
    LONG last = -1;
    if (array == nullptr)
        return Value::null(type, true);
    if (SafeArrayGetDim(array) != 1 || FAILED(SafeArrayGetLBound(array, 1, &first)) ||
        FAILED(SafeArrayGetUBound(array, 1, &last)))
        return base::fail(unexpected(variant, declared));
    const auto elementType = static_cast<VARTYPE>(variant.vt & ~VT_ARRAY);
    std::vector<Value> elements;
    for (LONG index = first; index <= last; ++index) {
        Variant element;
        if (FAILED(elementOf(array, elementType, index, element)))
            return base::fail(unexpected(variant, declared));
        auto value = scalarFrom(element.value(), type, declared, readObject);
        if (!value)
            return value;
        elements.push_back(*std::move(value));
    }
    return Value::array(type, std::move(elements));
}

} // namespace

std::optional<Type> typeOf(CIMTYPE type)
{
    const CIMTYPE number = type & ~CIM_FLAG_ARRAY;
    for (const TypeRow& row : Types)
        if (row.number == number)
            return row.type;
    return std::nullopt;
}

base::Result<Value> valueFrom(const VARIANT& variant, CIMTYPE type, const ObjectReader& readObject)
{
    const std::optional<Type> known = typeOf(type);
    if (!known)
        return base::fail(unexpected(variant, type));
    const bool declaredArray = (type & CIM_FLAG_ARRAY) != 0;
    if ((variant.vt & VT_ARRAY) != 0)
        return arrayFrom(variant, *known, type, readObject);
    if (!declaredArray)
        return scalarFrom(variant, *known, type, readObject);
    if (variant.vt == VT_NULL || variant.vt == VT_EMPTY)
        return Value::null(*known, true);
    return base::fail(unexpected(variant, type));
}

} // namespace hvgpu::com
