#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace hvgpu::simulation {

/// Reads one object of a fleet file. The first problem is kept, with the place it is at
/// ("clusters[0].nodes[2].devices"); after it readers give their fallback, so that callers check once at the
/// end. Unknown members are a problem, too: a mistyped name must not pass silently.
class JsonReader
{
public:
    /// @p problem is shared by all readers of a file.
    JsonReader(const QJsonObject& object, QString place, QString& problem);

    [[nodiscard]] bool has(const QString& name) const { return m_object.contains(name); }
    QString text(const QString& name, const QString& fallback = {});
    /// A text that must be there and must not be empty.
    QString requiredText(const QString& name);
    bool flag(const QString& name, bool fallback);
    /// A whole number; 0 to 2^53.
    std::uint64_t number(const QString& name, std::uint64_t fallback);
    std::vector<std::uint64_t> numbers(const QString& name);
    QStringList texts(const QString& name);
    /// The objects of an array; none when it is missing.
    std::vector<JsonReader> objects(const QString& name);
    /// The object, or an empty one when it is missing.
    JsonReader object(const QString& name);
    QStringList names() const { return m_object.keys(); }

    void report(const QString& name, const QString& text);
    /// Reports members that nobody asked for.
    void finish();

private:
    QJsonValue take(const QString& name);
    QString placeOf(const QString& name) const;

    QJsonObject m_object;
    QString m_place;
    QString* m_problem;
    QStringList m_seen;
};

} // namespace hvgpu::simulation
