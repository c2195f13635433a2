#include "core/base/Secret.h"

#include <cstring>

namespace hvgpu::base {

void wipe(QByteArray& bytes) noexcept
{
    if (bytes.isEmpty())
        return;
    // Written through a volatile pointer: the compiler may not drop stores to memory about to be freed.
    volatile char* const raw = bytes.data();
    for (qsizetype i = 0; i < bytes.size(); ++i)
        raw[i] = 0;
}

// Deep copies, so that every Secret owns the bytes it wipes.
Secret::Secret(QByteArray utf8)
    : m_utf8(utf8.constData(), utf8.size())
{
    if (utf8.isDetached())
        wipe(utf8);
}

Secret::Secret(const Secret& other)
    : m_utf8(other.m_utf8.constData(), other.m_utf8.size())
{}

Secret& Secret::operator=(Secret other) noexcept
{
    std::swap(m_utf8, other.m_utf8);
    return *this;
}

Secret::~Secret()
{
    wipe(m_utf8);
}

} // namespace hvgpu::base
