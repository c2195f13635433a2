#pragma once

#include "ui/details/DetailContent.h"
#include "ui/health/Health.h"

namespace hvgpu::ui {

/// Details of a check or of a group of checks; empty for neither.
[[nodiscard]] DetailContent describeCheck(const CheckPlace& place);
[[nodiscard]] DetailContent describeFinding(const analysis::Diagnosis& diagnosis, bool fixable);
/// Several rows are selected.
[[nodiscard]] DetailContent describeRows(int count, const QString& icon);

} // namespace hvgpu::ui
