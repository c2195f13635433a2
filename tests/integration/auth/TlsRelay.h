#pragma once

#include <QByteArray>

#include <cstdint>
#include <memory>

namespace hvgpu::test {

/// Opens HTTPS on its way to a host on loopback, as proxies and security software do: it shows a certificate
/// of its own and makes another connection of TLS to the host.
class TlsRelay
{
public:
    /// @p certificatePem, @p privateKeyPem: what it shows.
    TlsRelay(std::uint16_t hostPort, const QByteArray& certificatePem, const QByteArray& privateKeyPem);
    ~TlsRelay();
    TlsRelay(const TlsRelay&) = delete;
    TlsRelay& operator=(const TlsRelay&) = delete;

    [[nodiscard]] std::uint16_t port() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hvgpu::test
