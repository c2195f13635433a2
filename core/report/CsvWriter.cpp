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

constexpr QStringView starts = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

/// Would a spreadsheet run this text, or eat a character of it, on opening the file (EC-63)? Full-width forms
/// count where the system's language is an East Asian one.
bool isDangerous(QStringView text)
{
    return !text.isEmpty() && starts.contains(text.front()) && !isExactNumber(text);
}

/// A spreadsheet that splits at ';' (where ',' is the decimal comma) or at tabs sees a cell begin after them.
bool isCellEnd(QChar c)
{
    return c == u';' || c == u'\t' || c == u'\r' || c == u'\n';
}

QString guarded(const QString& text)
{
    QString result;
    result.reserve(text.size() + 1);
    for (qsizetype start = 0; start <= text.size();) {
        qsizetype end = start;
        while (end < text.size() && !isCellEnd(text[end]))
            ++end;
        const QStringView cell = QStringView(text).mid(start, end - start);
        QStringView value = cell; // as it is left when the quotes before it are taken for those of a field
        while (start > 0 && value.startsWith(u'"'))
            value = value.mid(1);
        const bool eatsStart = start == 0 && end == 0 && isDangerous(text);
        if (eatsStart || isDangerous(value))
            result += u'\'';
        result += cell;
        if (end < text.size())
            result += text[end];
        start = end + 1;
    }
    return result;
}

/// Each element is a cell of its own where the list is split again.
QString guarded(const QStringList& list)
{
    QStringList elements;
    for (const QString& element : list)
        elements << guarded(element);
    return plainText(elements);
}

void appendField(QByteArray& out, QString text)
{
    const bool quoted = text.startsWith(u' ') || text.endsWith(u' ') ||
                        std::any_of(text.cbegin(), text.cend(),
                                    [](QChar c) { return c == u',' || c == u'"' || isCellEnd(c); });
    if (quoted)
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    out += text.toUtf8();
}

void appendCell(QByteArray& out, const Cell& cell, bool guard)
{
    if (const auto* text = std::get_if<QString>(&cell); guard && text != nullptr)
        appendField(out, guarded(*text));
    else if (const auto* list = std::get_if<QStringList>(&cell); guard && list != nullptr)
        appendField(out, guarded(*list));
    else
        appendField(out, plainText(cell));
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
