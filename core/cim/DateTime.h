#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace hvgpu::cim {

/// A CIM datetime: a point in time or an interval, both with microseconds (DSP0004 §5.2.4).
class DateTime
{
public:
    /// A point in time, UTC.
    static DateTime timestamp(std::chrono::sys_time<std::chrono::microseconds> utc);
    static DateTime interval(std::chrono::microseconds length);

    /// Reads the 25 character CIM form, for example "20250109120000.000000+060" (offset in minutes) or
    /// "00000000003000.000000:000" (an interval). Unknown digits ("*") count as 0, an unknown month or day
    /// as 1.
    static std::optional<DateTime> fromCim(QStringView text);
    /// Reads what WS-Man sends in cim:Datetime (ISO 8601 with Z or offset) or cim:Interval (xs:duration).
    /// No offset means UTC; digits finer than microseconds are cut off; years and months of a duration must
    /// be 0.
    static std::optional<DateTime> fromIso(QStringView text);

    [[nodiscard]] bool isInterval() const noexcept { return m_interval; }
    /// Microseconds since 1970-01-01 UTC, or the length of the interval.
    [[nodiscard]] std::chrono::microseconds microseconds() const noexcept { return m_value; }
    /// The point in time; invalid for an interval.
    [[nodiscard]] QDateTime toQDateTime() const;

    /// 25 character CIM form, UTC ("+000"). Values beyond the years 0…9999 or 99999999 days are clamped.
    [[nodiscard]] QString toCim() const;
    /// ISO 8601 with "Z" and no trailing zeros, or "P0DT0H30M0S", as Windows writes them (wsman.md 2.3).
    [[nodiscard]] QString toIso() const;

    friend bool operator==(const DateTime&, const DateTime&) = default;

private:
    std::chrono::microseconds m_value{};
    bool m_interval = false;
};

} // namespace hvgpu::cim
