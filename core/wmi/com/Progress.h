#pragma once

#include "core/wmi/com/Deadline.h"

#include <atomic>
#include <cstdint>

namespace hvgpu::com {

/// How far a call that changes something has come.
enum class Change {
    None,  ///< nothing was sent that changes something
    Sent,  ///< without an answer nobody knows whether it happened
    Stored ///< the host said that it did; it is being read back
};

/// What can be told of calls while they run, from another thread.
struct Progress
{
    std::atomic<std::uint64_t> roundTrips{0};
    std::atomic<std::uint64_t> connections{0};
    std::atomic<Change> change{Change::None};
    /// Nobody waits for the running call any more.
    std::atomic<bool> abandoned{false};
    /// The running call waits in short steps and ends by itself when its time is over.
    std::atomic<bool> watched{false};
    /// Of the running call; set before it begins.
    Deadline deadline{};
};

} // namespace hvgpu::com
