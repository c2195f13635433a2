#pragma once

#include <QString>

namespace hvgpu::ui {

/// @p words as a tooltip that wraps and in which nothing a host says is taken for markup; empty stays empty.
[[nodiscard]] QString plainToolTip(const QString& words);

} // namespace hvgpu::ui
