#pragma once

#include "core/base/Result.h"
#include "core/wmi/ConnectionSettings.h"
#include "core/wmi/Session.h"
#include "core/wmi/wsman/HttpMessage.h"

namespace hvgpu::wsman {

/// The certificate that the host shows, as DER, whether it is trusted or not: connects, shakes hands and
/// hangs up. Nothing of ours is sent, so nothing is trusted by asking.
[[nodiscard]] base::Result<QByteArray> fetchServerCertificate(const wmi::ConnectionSettings& settings,
                                                              const TransferLimit& limit);

/// Connects, with a TLS handshake for HTTPS, and hangs up; trusts and sends nothing either.
[[nodiscard]] base::Result<wmi::Reached> reachHost(const wmi::ConnectionSettings& settings,
                                                   const TransferLimit& limit);

} // namespace hvgpu::wsman
