#pragma once

#include "core/base/Result.h"
#include "core/simulation/endpoint/HostFront.h"
#include "core/simulation/endpoint/SelfSignedCertificate.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace hvgpu::simulation {

/// HTTP/1.1 servers for many hosts on a few threads. Everything of Boost stays behind this class.
class HttpEngine
{
public:
    struct Impl;

    /// With @p tls every host speaks HTTPS only. @p asksForCertificate: callers may show one of theirs, as
    /// with Windows, which does not insist on it while the connection is made.
    [[nodiscard]] static base::Result<std::unique_ptr<HttpEngine>>
    create(unsigned threads, const std::optional<CertificatePair>& tls, bool asksForCertificate = false);
    /// Closes every connection and waits for the threads.
    ~HttpEngine();
    HttpEngine(const HttpEngine&) = delete;
    HttpEngine& operator=(const HttpEngine&) = delete;

    /// Reserves @p port at @p address (0: any free one) for a host, without listening yet: connections are
    /// refused. Returns the port.
    base::Result<std::uint16_t> addHost(std::shared_ptr<HostFront> front, const QString& address,
                                        std::uint16_t port);
    /// Starts or stops listening; stopping also cuts the host's connections. Waits until done. Not to be
    /// called from an HTTP thread.
    base::Result<void> setListening(std::size_t host, bool on);
    /// Calls @p task again and again on a thread of its own until destruction.
    void every(std::chrono::milliseconds period, std::function<void()> task);

private:
    explicit HttpEngine(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> m_impl;
};

} // namespace hvgpu::simulation
