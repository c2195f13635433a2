#include "core/wmi/wsman/Der.h"

namespace hvgpu::wsman::der {

std::optional<Element> take(QByteArrayView& bytes)
{
    const auto at = [&bytes](qsizetype i) { return static_cast<unsigned char>(bytes[i]); };
    if (bytes.size() < 2)
        return std::nullopt;
    qsizetype header = 2;
    qsizetype length = at(1);
    if (length > 0x80) {
        const qsizetype count = length - 0x80;
        if (count > 4 || bytes.size() < 2 + count)
            return std::nullopt;
        length = 0;
        for (qsizetype i = 0; i < count; ++i)
            length = length * 256 + at(2 + i);
        header += count;
    } else if (length == 0x80) {
        return std::nullopt;
    }
    if (length > bytes.size() - header)
        return std::nullopt;
    const Element element{at(0), bytes.first(header + length), bytes.sliced(header, length)};
    bytes = bytes.sliced(header + length);
    return element;
}

std::optional<Element> take(QByteArrayView& bytes, unsigned char tag)
{
    std::optional<Element> element = take(bytes);
    return element && element->tag == tag ? element : std::nullopt;
}

} // namespace hvgpu::wsman::der
