#pragma once

#include "core/operations/Plan.h"

#include <chrono>
#include <vector>

namespace hvgpu::operations {

/// Whether @p step takes the VM down. Pure.
[[nodiscard]] bool takesDown(const Step& step);

/// How long a VM may be down while @p steps are carried out: the sum of the limits that the runner sets for
/// them, from the one that takes it down to the one that starts it; zero when none does. A step that fails
/// and is taken back comes on top, and so does the time that a person takes to answer: see asks(). Pure.
[[nodiscard]] std::chrono::seconds longestDowntime(const std::vector<Step>& steps);

/// Whether somebody is asked when the guest does not shut down in time. Pure.
[[nodiscard]] bool asks(const Target& target);

} // namespace hvgpu::operations
