#pragma once

#include "core/base/Result.h"

#include <QString>

#include <chrono>
#include <cstdint>

namespace hvgpu::com {

/// The port of the service that tells where WMI listens (RPC endpoint mapper).
inline constexpr std::uint16_t endpointMapperPort = 135;

/// Resolves @p host and connects to @p port, nothing more; the address that answered. Errors: Unreachable, of
/// the layer Name or Connect, or TimedOut. Blocks, resolving also longer than until @p end.
[[nodiscard]] base::Result<QString> probe(const QString& host, std::uint16_t port,
                                          std::chrono::steady_clock::time_point end);

} // namespace hvgpu::com
