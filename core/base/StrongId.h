#pragma once

#include <QHash>
#include <QString>

#include <compare>
#include <functional>
#include <utility>

namespace hvgpu::base {

/// A text identity that cannot be mixed up with another kind of identity. Compared exactly; whoever makes
/// one normalises the text first.
template <class Tag>
class StrongId
{
public:
    StrongId() = default;
    explicit StrongId(QString text)
        : m_text(std::move(text))
    {}

    [[nodiscard]] const QString& text() const noexcept { return m_text; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_text.isEmpty(); }

    friend bool operator==(const StrongId& a, const StrongId& b) noexcept { return a.m_text == b.m_text; }
    friend std::strong_ordering operator<=>(const StrongId& a, const StrongId& b) noexcept
    {
        return a.m_text.compare(b.m_text) <=> 0;
    }
    friend std::size_t qHash(const StrongId& id, std::size_t seed = 0) noexcept
    {
        return ::qHash(id.m_text, seed);
    }

private:
    QString m_text;
};

} // namespace hvgpu::base

template <class Tag>
struct std::hash<hvgpu::base::StrongId<Tag>>
{
    std::size_t operator()(const hvgpu::base::StrongId<Tag>& id) const noexcept { return ::qHash(id.text()); }
};
