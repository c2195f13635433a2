#pragma once

#include "core/cim/DateTime.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace hvgpu::cim {

class Instance;
class ObjectPath;

/// The CIM data types (DSP0004 §5.2). Object is an embedded instance typed as object.
enum class Type : std::uint8_t {
    Boolean,
    UInt8,
    SInt8,
    UInt16,
    SInt16,
    UInt32,
    SInt32,
    UInt64,
    SInt64,
    Real32,
    Real64,
    Char16,
    String,
    DateTime,
    Reference,
    Object
};

/// "uint64" and the like, as CIM-XML and MOF write them.
[[nodiscard]] QLatin1String cimName(Type type);
[[nodiscard]] std::optional<Type> typeFromCimName(QStringView name);

/// One CIM value: NULL, a scalar or an array. NULL is distinct from 0, "" and an empty array.
///
/// WS-Management does not put types on the wire, so values read from there are strings; the to…() accessors
/// convert from text exactly (uint64 up to 18446744073709551615) and return nullopt for NULL *and* for text
/// that does not fit; ask isNull() to tell the two apart. Immutable, copy is cheap.
class Value
{
public:
    /// NULL of type string.
    Value() = default;
    static Value null(Type type, bool isArray = false);
    static Value boolean(bool value);
    /// @p type must be an unsigned integer type; the value is not range-checked against it.
    static Value unsignedInteger(Type type, std::uint64_t value);
    static Value signedInteger(Type type, std::int64_t value);
    static Value real(Type type, double value);
    static Value string(QString value);
    static Value dateTime(cim::DateTime value);
    static Value reference(ObjectPath value);
    static Value object(Instance value);
    /// Elements are scalars; an element may be NULL.
    static Value array(Type type, std::vector<Value> elements);
    static Value strings(const std::vector<QString>& elements);

    [[nodiscard]] Type type() const noexcept { return m_type; }
    [[nodiscard]] bool isArray() const noexcept { return m_isArray; }
    [[nodiscard]] bool isNull() const noexcept { return std::holds_alternative<std::monostate>(m_data); }

    [[nodiscard]] std::optional<bool> toBool() const;
    [[nodiscard]] std::optional<std::uint64_t> toUInt64() const;
    [[nodiscard]] std::optional<std::int64_t> toInt64() const;
    [[nodiscard]] std::optional<double> toDouble() const;
    /// Text of any scalar: decimal integers, "true"/"false", CIM datetime, object path. nullopt for NULL,
    /// arrays, objects.
    [[nodiscard]] std::optional<QString> toString() const;
    /// From a datetime, or from text in either form.
    [[nodiscard]] std::optional<cim::DateTime> toDateTime() const;
    /// From a reference, or from text holding a WMI object path.
    [[nodiscard]] std::optional<ObjectPath> toReference() const;
    /// The embedded instance, or nullptr.
    [[nodiscard]] const Instance* toObject() const noexcept;
    /// The elements; a scalar counts as one element (a one-element array looks like a scalar on the wire),
    /// NULL as none.
    [[nodiscard]] std::vector<Value> elements() const;

    /// Equal type, array-ness and content. Datetimes compare by instant, references as ObjectPath does.
    friend bool operator==(const Value& a, const Value& b);

private:
    using Data = std::variant<std::monostate, bool, std::uint64_t, std::int64_t, double, QString,
                              cim::DateTime, std::shared_ptr<const ObjectPath>,
                              std::shared_ptr<const Instance>, std::shared_ptr<const std::vector<Value>>>;
    Value(Type type, bool isArray, Data data)
        : m_type(type)
        , m_isArray(isArray)
        , m_data(std::move(data))
    {}

    Type m_type = Type::String;
    bool m_isArray = false;
    Data m_data;
};

} // namespace hvgpu::cim
