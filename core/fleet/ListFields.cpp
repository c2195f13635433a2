#include "core/fleet/ListFields.h"

namespace hvgpu::fleet {

ListFields splitListLine(const QString& line, QChar separator)
{
    ListFields fields;
    QString field;
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'"' && quoted && i + 1 < line.size() && line[i + 1] == u'"') {
            field += line[++i];
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (c == separator && !quoted) {
            fields.values << field.trimmed();
            field.clear();
        } else {
            field += c;
        }
    }
    fields.values << field.trimmed();
    fields.openQuote = quoted;
    return fields;
}

} // namespace hvgpu::fleet
