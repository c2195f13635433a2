#pragma once

#include <QDateTime>

#include <chrono>

namespace hvgpu::base {

/// A point of the wall clock as Qt's UTC date and time, milliseconds exact.
[[nodiscard]] inline QDateTime toUtc(std::chrono::system_clock::time_point time)
{
    const auto sinceEpoch = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count(), Qt::UTC);
}

} // namespace hvgpu::base
