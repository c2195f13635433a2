#pragma once

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <memory>

namespace hvgpu::test {

/// A TCP relay on loopback that records every byte in both directions, can change bytes on their way and
/// can cut connections.
class WireTap
{
public:
    enum class Direction { ToHost, ToClient };
    /// Called with every piece before it goes on, one call at a time.
    using Meddler = std::function<void(Direction direction, QByteArray& piece)>;

    explicit WireTap(std::uint16_t hostPort);
    ~WireTap();
    WireTap(const WireTap&) = delete;
    WireTap& operator=(const WireTap&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// Everything so far, before meddling. Thread-safe.
    [[nodiscard]] QByteArray recorded(Direction direction) const;
    [[nodiscard]] int connections() const;
    void setMeddler(Meddler meddler);
    /// Closes all connections; new ones are taken.
    void cut();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hvgpu::test
