#pragma once

#include <QString>

#include <array>
#include <cstddef>
#include <optional>

namespace hvgpu::operations {

/// Identifier of an enumerator, both ways. The table must list every enumerator in order.
template <class Enum, std::size_t N>
struct NameTable
{
    std::array<const char*, N> names;

    [[nodiscard]] QLatin1String operator()(Enum value) const
    {
        return QLatin1String(names.at(static_cast<std::size_t>(value)));
    }
    [[nodiscard]] std::optional<Enum> parse(const QString& text) const
    {
        for (std::size_t i = 0; i < N; ++i) {
            if (text == QLatin1String(names[i]))
                return static_cast<Enum>(i);
        }
        return std::nullopt;
    }
};

} // namespace hvgpu::operations
