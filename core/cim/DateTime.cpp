#include "core/cim/DateTime.h"

#include "core/cim/DateTimeText.h"

#include <algorithm>

namespace hvgpu::cim {
namespace {

using Micros = std::chrono::microseconds;

constexpr qsizetype cimLength = 25;
constexpr qsizetype pointAt = 14;
constexpr qsizetype signAt = 21;

/// A field of the fixed-width form. "*" marks digits the sender does not know: all of them give
/// @p whenUnknown, single ones count as 0.
std::optional<std::int64_t> field(QStringView text, qsizetype from, qsizetype length,
                                  std::int64_t whenUnknown)
{
    QString digits = text.mid(from, length).toString();
    if (digits.count(QLatin1Char('*')) == length)
        return whenUnknown;
    return digitsToNumber(digits.replace(QLatin1Char('*'), QLatin1Char('0')));
}

std::optional<Micros> cimInterval(QStringView text)
{
    const auto days = field(text, 0, 8, 0);
    const auto hours = field(text, 8, 2, 0);
    const auto minutes = field(text, 10, 2, 0);
    const auto seconds = field(text, 12, 2, 0);
    const auto micros = field(text, 15, 6, 0);
    if (!days || !hours || !minutes || !seconds || !micros || field(text, 22, 3, 0) != 0)
        return std::nullopt;
    if (*hours > 23 || *minutes > 59 || *seconds > 59)
        return std::nullopt;
    return std::chrono::days(*days) + std::chrono::hours(*hours) + std::chrono::minutes(*minutes) +
           std::chrono::seconds(*seconds) + Micros(*micros);
}

std::optional<Micros> cimTimestamp(QStringView text, bool eastOfUtc)
{
    const auto year = field(text, 0, 4, 0);
    const auto month = field(text, 4, 2, 1);
    const auto day = field(text, 6, 2, 1);
    const auto hours = field(text, 8, 2, 0);
    const auto minutes = field(text, 10, 2, 0);
    const auto seconds = field(text, 12, 2, 0);
    const auto micros = field(text, 15, 6, 0);
    const auto offset = field(text, 22, 3, 0);
    if (!year || !month || !day || !hours || !minutes || !seconds || !micros || !offset)
        return std::nullopt;
    const CalendarFields fields{*year, *month, *day, *hours, *minutes, *seconds, *micros};
    const std::chrono::minutes shift(eastOfUtc ? -*offset : *offset);
    const auto local = fields.toMicroseconds();
    return local ? std::optional(*local + shift) : std::nullopt;
}

} // namespace

CalendarFields CalendarFields::from(Micros sinceEpoch)
{
    using namespace std::chrono;
    constexpr sys_time<Micros> lowest = sys_days(year_month_day(std::chrono::year(0), January, 1d));
    constexpr sys_time<Micros> highest =
        sys_days(year_month_day(std::chrono::year(10'000), January, 1d)) - Micros(1);
    const sys_time<Micros> time = std::clamp(sys_time<Micros>(sinceEpoch), lowest, highest);
    const sys_days date = floor<days>(time);
    const year_month_day ymd(date);
    const hh_mm_ss<Micros> clock(time - date);
    return {static_cast<int>(ymd.year()),     static_cast<unsigned>(ymd.month()),
            static_cast<unsigned>(ymd.day()), clock.hours().count(),
            clock.minutes().count(),          clock.seconds().count(),
            clock.subseconds().count()};
}

std::optional<Micros> CalendarFields::toMicroseconds() const
{
    using namespace std::chrono;
    if (year > 9999 || month > 12 || day > 31 || hours > 23 || minutes > 59 || seconds > 59)
        return std::nullopt;
    const year_month_day date(std::chrono::year(static_cast<int>(year)),
                              std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day)));
    if (!date.ok())
        return std::nullopt;
    return sys_days(date).time_since_epoch() + std::chrono::hours(hours) + std::chrono::minutes(minutes) +
           std::chrono::seconds(seconds) + Micros(micros);
}

IntervalFields IntervalFields::from(Micros length)
{
    using namespace std::chrono;
    constexpr Micros longest = std::chrono::days(maxIntervalDays + 1) - Micros(1);
    const Micros kept = std::clamp(length, Micros(0), longest);
    const auto wholeDays = floor<std::chrono::days>(kept);
    const hh_mm_ss<Micros> clock(kept - wholeDays);
    return {wholeDays.count(), clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
            clock.subseconds().count()};
}

DateTime DateTime::timestamp(std::chrono::sys_time<Micros> utc)
{
    DateTime made;
    made.m_value = utc.time_since_epoch();
    return made;
}

DateTime DateTime::interval(Micros length)
{
    DateTime made;
    made.m_value = length;
    made.m_interval = true;
    return made;
}

std::optional<DateTime> DateTime::fromCim(QStringView text)
{
    if (text.size() != cimLength || text[pointAt] != QLatin1Char('.'))
        return std::nullopt;
    const QChar sign = text[signAt];
    if (sign == QLatin1Char(':')) {
        const auto length = cimInterval(text);
        return length ? std::optional(interval(*length)) : std::nullopt;
    }
    if (sign != QLatin1Char('+') && sign != QLatin1Char('-'))
        return std::nullopt;
    const auto utc = cimTimestamp(text, sign == QLatin1Char('+'));
    return utc ? std::optional(timestamp(std::chrono::sys_time<Micros>(*utc))) : std::nullopt;
}

QDateTime DateTime::toQDateTime() const
{
    if (m_interval)
        return {};
    return QDateTime::fromMSecsSinceEpoch(std::chrono::floor<std::chrono::milliseconds>(m_value).count(),
                                          Qt::UTC);
}

QString DateTime::toCim() const
{
    QString out;
    out.reserve(cimLength);
    if (m_interval) {
        const IntervalFields f = IntervalFields::from(m_value);
        appendPadded(out, f.days, 8);
        appendPadded(out, f.hours * 10'000 + f.minutes * 100 + f.seconds, 6);
        out.append(QLatin1Char('.'));
        appendPadded(out, f.micros, 6);
        return out.append(QLatin1String(":000"));
    }
    const CalendarFields f = CalendarFields::from(m_value);
    appendPadded(out, f.year * 10'000 + f.month * 100 + f.day, 8);
    appendPadded(out, f.hours * 10'000 + f.minutes * 100 + f.seconds, 6);
    out.append(QLatin1Char('.'));
    appendPadded(out, f.micros, 6);
    return out.append(QLatin1String("+000"));
}

} // namespace hvgpu::cim
