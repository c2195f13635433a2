#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/hyperv/HostControl.h"

#include <chrono>
#include <stop_token>

namespace hvgpu::operations {

/// True for errors after which the same read may well succeed: connection lost, provider restarting, bad
/// answer. With @p patient, when a change hangs on the answer: everything but a clear "not there".
[[nodiscard]] inline bool isWorthReadingAgain(const base::Error& error, bool patient)
{
    using base::ErrorCode;
    if (patient)
        return error.code != ErrorCode::NotFound && error.code != ErrorCode::Cancelled;
    return error.retryable || error.code == ErrorCode::Unreachable || error.code == ErrorCode::ShuttingDown ||
           error.code == ErrorCode::TimedOut || error.code == ErrorCode::ProtocolViolation;
}

/// Repeats @p read (a call with an ActionContext) a few times with growing pauses; a target's state decides
/// what happens next, so a read is worth some patience. Reads that cannot be stopped follow a change and get
/// more of it.
template <class Read>
auto readAgain(base::Clock& clock, const std::stop_token& stop, const Read& read)
{
    constexpr int attempts = 6;
    constexpr std::chrono::milliseconds pause{1'000};
    hyperv::ActionContext context;
    context.stop = stop;
    context.deadline = std::chrono::seconds(60);
    for (int attempt = 1;; ++attempt) {
        auto state = read(context);
        if (state || attempt == attempts || !isWorthReadingAgain(state.error(), !stop.stop_possible()) ||
            !clock.sleepFor(pause * attempt, stop))
            return state;
    }
}

} // namespace hvgpu::operations
