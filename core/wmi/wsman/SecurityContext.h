#pragma once

#include "core/base/Result.h"
#include "core/wmi/ConnectionSettings.h"
#include "core/wmi/wsman/HttpMessage.h"

#include <memory>

namespace hvgpu::wsman {

/// What authentication and message protection do to the messages of one connection. It stands between
/// SoapChannel, which knows SOAP, and HttpConnection, which knows bytes.
class SecurityContext
{
public:
    virtual ~SecurityContext() = default;
    SecurityContext() = default;
    SecurityContext(const SecurityContext&) = delete;
    SecurityContext& operator=(const SecurityContext&) = delete;

    /// Makes @p request, which holds a plain SOAP message, fit to be sent. An error means nothing may be
    /// sent.
    [[nodiscard]] virtual base::Result<void> protect(HttpRequest& request) = 0;
    /// Whether a 401 means that credentials were refused, rather than missing.
    [[nodiscard]] virtual bool sendsCredentials() const = 0;
};

/// The context for @p settings.authentication.
[[nodiscard]] std::unique_ptr<SecurityContext> makeSecurityContext(const wmi::ConnectionSettings& settings);

} // namespace hvgpu::wsman
