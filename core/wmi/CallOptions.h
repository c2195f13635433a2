#pragma once

#include <chrono>
#include <stop_token>

namespace hvgpu::wmi {

/// How long one call may take and who may stop it.
struct CallOptions
{
    std::chrono::milliseconds deadline{30'000}; ///< for the whole call, all round trips included
    std::stop_token stop;                       ///< a request to stop ends the call at once with Cancelled
    bool withPaths = false;                     ///< query(): rows carry their object path (object + EPR)
    bool readsOnly = false; ///< invoke(): the method changes nothing, it may be sent again
};

} // namespace hvgpu::wmi
