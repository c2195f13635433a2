#include "core/fleet/ListBytes.h"

#include <QStringDecoder>

#include <array>
#include <optional>

namespace hvgpu::fleet {
namespace {

/// 0x80 … 0x9F of Windows-1252, which are controls in Latin-1 (unicode.org, CP1252.TXT). What has no meaning
/// there stays.
constexpr std::array<char16_t, 32> specials{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                            0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                            0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                            0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

QString fromWindows1252(const QByteArray& bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar& c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0x80 + specials.size())
            c = QChar(specials[c.unicode() - 0x80U]);
    }
    return text;
}

/// Lists are mostly ASCII, of which UTF-16 makes every other byte a zero; other texts have none at all.
std::optional<QStringConverter::Encoding> utf16Of(const QByteArray& bytes)
{
    if (bytes.startsWith("\xFF\xFE"))
        return QStringConverter::Utf16LE;
    if (bytes.startsWith("\xFE\xFF"))
        return QStringConverter::Utf16BE;
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < bytes.size(); ++i)
        zeros[static_cast<std::size_t>(i % 2)] += bytes[i] == '\0' ? 1 : 0;
    if (zeros[0] == 0 && zeros[1] == 0)
        return std::nullopt;
    return zeros[1] >= zeros[0] ? QStringConverter::Utf16LE : QStringConverter::Utf16BE;
}

} // namespace

QString listTextOf(const QByteArray& bytes)
{
    const auto utf16 = utf16Of(bytes);
    QStringDecoder decoder(utf16.value_or(QStringConverter::Utf8));
    QString text = decoder.decode(bytes);
    if (!utf16 && decoder.hasError())
        text = fromWindows1252(bytes);
    if (text.startsWith(QChar(0xFEFF)))
        text.remove(0, 1);
    return text;
}

} // namespace hvgpu::fleet
