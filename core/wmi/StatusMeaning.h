#pragma once

#include "core/base/Error.h"

#include <cstdint>
#include <optional>

namespace hvgpu::wmi {

/// What a number of WMI means to us, whichever way it travelled.
struct StatusMeaning
{
    base::ErrorCode code = base::ErrorCode::Internal;
    bool retryable = false;
};

/// HRESULT of WMI (WBEM_E_…) or Windows (wmi.md 1.7); nullopt for one without a meaning of its own.
[[nodiscard]] std::optional<StatusMeaning> meaningOfHresult(std::uint32_t code);

} // namespace hvgpu::wmi
