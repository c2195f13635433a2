#pragma once

namespace hvgpu::ui {

/// Makes OccupancyBar known to assistive technology, with one child per segment. Idempotent.
void installOccupancyAccessibility();

} // namespace hvgpu::ui
