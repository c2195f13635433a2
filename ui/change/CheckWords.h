#pragma once

#include "core/operations/Finding.h"

#include <QString>

namespace hvgpu::ui {

/// What @p code comes to in a few words, for the row of a VM; empty when it has none.
[[nodiscard]] QString checkWords(operations::FindingCode code);

} // namespace hvgpu::ui
