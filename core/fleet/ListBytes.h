#pragma once

#include <QByteArray>
#include <QString>

namespace hvgpu::fleet {

/// The text of a list as programs of Windows and others write them: UTF-8, UTF-16 (what ">" of Windows
/// PowerShell writes) of either order, both with and without a byte order mark; what is neither is taken for
/// Windows-1252.
[[nodiscard]] QString listTextOf(const QByteArray& bytes);

} // namespace hvgpu::fleet
