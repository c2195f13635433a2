#pragma once

#include "core/wmi/wsman/EnvelopeReader.h"

#include <chrono>
#include <cstdint>

namespace hvgpu::wsman {

/// Numbers a session works with; the defaults suit real hosts.
struct Tuning
{
    /// Rows asked for at once. The host fills an answer up to the envelope size, whichever comes first;
    /// Windows takes up to 32000.
    std::uint32_t maxElements = 4'000;
    std::uint32_t maxEnvelopeSizeCap = 8U * 1024 * 1024; ///< how far the envelope grows for one big row
    int maxAttempts = 4;                                 ///< of a request that may be repeated
    std::chrono::milliseconds firstRetryWindow{1'000}; ///< delays are random inside a window that doubles …
    std::chrono::milliseconds lastRetryWindow{15'000}; ///< … up to this
    std::chrono::milliseconds minimumRetryDelay{100};
    /// How long a connection may rest before it is tried with a harmless request ahead of a change.
    std::chrono::milliseconds probeAfter{5'000};
    std::chrono::milliseconds releaseTime{
        400}; ///< for letting go of an enumeration after the call has failed
    ReadLimits limits;
};

} // namespace hvgpu::wsman
