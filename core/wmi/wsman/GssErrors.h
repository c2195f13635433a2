#pragma once

#include "core/base/Error.h"
#include "core/wmi/wsman/GssHandles.h"

#include <QString>

namespace hvgpu::wsman::gss {

/// Who the words of an error are about.
struct ErrorPlace
{
    QString doing;     ///< "asking for a ticket for HTTP/hv01"
    gss_OID mechanism; ///< whose minor codes they are
};

/// A failed GSSAPI call as an error of ours, with the library's words.
[[nodiscard]] base::Error error(OM_uint32 major, OM_uint32 minor, const ErrorPlace& place);

/// The same for a code of the Kerberos library (krb5_error_code).
[[nodiscard]] base::Error kerberosError(qint32 code, const QString& doing, const QString& words);

/// Whether the domain said that it has no such user, rather than that the password is wrong.
[[nodiscard]] bool isUnknownUser(const base::Error& error);

} // namespace hvgpu::wsman::gss
