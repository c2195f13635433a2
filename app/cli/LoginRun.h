#pragma once

#include "app/cli/Arguments.h"

namespace hvgpu::cli {

/// Saves the password of each server in the user's keychain, or forgets it (Command::Logout).
[[nodiscard]] ExitCode runLogin(const Arguments& arguments);

} // namespace hvgpu::cli
