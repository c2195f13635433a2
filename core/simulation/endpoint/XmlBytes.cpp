#include "core/simulation/endpoint/XmlBytes.h"

#include <QChar>

namespace hvgpu::simulation {

namespace {

void appendUtf8(QByteArray& out, char32_t code)
{
    const auto continuation = [code](int shift) {
        return static_cast<char>(0x80U | ((code >> shift) & 0x3FU));
    };
    if (code < 0x800) {
        out.append(static_cast<char>(0xC0U | (code >> 6U)));
    } else if (code < 0x10000) {
        out.append(static_cast<char>(0xE0U | (code >> 12U)));
        out.append(continuation(6));
    } else {
        out.append(static_cast<char>(0xF0U | (code >> 18U)));
        out.append(continuation(12));
        out.append(continuation(6));
    }
    out.append(continuation(0));
}

void appendAscii(QByteArray& out, char16_t unit)
{
    switch (unit) {
    case u'&':
        out.append("&amp;");
        break;
    case u'<':
        out.append("&lt;");
        break;
    case u'>':
        out.append("&gt;");
        break;
    case u'"':
        out.append("&quot;");
        break;
    case u'\r': // a raw one would be normalised to a line feed by the reader
        out.append("&#13;");
        break;
    default:
        out.append(unit < 0x20 && unit != u'\t' && unit != u'\n' ? '?' : static_cast<char>(unit));
    }
}

} // namespace

void appendEscaped(QByteArray& out, QStringView text)
{
    const qsizetype size = text.size();
    for (qsizetype i = 0; i < size; ++i) {
        const char16_t unit = text[i].unicode();
        if (unit < 0x80) {
            appendAscii(out, unit);
        } else if (QChar::isHighSurrogate(unit) && i + 1 < size && text[i + 1].isLowSurrogate()) {
            appendUtf8(out, QChar::surrogateToUcs4(unit, text[i + 1].unicode()));
            ++i;
        } else if (QChar::isSurrogate(unit) || unit >= 0xFFFE) {
            out.append('?');
        } else {
            appendUtf8(out, unit);
        }
    }
}

} // namespace hvgpu::simulation
