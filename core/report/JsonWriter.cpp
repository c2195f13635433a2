#include "core/report/Writers.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::report {
namespace {

/// The largest number that every JSON reader keeps exact.
constexpr std::uint64_t largestExact = 1ULL << 53U;

void appendString(QByteArray& out, const QString& text)
{
    static constexpr char hexDigits[] = "0123456789abcdef";
    out += '"';
    for (const char c : text.toUtf8()) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            out += "\\u00";
            out += hexDigits[byte >> 4U];
            out += hexDigits[byte & 0xFU];
        } else {
            out += c;
        }
    }
    out += '"';
}

struct Appender
{
    QByteArray& out;

    void operator()(std::monostate /*unknown*/) const { out += "null"; }
    void operator()(const QString& text) const { appendString(out, text); }
    void operator()(bool value) const { out += value ? "true" : "false"; }
    void operator()(const QDateTime& time) const { appendString(out, isoTime(time)); }
    void operator()(std::uint64_t value) const
    {
        const QByteArray digits = QByteArray::number(static_cast<qulonglong>(value));
        out += value > largestExact ? '"' + digits + '"' : digits;
    }
    void operator()(const Amount& amount) const { (*this)(amount.value); }
    void operator()(const QStringList& values) const { array(values); }
    void operator()(const Numbers& values) const { array(values); }

private:
    template <class List>
    void array(const List& values) const
    {
        out += '[';
        bool first = true;
        for (const auto& value : values) {
            if (!std::exchange(first, false))
                out += ", ";
            (*this)(value);
        }
        out += ']';
    }
};

} // namespace

base::Result<QByteArray> writeJson(const Table& table, Pace& pace)
{
    QByteArray out = "[";
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (!pace.step(row, table.rows.size(), 0, serializedPercent))
            return base::fail(cancelled());
        out += row > 0 ? ",\n  {" : "\n  {";
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            out += i > 0 ? ", " : "";
            appendString(out, table.columns[i].id);
            out += ": ";
            std::visit(Appender{out}, table.rows[row].at(i));
        }
        out += '}';
    }
    out += table.rows.empty() ? "]\n" : "\n]\n";
    return out;
}

} // namespace hvgpu::report
