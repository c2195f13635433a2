#pragma once

#include "core/hyperv/HostControl.h"
#include "core/operations/Plan.h"

#include <vector>

namespace hvgpu::operations {

/// Why @p target cannot have, or keep, the partitions that its steps add, with @p gpus as they are now: the
/// chosen GPU is gone, has another partition count than planned, or fewer than @p needed partitions free.
/// Those that adapters without a GPU of their own wait for are not free. Empty when nothing stands against
/// it. Pure.
[[nodiscard]] QString lackOfRoom(const Target& target, const std::vector<hyperv::GpuState>& gpus, int needed);

/// How a new adapter, as the host has it, differs from the step that added it; empty when it does not. Pure.
[[nodiscard]] QString differenceOf(const model::Assignment& adapter, const Step& step);

/// How the partitions that the VM of @p target runs with differ from those that its steps added, in GPU or
/// size; empty when they do not, or when the host shows none (yet). Pure.
[[nodiscard]] QString differenceOf(const std::vector<model::Assignment>& partitions, const Target& target);

} // namespace hvgpu::operations
