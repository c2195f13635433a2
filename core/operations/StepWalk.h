#pragma once

#include "core/base/Result.h"
#include "core/operations/Plan.h"
#include "core/operations/TargetHistory.h"

#include <functional>
#include <stop_token>

namespace hvgpu::operations {

/// Carries out the steps of @p target in their order with @p perform, which gets the index of each; ends with
/// the first error, or with Cancelled before the next step once @p stop is requested. A VM that was off
/// before an undo of its finished plan was cut off is not started.
base::Result<void> walkSteps(const Target& target, const TargetHistory& earlier, const std::stop_token& stop,
                             const std::function<base::Result<void>(int)>& perform);

} // namespace hvgpu::operations
