#pragma once

#include <qt_windows.h>

#include <oleauto.h>

#include <utility>

namespace hvgpu::com {

/// Owns a VARIANT and what it holds.
class Variant
{
public:
    Variant() noexcept { VariantInit(&m_value); }
    /// Takes over what @p owned holds.
    explicit Variant(const VARIANT& owned) noexcept
        : m_value(owned)
    {}
    Variant(const Variant&) = delete;
    Variant(Variant&& other) noexcept
        : Variant()
    {
        std::swap(m_value, other.m_value);
    }
    Variant& operator=(Variant other) noexcept
    {
        std::swap(m_value, other.m_value);
        return *this;
    }
    ~Variant() { VariantClear(&m_value); }

    /// For out parameters; lets go of what was held.
    [[nodiscard]] VARIANT* put() noexcept
    {
        VariantClear(&m_value);
        return &m_value;
    }
    /// For in parameters, which COM declares without const.
    [[nodiscard]] VARIANT* get() noexcept { return &m_value; }
    [[nodiscard]] const VARIANT& value() const noexcept { return m_value; }

private:
    VARIANT m_value;
};

} // namespace hvgpu::com
