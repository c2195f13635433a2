#pragma once

#include "core/model/HostSnapshot.h"

namespace hvgpu::analysis {

/// What a GPU is called among those of its host: "NVIDIA A2", "NVIDIA A2 #2" when the host has several of
/// that name (EC-21), in slot order; its id when it has no name. Pure.
[[nodiscard]] QString gpuTitle(const model::HostSnapshot& host, const model::Gpu& gpu);

} // namespace hvgpu::analysis
