#pragma once

#include <QStringList>

namespace hvgpu::app {

/// Versions of the libraries that the program talks to servers with, for support files.
[[nodiscard]] QStringList components();

} // namespace hvgpu::app
