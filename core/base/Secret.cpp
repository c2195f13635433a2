#include "core/base/Secret.h"

#include <cstring>

namespace hvgpu::base {

// Deep copies, so that every Secret owns the bytes it wipes.
Secret::Secret(QByteArray utf8) : m_utf8(utf8.constData(), utf8.size()) {}
Secret::Secret(const Secret& other) : m_utf8(other.m_utf8.constData(), other.m_utf8.size()) {}

Secret& Secret::operator=(Secret other) noexcept
{
    std::swap(m_utf8, other.m_utf8);
    return *this;
}

Secret::~Secret()
{
    wipe();
}

void Secret::wipe() noexcept
{
    if (m_utf8.isEmpty())
        return;
    // Written through a volatile pointer: the compiler may not drop stores to memory about to be freed.
    volatile char* bytes = m_utf8.data();
    for (qsizetype i = 0; i < m_utf8.size(); ++i)
        bytes[i] = 0;
}

} // namespace hvgpu::base
