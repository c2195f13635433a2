#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QString>

namespace hvgpu::cli {

/// The first line of a file. Errors: Io, or CredentialsMissing when it is empty.
[[nodiscard]] base::Result<base::Secret> passwordFromFile(const QString& path);
/// HVGPU_PASSWORD, when it is set. The variable is removed from the environment, so that no child inherits
/// it.
[[nodiscard]] base::Secret passwordFromEnvironment();
/// Asks on the terminal without showing what is typed. CredentialsMissing when there is no terminal.
[[nodiscard]] base::Result<base::Secret> passwordFromPrompt(const QString& prompt);

} // namespace hvgpu::cli
