#pragma once

#include <QByteArray>
#include <QLatin1String>
#include <QStringView>

namespace hvgpu::simulation {

/// Appends @p text as UTF-8, escaped for element content and attribute values. Characters XML 1.0 cannot
/// carry become '?', as Windows does (wsman.md 2.3).
void appendEscaped(QByteArray& out, QStringView text);

/// Appends ASCII that needs no escaping.
inline void appendRaw(QByteArray& out, QLatin1String ascii)
{
    out.append(ascii.data(), ascii.size());
}

} // namespace hvgpu::simulation
