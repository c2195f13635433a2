#pragma once

#include "core/base/Error.h"
#include "core/model/HostSnapshot.h"

#include <optional>

namespace hvgpu::analysis {

/// Why the account cannot change the host, as far as reading alone tells; nullopt when it may, or nothing is
/// known. Every reading calls a method (GetSummaryInformation): an account that is refused that can call
/// none, and every change is a call (wsman.md 2.9). One that sees no Hyper-V object is no administrator of
/// Hyper-V (wmi.md 1.2). That it may call a method does not say that it may change: only a refused change
/// tells that. Pure.
[[nodiscard]] std::optional<base::Error> refusedRights(const model::HostSnapshot& host);

} // namespace hvgpu::analysis
