#pragma once

#include "core/wmi/ConnectionSettings.h"

#include <curl/curl.h>

namespace hvgpu::wsman {

/// Sets what every connection to a host has in common: address, TLS trust, no proxy, keep-alive. Verification
/// by authorities is on; only a pinned key may replace it.
void setUpConnection(CURL* easy, const wmi::ConnectionSettings& settings);

/// Whether a client certificate can be read from a file of this kind here: Schannel knows PKCS #12 only.
[[nodiscard]] bool takesClientCertificate(const QString& file);

/// What Authentication::Certificate adds: the certificate, and the password that opens its key.
void setUpClientCertificate(CURL* easy, const wmi::ConnectionSettings& settings);

/// "host:port" for messages, IPv6 in brackets.
[[nodiscard]] QString endpointName(const wmi::ConnectionSettings& settings);

} // namespace hvgpu::wsman
