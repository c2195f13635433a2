#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QString>
#include <QStringList>

namespace hvgpu::cli {

/// The first line of a file. Errors: Io, or CredentialsMissing when it is empty.
[[nodiscard]] base::Result<base::Secret> passwordFromFile(const QString& path);
/// HVGPU_PASSWORD, when it is set; it is taken out of the environment.
[[nodiscard]] base::Secret passwordFromEnvironment();
/// Whether there is a terminal to ask on.
[[nodiscard]] bool canAskForPassword();
/// CredentialsMissing: there is no terminal to ask for the passwords of @p accounts.
[[nodiscard]] base::Error cannotAsk(const QStringList& accounts);
/// Asks on the terminal, which there must be, without showing what is typed. CredentialsMissing when nothing
/// is.
[[nodiscard]] base::Result<base::Secret> passwordFromPrompt(const QString& account);

} // namespace hvgpu::cli
