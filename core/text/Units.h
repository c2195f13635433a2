#pragma once

#include "core/text/Language.h"
#include "core/text/Text.h"

namespace hvgpu::text {

/// bytes() and quantity() of Text.h in either language.
/// @{
[[nodiscard]] QString bytes(std::uint64_t value, Language language);
[[nodiscard]] QString quantity(const analysis::Quantity& quantity, Unit unit, Language language);
/// @}

} // namespace hvgpu::text
