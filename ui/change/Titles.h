#pragma once

#include "core/model/HostSnapshot.h"

namespace hvgpu::ui {

/// "NVIDIA A2", "NVIDIA A2 #2" when the server has several of that name (EC-21); as in the tabs.
[[nodiscard]] QString gpuTitle(const model::HostSnapshot& host, const model::Gpu& gpu);
/// The VM's name; with the end of its id when the server has several of that name (EC-34), the id alone
/// without one.
[[nodiscard]] QString vmTitle(const model::HostSnapshot& host, const model::VirtualMachine& vm);

} // namespace hvgpu::ui
