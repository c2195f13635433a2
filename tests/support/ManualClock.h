#pragma once

#include "core/base/Clock.h"

#include <atomic>

namespace hvgpu::tests {

/// Time that passes only when the test or a sleeper says so. Thread-safe.
class ManualClock final : public base::Clock
{
public:
    [[nodiscard]] std::chrono::system_clock::time_point now() const override
    {
        constexpr std::chrono::hours start{24 * 365 * 50};
        return std::chrono::system_clock::time_point(start + std::chrono::milliseconds(m_elapsed.load()));
    }
    [[nodiscard]] std::chrono::steady_clock::time_point steadyNow() const override
    {
        return std::chrono::steady_clock::time_point(std::chrono::milliseconds(m_elapsed.load()));
    }
    /// Returns at once and moves the time on.
    bool sleepFor(std::chrono::milliseconds duration, std::stop_token stop) override
    {
        advance(duration);
        return !stop.stop_requested();
    }
    void advance(std::chrono::milliseconds duration) { m_elapsed += duration.count(); }
    [[nodiscard]] std::chrono::milliseconds elapsed() const
    {
        return std::chrono::milliseconds(m_elapsed.load());
    }

private:
    std::atomic<std::chrono::milliseconds::rep> m_elapsed{0};
};

} // namespace hvgpu::tests
