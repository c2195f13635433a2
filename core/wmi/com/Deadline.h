#pragma once

#include <chrono>
#include <stop_token>

namespace hvgpu::com {

/// Until when a call may run, over all its round trips.
struct Deadline
{
    std::chrono::steady_clock::time_point end;
    std::stop_token stop;
};

} // namespace hvgpu::com
