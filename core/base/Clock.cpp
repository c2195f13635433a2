#include "core/base/Clock.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace hvgpu::base {

std::chrono::system_clock::time_point SystemClock::now() const
{
    return std::chrono::system_clock::now();
}

std::chrono::steady_clock::time_point SystemClock::steadyNow() const
{
    return std::chrono::steady_clock::now();
}

bool SystemClock::sleepFor(std::chrono::milliseconds duration, std::stop_token stop)
{
    std::mutex mutex;
    std::condition_variable_any wakeup;
    std::unique_lock lock(mutex);
    // In pieces: a call that MinGW-w64's condition variables lose is made up for soon.
    constexpr std::chrono::milliseconds piece(250);
    for (auto left = duration; left > left.zero() && !stop.stop_requested(); left -= piece)
        wakeup.wait_for(lock, stop, std::min(left, piece), [] { return false; });
    return !stop.stop_requested();
}

} // namespace hvgpu::base
