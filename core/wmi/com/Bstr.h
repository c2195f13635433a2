#pragma once

#include <QString>

#include <qt_windows.h>

#include <oleauto.h>

#include <utility>

namespace hvgpu::com {

[[nodiscard]] inline QString textOf(BSTR text)
{
    return text == nullptr ? QString()
                           : QString::fromWCharArray(text, static_cast<qsizetype>(SysStringLen(text)));
}

/// A string as COM passes it. Empty text is an empty BSTR, a null QString no BSTR.
class Bstr
{
public:
    Bstr() = default;
    explicit Bstr(QStringView text)
        : m_text(text.isNull() ? nullptr
                               : SysAllocStringLen(reinterpret_cast<const OLECHAR*>(text.utf16()),
                                                   static_cast<UINT>(text.size())))
    {}
    Bstr(const Bstr&) = delete;
    Bstr& operator=(const Bstr&) = delete;
    ~Bstr() { SysFreeString(m_text); }

    [[nodiscard]] BSTR get() const noexcept { return m_text; }
    [[nodiscard]] BSTR* put() noexcept
    {
        SysFreeString(std::exchange(m_text, nullptr));
        return &m_text;
    }
    /// Gives the string away.
    [[nodiscard]] BSTR release() noexcept { return std::exchange(m_text, nullptr); }
    [[nodiscard]] QString text() const { return textOf(m_text); }

private:
    BSTR m_text = nullptr;
};

} // namespace hvgpu::com
