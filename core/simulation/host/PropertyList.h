#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <map>
#include <optional>

namespace hvgpu::simulation {

/// Reads a cluster property list of DWORD values (wmi.md 4.5); nullopt when it is malformed.
[[nodiscard]] std::optional<std::map<QString, std::uint32_t>> readPropertyList(const QByteArray& bytes);

} // namespace hvgpu::simulation
