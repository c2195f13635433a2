#pragma once

#include <QStringView>

namespace hvgpu::simulation::wql {

/// LIKE: % any text, _ one character, [a-c] and [^abc] sets, without case. Runs in linear space and at most
/// text × pattern steps.
[[nodiscard]] bool matchesLike(QStringView text, QStringView pattern);

} // namespace hvgpu::simulation::wql
