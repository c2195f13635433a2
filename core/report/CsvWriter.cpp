#include "core/report/Writers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::report {
namespace {

bool isExactNumber(QStringView text)
{
    if (text.startsWith(u'-') || text.startsWith(u'+'))
        text = text.mid(1);
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Would a spreadsheet run this text, or eat a character of it, on opening the file (EC-63)? Full-width forms
/// count where the system's language is an East Asian one.
bool isDangerous(QStringView text)
{
    static constexpr QStringView starts = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    return !text.isEmpty() && starts.contains(text.front()) && !isExactNumber(text);
}

void appendField(QByteArray& out, QString text)
{
    const bool quoted =
        text.startsWith(u' ') || text.endsWith(u' ') || std::any_of(text.cbegin(), text.cend(), [](QChar c) {
            return c == u',' || c == u'"' || c == u'\r' || c == u'\n';
        });
    if (quoted)
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    out += text.toUtf8();
}

void appendCell(QByteArray& out, const Cell& cell, bool guard)
{
    QString text = plainText(cell);
    const bool isText = std::holds_alternative<QString>(cell) || std::holds_alternative<QStringList>(cell);
    if (guard && isText && isDangerous(text))
        text.prepend(u'\'');
    appendField(out, std::move(text));
}

} // namespace

base::Result<QByteArray> writeCsv(const Table& table, const ExportOptions& options, Pace& pace)
{
    QByteArray out = options.byteOrderMark ? QByteArray("\xEF\xBB\xBF") : QByteArray();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i > 0)
            out += ',';
        appendField(out, table.columns[i].id);
    }
    out += "\r\n";
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (!pace.step(row, table.rows.size(), 0, serializedPercent))
            return base::fail(cancelled());
        for (std::size_t i = 0; i < table.rows[row].size(); ++i) {
            if (i > 0)
                out += ',';
            appendCell(out, table.rows[row][i], options.formulaGuard);
        }
        out += "\r\n";
    }
    return out;
}

} // namespace hvgpu::report
