#pragma once

#include "core/base/Error.h"
#include "core/wmi/wsman/HttpMessage.h"

#include <QByteArrayView>

/// What an answer means that brought no SOAP (wsman.md 3.3).
namespace hvgpu::wsman {

/// Whether the body is to be read as SOAP.
[[nodiscard]] bool isSoap(const QByteArray& contentType);

/// The error for status @p head.status; @p body is the beginning of what came instead of SOAP.
[[nodiscard]] base::Error errorFromStatus(const HttpHead& head, bool credentialsSent, QByteArrayView body);

/// Whether the challenges of a 401 name @p scheme.
[[nodiscard]] bool offers(const HttpHead& head, const QByteArray& scheme);

/// Statuses that say "not now": the request was not carried out.
[[nodiscard]] bool isBusyStatus(int status);

} // namespace hvgpu::wsman
