#pragma once

#include "core/model/HostSnapshot.h"

namespace hvgpu::analysis {

/// The VM's name; with the end of its id when the host has several of that name (EC-34), the id alone without
/// one. Pure.
[[nodiscard]] QString vmTitle(const model::HostSnapshot& host, const model::VirtualMachine& vm);

} // namespace hvgpu::analysis
