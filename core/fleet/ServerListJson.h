#pragma once

#include "core/base/Result.h"
#include "core/fleet/ServerEntry.h"

#include <QByteArray>

#include <vector>

namespace hvgpu::fleet {

/// Reads a server list (format in core/fleet/README.md). Errors name line and column, or the entry and the
/// key. Unknown keys are passed over so that a list of a later version still opens; a later major version is
/// refused.
[[nodiscard]] base::Result<std::vector<ServerEntry>> serverListFromJson(const QByteArray& json);
/// The inverse; never holds a password.
[[nodiscard]] QByteArray serverListToJson(const std::vector<ServerEntry>& entries);

} // namespace hvgpu::fleet
