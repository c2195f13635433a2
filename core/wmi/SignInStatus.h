#pragma once

#include "core/base/Error.h"

#include <cstdint>
#include <optional>

namespace hvgpu::wmi {

/// What a status of Windows' sign-in means: SEC_E_… of its security packages, SCARD_… of smart cards, and the
/// logon errors of Windows as HRESULTs or NTSTATUS. nullopt for one that says nothing about signing in.
[[nodiscard]] std::optional<base::ErrorCode> meaningOfSignInStatus(std::uint32_t status);

} // namespace hvgpu::wmi
