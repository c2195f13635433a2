#pragma once

#include "tests/benchmarks/fleet_refresh/RecordingSession.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace hvgpu::bench {

/// The requests of one host.
struct HostRequests
{
    QString url;
    std::vector<RecordedRequest> requests;
};

struct TransferResult
{
    double seconds = 0;
    double firstHostSeconds = 0; ///< until the first host's last byte
    std::uint64_t bytes = 0;
    std::uint64_t roundTrips = 0;
    std::uint64_t failures = 0;
};

/// Sends the same requests with nothing but libcurl, a connection per host and @p parallel at a time, and
/// throws the answers away; only the enumeration context is looked for, by text search, to pull on.
[[nodiscard]] TransferResult transferBare(const std::vector<HostRequests>& hosts, unsigned parallel);

} // namespace hvgpu::bench
