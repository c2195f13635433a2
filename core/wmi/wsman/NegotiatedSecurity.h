#pragma once

#include "core/wmi/SignInGate.h"
#include "core/wmi/wsman/AuthMechanism.h"
#include "core/wmi/wsman/SecurityContext.h"

#include <cstdint>

namespace hvgpu::wsman {

/// Negotiate and Kerberos (RFC 4559 as WinRM speaks it, wsman.md 4): asks without a token whether the host is
/// there and offers it, signs in to the connection in further empty requests, then seals every message, or
/// relies on TLS with a channel binding.
class NegotiatedSecurity final : public SecurityContext
{
public:
    /// @p https: TLS protects the messages. @p gate: for the account that @p mechanism signs in with.
    NegotiatedSecurity(std::unique_ptr<AuthMechanism> mechanism, bool https, wmi::SignInGate gate);

    base::Result<void> prepare(HttpConnection& connection, const TransferLimit& limit) override;
    base::Result<void> protect(HttpRequest& request) override;
    [[nodiscard]] bool sendsCredentials() const override { return true; }
    [[nodiscard]] bool belongsToConnection() const override { return true; }
    [[nodiscard]] bool seals() const override { return !m_https; }
    base::Result<QByteArray> open(const QByteArray& body) override;
    void forget() override { m_signedIn = false; }

private:
    class Legs;

    std::unique_ptr<AuthMechanism> m_mechanism;
    wmi::SignInGate m_gate;
    bool m_https;
    bool m_signedIn = false;
    std::uint64_t m_connection = 0; ///< number of the connection that is signed in
};

} // namespace hvgpu::wsman
