#pragma once

namespace hvgpu::cli {

/// What the program ends with; documented in hvgpu.1 and never changed.
enum ExitCode {
    Success = 0,
    Failure = 1,
    Usage = 2,
    SomeUnreachable = 3,
    Blocked = 4,         ///< a plan has findings that forbid it; nothing was changed
    NotAllSucceeded = 5, ///< some of what was to be changed was not
    ChecksFailed = 6,    ///< a check failed, or a finding is serious
    Interrupted = 130
};

} // namespace hvgpu::cli
