#pragma once

#include "core/base/Error.h"

#include <utility>

namespace hvgpu::wsman {

/// An error with what is known where it happens; Conversation adds operation, target and host.
[[nodiscard]] inline base::Error makeError(base::Layer layer, base::ErrorCode code, QString detail,
                                           bool retryable = false)
{
    base::Error error;
    error.layer = layer;
    error.code = code;
    error.detail = std::move(detail);
    error.retryable = retryable;
    return error;
}

} // namespace hvgpu::wsman
