#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace hvgpu::cli {

/// CLI11 speaks UTF-8 in std::string.
[[nodiscard]] inline std::string utf8(const QString& text)
{
    return text.toStdString();
}

[[nodiscard]] inline QStringList texts(const std::vector<std::string>& values)
{
    QStringList result;
    for (const std::string& value : values)
        result << QString::fromStdString(value);
    return result;
}

} // namespace hvgpu::cli
