#pragma once

#include "core/model/HostSnapshot.h"

namespace hvgpu::analysis {

/// The name to show: as the host has it, the id when that is blank. Pure.
[[nodiscard]] QString vmName(const model::VirtualMachine& vm);
/// The same for the VM of an assignment, also when the host does not list it.
[[nodiscard]] QString vmName(const model::Assignment& assignment);

/// The VM's name; with the end of its id when the host has several of that name (EC-34), the id alone without
/// one. Pure.
[[nodiscard]] QString vmTitle(const model::HostSnapshot& host, const model::VirtualMachine& vm);

} // namespace hvgpu::analysis
