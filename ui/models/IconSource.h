#pragma once

#include <QIcon>
#include <QString>

#include <functional>

namespace hvgpu::ui {

/// Where models and delegates get icons by name (status-ready, server, gpu …). Set once by the theme; until
/// then every icon is null and words stand alone. GUI thread only.
using IconSource = std::function<QIcon(const QString& name)>;
void setIconSource(IconSource source);
[[nodiscard]] QIcon iconFor(const QString& name);

} // namespace hvgpu::ui
