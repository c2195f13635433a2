#include "core/report/Writers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::report {
namespace {

/// One look for screen and paper: dark where the reader's system is dark, ink-saving in print, and rows that
/// stay whole on a page. Results are words; colour only repeats them.
constexpr const char* style = R"(
:root { color-scheme: light dark; --line: #c8c8c8; --head: #f0f0f0; --bad: #a4262c; --warn: #7a5300; --good: #0b6a0b; }
@media (prefers-color-scheme: dark) { :root { --line: #555; --head: #2b2b2b; --bad: #ff8a80; --warn: #ffd166; --good: #8ee08e; } }
body { font: 14px/1.4 "Segoe UI", system-ui, sans-serif; margin: 1.5rem; }
h1 { font-size: 1.4rem; margin: 0 0 .25rem; }
p { margin: 0 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: var(--head); white-space: nowrap; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
td ul { margin: 0; padding-left: 1.1em; }
td.pre { white-space: pre-wrap; font-family: Consolas, monospace; }
td.fail, td.error { color: var(--bad); font-weight: 600; }
td.warning { color: var(--warn); font-weight: 600; }
td.pass { color: var(--good); }
@media print { :root { --line: #999; --head: #eee; --bad: #000; --warn: #000; --good: #000; color-scheme: light; }
  body { margin: 0; font-size: 9pt; } thead { display: table-header-group; } tr { break-inside: avoid; } }
)";

QString heading(const QString& name)
{
    QString title = name;
    title.replace(u'_', u' ').replace(u'-', u' ');
    if (!title.isEmpty())
        title[0] = title[0].toUpper();
    return title;
}

/// Characters that HTML cannot hold are shown as their code, as in the other formats.
QString escaped(const QString& text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar character : text) {
        constexpr char16_t firstPrintable = 0x20;
        const bool allowed = character >= QChar(firstPrintable) || character == u'\n' || character == u'\t' ||
                             character == u'\r';
        clean += allowed ? QString(character) : u"\\u%1"_s.arg(character.unicode(), 4, 16, QLatin1Char('0'));
    }
    return clean.toHtmlEscaped();
}

/// Words that carry a meaning which colour may repeat.
QString classOf(const QString& value)
{
    for (const QString& word : {u"fail"_s, u"error"_s, u"warning"_s, u"pass"_s}) {
        if (value == word)
            return word;
    }
    return value.contains(u'\n') ? u"pre"_s : QString();
}

QStringList elementsOf(const Cell& cell)
{
    if (const auto* texts = std::get_if<QStringList>(&cell))
        return *texts;
    QStringList elements;
    if (const auto* numbers = std::get_if<Numbers>(&cell)) {
        for (const std::uint64_t number : *numbers)
            elements << QString::number(static_cast<qulonglong>(number));
    }
    return elements;
}

QString cellHtml(const Cell& cell)
{
    if (const QStringList values = elementsOf(cell); values.size() > 1) {
        QString items;
        for (const QString& value : values)
            items += u"<li>"_s + escaped(value) + u"</li>"_s;
        return u"<td><ul>"_s + items + u"</ul></td>"_s;
    }
    const QString value = shownText(cell);
    const bool isNumber = std::holds_alternative<std::uint64_t>(cell) || std::holds_alternative<Amount>(cell);
    const QString kind = isNumber ? u"number"_s : classOf(value);
    return (kind.isEmpty() ? u"<td>"_s : u"<td class=\"%1\">"_s.arg(kind)) + escaped(value) + u"</td>"_s;
}

QByteArray beginning(const Table& table, const QDateTime& made)
{
    const QString title = escaped(heading(table.name));
    QString html = u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                   u"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%1 – "
                   u"GPU Console for Hyper-V</title>\n<style>"_s.arg(title);
    html += QString::fromLatin1(style);
    html += u"</style>\n</head>\n<body>\n<main>\n<h1>%1</h1>\n<p>%2 rows, made %3</p>\n"_s.arg(title)
                .arg(table.rows.size())
                .arg(isoTime(made));
    html += u"<table>\n<caption hidden>%1</caption>\n<thead>\n<tr>"_s.arg(title);
    for (const Column& column : table.columns)
        html += u"<th scope=\"col\">"_s + escaped(column.title) + u"</th>"_s;
    return (html + u"</tr>\n</thead>\n<tbody>\n"_s).toUtf8();
}

} // namespace

base::Result<QByteArray> writeHtml(const Table& table, const ExportOptions& options, Pace& pace)
{
    QByteArray html =
        beginning(table, options.made.isValid() ? options.made : QDateTime::currentDateTimeUtc());
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (!pace.step(row, table.rows.size(), 0, serializedPercent))
            return base::fail(cancelled());
        html += "<tr>";
        for (const Cell& cell : table.rows[row])
            html += cellHtml(cell).toUtf8();
        html += "</tr>\n";
    }
    html += "</tbody>\n</table>\n</main>\n</body>\n</html>\n";
    return html;
}

} // namespace hvgpu::report
