#pragma once

#include "core/base/CertificateSummary.h"

#include <QByteArray>

namespace hvgpu::wsman {

/// What the certificate in @p der says of itself (RFC 5280). What cannot be read stays empty; the fingerprint
/// is always there.
[[nodiscard]] base::CertificateSummary summaryOf(const QByteArray& der);

} // namespace hvgpu::wsman
