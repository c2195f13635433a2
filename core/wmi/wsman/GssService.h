#pragma once

#include "core/base/Result.h"
#include "core/wmi/wsman/GssHandles.h"

#include <QString>

namespace hvgpu::wsman::gss {

/// The principal that Kerberos asks for, "HTTP/hv01.contoso.com@CONTOSO.COM": the name as it was given, as on
/// Windows. MIT would ask the DNS for the name behind the name, and whoever answers there could choose the
/// host that the ticket is for. The realm is the one that the configuration has for the name; none: "…@", and
/// the user's domain controller knows.
[[nodiscard]] QByteArray servicePrincipal(const QString& serviceClass, const QString& host);

/// The same as a name for contexts of Kerberos.
[[nodiscard]] base::Result<Name> kerberosService(const QString& serviceClass, const QString& host);
/// "HTTP@hv01.contoso.com" for NTLM, which only tells it to the host.
[[nodiscard]] base::Result<Name> ntlmService(const QString& serviceClass, const QString& host);

} // namespace hvgpu::wsman::gss
