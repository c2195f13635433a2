#pragma once

#include "core/cim/ObjectPath.h"
#include "core/cim/Value.h"

#include <optional>
#include <vector>

namespace hvgpu::cim {

/// A named value of an instance or a method parameter.
struct Property
{
    QString name;
    Value value;

    friend bool operator==(const Property&, const Property&) = default;
};

/// One CIM instance: a class name, properties and, when known, its object path. Property names compare
/// without case; order is kept.
class Instance
{
public:
    Instance() = default;
    explicit Instance(QString className, QString nameSpace = {});

    [[nodiscard]] const QString& className() const noexcept { return m_className; }
    [[nodiscard]] const QString& nameSpace() const noexcept { return m_namespace; }
    [[nodiscard]] const std::vector<Property>& properties() const noexcept { return m_properties; }
    [[nodiscard]] const std::optional<ObjectPath>& path() const noexcept { return m_path; }
    void setPath(ObjectPath path) { m_path = std::move(path); }

    [[nodiscard]] bool contains(QStringView name) const;
    /// The value; NULL when the instance has no such property (ask contains() to tell apart).
    [[nodiscard]] const Value& value(QStringView name) const;
    void reserve(std::size_t properties) { m_properties.reserve(properties); }
    /// Replaces or appends.
    void set(QString name, Value value);
    /// Appends without looking for an earlier one; for readers that know names are unique.
    void append(QString name, Value value) { m_properties.push_back({std::move(name), std::move(value)}); }

    /// Same class, path and properties, names without case and in any order; namespaces only when both are
    /// known.
    friend bool operator==(const Instance& a, const Instance& b);

private:
    QString m_className;
    QString m_namespace;
    std::vector<Property> m_properties;
    std::optional<ObjectPath> m_path;
};

} // namespace hvgpu::cim
