#pragma once

#include <atomic>
#include <cstdint>

namespace hvgpu::com {

/// What can be told of calls while they run, from another thread.
struct Progress
{
    std::atomic<std::uint64_t> roundTrips{0};
    std::atomic<std::uint64_t> connections{0};
    /// The running call has sent a change: without an answer nobody knows whether it happened.
    std::atomic<bool> changeSent{false};
    /// Nobody waits for the running call any more.
    std::atomic<bool> abandoned{false};
};

} // namespace hvgpu::com
