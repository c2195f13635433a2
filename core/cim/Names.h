#pragma once

#include <QChar>
#include <QStringView>

#include <cstddef>

namespace hvgpu::cim {

/// @p c in lower case when it is an ASCII letter; anything else unchanged.
[[nodiscard]] constexpr char16_t asciiLower(char16_t c) noexcept
{
    return c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + 0x20) : c;
}

/// CIM names (classes, properties, keys, parameters) compare without ASCII case (DSP0004 §5.1). Made for hot
/// loops: different lengths are told apart without looking at the text.
[[nodiscard]] inline bool sameName(QStringView a, QStringView b) noexcept
{
    if (a.size() != b.size())
        return false;
    const char16_t* const left = a.utf16();
    const char16_t* const right = b.utf16();
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (left[i] != right[i] && asciiLower(left[i]) != asciiLower(right[i]))
            return false;
    }
    return true;
}

/// Hash that is equal for names that are sameName().
[[nodiscard]] inline std::size_t nameHash(QStringView name, std::size_t seed = 0) noexcept
{
    for (const QChar c : name)
        seed = seed * 31U + asciiLower(c.unicode());
    return seed;
}

} // namespace hvgpu::cim
