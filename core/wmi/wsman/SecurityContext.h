#pragma once

#include "core/base/Result.h"
#include "core/wmi/ConnectionSettings.h"
#include "core/wmi/wsman/HttpMessage.h"

#include <memory>

namespace hvgpu::wsman {

class HttpConnection;

/// What authentication and message protection do to the messages of one connection. It stands between
/// SoapChannel, which knows SOAP, and HttpConnection, which knows bytes.
class SecurityContext
{
public:
    virtual ~SecurityContext() = default;
    SecurityContext() = default;
    SecurityContext(const SecurityContext&) = delete;
    SecurityContext& operator=(const SecurityContext&) = delete;

    /// Signs in to the connection when the scheme needs that and it is not done yet.
    [[nodiscard]] virtual base::Result<void> prepare(HttpConnection& /*connection*/,
                                                     const TransferLimit& /*limit*/)
    {
        return {};
    }
    /// Makes @p request, which holds a plain SOAP message, fit to be sent. An error means nothing may be
    /// sent.
    [[nodiscard]] virtual base::Result<void> protect(HttpRequest& request) = 0;
    /// What became of the request that went out; null when there was no answer.
    virtual void learn(const HttpHead* /*head*/) {}
    /// Whether a 401 means that credentials were refused, rather than missing.
    [[nodiscard]] virtual bool sendsCredentials() const = 0;

    /// The scheme of the Authorization header that goes with every request; empty when none does.
    [[nodiscard]] virtual QByteArray scheme() const { return {}; }
    /// Whether the host knows us by the connection, so that a 401 can mean that it was lost.
    [[nodiscard]] virtual bool belongsToConnection() const { return false; }
    /// Whether messages are sealed: then nothing that is not may be believed.
    [[nodiscard]] virtual bool seals() const { return false; }
    /// Opens the answer to the last request.
    [[nodiscard]] virtual base::Result<QByteArray> open(const QByteArray& body) { return body; }
    /// The connection or the trust in it is gone: prepare() has to sign in again, on a new connection.
    virtual void forget() {}
};

/// The context for @p settings.authentication.
[[nodiscard]] std::unique_ptr<SecurityContext> makeSecurityContext(const wmi::ConnectionSettings& settings);

} // namespace hvgpu::wsman
