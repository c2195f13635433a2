#pragma once

#include <QByteArray>

#include <utility>

namespace hvgpu::base {

/// Overwrites the bytes with zeros in a way the compiler keeps; the size stays. Only this array's bytes: one
/// that shares them with a copy gets its own first.
void wipe(QByteArray& bytes) noexcept;

/// A password or the like. The bytes are wiped when it goes; there is no way to print or log it
/// by accident (no conversion to QString, no stream operator).
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray utf8);
    Secret(const Secret& other);
    Secret(Secret&& other) noexcept
        : m_utf8(std::exchange(other.m_utf8, {}))
    {}
    Secret& operator=(Secret other) noexcept;
    ~Secret();

    [[nodiscard]] bool isEmpty() const noexcept { return m_utf8.isEmpty(); }
    /// The plain bytes, for the one place that has to send them. They go with this object: a copy that shares
    /// them is wiped as well, so what is to outlive it needs bytes of its own.
    [[nodiscard]] const QByteArray& reveal() const noexcept { return m_utf8; }

private:
    QByteArray m_utf8;
};

} // namespace hvgpu::base
