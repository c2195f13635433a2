#pragma once

#include <qt_windows.h>

#include <unknwn.h>

#include <utility>

namespace hvgpu::com {

/// Owns one reference to a COM object. Only what the room needs; MinGW brings no WRL or ATL.
template <class T>
class ComPtr
{
public:
    ComPtr() = default;
    /// Takes over a reference that the caller owns.
    explicit ComPtr(T* owned) noexcept
        : m_object(owned)
    {}
    ComPtr(const ComPtr& other) noexcept
        : m_object(other.m_object)
    {
        if (m_object != nullptr)
            m_object->AddRef();
    }
    ComPtr(ComPtr&& other) noexcept
        : m_object(std::exchange(other.m_object, nullptr))
    {}
    ComPtr& operator=(ComPtr other) noexcept
    {
        std::swap(m_object, other.m_object);
        return *this;
    }
    ~ComPtr() { reset(); }

    void reset() noexcept
    {
        if (T* const object = std::exchange(m_object, nullptr))
            object->Release();
    }
    /// For out parameters; lets go of what was held.
    [[nodiscard]] T** put() noexcept
    {
        reset();
        return &m_object;
    }
    /// The same for functions that want void**.
    [[nodiscard]] void** putVoid() noexcept { return reinterpret_cast<void**>(put()); }

    /// Gives the reference away.
    [[nodiscard]] T* release() noexcept { return std::exchange(m_object, nullptr); }
    [[nodiscard]] T* get() const noexcept { return m_object; }
    T* operator->() const noexcept { return m_object; }
    T& operator*() const noexcept { return *m_object; }
    explicit operator bool() const noexcept { return m_object != nullptr; }

    /// The same object by another interface; empty when it has none such.
    template <class Other>
    [[nodiscard]] ComPtr<Other> as() const
    {
        ComPtr<Other> other;
        if (m_object != nullptr && m_object->QueryInterface(__uuidof(Other), other.putVoid()) < 0)
            other.reset();
        return other;
    }

private:
    T* m_object = nullptr;
};

} // namespace hvgpu::com
