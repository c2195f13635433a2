#include "core/cim/DateTime.h"
#include "core/cim/DateTimeText.h"

namespace hvgpu::cim {
namespace {

using Micros = std::chrono::microseconds;

/// Walks through ISO text from the left.
class IsoCursor
{
public:
    explicit IsoCursor(QStringView text)
        : m_rest(text)
    {}

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    bool skip(char c)
    {
        if (m_rest.isEmpty() || m_rest.front() != QLatin1Char(c))
            return false;
        m_rest = m_rest.mid(1);
        return true;
    }
    /// Exactly @p length digits, or as many as there are when it is 0.
    std::optional<std::int64_t> number(qsizetype length = 0)
    {
        const qsizetype count = length > 0 ? length : digitCount();
        if (m_rest.size() < count)
            return std::nullopt;
        const auto value = digitsToNumber(m_rest.left(count));
        m_rest = m_rest.mid(count);
        return value;
    }
    /// Digits after a decimal point as Micros; finer ones are cut off.
    std::optional<std::int64_t> fraction()
    {
        const qsizetype count = digitCount();
        if (count == 0)
            return std::nullopt;
        QString digits = m_rest.left(qMin<qsizetype>(count, 6)).toString();
        m_rest = m_rest.mid(count);
        return digitsToNumber(digits.append(QString(6 - digits.size(), QLatin1Char('0'))));
    }

private:
    [[nodiscard]] qsizetype digitCount() const
    {
        qsizetype count = 0;
        while (count < m_rest.size() && m_rest[count] >= QLatin1Char('0') &&
               m_rest[count] <= QLatin1Char('9'))
            ++count;
        return count;
    }

    QStringView m_rest;
};

/// What has to be added to local time to get UTC; no zone at all counts as UTC.
std::optional<std::chrono::minutes> zoneShift(IsoCursor& cursor)
{
    if (cursor.atEnd() || cursor.skip('Z'))
        return std::chrono::minutes(0);
    const bool east = cursor.skip('+');
    if (!east && !cursor.skip('-'))
        return std::nullopt;
    const auto hours = cursor.number(2);
    const bool colon = cursor.skip(':');
    const auto minutes = cursor.number(2);
    if (!hours || !colon || !minutes || *hours > 14 || *minutes > 59)
        return std::nullopt;
    const std::chrono::minutes shift = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
    return east ? -shift : shift;
}

bool readClock(IsoCursor& cursor, CalendarFields& fields)
{
    const auto hours = cursor.number(2);
    const bool firstColon = cursor.skip(':');
    const auto minutes = cursor.number(2);
    const bool secondColon = cursor.skip(':');
    const auto seconds = cursor.number(2);
    if (!hours || !firstColon || !minutes || !secondColon || !seconds)
        return false;
    fields.hours = *hours;
    fields.minutes = *minutes;
    fields.seconds = *seconds;
    if (!cursor.skip('.'))
        return true;
    const auto micros = cursor.fraction();
    fields.micros = micros.value_or(0);
    return micros.has_value();
}

std::optional<Micros> isoTimestamp(QStringView text)
{
    IsoCursor cursor(text);
    CalendarFields fields;
    const auto year = cursor.number(4);
    const bool firstDash = cursor.skip('-');
    const auto month = cursor.number(2);
    const bool secondDash = cursor.skip('-');
    const auto day = cursor.number(2);
    if (!year || !firstDash || !month || !secondDash || !day)
        return std::nullopt;
    fields.year = *year;
    fields.month = *month;
    fields.day = *day;
    if (cursor.skip('T') && !readClock(cursor, fields))
        return std::nullopt;
    const auto shift = zoneShift(cursor);
    const auto local = fields.toMicroseconds();
    if (!shift || !local || !cursor.atEnd())
        return std::nullopt;
    return *local + *shift;
}

/// Adds one "12H" of a duration to @p total; false for an unknown unit, a year or month other than 0 (they
/// have no fixed length) and for lengths the CIM form cannot hold.
bool addDurationPart(IsoCursor& cursor, bool inTime, Micros& total)
{
    constexpr std::int64_t secondsPerDay = 86'400;
    const auto number = cursor.number();
    if (!number)
        return false;
    std::int64_t unit = 0;
    std::int64_t micros = 0;
    if (inTime && cursor.skip('.')) {
        const auto fraction = cursor.fraction();
        if (!fraction || !cursor.skip('S'))
            return false;
        unit = 1;
        micros = *fraction;
    } else if (!inTime && (cursor.skip('Y') || cursor.skip('M')))
        return *number == 0;
    else if (!inTime && cursor.skip('D'))
        unit = secondsPerDay;
    else if (inTime && cursor.skip('H'))
        unit = 3600;
    else if (inTime && cursor.skip('M'))
        unit = 60;
    else if (inTime && cursor.skip('S'))
        unit = 1;
    else
        return false;
    const std::int64_t limit = (maxIntervalDays + 1) * secondsPerDay;
    if (*number > limit / unit)
        return false;
    total += std::chrono::seconds(*number * unit) + Micros(micros);
    return total < std::chrono::seconds(limit);
}

std::optional<Micros> isoDuration(QStringView text)
{
    IsoCursor cursor(text);
    if (!cursor.skip('P') || cursor.atEnd())
        return std::nullopt;
    Micros total{};
    bool inTime = false;
    while (!cursor.atEnd()) {
        if (!inTime && cursor.skip('T')) {
            inTime = true;
            if (cursor.atEnd())
                return std::nullopt;
        }
        if (!addDurationPart(cursor, inTime, total))
            return std::nullopt;
    }
    return total;
}

void appendFraction(QString& out, std::int64_t micros)
{
    if (micros == 0)
        return;
    out.append(QLatin1Char('.'));
    appendPadded(out, micros, 6);
    while (out.endsWith(QLatin1Char('0')))
        out.chop(1);
}

QString durationText(Micros length)
{
    const IntervalFields f = IntervalFields::from(length);
    QString out = QStringLiteral("P%1DT%2H%3M%4").arg(f.days).arg(f.hours).arg(f.minutes).arg(f.seconds);
    appendFraction(out, f.micros);
    return out.append(QLatin1Char('S'));
}

} // namespace

std::optional<DateTime> DateTime::fromIso(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.startsWith(QLatin1Char('P'))) {
        const auto length = isoDuration(trimmed);
        return length ? std::optional(interval(*length)) : std::nullopt;
    }
    const auto utc = isoTimestamp(trimmed);
    return utc ? std::optional(timestamp(std::chrono::sys_time<Micros>(*utc))) : std::nullopt;
}

QString DateTime::toIso() const
{
    if (m_interval)
        return durationText(m_value);
    const CalendarFields f = CalendarFields::from(m_value);
    QString out;
    out.reserve(27);
    appendPadded(out, f.year, 4);
    out.append(QLatin1Char('-'));
    appendPadded(out, f.month, 2);
    out.append(QLatin1Char('-'));
    appendPadded(out, f.day, 2);
    out.append(QLatin1Char('T'));
    appendPadded(out, f.hours, 2);
    out.append(QLatin1Char(':'));
    appendPadded(out, f.minutes, 2);
    out.append(QLatin1Char(':'));
    appendPadded(out, f.seconds, 2);
    appendFraction(out, f.micros);
    return out.append(QLatin1Char('Z'));
}

} // namespace hvgpu::cim
