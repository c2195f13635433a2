#pragma once

#include <QIcon>
#include <QPalette>
#include <QStringView>

namespace hvgpu::ui {

/// The icon called @p name in resources/icons/svg, in every size. It follows light and dark at the moment it
/// is painted, so that it need not be fetched again after a theme switch. Null (and a warning) for unknown
/// names.
[[nodiscard]] QIcon icon(QStringView name);
/// The program's icon, up to 256 pixels.
[[nodiscard]] QIcon applicationIcon();
/// True when text is lighter than what it stands on. Also right for palettes that are not ours.
[[nodiscard]] bool isDark(const QPalette& palette);

} // namespace hvgpu::ui
