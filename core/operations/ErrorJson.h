#pragma once

#include "core/base/Error.h"

#include <QJsonObject>

namespace hvgpu::operations::detail {

/// An error with all its parts, so that a journal tells later what the report told then.
[[nodiscard]] QJsonObject toJson(const base::Error& error);
/// Unknown codes and layers become Internal and Local.
[[nodiscard]] base::Error errorFrom(const QJsonObject& json);

} // namespace hvgpu::operations::detail
