#pragma once

#include "core/fleet/Refresher.h"

#include <chrono>
#include <cstddef>

namespace hvgpu::fleet {

struct FleetOptions
{
    RefresherOptions refresher;               ///< how many hosts are read at the same time
    std::size_t hostsPerSignal = 64;          ///< a receiver of changed() never handles more at once
    std::chrono::milliseconds coalescing{75}; ///< results that come within this time leave together
    /// Of a read that goes on after its first look, before that is shown beside rows of other hosts.
    std::chrono::milliseconds firstLookWait{1'000};
    std::chrono::milliseconds callDeadline{30'000};
    /// Of drivers, links and places of GPUs where nobody asked for the refresh.
    std::chrono::minutes polledPropertiesMayBe{10};
    std::size_t testsAtOnce = 2;                       ///< connection tests at the same time
    std::chrono::milliseconds testDeadline{15'000};    ///< of one call of a connection test
    std::chrono::milliseconds downNodeDeadline{5'000}; ///< for a node its cluster reports as down
};

} // namespace hvgpu::fleet
