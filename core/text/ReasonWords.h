#pragma once

#include <QString>

namespace hvgpu::text {

/// What the runner says of a target in English ("its partition count is 8"), translated when it is one of the
/// sentences known here; else as it is.
[[nodiscard]] QString reason(const QString& english);

} // namespace hvgpu::text
