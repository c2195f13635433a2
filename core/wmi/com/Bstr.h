#pragma once

#include <QString>

#include <qt_windows.h>

#include <oleauto.h>

#include <utility>

namespace hvgpu::com {

/// Up to the first NUL: WMI's texts hold none, but Wine's paths are longer than what is in them.
[[nodiscard]] inline QString textOf(BSTR text)
{
    const QString whole = text == nullptr
                              ? QString()
                              : QString::fromWCharArray(text, static_cast<qsizetype>(SysStringLen(text)));
    const qsizetype end = whole.indexOf(QChar(u'\0'));
    return end < 0 ? whole : whole.left(end);
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
