#pragma once

#include "core/simulation/wql/Query.h"

#include <optional>

namespace hvgpu::simulation::wql {

/// Reads SELECT, ASSOCIATORS OF and REFERENCES OF, words in any case; nullopt for anything else
/// (0x80041017 on Windows).
[[nodiscard]] std::optional<Query> parse(QStringView text);

} // namespace hvgpu::simulation::wql
