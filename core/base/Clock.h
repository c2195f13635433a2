#pragma once

#include <chrono>
#include <stop_token>

namespace hvgpu::base {

/// Time as the program sees it, so that tests decide what time it is. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Wall clock, UTC.
    [[nodiscard]] virtual std::chrono::system_clock::time_point now() const = 0;
    /// Never runs backwards; for ages, deadlines and durations.
    [[nodiscard]] virtual std::chrono::steady_clock::time_point steadyNow() const = 0;
    /// Blocks for @p duration or until @p stop is requested; false when stopped.
    virtual bool sleepFor(std::chrono::milliseconds duration, std::stop_token stop) = 0;
};

/// The machine's clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] std::chrono::system_clock::time_point now() const override;
    [[nodiscard]] std::chrono::steady_clock::time_point steadyNow() const override;
    bool sleepFor(std::chrono::milliseconds duration, std::stop_token stop) override;
};

} // namespace hvgpu::base
