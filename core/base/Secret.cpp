#include "core/base/Secret.h"

#include <cstring>

namespace hvgpu::base {

namespace {

/// Through a volatile pointer: the compiler may not drop stores to memory about to be freed.
void overwrite(volatile char* bytes, qsizetype size) noexcept
{
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = 0;
}

} // namespace

void wipe(QByteArray& bytes) noexcept
{
    if (!bytes.isEmpty())
        overwrite(bytes.data(), bytes.size());
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

// In place, whoever shares the bytes: detaching would wipe a fresh copy and leave the old one.
Secret::~Secret()
{
    overwrite(const_cast<char*>(m_utf8.constData()), m_utf8.size());
}

} // namespace hvgpu::base
