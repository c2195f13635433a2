#pragma once

#include "core/base/Error.h"
#include "core/wmi/ConnectionSettings.h"

#include <QByteArray>

#include <curl/curl.h>

#include <memory>
#include <optional>

namespace hvgpu::wsman {

/// Who judges the certificates that hosts show. Where libcurl's TLS library does that as we want it, this
/// leaves it to it. On Windows it does it itself: libcurl calls it on every connection after the handshake
/// and before the first byte of a request, and what it does not let through is not sent.
class ServerTrust
{
public:
    /// Why a request was not sent, and the certificate, as DER; empty when the host showed none.
    struct Refusal
    {
        base::Error error;
        QByteArray certificate;
    };

    explicit ServerTrust(const wmi::ConnectionSettings& settings);
    ~ServerTrust();
    ServerTrust(const ServerTrust&) = delete;
    ServerTrust& operator=(const ServerTrust&) = delete;

    /// Takes its place in @p easy, which must not outlive this; when false, @p easy must not be used.
    [[nodiscard]] bool guard(CURL* easy);
    /// The refusal of the last request, if it was refused; asking forgets it.
    [[nodiscard]] std::optional<Refusal> takeRefusal();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace hvgpu::wsman
