#pragma once

#include <QString>
#include <QStringView>

#include <chrono>
#include <cstdint>
#include <optional>

namespace hvgpu::cim {

/// Number made of ASCII digits only; nullopt for anything else, for no digits and for more than 18 of them.
[[nodiscard]] inline std::optional<std::int64_t> digitsToNumber(QStringView text)
{
    if (text.isEmpty() || text.size() > 18)
        return std::nullopt;
    std::int64_t number = 0;
    for (const QChar c : text) {
        if (c < QLatin1Char('0') || c > QLatin1Char('9'))
            return std::nullopt;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

/// Appends @p number with leading zeros up to @p width digits.
inline void appendPadded(QString& out, std::int64_t number, qsizetype width)
{
    const QString digits = QString::number(number);
    out.append(QString(qMax<qsizetype>(0, width - digits.size()), QLatin1Char('0')));
    out.append(digits);
}

/// Calendar fields of a point in time; a year outside 0…9999 is clamped because no text form can hold it.
struct CalendarFields
{
    std::int64_t year = 0;
    std::int64_t month = 1;
    std::int64_t day = 1;
    std::int64_t hours = 0;
    std::int64_t minutes = 0;
    std::int64_t seconds = 0;
    std::int64_t micros = 0;

    [[nodiscard]] static CalendarFields from(std::chrono::microseconds sinceEpoch);
    /// Microseconds since 1970-01-01; nullopt when the fields name no calendar date or time of day.
    [[nodiscard]] std::optional<std::chrono::microseconds> toMicroseconds() const;
};

/// Parts of an interval; days are limited to the eight digits of the CIM form.
struct IntervalFields
{
    std::int64_t days = 0;
    std::int64_t hours = 0;
    std::int64_t minutes = 0;
    std::int64_t seconds = 0;
    std::int64_t micros = 0;

    [[nodiscard]] static IntervalFields from(std::chrono::microseconds length);
};

inline constexpr std::int64_t maxIntervalDays = 99'999'999;

} // namespace hvgpu::cim
