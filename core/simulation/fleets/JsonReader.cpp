#include "core/simulation/fleets/JsonReader.h"

#include <cmath>
#include <utility>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

JsonReader::JsonReader(const QJsonObject& object, QString place, QString& problem)
    : m_object(object)
    , m_place(std::move(place))
    , m_problem(&problem)
{}

QString JsonReader::text(const QString& name, const QString& fallback)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return fallback;
    if (!value.isString())
        report(name, u"must be a text"_s);
    return value.toString(fallback);
}

QString JsonReader::requiredText(const QString& name)
{
    QString result = text(name);
    if (result.isEmpty())
        report(name, u"is required"_s);
    return result;
}

bool JsonReader::flag(const QString& name, bool fallback)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return fallback;
    if (!value.isBool())
        report(name, u"must be true or false"_s);
    return value.toBool(fallback);
}

std::uint64_t JsonReader::number(const QString& name, std::uint64_t fallback)
{
    constexpr double largest = 9007199254740992.0; // 2^53: JSON numbers are doubles
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return fallback;
    const double number = value.toDouble(-1);
    if (number < 0 || number > largest || std::floor(number) != number) {
        report(name, u"must be a whole number from 0 to 2^53"_s);
        return fallback;
    }
    return static_cast<std::uint64_t>(number);
}

std::vector<std::uint64_t> JsonReader::numbers(const QString& name)
{
    std::vector<std::uint64_t> result;
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isArray())
        report(name, u"must be a list"_s);
    for (const QJsonValue element : value.toArray()) {
        if (element.toDouble(-1) < 0)
            report(name, u"must hold whole numbers"_s);
        result.push_back(static_cast<std::uint64_t>(std::max(0.0, element.toDouble())));
    }
    return result;
}

QStringList JsonReader::texts(const QString& name)
{
    QStringList result;
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isArray())
        report(name, u"must be a list"_s);
    for (const QJsonValue element : value.toArray()) {
        if (!element.isString())
            report(name, u"must hold texts"_s);
        result.append(element.toString());
    }
    return result;
}

std::vector<JsonReader> JsonReader::objects(const QString& name)
{
    std::vector<JsonReader> result;
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isArray())
        report(name, u"must be a list"_s);
    const QJsonArray elements = value.toArray();
    for (qsizetype i = 0; i < elements.size(); ++i) {
        const QString place = u"%1[%2]"_s.arg(placeOf(name)).arg(i);
        if (!elements[i].isObject())
            report(name, u"must hold objects"_s);
        result.emplace_back(elements[i].toObject(), place, *m_problem);
    }
    return result;
}

JsonReader JsonReader::object(const QString& name)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isObject())
        report(name, u"must be an object"_s);
    return {value.toObject(), placeOf(name), *m_problem};
}

void JsonReader::report(const QString& name, const QString& text)
{
    if (m_problem->isEmpty())
        *m_problem = placeOf(name) + u' ' + text;
}

void JsonReader::finish()
{
    for (const QString& name : m_object.keys()) {
        if (!m_seen.contains(name) && name != u"comment"_s)
            report(name, u"is not known"_s);
    }
}

QJsonValue JsonReader::take(const QString& name)
{
    m_seen.append(name);
    return m_object.value(name);
}

QString JsonReader::placeOf(const QString& name) const
{
    return m_place.isEmpty() ? name : m_place + u'.' + name;
}

} // namespace hvgpu::simulation
