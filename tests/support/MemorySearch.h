#pragma once

#include <QByteArray>

namespace hvgpu::tests {

/// A text that stands in the memory of this process only where a test puts it: it is kept mixed with a mask.
class HiddenText
{
public:
    /// @p masked: every byte of the text xor 0x5A.
    explicit HiddenText(const char* masked)
        : m_masked(masked)
    {}

    /// Its bytes, for the one who is to make them disappear.
    [[nodiscard]] QByteArray reveal() const
    {
        QByteArray text(m_masked);
        for (char& c : text)
            c = static_cast<char>(c ^ mask);
        return text;
    }
    /// Whether any memory that this process may write holds the text. Its first 16 bytes do not count: the
    /// allocator writes over those of memory that was given back. Linux only; else false.
    [[nodiscard]] bool isInMemory() const;
    /// The same for the text in base64, where it stands after @p before.
    [[nodiscard]] bool isInMemoryAsBase64(const QByteArray& before) const;

private:
    static constexpr char mask = 0x5A;
    const char* m_masked;
};

} // namespace hvgpu::tests
