#include "core/report/Writers.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace hvgpu::report {
namespace {

constexpr int gap = 2; // spaces between columns

/// Characters that would move the cursor or turn the reading direction of a terminal.
bool isUnprintable(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

/// Columns a character takes: Unicode's East Asian wide and full-width blocks and emoji take two.
int width(char32_t c)
{
    static constexpr std::pair<char32_t, char32_t> wide[] = {
        {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},
        {0xA000, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF},
        {0x20000, 0x2FFFD}, {0x30000, 0x3FFFD},
    };
    const QChar::Category category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing ||
        category == QChar::Other_Format)
        return 0;
    const bool isWide =
        std::ranges::any_of(wide, [c](const auto& range) { return c >= range.first && c <= range.second; });
    return isWide ? 2 : 1;
}

int width(const QString& text)
{
    const auto characters = text.toUcs4();
    return std::accumulate(characters.begin(), characters.end(), 0,
                           [](int sum, char32_t c) { return sum + width(c); });
}

QString printable(const QString& text)
{
    QString result;
    result.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        if (isUnprintable(c))
            result += u"\\u%1"_s.arg(static_cast<uint>(c), 4, 16, QLatin1Char('0'));
        else
            result += QString::fromUcs4(&c, 1);
    }
    return result;
}

QString cut(const QString& text, int columns)
{
    if (width(text) <= columns)
        return text;
    QString result;
    int used = 1; // the ellipsis
    for (const char32_t c : text.toUcs4()) {
        used += width(c);
        if (used > columns)
            break;
        result += QString::fromUcs4(&c, 1);
    }
    return columns > 0 ? result + u'\u2026' : QString();
}

bool isNumber(const Cell& cell)
{
    return std::holds_alternative<std::uint64_t>(cell) || std::holds_alternative<Amount>(cell);
}

class TextTable
{
public:
    TextTable(const Table& table, const ExportOptions& options)
        : m_table(table)
        , m_options(options)
    {}

    base::Result<QByteArray> write(Pace& pace)
    {
        if (!measure(pace))
            return base::fail(cancelled());
        fit();
        QByteArray out;
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            append(out, m_table.columns[i].title, i);
        endLine(out);
        for (std::size_t row = 0; row < m_table.rows.size(); ++row) {
            if (!pace.step(row, m_table.rows.size(), serializedPercent / 2, serializedPercent))
                return base::fail(cancelled());
            for (std::size_t i = 0; i < m_columns.size(); ++i)
                append(out, cellText(m_table.rows[row].at(i)), i);
            endLine(out);
        }
        return out;
    }

private:
    struct ColumnShape
    {
        int width = 0;
        bool right = false;
    };

    static QString cellText(const Cell& cell)
    {
        return std::holds_alternative<std::monostate>(cell) ? u"-"_s : printable(shownText(cell));
    }

    bool measure(Pace& pace)
    {
        for (const Column& column : m_table.columns)
            m_columns.push_back({width(column.title), false});
        for (std::size_t row = 0; row < m_table.rows.size(); ++row) {
            if (!pace.step(row, m_table.rows.size(), 0, serializedPercent / 2))
                return false;
            for (std::size_t i = 0; i < m_columns.size(); ++i) {
                const Cell& cell = m_table.rows[row].at(i);
                m_columns[i].width = std::max(m_columns[i].width, width(cellText(cell)));
                m_columns[i].right = m_columns[i].right || isNumber(cell);
            }
        }
        return true;
    }

    /// Takes from the widest column until the line fits.
    void fit()
    {
        constexpr int narrowest = 4;
        if (m_options.textWidth <= 0 || m_columns.empty())
            return;
        int total = -gap;
        for (const ColumnShape& column : m_columns)
            total += column.width + gap;
        for (; total > m_options.textWidth; --total) {
            const auto widest = std::ranges::max_element(m_columns, {}, &ColumnShape::width);
            if (widest->width <= narrowest)
                return;
            --widest->width;
        }
    }

    void append(QByteArray& out, const QString& text, std::size_t column) const
    {
        const ColumnShape& shape = m_columns[column];
        const QString shown = cut(text, shape.width);
        const QByteArray padding(shape.width - width(shown), ' ');
        if (column > 0)
            out += QByteArray(gap, ' ');
        out += shape.right ? padding + shown.toUtf8() : shown.toUtf8() + padding;
    }

    static void endLine(QByteArray& out)
    {
        while (out.endsWith(' '))
            out.chop(1);
        out += '\n';
    }

    const Table& m_table;
    const ExportOptions& m_options;
    std::vector<ColumnShape> m_columns;
};

} // namespace

base::Result<QByteArray> writeText(const Table& table, const ExportOptions& options, Pace& pace)
{
    return TextTable(table, options).write(pace);
}

} // namespace hvgpu::report
