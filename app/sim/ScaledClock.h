#pragma once

#include "core/base/Clock.h"

namespace hvgpu::sim {

/// Time that runs faster than that of the machine, beginning at the moment the clock is made.
class ScaledClock final : public base::Clock
{
public:
    explicit ScaledClock(unsigned factor)
        : m_factor(factor)
    {}

    [[nodiscard]] std::chrono::system_clock::time_point now() const override
    {
        return m_wallStart + m_factor * (m_clock.now() - m_wallStart);
    }
    [[nodiscard]] std::chrono::steady_clock::time_point steadyNow() const override
    {
        return m_steadyStart + m_factor * (m_clock.steadyNow() - m_steadyStart);
    }
    bool sleepFor(std::chrono::milliseconds duration, std::stop_token stop) override
    {
        return m_clock.sleepFor(duration / m_factor, std::move(stop));
    }

private:
    base::SystemClock m_clock;
    unsigned m_factor;
    std::chrono::system_clock::time_point m_wallStart = m_clock.now();
    std::chrono::steady_clock::time_point m_steadyStart = m_clock.steadyNow();
};

} // namespace hvgpu::sim
