#include "ui/details/DetailContent.h"

#include <QStringList>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

/// A value may have several lines; in a file of lines it must not.
QString oneLine(QString text)
{
    text.replace(u'\n', u"; "_s);
    return text.replace(u'\t', u' ');
}

} // namespace

QString DetailContent::toText() const
{
    QStringList blocks{subtitle.isEmpty() ? title : u"%1\t%2"_s.arg(title, subtitle)};
    for (const DetailSection& section : sections) {
        QStringList lines;
        if (!section.title.isEmpty())
            lines.append(section.title);
        for (const DetailField& field : section.fields)
            lines.append(field.label + u'\t' + oneLine(field.value));
        blocks.append(lines.join(u'\n'));
    }
    return blocks.join(u"\n\n"_s) + u'\n';
}

QString DetailContent::value(const QString& id) const
{
    for (const DetailSection& section : sections) {
        for (const DetailField& field : section.fields) {
            if (field.id == id)
                return field.value;
        }
    }
    return {};
}

} // namespace hvgpu::ui
