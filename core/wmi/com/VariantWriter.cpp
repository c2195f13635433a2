#include "core/cim/CimXml.h"
#include "core/cim/Instance.h"
#include "core/cim/ObjectPath.h"
#include "core/wmi/com/Bstr.h"
#include "core/wmi/com/VariantValue.h"

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::com {
namespace {

using cim::Type;
using cim::Value;

base::Error doesNotFit(const Value& value, Type type)
{
    base::Error error;
    error.layer = base::Layer::Local;
    error.code = base::ErrorCode::InvalidArgument;
    error.detail = u"'%1' is no %2"_s.arg(value.toString().value_or(u"(not a scalar)"_s), cim::cimName(type));
    return error;
}

/// What travels for a type, in scalars and as the elements of arrays.
VARTYPE variantTypeOf(Type type)
{
    switch (type) {
    case Type::Boolean:
        return VT_BOOL;
    case Type::UInt8:
        return VT_UI1;
    case Type::SInt8:
    case Type::SInt16:
    case Type::Char16:
        return VT_I2;
    case Type::UInt16:
    case Type::UInt32:
    case Type::SInt32:
        return VT_I4;
    case Type::Real32:
        return VT_R4;
    case Type::Real64:
        return VT_R8;
    case Type::Object:
        return VT_UNKNOWN;
    default:
        return VT_BSTR;
    }
}

std::uint64_t largestUnsigned(Type type)
{
    switch (type) {
    case Type::UInt8:
        return std::numeric_limits<std::uint8_t>::max();
    case Type::UInt16:
    case Type::Char16:
        return std::numeric_limits<std::uint16_t>::max();
    case Type::UInt32:
        return std::numeric_limits<std::uint32_t>::max();
    default:
        return std::numeric_limits<std::uint64_t>::max();
    }
}

std::pair<std::int64_t, std::int64_t> rangeOfSigned(Type type)
{
    switch (type) {
    case Type::SInt8:
        return {std::numeric_limits<std::int8_t>::min(), std::numeric_limits<std::int8_t>::max()};
    case Type::SInt16:
        return {std::numeric_limits<std::int16_t>::min(), std::numeric_limits<std::int16_t>::max()};
    case Type::SInt32:
        return {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};
    default:
        return {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
    }
}

/// The bits of the integer when it is in the range of @p type.
std::optional<std::uint64_t> bitsOf(const Value& value, Type type)
{
    const bool isSigned = type == Type::SInt8 || type == Type::SInt16 || type == Type::SInt32;
    // Wine declares the registry's roots, which are uint32 above 2^31, as sint32: the bits are the same.
    if (type == Type::SInt32 && value.type() == Type::UInt32)
        return bitsOf(value, Type::UInt32);
    if (isSigned) {
        const auto number = value.toInt64();
        const auto [smallest, largest] = rangeOfSigned(type);
        const bool fits = number && *number >= smallest && *number <= largest;
        return fits ? std::optional(static_cast<std::uint64_t>(*number)) : std::nullopt;
    }
    const auto number = value.toUInt64();
    return number && *number <= largestUnsigned(type) ? number : std::nullopt;
}

bool setInteger(const Value& value, Type type, VARIANT& variant)
{
    const std::optional<std::uint64_t> bits = bitsOf(value, type);
    if (!bits)
        return false;
    if (variant.vt == VT_UI1)
        variant.bVal = static_cast<BYTE>(*bits);
    else if (variant.vt == VT_I2)
        variant.iVal = static_cast<SHORT>(static_cast<std::uint16_t>(*bits));
    else
        variant.lVal = static_cast<LONG>(static_cast<std::uint32_t>(*bits));
    return true;
}

bool setNumber(const Value& value, Type type, VARIANT& variant)
{
    if (type == Type::Boolean) {
        const auto flag = value.toBool();
        variant.boolVal = flag.value_or(false) ? VARIANT_TRUE : VARIANT_FALSE;
        return flag.has_value();
    }
    if (type == Type::Real32 || type == Type::Real64) {
        const auto number = value.toDouble();
        if (type == Type::Real32)
            variant.fltVal = static_cast<float>(number.value_or(0));
        else
            variant.dblVal = number.value_or(0);
        return number.has_value();
    }
    return setInteger(value, type, variant);
}

std::optional<QString> pathText(const Value& value)
{
    if (value.type() != Type::Reference)
        return value.toString();
    const auto path = value.toReference();
    return path ? std::optional(referenceText(*path)) : std::nullopt;
}

std::optional<QString> textFor(const Value& value, Type type)
{
    switch (type) {
    case Type::UInt64: {
        const auto number = value.toUInt64();
        return number ? std::optional(QString::number(*number)) : std::nullopt;
    }
    case Type::SInt64: {
        const auto number = value.toInt64();
        return number ? std::optional(QString::number(*number)) : std::nullopt;
    }
    case Type::DateTime: {
        const auto time = value.toDateTime();
        return time ? std::optional(time->toCim()) : std::nullopt;
    }
    default:
        if (const cim::Instance* const instance = value.toObject())
            return cim::xml::write(*instance);
        return pathText(value);
    }
}

base::Result<void> setScalar(const Value& value, Type type, const ObjectMaker& makeObject, Variant& variant)
{
    VARIANT raw;
    VariantInit(&raw);
    raw.vt = variantTypeOf(type);
    if (type == Type::Object) {
        const cim::Instance* const instance = value.toObject();
        if (instance == nullptr)
            return base::fail(doesNotFit(value, type));
        auto object = makeObject(*instance);
        if (!object)
            return base::fail(object.error());
        raw.punkVal = object->as<IUnknown>().release();
    } else if (raw.vt == VT_BSTR) {
        const std::optional<QString> text = textFor(value, type);
        if (!text)
            return base::fail(doesNotFit(value, type));
        raw.bstrVal = Bstr(text->isNull() ? u""_s : *text).release();
    } else if (!setNumber(value, type, raw)) {
        return base::fail(doesNotFit(value, type));
    }
    variant = Variant(raw);
    return {};
}

base::Result<Variant> arrayVariant(const Value& value, Type type, const ObjectMaker& makeObject)
{
    const std::vector<Value> elements = value.elements();
    const VARTYPE elementType = variantTypeOf(type);
    VARIANT raw;
    VariantInit(&raw);
    raw.parray = SafeArrayCreateVector(elementType, 0, static_cast<ULONG>(elements.size()));
    if (raw.parray == nullptr)
        return base::fail(doesNotFit(value, type));
    raw.vt = static_cast<VARTYPE>(VT_ARRAY | elementType);
    Variant variant(raw);
    for (LONG index = 0; index < static_cast<LONG>(elements.size()); ++index) {
        Variant element;
        auto set = setScalar(elements[static_cast<std::size_t>(index)], type, makeObject, element);
        if (!set)
            return base::fail(set.error());
        VARIANT* const plain = element.get();
        // Strings and objects are passed themselves, everything else by address.
        const bool isPointer = elementType == VT_BSTR || elementType == VT_UNKNOWN;
        void* const data = isPointer ? static_cast<void*>(plain->bstrVal) : &plain->llVal;
        if (FAILED(SafeArrayPutElement(raw.parray, &index, data)))
            return base::fail(doesNotFit(value, type));
    }
    return variant;
}

} // namespace

QString referenceText(const cim::ObjectPath& path)
{
    if (path.nameSpace().isEmpty() || !path.host().isEmpty())
        return path.toString();
    return u"\\\\.\\"_s + path.toString();
}

base::Result<Variant> variantFrom(const Value& value, CIMTYPE type, const ObjectMaker& makeObject)
{
    const std::optional<Type> known = typeOf(type);
    if (value.isNull()) {
        VARIANT null;
        VariantInit(&null);
        null.vt = VT_NULL;
        return Variant(null);
    }
    const bool wantsArray = (type & CIM_FLAG_ARRAY) != 0;
    if (!known || (value.isArray() && !wantsArray))
        return base::fail(doesNotFit(value, known.value_or(value.type())));
    if (wantsArray)
        return arrayVariant(value, *known, makeObject);
    Variant variant;
    auto set = setScalar(value, *known, makeObject, variant);
    if (!set)
        return base::fail(set.error());
    return variant;
}

} // namespace hvgpu::com
