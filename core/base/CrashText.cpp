#include "core/base/CrashText.h"

#include <algorithm>
#include <chrono>

namespace hvgpu::base::crash {

Text& Text::add(std::string_view text)
{
    const std::size_t count = std::min(text.size(), capacity - m_size);
    std::copy_n(text.begin(), count, m_data.begin() + static_cast<std::ptrdiff_t>(m_size));
    m_size += count;
    return *this;
}

Text& Text::decimal(std::uint64_t value)
{
    constexpr unsigned ten = 10;
    return digits(value, ten, 1);
}

Text& Text::hexadecimal(std::uint64_t value)
{
    constexpr unsigned sixteen = 16;
    return add("0x").digits(value, sixteen, 1);
}

Text& Text::time(std::time_t seconds)
{
    using namespace std::chrono;
    constexpr unsigned ten = 10;
    const sys_seconds moment{std::chrono::seconds(seconds)};
    const auto day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss clock(moment - day);
    digits(static_cast<std::uint64_t>(int(date.year())), ten, 4).add("-");
    digits(unsigned(date.month()), ten, 2).add("-").digits(unsigned(date.day()), ten, 2).add("T");
    digits(static_cast<std::uint64_t>(clock.hours().count()), ten, 2).add(":");
    digits(static_cast<std::uint64_t>(clock.minutes().count()), ten, 2).add(":");
    return digits(static_cast<std::uint64_t>(clock.seconds().count()), ten, 2).add("Z");
}

Text& Text::digits(std::uint64_t value, unsigned base, std::size_t atLeast)
{
    constexpr std::string_view characters = "0123456789abcdef";
    constexpr std::size_t most = 20; // of 64 bits in base 10
    std::array<char, most> reversed{};
    std::size_t count = 0;
    while (value != 0 || count < atLeast) {
        reversed.at(count++) = characters[value % base];
        value /= base;
    }
    while (count > 0)
        add({&reversed.at(--count), 1});
    return *this;
}

} // namespace hvgpu::base::crash
