#pragma once

namespace hvgpu::ui {

struct Health;

/// Fills in the rows of the tab *Findings* from the diagnoses in @p health, the worst @p limit at most. For a
/// worker.
void addFindingRows(Health& health, int limit);

} // namespace hvgpu::ui
