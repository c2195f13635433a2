#pragma once

#include "core/cim/Instance.h"
#include "core/simulation/classes/ClassCatalogue.h"

#include <QStringList>

#include <chrono>
#include <cstdint>
#include <vector>

namespace hvgpu::simulation {

/// Fills an instance of a class: starts with the class's default values, converts numbers to the declared
/// type and makes the object path from the keys. Names must be spelled as declared.
class Row
{
public:
    Row(const ClassInfo& info, QString hostName);

    Row& set(QStringView name, cim::Value value);
    Row& set(QStringView name, const QString& text) { return set(name, cim::Value::string(text)); }
    Row& set(QStringView name, bool value) { return set(name, cim::Value::boolean(value)); }
    /// A path, kept as a reference, or as its text where the class declares a string.
    Row& set(QStringView name, const cim::ObjectPath& path);
    Row& number(QStringView name, std::uint64_t value);
    Row& signedNumber(QStringView name, std::int64_t value);
    Row& numbers(QStringView name, const std::vector<std::uint64_t>& values);
    Row& texts(QStringView name, const QStringList& values);
    Row& time(QStringView name, std::chrono::system_clock::time_point value);
    Row& interval(QStringView name, std::chrono::microseconds value);
    Row& null(QStringView name);

    [[nodiscard]] const ClassInfo& info() const noexcept { return *m_info; }
    [[nodiscard]] cim::Instance build() const;

private:
    [[nodiscard]] cim::Type typeOf(QStringView name) const;

    const ClassInfo* m_info;
    QString m_hostName;
    std::vector<cim::Value> m_values;
};

/// Path of an object of a namespace.
[[nodiscard]] cim::ObjectPath makePath(const QString& host, QStringView nameSpace, const QString& className,
                                       const std::vector<std::pair<QString, QString>>& keys);

} // namespace hvgpu::simulation
