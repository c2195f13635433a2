#pragma once

#include <QString>
#include <QStringList>

namespace hvgpu::fleet {

/// The fields of one line of a list.
struct ListFields
{
    QStringList values;
    bool openQuote = false; ///< a quotation mark is not closed in the line
};

/// As RFC 4180 has it, without line breaks in fields: "" within quotes is one quote. Spaces around a field
/// go.
[[nodiscard]] ListFields splitListLine(const QString& line, QChar separator);

} // namespace hvgpu::fleet
