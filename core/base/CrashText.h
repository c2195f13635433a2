#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <string_view>

namespace hvgpu::base::crash {

/// Text put together where nothing may be allocated and no lock taken: within a signal handler. What does not
/// fit is left out.
class Text
{
public:
    Text& add(std::string_view text);
    Text& decimal(std::uint64_t value);
    Text& hexadecimal(std::uint64_t value);
    /// As 2026-11-28T04:05:06Z.
    Text& time(std::time_t seconds);
    [[nodiscard]] std::string_view view() const { return {m_data.data(), m_size}; }
    void clear() { m_size = 0; }

private:
    Text& digits(std::uint64_t value, unsigned base, std::size_t atLeast);

    static constexpr std::size_t capacity = 1024;
    std::array<char, capacity> m_data{};
    std::size_t m_size = 0;
};

} // namespace hvgpu::base::crash
